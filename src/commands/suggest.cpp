#include "ops/suggest.hpp"

#include "commands/learn_view.hpp"
#include "commands/registry.hpp"
#include "commands/similar.hpp"
#include "commands/suggest_articles.hpp"
#include "commands/suggest_lines.hpp"
#include "commands/targets.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

struct Options {
  std::optional<std::string> id;
  std::optional<std::string> body;
  std::vector<std::string> fields;
  std::optional<std::string> lines;
};

void declare(Args& args, Options& options) {
  args.optional_positional("ID", options.id, "the request to suggest something for", Complete::id);
  args.option("-b,--body", options.body, "TEXT", "a text, in place of a request");
  args.options("--field", options.fields, "FIELD", "only this field: category, team, assignee or type",
               Complete::choice)
      .choices = {"category", "team", "assignee", "type"};
  args.option("--jsonl", options.lines, "FILE", "a text a line, as {\"text\": …}, from a file, or - for standard input",
              Complete::file);
}

struct Advice {
  std::optional<std::int64_t> number;
  std::vector<ops::Suggestion> suggestions;
  std::vector<SimilarRequest> similar;
  std::vector<ops::FoundArticle> articles;
};

Advice advise(Env& env, const Options& options, const std::vector<std::string_view>& fields) {
  Advice advice;
  Request request;
  if (options.id) {
    advice.number = number_of(*env.store, "suggest", *options.id);
    const auto found = env.store->request(*advice.number);
    if (!found || found->is_deleted) {
      throw Error{ErrorKind::not_found, "there is no request " + id_text(*advice.number),
                  "see 'behest list state:any'"};
    }
    request = *found;
  } else {
    request.title = *options.body;
  }
  const auto terms = options.id ? terms_to_learn(request) : terms_to_learn(std::string_view(*options.body));
  advice.suggestions = ops::suggest_all(*env.store, fields, terms);
  if (advice.suggestions.empty()) throw not_learned(fields);
  advice.similar = env.store->similar(request, k_most_similar);
  advice.articles = ops::helpful_articles(*env.store, request.title + "\n" + request.body, k_most_articles);
  return advice;
}

void print_json(Env& env, const Advice& advice) {
  JsonValue::Array suggestions;
  for (const ops::Suggestion& one : advice.suggestions) suggestions.push_back(json_of(one));
  JsonValue::Array similar;
  for (const SimilarRequest& one : advice.similar) {
    similar.emplace_back(JsonValue::Object{{"id", one.number},
                                           {"state", std::string(name_of(one.state))},
                                           {"title", one.title},
                                           {"score", static_cast<double>(one.score_thousandths) / 1'000}});
  }
  env.spool.add(text::json_document(JsonValue::Object{{"id", advice.number ? JsonValue(*advice.number) : JsonValue()},
                                                      {"suggestions", std::move(suggestions)},
                                                      {"similar", std::move(similar)},
                                                      {"articles", articles_of(advice.articles)}}));
}

void print_rows(Env& env, const Advice& advice) {
  const Table table{{{"field", "Field"},
                     {"label", "Suggestion", false, true},
                     {"confidence", "Confidence", true},
                     {"terms", "Because of", false, true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::Suggestion& one : advice.suggestions) {
    bool is_first = true;
    for (const ops::LabelGuess& guess : one.best) {
      const bool is_sure = guess.confidence >= env.config().learn.threshold;
      renderer->row({{one.field},
                     {guess.label, is_sure ? Tone::good : Tone::plain},
                     {JsonValue(guess.confidence)},
                     is_first ? Cell{one.terms, Tone::dim} : Cell{}});
      is_first = false;
    }
  }
  renderer->end();
}

void run(Env& env, const Options& options) {
  if (static_cast<int>(options.id.has_value()) + static_cast<int>(options.body.has_value()) +
          static_cast<int>(options.lines.has_value()) !=
      1) {
    throw Error{ErrorKind::usage, "suggest takes one of ID, -b TEXT and --jsonl FILE",
                "for example 'behest suggest 12'"};
  }
  if (options.lines) return suggest_lines(env, *options.lines, options.fields);
  std::vector<std::string_view> fields(options.fields.begin(), options.fields.end());
  if (fields.empty()) fields.assign(ops::k_learned_fields.begin(), ops::k_learned_fields.end());
  Advice advice;
  env.store->read([&] { advice = advise(env, options, fields); });
  if (env.is_json()) return print_json(env, advice);
  print_rows(env, advice);
  // With --fields it is a table for a script, and others have other fields.
  if (env.look().format != Format::table || !env.look().only.empty()) return;
  if (!advice.similar.empty()) {
    env.say("");
    print_similar(env, advice.similar);
  }
  print_articles(env, advice.articles);
}

constexpr Example k_examples[] = {
    {"Where does this request belong?", "behest suggest 4"},
    {"And a text that is no request yet", "behest suggest -b 'VPN drops every hour' --field category --json"},
    {"Many texts, for a script", R"(printf '{"text":"no mail since noon"}\n' | behest suggest --field team --jsonl -)"},
};

}  // namespace

constinit const Command k_suggest{
    "suggest",
    "suggest category, team, assignee and type, as past requests have them",
    "triage",
    Needs::store_read,
    "The three best values of each field that `behest learn` has learned, with the confidence in each (0 to 1) and the "
    "terms that speak most for the first; then requests that share the rarest words, and up to three published "
    "articles "
    "of `behest kb` that may help. Nothing is changed.\n\n"
    "With `--jsonl` each line of the file is a JSON object with a `text`, and each line of the answer an object with "
    "`field`, `best` (a list of `label` and `confidence`) and `terms`. A line that is none gets one with an `error` "
    "beside them, and the exit code is 6.\n\n"
    "On a terminal `behest submit` names the three best categories of a request that has none. What was suggested "
    "then and what is chosen later is kept with the request (`suggest.category` in `behest log`).",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
