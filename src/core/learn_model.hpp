#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/learn_terms.hpp"

namespace behest {

// What is known of one bucket: how many of the learned texts have it, and what it says for each label.
struct TermRow {
  std::uint32_t texts = 0;
  std::span<const float> weights;
};

// Rows by bucket.
class TermRows {
 public:
  explicit TermRows(std::size_t labels = 0) : labels_(labels) {}
  // By rising bucket.
  void add(std::uint32_t bucket, std::uint32_t texts, std::span<const float> weights);
  // Valid until the next add().
  std::optional<TermRow> find(std::uint32_t bucket) const;
  std::size_t size() const { return buckets_.size(); }

  // The rows of buckets in [from, to) as bytes, weights in eight bits each; read() is the opposite, with
  // Error(bad_data) for what is no such bytes.
  static constexpr std::size_t row_bytes(std::size_t labels) { return 12 + labels; }
  std::string bytes(std::uint32_t from, std::uint32_t to) const;
  static TermRows read(std::string_view bytes, std::size_t labels);

 private:
  std::size_t labels_;
  std::vector<std::uint32_t> buckets_;
  std::vector<std::uint32_t> texts_;
  std::vector<float> weights_;
};

// One linear classifier, one label against the rest, without its rows.
struct LabelModel {
  std::vector<std::string> labels;
  std::vector<double> intercepts;  // by label
  double sharpness = 1;            // margins are multiplied by it before they become confidences
  std::int64_t texts = 0;          // learned from
};

using RowFinder = std::function<std::optional<TermRow>(std::uint32_t bucket)>;

// A known bucket of a text with its weight: (1 + log count) * (1 + log((1 + n) / (1 + texts))), the whole of unit
// length.
struct WeighedTerm {
  std::uint32_t bucket = 0;
  double value = 0;
};
std::vector<WeighedTerm> weigh(const LabelModel& model, const std::vector<TermCount>& counts, const RowFinder& find);
// How far the text lies on the side of each label.
std::vector<double> margins(const LabelModel& model, const std::vector<WeighedTerm>& text, const RowFinder& find);

struct Guess {
  std::size_t label = 0;
  double confidence = 0;  // 0 to 1; over all labels they add up to 1
};
// The best `most` labels, best first; ties by label.
std::vector<Guess> best_guesses(std::span<const double> margins, double sharpness, std::size_t most);
// The terms that say most for a label, the heaviest first, each once; those that speak against it are left out.
std::vector<std::string> heaviest_terms(const std::vector<std::string>& terms, const std::vector<WeighedTerm>& text,
                                        std::size_t label, const RowFinder& find, std::size_t most);

}  // namespace behest
