#include "sandbox.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace behest::transcripts {
namespace {

constexpr unsigned k_seconds_allowed = 120;
constexpr uid_t k_somebody = 1234;

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

long seconds_of(char unit) {
  switch (unit) {
    case 's':
      return 1;
    case 'm':
      return 60;
    case 'h':
      return 3600;
    case 'd':
      return 86400;
    case 'w':
      return 7L * 86400;
    default:
      return 0;
  }
}

bool open_as(const std::string& path, int flags, int fd) {
  const int opened = ::open(path.c_str(), flags, 0600);
  if (opened < 0) return false;
  return opened == fd || (::dup2(opened, fd) == fd && ::close(opened) == 0);
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

// A line with control characters is written with escapes, and says so at its end.
std::string visible(std::string line) {
  if (std::ranges::none_of(line, is_control)) return line;
  std::string shown;
  for (const char c : line) {
    if (!is_control(c)) {
      shown += c == '\\' ? "\\\\" : std::string(1, c);
    } else if (c == '\r') {
      shown += "\\r";
    } else {
      constexpr std::string_view k_digits = "0123456789abcdef";
      shown += {'\\', 'x', k_digits[static_cast<unsigned char>(c) / 16], k_digits[static_cast<unsigned char>(c) % 16]};
    }
  }
  return shown + " (esc)";
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  list.reserve(words.size() + 1);
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace

Sandbox::Sandbox(const std::string& binary) {
  std::string pattern = (std::filesystem::temp_directory_path() / "behest-transcript-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder like " + pattern);
  folder_ = std::filesystem::canonical(pattern).string();
  std::filesystem::create_directory(folder_ + "/home");
  std::filesystem::create_directory(folder_ + "/work");
  path_ = std::filesystem::absolute(binary).parent_path().string() + ":" + folder_ + "/home/bin:/usr/bin:/bin";
}

Sandbox::~Sandbox() {
  std::error_code error;
  if (is_frozen_) std::filesystem::permissions(database_folder(), std::filesystem::perms::owner_all, error);
  if (!is_kept_) std::filesystem::remove_all(folder_, error);
}

std::vector<std::string> Sandbox::environment() const {
  std::vector<std::string> variables = {"HOME=" + folder_ + "/home", "PATH=" + path_,  "BEHEST_NOW=" + now_,
                                        "BEHEST_USER=alice",         "LC_ALL=C.UTF-8", "TZ=UTC"};
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  return variables;
}

void Sandbox::become(const std::string& command, const std::string& shell) const {
  std::vector<std::string> words = {shell, "-c", command};
  std::vector<std::string> variables = environment();
  const int write_flags = O_WRONLY | O_CREAT | O_TRUNC;
  ::setpgid(0, 0);
  ::umask(022);
  ::alarm(k_seconds_allowed);
  const bool is_ready = ::chdir((folder_ + "/work").c_str()) == 0 && open_as("/dev/null", O_RDONLY, 0) &&
                        open_as(folder_ + "/stdout", write_flags, 1) && open_as(folder_ + "/stderr", write_flags, 2);
  const bool is_stranger = is_frozen_ && ::geteuid() == 0;
  if (is_stranger && (::setgid(k_somebody) != 0 || ::setuid(k_somebody) != 0)) ::_exit(126);
  if (is_ready) ::execve(shell.c_str(), pointers(words).data(), pointers(variables).data());
  ::_exit(127);
}

std::vector<std::string> Sandbox::lines_of(const std::string& file) const {
  std::string text = read_file(file);
  replace_all(text, folder_ + "/home", "$HOME");
  replace_all(text, folder_ + "/work", "$PWD");
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string::npos) {
      lines.push_back(visible(text.substr(at)) + " (no-eol)");
      break;
    }
    lines.push_back(visible(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

Result Sandbox::run(const std::string& command, const std::string& shell) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start a process");
  if (child == 0) become(command, shell);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) ::kill(-child, SIGKILL);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {lines_of(folder_ + "/stdout"), lines_of(folder_ + "/stderr"), code};
}

bool Sandbox::set_time(const std::string& text) {
  std::tm parts{};
  const bool is_step = text.starts_with('+');
  const char* end = ::strptime((is_step ? now_ : text).c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0') return false;
  std::time_t instant = ::timegm(&parts);
  if (is_step) {
    char* unit = nullptr;
    const long count = std::strtol(text.c_str() + 1, &unit, 10);
    if (count <= 0 || seconds_of(*unit) == 0 || unit[1] != '\0') return false;
    instant += count * seconds_of(*unit);
  }
  char written[32];
  ::gmtime_r(&instant, &parts);
  const std::size_t length = std::strftime(written, sizeof written, "%Y-%m-%dT%H:%M:%SZ", &parts);
  now_.assign(written, length);
  return true;
}

void Sandbox::copy(const Sandbox& other) {
  for (const char* part : {"/home", "/work"}) {
    std::filesystem::copy(other.folder_ + part, folder_ + part, std::filesystem::copy_options::recursive);
  }
  now_ = other.now_;
}

void Sandbox::freeze_database() {
  namespace fs = std::filesystem;
  is_frozen_ = true;
  if (::geteuid() == 0) {
    for (const char* part : {"/home", "/work"}) {
      for (const auto& entry : fs::recursive_directory_iterator(folder_ + part)) {
        const bool is_database = entry.path().string().starts_with(database_folder());
        if (!is_database && ::lchown(entry.path().c_str(), k_somebody, k_somebody) != 0) {
          throw std::runtime_error("cannot give away " + entry.path().string());
        }
      }
      if (::chown((folder_ + part).c_str(), k_somebody, k_somebody) != 0) throw std::runtime_error("cannot give away");
    }
    fs::permissions(folder_, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
  }
  const fs::perms readable = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
  const fs::perms searchable = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  for (const auto& entry : fs::directory_iterator(database_folder())) fs::permissions(entry.path(), readable);
  fs::permissions(database_folder(), readable | searchable);
}

std::vector<std::string> Sandbox::database_facts() const {
  std::vector<std::string> facts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(database_folder())) {
    struct stat seen {};
    ::lstat(entry.path().c_str(), &seen);
    const std::string hash = std::to_string(std::hash<std::string>()(read_file(entry.path().string())));
    facts.push_back(entry.path().string() + " " + std::to_string(seen.st_size) + " " + std::to_string(seen.st_ino) +
                    " " + std::to_string(seen.st_mtim.tv_sec) + "." + std::to_string(seen.st_mtim.tv_nsec) + " " +
                    hash);
  }
  std::ranges::sort(facts);
  struct stat folder {};
  ::stat(database_folder().c_str(), &folder);
  facts.push_back(std::to_string(folder.st_mtim.tv_sec) + "." + std::to_string(folder.st_mtim.tv_nsec));
  return facts;
}

}  // namespace behest::transcripts
