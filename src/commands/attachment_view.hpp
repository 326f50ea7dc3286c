#pragma once
#include <string>

#include "behest/command.hpp"

namespace behest::commands {

// The request that one id word means; Error(not_found), also for one that is deleted.
Request loaded_request(Store& store, const std::string& word);
// Those of one request: id, name, mime, size, sha256, at and author, as a table or for programs.
void print_attachments(Env& env, const std::string& word);
// The answer of a get: which one was written where.
void print_written(Env& env, std::int64_t request, const Attachment& attachment, const std::string& place);
// Each as "12.1 report.pdf (application/pdf, 12 KiB)"; none for a request without any.
Cell attachments_cell(const Request& request);

}  // namespace behest::commands
