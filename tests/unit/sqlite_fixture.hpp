#pragma once
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/session.hpp"
#include "store/sqlite_open.hpp"

namespace behest::store::test {

namespace fs = std::filesystem;

inline constexpr int k_no_wal = 3'040'001;
inline constexpr int k_with_wal = 3'051'003;
inline constexpr int k_failed = 100;  // + the kind of the Error that ended a child
inline constexpr std::string_view k_insert = "INSERT INTO item(name,size) VALUES($1,$2)";

inline std::vector<std::string> first_step(const Dialect& dialect) {
  const std::string end(dialect.table_suffix);
  return {"CREATE TABLE item(id " + std::string(dialect.id_column) + ", name TEXT UNIQUE, size INTEGER)" + end,
          "CREATE TABLE part(item INTEGER NOT NULL REFERENCES item(id), note TEXT)" + end,
          "CREATE INDEX part_item ON part(item)",
          "CREATE VIRTUAL TABLE words USING fts5(terms, content='', columnsize=1)"};
}
inline std::vector<std::string> second_step(const Dialect&) {
  return {"ALTER TABLE item ADD COLUMN color TEXT", "UPDATE item SET color='red'"};
}
inline std::vector<std::string> broken_step(const Dialect&) {
  return {"DELETE FROM part", "CREATE TABLE item(id INTEGER)"};
}

inline constexpr std::array<Migration, 1> k_one{{{"first", first_step}}};
inline constexpr std::array<Migration, 2> k_two{{{"first", first_step}, {"second", second_step}}};
inline constexpr std::array<Migration, 2> k_broken{{{"first", first_step}, {"broken", broken_step}}};

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "behest-session-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
  const std::string& path() const { return path_; }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(path_)) found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::string path_;
};

inline StoreOptions options_for(const std::string& path, Duration patience = Duration{10'000}) {
  StoreOptions options;
  options.path = path;
  options.busy_timeout = patience;
  options.may_create = true;
  return options;
}

inline std::unique_ptr<Session> open(const std::string& path, Access access, std::span<const Migration> steps = k_one) {
  return open_sqlite(options_for(path), access, Engine{steps, k_no_wal});
}

inline std::optional<Error> failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

inline void check_failure(const std::function<void()>& work, ErrorKind kind, const std::string& needle = "") {
  const std::optional<Error> error = failure_of(work);
  REQUIRE(error);
  INFO(error->message << " / " << error->hint);
  CHECK(error->kind == kind);
  CHECK(error->message.find(needle) != std::string::npos);
}

inline void add_item(Session& session, std::string_view name, std::int64_t size) {
  session.post(k_insert, Session::Params{name, size});
}

inline std::int64_t number(Session& session, std::string_view sql) {
  std::int64_t value = -1;
  session.run(sql, {}, [&](const Row& row) {
    value = row.integer(0);
    return false;
  });
  return value;
}

inline std::int64_t count_items(Session& session) { return number(session, "SELECT count(*) FROM item"); }

inline void make_file(const std::string& path, int items = 1) {
  const auto session = open(path, Access::write);
  session->transact([&] {
    for (int i = 0; i < items; ++i) add_item(*session, "item-" + std::to_string(i), i);
    return true;
  });
}

inline std::string bytes_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

inline unsigned mode_of(const std::string& path) {
  struct stat seen {};
  REQUIRE(::stat(path.c_str(), &seen) == 0);
  return seen.st_mode & 07777U;
}

// Runs `work` in a child of its own, which must leave no session open here; gives its wait status.
inline int in_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int code = 99;
    try {
      code = work();
    } catch (const Error& error) {
      code = k_failed + static_cast<int>(error.kind);
    }
    ::_exit(code);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return status;
}

}  // namespace behest::store::test
