#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "behest/config.hpp"
#include "config/schema.hpp"

namespace behest::config {

// A file of settings as it is laid over those below it.
struct Layer {
  std::string file;
  std::string folder;             // absolute
  bool may_run_programs = false;  // false: pager and editor are left out
};

// The configuration while one layer after another is laid over it.
class Draft {
 public:
  // Error(bad_config) at the first thing in file order that the schema does not know.
  void lay(const TomlNode& document, const Layer& layer);
  // The merged result; the draft is empty afterwards. Error(bad_config) where its parts do not fit each other.
  LoadedConfig finish();
  void warn(std::string sentence) { loaded_.warnings.push_back(std::move(sentence)); }
  void note_file(const std::string& file) { loaded_.files.push_back(file); }

 private:
  struct Source {
    const SchemaKey* key;
    std::size_t entry;
    std::string where;
    std::string place;  // where, with the column of the value
  };

  void lay_table(const TomlNode& table, KeyPath& path, std::size_t entry, const Layer& layer);
  void lay_member(const TomlNode& member, KeyPath& path, std::size_t entry, const Layer& layer);
  void lay_value(const TomlNode& member, KeyPath& path, std::size_t entry, const Layer& layer);
  void check() const;
  void lay_list(const TomlNode& list, KeyPath& path, const Layer& layer);
  std::size_t entry_of(const TomlNode& member, KeyPath& path, const Layer& layer);

  LoadedConfig loaded_;
  std::map<std::string, Source> sources_;
  std::unordered_map<std::string, std::size_t> entries_;  // by table and folded name
  std::map<std::string, std::string> entry_places_;
};

}  // namespace behest::config
