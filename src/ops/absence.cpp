#include "ops/absence.hpp"

#include <algorithm>

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::string_view k_kind = "away";

Instant instant_in(const JsonValue& value, std::string_view key) {
  const JsonValue* const member = value.find(key);
  const std::string* const text = member == nullptr ? nullptr : member->string();
  const auto at = text == nullptr ? std::nullopt : std::optional(parse_rfc3339(*text));
  if (!at || !*at)
    throw Error{ErrorKind::bad_data, "the database holds an absence without its times", "run 'behest doctor'"};
  return **at;
}

Absence absence_in(std::string_view name, const JsonValue& value) {
  const JsonValue* const cover = value.find("cover");
  const bool has_cover = cover != nullptr && cover->string() != nullptr;
  return {std::string(name), instant_in(value, "from"), instant_in(value, "until"),
          has_cover ? *cover->string() : std::string()};
}

std::string cover_of(Store& store, const Config& config, std::string_view name, Instant now) {
  const auto absence = absence_of(store, name, now);
  if (!absence) return {};
  if (!absence->cover.empty()) return absence->cover;
  const AgentConfig* const agent = config.agent(name);
  return agent == nullptr ? std::string() : agent->cover;
}

}  // namespace

std::vector<Absence> absences(Store& store, Instant now) {
  std::vector<Absence> all;
  store.each_record(k_kind, [&](const Record& record) {
    Absence absence = absence_in(record.name, record.value);
    if (absence.until > now) all.push_back(std::move(absence));
  });
  return all;
}

std::optional<Absence> absence_of(Store& store, std::string_view name, Instant now) {
  const JsonValue value = store.record(k_kind, name);
  if (value.is_null()) return std::nullopt;
  Absence absence = absence_in(name, value);
  return absence.from <= now && now < absence.until ? std::optional(absence) : std::nullopt;
}

std::string stand_in(Store& store, const Config& config, std::string_view name, Instant now) {
  std::vector<std::string> seen;
  std::string person(name);
  while (!person.empty() && absence_of(store, person, now)) {
    if (std::ranges::find(seen, person) != seen.end()) return {};
    seen.push_back(person);
    person = cover_of(store, config, person, now);
  }
  return person;
}

Outcome go_away(Work& work, const Absence& absence) {
  const std::string name = checked_person("person", absence.name);
  const std::string cover = absence.cover.empty() ? std::string() : checked_person("cover", absence.cover);
  if (absence.until <= work.now()) {
    throw Error{ErrorKind::refused, "that is over already: " + format_rfc3339(absence.until), "give a time to come"};
  }
  std::string way = name;
  std::string next = cover;
  for (std::size_t steps = 0; !next.empty() && steps < 100; ++steps) {
    way += " -> ";
    way += next;
    if (next == name) {
      throw Error{ErrorKind::refused, "they would cover for each other in a circle: " + way,
                  "name somebody who is there as --cover"};
    }
    next = cover_of(work.store(), work.config(), next, work.now());
  }
  const JsonValue::Object value = {{"from", format_rfc3339(absence.from)},
                                   {"until", format_rfc3339(absence.until)},
                                   {"cover", cover.empty() ? JsonValue() : JsonValue(cover)}};
  const bool is_new = work.change_record(k_kind, name, value);
  return {0, name + " is away until " + format_rfc3339(absence.until) + (cover.empty() ? "" : ", " + cover + " covers"),
          is_new};
}

Outcome come_back(Work& work, const std::string& name) {
  const std::string person = checked_person("person", name);
  if (!work.change_record(k_kind, person, {})) {
    throw Error{ErrorKind::refused, person + " is not away", "see 'behest agent list'"};
  }
  return {0, person + " is back", true};
}

}  // namespace behest::ops
