#include <utility>

#include "behest/command.hpp"

namespace behest {

namespace {

std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> out;
  while (!names.empty()) {
    const std::size_t comma = names.find(',');
    out.emplace_back(names.substr(0, comma));
    names = comma == std::string_view::npos ? std::string_view{} : names.substr(comma + 1);
  }
  return out;
}

template <class Target>
Declared declaration(std::string_view names, Target& target, std::string_view value_name, std::string_view help,
                     Complete complete) {
  Declared made;
  made.names = split_names(names);
  made.value_name = value_name;
  made.help = help;
  made.complete = complete;
  made.target = &target;
  return made;
}

}  // namespace

Declared& Args::add(Declared declared) { return declared_.emplace_back(std::move(declared)); }

Declared& Args::flag(std::string_view names, bool& target, std::string_view help) {
  return add(declaration(names, target, "", help, Complete::nothing));
}

Declared& Args::option(std::string_view names, std::optional<std::string>& target, std::string_view value_name,
                       std::string_view help, Complete complete) {
  return add(declaration(names, target, value_name, help, complete));
}

Declared& Args::number(std::string_view names, std::optional<std::int64_t>& target, std::string_view value_name,
                       std::string_view help) {
  return add(declaration(names, target, value_name, help, Complete::nothing));
}

Declared& Args::options(std::string_view names, std::vector<std::string>& target, std::string_view value_name,
                        std::string_view help, Complete complete) {
  return add(declaration(names, target, value_name, help, complete));
}

Declared& Args::positional(std::string_view name, std::string& target, std::string_view help, Complete complete) {
  Declared made = declaration("", target, name, help, complete);
  made.is_required = true;
  return add(std::move(made));
}

Declared& Args::optional_positional(std::string_view name, std::optional<std::string>& target, std::string_view help,
                                    Complete complete) {
  return add(declaration("", target, name, help, complete));
}

Declared& Args::positionals(std::string_view name, std::vector<std::string>& target, std::string_view help,
                            Complete complete) {
  return add(declaration("", target, name, help, complete));
}

void declare_globals(Args& args, Globals& globals) {
  args.option("--db", globals.db, "FILE", "keep the requests in this database", Complete::file);
  args.option("--config", globals.config, "FILE", "read this configuration file as well", Complete::file);
  args.option("-C,--directory", globals.directory, "DIR", "go to this folder before doing anything", Complete::folder);
  args.option("--user", globals.user, "NAME", "act as this person", Complete::person);
  Declared& format = args.option("--format", globals.format, "FORMAT", "how to print the answer", Complete::choice);
  format.choices = {"table", "tsv", "csv", "json", "jsonl", "md", "html", "ids"};
  args.flag("--json", globals.json, "print JSON; the same as --format json");
  args.option("--fields", globals.fields, "A,B", "print only these fields, in this order");
  args.flag("-q,--quiet", globals.quiet, "print ids alone");
  args.flag("-n,--dry-run", globals.dry_run, "say what would change, and change nothing");
  args.flag("-y,--yes", globals.yes, "answer yes to every question");
  Declared& color = args.option("--color", globals.color, "WHEN", "whether to use colour", Complete::choice);
  color.choices = {"auto", "always", "never"};
  args.flag("--no-pager", globals.no_pager, "do not show long answers in a pager");
  args.flag("--no-input", globals.no_input, "never ask; fail and name the missing option instead");
  args.flag("--csv-raw", globals.csv_raw, "write text into CSV as stored, without the guard against formulas");
  args.flag("-h,--help", globals.help, "explain the command");
  args.flag("-V,--version", globals.version, "print the version of behest");
}

}  // namespace behest
