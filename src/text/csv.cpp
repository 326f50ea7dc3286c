#include <algorithm>

#include <utf8proc.h>

#include "behest/text/safe.hpp"
#include "text/character.hpp"
#include "text/scan.hpp"
#include "text/visible.hpp"

namespace behest::text {

namespace {

// The last four are the full-width = + - @, which spreadsheets take for the plain ones.
bool is_formula_trigger(char32_t value) {
  constexpr std::u32string_view k_triggers = U"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  return value == 0 || k_triggers.find(value) != std::u32string_view::npos;
}

// What a spreadsheet may drop before it looks for a formula.
bool is_skipped(char32_t value) {
  if (value == '"' || value == '\'' || is_hidden_format(value)) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
         value == k_text_style || value == k_emoji_style;
}

// -3, -0.25: what a spreadsheet makes of it is the same number.
bool is_negative_number(std::string_view text) {
  if (!text.starts_with('-')) return false;
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto are_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return are_digits(text.substr(1, point - 1)) && (point == text.size() || are_digits(text.substr(point + 1)));
}

bool starts_formula(std::string_view text) {
  if (is_negative_number(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const Scan found = scan(text, at);
    if (is_formula_trigger(found.value)) return true;
    if (!is_skipped(found.value)) return false;
    at += found.length;
  }
  return false;
}

// ';' because spreadsheets of many countries cut at it, which would let a formula start inside a field.
bool needs_quotes(std::string_view field) {
  if (field.empty()) return false;
  return field.front() == ' ' || field.back() == ' ' || field.find_first_of("\",;\t\r\n") != std::string_view::npos;
}

std::string quoted(std::string_view field) {
  std::string out;
  out.reserve(field.size() + 8);
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  return out;
}

std::string quoted_if_needed(const std::string& field) { return needs_quotes(field) ? quoted(field) : field; }

std::string_view tsv_escape(char c) { return c == '\\' ? "\\\\" : std::string_view(); }

}  // namespace

Safe<Csv> csv_text(std::string_view text) {
  std::string field = visible(text, {.line_feed = "\n", .tab = " "}, nullptr);
  if (starts_formula(text)) field.insert(0, 1, '\'');
  return Safe<Csv>::made_by_encoder(quoted_if_needed(field));
}

Safe<Csv> csv_raw(std::string_view text) { return Safe<Csv>::made_by_encoder(quoted_if_needed(std::string(text))); }

Safe<Tsv> tsv_text(std::string_view text) {
  constexpr Breaks k_breaks{.line_feed = "\\n", .tab = "\\t", .carriage_return = "\\r"};
  std::string field = visible(text, k_breaks, tsv_escape);
  if (starts_formula(text)) field.insert(0, 1, '\'');
  return Safe<Tsv>::made_by_encoder(std::move(field));
}

}  // namespace behest::text
