#include "commands/kb_change.hpp"
#include "commands/kb_view.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

std::pair<std::int64_t, std::vector<std::string>> article_and_ids(const KbOptions& options, const std::string& verb) {
  if (options.words.size() < 2) {
    throw Error{ErrorKind::usage, "an article and a request are to be named", "behest kb " + verb + " 3 12"};
  }
  return {article_number(options.words.front()), {options.words.begin() + 1, options.words.end()}};
}

}  // namespace

void change_articles(Env& env, const ArticleAct& act) {
  env.store_options.may_create = true;
  env.create_store();
  std::vector<ops::Outcome> outcomes;
  std::vector<text::JsonValue> changed;
  env.store->transact([&] {
    changed.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "kb");
    outcomes = act(work);
    for (const ops::Outcome& outcome : outcomes) {
      if (!env.is_json() || env.store->record("article", std::to_string(outcome.number)).is_null()) continue;
      const ops::Article article = ops::article_of(*env.store, outcome.number);
      changed.push_back(article_json(article, ops::article_use(*env.store, outcome.number)));
    }
    return !env.globals.dry_run;
  });
  if (env.is_json()) {
    const bool is_one = changed.size() == 1;
    env.spool.add(text::json_document(is_one ? changed.front() : text::JsonValue(text::JsonValue::Array(changed))));
    return;
  }
  for (const ops::Outcome& outcome : outcomes) {
    if (env.globals.quiet) {
      env.say(std::to_string(outcome.number));
    } else {
      env.say((env.globals.dry_run ? "would be: " : "") + outcome.sentence);
    }
  }
}

void draft_article(Env& env, const KbOptions& options) {
  if (options.words.size() != 1) throw Error{ErrorKind::usage, "one request is to be named", "behest kb from 12"};
  change_articles(env, [&](ops::Work& work) {
    Request request = work.load(number_of(work.store(), "kb from", options.words.front()));
    return std::vector{ops::draft_article(work, request)};
  });
}

void link_article(Env& env, const KbOptions& options) {
  const auto [number, ids] = article_and_ids(options, "link");
  Targets targets;
  targets.ids = ids;
  const std::int64_t article = number;
  env.create_store();
  change_all(env, targets, "kb", [&](ops::Work& work, Request& request) {
    return ops::link_article(work, request, article, options.is_removed);
  });
}

void vote_article(Env& env, const KbOptions& options) {
  const bool is_up = options.words.size() == 2 && options.words[1] == "up";
  if (options.words.size() != 2 || (!is_up && options.words[1] != "down")) {
    throw Error{ErrorKind::usage, "it is not said whether it helped", "behest kb vote 3 up, or down"};
  }
  const std::int64_t number = article_number(options.words.front());
  change_articles(env, [&](ops::Work& work) {
    return std::vector{ops::vote_article(work, number, options.who.value_or(env.actor.name), is_up)};
  });
}

void deflect_article(Env& env, const KbOptions& options) {
  if (options.words.empty() || options.words.size() > 2) {
    throw Error{ErrorKind::usage, "an article is to be named, and the request that it made unnecessary, if any",
                "behest kb deflect 3, or behest kb deflect 3 12"};
  }
  const std::int64_t number = article_number(options.words.front());
  change_articles(env, [&](ops::Work& work) {
    std::string who = options.who.value_or(env.actor.name);
    std::string withdrawn;
    if (options.words.size() == 2) {
      Request request = work.load(number_of(work.store(), "kb deflect", options.words[1]));
      if (!options.who) who = request.requester;
      ops::link_article(work, request, number, false);
      withdrawn = "; " + ops::close(work, request, {Resolution::withdrawn, {}}).sentence;
    }
    ops::Outcome outcome = ops::deflect_article(work, number, who);
    outcome.sentence += withdrawn;
    return std::vector{outcome};
  });
}

void remove_articles(Env& env, const KbOptions& options) {
  if (options.words.empty()) throw Error{ErrorKind::usage, "no article is named", "behest kb rm 3"};
  change_articles(env, [&](ops::Work& work) {
    std::vector<ops::Outcome> outcomes;
    outcomes.reserve(options.words.size());
    for (const std::string& word : options.words) {
      outcomes.push_back(ops::remove_article(work, article_number(word)));
    }
    return outcomes;
  });
}

}  // namespace behest::commands
