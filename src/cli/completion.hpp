#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/usage.hpp"
#include "cli/writers.hpp"

namespace behest {

// What a shell can offer for a value: words that are known now, or kinds of which one is asked for when it is needed.
struct Offer {
  enum class Kind { nothing, words, dynamic, file, folder, command };
  Kind kind = Kind::nothing;
  std::vector<std::string> words;  // words: the values; dynamic: KIND of `behest completion words KIND`
};

struct OfferedOption {
  const Declared* declared = nullptr;
  Offer offer;
};

// The place of a positional; only the last one of a command can repeat, and it then stands for all that follow too.
struct OfferedPlace {
  std::string title;
  Offer offer;
  bool repeats = false;
};

struct OfferedCommand {
  std::string name;
  std::string summary;
  Declaration declaration;
  std::vector<OfferedOption> options;
  std::vector<OfferedPlace> places;
};

// Everything that a completion script is made from.
class Offered {
 public:
  explicit Offered(const CommandTable& table);
  const std::vector<OfferedCommand>& commands() const { return commands_; }
  const std::vector<OfferedOption>& globals() const { return globals_; }

 private:
  Globals targets_;
  Args global_args_;
  std::vector<OfferedCommand> commands_;
  std::vector<OfferedOption> globals_;
};

// In single quotes for bash and zsh.
std::string shell_quoted(std::string_view constant);
// Each in single quotes, separated by spaces.
std::string shell_quoted(const std::vector<std::string>& constants);

std::string bash_script(const Offered& offered);
std::string zsh_script(const Offered& offered);
std::string fish_script(const Offered& offered);

}  // namespace behest
