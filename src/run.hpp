#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/ports/clock.hpp"
#include "behest/ports/fed.hpp"
#include "behest/ports/mail_reader.hpp"
#include "behest/ports/streams.hpp"

namespace behest {

// Who the process runs as.
struct Account {
  std::string name;
  std::string home;
};

// The process around a command, as a test can make it up.
struct World {
  Streams& streams;
  const Clock& clock;
  std::function<std::optional<std::string>(std::string_view name)> variable;  // the environment
  std::function<Account()> account;                                           // looked up only where it is needed
  std::string system_dir = "/etc/behest";
  // Runs a program on this terminal, waits, and gives its exit status: 127 when there is none of that name.
  std::function<int(const std::vector<std::string>& words)> launch = {};
  // Runs a program by its path and hands it `input`; see program.hpp.
  std::function<Fed(const std::vector<std::string>& words, std::string_view input, Duration timeout)> feed = {};
  // Error(temporary) where nothing that reads mail is installed.
  std::function<std::unique_ptr<MailReader>()> make_mail_reader = {};
};

// Runs one command line (without the program's name) and gives the exit status of DESIGN 4. Errors are told on standard
// error, as a JSON object under --json.
int run(const World& world, const std::vector<std::string>& words);

}  // namespace behest
