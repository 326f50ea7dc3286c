#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "behest/command.hpp"

namespace behest {

// A command's declarations together with the options they point to.
struct Declaration {
  std::unique_ptr<Bound> bound;
  Args args;
};
Declaration declaration_of(const Command& command);
Args global_declarations(Globals& globals);

// "behest submit", or "behest" for no command.
std::string invocation(std::string_view command_name);
// "behest submit [OPTIONS] TITLE".
std::string usage_line(std::string_view command_name, const Args& args);
// A positional as a usage line shows it: ID, [ID], ID..., [ID...].
std::string positional_title(const Declared& positional);
// The name that messages use for it: its long option name, or the name of the positional.
std::string_view title_of(const Declared& declared);
// The help sentence, followed by what the parser will insist on: the closed choices (unless it
// names them itself), repetition, necessity.
std::string full_help(const Declared& declared);
// "log a request" as "Log a request."
std::string as_sentence(std::string_view phrase);

}  // namespace behest
