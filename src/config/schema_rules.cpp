#include <algorithm>
#include <array>

#include "config/schema.hpp"
#include "config/toml_text.hpp"

namespace behest::config {
namespace {

using Shown = std::optional<std::string>;

constexpr std::string_view k_texts = "text in quotes, or a list of them";
constexpr std::array<std::string_view, 3> k_moments = {"submit", "change", "tick"};
constexpr std::array<std::string_view, 12> k_settable = {"assignee", "category", "channel",  "due",
                                                         "estimate", "impact",   "priority", "resolution",
                                                         "state",    "team",     "type",     "urgency"};

RuleConfig& rule_at(const Slot& slot) { return slot.config.rules[slot.entry]; }
HookConfig& hook_at(const Slot& slot) { return slot.config.hooks[slot.entry]; }

Shown unless_empty(const std::string& text) { return text.empty() ? Shown() : toml_text(text); }
Shown unless_empty(const std::vector<std::string>& texts) { return texts.empty() ? Shown() : show_names(texts); }
Shown unless_empty(const std::vector<Skill>& skills) { return skills.empty() ? Shown() : show_skills(skills); }
Shown unless_false(bool is_so) { return is_so ? Shown("true") : Shown(); }

template <auto Entries, auto Member>
Shown shown(const Config& config, std::size_t entry) {
  return unless_empty((config.*Entries)[entry].*Member);
}
template <auto Entries, auto Member>
Shown shown_flag(const Config& config, std::size_t entry) {
  return unless_false((config.*Entries)[entry].*Member);
}
template <auto Member>
Fit rule_text_at(const TomlNode& value, const Slot& slot) {
  return read_text(value, rule_at(slot).*Member);
}
template <auto Member>
Fit rule_texts_at(const TomlNode& value, const Slot& slot) {
  return read_texts(value, k_texts, rule_at(slot).*Member);
}
template <auto Member>
Fit rule_flag_at(const TomlNode& value, const Slot& slot) {
  return read_boolean(value, rule_at(slot).*Member);
}
template <auto Entries, auto Member>
Fit skills_at(const TomlNode& value, const Slot& slot) {
  return read_skills(value, (slot.config.*Entries)[slot.entry].*Member);
}

// The entry has it already.
Fit rule_name_at(const TomlNode& value, const Slot&) {
  std::string name;
  return read_name(value, name);
}
Fit when_at(const TomlNode& value, const Slot& slot) { return read_query(value, rule_at(slot).when); }
Fit on_at(const TomlNode& value, const Slot& slot) {
  std::vector<std::string> on;
  if (Fit misfit = read_texts(value, "submit, change or tick, or a list of them", on)) return misfit;
  for (const std::string& moment : on) {
    if (std::ranges::find(k_moments, moment) != k_moments.end()) continue;
    return Misfit{value.at, "takes submit, change or tick, or a list of them, not '" + moment + "'", {}};
  }
  rule_at(slot).on = std::move(on);
  return {};
}

std::string listed_fields() {
  std::string all;
  for (const std::string_view name : k_settable) all += std::string(name) + ", ";
  return all + "field.NAME";
}

Fit add_setting(const std::string& field, const TomlNode& value, RuleConfig& rule) {
  std::string text;
  if (value.kind == TomlNode::Kind::integer) {
    text = std::to_string(value.integer);
  } else if (Fit misfit = read_text(value, text)) {
    return misfit;
  }
  const bool is_custom = field.starts_with("field.") && field.size() > 6;
  if (!is_custom && std::ranges::find(k_settable, field) == k_settable.end()) {
    return Misfit{value.at, "sets fields, and '" + field + "' is none", "these can be set: " + listed_fields()};
  }
  if (field == "priority" && !text.empty() && !parse_priority(text)) {
    return Misfit{value.at, "sets a priority from \"P1\" to \"P5\", not '" + text + "'", {}};
  }
  if (field == "state" && text != "open" && text != "pending" && text != "closed") {
    return Misfit{value.at, "sets the state to open, pending or closed, not '" + text + "'", {}};
  }
  if (field == "resolution" && !resolution_named(text)) {
    return Misfit{value.at, "sets a resolution, and '" + text + "' is none",
                  "the resolutions are " + resolution_names()};
  }
  rule.set.emplace_back(field, std::move(text));
  return {};
}

Fit set_at(const TomlNode& value, const Slot& slot) {
  if (value.kind != TomlNode::Kind::table) {
    return Misfit{value.at, "takes a table such as { team = \"net\", priority = \"P2\" }, not " + kind_name(value), {}};
  }
  RuleConfig rule;
  for (const TomlNode& member : value.items) {
    if (member.key == "field" && member.kind == TomlNode::Kind::table) {
      for (const TomlNode& custom : member.items) {
        if (Fit misfit = add_setting("field." + custom.key, custom, rule)) return misfit;
      }
    } else if (Fit misfit = add_setting(member.key, member, rule)) {
      return misfit;
    }
  }
  rule_at(slot).set = std::move(rule.set);
  return {};
}
Shown shown_set(const Config& config, std::size_t entry) {
  std::string all;
  for (const auto& [field, value] : config.rules[entry].set) {
    all += (all.empty() ? "{ " : ", ") + toml_key(field) + " = " + toml_text(value);
  }
  return all.empty() ? Shown() : all + " }";
}

Fit hook_on_at(const TomlNode& value, const Slot& slot) { return read_texts(value, k_texts, hook_at(slot).on); }
Fit hook_command_at(const TomlNode& value, const Slot& slot) { return read_text(value, hook_at(slot).command); }
Fit hook_timeout_at(const TomlNode& value, const Slot& slot) { return read_duration(value, hook_at(slot).timeout); }
Shown shown_timeout(const Config& config, std::size_t entry) { return show_duration(config.hooks[entry].timeout); }

Fit lead_at(const TomlNode& value, const Slot& slot) { return read_name(value, slot.config.teams[slot.entry].lead); }

Fit agent_capacity_at(const TomlNode& value, const Slot& slot) {
  std::size_t count = 0;
  if (Fit misfit = read_count(value, count)) return misfit;
  slot.config.agents[slot.entry].capacity = static_cast<int>(count);
  return {};
}
Shown shown_agent_capacity(const Config& config, std::size_t entry) {
  const auto& capacity = config.agents[entry].capacity;
  return capacity ? Shown(std::to_string(*capacity)) : Shown();
}
Fit capacity_at(const TomlNode& value, const Slot& slot) {
  std::size_t count = 0;
  if (Fit misfit = read_count(value, count)) return misfit;
  slot.config.assign_capacity = static_cast<int>(count);
  return {};
}
Shown shown_capacity(const Config& config, std::size_t) { return std::to_string(config.assign_capacity); }

constexpr std::string_view k_weights = "takes 5 whole numbers from 0 to 1000, of P1 to P5";

Fit weights_at(const TomlNode& value, const Slot& slot) {
  if (value.kind != TomlNode::Kind::array || value.items.size() != 5) {
    return Misfit{value.at, std::string(k_weights), {}};
  }
  std::vector<int> weights;
  for (const TomlNode& item : value.items) {
    if (item.kind != TomlNode::Kind::integer || item.integer < 0 || item.integer > 1000) {
      return Misfit{item.at, std::string(k_weights), {}};
    }
    weights.push_back(static_cast<int>(item.integer));
  }
  slot.config.assign_weights = std::move(weights);
  return {};
}
Shown shown_weights(const Config& config, std::size_t) {
  std::string all = "[";
  for (const int weight : config.assign_weights) all += (all.size() > 1 ? ", " : "") + std::to_string(weight);
  return all + "]";
}

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"team.NAME.lead", "name", "", "Whom a rule notifies as `lead`", false},
     lead_at,
     shown<&Config::teams, &TeamConfig::lead>},
    {{"agent.NAME.skills", "list of skills", "", "What the agent can do: \"dns\", or \"vpn:2\" for a level of 1 to 9",
      false},
     skills_at<&Config::agents, &AgentConfig::skills>,
     shown<&Config::agents, &AgentConfig::skills>},
    {{"agent.NAME.capacity", "whole number", "", "How much weight of new and open requests the agent takes", false},
     agent_capacity_at,
     shown_agent_capacity},
    {{"category.NAME.skills", "list of skills", "", "Without these nobody is chosen for its requests", false},
     skills_at<&Config::categories, &CategoryConfig::skills>,
     shown<&Config::categories, &CategoryConfig::skills>},
    {{"category.NAME.prefer", "list of skills", "", "Who has these is chosen first by `assign --auto=skills`", false},
     skills_at<&Config::categories, &CategoryConfig::prefer>,
     shown<&Config::categories, &CategoryConfig::prefer>},
    {{"assign.capacity", "whole number", "20", "The capacity of agents who declare none", false},
     capacity_at,
     shown_capacity},
    {{"assign.weights", "list of 5 whole numbers", "[1, 1, 1, 1, 1]", "What a request of P1 to P5 weighs in a load",
      false},
     weights_at,
     shown_weights},
    {{"rule.NAME.name", "name", "",
      "The rule's name. Rules stand in the file as [[rule]], each with its name, and are applied in that order", false},
     rule_name_at,
     shown<&Config::rules, &RuleConfig::name>},
    {{"rule.NAME.when", "query", "", "Which requests it is about; without it, all", false},
     when_at,
     shown<&Config::rules, &RuleConfig::when>},
    {{"rule.NAME.on", "submit|change|tick, or a list", "\"submit\"",
      "When it is looked at: for a new request, after any other change, or by `behest tick`", false},
     on_at,
     shown<&Config::rules, &RuleConfig::on>},
    {{"rule.NAME.set", "table", "",
      "Fields and their values: category, type, team, assignee, priority, impact, urgency, channel, due, estimate, "
      "state, resolution, \"field.NAME\"; \"\" empties one",
      false},
     set_at,
     shown_set},
    {{"rule.NAME.labels", "text, or a list", "", "Labels to add, and with - before them to take away", false},
     rule_texts_at<&RuleConfig::labels>,
     shown<&Config::rules, &RuleConfig::labels>},
    {{"rule.NAME.assign", "text", "",
      "A person, or how to choose one while nobody has the request: least-loaded, round-robin, skills", false},
     rule_text_at<&RuleConfig::assign>,
     shown<&Config::rules, &RuleConfig::assign>},
    {{"rule.NAME.comment", "text", "", "A comment to add, a template as in `behest help formats`", false},
     rule_text_at<&RuleConfig::comment>,
     shown<&Config::rules, &RuleConfig::comment>},
    {{"rule.NAME.public", "boolean", "false", "Whether the comment is for the requester to see", false},
     rule_flag_at<&RuleConfig::is_public>,
     shown_flag<&Config::rules, &RuleConfig::is_public>},
    {{"rule.NAME.notify", "text, or a list", "",
      "Who finds it in `behest inbox`: requester, assignee, watchers, lead, or a person", false},
     rule_texts_at<&RuleConfig::notify>,
     shown<&Config::rules, &RuleConfig::notify>},
    {{"rule.NAME.stop", "boolean", "false", "Whether no rule after it is looked at", false},
     rule_flag_at<&RuleConfig::is_last>,
     shown_flag<&Config::rules, &RuleConfig::is_last>},
    {{"hook.NAME.on", "text, or a list", "",
      "Verbs after which it is run, as `behest log` shows them: submit, edit, assign, close, rule, …; or any", true},
     hook_on_at,
     shown<&Config::hooks, &HookConfig::on>},
    {{"hook.NAME.command", "text", "",
      "The program, by its whole path, and its words; it reads JSON on its standard input", true},
     hook_command_at,
     shown<&Config::hooks, &HookConfig::command>},
    {{"hook.NAME.timeout", "duration", "\"10s\"", "How long it may take before it is ended", true},
     hook_timeout_at,
     shown_timeout},
});

}  // namespace

std::span<const SchemaKey> rule_keys() { return k_keys; }

}  // namespace behest::config
