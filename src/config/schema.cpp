#include "config/schema.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"

namespace behest::config {
namespace {

constexpr std::string_view k_any_name = "NAME";

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
Fit zone_at(const TomlNode& value, const Slot& slot) { return read_zone(value, slot.config.zone); }
Fit limit_at(const TomlNode& value, const Slot& slot) { return read_count(value, slot.config.list_limit); }
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

constexpr auto k_schema = std::to_array<SchemaKey>({
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

// The parts of a key's pattern in the table.
std::vector<std::string_view> parts_of(std::string_view pattern) {
  std::vector<std::string_view> parts;
  for (std::size_t dot = 0; (dot = pattern.find('.')) != std::string_view::npos; pattern.remove_prefix(dot + 1)) {
    parts.push_back(pattern.substr(0, dot));
  }
  parts.push_back(pattern);
  return parts;
}

enum class Match { none, above, whole };

// Whether the path is the pattern's, or that of a table above it. Runs for each key of each file, so it makes nothing.
Match match(std::string_view pattern, const KeyPath& path) {
  for (const std::string& part : path) {
    const std::string_view like = pattern.substr(0, pattern.find('.'));
    if (pattern.empty() || (like != k_any_name && like != part)) return Match::none;
    pattern.remove_prefix(std::min(like.size() + 1, pattern.size()));
  }
  return pattern.empty() ? Match::whole : Match::above;
}

bool is_declared_table(std::string_view table) { return is_entry_path({std::string(table), std::string(k_any_name)}); }

// The first `depth` parts of a pattern, with the names that `path` has in the places of NAME.
std::string candidate(const std::vector<std::string_view>& pattern, std::size_t depth, const KeyPath& path) {
  KeyPath parts;
  for (std::size_t i = 0; i < depth; ++i) {
    const bool takes_name = pattern[i] == k_any_name && i < path.size();
    parts.push_back(takes_name ? path[i] : std::string(pattern[i]));
  }
  return dotted(parts);
}

// The known key or table of the same depth that is spelled most like the path; "" when none is near.
std::string nearest(const KeyPath& path, bool is_table) {
  const std::string wanted = dotted(path);
  std::string best;
  std::size_t best_distance = std::clamp<std::size_t>(wanted.size() / 3, 1, 3) + 1;
  for (const SchemaKey& known : k_schema) {
    const auto pattern = parts_of(known.key.name);
    const bool fits = is_table ? pattern.size() > path.size() : pattern.size() == path.size();
    if (!fits) continue;
    const std::string name = candidate(pattern, path.size(), path);
    const std::size_t far = text::distance(wanted, name);
    if (far < best_distance) {
      best = name;
      best_distance = far;
    }
  }
  return best;
}

// A key whose last part is the path's: `path` for database.path.
std::string same_ending(const KeyPath& path) {
  for (const SchemaKey& known : k_schema) {
    const auto pattern = parts_of(known.key.name);
    if (pattern.back() == path.back()) return candidate(pattern, pattern.size(), {});
  }
  return {};
}

}  // namespace

std::span<const SchemaKey> schema() { return k_schema; }

const SchemaKey* find_key(const KeyPath& path) {
  for (const SchemaKey& known : k_schema) {
    if (match(known.key.name, path) == Match::whole) return &known;
  }
  return nullptr;
}

bool is_table_path(const KeyPath& path) {
  return std::any_of(k_schema.begin(), k_schema.end(),
                     [&](const SchemaKey& known) { return match(known.key.name, path) == Match::above; });
}

bool is_entry_path(const KeyPath& path) {
  constexpr std::array<std::string_view, 5> k_tables = {"category", "team", "agent", "view", "alias"};
  return path.size() == 2 && std::find(k_tables.begin(), k_tables.end(), path[0]) != k_tables.end();
}

KeyPath split_key(std::string_view dotted) {
  KeyPath path;
  const std::size_t first = dotted.find('.');
  const std::size_t last = dotted.rfind('.');
  if (first != last && is_declared_table(dotted.substr(0, first))) {
    std::string_view name = dotted.substr(first + 1, last - first - 1);
    const bool is_quoted = name.size() >= 2 && name.front() == name.back() && (name[0] == '"' || name[0] == '\'');
    if (is_quoted) name = name.substr(1, name.size() - 2);
    return {std::string(dotted.substr(0, first)), std::string(name), std::string(dotted.substr(last + 1))};
  }
  for (const std::string_view part : parts_of(dotted)) path.emplace_back(part);
  return path;
}

std::string dotted(const KeyPath& path) {
  std::string out;
  for (const std::string& part : path) {
    if (!out.empty()) out += '.';
    out += toml_key(part);
  }
  return out;
}

EntryName entry_name(const KeyPath& path) {
  if (text::is_name(path[1])) return {text::nfc(path[1]), {}};
  return {{}, "'" + path[1] + "' cannot be the name of " + (path[0].starts_with('a') ? "an " : "a ") + path[0]};
}

namespace {

// Calls `use` with the declared entries of a table and the member that names them.
template <class ConfigType, class Use>
auto with_entries(ConfigType& config, std::string_view table, const Use& use) {
  if (table == "category") return use(config.categories, &CategoryConfig::path);
  if (table == "team") return use(config.teams, &TeamConfig::name);
  if (table == "view") return use(config.views, &ViewConfig::name);
  if (table == "alias") return use(config.aliases, &AliasConfig::name);
  return use(config.agents, &AgentConfig::name);
}

}  // namespace

std::size_t add_entry(Config& config, std::string_view table, const std::string& name) {
  return with_entries(config, table, [&](auto& entries, auto named) {
    entries.emplace_back();
    entries.back().*named = name;
    return entries.size() - 1;
  });
}

std::optional<std::size_t> find_entry(const Config& config, std::string_view table, std::string_view name) {
  return with_entries(config, table, [&](const auto& entries, auto named) -> std::optional<std::size_t> {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.*named == name; });
    if (found == entries.end()) return {};
    return static_cast<std::size_t>(found - entries.begin());
  });
}

std::string_view entry_at(const Config& config, std::string_view table, std::size_t entry) {
  return with_entries(config, table,
                      [&](const auto& entries, auto named) -> std::string_view { return entries[entry].*named; });
}

Unknown unknown_key(const KeyPath& path, bool is_table) {
  Unknown unknown{std::string(is_table ? "unknown table '" : "unknown key '") + dotted(path) + "'", {}};
  if (is_table && path.size() == 3 && path[0] == "category") {
    unknown.hint = "write [category." + toml_text(path[1] + "/" + path[2]) + "] for a category below another";
    return unknown;
  }
  std::string like = nearest(path, is_table);
  if (like.empty() && !is_table) like = same_ending(path);
  unknown.hint = like.empty() ? "'man behest.toml' names every key" : "did you mean '" + like + "'?";
  return unknown;
}

}  // namespace behest::config

namespace behest {
namespace {

// The entry of the longest path that is `path` or above it and of which `sets` holds.
template <class Sets>
const CategoryConfig* nearest_category(const Config& config, std::string_view path, const Sets& sets) {
  while (!path.empty()) {
    for (const CategoryConfig& category : config.categories) {
      if (category.path == path && sets(category)) return &category;
    }
    const std::size_t slash = path.rfind('/');
    path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return nullptr;
}

}  // namespace

const CategoryConfig* Config::category_team(std::string_view path) const {
  return nearest_category(*this, path, [](const CategoryConfig& category) { return !category.team.empty(); });
}

const CategoryConfig* Config::category_priority(std::string_view path) const {
  return nearest_category(*this, path, [](const CategoryConfig& category) { return category.priority.has_value(); });
}

const CategoryConfig* Config::category_form(std::string_view path) const {
  return nearest_category(*this, path, [](const CategoryConfig& category) { return !category.form.empty(); });
}

const CategoryConfig* Config::category_require(std::string_view path) const {
  return nearest_category(*this, path, [](const CategoryConfig& category) { return !category.require.empty(); });
}

const ViewConfig* Config::view(std::string_view name) const {
  const auto entry = config::find_entry(*this, "view", name);
  return entry ? &views[*entry] : nullptr;
}

const AgentConfig* Config::agent(std::string_view name) const {
  const auto entry = config::find_entry(*this, "agent", name);
  return entry ? &agents[*entry] : nullptr;
}

const std::vector<ConfigKey>& config_keys() {
  static const std::vector<ConfigKey> keys = [] {
    std::vector<ConfigKey> made;
    for (const config::SchemaKey& known : config::schema()) made.push_back(known.key);
    return made;
  }();
  return keys;
}

std::optional<std::string> config_value(const Config& config, std::string_view key) {
  const config::KeyPath path = config::split_key(key);
  const config::SchemaKey* const known = config::find_key(path);
  if (known == nullptr) return {};
  if (path.size() < 2 || !config::is_entry_path({path[0], path[1]})) return known->show(config, 0);
  const auto entry = config::find_entry(config, path[0], text::nfc(path[1]));
  return entry ? known->show(config, *entry) : std::nullopt;
}

}  // namespace behest
