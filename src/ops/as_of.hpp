#pragma once
#include <cstdint>
#include <functional>
#include <optional>

#include "behest/store.hpp"

namespace behest::ops {

// A request as it stood at an instant, with its comments: what happened later is taken back. Nothing when it did not
// exist then. Inside Store::read() or transact().
std::optional<Request> request_as_of(Store& store, std::int64_t number, Instant at);

// Visits, in no particular order, the requests that existed at the context's instant and satisfied the query then, as
// they stood then; comments are not promised. Inside Store::read() or transact().
void each_request_as_of(Store& store, const Expr& where, const QueryContext& context,
                        const std::function<void(const Request&)>& visit);

// The numbers of the same requests, without loading those that nothing has happened to since.
void each_number_as_of(Store& store, const Expr& where, const QueryContext& context,
                       const std::function<void(std::int64_t)>& visit);

}  // namespace behest::ops
