#include "behest/version.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {};

void declare(Args&, Options&) {}

using Facts = std::vector<std::pair<std::string, text::JsonValue>>;

Facts facts_of(const StoreFacts& facts, bool exists) {
  const auto number = [](auto value) { return text::JsonValue(static_cast<std::int64_t>(value)); };
  text::JsonValue::Array problems;
  for (const std::string& problem : facts.problems) problems.emplace_back(problem);
  return {{"version", k_version_text},
          {"database", facts.path},
          {"exists", exists},
          {"engine", facts.engine},
          {"engine_source", facts.engine_source},
          {"journal", facts.journal},
          {"journal_reason", facts.journal_reason},
          {"file_mode", exists ? text::JsonValue(facts.file_mode) : text::JsonValue()},
          {"schema_version", number(facts.schema_version)},
          {"schema_supported", number(facts.schema_supported)},
          {"size_bytes", number(facts.size_bytes)},
          {"requests", number(facts.requests)},
          {"events", number(facts.events)},
          {"problems", problems}};
}

void say_facts(Env& env, const Facts& facts) {
  for (const auto& [name, value] : facts) {
    if (name == "problems" || value.is_null()) continue;
    std::string label = name;
    for (char& c : label) {
      if (c == '_') c = ' ';
    }
    const std::string padding(label.size() < 18 ? 18 - label.size() : 1, ' ');
    const bool* flag = value.boolean();
    const std::string shown = flag != nullptr             ? (*flag ? "yes" : "no, it is made by the first submit")
                              : value.string() != nullptr ? *value.string()
                                                          : text::dump(value);
    label += padding;
    label += shown;
    env.say(label);
  }
}

void run(Env& env, const Options&) {
  StoreFacts facts;
  env.store->read([&] { facts = env.store->facts(false); });
  facts.path = env.store_options.path;
  const bool exists = !env.store->is_empty_stand_in();
  if (exists && facts.file_mode.size() == 4 && facts.file_mode.substr(2) != "00") {
    env.note("behest: warning: others can read " + facts.path + " (mode " + facts.file_mode +
             "); 'chmod 600' keeps it to you");
  }
  const Facts rows = facts_of(facts, exists);
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object(rows.begin(), rows.end())));
  } else {
    say_facts(env, rows);
    env.say(facts.problems.empty() ? "quick check       sound" : "quick check       damaged");
  }
  if (facts.problems.empty()) return;
  throw Error{ErrorKind::bad_data, "the database is damaged: " + facts.problems.front(),
              "keep the file, and take up again from a copy"};
}

constexpr Example k_examples[] = {
    {"Is the database sound, and how is it kept?", "behest doctor"},
};

}  // namespace

constinit const Command k_doctor{
    "doctor",
    "check the database and tell how it is kept",
    "data",
    Needs::store_read,
    "Runs the engine's quick check and prints the versions, the place and mode of the file, its journal mode and why "
    "that one is used. Exit code 65 when something is damaged.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
