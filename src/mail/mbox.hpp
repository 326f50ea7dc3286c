#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace behest::mail {

// Visits the messages of an mbox (RFC 4155: each after a line "From …" that begins the file or follows an empty line)
// by the places between which they stand in an open file; the line itself is left out. False when the file has none.
using MboxVisit = std::function<void(std::int64_t from, std::int64_t to)>;
bool each_mbox_message(int file, std::int64_t size, const MboxVisit& visit);

// Where a single message begins, which may have such a line before it too.
std::int64_t message_start(int file);

// Takes off the ">" that an mbox puts before "From " in a text (mboxrd).
void unquote_from_lines(std::string& text);

}  // namespace behest::mail
