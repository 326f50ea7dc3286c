#pragma once
#include <span>
#include <string>

#include "store/session.hpp"
#include "store/sqlite_connection.hpp"

namespace behest::store {

// Copies every page into an existing file; the connection may be reading, but not writing.
void copy_pages(const Connection& connection, const std::string& target);

// copy_pages(), and the copy is one file that opens without others and passes the integrity check. Error(bad_data).
void copy_sound(const Connection& connection, const std::string& target);

// Replaces everything in the open database by `file`, as one change under an exclusive lock, and brings it to the last
// of the steps. Error(bad_data) for a file that is not sound, not ours or newer: nothing has changed then.
void copy_back(const Connection& connection, const std::string& file, std::span<const Migration> steps,
               Duration busy_timeout);

}  // namespace behest::store
