#include "config/draft.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "behest/text/utf8.hpp"
#include "config/misfits.hpp"

namespace behest::config {
namespace {

std::string table_hint(const KeyPath& path) {
  if (is_listed_table(path)) return "write [[" + path[0] + "]] and its keys below";
  if (path.size() == 1 && path[0] != "alias" && path[0] != "target" && is_entry_path({path[0], "x"}))
    return "write [" + path[0] + ".NAME]";
  return "write [" + dotted(path) + "] and its keys below";
}

std::string place(const Layer& layer, Position at) {
  return layer.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace

void Draft::lay(const TomlNode& document, const Layer& layer) {
  KeyPath path;
  lay_table(document, path, 0, layer);
}

void Draft::lay_table(const TomlNode& table, KeyPath& path, std::size_t entry, const Layer& layer) {
  for (const TomlNode& member : table.items) {
    path.push_back(member.key);
    lay_member(member, path, entry, layer);
    path.pop_back();
  }
}

void Draft::lay_member(const TomlNode& member, KeyPath& path, std::size_t entry, const Layer& layer) {
  const bool is_table = member.kind == TomlNode::Kind::table;
  const bool has_keys_below = is_table && is_table_path(path);
  if (find_key(path) != nullptr && !has_keys_below) {
    lay_value(member, path, entry, layer);
    return;
  }
  if (is_listed_table(path) && member.kind == TomlNode::Kind::array) {
    lay_list(member, path, layer);
    return;
  }
  if (!is_table_path(path)) {
    Unknown unknown = unknown_key(path, is_table);
    throw error_at(layer.file, member.key_at, unknown.sentence, std::move(unknown.hint));
  }
  if (!is_table) {
    const std::string sentence = "'" + dotted(path) + "' is a table, not " + kind_name(member);
    throw error_at(layer.file, member.at, sentence, table_hint(path));
  }
  lay_table(member, path, is_entry_path(path) ? entry_of(member, path, layer) : entry, layer);
}

void Draft::lay_list(const TomlNode& list, KeyPath& path, const Layer& layer) {
  const std::string table = path[0];
  std::set<std::string> names;
  for (const TomlNode& item : list.items) {
    const auto name = std::find_if(item.items.begin(), item.items.end(), [](const TomlNode& member) {
      return member.key == "name" && member.kind == TomlNode::Kind::text;
    });
    if (item.kind != TomlNode::Kind::table || name == item.items.end()) {
      throw error_at(layer.file, item.at, "this " + table + " has no name",
                     "write [[" + table + "]] and name = \"…\" below it");
    }
    TomlNode named = item;
    named.key_at = name->at;
    path.push_back(name->text);
    const std::size_t entry = entry_of(named, path, layer);
    if (!names.insert(path.back()).second) {
      throw error_at(layer.file, name->at, "the " + table + " '" + path.back() + "' stands in this file already",
                     "give it a name of its own");
    }
    lay_table(item, path, entry, layer);
    path.pop_back();
  }
}

void Draft::lay_value(const TomlNode& member, KeyPath& path, std::size_t entry, const Layer& layer) {
  const SchemaKey& known = *find_key(path);
  const std::string name = dotted(path);
  if (known.key.runs_a_program && !layer.may_run_programs) {
    warn(error_at(layer.file, member.key_at, "'" + name + "' is ignored: a project file may not set it").message);
    return;
  }
  if (is_entry_path(path)) entry = entry_of(member, path, layer);
  if (Fit misfit = known.read(member, {loaded_.config, entry, layer.folder})) {
    throw error_at(layer.file, misfit->at, "'" + name + "' " + misfit->clause, std::move(misfit->hint));
  }
  sources_[name] = {&known, entry, layer.file + ":" + std::to_string(member.key_at.line), place(layer, member.at)};
}

std::size_t Draft::entry_of(const TomlNode& member, KeyPath& path, const Layer& layer) {
  const EntryName found = entry_name(path);
  if (!found.fault.empty()) throw error_at(layer.file, member.key_at, found.fault, std::string(name_rule()));
  path.back() = found.name;
  const auto [entry, is_new] = entries_.try_emplace(path[0] + "." + text::fold(found.name), 0);
  if (is_new) {
    entry_places_[dotted(path)] = place(layer, member.key_at);
    entry->second = add_entry(loaded_.config, path[0], found.name);
  } else if (const std::string_view known = entry_at(loaded_.config, path[0], entry->second); known != found.name) {
    const std::string sentence =
        path[0] + " '" + found.name + "' looks like " + path[0] + " '" + std::string(known) + "', declared before";
    throw error_at(layer.file, member.key_at, sentence, "write both the same way, or choose names that differ by more");
  }
  return entry->second;
}

// What can only be known once every file is read.
void Draft::check() const {
  const auto fault = find_misfit(loaded_.config);
  if (!fault) return;
  const auto key = sources_.find(dotted(fault->path));
  const auto entry = entry_places_.find(dotted({fault->path.begin(), fault->path.begin() + 2}));
  std::string where;
  if (key != sources_.end()) {
    where = key->second.place + ": ";
  } else if (entry != entry_places_.end()) {
    where = entry->second + ": ";
  }
  throw Error{ErrorKind::bad_config, where + fault->sentence, fault->hint};
}

LoadedConfig Draft::finish() {
  check();
  for (auto& [name, source] : sources_) {
    loaded_.origins.push_back(
        {name, source.key->show(loaded_.config, source.entry).value_or(""), std::move(source.where)});
  }
  return std::exchange(loaded_, {});
}

}  // namespace behest::config
