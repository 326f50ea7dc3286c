#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "ops/learn.hpp"

namespace behest::ops {

// That enough requests have been closed since every field was learned for them to be learned anew.
struct Relearning {
  std::int64_t closed = 0;  // requests that are closed now
  std::int64_t since = 0;   // closed since then
  text::JsonValue last;     // what is kept of that time, so that it is done once however many look at a time
};
// Nothing where learn.every is 0 or fewer were closed. Inside Store::read() or transact().
std::optional<Relearning> relearning_due(Store& store, const LearnConfig& config);
// Whether nobody else has learned since relearning_due(). Inside Store::transact().
bool is_still_due(Store& store, const Relearning& due);

// Keeps what came of lessons; of all fields, also how many requests were closed when they were read. Inside
// Store::transact().
void keep_lessons(Store& store, const std::vector<Lesson>& lessons, std::int64_t closed);
// Requests that are closed: what a teacher counts.
std::int64_t closed_requests(Store& store);

}  // namespace behest::ops
