#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "behest/document.hpp"

namespace behest::test {

// Remembers what was written to standard output, and in how many pieces.
class FakeOutput final : public Streams {
 public:
  std::string read_all(std::size_t) override { return {}; }
  std::optional<std::string> read_line(std::size_t) override { return std::nullopt; }
  std::size_t read_some(char*, std::size_t) override { return 0; }
  bool out_is_tty() const override { return false; }
  bool err_is_tty() const override { return false; }
  bool in_is_tty() const override { return false; }
  std::size_t width() const override { return 80; }
  void page(std::string_view) override {}
  void flush() override {}

  std::string written;
  std::size_t largest_piece = 0;

 protected:
  void write_out(std::string_view bytes) override {
    written += bytes;
    largest_piece = std::max(largest_piece, bytes.size());
  }
  void write_err(std::string_view) override {}
};

using Row = std::vector<Cell>;

inline Cell text_cell(std::string value, Tone tone = Tone::plain) { return {std::move(value), tone}; }
inline Cell number_cell(std::int64_t value) { return {value, Tone::plain}; }
inline Cell null_cell() { return {}; }

// Everything that can go wrong in a title: a terminal escape, line ends, a tab, a bidi override, quotes and a pipe.
inline const std::string k_evil = "\x1b[2Jred\r\n\tx\u202Eexe|\"q\"";

// 2026-11-21T15:30:00Z
inline constexpr Instant k_now{1795275000000};

inline std::string rendered(const Table& table, const Look& look, const std::vector<Row>& rows) {
  Spool spool;
  const auto renderer = make_renderer(table, look, spool);
  for (const auto& row : rows) renderer->row(row);
  renderer->end();
  FakeOutput output;
  spool.release(output);
  return output.written;
}

inline Look look_for(Format format) {
  Look look;
  look.format = format;
  look.now = k_now;
  return look;
}

// One column for each type of value.
inline Table all_types() {
  Table table;
  table.columns = {{"id", "Id", true, false},           {"title", "Title", false, true},
                   {"is_late", "Late", false, false},   {"created_at", "Created", false, false},
                   {"waited_s", "Waited", true, false}, {"labels", "Labels", false, false},
                   {"extra", "Extra", false, false}};
  return table;
}

inline std::vector<Row> two_requests() {
  using text::JsonValue;
  const JsonValue extra{JsonValue::Object{{"n", JsonValue(-2)}, {"s", JsonValue("a\"b")}, {"none", JsonValue()}}};
  return {{number_cell(-7),
           text_cell("打印机 🖨️ 坏了"),
           {true, Tone::bad},
           {k_now - Duration{7200000}, Tone::dim},
           {Duration{11100500}, Tone::plain},
           {std::vector<std::string>{"vpn", "a,b"}, Tone::plain},
           {extra, Tone::plain}},
          {number_cell(12),
           text_cell(k_evil),
           {false, Tone::plain},
           null_cell(),
           null_cell(),
           {std::vector<std::string>{}, Tone::plain},
           {JsonValue(1.5), Tone::plain}}};
}

}  // namespace behest::test
