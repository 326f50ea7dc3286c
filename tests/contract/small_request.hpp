#pragma once
#include <string>

#include "behest/store.hpp"
#include "contract/query_world.hpp"
#include "contract/request_text.hpp"

namespace behest::contract_test {

// A request with little more than a title.
inline Request small(std::int64_t number, const std::string& title = "x") {
  Request request;
  request.number = number;
  request.title = title;
  request.requester = "bob";
  request.created = request.updated = k_now;
  request.version = 1;
  return request;
}

// All that the store has of a request, its comments included.
inline std::string stored(Store& store, std::int64_t number) {
  std::string text = "no such request";
  store.read([&] {
    auto request = store.request(number);
    if (!request) return;
    request->comments = store.comments(number);
    text = all_columns(*request);
  });
  return text;
}

}  // namespace behest::contract_test
