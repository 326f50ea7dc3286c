#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/learn_model.hpp"

namespace behest {

// What one field is learned from: texts, oldest first, and what each was labelled with, as a place in `names`.
struct Lessons {
  std::vector<const std::vector<TermCount>*> texts;
  std::vector<std::size_t> labels;
  std::vector<std::string> names;
};

struct Learned {
  LabelModel model;
  TermRows rows;
};

// What the rows of one model take at most when they are stored: four fields make 6 MB.
inline constexpr std::size_t k_most_model_bytes = 1'500'000;

// A classifier of the lessons in `which`, with sharpness 1: of terms that two of their texts have, and labels that two
// of them have, the 200 most frequent. Nothing when fewer than two labels are left.
std::optional<Learned> train(const Lessons& lessons, const std::vector<std::size_t>& which);

// What a classifier says of lessons that it has not learned from.
struct Judgement {
  std::size_t truth = 0;            // as a place in the lessons' names, as are the others
  std::vector<std::size_t> labels;  // that it knows; none where nothing could be learned
  std::vector<double> margins;      // of these
};
std::vector<Judgement> judge(const Learned& learned, const Lessons& lessons, const std::vector<std::size_t>& which);
// Each lesson of `which` judged by a classifier that learned from the others of five parts, made by chance (always the
// same).
std::vector<Judgement> cross_validate(const Lessons& lessons, const std::vector<std::size_t>& which);
// The sharpness at which the confidence in the best label fits how often it is right: least log loss, with
// targets a little short of certainty.
double fit_sharpness(const std::vector<Judgement>& judgements);

// 0 … count - 1 in an order made by chance, always the same.
std::vector<std::size_t> shuffled(std::size_t count);

// How good a classifier is on what was judged; shares from 0 to 1.
struct LearnFigures {
  std::int64_t requests = 0;
  double accuracy = 0;
  double majority = 0;              // the share of the most frequent label
  double macro_f1 = 0;              // mean of F1 over labels that occur or were chosen
  double top_3 = 0;                 // the right one is among the best three
  double coverage = 0;              // how many have a confidence of at least the threshold
  std::optional<double> precision;  // how many of these are right
};
LearnFigures figures_of(const std::vector<Judgement>& judgements, double sharpness, double threshold);
// Whether it is so much better than always taking the most frequent label that it may fill in fields: 2 points.
bool beats_majority(const LearnFigures& figures);

}  // namespace behest
