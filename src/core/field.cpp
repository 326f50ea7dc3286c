#include "behest/core/field.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"
#include "core/civil.hpp"
#include "core/query_fields.hpp"
#include "core/time_scan.hpp"

namespace behest {
namespace {

constexpr std::size_t k_most_digits = 15;
constexpr std::array<std::string_view, 6> k_kinds = {"text", "int", "number", "date", "choice", "bool"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

ParseError unlike(const FieldType& type, std::string_view value, std::string hint = "") {
  return {"takes " + takes(type) + ", not " + in_quotes(value), 1, std::move(hint)};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : ", ").append(word);
  return all;
}

// [+-]digits[.digits] without what does not count; nothing for anything else.
std::optional<std::string> plain_number(std::string_view text, bool is_whole) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = is_whole ? text.size() : std::min(text.find('.'), text.size());
  std::string_view whole = text.substr(0, point);
  std::string_view part = point < text.size() ? text.substr(point + 1) : std::string_view();
  if (whole.empty() || (point < text.size() && part.empty())) return std::nullopt;
  if (!std::ranges::all_of(whole, is_digit) || !std::ranges::all_of(part, is_digit)) return std::nullopt;
  while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
  while (part.ends_with('0')) part.remove_suffix(1);
  if (whole.size() + part.size() > k_most_digits) return std::nullopt;
  std::string out(whole);
  if (!part.empty()) out.append(".").append(part);
  return is_negative && out != "0" ? "-" + out : out;
}

Parsed<std::string> date_value(const FieldType& type, std::string_view value, const TimeContext& context) {
  const auto span = parse_span(value, context);
  if (!span) return unlike(type, value, span.error().hint.empty() ? span.error().message : span.error().hint);
  TimeScanner scanner(value);
  CivilDate written;
  if (scanner.date(written)) return day_text(days_from_date(written));
  return day_text(local_day(span->from, context.zone));
}

Parsed<std::string> choice_value(const FieldType& type, std::string_view value) {
  const std::string folded = text::fold(value);
  for (const std::string& choice : type.choices) {
    if (text::fold(choice) == folded) return choice;
  }
  const std::vector<std::string_view> names(type.choices.begin(), type.choices.end());
  return unlike(type, value, did_you_mean(value, names));
}

Parsed<std::string> boolean_value(const FieldType& type, std::string_view value) {
  const std::string lowered = lower_ascii(value);
  for (const std::string_view yes : {"true", "yes", "on", "1"}) {
    if (lowered == yes) return std::string("true");
  }
  for (const std::string_view no : {"false", "no", "off", "0"}) {
    if (lowered == no) return std::string("false");
  }
  return unlike(type, value);
}

}  // namespace

const FieldType* field_type(const FieldTypes& types, std::string_view name) {
  if (types.empty()) return nullptr;
  const std::string folded = text::fold(name);
  const auto found =
      std::ranges::find_if(types, [&](const FieldType& type) { return text::fold(type.name) == folded; });
  return found == types.end() ? nullptr : &*found;
}

std::string_view name_of(FieldKind kind) { return k_kinds.at(static_cast<std::size_t>(kind)); }

std::optional<FieldKind> field_kind_named(std::string_view name) {
  const auto* const found = std::ranges::find(k_kinds, name);
  if (found == k_kinds.end()) return std::nullopt;
  return static_cast<FieldKind>(found - k_kinds.begin());
}

std::string takes(const FieldType& type) {
  switch (type.kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::integer:
      return "a whole number of at most 15 digits";
    case FieldKind::number:
      return "a number such as 12 or 2.5, of at most 15 digits";
    case FieldKind::date:
      return "a date: 2026-11-21, today, +3d";
    case FieldKind::choice:
      return "one of " + joined(type.choices);
    case FieldKind::boolean:
      return "true or false";
  }
  return {};
}

Parsed<std::string> normal_value(const FieldType& type, std::string_view value, const TimeContext& context) {
  const std::string_view trimmed = text::trim(value);
  switch (type.kind) {
    case FieldKind::text:
      return std::string(value);
    case FieldKind::integer:
    case FieldKind::number:
      if (auto plain = plain_number(trimmed, type.kind == FieldKind::integer)) return *std::move(plain);
      return unlike(type, value);
    case FieldKind::date:
      return date_value(type, trimmed, context);
    case FieldKind::choice:
      return choice_value(type, trimmed);
    case FieldKind::boolean:
      return boolean_value(type, trimmed);
  }
  return unlike(type, value);
}

std::optional<double> field_number(std::string_view stored) {
  const bool is_plain = std::ranges::all_of(stored, [](char c) { return is_digit(c) || c == '-' || c == '.'; });
  if (stored.empty() || !is_plain) return std::nullopt;
  double number = 0;
  std::from_chars(stored.data(), stored.data() + stored.size(), number);
  return number;
}

bool is_field_date(std::string_view stored) {
  return !stored.empty() && std::ranges::all_of(stored, [](char c) { return is_digit(c) || c == '-'; });
}

}  // namespace behest
