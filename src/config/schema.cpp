#include "config/schema.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"

namespace behest::config {
namespace {

constexpr std::string_view k_any_name = "NAME";

// A table that holds entries by name: [category.NAME].
struct EntryTable {
  std::string_view name;
  std::size_t (*add)(Config& config, const std::string& name);
  std::optional<std::size_t> (*find)(const Config& config, std::string_view name);
  std::string_view (*at)(const Config& config, std::size_t entry);
};

template <auto Entries, auto Name>
constexpr EntryTable entry_table(std::string_view name) {
  return {name,
          [](Config& config, const std::string& entry) {
            auto& entries = config.*Entries;
            entries.emplace_back();
            entries.back().*Name = entry;
            return entries.size() - 1;
          },
          [](const Config& config, std::string_view wanted) -> std::optional<std::size_t> {
            const auto& entries = config.*Entries;
            const auto found = std::ranges::find(entries, wanted, Name);
            if (found == entries.end()) return {};
            return static_cast<std::size_t>(found - entries.begin());
          },
          [](const Config& config, std::size_t entry) -> std::string_view { return (config.*Entries)[entry].*Name; }};
}

// To declare another table, name it here and give its keys to one of the lists of keys.
constexpr std::array k_tables = {
    entry_table<&Config::categories, &CategoryConfig::path>("category"),
    entry_table<&Config::teams, &TeamConfig::name>("team"),
    entry_table<&Config::agents, &AgentConfig::name>("agent"),
    entry_table<&Config::work_kinds, &WorkKindConfig::name>("kind"),
    entry_table<&Config::resources, &ResourceConfig::name>("resource"),
    entry_table<&Config::views, &ViewConfig::name>("view"),
    entry_table<&Config::aliases, &AliasConfig::name>("alias"),
    entry_table<&Config::calendars, &CalendarConfig::name>("calendar"),
    entry_table<&Config::slas, &SlaConfig::name>("sla"),
    entry_table<&Config::hooks, &HookConfig::name>("hook"),
    entry_table<&Config::rules, &RuleConfig::name>("rule"),
    entry_table<&Config::targets, &TargetConfig::metric>("target"),
    entry_table<&Config::fields, &FieldType::name>("field"),
    entry_table<&Config::scorecards, &ScorecardConfig::name>("scorecard"),
    entry_table<&Config::templates, &TemplateConfig::name>("template"),
};

const EntryTable* table_named(std::string_view name) {
  const auto* const found = std::ranges::find(k_tables, name, &EntryTable::name);
  return found == k_tables.end() ? nullptr : found;
}

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
  for (const SchemaKey& known : schema()) {
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
  for (const SchemaKey& known : schema()) {
    const auto pattern = parts_of(known.key.name);
    if (pattern.back() == path.back()) return candidate(pattern, pattern.size(), {});
  }
  return {};
}

}  // namespace

std::span<const SchemaKey> schema() {
  static const std::vector<SchemaKey> all = [] {
    std::vector<SchemaKey> keys;
    for (const auto part : {basic_keys(), promise_keys(), learn_keys(), rule_keys(), report_keys(), mail_keys(),
                            plan_keys(), desk_keys()}) {
      keys.insert(keys.end(), part.begin(), part.end());
    }
    return keys;
  }();
  return all;
}

const SchemaKey* find_key(const KeyPath& path) {
  for (const SchemaKey& known : schema()) {
    if (match(known.key.name, path) == Match::whole) return &known;
  }
  return nullptr;
}

bool is_table_path(const KeyPath& path) {
  return std::ranges::any_of(schema(),
                             [&](const SchemaKey& known) { return match(known.key.name, path) == Match::above; });
}

bool is_listed_table(const KeyPath& path) { return path.size() == 1 && path[0] == "rule"; }

bool is_entry_path(const KeyPath& path) { return path.size() == 2 && table_named(path[0]) != nullptr; }

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
  return {{},
          "'" + path[1] + "' cannot be the name of " + (path[0].starts_with('a') || path[0] == "sla" ? "an " : "a ") +
              path[0]};
}

std::size_t add_entry(Config& config, std::string_view table, const std::string& name) {
  return table_named(table)->add(config, name);
}

std::optional<std::size_t> find_entry(const Config& config, std::string_view table, std::string_view name) {
  return table_named(table)->find(config, name);
}

std::string_view entry_at(const Config& config, std::string_view table, std::size_t entry) {
  return table_named(table)->at(config, entry);
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

const CategoryConfig* Config::category_skills(std::string_view path) const {
  return nearest_category(
      *this, path, [](const CategoryConfig& category) { return !category.skills.empty() || !category.prefer.empty(); });
}

const TeamConfig* Config::team(std::string_view name) const {
  const auto entry = config::find_entry(*this, "team", name);
  return entry ? &teams[*entry] : nullptr;
}

const ViewConfig* Config::view(std::string_view name) const {
  const auto entry = config::find_entry(*this, "view", name);
  return entry ? &views[*entry] : nullptr;
}

const CalendarConfig* Config::calendar(std::string_view name) const {
  const auto entry = config::find_entry(*this, "calendar", name);
  return entry ? &calendars[*entry] : nullptr;
}

const ResourceConfig* Config::resource(std::string_view name) const {
  const auto entry = config::find_entry(*this, "resource", name);
  return entry ? &resources[*entry] : nullptr;
}

const WorkKindConfig* Config::work_kind(std::string_view name) const {
  const auto entry = config::find_entry(*this, "kind", name);
  return entry ? &work_kinds[*entry] : nullptr;
}

const ScorecardConfig* Config::scorecard(std::string_view name) const {
  const auto entry = config::find_entry(*this, "scorecard", name);
  return entry ? &scorecards[*entry] : nullptr;
}

const TemplateConfig* Config::request_template(std::string_view name) const {
  const auto entry = config::find_entry(*this, "template", name);
  return entry ? &templates[*entry] : nullptr;
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
