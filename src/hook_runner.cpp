#include "hook_runner.hpp"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "text/shell_words.hpp"

namespace behest {
namespace {

constexpr std::size_t k_output_limit = 64UL * 1024UL;
constexpr int k_not_run = 127;
constexpr long k_look_again_ns = 2'000'000;
// What a hook gets of the environment.
constexpr const char* k_kept[] = {"HOME", "LANG", "LC_ALL", "LOGNAME", "TZ", "USER"};

// A file without a name.
class Scratch {
 public:
  explicit Scratch(const char* name) : descriptor_(::memfd_create(name, MFD_CLOEXEC)) {}
  ~Scratch() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  int get() const { return descriptor_; }
  bool fill(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
  }
  std::string beginning() const {
    std::string bytes(k_output_limit, '\0');
    const ssize_t size = ::pread(descriptor_, bytes.data(), bytes.size(), 0);
    bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return bytes;
  }

 private:
  int descriptor_;
};

// Why a program is not to be trusted; "" when it is.
std::string program_fault(const std::string& program) {
  if (!program.starts_with('/')) return "'" + program + "' is not a whole path";
  const int descriptor = ::open(program.c_str(), O_PATH | O_CLOEXEC);
  if (descriptor < 0) return "'" + program + "' cannot be run: " + std::strerror(errno);
  struct stat facts = {};
  const bool is_known = ::fstat(descriptor, &facts) == 0;
  ::close(descriptor);
  if (!is_known || !S_ISREG(facts.st_mode)) return "'" + program + "' is no program";
  if (facts.st_uid != ::geteuid() && facts.st_uid != 0) return "'" + program + "' belongs to another user";
  if ((facts.st_mode & (S_IWGRP | S_IWOTH)) != 0) return "'" + program + "' can be written by others";
  return {};
}

std::vector<std::string> environment_for(const std::string& hook) {
  std::vector<std::string> variables = {"PATH=/usr/local/bin:/usr/bin:/bin", "BEHEST_HOOK=" + hook};
  for (const char* name : k_kept) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  all.reserve(words.size() + 1);
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

// The child's side: nothing but calls that are safe after fork().
[[noreturn]] void become(char* const* words, char* const* variables, int input, int output) {
  ::setpgid(0, 0);
  const bool is_ready =
      ::dup2(input, STDIN_FILENO) >= 0 && ::dup2(output, STDOUT_FILENO) >= 0 && ::dup2(output, STDERR_FILENO) >= 0;
  ::close_range(3, ~0U, 0);
  ::signal(SIGPIPE, SIG_DFL);
  if (is_ready) ::execve(words[0], words, variables);
  ::_exit(k_not_run);
}

// The status of a child once it has ended; nothing when its time was up first, and then it has been ended.
std::optional<int> status_within(pid_t child, Duration timeout) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::milliseconds(timeout.ms);
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (Clock::now() >= end) {
      ::kill(-child, SIGKILL);
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return std::nullopt;
    }
    const timespec moment{0, k_look_again_ns};
    ::nanosleep(&moment, nullptr);
  }
  return status;
}

std::string fault_of(const std::optional<int>& status, Duration timeout) {
  if (!status) return "it took more than " + format_duration(timeout) + " and was ended";
  if (WIFSIGNALED(*status)) return "it was ended by signal " + std::to_string(WTERMSIG(*status));
  const int code = WEXITSTATUS(*status);
  if (code == k_not_run) return "it could not be run";
  return code == 0 ? std::string() : "its exit code is " + std::to_string(code);
}

}  // namespace

HookOutcome run_hook(const HookCall& call) {
  auto parsed = text::shell_words(call.hook->command);
  if (!parsed || parsed->empty()) return {"its command is no command line", {}};
  std::vector<std::string> words = *std::move(parsed);
  if (std::string fault = program_fault(words.front()); !fault.empty()) return {std::move(fault), {}};
  const Scratch input("behest-hook-input");
  const Scratch output("behest-hook-output");
  if (input.get() < 0 || output.get() < 0 || !input.fill(call.input)) return {"there is no room for its input", {}};
  std::vector<std::string> variables = environment_for(call.hook->name);
  const std::vector<char*> word_list = pointers(words);
  const std::vector<char*> variable_list = pointers(variables);
  const pid_t child = ::fork();
  if (child < 0) return {std::string("no process can be made: ") + std::strerror(errno), {}};
  if (child == 0) become(word_list.data(), variable_list.data(), input.get(), output.get());
  const std::optional<int> status = status_within(child, call.hook->timeout);
  return {fault_of(status, call.hook->timeout), output.beginning()};
}

}  // namespace behest
