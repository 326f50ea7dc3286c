#pragma once
#include <memory>
#include <span>
#include <string>

#include "store/session.hpp"
#include "store/sqlite_connection.hpp"

namespace behest::store {

// What decides how a file is opened, apart from the caller's options: a test gives its own.
struct Engine {
  std::span<const Migration> steps;
  int version = 0;  // sqlite3_libversion_number()
};
Engine this_engine();

struct Journal {
  bool is_wal = false;
  std::string reason;  // a clause for `doctor`
};
// Whether this version of SQLite cannot lose commits in WAL mode (RELIABILITY 2).
bool is_wal_safe(int version);
Journal choose_journal(const StoreOptions& options, int version);

std::unique_ptr<Session> open_sqlite(const StoreOptions& options, Access access, const Engine& engine);

struct SessionParts {
  std::unique_ptr<Connection> connection;
  StoreOptions options;
  Access access = Access::read;
  Engine engine;
  bool is_stand_in = false;  // its schema is made when the first statement comes
};
std::unique_ptr<Session> make_session(SessionParts parts);

// Whether a reader met a killed writer's journal, which only a connection that may write can take back.
bool wants_recovery(const EngineError& error);
// Takes that journal back. Error(temporary) when this process may not.
void recover(const StoreOptions& options);

}  // namespace behest::store
