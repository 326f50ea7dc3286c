#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace behest {

// Comparing without regard to the case of ASCII letters alone: what SQL's NOCASE and LIKE do, so that a rule in memory
// and a query in the store agree.
inline char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lower_ascii(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = lower_ascii(c);
  return lowered;
}

inline bool same_ascii_fold(char a, char b) { return lower_ascii(a) == lower_ascii(b); }

inline bool same_ascii_fold(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return same_ascii_fold(x, y); });
}

inline bool contains_ascii_fold(std::string_view text, std::string_view part) {
  const auto same = [](char x, char y) { return same_ascii_fold(x, y); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end() || part.empty();
}

// Whether `a` stands before `b`, bytes compared as unsigned.
inline bool less_ascii_fold(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return static_cast<unsigned char>(lower_ascii(x)) < static_cast<unsigned char>(lower_ascii(y));
  });
}

}  // namespace behest
