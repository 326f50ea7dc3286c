#include "ops/reviews.hpp"

#include <algorithm>
#include <map>

#include "core/query_terms.hpp"
#include "core/transition.hpp"
#include "ops/as_of.hpp"
#include "ops/members.hpp"
#include "ops/people.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_note_limit = 64UL * 1024UL;

// FNV-1a, and the finalizer of SplitMix64: the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}
std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15ULL;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31U);
}

std::map<std::string, std::vector<Sampled>> closed_by_agent(Store& store, const SampleQuestion& question) {
  std::map<std::string, std::vector<Sampled>> agents;
  const Expr where = all_of({term_of(QueryField::closed, Compare::greater_equal, {question.from.ms}),
                             term_of(QueryField::closed, Compare::less, {question.to.ms})});
  const QueryContext context{{question.as_of, Zone()}, "", Duration{}};
  each_request_as_of(store, where, context, [&](const Request& request) {
    if (!is_reviewable(request)) return;
    agents[request.assignee].push_back({request.number, request.assignee, request.title, *request.closed});
  });
  return agents;
}

// How many of each agent: one each while there are, then to whoever has most for each that is taken.
std::map<std::string, std::size_t> shares(const std::map<std::string, std::vector<Sampled>>& agents, std::size_t size) {
  std::map<std::string, std::size_t> shares;
  for (std::size_t given = 0; given < size; ++given) {
    const std::string* next = nullptr;
    double most = 0;
    for (const auto& [agent, requests] : agents) {
      const std::size_t has = shares[agent];
      if (has >= requests.size()) continue;
      const auto count = static_cast<double>(requests.size());
      const double claim = has == 0 ? 1e12 + count : count / static_cast<double>(has + 1);
      // Of two with the same claim, who has fewer.
      const bool is_less = claim < most || (claim == most && next != nullptr && has >= shares[*next]);
      if (is_less || claim <= 0) continue;
      most = claim;
      next = &agent;
    }
    if (next == nullptr) break;
    ++shares[*next];
  }
  return shares;
}

const ScorecardConfig& scorecard_of(const Config& config, const std::string& name) {
  if (config.scorecards.empty()) {
    throw Error{ErrorKind::bad_config, "there is no scorecard to review by",
                "write one as [scorecard.NAME] with items = { tone = 5 } in behest.toml"};
  }
  if (name.empty() && config.scorecards.size() == 1) return config.scorecards.front();
  std::string known;
  for (const ScorecardConfig& card : config.scorecards) known += (known.empty() ? "" : ", ") + card.name;
  if (name.empty()) throw Error{ErrorKind::usage, "there are several scorecards", "name one with --card: " + known};
  if (const ScorecardConfig* const found = config.scorecard(name)) return *found;
  throw Error{ErrorKind::not_found, "there is no scorecard '" + name + "'", "there are: " + known};
}

std::map<std::string, std::int64_t> points_in(const JsonValue& value) {
  std::map<std::string, std::int64_t> points;
  const JsonValue* const items = value.find("items");
  if (items == nullptr || items->object() == nullptr) return points;
  for (const auto& [name, number] : *items->object()) {
    if (number.integer() != nullptr) points[name] = *number.integer();
  }
  return points;
}

void check_points(const ScorecardConfig& card, const ReviewScore& score) {
  for (const auto& [name, points] : score.points) {
    const auto item = std::ranges::find(card.items, name, [](const auto& one) { return one.first; });
    if (item == card.items.end()) {
      std::string known;
      for (const auto& one : card.items) known += (known.empty() ? "" : ", ") + one.first;
      throw Error{ErrorKind::usage, "the scorecard '" + card.name + "' has no item '" + name + "'", "it has: " + known};
    }
    if (points < 0 || points > item->second) {
      throw Error{
          ErrorKind::usage,
          "'" + name + "' takes 0 to " + std::to_string(item->second) + " points, not " + std::to_string(points), ""};
    }
    if (std::ranges::count(score.points, name, &std::pair<std::string, int>::first) > 1) {
      throw Error{ErrorKind::usage, "'" + name + "' is given points twice", "name each item once"};
    }
  }
}

// Points of every item, in the order of the card. Error(usage) when one was never given.
JsonValue::Object all_points(const ScorecardConfig& card, std::map<std::string, std::int64_t> points,
                             const ReviewScore& score) {
  for (const auto& [name, given] : score.points) points[name] = given;
  JsonValue::Object items;
  std::string missing;
  for (const auto& one : card.items) {
    const auto found = points.find(one.first);
    if (found == points.end()) {
      missing.append(missing.empty() ? "" : ", ").append(one.first);
    } else {
      items.emplace_back(one.first, std::min<std::int64_t>(found->second, one.second));
    }
  }
  if (missing.empty()) return items;
  throw Error{ErrorKind::usage, "no points are given for " + missing, "add --item NAME=POINTS for each"};
}

void check_reviewable(Work& work, const Request& request) {
  if (request.state != State::closed) {
    throw Error{ErrorKind::refused, id_text(request.number) + " is not closed", "what is not done cannot be reviewed"};
  }
  if (!request.assignee.empty() && is_same_person(work, work.actor(), request.assignee)) {
    throw Error{ErrorKind::refused, id_text(request.number) + " is your own work", "somebody else must review it"};
  }
}

}  // namespace

bool is_reviewable(const Request& request) {
  const bool is_work = request.resolution == Resolution::done || request.resolution == Resolution::answered ||
                       request.resolution == Resolution::declined;
  return is_work && !request.assignee.empty() && request.closed;
}

std::string sample_seed(Instant from, const std::optional<Instant>& to, std::size_t size) {
  return format_rfc3339(from) + " " + (to ? format_rfc3339(*to) : "") + " " + std::to_string(size);
}

std::vector<Sampled> review_sample(Store& store, const SampleQuestion& question) {
  std::map<std::string, std::vector<Sampled>> agents = closed_by_agent(store, question);
  const std::uint64_t seed = hash_of(question.seed);
  std::vector<Sampled> sample;
  for (const auto& [agent, share] : shares(agents, question.size)) {
    std::vector<Sampled>& requests = agents[agent];
    std::ranges::sort(requests, {}, [&](const Sampled& one) {
      return std::pair(mixed(seed ^ mixed(static_cast<std::uint64_t>(one.number))), one.number);
    });
    requests.resize(share);
    std::ranges::sort(requests, {}, &Sampled::number);
    std::ranges::move(requests, std::back_inserter(sample));
  }
  for (Sampled& one : sample) {
    const auto request = request_as_of(store, one.number, question.as_of);
    one.is_reviewed = request && !request->names_of_facts("review").empty();
  }
  return sample;
}

Outcome score_request(Work& work, Request& request, const ReviewScore& score) {
  check_reviewable(work, request);
  const ScorecardConfig& card = scorecard_of(work.config(), score.scorecard);
  check_points(card, score);
  const std::string field = "review." + work.actor();
  const JsonValue before = field_value(request, field);
  const bool is_same_card = text_in(before, "scorecard") == card.name;
  JsonValue::Object items = all_points(card, is_same_card ? points_in(before) : decltype(points_in(before)){}, score);
  std::int64_t sum = 0;
  std::int64_t most = 0;
  for (const auto& item : items) sum += *item.second.integer();
  for (const auto& item : card.items) most += item.second;
  // The configuration has an item of at least one point in each card.
  const std::int64_t percent = (200 * sum + most) / (2 * std::max<std::int64_t>(1, most));
  if (score.note) check_text("note", *score.note, k_note_limit);
  const JsonValue after = JsonValue::Object{{"scorecard", card.name},
                                            {"items", std::move(items)},
                                            {"percent", percent},
                                            {"at", work.now().ms},
                                            {"note", score.note.value_or(text_in(before, "note"))}};
  const bool is_changed = work.change(request, "review", {change_to(request, field, after)});
  return {request.number,
          id_text(request.number) + " reviewed: " + std::to_string(sum) + " of " + std::to_string(most) + " points, " +
              std::to_string(percent) + " %",
          is_changed};
}

Review review_in(const Request& request, const Fact& fact) {
  const auto points = points_in(fact.value);
  return {request.number,
          request.assignee,
          fact.name,
          text_in(fact.value, "scorecard"),
          {points.begin(), points.end()},
          integer_in(fact.value, "percent"),
          Instant{integer_in(fact.value, "at")},
          text_in(fact.value, "note")};
}

std::vector<Review> reviews(Store& store) {
  std::vector<Review> all;
  std::optional<Request> request;
  store.each_fact("review", "", [&](std::int64_t number, const Fact& fact) {
    if (!request || request->number != number) request = store.request(number);
    if (request) all.push_back(review_in(*request, fact));
  });
  return all;
}

}  // namespace behest::ops
