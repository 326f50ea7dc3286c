#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ops/replay.hpp"

namespace behest::ops {

// One thing that is not as the events say.
struct Finding {
  std::int64_t request = 0;  // 0 for a command
  std::string field;         // "" when `sentence` is about the whole request
  text::JsonValue stored;
  text::JsonValue made;  // what the events make
  std::string sentence;  // for what is no difference of values
  bool is_repairable = true;
};
using Tell = std::function<void(const Finding&)>;

// Replays every request, one at a time, and compares it with what is stored; also the bytes of attachments with their
// hashes, the marks of undone commands, and the index of words with the stored texts. Inside Store::read() or
// transact(). Gives how much was found.
std::int64_t check_all(Store& store, const Tell& tell);

// The same inside Store::transact(), and what can be rebuilt from the events is rebuilt. Gives how much was found that
// cannot be: what is missing or does not follow in the events themselves.
std::int64_t repair_all(Store& store, const Tell& tell);

}  // namespace behest::ops
