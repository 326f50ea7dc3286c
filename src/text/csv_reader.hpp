#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "behest/text/parsed.hpp"
#include "text/byte_source.hpp"

namespace behest::text {

inline constexpr std::size_t k_csv_cell_limit = 4UL << 20U;
inline constexpr std::size_t k_csv_row_limit = 16UL << 20U;
inline constexpr std::size_t k_csv_column_limit = 10'000;

struct CsvRow {
  std::size_t line = 0;  // where it begins, counting the lines of the file from 1
  std::vector<std::string> cells;
};

// Rows of RFC 4180 from a stream that is read in chunks: cells in quotes may hold the delimiter, quotes (doubled) and
// line ends; rows end with CR LF, LF or CR; a byte order mark at the start and lines without anything are left out.
class CsvReader {
 public:
  CsvReader(ByteSource source, char delimiter);
  // The next row into `row`; false at the end. An error, with the line in its message, for a quote that is never
  // closed and for a cell, row or number of cells beyond the limits; nothing can be read after it.
  Parsed<bool> next(CsvRow& row);

 private:
  enum class Step { cell, row, file, fault };

  bool fill();
  int peek();
  // The end of a line that began with `byte`, CR LF being one.
  void end_line(int byte);
  Step read_cell(std::string& cell);
  bool read_quoted(std::string& cell);
  bool add(std::string& cell, std::string_view bytes);
  std::string_view plain_run(std::string_view stops);
  Step fail(std::string message, std::string hint);

  ByteSource source_;
  std::string stops_;  // what ends a run of plain bytes outside of quotes
  char delimiter_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_bytes_ = 0;
  ParseError error_;
};

}  // namespace behest::text
