#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "behest/command.hpp"
#include "ops/work.hpp"

namespace behest::commands {

// A change of an entry of a request: of work, or of money spent.
struct EntryChange {
  std::string id;  // of the request
  std::string_view verb;
  std::function<ops::Outcome(ops::Work&, Request&)> apply;
  std::function<text::JsonValue(const Request&)> entry;  // as it is afterwards; null when it is gone
};
// Changes and answers as every write does; under --json the request has the entry as its member "entry".
void change_entry(Env& env, const EntryChange& change);

}  // namespace behest::commands
