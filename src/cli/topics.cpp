#include "cli/topics.hpp"

#include <array>

#include "behest/core/error.hpp"
#include "cli/usage.hpp"

namespace behest {

namespace {

using Item = TopicItem;

constexpr std::string_view k_output =
    "Data goes to standard output, everything else to standard error. A command that changes something prints one "
    "line; "
    "with `-q` it prints ids alone, with `--json` the request as it is now. On a terminal lists are cut to its size, "
    "and "
    "a note says so; in a pipe nothing is cut and times are in RFC 3339.";

constexpr std::array k_formats{
    Item{"table", "aligned columns, for people; the default"},
    Item{"tsv", "a header of keys, then one record a line with TAB between fields; a leading quote as in csv"},
    Item{"csv",
         "a header of keys, then RFC 4180; text that a spreadsheet would run as a formula gets a leading quote, "
         "unless `--csv-raw` is given"},
    Item{"json", "one document; times in UTC, durations in whole seconds (keys that end in _s), absent values null"},
    Item{"jsonl", "one JSON object a line"},
    Item{"md", "a Markdown table"},
    Item{"html", "a page that needs no other file, of a report with its charts"},
    Item{"ids", "one id a line, for another behest command to read"},
};

constexpr std::string_view k_templates =
    "`list` and `show` take `--template TEXT` and write it for each request, with {{FIELD}} replaced by what the field "
    "holds and a line feed behind it. The fields are those of JSON, and field.NAME. Filters follow after `|`, one "
    "after another: {{title|upper|trunc:20}}. In the text \\t is a TAB, \\n a line feed and {{{{ two braces.";

constexpr std::array k_filters{
    Item{"trunc:N", "cut to N columns of a terminal"},
    Item{"pad:N, pad:-N", "filled with spaces to N columns, behind the text or before it"},
    Item{"date", "the day of a time, where you are: 2026-11-21"},
    Item{"rel", "how far a time is from now: 3 h ago"},
    Item{"upper", "in capital letters"},
    Item{"json", "as a JSON value, text in quotes"},
    Item{"default:TEXT", "TEXT where the field has no value"},
};

constexpr std::string_view k_fields_about =
    "These are the keys of a request in JSON, csv and tsv, for `--fields`, `--columns` and templates. What a query can "
    "ask for is in behest-query(7).";

constexpr std::array k_fields{
    Item{"id", "its number"},
    Item{"key", "your own unique name for it"},
    Item{"title", "what is wanted, in a few words"},
    Item{"body", "what it is about, at length"},
    Item{"type", "what kind of thing it is"},
    Item{"category", "where it belongs: network/vpn"},
    Item{"state", "new, open, pending, hold or closed"},
    Item{"priority", "P1 (most urgent) to P5"},
    Item{"impact, urgency", "1 (high) to 3 (low), where they were said"},
    Item{"requester", "who asks for it"},
    Item{"channel", "how it came in"},
    Item{"team, assignee", "who works on it"},
    Item{"labels", "a list"},
    Item{"fields", "fields of your own, an object"},
    Item{"created, updated, due, first_response, closed", "times"},
    Item{"estimate_s", "how much work it is, in seconds"},
    Item{"resolution", "how it ended"},
    Item{"reopened", "how often it was opened again"},
    Item{"version", "one more with each change, for --if-version"},
    Item{
        "comments",
        "a list of objects: id, at, author, public, channel, body, attendees; in `show` and in the answers of changes"},
    Item{"links",
         "a list of objects: rel, to; in `show` and in the answers of changes those of blocks also have type (FS, SS, "
         "FF, SF) and lag_s"},
    Item{"start", "when work on it begins at the earliest; `list` has it where --columns or --fields asks for it"},
    Item{"estimate_points, bookings",
         "in `show` and in the answers of changes: optimistic_s, likely_s and pessimistic_s of an estimate of three "
         "points; a list of objects: resource, units"},
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

std::vector<Entry> exit_statuses() {
  return {
      {"0", "done; an empty list is success too"},
      {std::to_string(exit_code(ErrorKind::bug)), "a bug in behest; please report it"},
      {std::to_string(exit_code(ErrorKind::usage)), "the command line or a query is wrong; nothing was done"},
      {std::to_string(exit_code(ErrorKind::not_found)), "there is no such request, file or key"},
      {std::to_string(exit_code(ErrorKind::refused)),
       "refused by a rule, a guard or because the request has changed meanwhile"},
      {std::to_string(exit_code(ErrorKind::partial)), "a part of a batch failed; the messages say which"},
      {std::to_string(exit_code(ErrorKind::condition)), "the condition that --exit-code asks about holds"},
      {std::to_string(exit_code(ErrorKind::bad_data)),
       "the input is not valid, or the database is not one of behest or is newer than it"},
      {std::to_string(exit_code(ErrorKind::output_failed)),
       "the output could not be written; a change, if there was one, is kept"},
      {std::to_string(exit_code(ErrorKind::temporary)), "the database is busy, the disk full or failing: try again"},
      {std::to_string(exit_code(ErrorKind::not_permitted)), "not permitted"},
      {std::to_string(exit_code(ErrorKind::bad_config)), "the configuration is wrong; the message says where"},
      {std::to_string(exit_code(ErrorKind::interrupted)), "interrupted (Ctrl-C); nothing was done"},
      {std::to_string(exit_code(ErrorKind::terminated)), "terminated; nothing was done"},
  };
}

std::vector<TopicSection> formats_topic() { return {output_section(), templates_section()}; }
std::vector<TopicSection> fields_topic() { return {fields_section()}; }
std::vector<TopicSection> environment_topic() { return {environment_section()}; }
std::vector<TopicSection> exit_topic() { return {exit_section()}; }
std::vector<TopicSection> query_topic() { return query_sections(query_fields(), query_words()); }

constexpr std::array k_topics{
    Topic{"environment", "the variables that behest reads", environment_topic},
    Topic{"exit-codes", "what the exit status of every command means", exit_topic},
    Topic{"fields", "the fields of a request, as programs see them", fields_topic},
    Topic{"formats", "the formats of answers, and templates", formats_topic},
    Topic{"query", "how to say which requests", query_topic},
};

// "EXIT STATUS" as "Exit status".
std::string heading(std::string_view title) {
  std::string out(title.substr(0, 1));
  for (const char c : title.substr(1)) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out + ":\n";
}

}  // namespace

std::vector<Entry> entries(std::span<const TopicItem> items) {
  std::vector<Entry> out;
  out.reserve(items.size());
  for (const TopicItem& item : items) out.push_back({std::string(item.term), std::string(item.text)});
  return out;
}

std::span<const Topic> help_topics() { return k_topics; }

const Topic* find_topic(std::string_view name) {
  for (const Topic& topic : k_topics) {
    if (topic.name == name) return &topic;
  }
  return nullptr;
}

TopicSection output_section() { return {"OUTPUT", std::string(k_output), entries(k_formats), {}}; }
TopicSection templates_section() { return {"TEMPLATES", std::string(k_templates), entries(k_filters), {}}; }
TopicSection fields_section() { return {"FIELDS", std::string(k_fields_about), entries(k_fields), {}}; }
TopicSection environment_section() { return {"ENVIRONMENT", "", entries(k_environment), {}}; }
TopicSection exit_section() { return {"EXIT STATUS", "", exit_statuses(), {}}; }

std::string help_topic(const Topic& topic, std::size_t width) {
  const std::size_t columns = reading_width(width);
  std::string out = wrap_paragraphs(as_sentence(topic.summary), 0, columns);
  for (const TopicSection& section : topic.sections()) {
    out += "\n" + heading(section.title);
    if (!section.prose.empty()) out += wrap_paragraphs(section.prose, 0, columns);
    if (!section.prose.empty() && !section.items.empty()) out += "\n";
    out += two_columns(section.items, columns);
    for (const Example& example : section.examples) {
      if (&example != section.examples.data()) out += '\n';
      out.append("  # ").append(example.what).append("\n");
      out.append("  ").append(example.command).append("\n");
    }
  }
  return out;
}

}  // namespace behest
