#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "cli/writers.hpp"

namespace {

// Writes one file whole; false, with a sentence on standard error, when that fails.
bool write_file(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  const bool is_written = file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool is_closed = file != nullptr && std::fclose(file) == 0;
  if (!is_written || !is_closed) std::fprintf(stderr, "behest-man: %s: %s\n", path.c_str(), std::strerror(errno));
  return is_written && is_closed;
}

}  // namespace

// behest-man MAN_FOLDER COMPLETION_FOLDER: writes the manual pages and completions from the command table.
int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: behest-man MAN_FOLDER COMPLETION_FOLDER\n", stderr);
    return 2;
  }
  const std::string man = std::string(argv[1]) + "/";
  const std::string completions = std::string(argv[2]) + "/";
  bool is_right = true;
  for (const behest::Page& page : behest::man_pages()) is_right = write_file(man + page.file, page.text) && is_right;
  is_right = write_file(completions + "behest.bash", behest::completion_script("bash")) && is_right;
  is_right = write_file(completions + "_behest", behest::completion_script("zsh")) && is_right;
  is_right = write_file(completions + "behest.fish", behest::completion_script("fish")) && is_right;
  return is_right ? 0 : 1;
}
