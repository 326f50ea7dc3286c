#include "store/sqlite_open.hpp"

#include <string_view>
#include <utility>

#include <sqlite3.h>
#include <unistd.h>

#include "store/sqlite_files.hpp"
#include "store/sqlite_schema.hpp"

namespace behest::store {
namespace {

constexpr std::string_view k_memory = ":memory:";

std::string version_text(int version) {
  return std::to_string(version / 1'000'000) + "." + std::to_string(version / 1'000 % 1'000) + "." +
         std::to_string(version % 1'000);
}

bool has_wal_header(const Connection& connection) { return connection.text("PRAGMA journal_mode") == "wal"; }

// TRUNCATE is not kept in the file, and whoever left it in WAL mode must not decide for us.
void set_journal(const Connection& connection, const Journal& journal) {
  const std::string now = connection.text(journal.is_wal ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode=TRUNCATE");
  if (!journal.is_wal && now == "wal")
    throw Error{ErrorKind::temporary,
                "the database " + connection.path() + " is in WAL mode, and another command keeps it so",
                "try again when no other command uses it"};
  if (journal.is_wal && now != "wal") connection.execute("PRAGMA journal_mode=TRUNCATE");
  if (journal.is_wal) connection.execute("PRAGMA journal_size_limit=4194304");
}

void tune_for_reading(const Connection& connection) {
  connection.execute("PRAGMA temp_store=MEMORY;PRAGMA cache_size=-16384");
}

void tune_for_writing(const Connection& connection) {
  connection.execute(
      "PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;PRAGMA secure_delete=ON;PRAGMA cache_size=-65536");
}

std::unique_ptr<Connection> connect(const StoreOptions& options, OpenMode mode) {
  auto connection = std::make_unique<Connection>(options.path, mode, options.busy_timeout);
  if (mode != OpenMode::memory) refuse_foreign_header(*connection);
  return connection;
}

SessionParts parts_for(std::unique_ptr<Connection> connection, const StoreOptions& options, Access access,
                       const Engine& engine) {
  SessionParts parts;
  parts.connection = std::move(connection);
  parts.options = options;
  parts.access = access;
  parts.engine = engine;
  return parts;
}

SessionParts open_memory(const StoreOptions& options, const Engine& engine) {
  auto connection = connect(options, OpenMode::memory);
  tune_for_writing(*connection);
  apply_steps(*connection, engine.steps);
  return parts_for(std::move(connection), options, Access::write, engine);
}

SessionParts open_stand_in(const StoreOptions& options, const Engine& engine) {
  SessionParts parts = parts_for(connect(options, OpenMode::memory), options, Access::read, engine);
  parts.is_stand_in = true;
  return parts;
}

SessionParts open_for_reading(const StoreOptions& options, const Engine& engine, bool is_suspect) {
  auto connection = connect(options, OpenMode::read_only);
  const int version = verified_version(*connection, engine.steps, is_suspect);
  if (version == 0) return open_stand_in(options, engine);
  refuse_other_version(options.path, version, engine.steps.size());
  if (has_wal_header(*connection)) {
    // A reader that may not write leaves an empty WAL and its index behind.
    connection = connect(options, OpenMode::read_write);
    connection->execute("PRAGMA query_only=ON");
  }
  tune_for_reading(*connection);
  return parts_for(std::move(connection), options, Access::read, engine);
}

SessionParts open_for_writing(const StoreOptions& options, const Engine& engine, const FileFacts& facts) {
  auto connection = connect(options, OpenMode::read_write);
  // The engine makes do with reading when it cannot open the file for writing, for whatever reason.
  if (sqlite3_db_readonly(connection->handle(), "main") == 1)
    throw engine_error(nullptr, ::access(options.path.c_str(), W_OK) == 0 ? SQLITE_CANTOPEN : SQLITE_PERM,
                       options.path);
  const int version = verified_version(*connection, engine.steps, facts.is_from_others);
  const Journal journal = choose_journal(options, engine.version);
  // A new file is made under a rollback journal, so that its header never stands in a WAL alone.
  if (version == 0) set_journal(*connection, Journal{});
  if (version > 0) set_journal(*connection, journal);
  tune_for_writing(*connection);
  if (static_cast<std::size_t>(version) < engine.steps.size()) migrate(*connection, engine.steps);
  if (version == 0 && journal.is_wal) set_journal(*connection, journal);
  return parts_for(std::move(connection), options, Access::write, engine);
}

void require_path(const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos)
    throw Error{ErrorKind::usage, "the name of the database is empty or holds a NUL",
                "name a file with --db or the key database.path"};
}

SessionParts open_existing_or_new(const StoreOptions& options, Access access, const Engine& engine) {
  FileFacts facts = inspect_file(options.path);
  if (access == Access::read) {
    if (facts.state != FileState::filled) return open_stand_in(options, engine);
    return open_for_reading(options, engine, facts.is_from_others);
  }
  if (facts.state == FileState::missing) {
    if (!options.may_create)
      throw Error{ErrorKind::not_found, "there is no database " + options.path,
                  "make it with 'behest init', or with the first 'behest submit'"};
    create_file(options.path);
    facts = inspect_file(options.path);
  }
  return open_for_writing(options, engine, facts);
}

}  // namespace

bool is_wal_safe(int version) {
  return version >= 3'051'003 || (version >= 3'050'007 && version <= 3'050'999) ||
         (version >= 3'044'006 && version <= 3'044'999);
}

Journal choose_journal(const StoreOptions& options, int version) {
  if (options.journal == "truncate") return {false, "database.journal asks for it"};
  if (!is_wal_safe(version))
    return {false, "SQLite " + version_text(version) + " can lose commits in WAL mode (fixed in 3.51.3)"};
  if (is_on_network(options.path)) return {false, "the file is on a network file system"};
  return {true, options.journal == "wal" ? "database.journal asks for it" : "readers do not hold up writers"};
}

Engine this_engine() { return {migrations(), sqlite3_libversion_number()}; }

bool wants_recovery(const EngineError& error) {
  return error.code == SQLITE_READONLY_ROLLBACK || error.code == SQLITE_READONLY_RECOVERY ||
         error.code == SQLITE_READONLY_CANTINIT || error.code == SQLITE_BUSY_RECOVERY;
}

void recover(const StoreOptions& options) {
  try {
    const auto connection = connect(options, OpenMode::read_write);
    connection->execute("PRAGMA user_version");
  } catch (const EngineError& failure) {
    if (failure.kind == ErrorKind::bad_data) throw;
    throw Error{ErrorKind::temporary,
                "a command was killed while it wrote " + options.path + ", and its traces cannot be taken back now",
                "try again, or let somebody who may write the file run 'behest status'"};
  }
}

std::unique_ptr<Session> open_sqlite(const StoreOptions& options, Access access, const Engine& engine) {
  require_path(options.path);
  if (options.path == k_memory) return make_session(open_memory(options, engine));
  try {
    return make_session(open_existing_or_new(options, access, engine));
  } catch (const EngineError& failure) {
    if (access == Access::write || !wants_recovery(failure)) throw;
  }
  recover(options);
  return make_session(open_existing_or_new(options, access, engine));
}

std::unique_ptr<Session> open_sqlite(const StoreOptions& options, Access access) {
  return open_sqlite(options, access, this_engine());
}

}  // namespace behest::store
