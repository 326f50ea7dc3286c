#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "behest/command.hpp"
#include "ops/reviews.hpp"

namespace behest::commands {

// Times as they were written.
struct ReviewPeriod {
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> agent;
};

// Requests of the period to review. Error(usage) without a beginning.
void print_sample(Env& env, const ReviewPeriod& period, std::size_t size);
// The reviews of the period.
void list_reviews(Env& env, const ReviewPeriod& period);

}  // namespace behest::commands
