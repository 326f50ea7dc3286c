#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/text/terms.hpp"

namespace behest::text {

// A piece of a text on one line, with … where it was cut, and where the phrases stand in it, from left to right and
// apart from each other.
struct Snippet {
  std::string text;
  std::vector<Place> marks;
};

// Around the first place of any of the phrases, which are found as the index of words finds them; nothing without one.
// About a line long; not yet safe for any sink.
std::optional<Snippet> snippet(std::string_view text, const std::vector<Phrase>& phrases);

}  // namespace behest::text
