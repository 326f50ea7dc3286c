#include <algorithm>

#include "config/schema.hpp"

namespace behest::config {
namespace {

using Shown = std::optional<std::string>;

template <auto Member>
Fit text_at(const TomlNode& value, const Slot& slot) {
  return read_text(value, slot.config.*Member);
}
template <auto Member>
Shown shown_text(const Config& config, std::size_t) {
  return toml_text(config.*Member);
}
template <auto Member>
Fit duration_at(const TomlNode& value, const Slot& slot) {
  return read_duration(value, slot.config.*Member);
}
template <auto Member>
Shown shown_duration(const Config& config, std::size_t) {
  return show_duration(config.*Member);
}

Fit path_at(const TomlNode& value, const Slot& slot) {
  return read_path(value, slot.folder, slot.config.database_path);
}
Fit journal_at(const TomlNode& value, const Slot& slot) {
  return read_choice(value, "auto|wal|truncate", slot.config.journal);
}
Fit color_at(const TomlNode& value, const Slot& slot) {
  return read_choice(value, "auto|always|never", slot.config.color);
}
Fit link_at(const TomlNode& value, const Slot& slot) {
  std::string link;
  if (Fit misfit = read_text(value, link)) return misfit;
  const bool is_address = link.starts_with("https://") || link.starts_with("http://");
  const bool is_plain = std::ranges::all_of(link, [](char c) { return c > 0x20 && c < 0x7F; });
  if (!link.empty() && (!is_address || !is_plain || link.find("{{id}}") == std::string::npos)) {
    return Misfit{value.at, "takes an address such as https://desk.example.org/{{id}}, not '" + link + "'", {}};
  }
  slot.config.link = std::move(link);
  return {};
}
Fit zone_at(const TomlNode& value, const Slot& slot) { return read_zone(value, slot.config.zone); }
Fit limit_at(const TomlNode& value, const Slot& slot) { return read_count(value, slot.config.list_limit); }
Fit attachment_limit_at(const TomlNode& value, const Slot& slot) {
  return read_size(value, slot.config.attachment_limit);
}
Fit default_priority_at(const TomlNode& value, const Slot& slot) {
  return read_priority(value, slot.config.default_priority);
}
Fit matrix_at(const TomlNode& value, const Slot& slot) { return read_matrix(value, slot.config.matrix); }
Fit category_team_at(const TomlNode& value, const Slot& slot) {
  return read_name(value, slot.config.categories[slot.entry].team);
}
Fit category_priority_at(const TomlNode& value, const Slot& slot) {
  int priority = 0;
  if (Fit misfit = read_priority(value, priority)) return misfit;
  slot.config.categories[slot.entry].priority = priority;
  return {};
}
Fit members_at(const TomlNode& value, const Slot& slot) {
  return read_names(value, slot.config.teams[slot.entry].members);
}
Fit email_at(const TomlNode& value, const Slot& slot) {
  return read_address(value, slot.config.agents[slot.entry].email);
}

Fit form_at(const TomlNode& value, const Slot& slot) {
  return read_text(value, slot.config.categories[slot.entry].form);
}
Fit require_at(const TomlNode& value, const Slot& slot) {
  return read_names(value, slot.config.categories[slot.entry].require);
}
template <auto Member>
Fit view_at(const TomlNode& value, const Slot& slot) {
  return read_text(value, slot.config.views[slot.entry].*Member);
}
template <auto Member>
Shown shown_view(const Config& config, std::size_t entry) {
  const std::string& text = config.views[entry].*Member;
  return text.empty() ? Shown() : toml_text(text);
}
Fit alias_at(const TomlNode& value, const Slot& slot) {
  return read_text(value, slot.config.aliases[slot.entry].command);
}
Shown shown_alias(const Config& config, std::size_t entry) { return toml_text(config.aliases[entry].command); }

Shown shown_limit(const Config& config, std::size_t) { return std::to_string(config.list_limit); }
Shown shown_attachment_limit(const Config& config, std::size_t) { return show_size(config.attachment_limit); }
Shown shown_default_priority(const Config& config, std::size_t) { return show_priority(config.default_priority); }
Shown shown_matrix(const Config& config, std::size_t) { return show_matrix(config.matrix); }
Shown shown_category_team(const Config& config, std::size_t entry) {
  const std::string& team = config.categories[entry].team;
  return team.empty() ? Shown() : toml_text(team);
}
Shown shown_category_priority(const Config& config, std::size_t entry) {
  const std::optional<int>& priority = config.categories[entry].priority;
  return priority ? Shown(show_priority(*priority)) : Shown();
}
Shown shown_form(const Config& config, std::size_t entry) {
  const std::string& form = config.categories[entry].form;
  return form.empty() ? Shown() : toml_text(form);
}
Shown shown_require(const Config& config, std::size_t entry) {
  const std::vector<std::string>& names = config.categories[entry].require;
  return names.empty() ? Shown() : show_names(names);
}
Shown shown_members(const Config& config, std::size_t entry) { return show_names(config.teams[entry].members); }
Shown shown_email(const Config& config, std::size_t entry) {
  const std::string& email = config.agents[entry].email;
  return email.empty() ? Shown() : toml_text(email);
}

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"user", "text", "\"\"", "Who acts; \"\" is the login name", false},
     text_at<&Config::user>,
     shown_text<&Config::user>},
    {{"database.path", "file", "\"\"",
      "The database; relative to the folder of this file, ~/ is HOME, \"\" is $XDG_DATA_HOME/behest/behest.db", false},
     path_at,
     shown_text<&Config::database_path>},
    {{"database.journal", "auto|wal|truncate", "\"auto\"",
      "How SQLite keeps a change safe; auto is WAL where it is sound", false},
     journal_at,
     shown_text<&Config::journal>},
    {{"database.busy_timeout", "duration", "\"30s\"", "How long a change waits for other writers", false},
     duration_at<&Config::busy_timeout>,
     shown_duration<&Config::busy_timeout>},
    {{"display.zone", "time zone", "\"\"", "The zone of dates, read and shown; \"\" is the machine's", false},
     zone_at,
     shown_text<&Config::zone>},
    {{"display.color", "auto|always|never", "\"auto\"", "When to use colour; auto is on a terminal", false},
     color_at,
     shown_text<&Config::color>},
    {{"display.link", "address with {{id}}", "\"\"",
      "What the number of a request leads to where a terminal shows links; \"\" = nothing", false},
     link_at,
     shown_text<&Config::link>},
    {{"list.limit", "whole number", "40", "Rows of a list on a terminal, 1 to 1000000", false}, limit_at, shown_limit},
    {{"pager", "text", "\"\"", "The command that shows long output; not in a project file", true},
     text_at<&Config::pager>,
     shown_text<&Config::pager>},
    {{"editor", "text", "\"\"", "The command that edits texts; not in a project file", true},
     text_at<&Config::editor>,
     shown_text<&Config::editor>},
    {{"query.stale", "duration", "\"14d\"", "Without a change for this long, a request is:stale", false},
     duration_at<&Config::stale>,
     shown_duration<&Config::stale>},
    {{"attachments.limit", "size", "\"25 MiB\"", "The largest file that can be attached", false},
     attachment_limit_at,
     shown_attachment_limit},
    {{"priority.default", "priority", "\"P3\"", "The priority of a request that nobody prioritized", false},
     default_priority_at,
     shown_default_priority},
    {{"priority.matrix", "3 lists of 3 whole numbers 1 to 5", "[[1, 2, 3], [2, 3, 4], [3, 4, 5]]",
      "The priority of an impact (rows, high first) and an urgency (columns, high first)", false},
     matrix_at,
     shown_matrix},
    {{"category.NAME.team", "name", "", "The team that new requests of this category and those below it go to", false},
     category_team_at,
     shown_category_team},
    {{"category.NAME.priority", "priority", "", "The priority of its requests that nobody prioritized", false},
     category_priority_at,
     shown_category_priority},
    {{"category.NAME.template", "text", "", "The body that `behest submit -e` begins with", false},
     form_at,
     shown_form},
    {{"category.NAME.require", "list of names", "",
      "Fields without which no request of this category is submitted: due, assignee, field.system", false},
     require_at,
     shown_require},
    {{"team.NAME.members", "list of names", "[]", "Who is in the team", false}, members_at, shown_members},
    {{"agent.NAME.email", "e-mail address", "", "The agent's address", false}, email_at, shown_email},
    {{"view.NAME.query", "query", "", "Which requests `behest list @NAME` shows; @NAME may begin any query", false},
     view_at<&ViewConfig::query>,
     shown_view<&ViewConfig::query>},
    {{"view.NAME.columns", "text", "", "Its columns, as in `list --columns`", false},
     view_at<&ViewConfig::columns>,
     shown_view<&ViewConfig::columns>},
    {{"view.NAME.sort", "text", "", "Its order, as in `list --sort`", false},
     view_at<&ViewConfig::sort>,
     shown_view<&ViewConfig::sort>},
    {{"alias.NAME", "text", "",
      "The command and options that `behest NAME` stands for; a command of that name goes before it; not in a project "
      "file",
      true},
     alias_at,
     shown_alias},
});

}  // namespace

std::span<const SchemaKey> basic_keys() { return k_keys; }

}  // namespace behest::config
