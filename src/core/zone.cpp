#include <array>
#include <bit>
#include <string>
#include <type_traits>

#include <absl/time/civil_time.h>
#include <absl/time/time.h>
#include <unistd.h>

#include "core/civil.hpp"

namespace behest {

// absl::TimeZone is one pointer to a zone that lives as long as the process, and a null pointer is UTC: the public
// header can hold it without naming it.
struct ZoneAccess {
  static_assert(sizeof(absl::TimeZone) == sizeof(const void*) && std::is_trivially_copyable_v<absl::TimeZone>);

  static bool is_utc(const Zone& zone) { return zone.impl_ == nullptr; }
  static absl::TimeZone rules(const Zone& zone) { return std::bit_cast<absl::TimeZone>(zone.impl_); }
  static Zone wrap(absl::TimeZone rules) {
    Zone zone;
    zone.impl_ = std::bit_cast<const void*>(rules);
    return zone;
  }
};

namespace {

constexpr std::size_t k_longest_name = 64;
constexpr const char* k_machine_file = "/etc/localtime";
constexpr std::string_view k_database = "zoneinfo/";
constexpr const char* k_name_hint = "use an IANA name such as Europe/Berlin, Asia/Shanghai or UTC";

bool is_name_byte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
         c == '/' || c == '-';
}

// Without this a name could lead absl to any file of the machine. Dots are not among the bytes, so ".." is refused.
std::optional<ParseError> name_fault(std::string_view name) {
  if (name.empty()) return ParseError{"a time zone's name is empty", 1, k_name_hint};
  if (name.front() == '/') return ParseError{"a time zone's name cannot start with /", 1, k_name_hint};
  if (name.size() > k_longest_name) {
    return ParseError{"a time zone's name has at most 64 characters", k_longest_name + 1, k_name_hint};
  }
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!is_name_byte(name[i])) {
      return ParseError{"a time zone's name has only letters, digits and _ + / -", i + 1, k_name_hint};
    }
  }
  return std::nullopt;
}

// "Europe/Berlin" of ".../zoneinfo/Europe/Berlin", else the text as it is.
std::string_view name_within(std::string_view path) {
  const std::size_t at = path.find(k_database);
  return at == std::string_view::npos ? path : path.substr(at + k_database.size());
}

std::string machine_link() {
  std::array<char, 512> target{};
  const ssize_t size = ::readlink(k_machine_file, target.data(), target.size());
  return size > 0 ? std::string(target.data(), static_cast<std::size_t>(size)) : std::string();
}

Parsed<Zone> machine_zone() {
  // The name that the link bears is worth more than the rules alone: it can be shown and stored.
  Parsed<Zone> named = Zone::load(name_within(machine_link()));
  if (named) return named;
  if (::access(k_machine_file, F_OK) != 0) return Zone();
  absl::TimeZone rules;
  if (absl::LoadTimeZone(k_machine_file, &rules)) return ZoneAccess::wrap(rules);
  return ParseError{"/etc/localtime is not a time zone file", 1,
                    "repair it, or set TZ to a name such as Europe/Berlin"};
}

}  // namespace

Zone::Zone() = default;

Parsed<Zone> Zone::load(std::string_view name) {
  if (std::optional<ParseError> fault = name_fault(name)) return *std::move(fault);
  if (name == "UTC" || name == "Etc/UTC") return Zone();
  absl::TimeZone rules;
  if (absl::LoadTimeZone(absl::string_view(name.data(), name.size()), &rules)) return ZoneAccess::wrap(rules);
  return ParseError{"unknown time zone " + std::string(name), 1,
                    std::string(k_name_hint) + "; zones come from the system's tzdata"};
}

Parsed<Zone> Zone::local(std::optional<std::string_view> tz_variable) {
  if (!tz_variable) return machine_zone();
  // As the C library reads it: set but empty is UTC, and a leading colon only announces a name.
  if (tz_variable->empty()) return Zone();
  const std::string_view text = tz_variable->front() == ':' ? tz_variable->substr(1) : *tz_variable;
  if (text == k_machine_file) return machine_zone();
  Parsed<Zone> named = load(name_within(text));
  if (named) return named;
  // A wrong zone in silence would shift every date.
  ParseError error = named.error();
  error.message = "TZ: " + error.message;
  return error;
}

std::string Zone::name() const {
  if (ZoneAccess::is_utc(*this)) return "UTC";
  const std::string name = ZoneAccess::rules(*this).name();
  return name == k_machine_file ? "localtime" : name;
}

std::int64_t local_seconds(std::int64_t utc, const Zone& zone) {
  if (ZoneAccess::is_utc(zone)) return utc;
  return utc + ZoneAccess::rules(zone).At(absl::FromUnixSeconds(utc)).offset;
}

std::int64_t utc_seconds(std::int64_t local, const Zone& zone, Fold fold) {
  if (ZoneAccess::is_utc(zone)) return local;
  const absl::TimeZone::TimeInfo found = ZoneAccess::rules(zone).At(absl::CivilSecond(1970, 1, 1) + local);
  switch (found.kind) {
    case absl::TimeZone::TimeInfo::SKIPPED:
      return absl::ToUnixSeconds(found.trans);
    case absl::TimeZone::TimeInfo::REPEATED:
      return absl::ToUnixSeconds(fold == Fold::later ? found.post : found.pre);
    case absl::TimeZone::TimeInfo::UNIQUE:
      break;
  }
  return absl::ToUnixSeconds(found.pre);
}

}  // namespace behest
