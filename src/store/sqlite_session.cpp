#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "store/sqlite_backup.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_files.hpp"
#include "store/sqlite_open.hpp"
#include "store/sqlite_schema.hpp"

namespace behest::store {
namespace {

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(const Statement& statement) : statement_(statement) {}
  bool is_null(int column) const override { return statement_.is_null(column); }
  std::int64_t integer(int column) const override { return statement_.integer(column); }
  std::string_view text(int column) const override { return statement_.text(column); }
  std::string_view blob(int column) const override { return statement_.blob(column); }

 private:
  const Statement& statement_;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// Prepared statements by their text. One that is in use (a visitor runs the same query) is prepared once more.
class StatementCache {
  struct Kept {
    std::unique_ptr<Statement> statement;
    bool is_busy = false;
  };
  using Map = std::unordered_map<std::string, Kept, TextHash, std::equal_to<>>;

 public:
  // A statement for the time of one run.
  class Use {
   public:
    explicit Use(Kept& kept) : statement_(kept.statement.get()), kept_(&kept) { kept.is_busy = true; }
    explicit Use(std::unique_ptr<Statement> own) : statement_(own.get()), own_(std::move(own)) {}
    ~Use() {
      statement_->rewind();
      if (kept_ != nullptr) kept_->is_busy = false;
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    Statement* operator->() const { return statement_; }
    const Statement& operator*() const { return *statement_; }

   private:
    Statement* statement_;
    Kept* kept_ = nullptr;
    std::unique_ptr<Statement> own_;
  };

  Use take(const Connection& connection, std::string_view sql) {
    // Most texts are literals: where one stood, the same stands again, and need not be hashed.
    Map::pointer& recent = recent_[(reinterpret_cast<std::uintptr_t>(sql.data()) >> 4U) % recent_.size()];
    if (recent != nullptr && recent->first == sql && !recent->second.is_busy) return Use(recent->second);
    const auto found = kept_.find(sql);
    if (found != kept_.end() && !found->second.is_busy) {
      recent = &*found;
      return Use(found->second);
    }
    auto fresh = std::make_unique<Statement>(connection, sql);
    if (found != kept_.end()) return Use(std::move(fresh));
    if (kept_.size() >= k_most) {
      recent_.fill(nullptr);
      std::erase_if(kept_, [](const auto& entry) { return !entry.second.is_busy; });
    }
    Kept& kept = kept_[std::string(sql)];
    kept.statement = std::move(fresh);
    return Use(kept);
  }

 private:
  static constexpr std::size_t k_most = 256;  // a batch may make ever new queries
  Map kept_;
  std::array<Map::pointer, 64> recent_{};
};

enum class Phase { idle, snapshot, change };

class SqliteSession final : public Session {
 public:
  explicit SqliteSession(SessionParts parts)
      : parts_(std::move(parts)), connection_(*parts_.connection), needs_schema_(parts_.is_stand_in) {}

  void run(std::string_view sql, std::span<const Param> params, const std::function<bool(const Row&)>& visit) override {
    const StatementCache::Use statement = prepared(sql);
    require_change(*statement);
    statement->bind(params);
    const SqliteRow row(*statement);
    while (statement->step()) {
      if (visit(row)) continue;
      // What a RETURNING statement has begun it must end: its constraints are checked there.
      while (!statement->is_reading() && statement->step()) continue;
      return;
    }
  }

  std::int64_t post(std::string_view sql, std::span<const Param> params) override {
    const StatementCache::Use statement = prepared(sql);
    require_change(*statement);
    statement->bind(params);
    while (statement->step()) continue;
    return statement->is_reading() ? 0 : sqlite3_changes64(connection_.handle());
  }

  // Cheaper than RETURNING, with which the engine keeps a journal for the statement alone.
  std::int64_t add(std::string_view sql, std::span<const Param> params) override {
    post(sql, params);
    return sqlite3_last_insert_rowid(connection_.handle());
  }

  void transact(const std::function<bool()>& work) override {
    if (phase_ != Phase::idle || parts_.access == Access::read)
      throw Error{ErrorKind::bug, "a change was begun where only reading is possible", ""};
    constexpr int k_most_tries = 5;
    for (int tries = 1; !try_transact(work, tries == k_most_tries); ++tries) continue;
  }

  void snapshot(const std::function<void()>& work) override {
    if (phase_ != Phase::idle) return work();
    begin_snapshot();
    const PhaseGuard guard(*this, Phase::snapshot);
    work();
  }

  void compact() override;
  void each_indexed(
      const std::function<void(std::int64_t, std::string_view, std::int64_t, std::string_view)>& visit) override;

  const Dialect& dialect() const override { return sqlite_dialect(); }
  bool is_stand_in() const override { return parts_.is_stand_in; }
  void back_up(const std::string& file) override;
  void restore(const std::string& file) override;
  void describe(StoreFacts& facts, bool is_full) override;

 private:
  // Whatever way the work ends, the connection is left without a transaction.
  class PhaseGuard {
   public:
    PhaseGuard(SqliteSession& session, Phase phase) : session_(session) { session_.phase_ = phase; }
    ~PhaseGuard() {
      session_.phase_ = Phase::idle;
      session_.connection_.rollback();
    }
    PhaseGuard(const PhaseGuard&) = delete;
    PhaseGuard& operator=(const PhaseGuard&) = delete;

   private:
    SqliteSession& session_;
  };

  StatementCache::Use prepared(std::string_view sql);
  void require_change(const Statement& statement) const {
    if (phase_ != Phase::change && !statement.is_reading())
      throw Error{ErrorKind::bug, "a statement would write outside of a change: " + statement.sql(), ""};
  }
  void control(std::string_view sql);
  bool is_own_file() const { return !parts_.is_stand_in && parts_.options.path != ":memory:"; }
  std::size_t supported() const { return parts_.engine.steps.size(); }
  void check_version();
  bool try_transact(const std::function<bool()>& work, bool is_last);
  void begin_snapshot();
  void commit();
  bool is_taken_back(std::optional<std::uint32_t> before) const;
  void describe_file(StoreFacts& facts) const;
  void add_problems(StoreFacts& facts, bool is_full);

  SessionParts parts_;
  const Connection& connection_;
  StatementCache statements_;  // after the connection: finalised before it closes
  bool needs_schema_;
  Phase phase_ = Phase::idle;
};

StatementCache::Use SqliteSession::prepared(std::string_view sql) {
  if (needs_schema_) {
    apply_steps(connection_, parts_.engine.steps);
    needs_schema_ = false;
  }
  // After some failures the engine rolls back by itself; what follows must not be kept one by one.
  if (phase_ == Phase::change && !connection_.is_in_transaction())
    throw Error{ErrorKind::temporary, "the change was taken back by the database after a failure", "try again"};
  return statements_.take(connection_, sql);
}

void SqliteSession::control(std::string_view sql) {
  const StatementCache::Use statement = statements_.take(connection_, sql);
  while (statement->step()) continue;
}

void SqliteSession::check_version() {
  const StatementCache::Use statement = statements_.take(connection_, "PRAGMA user_version");
  const std::int64_t version = statement->step() ? statement->integer(0) : 0;
  refuse_other_version(connection_.path(), version, supported());
}

bool is_conflict(const EngineError& error) {
  const int primary = error.code & 0xff;
  return primary == SQLITE_BUSY || primary == SQLITE_LOCKED;
}

bool SqliteSession::try_transact(const std::function<bool()>& work, bool is_last) {
  connection_.renew_patience();
  control("BEGIN IMMEDIATE");
  const PhaseGuard guard(*this, Phase::change);
  try {
    check_version();
    if (!work()) return true;
  } catch (const EngineError& failure) {
    if (is_last || !is_conflict(failure)) throw;
    return false;
  }
  commit();
  return true;
}

void SqliteSession::commit() {
  if (!connection_.is_in_transaction())
    throw Error{ErrorKind::temporary, "the change was taken back by the database after a failure", "try again"};
  const std::optional<std::uint32_t> before = change_counter(connection_);
  try {
    try {
      control("COMMIT");
    } catch (const EngineError& failure) {
      // A reader was in the way; new ones are kept out by now, so once more may do.
      if (!is_conflict(failure)) throw;
      control("COMMIT");
    }
  } catch (const EngineError& failure) {
    if ((failure.code & 0xff) != SQLITE_IOERR || is_taken_back(before)) throw;
    throw Error{ErrorKind::temporary, failure.message + "; it is not known whether the change was kept",
                "look with 'behest log' before trying again"};
  }
}

// A COMMIT can also fail after its point of no return, at the journal's last sync or at the unlocking.
bool SqliteSession::is_taken_back(std::optional<std::uint32_t> before) const {
  connection_.rollback();
  try {
    connection_.integer("PRAGMA user_version");  // settles what the failure has left
  } catch (const Error&) {
    return false;
  }
  return before && change_counter(connection_) == before;
}

void SqliteSession::compact() {
  if (phase_ != Phase::idle || parts_.access == Access::read)
    throw Error{ErrorKind::bug, "a file was to be written anew inside a transaction, or where one only reads", ""};
  connection_.renew_patience();
  // The engine attaches the new file to do it.
  sqlite3_limit(connection_.handle(), SQLITE_LIMIT_ATTACHED, 1);
  try {
    control("VACUUM");
    control("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (...) {
    sqlite3_limit(connection_.handle(), SQLITE_LIMIT_ATTACHED, 0);
    throw;
  }
  sqlite3_limit(connection_.handle(), SQLITE_LIMIT_ATTACHED, 0);
}

void SqliteSession::begin_snapshot() {
  if (parts_.is_stand_in) return;  // nobody else sees it, and its schema must outlive the snapshot
  connection_.renew_patience();
  const auto begin = [this] {
    control("BEGIN");
    if (is_own_file()) check_version();
  };
  try {
    try {
      begin();
    } catch (const EngineError& failure) {
      connection_.rollback();
      if (!is_own_file() || !wants_recovery(failure)) throw;
      recover(parts_.options);
      begin();
    }
  } catch (...) {
    connection_.rollback();
    throw;
  }
}

// A view of the index by the engine itself; it is this connection's own and takes no place in the file.
void SqliteSession::each_indexed(
    const std::function<void(std::int64_t, std::string_view, std::int64_t, std::string_view)>& visit) {
  connection_.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab(main, search, instance)");
  Statement rows(connection_, "SELECT doc, col, \"offset\", term FROM temp.search_words");
  while (rows.step()) visit(rows.integer(0), rows.text(1), rows.integer(2), rows.text(3));
}

void SqliteSession::back_up(const std::string& file) {
  if (parts_.is_stand_in)
    throw Error{ErrorKind::not_found, "there is no database " + parts_.options.path,
                "name another one with --db or the key database.path"};
  snapshot([&] { copy_sound(connection_, file); });
}

void SqliteSession::restore(const std::string& file) {
  if (phase_ != Phase::idle || parts_.access == Access::read)
    throw Error{ErrorKind::bug, "a database was to be replaced where only reading is possible", ""};
  connection_.renew_patience();
  copy_back(connection_, file, parts_.engine.steps, parts_.options.busy_timeout);
}

void SqliteSession::describe_file(StoreFacts& facts) const {
  const FileFacts file = inspect_file(parts_.options.path);
  const char* resolved = sqlite3_db_filename(connection_.handle(), "main");
  if (resolved != nullptr && *resolved != '\0') facts.path = resolved;
  facts.file_mode = fmt::format("{:04o}", file.mode);
  facts.size_bytes = file.size_bytes;
}

void SqliteSession::add_problems(StoreFacts& facts, bool is_full) {
  const auto add = [&facts](const Row& row) {
    if (row.text(0) != "ok") facts.problems.emplace_back(row.text(0));
    return true;
  };
  const auto add_orphan = [&facts](const Row& row) {
    facts.problems.push_back("row " + std::to_string(row.integer(1)) + " of " + std::string(row.text(0)) +
                             " refers to a row of " + std::string(row.text(2)) + " that is not there");
    return true;
  };
  try {
    run(is_full ? "PRAGMA integrity_check" : "PRAGMA quick_check", {}, add);
    if (is_full) run("PRAGMA foreign_key_check", {}, add_orphan);
  } catch (const EngineError& failure) {
    if (failure.kind != ErrorKind::bad_data) throw;
    facts.problems.push_back(failure.message);
  }
}

void SqliteSession::describe(StoreFacts& facts, bool is_full) {
  const Journal journal = choose_journal(parts_.options, parts_.engine.version);
  facts.path = parts_.options.path;
  facts.engine = "SQLite " + std::string(sqlite3_libversion());
  facts.engine_source = sqlite3_sourceid();
  facts.journal = journal.is_wal ? "wal" : "truncate";
  facts.journal_reason = journal.reason;
  facts.schema_supported = static_cast<int>(supported());
  if (is_own_file()) describe_file(facts);
  if (parts_.is_stand_in) return;
  facts.schema_version = static_cast<int>(connection_.integer("PRAGMA user_version"));
  add_problems(facts, is_full);
}

}  // namespace

std::unique_ptr<Session> make_session(SessionParts parts) { return std::make_unique<SqliteSession>(std::move(parts)); }

}  // namespace behest::store
