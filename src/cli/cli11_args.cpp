#include <algorithm>
#include <charconv>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "behest/core/error.hpp"
#include "cli/parse.hpp"
#include "cli/usage.hpp"
#include "cli/words.hpp"

namespace behest {

namespace {

// A declaration beside the CLI11 option that collects its words; none for a positional that gets no word.
struct Slot {
  const Declared* declared = nullptr;
  CLI::Option* option = nullptr;
  std::size_t count() const { return option == nullptr ? 0 : option->count(); }
};

struct Context {
  std::string_view command_name;
  const Args* command;
};

CLI::callback_t keep_words() {
  return [](const CLI::results_t&) { return true; };
}

std::string joined_names(const Declared& declared) {
  std::string out;
  for (const std::string& name : declared.names) out += (out.empty() ? "" : ",") + name;
  return out;
}

CLI::Option* add_option(CLI::App& app, const Declared& declared) {
  if (declared.is_flag()) return app.add_flag(joined_names(declared));
  return app.add_option(joined_names(declared), keep_words())
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// How many words each positional gets: what is required first, then the optional ones in order, and a list the rest.
std::vector<std::size_t> allot(const std::vector<const Declared*>& positionals, std::size_t words) {
  std::vector<std::size_t> counts(positionals.size(), 0);
  for (std::size_t i = 0; i < positionals.size() && words > 0; ++i) {
    if (!positionals[i]->is_required) continue;
    counts[i] = 1;
    --words;
  }
  for (std::size_t i = 0; i < positionals.size() && words > 0; ++i) {
    if (positionals[i]->is_list()) {
      counts[i] += words;
      words = 0;
    } else if (counts[i] == 0) {
      counts[i] = 1;
      --words;
    }
  }
  return counts;
}

std::vector<const Declared*> positionals_of(const Args& args) {
  std::vector<const Declared*> out;
  for (const Declared& declared : args.declared()) {
    if (declared.is_positional()) out.push_back(&declared);
  }
  return out;
}

// CLI11 splits `[a,b]` for an option without a fixed number of words, so each positional expects exactly its share.
std::size_t add_positionals(CLI::App& app, const Args& args, std::size_t words, std::vector<Slot>& slots) {
  const std::vector<const Declared*> positionals = positionals_of(args);
  const std::vector<std::size_t> counts = allot(positionals, words);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < positionals.size(); ++i) {
    Slot slot{positionals[i], nullptr};
    if (counts[i] > 0) {
      slot.option = app.add_option("word" + std::to_string(i), keep_words())
                        ->expected(static_cast<int>(counts[i]))
                        ->allow_extra_args(false)
                        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    taken += counts[i];
    slots.push_back(slot);
  }
  return taken;
}

// The scanned words in the one spelling that CLI11 2.1.2 reads as git would: names and values as words of their own
// (it takes `--body=` for a missing value, `--json=false` for an answer and `-q-x` for `--x`), positionals behind `--`.
std::vector<std::string> plain_words(const ScannedWords& scanned, std::size_t positionals) {
  std::vector<std::string> out;
  for (const OptionUse& use : scanned.uses) {
    out.push_back(use.name);
    if (!use.option->is_flag()) out.push_back(use.value);
  }
  out.emplace_back("--");
  out.insert(out.end(), scanned.positionals.begin(),
             scanned.positionals.begin() + static_cast<std::ptrdiff_t>(positionals));
  return out;
}

void run_cli11(CLI::App& app, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    throw Error{ErrorKind::usage, error.what(), "'behest help' lists the commands and their options"};
  }
}

std::string see_usage(const Context& context) { return "usage: " + usage_line(context.command_name, *context.command); }

void check_choice(const Declared& declared, const std::string& value) {
  if (declared.choices.empty()) return;
  if (std::find(declared.choices.begin(), declared.choices.end(), value) != declared.choices.end()) return;
  std::string hint = nearest_word(value, declared.choices);
  if (!hint.empty()) hint = "did you mean '" + hint + "'? ";
  hint += "one of:";
  for (const std::string& choice : declared.choices) hint += " " + choice;
  throw Error{ErrorKind::usage, "'" + value + "' is not a value of " + std::string(title_of(declared)), hint};
}

std::int64_t whole_number(const Declared& declared, const std::string& value) {
  std::int64_t number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, status] = std::from_chars(value.data(), end, number);
  if (status == std::errc{} && stop == end) return number;
  const std::string title{title_of(declared)};
  throw Error{ErrorKind::usage, title + " needs a whole number, not '" + value + "'", "for example " + title + " 20"};
}

void check(const Slot& slot, const Context& context) {
  const Declared& declared = *slot.declared;
  const std::string title{title_of(declared)};
  if (slot.count() == 0) {
    if (!declared.is_required) return;
    throw Error{ErrorKind::usage, invocation(context.command_name) + ": " + title + " is missing", see_usage(context)};
  }
  if (declared.is_flag()) return;
  if (!declared.is_list() && slot.count() > 1) {
    throw Error{ErrorKind::usage, title + " is given twice", "it takes one value: keep the one you mean"};
  }
  for (const std::string& value : slot.option->results()) check_choice(declared, value);
}

// Everything that may fail for a slot is done before the first target is written.
struct Fill {
  const Slot& slot;
  void operator()(bool* target) const { *target = true; }
  void operator()(std::string* target) const { *target = slot.option->results().front(); }
  void operator()(std::optional<std::string>* target) const { *target = slot.option->results().front(); }
  void operator()(std::optional<std::int64_t>* target) const {
    *target = whole_number(*slot.declared, slot.option->results().front());
  }
  void operator()(std::vector<std::string>* target) const { *target = slot.option->results(); }
};

void check_numbers(const std::vector<Slot>& slots) {
  for (const Slot& slot : slots) {
    if (slot.count() == 0 || !std::holds_alternative<std::optional<std::int64_t>*>(slot.declared->target)) continue;
    whole_number(*slot.declared, slot.option->results().front());
  }
}

void fill(const std::vector<Slot>& slots) {
  check_numbers(slots);
  for (const Slot& slot : slots) {
    if (slot.count() > 0) std::visit(Fill{slot}, slot.declared->target);
  }
}

bool asks_for_help(const ScannedWords& scanned) {
  const auto is_help = [](const OptionUse& use) {
    const std::string_view title = title_of(*use.option);
    return title == "--help" || title == "--version";
  };
  return std::any_of(scanned.uses.begin(), scanned.uses.end(), is_help);
}

// Making an option costs more than finding that nobody used it.
bool is_of_use(const Declared& declared, const ScannedWords& scanned) {
  if (declared.is_positional()) return false;
  const auto is_it = [&](const OptionUse& use) { return use.option == &declared; };
  return declared.is_required || std::any_of(scanned.uses.begin(), scanned.uses.end(), is_it);
}

Error too_many(const std::string& word, const Context& context) {
  Error error{ErrorKind::usage, invocation(context.command_name) + ": unexpected word '" + word + "'", ""};
  error.hint = positionals_of(*context.command).empty() ? "" : "put quotes around text that has spaces in it; ";
  error.hint += see_usage(context);
  return error;
}

}  // namespace

void parse_words(const std::vector<std::string>& words, const Args& declared_of_command, const Args& globals,
                 std::string_view command_name) {
  const Context context{command_name, &declared_of_command};
  const ScannedWords scanned = scan_words(words, KnownOptions{&declared_of_command, &globals}, command_name);
  const bool is_help = asks_for_help(scanned);

  CLI::App app;
  app.set_help_flag();
  std::vector<Slot> slots;
  for (const Args* args : {&declared_of_command, &globals}) {
    for (const Declared& declared : args->declared()) {
      if (is_of_use(declared, scanned)) slots.push_back({&declared, add_option(app, declared)});
    }
  }
  const std::size_t taken = add_positionals(app, declared_of_command, scanned.positionals.size(), slots);
  run_cli11(app, plain_words(scanned, taken));

  if (!is_help) {
    if (taken < scanned.positionals.size()) throw too_many(scanned.positionals[taken], context);
    for (const Slot& slot : slots) check(slot, context);
  }
  fill(slots);
}

}  // namespace behest
