#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/request.hpp"

namespace behest {

// Terms are told apart by as many hashes; those that share one are learned as one.
inline constexpr std::uint32_t k_term_buckets = 1U << 18U;

// How often the terms of one bucket stand in a text.
struct TermCount {
  std::uint32_t bucket = 0;
  std::uint32_t count = 0;
};

// What is learned from a text: the terms (text/terms.hpp) of its first 400 characters, in order.
std::vector<std::string> terms_to_learn(std::string_view text);
// The same of a request's title and body, and beside them how it came ("via=mail") and the domain of its requester's
// address ("org=acme.com"). No term of a text is written so.
std::vector<std::string> terms_to_learn(const Request& request);

// The same on every machine: models are stored by it.
std::uint32_t bucket_of(std::string_view term);
// By bucket.
std::vector<TermCount> count_terms(const std::vector<std::string>& terms);

}  // namespace behest
