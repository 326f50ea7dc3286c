#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/config.hpp"
#include "behest/store.hpp"
#include "core/learn_train.hpp"

namespace behest::ops {

// The newest requests as what can be learned from them, oldest first.
struct Textbook {
  std::vector<std::vector<TermCount>> texts;
  std::map<std::string, std::vector<std::string>, std::less<>> values;  // of a field, by text; "" for none
};
// `most` of the newest requests, without spam. Inside Store::read().
Textbook read_textbook(Store& store, std::size_t most);

// How a classifier is tried: by five parts, each judged by what was learned from the others, or by a share of the
// requests that is held out, taken by chance or the newest ones.
struct Trial {
  enum class Way { parts, chance, time };
  Way way = Way::parts;
  double held_out = 0.2;
};

// What came of one field.
struct Lesson {
  std::string field;
  std::int64_t requests = 0;            // that have the field
  std::size_t labels = 0;               // that were learned
  std::optional<LearnFigures> figures;  // nothing when nothing could be learned
  std::string note;                     // why nothing was, or why it is not to fill in the field; "" = all is well
  bool may_fill = false;
  std::optional<Learned> learned;  // from all of them; not by try_field()
};
// The same requests give the same classifier.
Lesson learn_field(const Textbook& book, std::string_view field, const LearnConfig& config);
Lesson try_field(const Textbook& book, std::string_view field, const LearnConfig& config, const Trial& trial);

}  // namespace behest::ops
