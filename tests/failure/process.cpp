#include "process.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "harness.hpp"

namespace failure {
namespace {

using Steady = std::chrono::steady_clock;

// A descriptor that closes itself; -1 stands for none.
class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Fd() { close(); }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

// The two ends of one stream: the child's, and what is left here to read from.
struct Stream {
  Fd child;
  Fd ours;
  std::string text;
  bool ends_at_line = false;
};

[[noreturn]] void give_up(const char* what) {
  std::perror(what);
  std::exit(3);
}

Fd opened(const char* path, int flags) {
  Fd fd(::open(path, flags | O_CLOEXEC));
  if (fd.get() < 0) give_up(path);
  return fd;
}

Fd input_of(const Launch& launch) {
  if (launch.in == Source::closed) return Fd();
  if (launch.in == Source::null) return opened("/dev/null", O_RDONLY);
  Fd fd(::memfd_create("input", MFD_CLOEXEC));
  if (fd.get() < 0) give_up("memfd_create");
  std::string_view rest = launch.text;
  while (!rest.empty()) {
    const ssize_t written = ::write(fd.get(), rest.data(), rest.size());
    if (written <= 0) give_up("write");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(fd.get(), 0, SEEK_SET);
  return fd;
}

Stream stream_of(Sink sink) {
  Stream stream;
  if (sink == Sink::closed) return stream;
  if (sink == Sink::full) {
    stream.child = opened("/dev/full", O_WRONLY);
    return stream;
  }
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) give_up("pipe2");
  stream.child = Fd(ends[1]);
  stream.ours = Fd(ends[0]);
  if (sink == Sink::gone) stream.ours.close();
  stream.ends_at_line = sink == Sink::first_line;
  return stream;
}

// Everything the child needs, made before the fork: other threads may hold the allocator's lock at that moment.
struct Child {
  std::vector<char*> argv, envp;
  std::string folder;
  std::array<int, 3> fds{};
  const Launch* launch = nullptr;
};

[[noreturn]] void become(const Child& child, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(126);
  const Launch& launch = *child.launch;
  ::signal(SIGPIPE, launch.ignores_sigpipe ? SIG_IGN : SIG_DFL);
  if (launch.is_on_terminal) {
    ::setsid();
    ::ioctl(child.fds[0], TIOCSCTTY, 0);
  }
  // Moved out of the way first, so that putting one in its place does not overwrite another.
  std::array<int, 3> high{};
  for (std::size_t i = 0; i < 3; ++i) high[i] = child.fds[i] < 0 ? -1 : ::fcntl(child.fds[i], F_DUPFD_CLOEXEC, 10);
  for (int i = 0; i < 3; ++i) {
    const int from = high[static_cast<std::size_t>(i)];
    if (from < 0 ? ::close(i) < 0 && errno != EBADF : ::dup2(from, i) < 0) ::_exit(126);
  }
  if (launch.mask) ::umask(*launch.mask);
  if (::chdir(child.folder.c_str()) != 0) ::_exit(126);
  if (launch.uid && (::setresgid(*launch.uid, *launch.uid, *launch.uid) != 0 ||
                     ::setresuid(*launch.uid, *launch.uid, *launch.uid) != 0)) {
    ::_exit(126);
  }
  ::execve(child.argv[0], child.argv.data(), child.envp.data());
  ::_exit(127);
}

// Takes what there is; false at the end of the stream.
bool pump(Stream& stream) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::read(stream.ours.get(), buffer.data(), buffer.size());
  if (count < 0 && errno == EINTR) return true;
  if (count > 0) stream.text.append(buffer.data(), static_cast<std::size_t>(count));
  // A terminal whose last user has gone reads as EIO.
  const bool has_enough = stream.ends_at_line && stream.text.find('\n') != std::string::npos;
  if (count <= 0 || has_enough) stream.ours.close();
  return stream.ours.get() >= 0;
}

// Reads both streams to their ends; false when that took too long.
bool pump_all(Stream& out, Stream& err, Steady::time_point end) {
  while (out.ours.get() >= 0 || err.ours.get() >= 0) {
    std::array<pollfd, 2> waiting{{{out.ours.get(), POLLIN, 0}, {err.ours.get(), POLLIN, 0}}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Steady::now()).count();
    if (left <= 0) return false;
    if (::poll(waiting.data(), waiting.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
    if (waiting[0].revents != 0) pump(out);
    if (waiting[1].revents != 0) pump(err);
  }
  return true;
}

void open_terminal(Stream& out, Fd& in, Stream& err) {
  int ours = -1;
  int theirs = -1;
  termios raw{};
  ::cfmakeraw(&raw);  // no CR of the terminal's own in what is read
  const winsize size{24, 80, 0, 0};
  if (::openpty(&ours, &theirs, nullptr, &raw, &size) != 0) give_up("openpty");
  ::fcntl(ours, F_SETFD, FD_CLOEXEC);
  ::fcntl(theirs, F_SETFD, FD_CLOEXEC);
  out.ours = Fd(ours);
  out.child = Fd(theirs);
  in = Fd(::fcntl(theirs, F_DUPFD_CLOEXEC, 3));
  err.child = Fd(::fcntl(theirs, F_DUPFD_CLOEXEC, 3));
}

Outcome outcome_of(int status, bool is_in_time) {
  Outcome outcome;
  outcome.is_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (!is_in_time) outcome.code = k_too_long;
  return outcome;
}

// Waits, without taking the process away, so that whoever kills it never meets a number used again.
bool ends_by(pid_t pid, Steady::time_point end) {
  while (true) {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT | WNOHANG) == 0 && info.si_pid == pid)
      return true;
    if (Steady::now() >= end) return false;
    ::usleep(200);
  }
}

}  // namespace

void Victim::began(pid_t pid) {
  const std::lock_guard lock(mutex_);
  pid_ = pid;
}

void Victim::kill(int signal) {
  const std::lock_guard lock(mutex_);
  if (pid_ > 0) ::kill(pid_, signal);
}

int Victim::reap() {
  const std::lock_guard lock(mutex_);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = 0;
  return status;
}

std::string Outcome::told() const {
  return "exit " + std::to_string(code) + ", out '" + visible(out) + "', err '" + visible(err) + "'";
}

Outcome start(const std::string& binary, const std::string& folder, Words environment, const Launch& launch) {
  Words words = launch.args;
  words.insert(words.begin(), binary);
  words.insert(words.begin(), launch.wrapper.begin(), launch.wrapper.end());
  Child child;
  for (std::string& word : words) child.argv.push_back(word.data());
  for (std::string& variable : environment) child.envp.push_back(variable.data());
  child.argv.push_back(nullptr);
  child.envp.push_back(nullptr);
  child.folder = folder;
  child.launch = &launch;
  Fd in;
  Stream out;
  Stream err;
  if (launch.is_on_terminal) {
    open_terminal(out, in, err);
  } else {
    in = input_of(launch);
    out = stream_of(launch.out);
    err = stream_of(launch.err);
  }
  child.fds = {in.get(), out.child.get(), err.child.get()};
  Victim own;
  Victim& victim = launch.victim != nullptr ? *launch.victim : own;
  const auto begin = Steady::now();
  const auto end = begin + std::chrono::seconds(launch.limit_seconds);
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) give_up("fork");
  if (pid == 0) become(child, parent);
  victim.began(pid);
  in.close();
  out.child.close();
  err.child.close();
  const bool is_in_time = pump_all(out, err, end) && ends_by(pid, end);
  if (!is_in_time) victim.kill();
  Outcome outcome = outcome_of(victim.reap(), is_in_time);
  outcome.out = std::move(out.text);
  outcome.err = std::move(err.text);
  outcome.seconds = std::chrono::duration<double>(Steady::now() - begin).count();
  return outcome;
}

}  // namespace failure
