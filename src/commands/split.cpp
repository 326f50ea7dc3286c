#include "commands/answer.hpp"
#include "commands/registry.hpp"
#include "commands/setter_options.hpp"
#include "commands/targets.hpp"
#include "ops/merge.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string id;
  std::string title;
  SetterOptions setters;
  std::vector<std::string> comments;
};

void declare(Args& args, Options& options) {
  args.positional("ID", options.id, "the request that is about two things", Complete::id);
  args.positional("TITLE", options.title, "what the new one is about, in a few words");
  declare_setters(args, options.setters);
  args.options("--comment", options.comments, "12.3", "copy this comment over");
}

// The 3 in "12.3".
int comment_number(Store& store, const std::string& word, std::int64_t number) {
  const std::size_t dot = word.rfind('.');
  const bool is_id = dot != std::string::npos && dot > 0 && dot + 1 < word.size() && word.size() - dot < 10 &&
                     word.find_first_not_of("0123456789", dot + 1) == std::string::npos;
  if (!is_id) {
    throw Error{ErrorKind::usage, "'" + word + "' is not the id of a comment",
                "for example --comment " + std::to_string(number) + ".1"};
  }
  if (number_of(store, "--comment", word.substr(0, dot)) != number) {
    throw Error{ErrorKind::usage, "the comment " + word + " is not one of #" + std::to_string(number),
                "only comments of the request that is split can be copied"};
  }
  return std::stoi(word.substr(dot + 1));
}

void run(Env& env, const Options& options) {
  ops::Setters values = setters_of(env, options.setters);
  values.title = options.title;
  ops::check_submission(values);
  ops::Outcome outcome;
  std::vector<Request> requests;
  env.store->transact([&] {
    requests.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "split");
    Request origin = work.load(number_of(*env.store, "ID", options.id));
    std::vector<int> comments;
    for (const std::string& word : options.comments) {
      comments.push_back(comment_number(*env.store, word, origin.number));
    }
    outcome = ops::split(work, origin, values, comments);
    if (env.is_json()) {
      requests.push_back(work.load(outcome.number));
      requests.back().comments = env.store->comments(outcome.number);
    }
    return keeps(env, work);
  });
  answer(env, {outcome}, requests, false);
}

constexpr Example k_examples[] = {
    {"There was a second question in it", "behest split 1 'Toner is low as well' -l toner"},
    {"With a comment that belongs to it", "behest split 1 'Order a spare part' --comment 1.1"},
};

}  // namespace

constinit const Command k_split{
    "split",
    "make a request of its own out of a part of another",
    "triage",
    Needs::store_write,
    "The new request has the requester, category, team and channel of the first, but for what the options say, and "
    "everything else as a new request has it. Both are linked: `relates`. Comments given with `--comment` are copied, "
    "with their author and time.\n\n"
    "`behest undo` takes it back.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
