#include <algorithm>

#include "cli/man_pages.hpp"

namespace behest {

namespace {

// Every option name bold, the value in italics: -b, --body TEXT.
std::string option_term(const Declared& option) {
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "" : ", ") + roff_bold(name);
  return option.is_flag() ? out : out + " " + roff_italic(option.value_name);
}

std::string synopsis(const Command& command, const Args& args) {
  std::string out = roff_bold("behest " + std::string(command.name)) + " [" + roff_italic("OPTIONS") + "]";
  for (const Declared& declared : args.declared()) {
    if (!declared.is_required && !declared.is_positional()) continue;
    if (!declared.is_positional()) {
      out += " " + roff_bold(title_of(declared)) + " " + roff_italic(declared.value_name);
      continue;
    }
    const std::string name = roff_italic(declared.value_name) + (declared.is_list() ? " ..." : "");
    out += declared.is_required ? " " + name : " [" + name + "]";
  }
  return out;
}

bool has_positionals(const Args& args) {
  return std::any_of(args.declared().begin(), args.declared().end(),
                     [](const Declared& declared) { return declared.is_positional(); });
}

bool takes(const Args& args, Complete what) {
  return std::any_of(args.declared().begin(), args.declared().end(),
                     [what](const Declared& declared) { return declared.complete == what; });
}

void write_positionals(RoffPage& page, const Args& args) {
  if (!has_positionals(args)) return;
  page.heading("ARGUMENTS");
  for (const Declared& declared : args.declared()) {
    if (declared.is_positional()) page.entry(roff_italic(positional_title(declared)), full_help(declared));
  }
}

void write_exit_status(RoffPage& page) {
  page.heading("EXIT STATUS");
  page.raw_paragraph(roff_prose("0 when it is done, 2 when the command line is wrong. The other codes are the same for "
                                "every command; see EXIT STATUS in ") +
                     reference("behest", "1") + ".");
}

// The manual, what the command's options refer to, and its neighbours in the group.
void write_see_also(RoffPage& page, const Command& command, const Args& args, const CommandTable& table) {
  std::string out = reference("behest", "1");
  for (const Command* other : table.commands) {
    if (other->group == command.group && other->name != command.name) {
      out += ", " + reference("behest-" + std::string(other->name), "1");
    }
  }
  if (takes(args, Complete::config_key)) out += ", " + reference("behest.toml", "5");
  if (takes(args, Complete::query_field)) out += ", " + reference("behest-query", "7");
  page.heading("SEE ALSO");
  page.raw_paragraph(out);
}

}  // namespace

std::string reference(std::string_view name, std::string_view section) {
  return roff_bold(name) + "(" + std::string(section) + ")";
}

void write_options(RoffPage& page, const Args& args) {
  for (const Declared& declared : args.declared()) {
    if (!declared.is_positional()) page.entry(option_term(declared), full_help(declared));
  }
}

std::string command_page(const Command& command, const CommandTable& table) {
  const Declaration declaration = declaration_of(command);
  const std::string name = "behest-" + std::string(command.name);
  RoffPage page(name, "1");
  page.name_line(name, command.summary);
  page.heading("SYNOPSIS");
  page.raw_paragraph(synopsis(command, declaration.args));
  page.heading("DESCRIPTION");
  page.prose(command.about.empty() ? as_sentence(command.summary) : std::string(command.about));
  write_positionals(page, declaration.args);
  page.heading("OPTIONS");
  write_options(page, declaration.args);
  page.raw_paragraph(roff_prose("The options that every command takes, such as `--json`, `--dry-run` and `--user`, are "
                                "in ") +
                     reference("behest", "1") + ".");
  if (!command.examples.empty()) page.heading("EXAMPLES");
  page.examples(command.examples);
  write_exit_status(page);
  write_see_also(page, command, declaration.args, table);
  return page.text();
}

std::vector<Page> man_pages() { return man_pages({whole_table(), config_keys(), query_fields(), query_words()}); }

std::vector<Page> man_pages(const ManualSources& sources) {
  std::vector<Page> out;
  out.push_back({"behest.1", main_page(sources.table)});
  for (const Command* command : sources.table.commands) {
    out.push_back({"behest-" + std::string(command->name) + ".1", command_page(*command, sources.table)});
  }
  out.push_back({"behest.toml.5", config_page(sources.config_keys)});
  out.push_back({"behest-query.7", query_page(sources.query_fields, sources.query_words)});
  return out;
}

}  // namespace behest
