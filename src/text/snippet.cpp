#include "text/snippet.hpp"

#include <algorithm>

#include "text/character.hpp"
#include "text/scan.hpp"

namespace behest::text {
namespace {

constexpr std::size_t k_columns_before = 24;
constexpr std::size_t k_columns_behind = 72;
constexpr std::string_view k_cut = "…";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::size_t columns_of(std::string_view text, std::size_t at) {
  const Scan found = scan(text, at);
  return found.valid ? character_width(found.value) : 1;
}

// Where the character before `at` begins.
std::size_t before(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

// At most so many columns before `at`, and not in the middle of a word where a word begins there.
std::size_t begin_of(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  for (std::size_t columns = 0; begin > 0;) {
    const std::size_t next = before(text, begin);
    columns += columns_of(text, next);
    if (columns > k_columns_before) break;
    begin = next;
  }
  if (begin == 0) return 0;
  for (std::size_t word = begin; word < at; ++word) {
    if (is_space(text[word])) return word + 1;
  }
  return begin;
}

std::size_t end_of(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t columns = 0; end < text.size();) {
    columns += columns_of(text, end);
    if (columns > k_columns_behind) break;
    end += scan(text, end).length;
  }
  if (end == text.size()) return end;
  for (std::size_t word = end; word > at; --word) {
    if (is_space(text[word])) return word;
  }
  return end;
}

// From left to right, those that touch made one.
std::vector<Place> all_places(std::string_view text, const std::vector<Phrase>& phrases) {
  std::vector<Place> all;
  for (const Phrase& phrase : phrases) {
    for (const Place& place : places(text, phrase)) all.push_back(place);
  }
  std::ranges::sort(all, {}, [](const Place& place) { return std::pair(place.from, place.to); });
  std::vector<Place> apart;
  for (const Place& place : all) {
    if (!apart.empty() && place.from <= apart.back().to) {
      apart.back().to = std::max(apart.back().to, place.to);
    } else {
      apart.push_back(place);
    }
  }
  return apart;
}

}  // namespace

std::optional<Snippet> snippet(std::string_view text, const std::vector<Phrase>& phrases) {
  const std::vector<Place> all = all_places(text, phrases);
  if (all.empty()) return std::nullopt;
  const std::size_t begin = begin_of(text, all.front().from);
  const std::size_t end = end_of(text, all.front().to);
  Snippet made;
  if (begin > 0) made.text = k_cut;
  const std::size_t shift = made.text.size();
  made.text += text.substr(begin, end - begin);
  for (char& c : made.text) {
    if (is_space(c)) c = ' ';
  }
  if (end < text.size()) made.text += k_cut;
  for (const Place& place : all) {
    if (place.from >= end) break;
    made.marks.push_back({place.from - begin + shift, std::min(place.to, end) - begin + shift});
  }
  return made;
}

}  // namespace behest::text
