#include "store/sqlite_backup.hpp"

#include <memory>
#include <optional>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "store/sqlite_files.hpp"
#include "store/sqlite_schema.hpp"

namespace behest::store {
namespace {

void refuse_unsound(const Connection& connection, const std::string& hint) {
  std::string problem = connection.text("PRAGMA integrity_check(1)");
  if (problem == "ok") {
    Statement orphans(connection, "PRAGMA foreign_key_check");
    if (!orphans.step()) return;
    problem = "a row of " + std::string(orphans.text(0)) + " refers to one that is not there";
  }
  throw Error{ErrorKind::bad_data, "the database " + connection.path() + " is damaged: " + problem, hint};
}

int sound_version(const Connection& source, std::span<const Migration> steps) {
  refuse_foreign_header(source);
  const int version = verified_version(source, steps, false);
  if (version == 0)
    throw Error{ErrorKind::bad_data, "the file " + source.path() + " is no behest database: it is empty",
                "name a file that 'behest backup' has made"};
  source.execute("BEGIN");
  refuse_unsound(source, "take another backup; nothing was changed");
  return version;
}

std::unique_ptr<Connection> open_backup(const std::string& file, Duration busy_timeout) {
  if (inspect_file(file).state == FileState::missing)
    throw Error{ErrorKind::not_found, "there is no file " + file, "check its name"};
  return std::make_unique<Connection>(file, OpenMode::read_only, busy_timeout);
}

// A failed step of a backup carries no extended code.
EngineError error_of(const SQLite::Exception& failure, const std::string& path) {
  const int extended = failure.getExtendedErrorCode();
  return engine_error(nullptr, extended > 0 ? extended : failure.getErrorCode(), path);
}

// Whether the file is certainly as it was before a step that failed.
bool is_untouched(const Connection& connection, std::optional<std::uint32_t> before) {
  try {
    connection.integer("PRAGMA user_version");  // settles what the failure has left
  } catch (const Error&) {
    return false;
  }
  return before && change_counter(connection) == before;
}

void copy_all(SQLite::Backup& backup, const std::string& path) {
  if (const int code = backup.executeStep(-1); code != SQLITE_DONE) throw engine_error(nullptr, code, path);
}

void replace_by(const Connection& connection, const Connection& source) {
  SQLite::Backup backup(connection.database(), source.database());
  copy_all(backup, connection.path());
}

}  // namespace

void copy_pages(const Connection& connection, const std::string& target) {
  try {
    SQLite::Database copy(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE);
    copy.exec("PRAGMA journal_mode=OFF;PRAGMA synchronous=OFF");
    SQLite::Backup backup(copy, connection.database());
    copy_all(backup, target);
  } catch (const SQLite::Exception& failure) {
    throw error_of(failure, target);
  }
}

void copy_sound(const Connection& connection, const std::string& target) {
  copy_pages(connection, target);
  const Connection copy(target, OpenMode::read_write, Duration{0});
  // A copy of a database in WAL mode would want two more files beside it.
  copy.execute("PRAGMA journal_mode=DELETE");
  refuse_unsound(copy, "run 'behest doctor --full'; no backup was made");
}

void copy_back(const Connection& connection, const std::string& file, std::span<const Migration> steps,
               Duration busy_timeout) {
  const auto source = open_backup(file, busy_timeout);
  const int version = sound_version(*source, steps);
  const std::optional<std::uint32_t> before = change_counter(connection);
  try {
    replace_by(connection, *source);
  } catch (const SQLite::Exception& failure) {
    const EngineError error = error_of(failure, connection.path());
    if ((error.code & 0xff) != SQLITE_IOERR || is_untouched(connection, before)) throw EngineError(error);
    throw Error{ErrorKind::temporary, error.message + "; it is not known whether the backup was taken up",
                "look with 'behest log', or restore it again"};
  }
  if (static_cast<std::size_t>(version) >= steps.size()) return;
  try {
    migrate(connection, steps);
  } catch (const Error& error) {
    throw Error{error.kind,
                "the backup is restored, but is of an older behest and was not brought up to date: " + error.message,
                "the next command that changes something does it"};
  }
}

}  // namespace behest::store

namespace behest {

void Store::check_backup(const StoreOptions& options) {
  const auto source = store::open_backup(options.path, options.busy_timeout);
  store::sound_version(*source, store::migrations());
}

}  // namespace behest
