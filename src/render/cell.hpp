#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "behest/document.hpp"
#include "behest/text/safe.hpp"

namespace behest::render {

// Whole seconds, a half rounded up: what a key that ends in _s holds.
std::int64_t whole_seconds(Duration length);

// The bare word a program reads for a number, boolean, instant (RFC 3339) or duration (whole seconds); nothing for any
// other value.
std::optional<std::string> machine_word(const Cell& cell);

// The text a program reads for any value, not yet safe: lists joined with commas, JSON compact, null empty.
std::string machine_text(const Cell& cell);

// Digits with a sign and a decimal point at most: -3.10.
bool is_decimal(std::string_view text);

// One csv or tsv field: the program's own words pass as they are, in a column of numbers (those on the right) decimals
// as well; everything else through `encode`.
template <class Sink, class Encode>
text::Safe<Sink> machine_field(const Cell& cell, bool is_number, Encode encode) {
  if (const auto* stored = std::get_if<std::string>(&cell.value)) {
    return is_number && is_decimal(*stored) ? text::token<Sink>(*stored) : encode(*stored);
  }
  if (const auto word = machine_word(cell)) return text::token<Sink>(*word);
  if (std::holds_alternative<std::monostate>(cell.value)) return {};
  return encode(machine_text(cell));
}

enum class Dates {
  rfc3339,
  relative,            // 3 h ago
  local_and_relative,  // 2026-11-21 15:30 (3 h ago)
};

// What a person reads, not yet safe, without white space at its end.
std::string human_text(const Cell& cell, const Look& look, Dates dates);

std::string_view without_trailing_space(std::string_view text);

// The text between SGR codes for its tone; as it is when it is empty or plain.
text::Safe<text::Term> painted(const text::Safe<text::Term>& safe, Tone tone);

// `safe` as a link (OSC 8) where the look has them.
text::Safe<text::Term> linked(const text::Safe<text::Term>& safe, const std::string& link, const Look& look);

// Columns that the text of a body stands in from the left.
inline constexpr std::size_t k_body_indent = 2;
// A line of a body, already safe, as lines that fit beside that on a terminal; elsewhere as it is.
std::vector<std::string_view> body_lines(std::string_view safe_line, const Look& look);

}  // namespace behest::render
