#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "store/session.hpp"
#include "store/sqlite_connection.hpp"

namespace behest::store {

inline constexpr std::int64_t k_application_id = 0x42485354;  // "BHST"

const Dialect& sqlite_dialect();

// The version of a file whose header and whole schema text are ours, read in one snapshot; 0 for a file without
// pages. `is_suspect` adds a quick check of its pages. Error(bad_data) for another program's file, a newer schema and
// a schema that the steps do not make; EngineError where the engine cannot read it.
int verified_version(const Connection& connection, std::span<const Migration> steps, bool is_suspect);

// Refuses another program's database by its header alone, before any lock is taken. Error(bad_data).
void refuse_foreign_header(const Connection& connection);

// The file's count of commits under a rollback journal, as it stands on disk.
std::optional<std::uint32_t> change_counter(const Connection& connection);

// Runs all steps on an empty database in memory; outside of any transaction.
void apply_steps(const Connection& connection, std::span<const Migration> steps);

// Brings the file to the last step in one transaction, after a backup to PATH.vN.backup when it holds an older schema.
void migrate(const Connection& connection, std::span<const Migration> steps);

// Error(bad_data) when the schema has another version than this program's; for use inside a transaction.
void refuse_other_version(const std::string& path, std::int64_t version, std::size_t supported);

}  // namespace behest::store
