#include "program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "behest/core/error.hpp"

namespace behest {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t k_most_complaint = 1000;

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error{ErrorKind::temporary, "no pipe can be made", "try again"};
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close_read();
    close_write();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_read() { close(read_end); }
  void close_write() { close(write_end); }
  int read_end = -1;
  int write_end = -1;

 private:
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

// Only what is safe after a fork; `words` and `variables` were made before it.
[[noreturn]] void become(char* const* words, char* const* variables, int input, int complaints) {
  std::signal(SIGPIPE, SIG_DFL);
  ::setpgid(0, 0);
  const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  ::dup2(input, 0);
  ::dup2(nothing, 1);
  ::dup2(complaints, 2);
  ::execve(words[0], words, variables);
  ::_exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  list.reserve(words.size() + 1);
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

int left_of(SteadyClock::time_point end) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - SteadyClock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
}

void write_some(Pipe& in, std::string_view& input) {
  const ssize_t written = ::write(in.write_end, input.data(), input.size());
  if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
  const bool is_over = written < 0 && errno != EAGAIN && errno != EINTR;
  if (input.empty() || is_over) in.close_write();
}

// False at the end.
bool read_some(const Pipe& err, std::string& complaint) {
  std::array<char, 1024> buffer{};
  const ssize_t got = ::read(err.read_end, buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  complaint.append(buffer.data(), static_cast<std::size_t>(got));
  if (complaint.size() > k_most_complaint) complaint.resize(k_most_complaint);
  return got > 0;
}

// Until the program closes its standard error; false when the time is over.
bool talk(Pipe& in, const Pipe& err, std::string_view input, SteadyClock::time_point end, std::string& complaint) {
  for (;;) {
    const int left = left_of(end);
    if (left == 0) return false;
    std::array<pollfd, 2> ends = {{{err.read_end, POLLIN, 0}, {in.write_end, POLLOUT, 0}}};
    if (::poll(ends.data(), in.write_end >= 0 ? 2 : 1, left) < 0 && errno != EINTR) return false;
    if (in.write_end >= 0 && ends[1].revents != 0) write_some(in, input);
    if (ends[0].revents != 0 && !read_some(err, complaint)) return true;
  }
}

// Its status, within the time; nothing beyond.
bool await(pid_t child, SteadyClock::time_point end, int& status) {
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return true;
    if (ended < 0 && errno != EINTR) return true;
    if (left_of(end) == 0) return false;
    ::usleep(2000);
  }
}

}  // namespace

Fed feed_program(const std::vector<std::string>& words, std::string_view input, Duration timeout) {
  Fed fed;
  Pipe in;
  Pipe err;
  ::fcntl(in.write_end, F_SETFL, O_NONBLOCK);
  std::vector<std::string> arguments = words;
  std::vector<std::string> variables = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                                        "LANG=C.UTF-8"};
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') {
    variables.push_back("HOME=" + std::string(home));
  }
  const std::vector<char*> argv = pointers(arguments);
  const std::vector<char*> envp = pointers(variables);
  const pid_t child = ::fork();
  if (child == 0) become(argv.data(), envp.data(), in.read_end, err.write_end);
  if (child < 0) throw Error{ErrorKind::temporary, "no other program can be started", "try again"};
  in.close_read();
  err.close_write();
  const auto end = SteadyClock::now() + std::chrono::milliseconds(timeout.ms);
  int status = 0;
  const bool is_done = talk(in, err, input, end, fed.complaint) && await(child, end, status);
  if (!is_done) {
    fed.is_late = true;
    ::kill(-child, SIGKILL);
    ::kill(child, SIGKILL);
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  fed.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return fed;
}

}  // namespace behest
