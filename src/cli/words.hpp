#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "behest/command.hpp"

namespace behest {

// The options that may appear on one command line.
class KnownOptions {
 public:
  explicit KnownOptions(std::initializer_list<const Args*> declarations);
  // `name` with its dashes; nullptr when nobody declares it.
  const Declared* find(std::string_view name) const;
  // The nearest name for "did you mean"; "" when none is near.
  std::string nearest(std::string_view name) const;
  // Whether a word is in the place of an option: it begins with '-', and is neither '-' alone nor a negative number or
  // time (`-2h`), unless that digit is an option.
  bool is_option_word(std::string_view word) const;

 private:
  std::vector<const Declared*> options_;
};

// One use of an option.
struct OptionUse {
  const Declared* option = nullptr;
  std::string name;  // as written: -b or --body
  std::string value;
};

// What one word that begins with '-' says: `-qn`, `-mTEXT`, `--body=TEXT`.
struct OptionWord {
  std::vector<OptionUse> uses;
  bool wants_value = false;    // the value of the last use is the next word
  bool refuses_value = false;  // the last use is a flag that was given a value
  std::string unknown;         // a name that nobody declares; the uses before it are given
};
OptionWord read_option_word(const std::string& word, const KnownOptions& known);

// A command line taken apart.
struct ScannedWords {
  std::vector<OptionUse> uses;
  std::vector<std::string> positionals;
};
// Throws Error(usage).
ScannedWords scan_words(const std::vector<std::string>& words, const KnownOptions& known,
                        std::string_view command_name);

// The candidate nearest to `word` when it is near enough to be a slip of the finger; "" otherwise.
std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace behest
