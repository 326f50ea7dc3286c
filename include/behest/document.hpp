#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "behest/core/time.hpp"
#include "behest/ports/streams.hpp"
#include "behest/text/json.hpp"
#include "behest/text/terms.hpp"

namespace behest {

enum class Format { table, tsv, csv, json, jsonl, markdown, html, ids };
std::optional<Format> format_named(std::string_view name);

// How a cell looks on a terminal; its meaning is in its value.
enum class Tone { plain, strong, dim, good, warning, bad };

// One value of a row. Text is as stored; each renderer makes it safe for its sink.
struct Cell {
  std::variant<std::monostate, std::string, std::int64_t, bool, Instant, Duration, std::vector<std::string>,
               text::JsonValue>
      value;
  Tone tone = Tone::plain;
  std::vector<text::Place> marks = {};  // parts of a text that stand out where there is colour, from left to right
  std::string link = {};                // an address of printable ASCII that a terminal may lead to
};

struct Column {
  std::string key;    // JSON key, csv and tsv header: snake_case, durations with _s
  std::string title;  // table and Markdown header
  bool is_right = false;
  bool is_elastic = false;  // shortened first when a terminal is too narrow
};

// What a command gives to a renderer: rows under columns. `is_single` is one object in JSON, fields as lines in a
// table.
struct Table {
  std::vector<Column> columns;
  bool is_single = false;
};

struct Look {
  Format format = Format::table;
  bool is_terminal = false;  // relative times, cut to width
  bool has_color = false;
  bool raw_csv = false;
  bool ends_with_nul = false;  // records of ids, tsv and jsonl end with NUL in place of LF
  std::size_t width = 80;
  Instant now;
  Zone zone;
  std::vector<std::string> only;  // --fields: keys to show, in this order; empty = all
};

// Bytes on their way to standard output, kept until release() so that nothing is printed while the store is open: in
// memory up to 16 MiB, then in an unlinked temporary file.
class Spool {
 public:
  Spool();
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  template <class Sink>
  void add(const text::Safe<Sink>& text) {
    append(text.view());
  }
  bool empty() const;
  // Writes everything to standard output and forgets it.
  void release(Streams& streams);
  // The same to somewhere else, piece by piece.
  void pour(const std::function<void(std::string_view bytes)>& sink);

 private:
  void append(std::string_view bytes);
  struct State;
  std::unique_ptr<State> state_;
};

// Writes rows in one format. Rows are encoded as they come (a table holds back the first 1,000 to find its widths).
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void row(const std::vector<Cell>& cells) = 0;
  // Must be called once, after the last row.
  virtual void end() = 0;
};
// `columns` as the command made them; look.only picks and orders (Error(usage) on an unknown key).
std::unique_ptr<Renderer> make_renderer(const Table& table, const Look& look, Spool& spool);

}  // namespace behest
