#include "mail/module/guard.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace behest::mail {
namespace {

constexpr std::int64_t k_header_bytes = 256LL * 1024;
constexpr std::int64_t k_header_lines = 1000;
constexpr std::int64_t k_header_line = 64LL * 1024;
constexpr std::int64_t k_part_header_bytes = 1024LL * 1024;  // of all parts together
constexpr std::int64_t k_part_header_lines = 4000;
constexpr int k_parts = 200;
constexpr std::size_t k_levels = 16;

bool holds_folded(std::string_view line, std::string_view word) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; };
  return std::search(line.begin(), line.end(), word.begin(), word.end(), same) != line.end();
}

// Follows a message line by line as a parser would, but keeps nothing except the boundaries it has seen.
class Guard {
 public:
  // False when the limits are reached with this line; `line` is at most its first 64 KiB, without its end.
  bool line(std::string_view line, std::int64_t size) {
    if (is_in_header_) return header_line(line, size);
    if (!is_separator(line)) return true;
    begin_header();
    return ++parts_ <= k_parts;
  }

  bool is_in_first_header() const { return is_in_header_ && is_first_; }
  bool wants_whole_lines() const { return is_in_header_; }

 private:
  void begin_header() {
    is_in_header_ = true;
    has_message_ = false;
    is_first_ = false;
  }

  bool header_line(std::string_view line, std::int64_t size) {
    if (line.empty()) {
      is_in_header_ = false;
      if (has_message_) begin_header();
      is_first_ = false;
      return true;
    }
    std::int64_t& bytes = is_first_ ? header_bytes_ : part_header_bytes_;
    std::int64_t& lines = is_first_ ? header_lines_ : part_header_lines_;
    bytes += size;
    ++lines;
    if (size > k_header_line) return false;
    if (bytes > (is_first_ ? k_header_bytes : k_part_header_bytes)) return false;
    if (lines > (is_first_ ? k_header_lines : k_part_header_lines)) return false;
    if (holds_folded(line, "boundary")) {
      ++levels_;
      note_boundary(line);
    }
    if (holds_folded(line, "message/") && !has_message_) {
      has_message_ = true;
      ++levels_;
    }
    return levels_ <= k_levels * 4;
  }

  // A boundary that is not plainly said may be any: then each line that begins like one counts as one.
  void note_boundary(std::string_view line) {
    constexpr std::string_view k_plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'()+_,-./:=?@#$%&*!<>[]{}|~^`";
    std::string lower(line);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const std::size_t at = lower.find("boundary") + 8;
    std::string_view rest = line.substr(at);
    if (!rest.starts_with('=')) {
      is_any_ = true;
      return;
    }
    rest.remove_prefix(1);
    const bool is_quoted = rest.starts_with('"');
    if (is_quoted) rest.remove_prefix(1);
    const std::size_t end = is_quoted ? rest.find('"') : rest.find_first_of("; \t");
    const std::string_view value = rest.substr(0, std::min(end, rest.size()));
    const bool is_odd =
        value.empty() || (is_quoted && end == std::string_view::npos) ||
        value.find_first_not_of(is_quoted ? std::string(k_plain) + " " : k_plain) != std::string_view::npos;
    if (is_odd) {
      is_any_ = true;
    } else {
      boundaries_.emplace_back(value);
    }
  }

  bool is_separator(std::string_view line) const {
    if (!line.starts_with("--")) return false;
    if (is_any_) return true;
    line.remove_prefix(2);
    return std::any_of(boundaries_.begin(), boundaries_.end(),
                       [&](const std::string& boundary) { return line.starts_with(boundary); });
  }

  bool is_in_header_ = true;
  bool is_first_ = true;
  bool has_message_ = false;
  bool is_any_ = false;
  std::vector<std::string> boundaries_;
  int parts_ = 0;
  std::size_t levels_ = 0;
  std::int64_t header_bytes_ = 0;
  std::int64_t header_lines_ = 0;
  std::int64_t part_header_bytes_ = 0;
  std::int64_t part_header_lines_ = 0;
};

}  // namespace

Extent safe_extent(int file, std::int64_t from, std::int64_t to) {
  constexpr std::size_t k_line = 64UL * 1024UL + 1;
  constexpr std::size_t k_body_line = 256;
  Guard guard;
  std::string line;
  std::string buffer(64UL * 1024UL, '\0');
  std::int64_t begin = from;  // of the line
  std::int64_t at = from;
  const auto end_line = [&](std::int64_t end) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return guard.line(line, end - begin);
  };
  while (at < to) {
    const auto wanted =
        static_cast<std::size_t>(std::min<std::int64_t>(to - at, static_cast<std::int64_t>(buffer.size())));
    const ssize_t got = ::pread(file, buffer.data(), wanted, at);
    if (got <= 0) return {true, at};
    std::string_view rest(buffer.data(), static_cast<std::size_t>(got));
    while (!rest.empty()) {
      const std::size_t stop = rest.find('\n');
      const std::string_view piece = rest.substr(0, stop);
      const std::size_t most = guard.wants_whole_lines() ? k_line : k_body_line;
      if (line.size() < most) line += piece.substr(0, most - line.size());
      const std::size_t taken = stop == std::string_view::npos ? rest.size() : stop + 1;
      at += static_cast<std::int64_t>(taken);
      rest.remove_prefix(taken);
      if (stop == std::string_view::npos) break;
      const bool is_first = guard.is_in_first_header();
      if (!end_line(at)) return {!is_first, begin};
      line.clear();
      begin = at;
    }
  }
  const bool is_first = guard.is_in_first_header();
  if (begin < to && !end_line(to)) return {!is_first, begin};
  return {true, to};
}

}  // namespace behest::mail
