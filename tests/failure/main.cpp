#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include <unistd.h>

#include "harness.hpp"

namespace failure {
namespace {

std::mutex g_mutex;
int g_passed = 0;
int g_failed = 0;

constexpr Section k_sections[] = {
    {"writers", writers, 240},  {"kills", kills, 150},         {"births", births, 60},    {"retries", retries, 90},
    {"races", races, 60},       {"locks", locks, 90},          {"imports", imports, 120}, {"output", output, 200},
    {"files", bad_files, 90},   {"values", bad_values, 120},   {"evil", evil, 280},       {"modes", modes, 60},
    {"backups", backups, 120},  {"syscalls", syscalls, 200},   {"faults", faults, 200},   {"space", space, 60},
    {"readonly", readonly, 60}, {"migration", migration, 120}, {"trust", trust, 90},      {"hostile", hostile, 150},
    {"mail", mail, 200},        {"linear", linear, 280},       {"growth", growth, 240},
};

void out_of_time(int /*signal*/) {
  constexpr char k_message[] = "FAILED the section took longer than its limit\n0 passed, 1 failed\n";
  if (::write(1, k_message, sizeof k_message - 1) < 0) std::_Exit(3);
  std::_Exit(2);
}

bool is_wanted(const Section& section, int count, char** names) {
  if (count == 0) return true;
  for (int i = 0; i < count; ++i) {
    if (std::strcmp(section.name, names[i]) == 0) return true;
  }
  return false;
}

}  // namespace

bool check(bool holds, const std::string& what, const std::string& detail) {
  const std::lock_guard lock(g_mutex);
  ++(holds ? g_passed : g_failed);
  if (!holds) std::printf("FAILED %s%s%s\n", what.c_str(), detail.empty() ? "" : "\n    ", detail.c_str());
  std::fflush(stdout);
  return holds;
}

void measured(const std::string& line) {
  const std::lock_guard lock(g_mutex);
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

int failures() {
  const std::lock_guard lock(g_mutex);
  return g_failed;
}

int setting(const char* name, int fallback) {
  const char* value = std::getenv(name);
  return value != nullptr && std::atoi(value) > 0 ? std::atoi(value) : fallback;
}

}  // namespace failure

// behest-failure BINARY [SECTION...]
int main(int argc, char** argv) {
  using namespace failure;
  if (argc < 2) {
    std::fprintf(stderr, "usage: behest-failure BINARY [SECTION...]\n");
    return 2;
  }
  use_binary(argv[1]);
  std::signal(SIGALRM, out_of_time);
  std::signal(SIGPIPE, SIG_IGN);
  int ran = 0;
  for (const Section& section : k_sections) {
    if (!is_wanted(section, argc - 2, argv + 2)) continue;
    measured(std::string("== ") + section.name);
    // The long forms (more kills, every call) may take as long as they need.
    const bool is_long = std::getenv("BEHEST_FAILURE_KILLS") != nullptr || std::getenv("BEHEST_FAILURE_ALL") != nullptr;
    ::alarm(is_long ? 0 : section.limit_seconds);
    section.run();
    ++ran;
  }
  ::alarm(0);
  check(ran > 0, "a section of that name exists");
  std::printf("%d passed, %d failed\n", g_passed, g_failed);
  return g_failed == 0 ? 0 : 1;
}
