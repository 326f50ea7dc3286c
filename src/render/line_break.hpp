#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace behest::render {

// A line may end before and after it: a wide character that is no emoji.
bool stands_alone(char32_t value);
// Closing punctuation of East Asian scripts, with which no line begins.
bool closes(char32_t value);

// A line of text, already safe for a terminal, as pieces of at most `columns` that it can be cut into: at spaces, which
// are left out where it is cut, and between characters of East Asian scripts. A longer word stays whole.
std::vector<std::string_view> wrapped(std::string_view line, std::size_t columns);

}  // namespace behest::render
