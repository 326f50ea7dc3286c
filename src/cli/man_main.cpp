#include <array>

#include "cli/man_pages.hpp"
#include "cli/topics.hpp"

namespace behest {

namespace {

struct Item {
  std::string_view term;
  std::string_view text;
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

constexpr std::array k_files{
    Item{"$XDG_DATA_HOME/behest/behest.db", "the database, when nothing else names one; readable by its owner alone"},
    Item{"/etc/behest/behest.toml", "the configuration of the system"},
    Item{"$XDG_CONFIG_HOME/behest/behest.toml", "the configuration of the user"},
    Item{".behest.toml",
         "the configuration of a project: in this folder or the nearest one above it; it cannot name "
         "programs to run"},
};

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
  for (const TopicSection& section : {output_section(), templates_section(), fields_section(), environment_section()}) {
    write_section(page, section);
  }
  page.heading("FILES");
  write_items(page, k_files);
  write_section(page, exit_section());
  page.heading("EXAMPLES");
  page.examples(k_first_steps);
  page.heading("SEE ALSO");
  page.raw_paragraph(reference("behest.toml", "5") + ", " + reference("behest-query", "7"));
  return page.text();
}

}  // namespace behest
