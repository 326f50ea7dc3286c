#include <charconv>

#include "commands/registry.hpp"
#include "commands/review_view.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  Targets targets;
  std::vector<std::string> items;
  std::optional<std::string> card;
  ReviewPeriod period;
  std::optional<std::int64_t> size;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "what to do").choices = {"sample", "score", "list"};
  args.positionals("ID", options.targets.ids, "score: the requests", Complete::id);
  args.options("--item", options.items, "NAME=POINTS", "score: points for an item of the scorecard");
  args.option("--card", options.card, "NAME", "score: the scorecard, when there are several");
  args.option("-m,--message", options.targets.message, "TEXT", "score: a note for the agent, kept with the points");
  args.number("--size", options.size, "N", "sample: how many requests (default 10)");
  args.option("--from", options.period.from, "TIME", "sample: closed since then; list: reviewed since then");
  args.option("--to", options.period.to, "TIME", "and before this (default: now)");
  args.option("-a,--assignee", options.period.agent, "WHO", "list: only reviews of this agent's work",
              Complete::person);
}

std::pair<std::string, int> item_of(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  int points = 0;
  const char* const end = text.data() + text.size();
  const char* const begin = equals == std::string::npos ? end : text.data() + equals + 1;
  const auto [stop, error] = std::from_chars(begin, end, points);
  if (begin != end && error == std::errc() && stop == end && equals > 0) return {text.substr(0, equals), points};
  throw Error{ErrorKind::usage, "--item takes NAME=POINTS, not '" + text + "'", "for example --item tone=4"};
}

void score(Env& env, const Options& options) {
  ops::ReviewScore score;
  score.scorecard = options.card.value_or("");
  score.note = options.targets.message;
  score.points.reserve(options.items.size());
  for (const std::string& item : options.items) score.points.push_back(item_of(item));
  if (score.points.empty()) {
    throw Error{ErrorKind::usage, "no points are given", "for example behest review score 12 --item tone=4"};
  }
  Targets targets = options.targets;
  targets.message.reset();
  env.create_store();
  change_all(env, targets, "review",
             [&](ops::Work& work, Request& request) { return ops::score_request(work, request, score); });
}

void run(Env& env, const Options& options) {
  const bool is_score = options.action == "score";
  const bool is_sample = options.action == "sample";
  if (!is_score &&
      (!options.targets.ids.empty() || !options.items.empty() || options.card || options.targets.message)) {
    throw Error{ErrorKind::usage, "'review " + options.action + "' takes no ID, --item, --card or -m",
                "they are for 'behest review score'"};
  }
  if (!is_sample && options.size) throw Error{ErrorKind::usage, "--size is about 'behest review sample'", ""};
  if (is_score && (options.period.from || options.period.to || options.period.agent)) {
    throw Error{ErrorKind::usage, "'review score' takes no --from, --to or -a", "name the requests by their ids"};
  }
  if (is_score) return score(env, options);
  if (!is_sample) return list_reviews(env, options.period);
  const std::int64_t size = options.size.value_or(static_cast<std::int64_t>(ops::k_sample_size));
  if (size < 1 || size > 10'000) throw Error{ErrorKind::usage, "--size takes 1 to 10000", "for example --size 20"};
  print_sample(env, options.period, static_cast<std::size_t>(size));
}

constexpr Example k_examples[] = {
    {"Ten closed requests of November, some of each agent", "behest review sample --from 2026-11-01 --to 2026-12-02"},
    {"Points for one of them", "behest review score 2 --item tone=4 --item solution=9 -m 'Quick, and kind'"},
    {"How they did, for a program", "behest review list --json"},
};

}  // namespace

constinit const Command k_review{
    "review",
    "review the quality of closed requests",
    "learn",
    Needs::store_read,
    "`sample` draws closed requests at random: every agent has one as long as `--size` allows it, the rest goes by how "
    "many each closed. The same period and size draw the same requests again; spam, duplicates and what was withdrawn "
    "are left out.\n\n"
    "`score` gives points to a request, as [scorecard.NAME] in behest.toml(5) has them: `items = { tone = 5, solution "
    "= 10 }`. Each reviewer has one review of a request; scoring again changes the items that are named. Nobody "
    "reviews their own work. The result is the share of all points, in percent.\n\n"
    "Under `--json`, `list` gives an array of "
    "{\"id\",\"agent\",\"reviewer\",\"scorecard\",\"items\",\"percent\",\"at\",\"note\"}, `sample` of "
    "{\"id\",\"agent\",\"title\",\"closed\",\"reviewed\"}.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
