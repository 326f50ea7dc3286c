#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "behest/config.hpp"
#include "config/value_reader.hpp"

namespace behest::config {

// A key by its parts: {"database", "path"}, {"category", "network/vpn", "team"}.
using KeyPath = std::vector<std::string>;

// Where a value goes: which declared category, team, agent, view or alias, and the folder of the file it comes from.
struct Slot {
  Config& config;
  std::size_t entry;
  std::string_view folder;
};

// One key of behest.toml. Reading, `config list`, hints and the manual are made from these.
struct SchemaKey {
  ConfigKey key;
  Fit (*read)(const TomlNode& value, const Slot& slot);
  std::optional<std::string> (*show)(const Config& config, std::size_t entry);
};

// Every key, in the order of the manual.
std::span<const SchemaKey> schema();
// The parts that schema() puts together, one a file: schema_basic.cpp and those beside it.
std::span<const SchemaKey> basic_keys();
std::span<const SchemaKey> promise_keys();
std::span<const SchemaKey> learn_keys();
std::span<const SchemaKey> rule_keys();
std::span<const SchemaKey> report_keys();
std::span<const SchemaKey> mail_keys();
std::span<const SchemaKey> plan_keys();
std::span<const SchemaKey> desk_keys();
const SchemaKey* find_key(const KeyPath& path);
// Whether some key lies below the path, so that it is a table.
bool is_table_path(const KeyPath& path);
// Whether the entries of a table stand in a list, each with its name as a key: [[rule]].
bool is_listed_table(const KeyPath& path);
// Whether the path is one declared category, team, agent, view or alias.
bool is_entry_path(const KeyPath& path);

// database.path, category.network/vpn.team, category."network/vpn".team: of the declared tables the name is everything
// between the first and the last dot.
KeyPath split_key(std::string_view dotted);
// As it would stand in a file: category."network/vpn".team.
std::string dotted(const KeyPath& path);

// The name of an entry as it is kept (NFC), or why it is none.
struct EntryName {
  std::string name;
  std::string fault;
};
EntryName entry_name(const KeyPath& path);
std::size_t add_entry(Config& config, std::string_view table, const std::string& name);
std::optional<std::size_t> find_entry(const Config& config, std::string_view table, std::string_view name);
// Its name.
std::string_view entry_at(const Config& config, std::string_view table, std::size_t entry);

// What to say about a path that is neither key nor table.
struct Unknown {
  std::string sentence;
  std::string hint;
};
Unknown unknown_key(const KeyPath& path, bool is_table);

}  // namespace behest::config
