#include "render/line_break.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "behest/text/utf8.hpp"
#include "text/character.hpp"

namespace behest::render {
namespace {

// Where a line can be cut: it ends at one place and goes on at the other.
struct Cut {
  std::size_t end;
  std::size_t next;
};

class Wrapper {
 public:
  Wrapper(std::string_view line, std::size_t columns) : line_(line), columns_(columns) {}

  std::vector<std::string_view> pieces() {
    while (at_ < line_.size()) {
      const auto point = text::decode(line_, at_);
      const std::size_t length = point ? point->length : 1;
      const char32_t value = point ? point->value : U' ';
      take(value, text::character_width(value));
      at_ += length;
    }
    pieces_.push_back(line_.substr(begin_));
    return std::move(pieces_);
  }

 private:
  void take(char32_t value, std::size_t width) {
    if (value == U' ') {
      if (has_text_ && !is_space_) cut_ = Cut{at_, at_ + 1};
      if (cut_ && is_space_) cut_->next = at_ + 1;
      is_space_ = true;
      used_ += 1;
      return;
    }
    const bool is_alone = stands_alone(value);
    if (has_text_ && !is_space_ && width > 0 && !closes(value) && (is_alone || was_alone_)) cut_ = Cut{at_, at_};
    if (used_ + width > columns_ && cut_) cut();
    used_ += width;
    has_text_ = true;
    is_space_ = false;
    if (width > 0) was_alone_ = is_alone;
  }

  void cut() {
    pieces_.push_back(line_.substr(begin_, cut_->end - begin_));
    begin_ = cut_->next;
    used_ = text::width(line_.substr(begin_, at_ - begin_));
    cut_.reset();
  }

  std::string_view line_;
  std::size_t columns_;
  std::vector<std::string_view> pieces_;
  std::size_t begin_ = 0;  // of the piece
  std::size_t at_ = 0;
  std::size_t used_ = 0;
  std::optional<Cut> cut_;  // the last one in the piece
  bool has_text_ = false;   // what a line is indented by is kept
  bool is_space_ = false;
  bool was_alone_ = false;
};

}  // namespace

bool stands_alone(char32_t value) { return text::character_width(value) == 2 && !text::is_pictographic(value); }

bool closes(char32_t value) {
  constexpr char32_t k_closing[] = {0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x30FC,
                                    0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D};
  return std::ranges::find(k_closing, value) != std::end(k_closing);
}

std::vector<std::string_view> wrapped(std::string_view line, std::size_t columns) {
  if (text::width(line) <= columns) return {line};
  return Wrapper(line, columns).pieces();
}

}  // namespace behest::render
