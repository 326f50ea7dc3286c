#include "hook_runner.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program.hpp"
#include "text/shell_words.hpp"

namespace behest {
namespace {

constexpr int k_not_run = 127;
// What a hook gets of the environment.
constexpr const char* k_kept[] = {"HOME", "LANG", "LC_ALL", "LOGNAME", "TZ", "USER"};

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

std::string fault_of(const ProgramEnd& end, Duration timeout) {
  if (end.is_late) return "it took more than " + format_duration(timeout) + " and was ended";
  if (end.signal != 0) return "it was ended by signal " + std::to_string(end.signal);
  if (end.code == k_not_run) return "it could not be run";
  return end.code == 0 ? std::string() : "its exit code is " + std::to_string(end.code);
}

}  // namespace

HookOutcome run_hook(const HookCall& call) {
  auto parsed = text::shell_words(call.hook->command);
  if (!parsed || parsed->empty()) return {"its command is no command line", {}};
  if (std::string fault = program_fault(parsed->front()); !fault.empty()) return {std::move(fault), {}};
  ProgramCall program;
  program.words = *std::move(parsed);
  program.variables = environment_for(call.hook->name);
  program.input = call.input;
  program.timeout = call.hook->timeout;
  try {
    ProgramEnd end = run_program(program);
    return {fault_of(end, program.timeout), std::move(end.output)};
  } catch (const Error& error) {
    return {error.message, {}};  // what was done is kept, whatever becomes of its hooks
  }
}

}  // namespace behest
