#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "behest/command.hpp"

namespace behest {

// The words of a command line with the verb taken out: `behest --db x list -q` is "list" and {--db, x, -q}.
struct CommandLine {
  std::string verb;
  std::vector<std::string> rest;
  std::size_t at = 0;  // where the verb stood
};

// The verb is the first word that is neither a global option nor the value of one; "" when there is none, and also when
// an option that no command shares stands before it (parse_words then says so). Never throws.
CommandLine find_verb(const std::vector<std::string>& argv_without_program);

// Puts the words into the targets of both declarations; targets of what is not given keep their value. Throws
// Error(usage), with all targets untouched. When --help or --version is among the words, nothing is missing or too
// much. `command_name` is for the messages; "" stands for behest without a command.
void parse_words(const std::vector<std::string>& words, const Args& declared_of_command, const Args& globals,
                 std::string_view command_name);

}  // namespace behest
