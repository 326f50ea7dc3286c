#include "text/json_items.hpp"

namespace behest::text {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool JsonItems::fill() {
  constexpr std::size_t k_chunk = 64UL * 1024UL;
  buffer_.resize(k_chunk);
  buffer_.resize(source_(buffer_.data(), k_chunk));
  at_ = 0;
  return !buffer_.empty();
}

std::optional<char> JsonItems::peek() {
  if (at_ == buffer_.size() && !fill()) return std::nullopt;
  return buffer_[at_];
}

bool JsonItems::skip() {
  for (auto c = peek(); c; c = peek()) {
    if (!is_space(*c) && *c != ',') return true;
    ++at_;
  }
  return false;
}

bool JsonItems::begins_array() {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  for (const char c : k_byte_order_mark) {
    if (peek() != c) break;
    ++at_;
  }
  if (!skip() || peek() != '[') return false;
  ++at_;
  return true;
}

void JsonItems::take(char c) {
  if (item_.size() == limit_) {
    is_too_long_ = true;
  } else {
    item_ += c;
  }
  ++at_;
}

void JsonItems::scan_item() {
  int depth = 0;
  bool is_text = false;
  bool is_escaped = false;
  for (auto c = peek(); c; c = peek()) {
    const bool is_closing = !is_text && (*c == '}' || *c == ']');
    if (depth == 0 && !is_text && (is_space(*c) || *c == ',' || is_closing)) return;
    take(*c);
    if (is_text) {
      const bool is_end = *c == '"' && !is_escaped;
      is_escaped = *c == '\\' && !is_escaped;
      is_text = !is_end;
    } else if (*c == '"') {
      is_text = true;
    } else if (*c == '{' || *c == '[') {
      ++depth;
    } else if (is_closing && --depth == 0) {
      return;
    }
  }
}

std::optional<JsonItems::Item> JsonItems::next() {
  if (!has_begun_) is_array_ = begins_array();
  has_begun_ = true;
  if (!skip()) {
    if (is_array_) fault_ = "the file is cut off: its list is not closed";
    return std::nullopt;
  }
  const char first = *peek();
  if (is_array_ && first == ']') {
    ++at_;
    is_array_ = false;
    if (skip()) fault_ = "there is more after the end of the list";
    return std::nullopt;
  }
  item_.clear();
  is_too_long_ = false;
  // A bracket that nothing opened is an item by itself, so that reading goes on behind it.
  if (first == '}' || first == ']') {
    take(first);
  } else {
    scan_item();
  }
  return Item{++number_, is_too_long_ ? std::string_view() : std::string_view(item_), is_too_long_};
}

}  // namespace behest::text
