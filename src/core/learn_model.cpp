#include "core/learn_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "behest/core/error.hpp"

namespace behest {
namespace {

constexpr float k_steps = 127;  // of a weight kept in eight bits, on either side of 0

void put_word(std::string& out, std::uint32_t word) {
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((word >> shift) & 0xFFU);
}

std::uint32_t word_at(std::string_view bytes, std::size_t at) {
  std::uint32_t word = 0;
  for (unsigned i = 0; i < 4; ++i) {
    word |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return word;
}

float real_of(std::uint32_t word) {
  float real = 0;
  std::memcpy(&real, &word, sizeof real);
  return real;
}

std::uint32_t word_of(float real) {
  std::uint32_t word = 0;
  std::memcpy(&word, &real, sizeof word);
  return word;
}

Error damaged() { return {ErrorKind::bad_data, "what was learned is damaged", "learn it again: 'behest learn'"}; }

}  // namespace

void TermRows::add(std::uint32_t bucket, std::uint32_t texts, std::span<const float> weights) {
  buckets_.push_back(bucket);
  texts_.push_back(texts);
  weights_.insert(weights_.end(), weights.begin(), weights.end());
}

std::optional<TermRow> TermRows::find(std::uint32_t bucket) const {
  const auto found = std::ranges::lower_bound(buckets_, bucket);
  if (found == buckets_.end() || *found != bucket) return std::nullopt;
  const auto row = static_cast<std::size_t>(found - buckets_.begin());
  return TermRow{texts_[row], std::span(weights_).subspan(row * labels_, labels_)};
}

std::string TermRows::bytes(std::uint32_t from, std::uint32_t to) const {
  std::string out;
  for (auto at = std::ranges::lower_bound(buckets_, from); at != buckets_.end() && *at < to; ++at) {
    const auto row = static_cast<std::size_t>(at - buckets_.begin());
    const auto weights = std::span(weights_).subspan(row * labels_, labels_);
    float most = 0;
    for (const float weight : weights) most = std::max(most, std::abs(weight));
    const float step = most / k_steps;
    put_word(out, *at);
    put_word(out, texts_[row]);
    put_word(out, word_of(step));
    for (const float weight : weights) {
      out += static_cast<char>(static_cast<signed char>(step > 0 ? std::lround(weight / step) : 0));
    }
  }
  return out;
}

TermRows TermRows::read(std::string_view bytes, std::size_t labels) {
  const std::size_t size = row_bytes(labels);
  if (bytes.size() % size != 0) throw damaged();
  TermRows rows(labels);
  std::vector<float> weights(labels);
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    const float step = real_of(word_at(bytes, at + 8));
    if (!std::isfinite(step) || (at > 0 && word_at(bytes, at) <= word_at(bytes, at - size))) throw damaged();
    for (std::size_t i = 0; i < labels; ++i) {
      weights[i] = step * static_cast<float>(static_cast<signed char>(bytes[at + 12 + i]));
    }
    rows.add(word_at(bytes, at), word_at(bytes, at + 4), weights);
  }
  return rows;
}

std::vector<WeighedTerm> weigh(const LabelModel& model, const std::vector<TermCount>& counts, const RowFinder& find) {
  std::vector<WeighedTerm> text;
  double square = 0;
  for (const TermCount& term : counts) {
    const auto row = find(term.bucket);
    if (!row) continue;
    const double rarity = 1 + std::log(static_cast<double>(1 + model.texts) / static_cast<double>(1 + row->texts));
    text.push_back({term.bucket, (1 + std::log(static_cast<double>(term.count))) * rarity});
    square += text.back().value * text.back().value;
  }
  for (WeighedTerm& term : text) term.value /= std::sqrt(square);
  return text;
}

std::vector<double> margins(const LabelModel& model, const std::vector<WeighedTerm>& text, const RowFinder& find) {
  std::vector<double> sums = model.intercepts;
  for (const WeighedTerm& term : text) {
    const auto row = find(term.bucket);
    if (!row) continue;
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += term.value * static_cast<double>(row->weights[i]);
  }
  return sums;
}

std::vector<Guess> best_guesses(std::span<const double> margins, double sharpness, std::size_t most) {
  std::vector<Guess> all;
  all.reserve(margins.size());
  const double top = margins.empty() ? 0 : *std::ranges::max_element(margins);
  double sum = 0;
  for (std::size_t i = 0; i < margins.size(); ++i) {
    all.push_back({i, std::exp(sharpness * (margins[i] - top))});
    sum += all.back().confidence;
  }
  const std::size_t kept = std::min(most, all.size());
  std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(kept), [&](const Guess& a, const Guess& b) {
    return margins[a.label] != margins[b.label] ? margins[a.label] > margins[b.label] : a.label < b.label;
  });
  all.resize(kept);
  for (Guess& guess : all) guess.confidence /= sum;
  return all;
}

std::vector<std::string> heaviest_terms(const std::vector<std::string>& terms, const std::vector<WeighedTerm>& text,
                                        std::size_t label, const RowFinder& find, std::size_t most) {
  std::vector<WeighedTerm> weights;
  for (const WeighedTerm& known : text) {
    const auto row = find(known.bucket);
    const double value = row ? known.value * static_cast<double>(row->weights[label]) : 0;
    if (value > 0) weights.push_back({known.bucket, value});
  }
  std::ranges::sort(weights, [](const WeighedTerm& a, const WeighedTerm& b) {
    return a.value != b.value ? a.value > b.value : a.bucket < b.bucket;
  });
  std::vector<std::string> heaviest;
  for (const WeighedTerm& weight : weights) {
    if (heaviest.size() == most) break;
    const auto term = std::ranges::find(terms, weight.bucket, bucket_of);
    if (term != terms.end()) heaviest.push_back(*term);
  }
  return heaviest;
}

}  // namespace behest
