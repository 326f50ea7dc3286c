#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ops/import.hpp"
#include "ops/op_members.hpp"
#include "ops/verbs.hpp"
#include "ops/work.hpp"
#include "text/byte_source.hpp"

namespace behest::ops {

// The life of a request in another program, as far as that program tells.
struct ForeignLife {
  struct Remark {
    Instant at;
    std::string author;
    std::string body;
  };
  Setters values;
  Instant created;
  std::string author;  // who wrote it down
  State state = State::new_;
  std::optional<Resolution> resolution;
  std::optional<Instant> changed;    // since when it is in its state
  std::string waiting_on = {};       // of hold
  std::string worker = {};           // who brought it into its state; "" = the author
  std::vector<Remark> remarks = {};  // in any order
  bool are_remarks_public = false;
  Channel channel = Channel::cli;
};

// Makes a request with its remarks and brings it into its state, each at its instant; what has its key already is left
// alone. Everything that can be wrong with a life is found before anything is written: Error(bad_data).
void import_life(Work& work, const ImportContext& context, ForeignLife life, LineResult& result);

// An instant of a file: Error(bad_data) for one in the future.
Instant past(std::string_view name, Instant at, const ImportContext& context);

// Reads JSON objects (an array of them, or one after another) and hands each to `take`; `report` is told of every one,
// with its number in place of a line. Error(bad_data) for a file that is cut off.
using TakeItem = std::function<void(const text::JsonValue::Object& item, LineResult& result)>;
void import_items(const text::ByteSource& source, const ImportContext& context, const LineReport& report,
                  const TakeItem& take);

// `task export` (https://taskwarrior.org/docs/design/task/). Dependencies become links at the end, since a task may
// depend on one that comes later.
void import_taskwarrior(Work& work, const text::ByteSource& source, const ImportContext& context,
                        const LineReport& report);
// `gh issue list --json …` of the GitHub command line.
void import_gh(Work& work, const text::ByteSource& source, const ImportContext& context, const LineReport& report);

}  // namespace behest::ops
