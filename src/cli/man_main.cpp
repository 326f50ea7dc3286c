#include <array>

#include "behest/core/error.hpp"
#include "cli/man_pages.hpp"

namespace behest {

namespace {

struct Item {
  std::string_view term;
  std::string_view text;
};

struct ExitStatus {
  int code;
  std::string_view meaning;
};

constexpr std::string_view k_about =
    "behest keeps the requests of a service desk in one SQLite file: log them, sort them, work through them, and see "
    "how well it goes. Nothing has to be set up; the first `behest submit` makes the database.\n\n"
    "Each command is one step: it is applied as a whole or not at all, and `behest undo` takes the last one back. "
    "Commands that only read never change anything.";

constexpr std::array k_first_steps{
    Example{"Log a request; the answer names its id", "behest submit 'The printer jams' -p P2"},
    Example{"See what is open, the newest first", "behest list"},
    Example{"Read request 1, answer its requester, and close it",
            "behest show 1\nbehest comment 1 --public -m 'A new drum is on its way'\nbehest close 1 --as done"},
    Example{"Close every open request that has the label printer, but look first",
            "behest close -w 'label:printer is:open' --dry-run\nbehest close -w 'label:printer is:open'"},
    Example{"Give the open requests to a script", "behest list --json"},
};

constexpr std::string_view k_options =
    "These stand before or after the name of the command. The word behind an option that takes a value is always its "
    "value, also when it begins with a dash. Behind `--` nothing is an option: `behest submit -- \"$title\"` is safe "
    "for any title.";

constexpr std::string_view k_ids =
    "Each request has a number that is never used again. Where a command takes an ID, it takes any of these; several "
    "requests are changed together or not at all.";

constexpr std::array k_id_forms{
    Item{"12", "request 12; `#12` means the same (put it in quotes, as # begins a comment in a shell)"},
    Item{"3-7", "all requests from 3 to 7"},
    Item{"3,5,9", "these three"},
    Item{"key:KEY", "the request that was submitted with `--key KEY`"},
    Item{"-", "ids read from standard input, one a line: `behest list --format ids | behest close -`"},
    Item{"-w QUERY", "every request that matches a query, see behest-query(7)"},
};

constexpr std::array k_times{
    Item{"2026-11-21T15:30:00Z", "an instant (RFC 3339, any offset)"},
    Item{"2026-11-21, 2026-11-21T15:30", "a day, or a time of day, where you are"},
    Item{"today, tomorrow, yesterday, fri", "a day by name; a weekday is the next one, today counting"},
    Item{"eod, eow, eom", "the end of this day, week or month"},
    Item{"+3d, -2h, +2bd", "from now on, or ago; bd are business days, Monday to Friday"},
    Item{"2026-W48, 2026-11, 2026", "an ISO week, a month, a year"},
};

constexpr std::array k_durations{
    Item{"90s, 45m, 2h, 1h30m, 3d, 2w, 6mo, 1y", "m is minutes, mo is months; largest unit first"},
};

constexpr std::string_view k_output =
    "Data goes to standard output, everything else to standard error. A command that changes something prints one "
    "line; "
    "with `-q` it prints ids alone, with `--json` the request as it is now. On a terminal lists are cut to its size, "
    "and "
    "a note says so; in a pipe nothing is cut and times are in RFC 3339.";

constexpr std::array k_formats{
    Item{"table", "aligned columns, for people; the default"},
    Item{"tsv", "a header of keys, then one record a line with TAB between fields"},
    Item{"csv",
         "a header of keys, then RFC 4180; text that a spreadsheet would run as a formula gets a leading quote, "
         "unless `--csv-raw` is given"},
    Item{"json", "one document; times in UTC, durations in whole seconds (keys that end in _s), absent values null"},
    Item{"jsonl", "one JSON object a line"},
    Item{"md", "a Markdown table"},
    Item{"ids", "one id a line, for another behest command to read"},
};

constexpr std::array k_environment{
    Item{"BEHEST_USER", "who acts, unless `--user` says so; else the configuration's `user`, else the login name"},
    Item{"BEHEST_CONFIG", "a configuration file to read as well, unless `--config` names one"},
    Item{"BEHEST_DB", "the database, unless `--db` names one"},
    Item{"BEHEST_NOW", "an instant in RFC 3339 to take for the present, so that a report can be made again"},
    Item{"BEHEST_PAGER, PAGER",
         "the pager for long answers on a terminal: BEHEST_PAGER, else the configuration's `pager`, "
         "else PAGER, else `less -FRX`"},
    Item{"BEHEST_EDITOR", "the editor for texts"},
    Item{"NO_COLOR", "when it is set and not empty, there is no colour; `--color` is stronger"},
    Item{"TZ", "the time zone, by name: Europe/Berlin"},
    Item{"XDG_CONFIG_HOME", "where the configuration of the user is; else ~/.config"},
    Item{"XDG_DATA_HOME", "where the default database is; else ~/.local/share"},
};

constexpr std::array k_files{
    Item{"$XDG_DATA_HOME/behest/behest.db", "the database, when nothing else names one; readable by its owner alone"},
    Item{"/etc/behest/behest.toml", "the configuration of the system"},
    Item{"$XDG_CONFIG_HOME/behest/behest.toml", "the configuration of the user"},
    Item{".behest.toml",
         "the configuration of a project: in this folder or the nearest one above it; it cannot name "
         "programs to run"},
};

std::vector<ExitStatus> exit_statuses() {
  return {
      {0, "done; an empty list is success too"},
      {exit_code(ErrorKind::bug), "a bug in behest; please report it"},
      {exit_code(ErrorKind::usage), "the command line or a query is wrong; nothing was done"},
      {exit_code(ErrorKind::not_found), "there is no such request, command or thing"},
      {exit_code(ErrorKind::refused), "refused by a rule, a guard or because the request has changed meanwhile"},
      {exit_code(ErrorKind::partial), "a part of a batch failed; the messages say which"},
      {exit_code(ErrorKind::condition), "the condition that --exit-code asks about holds"},
      {exit_code(ErrorKind::bad_data),
       "the input is not valid, or the database is not one of behest or is newer than it"},
      {exit_code(ErrorKind::output_failed), "the output could not be written; a change, if there was one, is kept"},
      {exit_code(ErrorKind::temporary), "the database is busy, the disk full or failing: try again"},
      {exit_code(ErrorKind::not_permitted), "not permitted"},
      {exit_code(ErrorKind::bad_config), "the configuration is wrong; the message says where"},
      {exit_code(ErrorKind::interrupted), "interrupted (Ctrl-C); nothing was done"},
      {exit_code(ErrorKind::terminated), "terminated; nothing was done"},
  };
}

void write_items(RoffPage& page, std::span<const Item> items) {
  for (const Item& item : items) page.entry(roff_bold(item.term), item.text);
}

void write_commands(RoffPage& page, const CommandTable& table) {
  page.heading("COMMANDS");
  page.prose("`behest help COMMAND` explains one on the terminal; each has a page of its own.");
  for (const CommandGroup& group : table.groups) {
    bool is_first = true;
    for (const Command* command : table.commands) {
      if (command->group != group.key) continue;
      if (is_first) page.subheading(group.title);
      is_first = false;
      page.entry(reference("behest-" + std::string(command->name), "1"), command->summary);
    }
  }
}

void write_times(RoffPage& page) {
  page.heading("TIMES AND DURATIONS");
  page.prose("A time is written as any of these:");
  write_items(page, k_times);
  page.prose("A duration is numbers with units:");
  write_items(page, k_durations);
}

void write_exit_statuses(RoffPage& page) {
  page.heading("EXIT STATUS");
  for (const ExitStatus& status : exit_statuses()) page.entry(roff_bold(std::to_string(status.code)), status.meaning);
}

}  // namespace

std::string main_page(const CommandTable& table) {
  RoffPage page("behest", "1");
  page.name_line("behest", "request tracker for a service desk, on the command line");
  page.heading("SYNOPSIS");
  page.raw_paragraph(roff_bold("behest") + " [" + roff_italic("OPTIONS") + "] " + roff_italic("COMMAND") + " [" +
                     roff_italic("ARGUMENTS") + "]");
  page.heading("DESCRIPTION");
  page.prose(k_about);
  write_commands(page, table);
  page.heading("OPTIONS");
  page.prose(k_options);
  Globals globals;
  write_options(page, global_declarations(globals));
  page.heading("IDS");
  page.prose(k_ids);
  write_items(page, k_id_forms);
  write_times(page);
  page.heading("OUTPUT");
  page.prose(k_output);
  write_items(page, k_formats);
  page.heading("ENVIRONMENT");
  write_items(page, k_environment);
  page.heading("FILES");
  write_items(page, k_files);
  write_exit_statuses(page);
  page.heading("EXAMPLES");
  page.examples(k_first_steps);
  page.heading("SEE ALSO");
  page.raw_paragraph(reference("behest.toml", "5") + ", " + reference("behest-query", "7"));
  return page.text();
}

}  // namespace behest
