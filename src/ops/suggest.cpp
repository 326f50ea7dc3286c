#include "ops/suggest.hpp"

#include <algorithm>
#include <cmath>

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_best = 3;
constexpr std::size_t k_most_terms = 5;

// The place of a learned field among the setters.
std::optional<std::string>& value_of(Setters& values, std::string_view field) {
  if (field == "category") return values.category;
  if (field == "team") return values.team;
  if (field == "assignee") return values.assignee;
  return values.type;
}

std::vector<std::string> terms_of(const Work& work, const Setters& values) {
  Request request;
  request.title = values.title.value_or("");
  request.body = values.body.value_or("");
  request.channel = values.channel.value_or(request.channel);
  request.requester = values.requester.value_or(work.actor());
  return terms_to_learn(request);
}

Change kept(const Suggestion& suggestion, bool is_filled) {
  JsonValue::Array best;
  for (const LabelGuess& guess : suggestion.best) {
    best.emplace_back(JsonValue::Object{{"label", guess.label}, {"confidence", guess.confidence}});
  }
  const JsonValue chosen = is_filled ? JsonValue(suggestion.best.front().label) : JsonValue();
  JsonValue::Object value = {{"best", std::move(best)}, {"chosen", chosen}, {"filled", is_filled}};
  // Nobody has seen them, so that they are kept for who asks why.
  if (is_filled) value.emplace_back("terms", JsonValue::Array(suggestion.terms.begin(), suggestion.terms.end()));
  return {"suggest." + suggestion.field, {}, std::move(value)};
}

// To four digits: what is shown, kept and compared with the threshold is the same number.
double rounded(double confidence) { return std::round(confidence * 10'000) / 10'000; }

// Whether what was learned is sure enough of its best label to fill it in, by words of the text: those of the channel
// and the organisation have a =.
bool is_sure(const Work& work, const KeptModel& model, const Suggestion& suggestion) {
  const bool has_word = std::ranges::any_of(
      suggestion.terms, [](const std::string& term) { return term.find('=') == std::string::npos; });
  return model.may_fill() && has_word && !suggestion.best.empty() &&
         suggestion.best.front().confidence >= work.config().learn.threshold;
}

}  // namespace

Suggestion suggest(KeptModel& model, std::string_view field, const std::vector<std::string>& terms) {
  const RowFinder find = [&](std::uint32_t bucket) { return model.find(bucket); };
  const std::vector<WeighedTerm> text = weigh(model.model(), count_terms(terms), find);
  Suggestion suggestion;
  suggestion.field = field;
  const std::vector<Guess> best = best_guesses(margins(model.model(), text, find), model.model().sharpness, k_best);
  for (const Guess& guess : best)
    suggestion.best.push_back({model.model().labels[guess.label], rounded(guess.confidence)});
  suggestion.terms = heaviest_terms(terms, text, best.front().label, find, k_most_terms);
  return suggestion;
}

std::vector<Suggestion> suggest_all(Store& store, const std::vector<std::string_view>& fields,
                                    const std::vector<std::string>& terms) {
  std::vector<Suggestion> all;
  for (const std::string_view field : fields) {
    if (auto model = KeptModel::open(store, field)) all.push_back(suggest(*model, field, terms));
  }
  return all;
}

namespace {

// What was learned of one field, asked about a new request. Nothing when it cannot be asked: it is a cache, and must
// not keep a request from being submitted.
struct Advice {
  Suggestion suggestion;
  bool is_sure = false;
};
std::optional<Advice> advice_on(Work& work, std::string_view field, const std::vector<std::string>& terms) {
  try {
    auto model = KeptModel::open(work.store(), field);
    if (!model) return std::nullopt;
    Advice advice{suggest(*model, field, terms)};
    advice.is_sure = is_sure(work, *model, advice.suggestion);
    return advice;
  } catch (const Error& error) {
    if (error.kind != ErrorKind::bad_data) throw;
    return std::nullopt;
  }
}

}  // namespace

SuggestedSubmission submit_suggested(Work& work, const Setters& values, bool is_shown) {
  SuggestedSubmission made;
  const std::vector<std::string>& fill = work.config().learn.fill;
  if (!is_shown && fill.empty()) return {submit(work, values), {}, {}};
  check_submission(values);
  Setters full = values;
  std::vector<Change> facts;
  const std::vector<std::string> terms = terms_of(work, values);
  for (const std::string_view field : k_learned_fields) {
    std::optional<std::string>& value = value_of(full, field);
    const bool may_fill = std::ranges::find(fill, field) != fill.end();
    const bool may_show = is_shown && field == "category";
    if (value || (!may_fill && !may_show)) continue;
    auto advice = advice_on(work, field, terms);
    if (!advice) continue;
    if (may_fill && advice->is_sure) {
      value = advice->suggestion.best.front().label;
      facts.push_back(kept(advice->suggestion, true));
      made.filled.push_back(std::move(advice->suggestion));
    } else if (may_show) {
      facts.push_back(kept(advice->suggestion, false));
      made.category = std::move(advice->suggestion);
    }
  }
  made.outcome = submit(work, full);
  if (!made.outcome.is_changed) return {made.outcome, {}, {}};
  if (facts.empty()) return made;
  Request request = work.load(made.outcome.number);
  work.change(request, "suggest", std::move(facts));
  return made;
}

Outcome submit_filled(Work& work, const Setters& values) { return submit_suggested(work, values, false).outcome; }

void add_choices(const Request& request, std::vector<Change>& changes) {
  for (const Fact& fact : request.facts) {
    if (fact.kind != "suggest") continue;
    const auto change = std::ranges::find(changes, fact.name, &Change::field);
    if (change == changes.end() || change->after.is_null() || fact.value.object() == nullptr) continue;
    JsonValue::Object after;
    for (const auto& [key, member] : *fact.value.object())
      after.emplace_back(key, key == "chosen" ? change->after : member);
    changes.push_back({"suggest." + fact.name, fact.value, std::move(after)});
  }
}

}  // namespace behest::ops
