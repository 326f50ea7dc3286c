#include "ops/ids.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "core/transition.hpp"

namespace behest::ops {
namespace {

std::optional<std::int64_t> number_of(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

[[noreturn]] void not_an_id(std::string_view word) {
  throw Error{ErrorKind::usage, "'" + std::string(word) + "' is not an id",
              "ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY"};
}

// Collects numbers in order, each once.
class Numbers {
 public:
  explicit Numbers(Store& store) : store_(store) {}

  void add(std::int64_t number) {
    if (seen_.insert(number).second) list_.push_back(number);
  }

  void add_word(std::string_view word) {
    if (word.starts_with("key:")) {
      const auto number = store_.number_of_key(word.substr(4));
      if (!number) {
        throw Error{ErrorKind::not_found, "no request has the key '" + std::string(word.substr(4)) + "'",
                    "see 'behest list'"};
      }
      add(*number);
      return;
    }
    std::size_t at = 0;
    while (at <= word.size()) {
      const std::size_t comma = std::min(word.find(',', at), word.size());
      add_part(word.substr(at, comma - at));
      at = comma + 1;
    }
  }

  std::vector<std::int64_t> take() { return std::move(list_); }

 private:
  void add_part(std::string_view part) {
    const std::size_t dash = part.find('-');
    if (dash == std::string_view::npos) {
      const auto number = number_of(part);
      if (!number) not_an_id(part);
      add(*number);
      return;
    }
    const auto from = number_of(part.substr(0, dash));
    const auto to = number_of(part.substr(dash + 1));
    if (!from || !to) not_an_id(part);
    if (*to < *from) {
      throw Error{ErrorKind::usage, "the range " + std::string(part) + " runs backwards", "put the smaller id first"};
    }
    const std::int64_t next = store_.next_number();
    if (*to >= next) {
      throw Error{ErrorKind::not_found, "there is no request " + id_text(std::max(*from, next)), "see 'behest list'"};
    }
    for (std::int64_t number = *from; number <= *to; ++number) add(number);
  }

  Store& store_;
  std::vector<std::int64_t> list_;
  std::set<std::int64_t> seen_;
};

}  // namespace

std::vector<std::int64_t> resolve_ids(Store& store, const std::vector<std::string>& words) {
  Numbers numbers(store);
  for (const std::string& word : words) numbers.add_word(word);
  return numbers.take();
}

}  // namespace behest::ops
