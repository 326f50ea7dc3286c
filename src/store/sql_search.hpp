#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "behest/core/query.hpp"
#include "store/session.hpp"

namespace behest::store {

// Everything a request can be found by.
struct SearchTexts {
  std::string title;
  std::string body;
  std::map<int, std::string> comments;
  bool operator==(const SearchTexts&) const = default;
};

// What the index of terms has yet to be told within one change. A request that several operations touch is told once,
// and what it was before is remembered, since the index takes terms out only when it is told them again.
class SearchUpkeep {
 public:
  struct Touched {
    std::optional<SearchTexts> before;  // none: the request is new
    SearchTexts now;
  };

  Touched* find(std::int64_t number);
  Touched& add(std::int64_t number, std::optional<SearchTexts> before);
  void forget();
  // Whether so much has gathered that it is better told now.
  bool is_full() const { return touched_.size() >= k_most_requests || bytes_ >= k_most_bytes; }
  void has_grown(std::size_t bytes) { bytes_ += bytes; }
  // Tells the index, and forgets.
  void tell(Session& session);

 private:
  static constexpr std::size_t k_most_requests = 4096;
  static constexpr std::size_t k_most_bytes = 8UL << 20U;
  std::map<std::int64_t, Touched> touched_;
  std::size_t bytes_ = 0;
};

// The words that the index holds of these texts: in which of its columns, and as the how-manieth word there, from 0.
void each_word(const SearchTexts& texts,
               const std::function<void(std::string_view column, std::int64_t place, std::string_view word)>& visit);

// A query that says nothing but which words stand in the text, as one question to the index; nothing when it says more,
// or what the index cannot be asked at once. User text is quoted.
std::optional<std::string> search_question(const Expr& expr);

// A query that only requests with certain words can match: the question that finds these, and what else must hold.
struct SearchLead {
  std::string question;
  Expr words;  // the part of the query that the question says
  Expr rest;
};
std::optional<SearchLead> search_lead(const Expr& where);

// The steps that add the index: its table, and the terms of what is there already.
std::vector<std::string> search_table(const Dialect& dialect);

}  // namespace behest::store
