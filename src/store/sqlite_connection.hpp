#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/error.hpp"
#include "behest/core/time.hpp"
#include "store/session.hpp"

struct sqlite3;
struct sqlite3_stmt;
namespace SQLite {
class Database;
}

namespace behest::store {

// An Error that remembers the engine's extended result code.
struct EngineError : Error {
  int code = 0;
};

// The code, message and path of a failure as an Error of the right kind.
EngineError engine_error(sqlite3* handle, int code, const std::string& path);

enum class OpenMode { read_only, read_write, memory };

// An open, hardened handle: limits, switches and our busy handler are set before any statement runs.
class Connection {
 public:
  // `path` is only shown for OpenMode::memory. Never creates a file.
  Connection(const std::string& path, OpenMode mode, Duration busy_timeout);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() const;
  SQLite::Database& database() const { return *database_; }
  const std::string& path() const { return path_; }
  // Runs statements whose rows nobody reads; may be several, separated by semicolons.
  void execute(const char* sql) const;
  // First column of the first row; 0 without one.
  std::int64_t integer(std::string_view sql) const;
  std::string text(std::string_view sql) const;
  bool is_in_transaction() const;
  // From now on others may be waited for as long as busy_timeout again, all waits taken together.
  void renew_patience() const;
  // Gives up the open transaction, if the engine has not done so by itself.
  void rollback() const noexcept;

 private:
  struct BusyWait;
  static int wait_a_little(void* state, int tries);
  void harden() const;

  std::string path_;
  std::unique_ptr<BusyWait> wait_;
  std::unique_ptr<SQLite::Database> database_;
};

// One prepared statement. Throws EngineError.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // params[0] is bound to $1. The texts must live until rewind().
  void bind(std::span<const Param> params);
  bool step();  // true: there is a row
  void rewind() noexcept;
  bool is_null(int column) const;
  // 0 for null; Error(bad_data) for anything that is not an integer.
  std::int64_t integer(int column) const;
  // "" for null; Error(bad_data) for bytes.
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  bool is_reading() const { return is_reading_; }
  const std::string& sql() const { return sql_; }

 private:
  void find_parameters();

  const Connection& connection_;
  std::string sql_;
  sqlite3_stmt* statement_ = nullptr;
  std::vector<int> positions_;  // of $1, $2, …: the engine numbers them by first appearance
  bool is_reading_ = false;
};

}  // namespace behest::store
