#include "commands/targets.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "commands/answer.hpp"
#include "commands/clock_view.hpp"
#include "commands/views.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_line_limit = 64UL * 1024UL;

void check_version(const Request& request, const std::optional<std::int64_t>& expected) {
  if (!expected || *expected == request.version) return;
  throw Error{ErrorKind::refused,
              id_text(request.number) + " is at version " + std::to_string(request.version) + ", not " +
                  std::to_string(*expected),
              "somebody has changed it; look at it again with 'behest show " + std::to_string(request.number) + "'"};
}

Expr parsed(Env& env, const std::string& what, const std::string& text) {
  auto expr = parse_query(text, env.query());
  if (!expr) {
    throw Error{ErrorKind::usage,
                what + ", column " + std::to_string(expr.error().column) + ": " + expr.error().message,
                expr.error().hint};
  }
  return *std::move(expr);
}

}  // namespace

void declare_ids(Args& args, Targets& targets) {
  args.positionals("ID", targets.ids, "requests: 12, #12, 3-7, 3,5,9, key:KEY, or - to read them from standard input",
                   Complete::id);
  args.option("-w,--where", targets.where, "QUERY", "every request that matches the query", Complete::query_field);
}

void declare_targets(Args& args, Targets& targets) {
  declare_ids(args, targets);
  args.option("-m,--message", targets.message, "TEXT", "also add this comment");
  args.flag("--public", targets.is_public, "the comment is for the requester to see");
  args.number("--if-version", targets.if_version, "N", "only if the request is still at this version");
}

Expr query_of(Env& env, const std::string& text) {
  const std::string_view name = view_name(text);
  const std::string own(name.empty() ? 0 : name.size() + 1, ' ');  // so that columns are those of `text`
  Expr rest = parsed(env, "the query", name.empty() ? text : own + text.substr(own.size()));
  if (name.empty()) return settled(env, rest);
  Expr all;
  all.kind = Expr::Kind::all_of;
  all.children.push_back(parsed(env, "the view '" + std::string(name) + "'", view_named(env.config(), name).query));
  if (rest.kind != Expr::Kind::everything) all.children.push_back(std::move(rest));
  return settled(env, all);
}

Chosen choose(Env& env, const Targets& targets) {
  Chosen chosen;
  if (targets.where) {
    if (!targets.ids.empty()) {
      throw Error{ErrorKind::usage, "ids and -w QUERY exclude each other", "put the ids into the query: id:3,5"};
    }
    chosen.where = query_of(env, *targets.where);
    chosen.is_plural = true;
    return chosen;
  }
  if (targets.ids.empty()) {
    throw Error{ErrorKind::usage, "no request is named",
                "give ids (12, 3-7, key:KEY), - for standard input, or -w QUERY"};
  }
  for (const std::string& word : targets.ids) {
    if (word != "-") {
      chosen.words.push_back(word);
      chosen.is_plural |= !word.starts_with("key:") && word.find_first_of(",-") != std::string::npos;
      continue;
    }
    chosen.is_plural = true;
    while (auto line = env.streams.read_line(k_line_limit)) {
      const std::string_view trimmed = text::trim(*line);
      if (!trimmed.empty()) chosen.words.emplace_back(trimmed);
    }
  }
  chosen.is_plural |= targets.ids.size() > 1;
  return chosen;
}

std::vector<std::int64_t> resolve(Store& store, const Chosen& chosen) {
  if (!chosen.where) return ops::resolve_ids(store, chosen.words);
  return store.find({*chosen.where, {{QueryField::id, "", false}}, std::nullopt});
}

std::int64_t number_of(Store& store, std::string_view option, const std::string& word) {
  const auto numbers = ops::resolve_ids(store, {word});
  if (numbers.size() == 1) return numbers.front();
  throw Error{ErrorKind::usage, std::string(option) + " takes one id", "for example " + std::string(option) + " 12"};
}

void change_all(Env& env, const Targets& targets, std::string_view verb, const Change& change,
                const Beforehand& beforehand) {
  change_chosen(env, choose(env, targets), targets, verb, change, beforehand);
}

void change_chosen(Env& env, const Chosen& chosen, const Targets& targets, std::string_view verb, const Change& change,
                   const Beforehand& beforehand) {
  if (targets.is_public && !targets.message) {
    throw Error{ErrorKind::usage, "--public is about a comment, and there is none", "add it with -m TEXT"};
  }
  std::vector<ops::Outcome> outcomes;
  std::vector<Request> requests;
  env.store->transact([&] {
    outcomes.clear();
    requests.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, verb);
    const std::vector<std::int64_t> numbers = resolve(*env.store, chosen);
    if (beforehand) beforehand(numbers);
    for (const std::int64_t number : numbers) {
      Request request = work.load(number);
      check_version(request, targets.if_version);
      const State before = request.state;
      ops::Outcome outcome = change(work, request);
      if (targets.message) {
        const bool has_moved = request.state != before;
        const ops::Outcome said =
            ops::comment(work, request, {*targets.message, targets.is_public, Channel::cli, has_moved});
        outcome.is_changed = true;
        outcome.sentence += "; " + said.sentence;
      }
      outcomes.push_back(std::move(outcome));
      if (env.is_json()) {
        request.comments = env.store->comments(number);
        requests.push_back(std::move(request));
      }
    }
    return keeps(env, work);
  });
  answer(env, outcomes, requests, chosen.is_plural);
}

}  // namespace behest::commands
