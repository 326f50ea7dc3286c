#include "bench/process.hpp"

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace behest::bench {
namespace {

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

[[noreturn]] void become(const std::vector<char*>& argv, const char* input) {
  const int in = ::open(input, O_RDONLY);
  const int out = ::open("/dev/null", O_WRONLY);
  if (in >= 0 && out >= 0 && ::dup2(in, 0) == 0 && ::dup2(out, 1) == 1) {
    ::close(in);
    ::close(out);
    ::execv(argv.front(), argv.data());
  }
  ::_exit(127);
}

}  // namespace

double milliseconds_now() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Cost run_process(const Words& words, const std::string& input) {
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  const char* from = input.empty() ? "/dev/null" : input.c_str();
  const double start = milliseconds_now();
  const pid_t child = ::fork();
  if (child == 0) become(argv, from);
  if (child < 0) throw std::runtime_error(std::string("no process can be made: ") + std::strerror(errno));
  int status = 0;
  rusage used{};
  while (::wait4(child, &status, 0, &used) < 0) {
    if (errno != EINTR) throw std::runtime_error(std::string("a process was lost: ") + std::strerror(errno));
  }
  const double end = milliseconds_now();
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::string line;
    for (const std::string& word : words) line += " " + word;
    throw std::runtime_error("this failed, with wait status " + std::to_string(status) + ":" + line);
  }
  return {end - start, milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
          static_cast<double>(used.ru_maxrss) / 1024};
}

}  // namespace behest::bench
