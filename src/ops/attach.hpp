#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "ops/work.hpp"
#include "text/byte_source.hpp"

namespace behest::ops {

// A file to be attached, read once already.
struct NewAttachment {
  std::string name;
  std::string mime;
  std::int64_t size = 0;  // bytes
  std::string hash;       // SHA-256, hexadecimal
  // From the beginning, each time it is called.
  std::function<text::ByteSource()> open;
};

// A name for an attachment: text of at most 255 bytes, not empty. What it says is data; nothing is ever opened by it.
void check_attachment_name(std::string_view name);

// Attaches a file. Its bytes are stored in pieces, once for all attachments of the same hash. Error(refused) when they
// are not those that were hashed.
Outcome attach(Work& work, Request& request, const NewAttachment& file);
// Takes an attachment away; its number is not given out again, and its bytes stay for undo. Error(not_found).
Outcome detach(Work& work, Request& request, int number);

// The attachment of a request by its number; Error(not_found).
const Attachment& attachment_of(const Request& request, int number);
// "#12.1"
std::string attachment_name(std::int64_t request, int number);
// Gives the bytes of an attachment to `sink`, piece by piece. Error(bad_data) at the end when they are not those of its
// hash.
void each_piece(Store& store, const Attachment& attachment, const std::function<void(std::string_view bytes)>& sink);

}  // namespace behest::ops
