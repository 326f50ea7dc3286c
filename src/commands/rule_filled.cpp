#include "commands/rule_views.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

// What was learned and filled in by itself, as learn.fill allows: what the fact of the field keeps.
struct Filled {
  std::string field;
  std::string label;
  std::string reason;
};

std::vector<std::string> terms_in(const JsonValue& fact) {
  std::vector<std::string> terms;
  const JsonValue* all = fact.find("terms");
  if (all == nullptr || all->array() == nullptr) return terms;
  for (const JsonValue& term : *all->array()) {
    if (term.string() != nullptr) terms.push_back(*term.string());
  }
  return terms;
}

std::string reason_of(const JsonValue& fact) {
  std::vector<std::string> guesses;
  const JsonValue* best = fact.find("best");
  if (best == nullptr || best->array() == nullptr) return {};
  for (const JsonValue& guess : *best->array()) {
    const JsonValue* label = guess.find("label");
    const JsonValue* confidence = guess.find("confidence");
    const bool is_whole = label != nullptr && label->string() != nullptr && confidence != nullptr;
    if (is_whole) guesses.push_back(*label->string() + " " + text::dump(*confidence));
  }
  const std::string terms = joined(terms_in(fact));
  return "past requests say " + joined(guesses) + (terms.empty() ? "" : "; because of " + terms);
}

std::vector<Filled> filled_in(const Event& event) {
  std::vector<Filled> all;
  for (const Change& change : event.changes) {
    const bool is_made = event.kind == "suggest" && change.field.starts_with("suggest.");
    const JsonValue* is_filled = is_made ? change.after.find("filled") : nullptr;
    const JsonValue* chosen =
        is_filled != nullptr && *is_filled == JsonValue(true) ? change.after.find("chosen") : nullptr;
    if (chosen == nullptr || chosen->string() == nullptr) continue;
    all.push_back(
        {change.field.substr(std::string_view("suggest.").size()), *chosen->string(), reason_of(change.after)});
  }
  return all;
}

void print_one(Env& env, Renderer& renderer, const Event& event, const Filled& filled) {
  const auto command = env.store->command(event.command);
  const JsonValue::Array change = {JsonValue::Object{{"field", filled.field}, {"old", {}}, {"new", filled.label}}};
  renderer.row({{event.at},
                {std::string("learn.fill")},
                {command ? command->verb : event.kind},
                {command ? command->actor : event.actor},
                {command && command->is_undone},
                env.is_json() ? Cell{JsonValue(change)} : Cell{filled.field + ": - -> " + filled.label},
                filled.reason.empty() ? Cell{} : Cell{filled.reason},
                Cell{}});
}

}  // namespace

void print_filled(Env& env, Renderer& renderer, const Event& event) {
  for (const Filled& filled : filled_in(event)) print_one(env, renderer, event, filled);
}

}  // namespace behest::commands
