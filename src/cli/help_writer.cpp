#include <algorithm>
#include <array>

#include "cli/layout.hpp"
#include "cli/topics.hpp"
#include "cli/usage.hpp"
#include "cli/writers.hpp"

namespace behest {

namespace {

struct Step {
  std::string_view verb;
  std::string_view command;
  std::string_view what;
};
constexpr std::array k_first_steps{
    Step{"submit", "behest submit 'The printer jams'", "log a request"},
    Step{"list", "behest list", "see what is open"},
    Step{"show", "behest show 1", "read request 1"},
    Step{"comment", "behest comment 1 -m 'Ordered a new drum'", "add to it"},
    Step{"close", "behest close 1", "finish it"},
    Step{"undo", "behest undo", "take the last command back"},
};

// "-b, --body TEXT"; an option without a letter is indented as if it had one.
std::string option_term(const Declared& option) {
  std::string out = option.names.front().starts_with("--") ? "    " : "";
  for (const std::string& name : option.names) out += (&name == &option.names.front() ? "" : ", ") + name;
  return option.is_flag() ? out : out + " " + option.value_name;
}

std::vector<Entry> option_entries(const Args& args) {
  std::vector<Entry> out;
  for (const Declared& declared : args.declared()) {
    if (!declared.is_positional()) out.push_back({option_term(declared), full_help(declared)});
  }
  return out;
}

std::vector<Entry> positional_entries(const Args& args) {
  std::vector<Entry> out;
  for (const Declared& declared : args.declared()) {
    if (declared.is_positional()) out.push_back({positional_title(declared), full_help(declared)});
  }
  return out;
}

std::string section(std::string_view title, const std::vector<Entry>& entries, std::size_t width) {
  if (entries.empty()) return "";
  return "\n" + std::string(title) + ":\n" + two_columns(entries, width);
}

std::string usage(std::string_view command_name, const Args& args, std::size_t width) {
  constexpr std::string_view k_title = "Usage: ";
  constexpr std::string_view k_indent = "           ";
  std::string out;
  for (const std::string& line : wrap(usage_line(command_name, args), width - k_indent.size())) {
    out.append(out.empty() ? k_title : k_indent).append(line).append("\n");
  }
  return "\n" + out;
}

std::string examples(std::span<const Example> examples) {
  if (examples.empty()) return "";
  std::string out = "\nExamples:\n";
  for (const Example& example : examples) {
    if (&example != &examples.front()) out += '\n';
    out.append("  # ").append(example.what).append("\n  ").append(example.command).append("\n");
  }
  return out;
}

std::vector<Entry> first_steps(const CommandTable& table) {
  std::vector<Entry> out;
  for (const Step& step : k_first_steps) {
    const auto is_it = [&](const Command* command) { return command->name == step.verb; };
    if (std::any_of(table.commands.begin(), table.commands.end(), is_it)) {
      out.push_back({std::string(step.command), std::string(step.what)});
    }
  }
  return out;
}

// Terms of any width in one column: these are commands to copy, and must not be broken.
std::string steps(const std::vector<Entry>& entries) {
  std::size_t widest = 0;
  for (const Entry& entry : entries) widest = std::max(widest, entry.term.size());
  std::string out;
  for (const Entry& entry : entries) {
    out.append("  ").append(entry.term).append(widest - entry.term.size() + 2, ' ').append(entry.text).append("\n");
  }
  return out.empty() ? out : "\nFirst steps:\n" + out;
}

}  // namespace

CommandTable whole_table() { return {all_commands(), command_groups()}; }

std::string help_overview(std::size_t width) { return help_overview(whole_table(), width); }

std::string help_overview(const CommandTable& table, std::size_t width) {
  const std::size_t columns = reading_width(width);
  std::string out = wrap_paragraphs(
      "behest keeps the requests of a service desk: log them, work through them, and "
      "see how well it goes. Nothing has to be set up first.",
      0, columns);
  out += usage("", Args{}, columns);
  out += steps(first_steps(table));
  for (const CommandGroup& group : table.groups) {
    std::vector<Entry> entries;
    for (const Command* command : table.commands) {
      if (command->group == group.key) entries.push_back({std::string(command->name), std::string(command->summary)});
    }
    out += section(group.title, entries, columns);
  }
  std::vector<Entry> topics;
  for (const Topic& topic : help_topics()) topics.push_back({std::string(topic.name), std::string(topic.summary)});
  out += section("To read with 'behest help TOPIC'", topics, columns);
  Globals globals;
  out += section("Options of every command", option_entries(global_declarations(globals)), columns);
  out += "\n" + wrap_paragraphs(
                    "'behest help COMMAND' explains one command with examples; 'man behest' is the whole "
                    "manual.",
                    0, columns);
  return out;
}

std::string help_command(const Command& command, std::size_t width) {
  const std::size_t columns = reading_width(width);
  const Declaration declaration = declaration_of(command);
  std::string out = wrap_paragraphs(as_sentence(command.summary), 0, columns);
  out += usage(command.name, declaration.args, columns);
  if (!command.about.empty()) out += "\n" + wrap_paragraphs(command.about, 0, columns);
  out += section("Arguments", positional_entries(declaration.args), columns);
  out += section("Options", option_entries(declaration.args), columns);
  out += examples(command.examples);
  out += "\n" + wrap_paragraphs(
                    "Every command also takes --json, --dry-run, --user and more: 'behest help' lists them. "
                    "The manual page is 'man behest-" +
                        std::string(command.name) + "'.",
                    0, columns);
  return out;
}

}  // namespace behest
