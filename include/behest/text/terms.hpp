#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace behest::text {

// Stands for what terms() gives. Whoever changes that counts on, and adds a migration step that makes the index anew:
// terms made otherwise than when they were stored cannot be taken out again.
inline constexpr int k_terms_version = 1;

// One term of a text, folded, and the bytes of the text it stands for.
struct SearchTerm {
  enum class Kind { word, character, pair };
  std::string text;
  std::size_t from = 0;
  std::size_t to = 0;
  Kind kind = Kind::word;
};

// The terms a text is found by, in order. A run of letters, marks and digits is a word (one of more than 64 characters
// is several); of scripts written without spaces (Han, kana, Hangul, bopomofo, Thai, Lao, Khmer, Burmese, Tibetan)
// and of emoji each character is a term, with the pair it makes with the next between the two. All else separates.
// A term is never empty and holds no ASCII but a-z and 0-9.
std::vector<SearchTerm> terms(std::string_view text);
// The same terms with a space between them: what an index is fed with.
std::string joined_terms(std::string_view text);

// What a text to look for asks of another: these terms, one right after the other. With `is_prefix` (the text ends in
// a word and *) the last is the beginning of a word. No terms: the text has nothing that could be found.
struct Phrase {
  std::vector<std::string> terms;
  bool is_prefix = false;
};
Phrase phrase(std::string_view wanted);

// Where the phrase stands in the text, from left to right, as bytes [from, to); none for one without terms.
struct Place {
  std::size_t from = 0;
  std::size_t to = 0;
};
std::vector<Place> places(std::string_view text, const Phrase& phrase);
bool contains(std::string_view text, const Phrase& phrase);

}  // namespace behest::text
