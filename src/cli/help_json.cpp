#include "cli/topics.hpp"
#include "cli/usage.hpp"
#include "cli/words.hpp"
#include "cli/writers.hpp"

namespace behest {

namespace {

using text::JsonValue;

JsonValue list_of(const std::vector<std::string>& words) {
  JsonValue::Array list;
  for (const std::string& word : words) list.emplace_back(word);
  return list;
}

JsonValue json_of(const Declared& declared) {
  return JsonValue::Object{
      {"names", list_of(declared.names)},
      {"value", declared.value_name.empty() ? JsonValue() : JsonValue(declared.value_name)},
      {"help", declared.help},
      {"choices", list_of(declared.choices)},
      {"required", declared.is_required},
      {"repeatable", declared.is_list()},
  };
}

JsonValue options_of(const Args& args, bool is_positional) {
  JsonValue::Array list;
  for (const Declared& declared : args.declared()) {
    if (declared.is_positional() == is_positional) list.push_back(json_of(declared));
  }
  return list;
}

JsonValue examples_of(std::span<const Example> examples) {
  JsonValue::Array list;
  for (const Example& example : examples) {
    list.emplace_back(JsonValue::Object{{"what", example.what}, {"command", example.command}});
  }
  return list;
}

JsonValue json_of(const Command& command) {
  const Declaration declaration = declaration_of(command);
  return JsonValue::Object{
      {"name", command.name},
      {"group", command.group},
      {"summary", command.summary},
      {"usage", usage_line(command.name, declaration.args)},
      {"about", command.about},
      {"arguments", options_of(declaration.args, true)},
      {"options", options_of(declaration.args, false)},
      {"examples", examples_of(command.examples)},
  };
}

JsonValue json_of(const Topic& topic) {
  JsonValue::Array sections;
  for (const TopicSection& section : topic.sections()) {
    JsonValue::Array items;
    for (const Entry& item : section.items) {
      items.emplace_back(JsonValue::Object{{"term", item.term}, {"text", item.text}});
    }
    sections.emplace_back(JsonValue::Object{{"title", section.title},
                                            {"text", section.prose},
                                            {"items", items},
                                            {"examples", examples_of(section.examples)}});
  }
  return JsonValue::Object{{"name", topic.name}, {"summary", topic.summary}, {"sections", sections}};
}

}  // namespace

std::optional<std::string> help_topic(std::string_view name, std::size_t width) {
  const Topic* const topic = find_topic(name);
  if (topic == nullptr) return std::nullopt;
  return help_topic(*topic, width);
}

JsonValue help_json() {
  JsonValue::Array commands;
  for (const Command* command : all_commands()) commands.push_back(json_of(*command));
  JsonValue::Array topics;
  for (const Topic& topic : help_topics()) topics.push_back(json_of(topic));
  Globals globals;
  return JsonValue::Object{
      {"commands", commands}, {"topics", topics}, {"options", options_of(global_declarations(globals), false)}};
}

JsonValue help_json(std::string_view name) {
  if (const Command* const command = find_command(name)) return json_of(*command);
  if (const Topic* const topic = find_topic(name)) return json_of(*topic);
  return {};
}

std::string nearest_help(std::string_view word) {
  std::vector<std::string> names;
  for (const Command* command : all_commands()) names.emplace_back(command->name);
  for (const Topic& topic : help_topics()) names.emplace_back(topic.name);
  return nearest_word(word, names);
}

}  // namespace behest
