#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "behest/store.hpp"

namespace behest::store {

// A bound value; $1 is the first. Text must live until the call returns.
struct Blob {
  std::string_view bytes;
  bool operator==(const Blob&) const = default;
};
using Param = std::variant<std::monostate, std::int64_t, std::string_view, Blob>;

// One row of a result; columns from 0. Text lives until the next row.
class Row {
 public:
  virtual ~Row() = default;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;   // 0 for null
  virtual std::string_view text(int column) const = 0;  // "" for null
  virtual std::string_view blob(int column) const = 0;  // "" for null
};

// The words in which engines differ.
struct Dialect {
  std::string_view id_column;       // INTEGER PRIMARY KEY
  std::string_view table_suffix;    // STRICT
  std::string_view rowless_suffix;  // STRICT, WITHOUT ROWID
  std::string_view search_table;    // the index of terms: a row a request, columns title, body, comments
};

// One connection to one engine. Every engine's errors become Error{bad_data, refused (a constraint does
// not hold), temporary, not_permitted, interrupted, bug}.
class Session {
 public:
  using Params = std::initializer_list<Param>;
  virtual ~Session() = default;
  // Runs a statement and visits its rows until `visit` returns false. Statements are prepared once and kept.
  virtual void run(std::string_view sql, std::span<const Param> params,
                   const std::function<bool(const Row&)>& visit) = 0;
  // Runs a statement whose rows nobody reads; gives how many rows it changed.
  virtual std::int64_t post(std::string_view sql, std::span<const Param> params) = 0;
  // Runs an INSERT of one row into a table with an id column, and gives the id that the row got.
  virtual std::int64_t add(std::string_view sql, std::span<const Param> params) = 0;
  // BEGIN IMMEDIATE … COMMIT around `work`, tried again after a conflict; rolled back when it throws or returns false.
  // The schema version is checked inside, so that an old binary never writes to a newer file.
  virtual void transact(const std::function<bool()>& work) = 0;
  // One deferred transaction: one snapshot.
  virtual void snapshot(const std::function<void()>& work) = 0;
  // Writes the store anew, without what was deleted; not inside a transaction.
  virtual void compact() = 0;
  // Every word that the index of terms holds: in which row and column, and as the how-manieth word there, from 0.
  virtual void each_indexed(const std::function<void(std::int64_t row, std::string_view column, std::int64_t place,
                                                     std::string_view term)>& visit) = 0;
  virtual const Dialect& dialect() const = 0;
  virtual bool is_stand_in() const = 0;  // an empty store in memory, for a file that does not exist yet
  // Copies the database as it stands into an existing, empty file, and checks the copy; not inside a transaction.
  // Error(not_found) for a stand-in, Error(bad_data) for a damaged database.
  virtual void back_up(const std::string& file) = 0;
  // Replaces everything by what is in the file, as one change; not inside a transaction. Error(bad_data).
  virtual void restore(const std::string& file) = 0;
  // What the engine can tell about itself; `is_full` adds its whole integrity check to the quick one.
  virtual void describe(StoreFacts& facts, bool is_full) = 0;
};

enum class Access { read, write };

// Opens the file as RELIABILITY 3 and 4 say: header, schema text and permissions are checked first, the schema is
// made or migrated for Access::write.
std::unique_ptr<Session> open_sqlite(const StoreOptions& options, Access access);

// The schema: append-only steps, each with its statements for a dialect. Version = number of steps.
struct Migration {
  std::string_view what;
  std::vector<std::string> (*statements)(const Dialect& dialect);
};
std::span<const Migration> migrations();

}  // namespace behest::store
