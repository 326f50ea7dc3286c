#include "commands/assign_auto.hpp"
#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::string> to;
  std::optional<std::string> team;
  bool is_none = false;
  bool is_me = false;
  std::optional<std::string> way;
  std::vector<std::string> skills;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("-a,--assignee", options.to, "WHO", "who works on it; the last word may say it too", Complete::person);
  args.option("--team", options.team, "TEAM", "the team it belongs to; '' for none", Complete::team);
  args.flag("--none", options.is_none, "nobody works on it any more");
  args.flag("--me", options.is_me, "you work on it");
  Declared& automatic = args.option("--auto", options.way, "WAY",
                                    "choose who: least-loaded (the default), round-robin or skills; written --auto=WAY",
                                    Complete::choice);
  automatic.choices = {"least-loaded", "round-robin", "skills"};
  automatic.implied = "least-loaded";
  args.options("--skill", options.skills, "NAME", "--auto: who is chosen must have it; NAME:LEVEL from 1 to 9");
}

bool looks_like_id(const std::string& word) {
  return word == "-" || word.starts_with("key:") || word.starts_with('#') ||
         (word.front() >= '0' && word.front() <= '9');
}

// `assign 3 4 alice`: without an option that says who, the last word does. Beside --team it need not be there.
void take_last_word(Options& options) {
  auto& words = options.targets.ids;
  if (options.to || options.is_none || options.is_me) return;
  const std::size_t needed = options.targets.where ? 1 : 2;
  if (words.size() < needed) {
    if (options.team) return;
    throw Error{ErrorKind::usage, "nobody is named to assign to",
                "behest assign ID… WHO, or --me, --none, --team TEAM"};
  }
  if (options.team && (words.back().empty() || looks_like_id(words.back()))) return;
  options.to = words.back();
  words.pop_back();
}

void run(Env& env, const Options& given) {
  Options options = given;
  if (!options.skills.empty() && !options.way) {
    throw Error{ErrorKind::usage, "--skill is about --auto", "add --auto, or leave it out"};
  }
  if (options.way) {
    if (options.to || options.team || options.is_none || options.is_me) {
      throw Error{ErrorKind::usage, "--auto chooses who is to work on it", "leave out WHO, --me, --none and --team"};
    }
    return assign_automatically(env, options.targets, *options.way, options.skills);
  }
  take_last_word(options);
  if ((options.to ? 1 : 0) + (options.is_none ? 1 : 0) + (options.is_me ? 1 : 0) > 1) {
    throw Error{ErrorKind::usage, "it is said more than once who is to work on it", "give one of WHO, --me, --none"};
  }
  ops::Assignment assignment{options.to, options.team};
  if (options.is_none) assignment.to = "";
  if (options.is_me || options.to == "me") assignment.to = env.actor.name;
  if (options.to && options.to->empty()) {
    throw Error{ErrorKind::usage, "the assignee is empty", "to take a request away from everybody use --none"};
  }
  change_all(env, options.targets, "assign",
             [&](ops::Work& work, Request& request) { return ops::assign(work, request, assignment); });
}

constexpr Example k_examples[] = {
    {"Give two requests to alice", "behest assign 1 2 alice"},
    {"Take one yourself, for the network team", "behest assign 3 --me --team net"},
    {"Let the one with most room have it, after a look", "behest assign 3 --auto --dry-run || behest assign 3 --auto"},
    {"Give everything new about the VPN to bob", "behest assign -w 'state:new vpn' bob"},
};

}  // namespace

constinit const Command k_assign{
    "assign",
    "say who works on requests",
    "triage",
    Needs::store_write,
    "The last word is the person: `behest assign 3 4 alice`. Any name will do; nobody has to be declared. A new "
    "request "
    "that gets a person becomes open; a team alone leaves it new.\n\n"
    "`--auto` chooses among the members of its team (all declared agents where it has none): those who are not away, "
    "have the skills that its category and `--skill` require, and have room. The load is what their new and open "
    "requests weigh (`assign.weights`), against `capacity`. `least-loaded` takes the least load for the capacity, then "
    "whom the choice fell on longest ago; `round-robin` the next by name; `skills` who has most of what the category "
    "prefers, then whose skills are least above what is required. Where nobody can be chosen, the request stays as it "
    "is, the reason is kept for `behest rule why`, and the exit code is 4.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
