#include <algorithm>

#include "behest/core/error.hpp"
#include "behest/core/request.hpp"
#include "cli/completion.hpp"

namespace behest {

namespace {

std::vector<std::string> state_words() {
  std::vector<std::string> out;
  for (const State state : {State::new_, State::open, State::pending, State::hold, State::closed}) {
    out.emplace_back(name_of(state));
  }
  return out;
}

Offer offer_of(const Declared& declared) {
  if (!declared.choices.empty()) return {Offer::Kind::words, declared.choices};
  switch (declared.complete) {
    case Complete::id:
      return {Offer::Kind::dynamic, {"id"}};
    case Complete::person:
      return {Offer::Kind::dynamic, {"person"}};
    case Complete::team:
      return {Offer::Kind::dynamic, {"team"}};
    case Complete::category:
      return {Offer::Kind::dynamic, {"category"}};
    case Complete::label:
      return {Offer::Kind::dynamic, {"label"}};
    case Complete::query_field:
      return {Offer::Kind::dynamic, {"query-field"}};
    case Complete::config_key:
      return {Offer::Kind::dynamic, {"config-key"}};
    case Complete::field:
      return {Offer::Kind::dynamic, {"field"}};
    case Complete::state:
      return {Offer::Kind::words, state_words()};
    case Complete::priority:
      return {Offer::Kind::words, {"P1", "P2", "P3", "P4", "P5"}};
    case Complete::file:
      return {Offer::Kind::file, {}};
    case Complete::folder:
      return {Offer::Kind::folder, {}};
    case Complete::command:
      return {Offer::Kind::command, {}};
    case Complete::nothing:
    case Complete::choice:
      return {};
  }
  return {};
}

std::vector<OfferedOption> options_of(const Args& args) {
  std::vector<OfferedOption> out;
  for (const Declared& declared : args.declared()) {
    if (!declared.is_positional()) out.push_back({&declared, offer_of(declared)});
  }
  return out;
}

// Behind a list, a word may belong to it or to what follows it, so what follows is offered together with it.
std::vector<OfferedPlace> places_of(const Args& args) {
  std::vector<OfferedPlace> out;
  for (const Declared& declared : args.declared()) {
    if (!declared.is_positional()) continue;
    Offer offer = offer_of(declared);
    if (out.empty() || !out.back().repeats) {
      out.push_back({declared.value_name, std::move(offer), declared.is_list()});
      continue;
    }
    OfferedPlace& list = out.back();
    list.title += " or " + declared.value_name;
    const bool is_same_kind = offer.kind == list.offer.kind;
    if (list.offer.kind == Offer::Kind::nothing) {
      list.offer = std::move(offer);
    } else if (is_same_kind) {
      list.offer.words.insert(list.offer.words.end(), offer.words.begin(), offer.words.end());
    }
  }
  return out;
}

}  // namespace

Offered::Offered(const CommandTable& table) : global_args_(global_declarations(targets_)) {
  globals_ = options_of(global_args_);
  for (const Command* command : table.commands) {
    OfferedCommand made;
    made.name = command->name;
    made.summary = command->summary;
    made.declaration = declaration_of(*command);
    made.options = options_of(made.declaration.args);
    made.places = places_of(made.declaration.args);
    commands_.push_back(std::move(made));
  }
}

std::string shell_quoted(std::string_view constant) {
  std::string out = "'";
  for (const char c : constant) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string shell_quoted(const std::vector<std::string>& constants) {
  std::string out;
  for (const std::string& constant : constants) out += (out.empty() ? "" : " ") + shell_quoted(constant);
  return out;
}

std::string completion_script(std::string_view shell) { return completion_script(whole_table(), shell); }

std::string completion_script(const CommandTable& table, std::string_view shell) {
  if (shell == "bash") return bash_script(Offered(table));
  if (shell == "zsh") return zsh_script(Offered(table));
  if (shell == "fish") return fish_script(Offered(table));
  throw Error{ErrorKind::usage, "there is no completion for the shell '" + std::string(shell) + "'",
              "one of: bash zsh fish"};
}

}  // namespace behest
