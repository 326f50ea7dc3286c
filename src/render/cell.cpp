#include "render/cell.hpp"

#include <algorithm>
#include <variant>
#include <vector>

#include "behest/core/time.hpp"
#include "behest/text/json.hpp"

namespace behest::render {
namespace {

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string all;
  for (const auto& item : items) {
    if (&item != &items.front()) all += separator;
    all += item;
  }
  return all;
}

std::string json_text(const text::JsonValue& value) {
  if (value.is_null()) return {};
  if (const auto* stored = value.string()) return *stored;
  return text::dump(value);
}

struct WordOf {
  using Word = std::optional<std::string>;
  Word operator()(std::int64_t number) const { return std::to_string(number); }
  Word operator()(bool flag) const { return flag ? "true" : "false"; }
  Word operator()(Instant at) const { return format_rfc3339(at); }
  Word operator()(Duration length) const { return std::to_string(whole_seconds(length)); }
  Word operator()(const text::JsonValue& value) const {
    if (value.boolean() == nullptr && value.integer() == nullptr && value.real() == nullptr) return std::nullopt;
    return text::dump(value);
  }
  template <class Other>
  Word operator()(const Other&) const {
    return std::nullopt;
  }
};

struct HumanTextOf {
  const Look& look;
  Dates dates;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& stored) const { return stored; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
  std::string operator()(Duration length) const { return format_duration(length); }
  std::string operator()(const std::vector<std::string>& items) const { return joined(items, ", "); }
  std::string operator()(const text::JsonValue& value) const {
    if (const auto* flag = value.boolean()) return (*this)(*flag);
    return json_text(value);
  }
  std::string operator()(Instant at) const {
    if (dates == Dates::rfc3339) return format_rfc3339(at);
    const auto relative = format_relative(at, look.now);
    return dates == Dates::relative ? relative : format_local(at, look.zone) + " (" + relative + ")";
  }
};

}  // namespace

std::int64_t whole_seconds(Duration length) {
  constexpr std::int64_t k_second = 1000;
  auto seconds = length.ms / k_second;
  auto rest = length.ms % k_second;
  if (rest < 0) {
    rest += k_second;
    --seconds;
  }
  return rest * 2 >= k_second ? seconds + 1 : seconds;
}

std::optional<std::string> machine_word(const Cell& cell) { return std::visit(WordOf{}, cell.value); }

std::string machine_text(const Cell& cell) {
  if (auto word = machine_word(cell)) return *std::move(word);
  if (const auto* stored = std::get_if<std::string>(&cell.value)) return *stored;
  if (const auto* items = std::get_if<std::vector<std::string>>(&cell.value)) return joined(*items, ",");
  if (const auto* value = std::get_if<text::JsonValue>(&cell.value)) return json_text(*value);
  return {};
}

bool is_decimal(std::string_view text) {
  constexpr std::string_view k_digits = "0123456789";
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t whole = std::min(text.find_first_not_of(k_digits), text.size());
  if (whole == 0 || whole == text.size()) return whole != 0;
  const std::string_view rest = text.substr(whole + 1);
  return text[whole] == '.' && !rest.empty() && rest.find_first_not_of(k_digits) == std::string_view::npos;
}

std::string human_text(const Cell& cell, const Look& look, Dates dates) {
  auto whole = std::visit(HumanTextOf{look, dates}, cell.value);
  whole.resize(without_trailing_space(whole).size());
  return whole;
}

std::string_view without_trailing_space(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\n");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

text::Safe<text::Term> painted(const text::Safe<text::Term>& safe, Tone tone) {
  if (safe.empty() || tone == Tone::plain) return safe;
  text::Safe<text::Term> out;
  switch (tone) {
    case Tone::strong:
      out += "\x1b[1m";
      break;
    case Tone::dim:
      out += "\x1b[2m";
      break;
    case Tone::good:
      out += "\x1b[32m";
      break;
    case Tone::warning:
      out += "\x1b[33m";
      break;
    case Tone::bad:
      out += "\x1b[31m";
      break;
    case Tone::plain:
      break;
  }
  out += safe;
  out += "\x1b[0m";
  return out;
}

text::Safe<text::Term> linked(const text::Safe<text::Term>& safe, const std::string& link, const Look& look) {
  if (link.empty() || !look.is_terminal || !look.has_color) return safe;
  text::Safe<text::Term> out("\x1b]8;;");
  out += text::term_line(link);
  out += "\x1b\\";
  out += safe;
  out += "\x1b]8;;\x1b\\";
  return out;
}

}  // namespace behest::render
