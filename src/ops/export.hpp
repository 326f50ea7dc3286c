#pragma once
#include <functional>
#include <optional>

#include "behest/store.hpp"
#include "text/byte_source.hpp"

namespace behest::ops {

using LineSink = std::function<void(const text::JsonValue& line)>;
// What a line of a request shows of it; import makes the request from its events alone.
using RequestLine = std::function<text::JsonValue(const Request&)>;

// How many lines of each kind there are.
struct ExportCount {
  std::int64_t commands = 0;
  std::int64_t requests = 0;
  std::int64_t events = 0;
  std::int64_t records = 0;   // changes of what belongs to no request
  std::int64_t contents = 0;  // attached files, however many pieces
  bool operator==(const ExportCount&) const = default;
};

// Everything as lines: the header, commands, each request followed by its events, changes of records, the contents of
// attachments, and how many there were. With `since`, only what commands after that instant have done. Inside
// Store::read().
void export_all(Store& store, std::optional<Instant> since, const RequestLine& request_line, const LineSink& sink);

// Reads what export_all() gave into an empty store, ids and all, and makes the requests from their events. Inside
// Store::transact(). Error(refused) when the store is not empty, Error(bad_data) with FILE:LINE for a line that is
// wrong.
ExportCount import_all(Store& store, const text::ByteSource& source, const std::string& file);

}  // namespace behest::ops
