#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include <fcntl.h>
#include <pwd.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "mail/loader.hpp"
#include "program.hpp"
#include "run.hpp"
#include "terminal.hpp"

namespace {

// The time of day of the machine.
class SystemClock final : public behest::Clock {
 public:
  behest::Instant now() const override {
    timespec at{};
    ::clock_gettime(CLOCK_REALTIME, &at);
    return {static_cast<std::int64_t>(at.tv_sec) * 1000 + at.tv_nsec / 1'000'000};
  }
};

// A closed standard stream would let the database take its number, and the next message land in the file.
void open_standard_streams() {
  for (int fd = 0; fd <= 2; ++fd) {
    if (::fcntl(fd, F_GETFD) >= 0) continue;
    // An output that is not there fails like a full disk rather than pass for written.
    const int opened = ::open(fd == 0 ? "/dev/null" : "/dev/full", fd == 0 ? O_RDONLY : O_WRONLY);
    if (opened >= 0 && opened != fd) {
      ::dup2(opened, fd);
      ::close(opened);
    }
  }
}

void prepare_process() {
  open_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::umask(077);
}

// The line of /etc/passwd with this user, as {name, home}: read directly, because the general look-up asks several
// services first and costs more than the rest of the start-up.
std::optional<behest::Account> listed_account(uid_t user) {
  std::FILE* file = std::fopen("/etc/passwd", "re");
  if (file == nullptr) return std::nullopt;
  std::optional<behest::Account> found;
  char line[1024];
  while (!found && std::fgets(line, sizeof line, file) != nullptr) {
    std::vector<std::string> parts(1);
    for (const char* c = line; *c != '\0' && *c != '\n'; ++c) {
      if (*c == ':') {
        parts.emplace_back();
      } else {
        parts.back() += *c;
      }
    }
    if (parts.size() == 7 && parts[2] == std::to_string(user)) found = {parts[0], parts[5]};
  }
  std::fclose(file);
  return found;
}

behest::Account account() {
  behest::Account account{"uid" + std::to_string(::geteuid()), "/"};
  if (const auto listed = listed_account(::geteuid())) {
    account = *listed;
  } else if (const passwd* entry = ::getpwuid(::geteuid())) {
    account = {entry->pw_name, entry->pw_dir};
  }
  if (const char* variable = std::getenv("HOME"); variable != nullptr && variable[0] == '/') account.home = variable;
  return account;
}

}  // namespace

int main(int argc, char** argv) {
  prepare_process();
  behest::Terminal terminal;
  if (::getuid() != ::geteuid() || ::getgid() != ::getegid() || ::getauxval(AT_SECURE) != 0) {
    terminal.err(behest::text::term_line("behest: refuses to run with the rights of another user (setuid, setgid)") +
                 behest::text::Safe<behest::text::Term>("\n"));
    return 77;
  }
  const SystemClock clock;
  const behest::World world{terminal,
                            clock,
                            [](std::string_view name) -> std::optional<std::string> {
                              const char* value = std::getenv(std::string(name).c_str());
                              if (value == nullptr) return std::nullopt;
                              return value;
                            },
                            account,
                            "/etc/behest",
                            behest::run_on_terminal,
                            behest::feed_program,
                            behest::mail::make_mail_reader};
  return behest::run(world, {argv + 1, argv + argc});
}
