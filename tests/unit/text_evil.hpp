#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text that attacks the place it is shown in (SECURITY S1, S2, S18).
inline std::string repeated(std::string_view part, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += part;
  return out;
}

inline std::vector<std::string> evil_texts() {
  using namespace std::string_literals;
  return {
      "\x1b[2J",
      "\x1b]0;title\x07",
      "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
      "\x1b]52;c;ZXZpbA==\x07",
      "\x1bP$q\x1b\\",
      "\x1b_apc\x1b\\",
      "\x1b]unterminated",
      "\xc2\x9b"
      "31m",
      "\x9b"
      "31m",
      "safe\rEVIL",
      "safe\b\b\b\bEVIL",
      "\x0e shifted \x0f",
      "\xc0\x80",
      "\xe0\x80\x9b",
      "\xed\xa0\x80",
      "\xf4\x90\x80\x80",
      "cut short \xf0\x9f\x98",
      "nul\0nul"s,
      "\x7f\x7f",
      "pay\u202efdp.exe",
      "iso\u2066late\u2069",
      "zero\u200bwidth\u200djoin\ufeff",
      "line\u2028separator\u2029",
      "tags\U000E0041\U000E007F",
      "title\n2026-01-01 closed by root",
      "a" + repeated("\u0301", 10000),
      repeated("\u0301", 10000),
      "a\tb\vc\fd",
      "\xc2",
      "\xc2\xc2\x9b",
      "\xe2\x9b",
      "\xff\x1b[0m",
      repeated("\U0001F469\u200d", 1000) + "\U0001F469",
  };
}
