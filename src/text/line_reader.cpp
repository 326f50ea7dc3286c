#include "text/line_reader.hpp"

namespace behest::text {
namespace {

constexpr std::size_t k_chunk = 256UL * 1024UL;
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

bool LineReader::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + k_chunk);
  const std::size_t got = source_(buffer_.data() + kept, k_chunk);
  buffer_.resize(kept + got);
  return got > 0;
}

LineReader::Line LineReader::cut(std::size_t end) {
  Line line{++number_, std::string_view(buffer_).substr(at_, end - at_), false};
  at_ = end;
  if (number_ == 1 && line.text.starts_with(k_byte_order_mark)) line.text.remove_prefix(k_byte_order_mark.size());
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  if (line.text.size() > limit_) {
    line.is_too_long = true;
    line.text = {};
  }
  return line;
}

std::optional<LineReader::Line> LineReader::next() {
  std::size_t looked = 0;
  bool is_passing_over = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_ + looked);
    if (end != std::string::npos) {
      Line line = cut(end);
      ++at_;
      if (is_passing_over) return Line{line.number, {}, true};
      return line;
    }
    looked = buffer_.size() - at_;
    if (looked > limit_ + k_byte_order_mark.size() + 1) {
      is_passing_over = true;
      at_ = buffer_.size();
      looked = 0;
    }
    if (fill()) continue;
    if (is_passing_over) {
      at_ = buffer_.size();
      return Line{++number_, {}, true};
    }
    if (at_ == buffer_.size()) return std::nullopt;
    return cut(buffer_.size());
  }
}

}  // namespace behest::text
