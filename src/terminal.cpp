#include "terminal.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "behest/core/error.hpp"

namespace behest {
namespace {

constexpr std::size_t k_output_buffer = 64UL * 1024UL;

// Writes everything; the errno of what failed, or 0.
int write_whole(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::vector<std::string> split_spaces(std::string_view command) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < command.size()) {
    const std::size_t end = std::min(command.find(' ', at), command.size());
    if (end > at) words.emplace_back(command.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// A relative program name is looked up on PATH without its empty and relative entries, so that a `less` in the current
// folder is never run (SECURITY S10).
std::string program_path(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  const char* path = std::getenv("PATH");
  const std::string_view folders = path != nullptr ? path : "/usr/bin:/bin";
  std::size_t at = 0;
  while (at <= folders.size()) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    const std::string_view folder = folders.substr(at, end - at);
    at = end + 1;
    if (!folder.starts_with('/')) continue;
    std::string candidate = std::string(folder) + "/" + name;
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return {};
}

[[noreturn]] void become_pager(const std::string& program, std::vector<std::string>& words, int from) {
  ::dup2(from, 0);
  ::setenv("LESSSECURE", "1", 1);
  ::setenv("LESSCHARSET", "utf-8", 0);
  ::unsetenv("LESSOPEN");
  ::unsetenv("LESSCLOSE");
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

[[noreturn]] void become(const std::string& program, std::vector<std::string> words) {
  std::signal(SIGPIPE, SIG_DFL);
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

}  // namespace

int run_on_terminal(const std::vector<std::string>& words) {
  constexpr int k_not_found = 127;
  const std::string program = words.empty() ? std::string() : program_path(words.front());
  if (program.empty()) return k_not_found;
  // Ctrl-C is for the program, which has the terminal.
  const auto interrupt = std::signal(SIGINT, SIG_IGN);
  const auto quit = std::signal(SIGQUIT, SIG_IGN);
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGINT, interrupt);
    std::signal(SIGQUIT, quit);
    become(program, words);
  }
  int status = 0;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGINT, interrupt);
  std::signal(SIGQUIT, quit);
  if (child < 0) throw Error{ErrorKind::temporary, "no other program can be started", "try again"};
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Terminal::Terminal() : out_is_tty_(::isatty(1) == 1), err_is_tty_(::isatty(2) == 1), in_is_tty_(::isatty(0) == 1) {}

Terminal::~Terminal() { end_pager(); }

bool Terminal::fill() {
  if (input_at_ > 0) {
    input_.erase(0, input_at_);
    input_at_ = 0;
  }
  char buffer[64 * 1024];
  for (;;) {
    const ssize_t got = ::read(0, buffer, sizeof buffer);
    if (got > 0) {
      input_.append(buffer, static_cast<std::size_t>(got));
      return true;
    }
    if (got == 0) return false;
    if (errno == EINTR) continue;
    throw Error{ErrorKind::temporary, std::string("standard input cannot be read: ") + std::strerror(errno),
                "check what is connected to it"};
  }
}

std::size_t Terminal::read_some(char* buffer, std::size_t size) {
  if (input_at_ == input_.size() && !fill()) return 0;
  const std::size_t got = input_.copy(buffer, size, input_at_);
  input_at_ += got;
  return got;
}

std::string Terminal::read_all(std::size_t limit) {
  while (fill()) {
    if (input_.size() > limit) {
      throw Error{ErrorKind::bad_data, "standard input has more than " + std::to_string(limit) + " bytes",
                  "shorten it"};
    }
  }
  std::string all = input_.substr(input_at_);
  input_.clear();
  input_at_ = 0;
  return all;
}

std::optional<std::string> Terminal::read_line(std::size_t limit) {
  std::size_t looked = input_at_;
  for (;;) {
    const std::size_t end = input_.find('\n', looked);
    if (end != std::string::npos) {
      std::string line = input_.substr(input_at_, end - input_at_);
      input_at_ = end + 1;
      return line;
    }
    const std::size_t kept = input_.size() - input_at_;
    if (kept > limit) {
      throw Error{ErrorKind::bad_data, "a line of standard input has more than " + std::to_string(limit) + " bytes",
                  "shorten it"};
    }
    const bool has_more = fill();
    looked = input_at_ + kept;
    if (has_more) continue;
    if (kept == 0) return std::nullopt;
    std::string line = input_.substr(input_at_);
    input_.clear();
    input_at_ = 0;
    return line;
  }
}

std::size_t Terminal::width() const {
  winsize size{};
  for (const int fd : {1, 2}) {
    if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  return 80;
}

void Terminal::page(std::string_view command) {
  std::vector<std::string> words = split_spaces(command);
  if (words.empty() || words.front() == "cat" || ::getuid() != ::geteuid() || std::getenv("SUDO_UID") != nullptr)
    return;
  const std::string program = program_path(words.front());
  int ends[2];
  if (program.empty() || ::pipe2(ends, O_CLOEXEC) != 0) return;
  const pid_t child = ::fork();
  if (child == 0) become_pager(program, words, ends[0]);
  ::close(ends[0]);
  if (child < 0) {
    ::close(ends[1]);
    return;
  }
  pager_ = child;
  out_ = ends[1];
}

void Terminal::end_pager() {
  if (pager_ == 0) return;
  ::close(out_);
  out_ = 1;
  int status = 0;
  while (::waitpid(pager_, &status, 0) < 0 && errno == EINTR) {
  }
  pager_ = 0;
}

void Terminal::write_out(std::string_view bytes) {
  if (failure_ != 0 || is_reader_gone_) return;
  pending_ += bytes;
  if (pending_.size() < k_output_buffer) return;
  const int error = write_whole(out_, pending_);
  pending_.clear();
  if (error == EPIPE) {
    is_reader_gone_ = true;
  } else {
    failure_ = error;
  }
}

void Terminal::write_err(std::string_view bytes) { static_cast<void>(write_whole(2, bytes)); }

void Terminal::flush() {
  if (!pending_.empty() && failure_ == 0 && !is_reader_gone_) {
    const int error = write_whole(out_, pending_);
    is_reader_gone_ = error == EPIPE;
    if (error != EPIPE) failure_ = error;
  }
  pending_.clear();
  end_pager();
  if (failure_ != 0) {
    const std::string why = std::strerror(failure_);
    failure_ = 0;
    throw Error{ErrorKind::output_failed, "the output could not be written: " + why,
                "if it was a change, it has been made: look before you repeat it"};
  }
}

}  // namespace behest
