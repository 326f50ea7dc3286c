#include "store/sqlite_connection.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <time.h>
#include <unistd.h>

namespace behest::store {
namespace {

constexpr std::int64_t k_heap_limit = 256LL << 20;
constexpr std::int64_t k_microseconds = 1'000;  // in a millisecond

// RELIABILITY: what a hostile file or a hostile value may not reach.
constexpr std::array<std::pair<int, int>, 10> k_limits{{{SQLITE_LIMIT_LENGTH, 16 << 20},
                                                        {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                                                        {SQLITE_LIMIT_EXPR_DEPTH, 50},
                                                        {SQLITE_LIMIT_COMPOUND_SELECT, 10},
                                                        {SQLITE_LIMIT_VDBE_OP, 100'000},
                                                        {SQLITE_LIMIT_ATTACHED, 0},
                                                        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256},
                                                        {SQLITE_LIMIT_VARIABLE_NUMBER, 500},
                                                        {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
                                                        {SQLITE_LIMIT_WORKER_THREADS, 0}}};
constexpr std::array<std::pair<int, int>, 8> k_switches{{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                         {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                         {SQLITE_DBCONFIG_DQS_DML, 0},
                                                         {SQLITE_DBCONFIG_DQS_DDL, 0},
                                                         {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                                         {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                                         {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                                         {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}}};

// The process has one thread, so the engine needs no mutexes; and a path is a path, never a URI.
void configure_engine() {
  static const bool is_done = [] {
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_URI, 0);
    sqlite3_hard_heap_limit64(k_heap_limit);
    return true;
  }();
  static_cast<void>(is_done);
}

std::int64_t monotonic_us() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000;
}

bool is_denied(int code) { return code == EACCES || code == EPERM || code == EROFS; }

std::string about_system(sqlite3* handle) {
  const int code = handle == nullptr ? 0 : sqlite3_system_errno(handle);
  return code == 0 ? std::string() : std::string(" (") + std::strerror(code) + ")";
}

EngineError not_permitted(const std::string& path, const std::string& why) {
  return {{ErrorKind::not_permitted, "the database " + path + " may not be written" + why,
           "check the owner and the mode of the file and of its folder"},
          0};
}

EngineError cannot_open(sqlite3* handle, const std::string& path) {
  const int code = handle == nullptr ? errno : sqlite3_system_errno(handle);
  if (is_denied(code))
    return {{ErrorKind::not_permitted, "the database " + path + " may not be opened: " + std::strerror(code),
             "check the owner and the mode of the file and of its folder"},
            0};
  return {{ErrorKind::temporary, "the database " + path + " cannot be opened" + about_system(handle),
           "check that the file is there and that not too many files are open, then try again"},
          0};
}

EngineError unknown(sqlite3* handle, int code) {
  const char* text = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
  return {{ErrorKind::bug, "SQLite said: " + std::string(text) + " (" + std::to_string(code) + ")",
           "this is a bug in behest; please report it"},
          0};
}

EngineError constraint(sqlite3* handle, int code) {
  if (code != SQLITE_CONSTRAINT_UNIQUE && code != SQLITE_CONSTRAINT_PRIMARYKEY && code != SQLITE_CONSTRAINT_ROWID)
    return unknown(handle, code);
  return {{ErrorKind::refused, "that already exists: " + std::string(sqlite3_errmsg(handle)),
           "look at what is there, then choose another name or number"},
          0};
}

EngineError temporary(std::string message, std::string hint) {
  return {{ErrorKind::temporary, std::move(message), std::move(hint)}, 0};
}

EngineError damaged(const std::string& path, int primary) {
  if (primary == SQLITE_NOTADB)
    return {{ErrorKind::bad_data, "the file " + path + " is not a behest database",
             "name another file with --db or the key database.path"},
            0};
  return {{ErrorKind::bad_data, "the database " + path + " is damaged",
           "run 'behest doctor', and take up again from a copy"},
          0};
}

EngineError explain(sqlite3* handle, int code, const std::string& path) {
  switch (const int primary = code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return temporary("the database " + path + " is busy: other commands kept it the whole time",
                       "try again; database.busy_timeout says how long to wait");
    case SQLITE_FULL:
      return temporary("the disk is full: nothing more can be written to " + path, "free some space, then try again");
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_NOMEM)
        return temporary("memory ran out while using " + path, "try again with less at once");
      return temporary("the disk failed while using " + path + about_system(handle),
                       "check the disk and its space, then try again");
    case SQLITE_NOMEM:
      return temporary("memory ran out while using " + path, "try again with less at once");
    case SQLITE_SCHEMA:
      return temporary("the database " + path + " was changed by a newer behest meanwhile", "try again");
    case SQLITE_CANTOPEN:
      return cannot_open(handle, path);
    case SQLITE_READONLY:
      if (code == SQLITE_READONLY_DBMOVED)
        return temporary("the database " + path + " was moved or replaced while it was open", "try again");
      return not_permitted(path, about_system(handle));
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return not_permitted(path, about_system(handle));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path, primary);
    case SQLITE_TOOBIG:
      return {{ErrorKind::bad_data, "a text is longer than 16 MiB", "shorten it, or attach it as a file"}, 0};
    case SQLITE_INTERRUPT:
      return {{ErrorKind::interrupted, "the work was interrupted; nothing was changed", ""}, 0};
    case SQLITE_CONSTRAINT:
      return constraint(handle, code);
    case SQLITE_ERROR:
      // The index of words says so of its own damage.
      if (handle != nullptr && std::string_view(sqlite3_errmsg(handle)).starts_with("invalid fts5 file format"))
        return damaged(path, SQLITE_CORRUPT);
      return unknown(handle, code);
    default:
      return unknown(handle, code);
  }
}

// "file:x" and ":memory:" mean something to the engine; after a folder they do not.
std::string engine_name(const std::string& path) { return path.starts_with('/') ? path : "./" + path; }

int engine_flags(OpenMode mode) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
  if (mode == OpenMode::memory) return flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
  return flags | (mode == OpenMode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
}

}  // namespace

EngineError engine_error(sqlite3* handle, int code, const std::string& path) {
  EngineError error = explain(handle, code, path);
  error.code = code;
  return error;
}

// SQLite's own ladder of sleeps starves the late comer; a short, jittered sleep that grows slowly does not.
struct Connection::BusyWait {
  std::int64_t limit_us = 0;
  std::int64_t waited_us = 0;
  std::uint64_t random = 1;

  std::int64_t below(std::int64_t end) {
    random ^= random << 13U;
    random ^= random >> 7U;
    random ^= random << 17U;
    return static_cast<std::int64_t>((random >> 11U) % static_cast<std::uint64_t>(end));
  }
};

int Connection::wait_a_little(void* state, int tries) {
  constexpr std::int64_t k_step_us = 50;
  constexpr std::int64_t k_longest_us = 20 * k_microseconds;
  BusyWait& wait = *static_cast<BusyWait*>(state);
  if (wait.waited_us >= wait.limit_us) return 0;
  const std::int64_t usual = std::min(k_microseconds + k_step_us * tries, k_longest_us);
  const std::int64_t pause = std::min(usual / 2 + wait.below(usual), wait.limit_us - wait.waited_us);
  const std::int64_t start = monotonic_us();
  const timespec length{pause / 1'000'000, (pause % 1'000'000) * 1'000};
  ::nanosleep(&length, nullptr);
  wait.waited_us += monotonic_us() - start;
  return 1;
}

Connection::Connection(const std::string& path, OpenMode mode, Duration busy_timeout)
    : path_(path), wait_(std::make_unique<BusyWait>()) {
  configure_engine();
  const std::int64_t longest_ms = 24LL * 3'600 * 1'000;
  wait_->limit_us = std::clamp<std::int64_t>(busy_timeout.ms, 0, longest_ms) * k_microseconds;
  wait_->random = static_cast<std::uint64_t>(monotonic_us()) ^ (static_cast<std::uint64_t>(::getpid()) << 32U) ^ 1U;
  try {
    database_ = std::make_unique<SQLite::Database>(mode == OpenMode::memory ? ":memory:" : engine_name(path),
                                                   engine_flags(mode));
  } catch (const SQLite::Exception& failure) {
    // The handle is gone, and with it the system's reason.
    errno = 0;
    static_cast<void>(::access(path.c_str(), mode == OpenMode::read_only ? R_OK : R_OK | W_OK));
    throw engine_error(nullptr, failure.getExtendedErrorCode(), path);
  }
  sqlite3_busy_handler(handle(), wait_a_little, wait_.get());
  harden();
}

Connection::~Connection() = default;

void Connection::renew_patience() const { wait_->waited_us = 0; }

sqlite3* Connection::handle() const { return database_->getHandle(); }

void Connection::harden() const {
  for (const auto& [limit, value] : k_limits) sqlite3_limit(handle(), limit, value);
  for (const auto& [what, value] : k_switches)
    if (const int code = sqlite3_db_config(handle(), what, value, static_cast<int*>(nullptr)); code != SQLITE_OK)
      throw engine_error(handle(), code, path_);
  sqlite3_int64 mapped = 0;
  sqlite3_file_control(handle(), "main", SQLITE_FCNTL_MMAP_SIZE, &mapped);
  execute("PRAGMA cell_size_check=ON");
}

void Connection::execute(const char* sql) const {
  const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw engine_error(handle(), code, path_);
}

std::int64_t Connection::integer(std::string_view sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Connection::text(std::string_view sql) const {
  Statement statement(*this, sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

bool Connection::is_in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

void Connection::rollback() const noexcept {
  if (is_in_transaction()) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Statement::Statement(const Connection& connection, std::string_view sql) : connection_(connection), sql_(sql) {
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(connection.handle(), sql_.c_str(), static_cast<int>(sql_.size()) + 1,
                                      SQLITE_PREPARE_PERSISTENT, &statement_, &rest);
  if (code != SQLITE_OK) {
    EngineError error = engine_error(connection.handle(), code, connection.path());
    if (error.kind == ErrorKind::bug) error.message += " In: " + sql_;
    throw EngineError(std::move(error));
  }
  try {
    if (*rest != '\0') throw Error{ErrorKind::bug, "several statements stand where one is run: " + sql_, ""};
    find_parameters();
  } catch (...) {
    sqlite3_finalize(statement_);
    throw;
  }
  is_reading_ = sqlite3_stmt_readonly(statement_) != 0;
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::find_parameters() {
  const int count = sqlite3_bind_parameter_count(statement_);
  positions_.reserve(static_cast<std::size_t>(count));
  for (int number = 1; number <= count; ++number) {
    std::array<char, 16> name{'$'};
    std::to_chars(name.data() + 1, name.data() + name.size() - 1, number);
    const int position = sqlite3_bind_parameter_index(statement_, name.data());
    if (position == 0)
      throw Error{ErrorKind::bug,
                  "a statement does not name its parameters $1 to $" + std::to_string(count) + ": " + sql_, ""};
    positions_.push_back(position);
  }
}

void Statement::bind(std::span<const Param> params) {
  if (params.size() != positions_.size())
    throw Error{ErrorKind::bug,
                "a statement takes " + std::to_string(positions_.size()) + " values, not " +
                    std::to_string(params.size()) + ": " + sql_,
                ""};
  for (std::size_t i = 0; i < params.size(); ++i) {
    int code = SQLITE_OK;
    if (const auto* text = std::get_if<std::string_view>(&params[i]))
      code = sqlite3_bind_text64(statement_, positions_[i], text->data() == nullptr ? "" : text->data(), text->size(),
                                 SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto* number = std::get_if<std::int64_t>(&params[i]))
      code = sqlite3_bind_int64(statement_, positions_[i], *number);
    else if (const auto* blob = std::get_if<Blob>(&params[i]))
      code = sqlite3_bind_blob64(statement_, positions_[i], blob->bytes.data() == nullptr ? "" : blob->bytes.data(),
                                 blob->bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) throw engine_error(connection_.handle(), code, connection_.path());
  }
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw engine_error(connection_.handle(), code, connection_.path());
}

void Statement::rewind() noexcept {
  sqlite3_reset(statement_);
  if (!positions_.empty()) sqlite3_clear_bindings(statement_);
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const {
  const int type = sqlite3_column_type(statement_, column);
  if (type == SQLITE_INTEGER) return sqlite3_column_int64(statement_, column);
  if (type == SQLITE_NULL) return 0;
  throw damaged(connection_.path(), SQLITE_CORRUPT);
}

std::string_view Statement::blob(int column) const {
  const int type = sqlite3_column_type(statement_, column);
  if (type == SQLITE_NULL) return {};
  if (type != SQLITE_BLOB) throw damaged(connection_.path(), SQLITE_CORRUPT);
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::text(int column) const {
  const int type = sqlite3_column_type(statement_, column);
  if (type == SQLITE_NULL) return {};
  if (type == SQLITE_BLOB) throw damaged(connection_.path(), SQLITE_CORRUPT);
  const unsigned char* bytes = sqlite3_column_text(statement_, column);
  if (bytes == nullptr) throw engine_error(connection_.handle(), SQLITE_NOMEM, connection_.path());
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

}  // namespace behest::store
