#pragma once
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "behest/store.hpp"

namespace behest::ops {

// What the events of one request make of it, from nothing.
struct Replayed {
  Request request;                    // with its comments
  std::vector<Attachment> removed;    // those that were taken away again
  std::vector<std::string> problems;  // where an event does not follow from those before it: sentences
};
using CommandIds = std::unordered_set<std::int64_t>;

// Folds all events of a request, oldest first; those of commands in `undone` do not count for its clocks (the rest they
// have taken back themselves).
Replayed replay(std::int64_t number, const std::vector<Event>& events, const CommandIds& undone);

// A field of which two requests have different values; null where one has none.
struct Difference {
  std::string field;
  text::JsonValue stored;
  text::JsonValue made;
};
// Every column that differs, comments, links, facts and attachments included.
std::vector<Difference> differences(const Request& stored, const Request& made);

}  // namespace behest::ops
