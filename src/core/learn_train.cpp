#include "core/learn_train.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "core/linear_solver.hpp"

namespace behest {
namespace {

constexpr std::size_t k_most_labels = 200;
constexpr std::int64_t k_least_of_label = 2;
constexpr std::uint32_t k_least_texts = 2;
constexpr std::size_t k_parts = 5;
constexpr std::size_t k_unknown = static_cast<std::size_t>(-1);

// The labels worth learning, as places in the names, most frequent first.
std::vector<std::size_t> labels_of(const Lessons& lessons, const std::vector<std::size_t>& which) {
  std::vector<std::int64_t> counts(lessons.names.size());
  for (const std::size_t at : which) ++counts[lessons.labels[at]];
  std::vector<std::size_t> labels;
  for (std::size_t label = 0; label < counts.size(); ++label) {
    if (counts[label] >= k_least_of_label) labels.push_back(label);
  }
  std::ranges::stable_sort(labels, std::ranges::greater(), [&](std::size_t label) { return counts[label]; });
  labels.resize(std::min(labels.size(), k_most_labels));
  return labels;
}

// The buckets that enough texts have, in order, and in how many.
struct Features {
  std::vector<std::uint32_t> buckets;
  std::vector<std::uint32_t> texts;
  std::vector<int> feature_of;  // of a bucket, from 1; 0 for none

  explicit Features(const std::vector<const std::vector<TermCount>*>& all) : feature_of(k_term_buckets) {
    std::vector<std::uint32_t> counts(k_term_buckets);
    for (const auto* text : all) {
      for (const TermCount& term : *text) ++counts[term.bucket];
    }
    for (std::uint32_t bucket = 0; bucket < k_term_buckets; ++bucket) {
      if (counts[bucket] < k_least_texts) continue;
      buckets.push_back(bucket);
      texts.push_back(counts[bucket]);
      feature_of[bucket] = static_cast<int>(buckets.size());
    }
  }
};

SolverText solver_text(const LabelModel& model, const std::vector<TermCount>& counts, const Features& features) {
  SolverText text;
  const RowFinder find = [&](std::uint32_t bucket) -> std::optional<TermRow> {
    const int feature = features.feature_of[bucket];
    if (feature == 0) return std::nullopt;
    return TermRow{features.texts[static_cast<std::size_t>(feature) - 1], {}};
  };
  for (const WeighedTerm& term : weigh(model, counts, find)) {
    text.push_back({features.feature_of[term.bucket], term.value});
  }
  return text;
}

// The rows that fit into what a model may take: those that say most, where there are more.
TermRows rows_of(const Features& features, const LinearWeights& solved) {
  const auto weights_at = [&](std::size_t i) {
    return std::span(solved.weights).subspan(i * solved.labels, solved.labels);
  };
  const auto most_said = [&](std::size_t i) {
    float most = 0;
    for (const float weight : weights_at(i)) most = std::max(most, std::abs(weight));
    return most;
  };
  std::vector<std::size_t> kept(features.buckets.size());
  std::iota(kept.begin(), kept.end(), std::size_t{0});
  const std::size_t room = k_most_model_bytes / TermRows::row_bytes(solved.labels);
  if (kept.size() > room) {
    std::ranges::stable_sort(kept, std::ranges::greater(), most_said);
    kept.resize(room);
    std::ranges::sort(kept);
  }
  TermRows rows(solved.labels);
  for (const std::size_t i : kept) rows.add(features.buckets[i], features.texts[i], weights_at(i));
  return rows;
}

// How far the best label is ahead, and whether it is the right one.
struct Lead {
  std::vector<double> behind;  // by how much the others lie behind the best
  bool is_right = false;
};

// What the confidence should be where the best label is right, and where it is not: a little short of 1 and 0, as many
// as were judged, so that few easy requests do not make it certain of everything (Platt, 1999).
struct Targets {
  double right = 0;
  double wrong = 0;
};

Targets targets_of(const std::vector<Lead>& leads) {
  const auto right = static_cast<double>(std::ranges::count(leads, true, &Lead::is_right));
  const double wrong = static_cast<double>(leads.size()) - right;
  return {(right + 1) / (right + 2), 1 / (wrong + 2)};
}

double loss_at(const std::vector<Lead>& leads, const Targets& targets, double sharpness) {
  constexpr double k_sure = 1e-9;
  double loss = 0;
  for (const Lead& lead : leads) {
    double others = 0;
    for (const double behind : lead.behind) others += std::exp(-sharpness * behind);
    const double confidence = 1 / (1 + others);
    const double target = lead.is_right ? targets.right : targets.wrong;
    loss -= target * std::log(std::max(k_sure, confidence)) + (1 - target) * std::log(std::max(k_sure, 1 - confidence));
  }
  return loss;
}

Lead lead_of(const Judgement& judgement) {
  const auto best = std::ranges::max_element(judgement.margins);
  const auto at = static_cast<std::size_t>(best - judgement.margins.begin());
  Lead lead;
  lead.is_right = judgement.labels[at] == judgement.truth;
  for (std::size_t i = 0; i < judgement.margins.size(); ++i) {
    if (i != at) lead.behind.push_back(*best - judgement.margins[i]);
  }
  return lead;
}

std::uint64_t next_chance(std::uint64_t& state) {
  // SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  std::uint64_t z = state += 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

double macro_f1(const std::vector<std::pair<std::size_t, std::size_t>>& truths_and_choices) {
  struct Count {
    double right = 0;
    double truths = 0;
    double choices = 0;
  };
  std::vector<Count> counts;
  const auto count_of = [&](std::size_t label) -> Count& {
    if (label >= counts.size()) counts.resize(label + 1);
    return counts[label];
  };
  for (const auto& [truth, choice] : truths_and_choices) {
    ++count_of(truth).truths;
    if (choice == k_unknown) continue;
    ++count_of(choice).choices;
    if (truth == choice) ++count_of(truth).right;
  }
  double sum = 0;
  double labels = 0;
  for (const Count& count : counts) {
    if (count.truths + count.choices == 0) continue;
    ++labels;
    sum += 2 * count.right / (count.truths + count.choices);
  }
  return labels > 0 ? sum / labels : 0;
}

double share(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

double majority_of(const std::vector<Judgement>& judgements) {
  std::vector<std::int64_t> counts;
  for (const Judgement& one : judgements) {
    if (one.truth >= counts.size()) counts.resize(one.truth + 1);
    ++counts[one.truth];
  }
  return counts.empty() ? 0 : share(*std::ranges::max_element(counts), static_cast<std::int64_t>(judgements.size()));
}

}  // namespace

std::optional<Learned> train(const Lessons& lessons, const std::vector<std::size_t>& which) {
  const std::vector<std::size_t> labels = labels_of(lessons, which);
  if (labels.size() < 2) return std::nullopt;
  std::vector<std::size_t> place(lessons.names.size(), k_unknown);
  Learned learned;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    place[labels[i]] = i;
    learned.model.labels.push_back(lessons.names[labels[i]]);
  }
  std::vector<const std::vector<TermCount>*> texts;
  std::vector<std::size_t> targets;
  for (const std::size_t at : which) {
    if (place[lessons.labels[at]] == k_unknown) continue;
    texts.push_back(lessons.texts[at]);
    targets.push_back(place[lessons.labels[at]]);
  }
  learned.model.texts = static_cast<std::int64_t>(texts.size());
  const Features features(texts);
  std::vector<SolverText> solver_texts;
  solver_texts.reserve(texts.size());
  for (const auto* text : texts) solver_texts.push_back(solver_text(learned.model, *text, features));
  const LinearWeights solved = solve_linear(solver_texts, targets, features.buckets.size());
  learned.model.intercepts = solved.intercepts;
  learned.rows = rows_of(features, solved);
  return learned;
}

std::vector<Judgement> judge(const Learned& learned, const Lessons& lessons, const std::vector<std::size_t>& which) {
  const RowFinder find = [&](std::uint32_t bucket) { return learned.rows.find(bucket); };
  std::vector<std::size_t> labels;
  for (const std::string& name : learned.model.labels) {
    labels.push_back(static_cast<std::size_t>(std::ranges::find(lessons.names, name) - lessons.names.begin()));
  }
  std::vector<Judgement> judgements;
  judgements.reserve(which.size());
  for (const std::size_t at : which) {
    const std::vector<WeighedTerm> text = weigh(learned.model, *lessons.texts[at], find);
    judgements.push_back({lessons.labels[at], labels, margins(learned.model, text, find)});
  }
  return judgements;
}

std::vector<Judgement> cross_validate(const Lessons& lessons, const std::vector<std::size_t>& which) {
  const std::vector<std::size_t> order = shuffled(which.size());
  std::vector<Judgement> all;
  all.reserve(which.size());
  for (std::size_t part = 0; part < k_parts; ++part) {
    std::vector<std::size_t> learned_from;
    std::vector<std::size_t> judged;
    for (std::size_t i = 0; i < order.size(); ++i) {
      (i % k_parts == part ? judged : learned_from).push_back(which[order[i]]);
    }
    if (const auto learned = train(lessons, learned_from)) {
      for (Judgement& one : judge(*learned, lessons, judged)) all.push_back(std::move(one));
    } else {
      for (const std::size_t at : judged) all.push_back({lessons.labels[at], {}, {}});
    }
  }
  return all;
}

double fit_sharpness(const std::vector<Judgement>& judgements) {
  std::vector<Lead> leads;
  for (const Judgement& one : judgements) {
    if (!one.margins.empty()) leads.push_back(lead_of(one));
  }
  if (leads.empty()) return 1;
  // By ever finer steps of the logarithm.
  double best = 0;
  const Targets targets = targets_of(leads);
  double least = loss_at(leads, targets, 1);
  for (double step = 1; step > 0.01; step /= 2) {
    const double middle = best;
    for (const double offset : {-2 * step, -step, step, 2 * step}) {
      const double loss = loss_at(leads, targets, std::exp(middle + offset));
      if (loss >= least) continue;
      least = loss;
      best = middle + offset;
    }
  }
  return std::exp(best);
}

std::vector<std::size_t> shuffled(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::uint64_t state = 1;
  for (std::size_t left = count; left > 1; --left) std::swap(order[left - 1], order[next_chance(state) % left]);
  return order;
}

LearnFigures figures_of(const std::vector<Judgement>& judgements, double sharpness, double threshold) {
  std::int64_t right = 0;
  std::int64_t near = 0;
  std::int64_t covered = 0;
  std::int64_t covered_right = 0;
  std::vector<std::pair<std::size_t, std::size_t>> choices;
  for (const Judgement& one : judgements) {
    const std::vector<Guess> best = best_guesses(one.margins, sharpness, 3);
    const std::size_t choice = best.empty() ? k_unknown : one.labels[best[0].label];
    choices.emplace_back(one.truth, choice);
    const bool is_right = choice == one.truth;
    right += is_right ? 1 : 0;
    near += std::ranges::any_of(best, [&](const Guess& guess) { return one.labels[guess.label] == one.truth; }) ? 1 : 0;
    if (best.empty() || best[0].confidence < threshold) continue;
    ++covered;
    covered_right += is_right ? 1 : 0;
  }
  LearnFigures figures;
  figures.requests = static_cast<std::int64_t>(judgements.size());
  figures.accuracy = share(right, figures.requests);
  figures.majority = majority_of(judgements);
  figures.macro_f1 = macro_f1(choices);
  figures.top_3 = share(near, figures.requests);
  figures.coverage = share(covered, figures.requests);
  if (covered > 0) figures.precision = share(covered_right, covered);
  return figures;
}

bool beats_majority(const LearnFigures& figures) {
  constexpr double k_points = 0.02;
  return figures.accuracy > figures.majority + k_points;
}

}  // namespace behest
