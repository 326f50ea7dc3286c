#include <algorithm>
#include <unordered_map>

#include "store/sql_store.hpp"

// The index of words against the texts it was made of.
namespace behest::store {
namespace {

// A word in its place as a number that no other word in another place is likely to have: FNV-1a, then the finalizer of
// SplitMix64, so that the numbers of many words may be summed in any order.
std::uint64_t trace_of(std::string_view column, std::int64_t place, std::string_view word) {
  std::uint64_t trace = 0xcbf29ce484222325U;
  const auto mix_in = [&](unsigned char byte) { trace = (trace ^ byte) * 0x100000001b3U; };
  for (const char c : word) mix_in(static_cast<unsigned char>(c));
  mix_in(static_cast<unsigned char>(column.front()));
  trace += static_cast<std::uint64_t>(place) * 0x9e3779b97f4a7c15U;
  trace = (trace ^ (trace >> 30U)) * 0xbf58476d1ce4e5b9U;
  trace = (trace ^ (trace >> 27U)) * 0x94d049bb133111ebU;
  return trace ^ (trace >> 31U);
}

}  // namespace

std::vector<std::int64_t> SqlStore::misindexed() {
  upkeep_.tell(*session_);
  // By request: what its texts hold less what the index holds.
  std::unordered_map<std::int64_t, std::uint64_t> sums;
  for (const std::int64_t number : integers("SELECT number FROM request ORDER BY number", {})) {
    std::uint64_t& sum = sums[number];
    each_word(stored_texts(number), [&](std::string_view column, std::int64_t place, std::string_view word) {
      sum += trace_of(column, place, word);
    });
  }
  session_->each_indexed([&](std::int64_t row, std::string_view column, std::int64_t place, std::string_view term) {
    sums[row] -= trace_of(column, place, term);
  });
  std::vector<std::int64_t> numbers;
  for (const auto& [number, sum] : sums) {
    if (sum != 0) numbers.push_back(number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

void SqlStore::reindex() {
  upkeep_.forget();
  post("INSERT INTO search (search) VALUES ('delete-all')", {});
  for (const std::int64_t number : integers("SELECT number FROM request ORDER BY number", {})) {
    SearchTexts& now = upkeep_.add(number, std::nullopt).now;
    now = stored_texts(number);
    std::size_t size = now.title.size() + now.body.size();
    for (const auto& [comment, body] : now.comments) size += body.size();
    tell_index_if_full(size);
  }
  upkeep_.tell(*session_);
}

}  // namespace behest::store
