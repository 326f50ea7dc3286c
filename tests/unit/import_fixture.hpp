#pragma once
#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "behest/store.hpp"
#include "config/csv_map.hpp"
#include "ops/import_csv.hpp"
#include "ops/import_items.hpp"
#include "ops/import_ops.hpp"

namespace behest::test {

inline Instant moment(std::string_view text) {
  const auto parsed = parse_rfc3339(text);
  if (!parsed) throw std::runtime_error("no instant: " + std::string(text));
  return *parsed;
}

// A desk in memory that files are imported into, on 21 November 2026 by "importer".
class ImportDesk {
 public:
  // Results as "LINE ok NUMBER", "LINE made NUMBER", "LINE known NUMBER" or "LINE KIND: message".
  std::vector<std::string> results;
  std::vector<std::string> hints;
  std::unique_ptr<Store> store = Store::open_write({.path = ":memory:"});
  Config config;

  void ops(const std::string& lines, bool is_atomic = false) {
    run([&](ops::Work& work, const ops::LineReport& report) { ops::import_ops(work, bytes(lines), context_, report); },
        is_atomic);
  }
  void csv(const std::string& map, const std::string& rows, bool is_atomic = false) {
    const RowMap row_map = config::read_csv_map(map, "map.toml");
    run([&](ops::Work& work,
            const ops::LineReport& report) { ops::import_csv(work, bytes(rows), row_map, context_, report); },
        is_atomic);
  }

  using ImportItems = void (*)(ops::Work&, const text::ByteSource&, const ops::ImportContext&, const ops::LineReport&);
  void items(ImportItems import, const std::string& text) {
    run([&](ops::Work& work, const ops::LineReport& report) { import(work, bytes(text), context_, report); }, false);
  }

  Request request(std::int64_t number) {
    std::optional<Request> found;
    std::vector<Comment> comments;
    store->read([&] {
      found = store->request(number);
      comments = store->comments(number);
    });
    if (!found) throw std::runtime_error("no request " + std::to_string(number));
    found->comments = comments;
    return *found;
  }
  std::vector<Event> events(std::int64_t number) {
    std::vector<Event> found;
    store->read([&] { found = store->events_of_request(number); });
    return found;
  }
  // "kind actor instant" of each event.
  std::vector<std::string> log(std::int64_t number) {
    std::vector<std::string> lines;
    for (const Event& event : events(number)) {
      lines.push_back(event.kind + " " + event.actor + " " + format_rfc3339(event.at));
    }
    return lines;
  }
  std::int64_t requests() {
    std::int64_t count = 0;
    store->read([&] { count = store->next_number() - 1; });
    return count;
  }

 private:
  static text::ByteSource bytes(const std::string& text) {
    return [&text, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
      const std::size_t count = std::min({size, text.size() - at, std::size_t{37}});
      std::copy_n(text.data() + at, count, buffer);
      at += count;
      return count;
    };
  }

  template <class Do>
  void run(const Do& import, bool is_atomic) {
    const ops::LineReport report = [&](const ops::LineResult& result) {
      const std::string line = std::to_string(result.line) + " ";
      if (result.error != nullptr) {
        results.push_back(line + kind_name(result.error->kind) + ": " + result.error->message);
        hints.push_back(result.error->hint);
        if (is_atomic) throw Error(*result.error);
        return;
      }
      const char* what = result.is_made ? "made " : result.is_known ? "known " : "ok ";
      results.push_back(line + what + std::to_string(result.number));
    };
    results.clear();
    hints.clear();
    store->transact([&] {
      ops::Work work(*store, config, {"importer", "login"}, context_.now, "import");
      import(work, report);
      return true;
    });
  }

  ops::ImportContext context_{moment("2026-11-21T12:00:00Z"), "importer", Zone(), "FILE"};
};

}  // namespace behest::test
