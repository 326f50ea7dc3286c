#include "behest/text/terms.hpp"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "behest/text/utf8.hpp"
#include "text/character.hpp"
#include "text/scan.hpp"

namespace behest::text {
namespace {

using Kind = SearchTerm::Kind;

// The longest word that is one term, in characters: longer ones are data, not words.
constexpr std::size_t k_longest = 64;

enum class Class { separator, letter, mark, character };

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [value](const Range& range) { return value >= range.first && value <= range.last; });
}

// Blocks of scripts that put no spaces between words; their letters, marks and digits are characters.
constexpr std::array k_unspaced{
    Range{0x0E00, 0x0FFF},    // Thai, Lao, Tibetan
    Range{0x1000, 0x109F},    // Burmese
    Range{0x1100, 0x11FF},    // Hangul jamo
    Range{0x1780, 0x17FF},    // Khmer
    Range{0x3005, 0x3007},    // 々 〆 〇
    Range{0x3021, 0x3029},    // Hangzhou numerals
    Range{0x3031, 0x303C},    // kana and Han repeat marks
    Range{0x3041, 0x31FF},    // kana, bopomofo, Hangul compatibility jamo
    Range{0x3400, 0x4DBF},    // Han extension A
    Range{0x4E00, 0x9FFF},    // Han
    Range{0xAC00, 0xD7FF},    // Hangul
    Range{0xF900, 0xFAFF},    // Han compatibility
    Range{0x1AFF0, 0x1B16F},  // kana supplements
    Range{0x20000, 0x3FFFF},  // Han extensions B and later
};

// Marks that fold to nothing but separators: a text may be cut there before it is folded, which keeps folding short.
constexpr std::array k_cuts{Range{0x2010, 0x2027}, Range{0x2030, 0x205E}, Range{0x3000, 0x3003},
                            Range{0x3008, 0x3011}, Range{0x3014, 0x301F}, Range{0xFF01, 0xFF0F},
                            Range{0xFF1A, 0xFF20}, Range{0xFF3B, 0xFF40}, Range{0xFF5B, 0xFF65}};

constexpr std::array<bool, 128> k_is_alnum = [] {
  std::array<bool, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
  return table;
}();

// What a byte of ASCII is in a term, 0 for one that separates.
constexpr std::array<char, 256> k_term_byte = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < k_is_alnum.size(); ++c) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (k_is_alnum.at(c)) table.at(c) = static_cast<char>(is_capital ? c - 'A' + 'a' : c);
  }
  return table;
}();

bool is_ascii_byte(char c) { return static_cast<unsigned char>(c) < 0x80; }

Class class_by_category(char32_t value) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return is_in(k_unspaced, value) ? Class::character : Class::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return is_in(k_unspaced, value) ? Class::character : Class::mark;
    default:
      return is_pictographic(value) ? Class::character : Class::separator;
  }
}

Class class_of(char32_t value) {
  if (value < 0x80) return k_is_alnum[value] ? Class::letter : Class::separator;
  if (value >= 0x4E00 && value <= 0x9FFF) return Class::character;
  return class_by_category(value);
}

// Cuts a text into terms for a Sink with add(text, from, to, kind) and `needs_places`.
template <class Sink>
class Cutter {
 public:
  Cutter(std::string_view text, Sink& sink) : text_(text), sink_(sink) {}

  void cut() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = span_end(at);
      if (end == at) {
        at += scan(text_, at).length;
        continue;
      }
      if (is_ascii_) {
        ascii_word(at, end);
      } else {
        span(at, end);
      }
      at = end;
    }
  }

 private:
  // Behind the last character from `at` on that is no certain separator.
  std::size_t span_end(std::size_t at) {
    is_ascii_ = true;
    while (at < text_.size()) {
      if (is_ascii_byte(text_[at])) {
        if (!k_is_alnum[static_cast<unsigned char>(text_[at])]) break;
        ++at;
        continue;
      }
      const Scan found = scan(text_, at);
      if (found.valid && is_in(k_cuts, found.value)) break;
      is_ascii_ = false;
      at += found.length;
    }
    return at;
  }

  void ascii_word(std::size_t from, std::size_t to) {
    for (; from < to; from += std::min(k_longest, to - from)) {
      const std::size_t end = std::min(to, from + k_longest);
      word_.assign(text_.substr(from, end - from));
      for (char& c : word_) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      }
      sink_.add(word_, from, end, Kind::word);
    }
    word_.clear();
  }

  static std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += scan(text, at).length) ++count;
    return count;
  }

  void span(std::size_t from, std::size_t to) {
    const std::string_view raw = text_.substr(from, to - from);
    const std::string folded = fold(raw);
    const bool is_one_to_one = Sink::needs_places && characters(folded) == characters(raw);
    std::size_t raw_at = from;
    for (std::size_t at = 0; at < folded.size();) {
      const Scan found = scan(folded, at);
      const std::string_view character(folded.data() + at, found.length);
      const std::size_t raw_end = is_one_to_one ? raw_at + scan(text_, raw_at).length : to;
      take(found.value, character, raw_at, raw_end);
      if (is_one_to_one) raw_at = raw_end;
      at += found.length;
    }
    end_word();
    previous_.clear();
  }

  void take(char32_t value, std::string_view character, std::size_t from, std::size_t to) {
    Class kind = class_of(value);
    if (kind == Class::mark) kind = is_in_word_ ? Class::letter : Class::separator;
    if (kind != Class::letter) end_word();
    if (kind != Class::character) previous_.clear();
    if (kind == Class::letter) {
      letter(character, from, to);
    } else if (kind == Class::character) {
      if (!previous_.empty()) sink_.add(previous_.append(character), previous_from_, to, Kind::pair);
      sink_.add(character, from, to, Kind::character);
      previous_ = character;
      previous_from_ = from;
    }
  }

  void letter(std::string_view character, std::size_t from, std::size_t to) {
    if (word_size_ == k_longest) end_word();
    if (word_size_ == 0) word_from_ = from;
    is_in_word_ = true;
    word_ += character;
    word_to_ = to;
    ++word_size_;
  }

  void end_word() {
    if (word_size_ > 0) sink_.add(word_, word_from_, word_to_, Kind::word);
    word_.clear();
    word_size_ = 0;
    is_in_word_ = false;
  }

  std::string_view text_;
  Sink& sink_;
  bool is_ascii_ = true;
  std::string word_;
  std::size_t word_size_ = 0;
  std::size_t word_from_ = 0;
  std::size_t word_to_ = 0;
  bool is_in_word_ = false;
  std::string previous_;  // the character that the next makes a pair with
  std::size_t previous_from_ = 0;
};

struct Joined {
  static constexpr bool needs_places = false;
  std::string text;
  void add(std::string_view term, std::size_t, std::size_t, Kind) {
    if (!text.empty()) text += ' ';
    text += term;
  }
};

struct Listed {
  static constexpr bool needs_places = true;
  std::vector<SearchTerm> terms;
  void add(std::string_view term, std::size_t from, std::size_t to, Kind kind) {
    terms.push_back({std::string(term), from, to, kind});
  }
};

// What Cutter makes of a text of ASCII, in one pass: most texts are.
std::string joined_ascii_terms(std::string_view text) {
  std::string joined(text.size() + text.size() / k_longest + 1, ' ');
  char* const bytes = joined.data();
  std::size_t size = 0;
  std::size_t length = 0;  // of the word so far
  for (const char c : text) {
    const char lower = k_term_byte[static_cast<unsigned char>(c)];
    if (lower == 0) {
      length = 0;
      continue;
    }
    if (length == k_longest) length = 0;
    if (length == 0 && size > 0) ++size;  // a space is there already
    bytes[size++] = lower;
    ++length;
  }
  joined.resize(size);
  return joined;
}

bool is_same(const Phrase& phrase, std::size_t index, std::string_view term) {
  const std::string& wanted = phrase.terms[index];
  const bool is_beginning = phrase.is_prefix && index + 1 == phrase.terms.size();
  return is_beginning ? term.starts_with(wanted) : term == wanted;
}

bool stands_at(const std::vector<SearchTerm>& all, std::size_t at, const Phrase& phrase) {
  for (std::size_t i = 0; i < phrase.terms.size(); ++i) {
    if (!is_same(phrase, i, all[at + i].text)) return false;
  }
  return true;
}

}  // namespace

std::vector<SearchTerm> terms(std::string_view text) {
  Listed listed;
  Cutter(text, listed).cut();
  return std::move(listed.terms);
}

std::string joined_terms(std::string_view text) {
  if (is_ascii(text)) return joined_ascii_terms(text);
  Joined joined;
  joined.text.reserve(text.size());
  Cutter(text, joined).cut();
  return std::move(joined.text);
}

Phrase phrase(std::string_view wanted) {
  wanted = trim(wanted);
  std::vector<SearchTerm> all = terms(wanted);
  Phrase phrase;
  // At either end a pair says what its character alone would.
  if (all.size() > 1 && all.back().kind == Kind::character && all[all.size() - 2].kind == Kind::pair) all.pop_back();
  if (all.size() > 1 && all[0].kind == Kind::character && all[1].kind == Kind::pair) all.erase(all.begin());
  phrase.is_prefix =
      !all.empty() && all.back().kind == Kind::word && wanted.ends_with('*') && all.back().to + 1 == wanted.size();
  for (SearchTerm& term : all) phrase.terms.push_back(std::move(term.text));
  return phrase;
}

std::vector<Place> places(std::string_view text, const Phrase& phrase) {
  std::vector<Place> found;
  const std::size_t size = phrase.terms.size();
  if (size == 0) return found;
  const std::vector<SearchTerm> all = terms(text);
  for (std::size_t at = 0; at + size <= all.size(); ++at) {
    if (stands_at(all, at, phrase)) found.push_back({all[at].from, all[at + size - 1].to});
  }
  return found;
}

bool contains(std::string_view text, const Phrase& phrase) {
  const std::size_t size = phrase.terms.size();
  if (size == 0) return false;
  const std::vector<SearchTerm> all = terms(text);
  for (std::size_t at = 0; at + size <= all.size(); ++at) {
    if (stands_at(all, at, phrase)) return true;
  }
  return false;
}

}  // namespace behest::text
