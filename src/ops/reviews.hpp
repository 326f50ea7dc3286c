#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ops/work.hpp"

// Quality reviews of closed requests: facts "review.REVIEWER" of a request.
namespace behest::ops {

struct SampleQuestion {
  Instant from;  // closed in [from, to)
  Instant to;
  std::size_t size = 10;
  std::string seed;  // the same seed gives the same sample of the same requests
  Instant as_of;     // what was closed, and reviewed, as it was known then
};
constexpr std::size_t k_sample_size = 10;
// The seed by which `review sample` draws: of a period without an end, the same whenever it is drawn.
std::string sample_seed(Instant from, const std::optional<Instant>& to, std::size_t size);
struct Sampled {
  std::int64_t number = 0;
  std::string agent;
  std::string title;
  Instant closed;
  bool is_reviewed = false;
};
// Requests to review, drawn at random but repeatably: every agent who closed any has one as long as the size allows it,
// the rest goes by how many each closed (highest averages). By agent, then number. Those closed as spam, duplicate or
// withdrawn and those without an assignee are left out.
std::vector<Sampled> review_sample(Store& store, const SampleQuestion& question);
// Whether a sample can hold the request: closed as done, answered or declined, and somebody's.
bool is_reviewable(const Request& request);

struct ReviewScore {
  std::string scorecard;                            // "" = the only one there is
  std::vector<std::pair<std::string, int>> points;  // by item
  std::optional<std::string> note;
};
// Gives points to a closed request, at most those of the scorecard; items that were scored before may be left out.
// Error(refused) for one that is not closed or is the reviewer's own work, Error(usage) for items that are none.
Outcome score_request(Work& work, Request& request, const ReviewScore& score);

struct Review {
  std::int64_t number = 0;
  std::string agent;
  std::string reviewer;
  std::string scorecard;
  std::vector<std::pair<std::string, std::int64_t>> points;
  std::int64_t percent = 0;  // of all points there are, a half rounded up
  Instant at;
  std::string note;
};
// The review that a fact of a request holds.
Review review_in(const Request& request, const Fact& fact);
// All reviews, by request, then by reviewer.
std::vector<Review> reviews(Store& store);

}  // namespace behest::ops
