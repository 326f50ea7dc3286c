#pragma once
#include <cstdint>
#include <string>

#include "behest/core/time.hpp"
#include "behest/text/json.hpp"

namespace behest {

// Something that behest keeps beside requests, under a kind and a name: an absence, an article, a contact, a budget.
struct Record {
  std::string kind;  // a word of behest's own
  std::string name;  // unique within its kind
  text::JsonValue value;
  bool operator==(const Record&) const = default;
};

// One change of one record: as an Event, only ever added. Null before = made, null after = taken away.
struct RecordEvent {
  std::int64_t id = 0;
  std::int64_t command = 0;
  Instant at;
  std::string actor;
  std::string kind;
  std::string name;
  text::JsonValue before;
  text::JsonValue after;
  bool operator==(const RecordEvent&) const = default;
};

}  // namespace behest
