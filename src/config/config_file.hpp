#pragma once
#include <string>
#include <string_view>

#include <sys/stat.h>

namespace behest::config {

constexpr std::string_view k_project_file = ".behest.toml";
constexpr std::string_view k_settings_file = "behest.toml";

// What became of a file that may hold settings.
struct FileText {
  enum class Outcome {
    missing,
    hidden,     // its folder may not be searched
    untrusted,  // somebody else could have written it
    read
  };
  Outcome outcome = Outcome::missing;
  std::string text;    // when read
  std::string reason;  // when hidden or untrusted: a clause
  struct stat facts = {};
};

// Whether the path is named like a project's file, which may not run programs nor be a symbolic link.
bool is_project_file(std::string_view path);
// Reads a regular file of at most k_max_file_bytes without ever waiting for one; only one that nobody but us, root and
// (for root) the user of sudo could have written (SECURITY S8). Error(bad_config) when it cannot be read.
FileText read_config_file(const std::string& path);
// Why somebody else could change the files of a folder, as a clause; "" when nobody could.
std::string folder_fault(const std::string& folder);

}  // namespace behest::config
