#include "commands/registry.hpp"
#include "commands/targets.hpp"
#include "ops/notices.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  bool is_off = false;
};

void declare(Args& args, Options& options) {
  declare_ids(args, options.targets);
  args.flag("--off", options.is_off, "no longer");
}

bool looks_like_id(const std::string& word) {
  return word.empty() || word == "-" || word.starts_with("key:") || word.starts_with('#') ||
         (word.front() >= '0' && word.front() <= '9');
}

void run(Env& env, const Options& given) {
  Options options = given;
  std::vector<std::string>& words = options.targets.ids;
  std::string who = env.actor.name;
  if (!words.empty() && !looks_like_id(words.back())) {
    if (words.back() != "me") who = words.back();
    words.pop_back();
  }
  change_all(env, options.targets, "watch",
             [&](ops::Work& work, Request& request) { return ops::watch(work, request, who, !options.is_off); });
}

constexpr Example k_examples[] = {
    {"Hear of what others do to a request", "behest watch 1"},
    {"Somebody else is to hear of it too", "behest watch 1 3 carol"},
    {"No longer", "behest watch 1 --off"},
};

}  // namespace

constinit const Command k_watch{
    "watch",
    "hear of changes to requests in your inbox",
    "people",
    Needs::store_write,
    "Whatever others change or say is then in `behest inbox`. The last word may name somebody else. A person, or a "
    "team, that a comment names as @NAME finds that comment there too, watching or not.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
