#include "ops/learn.hpp"

#include "commands/learn_view.hpp"
#include "commands/registry.hpp"
#include "ops/model.hpp"
#include "ops/relearn.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::vector<std::string> fields;
  bool is_evaluation = false;
  std::optional<std::string> holdout;
  std::optional<std::string> by;
};

void declare(Args& args, Options& options) {
  args.options("--field", options.fields, "FIELD", "only this field: category, team, assignee or type",
               Complete::choice)
      .choices = {"category", "team", "assignee", "type"};
  args.flag("--evaluate", options.is_evaluation, "only print how good it would be, and change nothing");
  args.option("--holdout", options.holdout, "SHARE", "judge this share of the requests by what the others teach: 20%");
  args.option("--by", options.by, "ORDER", "which to hold out: time is the newest, else by chance", Complete::choice)
      .choices = {"time"};
}

double share_of(const std::string& text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  const bool is_percent = digits > 0 && digits <= 2 && text.substr(digits) == "%";
  const int percent = is_percent ? std::stoi(text.substr(0, digits)) : 0;
  if (percent < 1 || percent > 90) {
    throw Error{ErrorKind::usage, "'" + text + "' is no share to hold out", "from 1% to 90%, as in --holdout 20%"};
  }
  return percent / 100.0;
}

ops::Trial trial_of(const Options& options) {
  if (!options.is_evaluation && (options.holdout || options.by)) {
    throw Error{ErrorKind::usage, "--holdout and --by are about an evaluation", "add --evaluate"};
  }
  ops::Trial trial;
  if (options.holdout || options.by) trial.way = options.by ? ops::Trial::Way::time : ops::Trial::Way::chance;
  if (options.holdout) trial.held_out = share_of(*options.holdout);
  return trial;
}

std::vector<std::string_view> fields_of(const Options& options) {
  if (options.fields.empty()) return {ops::k_learned_fields.begin(), ops::k_learned_fields.end()};
  return {options.fields.begin(), options.fields.end()};
}

// Error(refused) when there is nothing to say but why.
void refuse_nothing(const std::vector<ops::Lesson>& lessons) {
  std::string reasons;
  for (const ops::Lesson& lesson : lessons) {
    if (lesson.figures) return;
    reasons += (reasons.empty() ? "" : "; ") + lesson.field + ": " + lesson.note;
  }
  throw Error{ErrorKind::refused, "nothing can be learned: " + reasons,
              "it takes requests with different values; 'behest edit ID -c PATH' gives one a category"};
}

void keep(Env& env, const std::vector<ops::Lesson>& lessons, std::int64_t closed) {
  if (env.globals.dry_run || env.store->is_empty_stand_in()) return;
  env.lend(Store::open_write(env.store_options));
  env.store->transact([&] {
    ops::keep_lessons(*env.store, lessons, closed);
    return true;
  });
}

void run(Env& env, const Options& options) {
  const ops::Trial trial = trial_of(options);
  const LearnConfig& config = env.config().learn;
  ops::Textbook book;
  std::int64_t closed = 0;
  env.store->read([&] {
    book = ops::read_textbook(*env.store, config.requests);
    closed = ops::closed_requests(*env.store);
  });
  std::vector<ops::Lesson> lessons;
  for (const std::string_view field : fields_of(options)) {
    lessons.push_back(options.is_evaluation ? ops::try_field(book, field, config, trial)
                                            : ops::learn_field(book, field, config));
  }
  if (!options.is_evaluation) keep(env, lessons, closed);
  refuse_nothing(lessons);
  print_lessons(env, lessons, trial);
}

constexpr Example k_examples[] = {
    {"Learn from the requests that are there", "behest learn"},
    {"How good would it be on the newest fifth?", "behest learn --evaluate --by time"},
    {"The figures of one field, by chance, for a script",
     "behest learn --evaluate --holdout 20% --field category --json"},
};

}  // namespace

constinit const Command k_learn{
    "learn",
    "learn from past requests what suggest says of new ones",
    "triage",
    Needs::store_read,
    "Learns which category, team, assignee and type requests have been given, from the texts of the newest ones "
    "(`learn.requests` in behest.toml(5); spam is left out): a linear support vector machine for each field over the "
    "words of the title and the body, up to 400 characters of them, the channel and the domain of the requester's "
    "address. What is learned stays in the database until it is learned anew; it is a cache of the requests, so no "
    "undo takes it back and no export has it. The priority is never learned: texts do not tell it. With `learn.every "
    "= N`, `behest tick` learns anew after each N requests that were closed.\n\n"
    "requests: those that have the field. labels: values on two requests or more. accuracy: how many get the right "
    "one. majority: how many would if all got the most frequent one. macro_f1: the mean over labels of the harmonic "
    "mean of precision and recall. top_3: the right one is among the best three. coverage: how many get one with a "
    "confidence of at least `learn.threshold`. precision: how many of these are right.\n\n"
    "The figures are those of requests that were not learned from: each fifth is judged by what the others teach, or "
    "with `--holdout` and `--by time` a share by what the rest teaches. The same requests give the same figures.\n\n"
    "A field named in `learn.fill` is filled in where a new request leaves it open and the confidence is high "
    "enough, unless the accuracy is hardly (2 points) better than the majority: then never.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
