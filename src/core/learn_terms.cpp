#include "core/learn_terms.hpp"

#include <algorithm>

#include "behest/text/terms.hpp"
#include "core/ascii.hpp"
#include "core/identity.hpp"

namespace behest {
namespace {

constexpr std::size_t k_most_characters = 400;

std::string_view beginning_of(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (!continues && ++characters > k_most_characters) return text.substr(0, at);
  }
  return text;
}

}  // namespace

std::vector<std::string> terms_to_learn(std::string_view text) {
  std::vector<std::string> terms;
  for (text::SearchTerm& term : text::terms(beginning_of(text))) terms.push_back(std::move(term.text));
  return terms;
}

std::vector<std::string> terms_to_learn(const Request& request) {
  std::vector<std::string> terms = terms_to_learn(request.title + "\n" + request.body);
  terms.push_back("via=" + std::string(name_of(request.channel)));
  const std::string_view address = address_in(request.requester);
  const std::size_t at = address.rfind('@');
  if (at != std::string_view::npos) terms.push_back("org=" + lower_ascii(address.substr(at + 1)));
  return terms;
}

std::uint32_t bucket_of(std::string_view term) {
  // FNV-1a (draft-eastlake-fnv), its upper half folded in, because the lower bits alone mix badly.
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : term) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3U;
  }
  return static_cast<std::uint32_t>((hash ^ (hash >> 32U)) % k_term_buckets);
}

std::vector<TermCount> count_terms(const std::vector<std::string>& terms) {
  std::vector<std::uint32_t> buckets;
  buckets.reserve(terms.size());
  for (const std::string& term : terms) buckets.push_back(bucket_of(term));
  std::ranges::sort(buckets);
  std::vector<TermCount> counts;
  for (const std::uint32_t bucket : buckets) {
    if (counts.empty() || counts.back().bucket != bucket) counts.push_back({bucket, 0});
    ++counts.back().count;
  }
  return counts;
}

}  // namespace behest
