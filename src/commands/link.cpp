#include <algorithm>

#include "commands/registry.hpp"
#include "commands/targets.hpp"
#include "ops/links.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::vector<std::string> words;
  bool is_removed = false;
  std::optional<std::string> type;
  std::optional<std::string> lag;
};

void declare(Args& args, Options& options) {
  args.positionals("WORD", options.words, "ID… blocks|parent|duplicates|relates ID…", Complete::id);
  args.flag("-d,--delete", options.is_removed, "take the link away");
  args.option("--type", options.type, "FS|SS|FF|SF",
              "blocks: from the finish or the start of one to the start or the finish of the other", Complete::choice)
      .choices = {"FS", "SS", "FF", "SF"};
  args.option("--lag", options.lag, "DURATION",
              "blocks: so much work later, as in 4h or 1bd, or earlier, as in --lag=-2h");
}

struct Said {
  Targets from;
  Relation relation = Relation::relates;
  std::vector<std::string> to;
};

Said said_by(const std::vector<std::string>& words) {
  const auto is_relation = [](const std::string& word) { return relation_named(word).has_value(); };
  const auto at = std::ranges::find_if(words, is_relation);
  const char* hint = "for example 'behest link 3 blocks 7', or parent, duplicates, relates";
  if (at == words.end()) throw Error{ErrorKind::usage, "it is not said how they are linked", hint};
  if (at == words.begin()) throw Error{ErrorKind::usage, "no request stands before '" + *at + "'", hint};
  if (at + 1 == words.end()) throw Error{ErrorKind::usage, "no request stands after '" + *at + "'", hint};
  Said said;
  said.from.ids.assign(words.begin(), at);
  said.relation = *relation_named(*at);
  said.to.assign(at + 1, words.end());
  if (std::ranges::find(said.to, "-") != said.to.end()) {
    throw Error{ErrorKind::usage, "'-' can only stand before '" + *at + "'", hint};
  }
  return said;
}

ops::TermsGiven terms_of(const Env& env, const Options& options) {
  ops::TermsGiven given;
  if (options.is_removed && (options.type || options.lag)) {
    throw Error{ErrorKind::usage, "a link is taken away with its type and lag", "leave out --type and --lag"};
  }
  if (options.type) given.type = dependency_named(*options.type);
  if (options.lag) {
    const auto lag = ops::parse_lag(*options.lag, env.config().working_day());
    if (!lag) throw Error{ErrorKind::usage, "--lag: " + lag.error().message, lag.error().hint};
    given.lag_s = *lag;
  }
  return given;
}

void run(Env& env, const Options& options) {
  const Said said = said_by(options.words);
  const ops::TermsGiven terms = terms_of(env, options);
  change_all(env, said.from, "link", [&](ops::Work& work, Request& request) {
    ops::Outcome all{request.number, "", false};
    for (const std::int64_t to : ops::resolve_ids(work.store(), said.to)) {
      const Link link{said.relation, to};
      const ops::Outcome one =
          options.is_removed ? ops::unlink(work, request, link) : ops::link(work, request, link, terms);
      all.sentence += (all.sentence.empty() ? "" : "; ") + one.sentence;
      all.is_changed |= one.is_changed;
    }
    return all;
  });
}

constexpr Example k_examples[] = {
    {"#3 has to be done before #4", "behest link 3 blocks 4"},
    {"#3 and #4 are parts of #1, which is their parent", "behest link 1 parent 3 4"},
    {"#5 starts when #3 has, two hours later", "behest link 3 blocks 5 --type SS --lag 2h"},
    {"Not so", "behest link -d 1 parent 4"},
};

}  // namespace

constinit const Command k_link{
    "link",
    "link requests to each other, or take links away",
    "triage",
    Needs::store_write,
    "A link reads as a sentence, with the first request as its subject: `link 3 blocks 7` says that #7 cannot go on "
    "before #3 is closed; `link 3 parent 7`, that #3 is the parent of #7, its sub-request; `link 3 duplicates 7`, that "
    "both are the same; `link 3 relates 7`, that they have to do with each other. Several ids may stand on either "
    "side.\n\n"
    "`show` tells of a link on both of its requests. A link that is there already changes nothing. One that closes a "
    "cycle of blocks, of parents or of both (a sub-request that blocks its own parent) is refused with exit code 4, "
    "and "
    "the cycle is named: `#1 -> #2 -> #1`.\n\n"
    "For `behest plan`, --type says what of both hangs together: FS, as usual, the finish of the first and the start "
    "of the second; SS their starts, FF their finishes, SF the start of the first and the finish of the second. --lag "
    "is the working time between them.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
