#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/time.hpp"

namespace behest {

// How a file of somebody else writes instants: YYYY M MM D DD H HH (0–23) h hh (1–12) mm ss SSS (fraction of a second)
// A (AM or PM) Z (offset: Z, +01:00, +0100), single letters taking one or two digits; everything else, and what stands
// in '…', is itself. Or a name: "rfc3339" (T or a space), "unix" (whole seconds).
class DatePattern {
 public:
  static Parsed<DatePattern> parse(std::string_view text);
  // Whether it tells the offset, so that no zone is needed.
  bool has_offset() const;
  // Errors with the column in `text`; dates that do not exist are errors.
  Parsed<Instant> read(std::string_view text, const Zone& zone) const;
  const std::string& text() const { return text_; }

 private:
  enum class Part { literal, year, month, day, hour, hour12, minute, second, fraction, half, offset };
  struct Token {
    Part part = Part::literal;
    std::size_t least = 0;  // digits
    std::size_t most = 0;
    char literal = 0;
  };
  enum class Kind { pattern, rfc3339, unix_seconds };
  struct Reading;

  static Token token_of(std::string_view run);
  Parsed<Instant> instant_of_reading(const Reading& reading, const Zone& zone) const;

  Kind kind_ = Kind::pattern;
  std::string text_;
  std::vector<Token> tokens_;
};

}  // namespace behest
