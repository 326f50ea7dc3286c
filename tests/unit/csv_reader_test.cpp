#include "text/csv_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "text/line_reader.hpp"

using namespace behest;

namespace {

// A stream that gives `chunk` bytes at a time.
text::ByteSource source_of(std::string bytes, std::size_t chunk) {
  return [bytes = std::move(bytes), at = std::size_t{0}, chunk](char* buffer, std::size_t size) mutable {
    const std::size_t count = std::min({chunk, size, bytes.size() - at});
    std::copy_n(bytes.data() + at, count, buffer);
    at += count;
    return count;
  };
}

// "LINE:a|b" for each row, one after the other, then the error where there is one.
std::string rows_of(const std::string& csv, char delimiter = ',', std::size_t chunk = 1) {
  text::CsvReader reader(source_of(csv, chunk), delimiter);
  text::CsvRow row;
  std::string out;
  for (;;) {
    const auto got = reader.next(row);
    if (!got) return out + "error " + got.error().message;
    if (!*got) return out;
    out += std::to_string(row.line) + ":";
    for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i == 0 ? "" : "|") + row.cells[i];
    out += ";";
  }
}

std::vector<std::string> lines_of(const std::string& bytes, std::size_t limit, std::size_t chunk) {
  text::LineReader reader(source_of(bytes, chunk), limit);
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    lines.push_back(std::to_string(line->number) + (line->is_too_long ? "!" : ":") + std::string(line->text));
  }
  return lines;
}

}  // namespace

TEST_CASE("rows end with LF, CR LF or CR, and the last one needs no end") {
  CHECK(rows_of("a,b\nc,d\n") == "1:a|b;2:c|d;");
  CHECK(rows_of("a,b\r\nc,d") == "1:a|b;2:c|d;");
  CHECK(rows_of("a,b\rc,d\r") == "1:a|b;2:c|d;");
  CHECK(rows_of("") == "");
  CHECK(rows_of("\n\r\n") == "");
}

TEST_CASE("cells may be empty, and a row of one empty cell in quotes is a row") {
  CHECK(rows_of(",\n,a,\n") == "1:|;2:|a|;");
  CHECK(rows_of("a,") == "1:a|;");
  CHECK(rows_of("\"\"\nx\n") == "1:;2:x;");
  CHECK(rows_of("a\n\nb\n") == "1:a;3:b;");
}

TEST_CASE("quotes keep delimiters, quotes and line ends; lines are those of the file") {
  CHECK(rows_of("\"a,\"\"b\"\"\",c\n") == "1:a,\"b\"|c;");
  CHECK(rows_of("\"x\r\ny\nz\rw\",1\nnext,2\n") == "1:x\r\ny\nz\rw|1;5:next|2;");
  CHECK(rows_of("a\"b,\"c\"d\n") == "1:a\"b|cd;");
}

TEST_CASE("the way the stream is cut does not matter") {
  const std::string csv = "\xEF\xBB\xBFname,\"te\"\"xt\"\r\n\"a\r\nb\",plain words here\r\nlast,\"\"\r\n";
  const std::string whole = rows_of(csv, ',', csv.size());
  CHECK(whole == "1:name|te\"xt;2:a\r\nb|plain words here;4:last|;");
  for (std::size_t chunk = 1; chunk < 12; ++chunk) CHECK(rows_of(csv, ',', chunk) == whole);
}

TEST_CASE("another delimiter leaves commas alone") {
  CHECK(rows_of("a;b,c\n", ';') == "1:a|b,c;");
  CHECK(rows_of("a\tb\n", '\t') == "1:a|b;");
}

TEST_CASE("a quote that is never closed is an error with the line where it began") {
  CHECK(rows_of("a,b\nc,\"d\ne,f\n") == "1:a|b;error line 2: the quote that opens a cell there is never closed");
  CHECK(rows_of("a\n\"x\ny\",\"z") == "1:a;error line 3: the quote that opens a cell there is never closed");
}

TEST_CASE("a cell may have 4 MiB, in quotes or not, and no byte more") {
  const std::string most(text::k_csv_cell_limit, 'x');
  constexpr std::size_t k_chunk = 65'536;
  CHECK(rows_of(most + ",b\n", ',', k_chunk) == "1:" + most + "|b;");
  CHECK(rows_of("\"" + most + "\"\n", ',', k_chunk) == "1:" + most + ";");
  CHECK(rows_of("a\n" + most + "x\n", ',', k_chunk) == "1:a;error line 2: a cell of more than 4 MiB");
  CHECK(rows_of("a\n\"" + most + "x\"\n", ',', k_chunk) == "1:a;error line 2: a cell of more than 4 MiB");
}

TEST_CASE("a row has limits too") {
  const std::string cell(text::k_csv_cell_limit, 'x');
  const std::string row = cell + "," + cell + "," + cell + "," + cell;
  CHECK(rows_of(row + "\n", ',', 65'536).size() == row.size() + 3);
  CHECK(rows_of(row + ",y\n", ',', 65'536) == "error line 1: a row of more than 16 MiB");
  const std::string most(text::k_csv_column_limit - 1, ',');
  CHECK(rows_of(most + "\n", ',', 4096).starts_with("1:|"));
  CHECK(rows_of(most + ",\n", ',', 4096) == "error line 1: a row of more than 10000 cells");
}

TEST_CASE("nothing can be read after an error") {
  text::CsvReader reader(source_of("\"a", 1), ',');
  text::CsvRow row;
  CHECK_FALSE(reader.next(row));
  const auto after = reader.next(row);
  REQUIRE(after);
  CHECK_FALSE(*after);
}

TEST_CASE("lines of a stream, however it is cut") {
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{3}, std::size_t{100}}) {
    CHECK(lines_of("\xEF\xBB\xBFone\r\n\ntwo\nend", 10, chunk) ==
          std::vector<std::string>{"1:one", "2:", "3:two", "4:end"});
    CHECK(lines_of("", 10, chunk).empty());
    CHECK(lines_of("a\n", 10, chunk) == std::vector<std::string>{"1:a"});
  }
}

TEST_CASE("a line beyond the limit is passed over, and the next one is read") {
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
    const std::string ten(10, 'x');
    CHECK(lines_of(ten + "\n" + ten + "x\nb\n", 10, chunk) == std::vector<std::string>{"1:" + ten, "2!", "3:b"});
    CHECK(lines_of(std::string(500, 'x') + "\nb\n" + std::string(500, 'y'), 10, chunk) ==
          std::vector<std::string>{"1!", "2:b", "3!"});
  }
}
