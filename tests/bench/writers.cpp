#include "bench/writers.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace behest::bench {
namespace {

// Sends the time of each of its commands to `to`; a write this small is whole.
int write_away(const Words& command, int each, int to) {
  try {
    for (int i = 0; i < each; ++i) {
      const double took = run_process(command).wall_ms;
      if (::write(to, &took, sizeof took) != static_cast<ssize_t>(sizeof took)) return 1;
    }
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "bench: %s\n", failure.what());
    return 1;
  }
}

std::vector<double> read_times(int from) {
  std::vector<double> times;
  double took = 0;
  while (::read(from, &took, sizeof took) == static_cast<ssize_t>(sizeof took)) times.push_back(took);
  return times;
}

}  // namespace

void print_writers(const Words& command, int writers, int each) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe can be made");
  std::fflush(stdout);
  const double start = milliseconds_now();
  for (int i = 0; i < writers; ++i) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(write_away(command, each, ends[1]));
    if (child < 0) throw std::runtime_error("no process can be made");
  }
  ::close(ends[1]);
  std::vector<double> times = read_times(ends[0]);
  ::close(ends[0]);
  for (int i = 0; i < writers; ++i) ::wait(nullptr);
  const double seconds = (milliseconds_now() - start) / 1e3;
  if (times.size() != static_cast<std::size_t>(writers) * static_cast<std::size_t>(each))
    throw std::runtime_error("a writer failed");
  std::sort(times.begin(), times.end());
  std::printf(
      "%d writers at once, %d submits each: %.0f a second, all succeeded; wait median %.1f ms, worst %.1f ms "
      "(budget of 64 writers: 5000 ms)\n",
      writers, each, static_cast<double>(times.size()) / seconds, times[times.size() / 2], times.back());
}

}  // namespace behest::bench
