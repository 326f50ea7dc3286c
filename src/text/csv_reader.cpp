#include "text/csv_reader.hpp"

#include <algorithm>

namespace behest::text {
namespace {

constexpr std::size_t k_chunk = 64UL * 1024UL;
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
constexpr int k_end = -1;

}  // namespace

CsvReader::CsvReader(ByteSource source, char delimiter)
    : source_(std::move(source)), stops_{delimiter, '\r', '\n'}, delimiter_(delimiter) {
  while (buffer_.size() < k_byte_order_mark.size() && fill()) continue;
  if (buffer_.starts_with(k_byte_order_mark)) at_ = k_byte_order_mark.size();
}

bool CsvReader::fill() {
  if (at_ == buffer_.size()) {
    buffer_.clear();
    at_ = 0;
  }
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + k_chunk);
  const std::size_t got = source_(buffer_.data() + kept, k_chunk);
  buffer_.resize(kept + got);
  return got > 0;
}

int CsvReader::peek() {
  if (at_ == buffer_.size() && !fill()) return k_end;
  return static_cast<unsigned char>(buffer_[at_]);
}

void CsvReader::end_line(int byte) {
  if (byte == '\r' && peek() == '\n') ++at_;
  ++line_;
}

// The bytes up to the first of `stops`, or to the end of what has been read.
std::string_view CsvReader::plain_run(std::string_view stops) {
  if (peek() == k_end) return {};
  const std::size_t end = std::min(buffer_.find_first_of(stops, at_), buffer_.size());
  const std::string_view run = std::string_view(buffer_).substr(at_, end - at_);
  at_ = end;
  return run;
}

bool CsvReader::add(std::string& cell, std::string_view bytes) {
  cell += bytes;
  row_bytes_ += bytes.size();
  return cell.size() <= k_csv_cell_limit && row_bytes_ <= k_csv_row_limit;
}

CsvReader::Step CsvReader::fail(std::string message, std::string hint) {
  error_ = {std::move(message), 1, std::move(hint)};
  buffer_.clear();
  at_ = 0;
  source_ = [](char*, std::size_t) { return std::size_t{0}; };
  return Step::fault;
}

// What stands between quotes, the first of which has been taken; false when a limit or the end of the file is reached.
bool CsvReader::read_quoted(std::string& cell) {
  for (;;) {
    if (!add(cell, plain_run("\"\r\n"))) return false;
    const int byte = peek();
    if (byte == k_end) return false;
    // The run may have ended only because the chunk did.
    if (byte != '"' && byte != '\r' && byte != '\n') continue;
    ++at_;
    if (byte == '"') {
      if (peek() != '"') return true;
      ++at_;
      if (!add(cell, "\"")) return false;
      continue;
    }
    const bool is_pair = byte == '\r' && peek() == '\n';
    end_line(byte);
    const char single = static_cast<char>(byte);
    if (!add(cell, is_pair ? std::string_view("\r\n") : std::string_view(&single, 1))) return false;
  }
}

CsvReader::Step CsvReader::read_cell(std::string& cell) {
  const std::size_t start = line_;
  const auto too_long = [&] {
    const bool is_row = cell.size() <= k_csv_cell_limit;
    return fail(
        "line " + std::to_string(start) + ": a " + (is_row ? "row of more than 16 MiB" : "cell of more than 4 MiB"),
        "a quote that is opened there may never be closed");
  };
  if (peek() == '"') {
    ++at_;
    if (!read_quoted(cell)) {
      if (cell.size() > k_csv_cell_limit || row_bytes_ > k_csv_row_limit) return too_long();
      return fail("line " + std::to_string(start) + ": the quote that opens a cell there is never closed",
                  "a quote inside a cell in quotes is written twice");
    }
  }
  for (;;) {
    if (!add(cell, plain_run(stops_))) return too_long();
    const int byte = peek();
    if (byte == k_end) return Step::file;
    if (stops_.find(static_cast<char>(byte)) == std::string::npos) continue;
    ++at_;
    if (byte == static_cast<unsigned char>(delimiter_)) return Step::cell;
    end_line(byte);
    return Step::row;
  }
}

Parsed<bool> CsvReader::next(CsvRow& row) {
  for (;;) {
    row.line = line_;
    row_bytes_ = 0;
    if (peek() == k_end) return false;
    const bool is_quoted = peek() == '"';
    std::size_t count = 0;
    Step step = Step::cell;
    while (step == Step::cell) {
      if (count == k_csv_column_limit) {
        step = fail("line " + std::to_string(row.line) + ": a row of more than 10000 cells", "is the delimiter right?");
        break;
      }
      if (count == row.cells.size()) row.cells.emplace_back();
      row.cells[count].clear();
      step = read_cell(row.cells[count++]);
    }
    if (step == Step::fault) return error_;
    row.cells.resize(count);
    const bool is_nothing = count == 1 && row.cells.front().empty() && !is_quoted;
    if (!is_nothing) return true;
  }
}

}  // namespace behest::text
