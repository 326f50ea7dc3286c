#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "behest/command.hpp"
#include "behest/config.hpp"
#include "behest/core/query.hpp"

namespace behest {

// The commands that a writer writes about, sorted by name, and the groups in their order.
struct CommandTable {
  std::span<const Command* const> commands;
  std::span<const CommandGroup> groups;
};
// all_commands() and command_groups().
CommandTable whole_table();

// Everything the manual is made from.
struct ManualSources {
  CommandTable table;
  std::span<const ConfigKey> config_keys;
  std::span<const QueryFieldInfo> query_fields;
  std::span<const std::pair<std::string_view, QueryWord>> query_words;
};

// A file of the manual: behest.1, behest-submit.1, behest.toml.5, behest-query.7.
struct Page {
  std::string file;
  std::string text;
};

// All texts are made from constants of the program alone and end with a line feed. Widths are terminal columns; nothing
// is wrapped tighter than 40. Command::about is paragraphs separated by an empty line; a paragraph whose lines begin
// with two spaces is kept as it is, and `words in backquotes` are set off in the manual.

// What `behest` and `behest help` print: first steps, the commands by group, the options of every command.
std::string help_overview(std::size_t width);
std::string help_overview(const CommandTable& table, std::size_t width);
// What `behest help VERB` and `behest VERB -h` print.
std::string help_command(const Command& command, std::size_t width);

// What `behest help TOPIC` prints (exit-codes, query, fields, environment, formats); nothing for an unknown topic.
std::optional<std::string> help_topic(std::string_view name, std::size_t width);
// `behest help --json`: every command with its options and examples, every topic, the options that all commands take.
text::JsonValue help_json();
// One command, or one topic; null for neither.
text::JsonValue help_json(std::string_view name);
// The command or topic whose name is like `word`; "" when none is.
std::string nearest_help(std::string_view word);

std::vector<Page> man_pages();
std::vector<Page> man_pages(const ManualSources& sources);

// The completion script for "bash", "zsh" or "fish"; Error(usage) for any other shell. The scripts ask
// `behest completion words KIND` for values that depend on the database, with KIND one of id, person, team, category,
// label, query-field, config-key: a value, a TAB and a description a line. They never evaluate what it prints.
std::string completion_script(std::string_view shell);
std::string completion_script(const CommandTable& table, std::string_view shell);

}  // namespace behest
