#include <climits>
#include <cstdlib>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

#include "behest/config.hpp"
#include "config/config_file.hpp"
#include "config/draft.hpp"
#include "config/toml_reader.hpp"
#include "files/folder.hpp"

namespace behest {
namespace {

using config::Draft;
using config::FileText;
using config::Layer;

std::string within(const std::string& folder, std::string_view name) {
  std::string path = folder;
  if (!path.ends_with('/')) path += '/';
  return path.append(name);
}

// The folder with neither links nor `..` in it, so that cutting at slashes is walking up; "" when there is none.
std::string real_folder(const std::string& folder) {
  char real[PATH_MAX];
  return ::realpath(folder.c_str(), real) == nullptr ? std::string() : std::string(real);
}

// The nearest project file at or above the folder; "" when there is none.
std::string find_project_file(const std::string& work_dir) {
  std::string folder = work_dir.empty() ? std::string() : real_folder(work_dir);
  while (!folder.empty()) {
    std::string candidate = within(folder, config::k_project_file);
    struct stat facts = {};
    if (::lstat(candidate.c_str(), &facts) == 0) return candidate;
    folder = folder == "/" ? std::string() : folder_of(folder);
  }
  return {};
}

FileText::Outcome lay_file(Draft& draft, const std::string& path) {
  const FileText file = config::read_config_file(path);
  if (file.outcome == FileText::Outcome::read) {
    const Layer layer{path, real_folder(folder_of(path)), !config::is_project_file(path)};
    draft.lay(config::read_toml(file.text, path), layer);
    draft.note_file(path);
  } else if (file.outcome != FileText::Outcome::missing) {
    draft.warn(path + " is not read: " + file.reason);
  }
  return file.outcome;
}

void lay_explicit_file(Draft& draft, const std::string& path) {
  const FileText::Outcome outcome = lay_file(draft, path);
  if (outcome != FileText::Outcome::missing && outcome != FileText::Outcome::hidden) return;
  const bool is_missing = outcome == FileText::Outcome::missing;
  throw Error{ErrorKind::bad_config,
              "cannot read " + path + ": " + (is_missing ? "there is no such file" : "its folder may not be searched"),
              "check --config and BEHEST_CONFIG"};
}

}  // namespace

LoadedConfig load_config(const ConfigSources& sources) {
  Draft draft;
  for (const std::string* const folder : {&sources.system_dir, &sources.user_dir}) {
    if (!folder->empty()) lay_file(draft, within(*folder, config::k_settings_file));
  }
  if (const std::string project = find_project_file(sources.work_dir); !project.empty()) lay_file(draft, project);
  if (sources.explicit_file) lay_explicit_file(draft, *sources.explicit_file);
  return draft.finish();
}

}  // namespace behest
