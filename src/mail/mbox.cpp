#include "mail/mbox.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <unistd.h>

namespace behest::mail {
namespace {

constexpr std::string_view k_from = "From ";

// The lines of a file, by their places and at most their first bytes.
class Lines {
 public:
  explicit Lines(int file) : file_(file) {}

  struct Line {
    std::int64_t from = 0;
    std::int64_t to = 0;  // after its end
    std::string_view start;
  };
  bool next(Line& line) {
    start_.clear();
    line.from = at_;
    for (;;) {
      if (rest_.empty() && !fill()) break;
      const std::size_t end = rest_.find('\n');
      const std::size_t size = end == std::string_view::npos ? rest_.size() : end + 1;
      if (start_.size() < k_from.size()) start_ += rest_.substr(0, std::min(size, k_from.size() - start_.size()));
      at_ += static_cast<std::int64_t>(size);
      rest_.remove_prefix(size);
      if (end != std::string_view::npos) break;
    }
    line.to = at_;
    line.start = start_;
    return line.to > line.from;
  }

 private:
  bool fill() {
    const ssize_t got = ::pread(file_, buffer_.data(), buffer_.size(), at_);
    if (got <= 0) return false;
    rest_ = std::string_view(buffer_.data(), static_cast<std::size_t>(got));
    return true;
  }

  int file_;
  std::array<char, 64UL * 1024UL> buffer_{};
  std::string_view rest_;
  std::string start_;
  std::int64_t at_ = 0;
};

}  // namespace

bool each_mbox_message(int file, std::int64_t size, const MboxVisit& visit) {
  Lines lines(file);
  Lines::Line line;
  std::int64_t begin = -1;
  bool is_after_gap = true;
  while (lines.next(line)) {
    if (is_after_gap && line.start == k_from) {
      if (begin >= 0) visit(begin, line.from);
      begin = line.to;
    } else if (begin < 0 && line.start != "\n" && line.start != "\r\n") {
      return false;
    }
    is_after_gap = line.start == "\n" || line.start == "\r\n";
  }
  if (begin >= 0) visit(begin, size);
  return begin >= 0;
}

std::int64_t message_start(int file) {
  Lines lines(file);
  Lines::Line line;
  return lines.next(line) && line.start == k_from ? line.to : 0;
}

void unquote_from_lines(std::string& text) {
  std::string out;
  out.reserve(text.size());
  bool is_start = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_start && c == '>') {
      const std::size_t word = text.find_first_not_of('>', at);
      if (word != std::string::npos && std::string_view(text).substr(word, k_from.size()) == k_from) {
        is_start = false;
        continue;
      }
    }
    is_start = c == '\n';
    out += c;
  }
  text = std::move(out);
}

}  // namespace behest::mail
