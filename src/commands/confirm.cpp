#include "commands/confirm.hpp"

#include "behest/text/utf8.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_answer_limit = 1024;

}  // namespace

void confirm(Env& env, std::string_view question) {
  if (env.globals.yes || env.globals.dry_run) return;
  if (env.globals.no_input || !env.streams.in_is_tty() || !env.streams.err_is_tty()) {
    throw Error{ErrorKind::usage, "this asks first, and there is nobody to ask",
                "add -y (--yes) when it is meant, or -n to see what it would do"};
  }
  env.streams.err(text::term_line(question) + text::Safe<text::Term>(" [y/N] "));
  const auto line = env.streams.read_line(k_answer_limit);
  const std::string_view answer = line ? text::trim(*line) : std::string_view();
  for (const std::string_view yes : {"y", "Y", "yes", "Yes", "YES"}) {
    if (answer == yes) return;
  }
  throw Error{ErrorKind::refused, "nothing was done", "answer y or yes to go on"};
}

}  // namespace behest::commands
