#include "program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "behest/core/error.hpp"
#include "files/descriptor.hpp"

namespace behest {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int k_not_run = 127;
constexpr int k_look_again_ms = 10;
constexpr int k_most_reads = 16;
constexpr std::size_t k_most_complaint = 1000;

[[noreturn]] void fail(const std::string& what) {
  throw Error{ErrorKind::temporary, what + ": " + std::strerror(errno), "try again"};
}

// A file without a name, so that a program that does not read its input keeps nobody waiting.
void fill(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail("there is no room for the input of a program");
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::lseek(file.get(), 0, SEEK_SET) != 0) fail("the input of a program cannot be read");
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  all.reserve(words.size() + 1);
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

struct Ends {
  int input;
  int output;
  int errors;
};

// The child's side: nothing but calls that are safe after fork().
[[noreturn]] void become(char* const* words, char* const* variables, const Ends& ends) {
  ::setpgid(0, 0);
  const bool is_ready = ::dup2(ends.input, STDIN_FILENO) >= 0 && ::dup2(ends.output, STDOUT_FILENO) >= 0 &&
                        ::dup2(ends.errors, STDERR_FILENO) >= 0;
  ::close_range(3, ~0U, 0);
  ::signal(SIGPIPE, SIG_DFL);
  if (is_ready) ::execve(words[0], words, variables);
  ::_exit(k_not_run);
}

// What a program writes, up to a size.
class Listener {
 public:
  Listener(int file, std::size_t most) : file_(file), most_(most) { ::fcntl(file, F_SETFL, O_NONBLOCK); }

  // Reads what is there, but not for ever from one that does not stop.
  void take() {
    std::array<char, 16UL * 1024UL> buffer{};
    for (int turn = 0; turn < k_most_reads && !is_over_; ++turn) {
      const ssize_t got = ::read(file_, buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got < 0 && errno == EAGAIN) return;
      is_over_ = got <= 0;
      if (!is_over_) text_.append(buffer.data(), std::min(static_cast<std::size_t>(got), most_ - text_.size()));
    }
  }
  // Waits until there is more, or for a moment.
  void wait(int milliseconds) const {
    pollfd end{file_, POLLIN, 0};
    ::poll(&end, is_over_ ? 0 : 1, std::min(milliseconds, k_look_again_ms));
  }
  std::string text() && { return std::move(text_); }

 private:
  int file_;
  std::size_t most_;
  bool is_over_ = false;
  std::string text_;
};

// Its status, and whether its time was up first: then it has been killed.
int await(pid_t child, Duration timeout, Listener& listener, bool& is_late) {
  const auto end = SteadyClock::now() + std::chrono::milliseconds(timeout.ms);
  int status = 0;
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    listener.take();
    if (ended == child || (ended < 0 && errno != EINTR)) return status;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - SteadyClock::now()).count();
    if (left <= 0) break;
    listener.wait(static_cast<int>(std::min<std::int64_t>(left, k_look_again_ms)));
  }
  is_late = true;
  ::kill(-child, SIGKILL);
  ::kill(child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

ProgramEnd run_program(const ProgramCall& call) {
  const Descriptor input(::memfd_create("behest-input", MFD_CLOEXEC));
  if (input.get() < 0) fail("there is no room for the input of a program");
  fill(input, call.input);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("no pipe can be made");
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  Descriptor nothing;
  if (call.keeps_errors_alone) nothing.take(::open("/dev/null", O_WRONLY | O_CLOEXEC));
  std::vector<std::string> words = call.words;
  std::vector<std::string> variables = call.variables;
  const std::vector<char*> word_list = pointers(words);
  const std::vector<char*> variable_list = pointers(variables);
  const int output = call.keeps_errors_alone ? nothing.get() : writing.get();
  const pid_t child = ::fork();
  if (child < 0) fail("no process can be made");
  if (child == 0) become(word_list.data(), variable_list.data(), {input.get(), output, writing.get()});
  writing.close();
  Listener listener(reading.get(), call.most_output);
  ProgramEnd end;
  const int status = await(child, call.timeout, listener, end.is_late);
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  if (WIFEXITED(status)) end.code = WEXITSTATUS(status);
  end.output = std::move(listener).text();
  return end;
}

Fed feed_program(const std::vector<std::string>& words, std::string_view input, Duration timeout) {
  ProgramCall call;
  call.words = words;
  call.variables = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"};
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') {
    call.variables.push_back("HOME=" + std::string(home));
  }
  call.input = input;
  call.timeout = timeout;
  call.most_output = k_most_complaint;
  call.keeps_errors_alone = true;
  ProgramEnd end = run_program(call);
  return {end.signal != 0 ? 128 + end.signal : end.code, end.is_late, std::move(end.output)};
}

}  // namespace behest
