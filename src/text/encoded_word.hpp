#pragma once
#include <string>
#include <string_view>

namespace behest::text {

// The text of a header field in UTF-8 (RFC 2047): encoded words are read, those that follow each other are joined, and
// line folds are white space. As lenient as mail programs must be: a word may hold blanks and question marks, or stand
// right beside others. What is no encoded word stays as it is; bytes that are not ASCII are read as `fallback`.
std::string decode_words(std::string_view field, std::string_view fallback = "utf-8");

// `text` as it may stand in a field of ASCII: as it is where that can be read back, else as encoded words of UTF-8, in
// lines of at most 75 characters of which the first begins after `used` others.
std::string encode_words(std::string_view text, std::size_t used);

// RFC 2045, 6.7: text in UTF-8 as lines of at most 76 ASCII characters that end with LF.
std::string quoted_printable(std::string_view text);

}  // namespace behest::text
