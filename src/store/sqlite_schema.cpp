#include "store/sqlite_schema.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <tuple>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/sqlite_backup.hpp"
#include "store/sqlite_files.hpp"
#include "store/sqlite_terms.hpp"

namespace behest::store {
namespace {

constexpr std::string_view k_schema_rows =
    "SELECT type,name,tbl_name,sql FROM sqlite_schema WHERE name NOT IN('sqlite_stat1','sqlite_stat4')";

std::string_view trimmed(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \t\r\n;");
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

// A statement whose text the engine keeps unchanged, and what it makes.
struct Creation {
  std::string_view type;
  std::string_view name;
  std::string_view sql;
  bool is_virtual = false;
  bool is_seen = false;
};

std::optional<Creation> creation(std::string_view sql) {
  struct Prefix {
    std::string_view words;
    std::string_view type;
  };
  constexpr std::array<Prefix, 4> k_prefixes{{{"CREATE TABLE ", "table"},
                                              {"CREATE INDEX ", "index"},
                                              {"CREATE UNIQUE INDEX ", "index"},
                                              {"CREATE VIRTUAL TABLE ", "table"}}};
  for (const Prefix& prefix : k_prefixes) {
    if (!sql.starts_with(prefix.words)) continue;
    const std::string_view rest = sql.substr(prefix.words.size());
    const std::string_view name = rest.substr(0, rest.find_first_of(" (\n"));
    return Creation{prefix.type, name, trimmed(sql), &prefix == &k_prefixes.back(), false};
  }
  return std::nullopt;
}

// Tables that FTS5 keeps behind a virtual table of ours, with the texts it has given them over the years.
bool is_shadow(std::string_view name, std::string_view sql, std::string_view owner) {
  struct Shadow {
    std::string_view suffix;
    std::string_view columns;
  };
  constexpr std::array<Shadow, 5> k_shadows{{{"_data", "(id INTEGER PRIMARY KEY, block BLOB)"},
                                             {"_idx", "(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID"},
                                             {"_docsize", "(id INTEGER PRIMARY KEY, sz BLOB)"},
                                             {"_docsize", "(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)"},
                                             {"_config", "(k PRIMARY KEY, v) WITHOUT ROWID"}}};
  if (!name.starts_with(owner)) return false;
  const std::string_view suffix = name.substr(owner.size());
  return std::any_of(k_shadows.begin(), k_shadows.end(), [&](const Shadow& shadow) {
    return shadow.suffix == suffix && sql == "CREATE TABLE '" + std::string(name) + "'" + std::string(shadow.columns);
  });
}

// The schema as the statements of the steps spell it. Quick, but only for steps that do nothing but create.
class SpelledSchema {
 public:
  explicit SpelledSchema(std::span<const Migration> steps) {
    for (const Migration& step : steps)
      for (std::string& sql : step.statements(sqlite_dialect())) statements_.push_back(std::move(sql));
    creations_.reserve(statements_.size());
    for (const std::string& sql : statements_) {
      const std::optional<Creation> made = creation(sql);
      is_plain_ = is_plain_ && (made || sql.starts_with("INSERT "));
      if (made) creations_.push_back(*made);
    }
  }

  bool matches(const Connection& connection) {
    if (!is_plain_) return false;
    Statement rows(connection, k_schema_rows);
    while (rows.step())
      if (!accepts(rows)) return false;
    return std::all_of(creations_.begin(), creations_.end(), [](const Creation& made) { return made.is_seen; });
  }

 private:
  bool accepts(const Statement& row) {
    const std::string_view type = row.text(0);
    const std::string_view name = row.text(1);
    if (row.is_null(3)) return type == "index" && name.starts_with("sqlite_autoindex_");
    const std::string_view sql = row.text(3);
    for (Creation& made : creations_) {
      if (made.is_seen || made.name != name || made.sql != sql) continue;
      made.is_seen = true;
      return made.type == type && (type == "index" || row.text(2) == name);
    }
    if (type != "table") return false;
    return std::any_of(creations_.begin(), creations_.end(),
                       [&](const Creation& made) { return made.is_virtual && is_shadow(name, sql, made.name); });
  }

  std::vector<std::string> statements_;
  std::vector<Creation> creations_;
  bool is_plain_ = true;
};

using SchemaRow = std::tuple<std::string, std::string, std::string, std::string>;

std::vector<SchemaRow> schema_rows(const Connection& connection) {
  std::vector<SchemaRow> found;
  Statement rows(connection, k_schema_rows);
  while (rows.step()) found.emplace_back(rows.text(0), rows.text(1), rows.text(2), rows.text(3));
  std::sort(found.begin(), found.end());
  return found;
}

// The name of the first thing in the file that the steps do not make, or make otherwise.
std::optional<std::string> stranger(const Connection& connection, std::span<const Migration> steps) {
  if (SpelledSchema(steps).matches(connection)) return std::nullopt;
  const Connection model("", OpenMode::memory, Duration{0});
  apply_steps(model, steps);
  const std::vector<SchemaRow> wanted = schema_rows(model);
  const std::vector<SchemaRow> found = schema_rows(connection);
  const auto [is, should] = std::mismatch(found.begin(), found.end(), wanted.begin(), wanted.end());
  if (is == found.end() && should == wanted.end()) return std::nullopt;
  return std::get<1>(is == found.end() ? *should : *is);
}

[[noreturn]] void refuse_foreign(const Connection& connection) {
  throw Error{ErrorKind::bad_data, "the file " + connection.path() + " is another program's database",
              "name another file with --db or the key database.path"};
}

void refuse_newer(const std::string& path, std::int64_t version, std::size_t supported) {
  if (version < 0 || static_cast<std::uint64_t>(version) > supported)
    throw Error{ErrorKind::bad_data,
                "the database " + path + " has schema " + std::to_string(version) + "; this behest knows up to " +
                    std::to_string(supported),
                "use the newer behest that wrote it"};
}

void refuse_strange_schema(const Connection& connection, std::span<const Migration> steps) {
  if (const std::optional<std::string> name = stranger(connection, steps))
    throw Error{ErrorKind::bad_data,
                "the database " + connection.path() + " does not have the schema of behest: see '" + *name + "'",
                "something else has changed it: take up again from a copy"};
}

int verified_inside(const Connection& connection, std::span<const Migration> steps, bool is_suspect) {
  const std::int64_t version = connection.integer("PRAGMA user_version");
  if (connection.integer("PRAGMA application_id") != k_application_id) {
    if (connection.integer("PRAGMA page_count") == 0) return 0;
    refuse_foreign(connection);
  }
  refuse_newer(connection.path(), version, steps.size());
  refuse_strange_schema(connection, steps.first(static_cast<std::size_t>(version)));
  if (is_suspect && connection.text("PRAGMA quick_check(1)") != "ok")
    throw engine_error(connection.handle(), SQLITE_CORRUPT, connection.path());
  return static_cast<int>(version);
}

// The engine copies nothing out of a connection that is writing, so a second one reads beside its lock.
void back_up(const Connection& connection, std::int64_t version) {
  const std::string file = sqlite3_db_filename(connection.handle(), "main");
  const std::string scratch = create_scratch_beside(file + ".backup");
  try {
    const Connection reader(file, OpenMode::read_only, Duration{0});
    copy_pages(reader, scratch);
    publish_file(scratch, file + ".v" + std::to_string(version) + ".backup");
  } catch (...) {
    ::unlink(scratch.c_str());
    throw;
  }
}

void run_steps(const Connection& connection, std::span<const Migration> steps, std::size_t from) {
  teach_terms(connection);
  for (std::size_t i = from; i < steps.size(); ++i) {
    for (const std::string& sql : steps[i].statements(sqlite_dialect())) connection.execute(sql.c_str());
    connection.execute(("PRAGMA user_version=" + std::to_string(i + 1)).c_str());
  }
}

void refuse_broken(const Connection& connection) {
  Statement orphans(connection, "PRAGMA foreign_key_check");
  if (orphans.step() || connection.text("PRAGMA quick_check(1)") != "ok")
    throw Error{ErrorKind::bad_data, "the database " + connection.path() + " is damaged and was not updated",
                "run 'behest doctor', and take up again from a copy"};
}

void migrate_inside(const Connection& connection, std::span<const Migration> steps) {
  const std::int64_t version = connection.integer("PRAGMA user_version");
  refuse_newer(connection.path(), version, steps.size());
  const auto from = static_cast<std::size_t>(version);
  if (from == steps.size()) return;
  refuse_strange_schema(connection, steps.first(from));
  if (from == 0) {
    connection.execute(("PRAGMA application_id=" + std::to_string(k_application_id)).c_str());
  } else {
    back_up(connection, version);
  }
  run_steps(connection, steps, from);
  if (from > 0) refuse_broken(connection);
}

// A step may rebuild a table that others refer to; the check before COMMIT stands in for the switch.
class ForeignKeysOff {
 public:
  explicit ForeignKeysOff(const Connection& connection) : connection_(connection) { turn(0); }
  ~ForeignKeysOff() { turn(1); }
  ForeignKeysOff(const ForeignKeysOff&) = delete;
  ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

 private:
  void turn(int state) const {
    sqlite3_db_config(connection_.handle(), SQLITE_DBCONFIG_ENABLE_FKEY, state, static_cast<int*>(nullptr));
  }
  const Connection& connection_;
};

// Read through the engine's own descriptor: closing another one would drop its locks.
std::optional<std::uint32_t> header_word(const Connection& connection, sqlite3_int64 offset) {
  sqlite3_file* file = nullptr;
  const int code =
      sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
  if (code != SQLITE_OK || file == nullptr || file->pMethods == nullptr) return std::nullopt;
  std::array<unsigned char, 4> bytes{};
  if (file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), offset) != SQLITE_OK)
    return std::nullopt;
  return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U |
         std::uint32_t{bytes[3]};
}

}  // namespace

const Dialect& sqlite_dialect() {
  static constexpr Dialect k_dialect{"INTEGER PRIMARY KEY", " STRICT", " STRICT, WITHOUT ROWID",
                                     // The terms are made before (text/terms.hpp); this tokeniser leaves them alone.
                                     "CREATE VIRTUAL TABLE search USING fts5(title, body, comments, content='', "
                                     "tokenize='ascii')"};
  return k_dialect;
}

void refuse_foreign_header(const Connection& connection) {
  constexpr std::uint32_t k_magic = 0x53514C69;  // "SQLi"; a file without it may be a killed writer's, or no database
  constexpr sqlite3_int64 k_application_id_offset = 68;
  if (header_word(connection, 0) != k_magic) return;
  const std::optional<std::uint32_t> id = header_word(connection, k_application_id_offset);
  if (id && *id != static_cast<std::uint32_t>(k_application_id)) refuse_foreign(connection);
}

std::optional<std::uint32_t> change_counter(const Connection& connection) {
  constexpr sqlite3_int64 k_change_counter_offset = 24;
  return header_word(connection, k_change_counter_offset);
}

void refuse_other_version(const std::string& path, std::int64_t version, std::size_t supported) {
  if (version >= 0 && static_cast<std::uint64_t>(version) == supported) return;
  refuse_newer(path, version, supported);
  throw Error{ErrorKind::bad_data,
              "the database " + path + " has schema " + std::to_string(version) + "; this behest reads schema " +
                  std::to_string(supported),
              "run 'behest init' once: it makes a backup, then brings the file up to date"};
}

int verified_version(const Connection& connection, std::span<const Migration> steps, bool is_suspect) {
  connection.execute("BEGIN");
  try {
    const int version = verified_inside(connection, steps, is_suspect);
    connection.execute("COMMIT");
    return version;
  } catch (...) {
    connection.rollback();
    throw;
  }
}

void apply_steps(const Connection& connection, std::span<const Migration> steps) {
  connection.execute("BEGIN");
  run_steps(connection, steps, 0);
  connection.execute("COMMIT");
}

void migrate(const Connection& connection, std::span<const Migration> steps) {
  const ForeignKeysOff off(connection);
  connection.execute("BEGIN IMMEDIATE");
  try {
    migrate_inside(connection, steps);
    connection.execute("COMMIT");
  } catch (...) {
    connection.rollback();
    throw;
  }
}

}  // namespace behest::store
