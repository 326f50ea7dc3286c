#include <set>

#include "commands/answer.hpp"
#include "commands/event_view.hpp"
#include "commands/registry.hpp"
#include "ops/verbs.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

struct Options {
  std::optional<std::string> count;
  bool is_redo = false;
};

void declare(Args& args, Options& options) {
  args.optional_positional("N", options.count, "how many commands to take back (default 1)");
  args.flag("--redo", options.is_redo, "apply again what was last taken back");
}

int count_of(const Options& options) {
  if (!options.count) return 1;
  const std::string& text = *options.count;
  const bool is_number = !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || std::stoi(text) < 1) {
    throw Error{ErrorKind::usage, "'" + text + "' is not a number of commands", "for example 'behest undo 2'"};
  }
  return std::stoi(text);
}

void tell(Env& env, const ops::UndoResult& result, bool is_redo) {
  env.say(std::string(env.globals.dry_run ? "would be " : "") + (is_redo ? "done again: " : "undone: ") +
          result.command.verb + " (" + format_rfc3339(result.command.at) + ")");
  for (const ops::TakenBack& back : result.changes) {
    if (is_shown(back.change.field)) env.say(change_line(back.number, back.change));
  }
}

std::vector<Request> requests_of(Store& store, const std::vector<ops::UndoResult>& results) {
  std::set<std::int64_t> numbers;
  for (const ops::UndoResult& result : results) {
    for (const ops::TakenBack& back : result.changes) numbers.insert(back.number);
  }
  std::vector<Request> requests;
  for (const std::int64_t number : numbers) {
    auto request = store.request(number);
    if (!request || request->is_deleted) continue;
    request->comments = store.comments(number);
    requests.push_back(*std::move(request));
  }
  return requests;
}

void run(Env& env, const Options& options) {
  const int count = count_of(options);
  std::vector<ops::UndoResult> results;
  std::vector<Request> requests;
  env.store->transact([&] {
    results.clear();
    for (int i = 0; i < count; ++i) {
      results.push_back(options.is_redo ? ops::redo(*env.store, env.config(), env.actor, env.now)
                                        : ops::undo(*env.store, env.config(), env.actor, env.now));
    }
    if (env.is_json()) requests = requests_of(*env.store, results);
    return !env.globals.dry_run;
  });
  if (env.is_json()) {
    print_requests(env, requests, false);
    return;
  }
  for (const ops::UndoResult& result : results) {
    if (!env.globals.quiet) {
      tell(env, result, options.is_redo);
      continue;
    }
    std::set<std::int64_t> numbers;
    for (const ops::TakenBack& back : result.changes) numbers.insert(back.number);
    numbers.erase(0);  // of no request
    for (const std::int64_t number : numbers) env.say(std::to_string(number));
  }
}

constexpr Example k_examples[] = {
    {"Take back my last command, whole", "behest undo"},
    {"No, it was right", "behest undo --redo"},
};

}  // namespace

constinit const Command k_undo{
    "undo",
    "take back your last command",
    "life",
    Needs::store_write,
    "Takes back the last command of yours as a whole, however many requests it changed, and shows each field as it was "
    "and as it is now. Again, it goes further back; `undo 3` takes back three. It is refused, with exit code 4, when a "
    "later change builds on it.\n\n"
    "A submit that is undone leaves every list, and its number is not used again. The log keeps everything: an undo is "
    "an event as well.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
