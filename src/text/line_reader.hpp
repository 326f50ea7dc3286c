#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "text/byte_source.hpp"

namespace behest::text {

// Lines of a stream that is read in chunks.
class LineReader {
 public:
  struct Line {
    std::size_t number = 0;    // counts from 1
    std::string_view text;     // without its LF or CR LF; lives until the next call
    bool is_too_long = false;  // more than `limit` bytes: `text` is empty, and the rest has been passed over
  };

  LineReader(ByteSource source, std::size_t limit) : source_(std::move(source)), limit_(limit) {}
  // Nothing at the end; a byte order mark at the start is left out.
  std::optional<Line> next();

 private:
  bool fill();
  Line cut(std::size_t end);

  ByteSource source_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
};

}  // namespace behest::text
