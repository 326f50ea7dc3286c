#include "commands/diagnosis.hpp"

#include "behest/text/utf8.hpp"
#include "behest/version.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

// So that memory stays flat when everything is wrong.
constexpr std::size_t k_most_kept = 1000;
constexpr std::size_t k_shown_columns = 60;

std::string shown(const JsonValue& value) { return text::shorten(text::dump(value), k_shown_columns); }

// #12 state: stored "open", its events make "closed"
std::string finding_text(const ops::Finding& finding) {
  std::string line = finding.request == 0 ? "" : id_text(finding.request) + " ";
  if (!finding.sentence.empty()) return line + finding.sentence;
  return line + finding.field + ": stored " + shown(finding.stored) + ", its events make " + shown(finding.made);
}

JsonValue findings_json(const Findings& findings) {
  JsonValue::Array array;
  for (const ops::Finding& finding : findings.kept) {
    const auto text = [](const std::string& value) { return value.empty() ? JsonValue() : JsonValue(value); };
    array.emplace_back(JsonValue::Object{{"id", finding.request == 0 ? JsonValue() : JsonValue(finding.request)},
                                         {"field", text(finding.field)},
                                         {"stored", finding.stored},
                                         {"made", finding.made},
                                         {"message", text(finding.sentence)},
                                         {"repairable", finding.is_repairable}});
  }
  return array;
}

using Facts = std::vector<std::pair<std::string, JsonValue>>;

Facts facts_of(const Diagnosis& diagnosis, bool exists) {
  const StoreFacts& facts = diagnosis.facts;
  const auto number = [](auto value) { return JsonValue(static_cast<std::int64_t>(value)); };
  JsonValue::Array problems;
  for (const std::string& problem : facts.problems) problems.emplace_back(problem);
  return {{"version", k_version_text},
          {"database", facts.path},
          {"exists", exists},
          {"engine", facts.engine},
          {"engine_source", facts.engine_source},
          {"journal", facts.journal},
          {"journal_reason", facts.journal_reason},
          {"file_mode", exists ? JsonValue(facts.file_mode) : JsonValue()},
          {"schema_version", number(facts.schema_version)},
          {"schema_supported", number(facts.schema_supported)},
          {"size_bytes", number(facts.size_bytes)},
          {"requests", number(facts.requests)},
          {"events", number(facts.events)},
          {"problems", problems},
          {"full", diagnosis.is_full},
          {"findings", findings_json(diagnosis.findings)},
          {"repaired", diagnosis.is_repaired}};
}

void say_facts(Env& env, const Facts& facts) {
  for (const auto& [name, value] : facts) {
    if (value.is_null() || name == "problems" || name == "full" || name == "findings" || name == "repaired") continue;
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

void say_verdict(Env& env, const Diagnosis& diagnosis) {
  const std::string check = diagnosis.is_full ? "full check        " : "quick check       ";
  env.say(check + (diagnosis.is_sound() ? "sound" : "damaged"));
  for (const ops::Finding& finding : diagnosis.findings.kept) {
    env.say((diagnosis.is_repaired && finding.is_repairable ? "repaired: " : "") + finding_text(finding));
  }
  const auto told = static_cast<std::int64_t>(diagnosis.findings.kept.size());
  if (diagnosis.findings.all > told) env.say("and " + std::to_string(diagnosis.findings.all - told) + " more");
}

}  // namespace

void Findings::add(const ops::Finding& finding) {
  ++all;
  if (!finding.is_repairable) ++beyond_repair;
  if (kept.size() < k_most_kept) kept.push_back(finding);
}

void print_diagnosis(Env& env, const Diagnosis& diagnosis, bool exists) {
  const Facts rows = facts_of(diagnosis, exists);
  if (env.is_json()) {
    env.spool.add(text::json_document(JsonValue::Object(rows.begin(), rows.end())));
    return;
  }
  say_facts(env, rows);
  say_verdict(env, diagnosis);
}

}  // namespace behest::commands
