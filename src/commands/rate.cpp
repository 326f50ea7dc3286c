#include "ops/rate.hpp"

#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string id;
  std::optional<std::string> score;
  std::optional<std::string> message;
  std::optional<std::string> by;
  bool is_survey = false;
};

void declare(Args& args, Options& options) {
  args.positional("ID", options.id, "the request", Complete::id);
  args.optional_positional("SCORE", options.score, "1 to 5, of which 5 is the best");
  args.option("-m,--message", options.message, "TEXT", "what was said");
  args.option("--by", options.by, "CONTACT", "whose rating it is (default: the actor)", Complete::person);
  args.flag("--survey", options.is_survey, "it answers a survey; without SCORE, a survey was sent");
}

std::optional<int> score_in(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  if (text->size() == 1 && text->front() >= '0' && text->front() <= '9') return text->front() - '0';
  throw Error{ErrorKind::usage, "'" + *text + "' is no score", "give a whole number from 1 to 5; 5 is the best"};
}

void run(Env& env, const Options& options) {
  const ops::Grade grade{score_in(options.score), options.message.value_or(""), options.by, options.is_survey};
  ops::check_grade(grade);
  Targets targets;
  targets.ids = {options.id};
  change_all(env, targets, "rate", [&](ops::Work& work, Request& request) { return ops::rate(work, request, grade); });
}

constexpr Example k_examples[] = {
    {"What the requester said at the counter", "behest rate 2 5 --by 'Zoe Lin' -m 'quick and friendly'"},
    {"A survey goes out, and comes back",
     "behest rate 2 --survey && behest rate 2 4 --survey --by 'Zoe Lin' -m 'fine'"},
};

}  // namespace

constinit const Command k_rate{
    "rate",
    "record how satisfied a contact is",
    "learn",
    Needs::store_write,
    "Each contact has one rating of a request, and the last wins. The request's own agent, the assignee at its last "
    "closing, cannot rate it; `--by` names the contact whose words are recorded.\n\n"
    "With `--survey` the rating answers a survey; without a score it notes that one was sent, to the requester unless "
    "`--by` says otherwise. A rating that answers a survey of which no sending was noted counts as one that was sent. "
    "`behest report csat` has the figures, `behest show` the ratings.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
