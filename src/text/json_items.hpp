#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "text/byte_source.hpp"

namespace behest::text {

// The values of a stream one after another, each as its text: the elements of one JSON array, or values that stand by
// themselves, as on lines (a comma between them is passed over). Only one is in memory at a time.
class JsonItems {
 public:
  struct Item {
    std::size_t number = 0;    // counts from 1
    std::string_view text;     // lives until the next call; whether it is JSON is for parse_json() to say
    bool is_too_long = false;  // more than `limit` bytes: `text` is empty, and the rest has been passed over
  };

  JsonItems(ByteSource source, std::size_t limit) : source_(std::move(source)), limit_(limit) {}
  std::optional<Item> next();
  // After the last item: what is wrong with the stream as a whole, as a clause; "" when nothing is.
  std::string_view fault() const { return fault_; }

 private:
  bool fill();
  // The next byte without taking it; nothing at the end.
  std::optional<char> peek();
  // Whether something stands there after white space and commas.
  bool skip();
  bool begins_array();
  void take(char c);
  void scan_item();

  ByteSource source_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::string item_;
  std::size_t number_ = 0;
  bool has_begun_ = false;
  bool is_array_ = false;
  bool is_too_long_ = false;
  std::string_view fault_;
};

}  // namespace behest::text
