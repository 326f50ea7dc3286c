#include "cli/words.hpp"

#include <algorithm>

#include "behest/core/error.hpp"
#include "behest/text/utf8.hpp"
#include "cli/parse.hpp"
#include "cli/usage.hpp"

namespace behest {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

OptionWord read_long(const std::string& word, const KnownOptions& known) {
  OptionWord out;
  const std::size_t equals = word.find('=');
  const std::string name = word.substr(0, equals);
  const Declared* option = known.find(name);
  if (option == nullptr) {
    out.unknown = name;
    return out;
  }
  const bool has_value = equals != std::string::npos;
  out.uses.push_back({option, name, has_value ? word.substr(equals + 1) : option->implied});
  out.refuses_value = has_value && option->is_flag();
  out.wants_value = !has_value && !option->is_flag() && option->implied.empty();
  return out;
}

// The letter at `at` as an option name; a whole character where it is not ASCII, so that messages stay readable.
std::string short_name(const std::string& word, std::size_t at) {
  const auto point = text::decode(word, at);
  return "-" + word.substr(at, point ? point->length : 1);
}

OptionWord read_cluster(const std::string& word, const KnownOptions& known) {
  OptionWord out;
  for (std::size_t at = 1; at < word.size(); ++at) {
    const std::string name = short_name(word, at);
    const Declared* option = known.find(name);
    if (option == nullptr && at > 1 && word[at] == '=' && out.uses.back().option->is_flag()) {
      out.uses.back().value = word.substr(at + 1);
      out.refuses_value = true;
      return out;
    }
    if (option == nullptr) {
      out.unknown = name;
      return out;
    }
    out.uses.push_back({option, name, ""});
    if (option->is_flag()) continue;
    out.uses.back().value = word.substr(at + 1);
    out.wants_value = out.uses.back().value.empty();
    return out;
  }
  return out;
}

std::string list_hint(std::string_view command_name) {
  if (command_name.empty()) return "'behest help' lists the commands and the options that all of them take";
  return "'behest help " + std::string(command_name) + "' lists the options";
}

Error unknown_option(const std::string& word, const std::string& name, const KnownOptions& known,
                     std::string_view command_name) {
  const bool is_part = name.size() < word.size() && !word.starts_with("--");
  Error error{ErrorKind::usage, "unknown option '" + name + "'" + (is_part ? " in '" + word + "'" : ""), ""};
  const std::string doubled = "-" + word.substr(0, word.find('='));
  std::string meant = is_part && known.find(doubled) != nullptr ? doubled : known.nearest(name);
  if (!meant.empty()) error.hint = "did you mean '" + meant + "'? ";
  if (meant.empty() && command_name.empty()) error.hint = "the options of a command stand after its name; ";
  error.hint += list_hint(command_name);
  return error;
}

Error refused_value(const OptionUse& use) {
  return {ErrorKind::usage, use.name + " takes no value", "write " + use.name + " alone, without '=" + use.value + "'"};
}

Error missing_value(const OptionUse& use) {
  return {ErrorKind::usage, use.name + " needs a value",
          "write " + use.name + " " + use.option->value_name + ", for example as the next word"};
}

}  // namespace

KnownOptions::KnownOptions(std::initializer_list<const Args*> declarations) {
  for (const Args* args : declarations) {
    for (const Declared& declared : args->declared()) {
      if (!declared.is_positional()) options_.push_back(&declared);
    }
  }
}

const Declared* KnownOptions::find(std::string_view name) const {
  for (const Declared* option : options_) {
    if (std::find(option->names.begin(), option->names.end(), name) != option->names.end()) return option;
  }
  return nullptr;
}

std::string KnownOptions::nearest(std::string_view name) const {
  if (!name.starts_with("--")) return "";
  std::vector<std::string> candidates;
  for (const Declared* option : options_) {
    for (const std::string& candidate : option->names) {
      if (candidate.starts_with("--")) candidates.push_back(candidate);
    }
  }
  return nearest_word(name, candidates);
}

bool KnownOptions::is_option_word(std::string_view word) const {
  if (word.size() < 2 || word.front() != '-') return false;
  return !is_digit(word[1]) || find(word.substr(0, 2)) != nullptr;
}

OptionWord read_option_word(const std::string& word, const KnownOptions& known) {
  return word.starts_with("--") ? read_long(word, known) : read_cluster(word, known);
}

ScannedWords scan_words(const std::vector<std::string>& words, const KnownOptions& known,
                        std::string_view command_name) {
  ScannedWords out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (word == "--") {
      out.positionals.insert(out.positionals.end(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end());
      break;
    }
    if (!known.is_option_word(word)) {
      out.positionals.push_back(word);
      continue;
    }
    OptionWord read = read_option_word(word, known);
    if (!read.unknown.empty()) throw unknown_option(word, read.unknown, known, command_name);
    if (read.refuses_value) throw refused_value(read.uses.back());
    if (read.wants_value) {
      if (at + 1 == words.size()) throw missing_value(read.uses.back());
      read.uses.back().value = words[++at];
    }
    out.uses.insert(out.uses.end(), read.uses.begin(), read.uses.end());
  }
  return out;
}

CommandLine find_verb(const std::vector<std::string>& argv_without_program) {
  Globals globals;
  const Args declared = global_declarations(globals);
  const KnownOptions known{&declared};
  const std::vector<std::string>& words = argv_without_program;
  std::size_t at = 0;
  while (at < words.size() && known.is_option_word(words[at]) && words[at] != "--") {
    const OptionWord read = read_option_word(words[at], known);
    if (!read.unknown.empty()) return {"", words, 0};
    at += read.wants_value ? 2 : 1;
  }
  if (at < words.size() && words[at] == "--") ++at;
  CommandLine out{"", words, at};
  if (at < words.size()) {
    out.verb = words[at];
    out.rest.erase(out.rest.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return out;
}

std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, std::min<std::size_t>(3, word.size() / 3)) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = text::distance(word, candidate);
    if (distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

}  // namespace behest
