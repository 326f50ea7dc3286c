#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/error.hpp"

namespace behest {

// How a field and its value are joined; `has` is the colon.
enum class QueryOp { has, equal, not_equal, less, less_equal, greater, greater_equal, match };

struct QueryValue {
  std::string text;
  std::size_t column = 1;  // of the first byte of the text, after an opening quote
  bool is_quoted = false;
};

struct QueryToken {
  enum class Kind { open, close, and_, or_, not_, words, comparison, end };
  Kind kind = Kind::end;
  std::size_t column = 1;
  std::string text;  // words: what to search for; comparison: all before the operator; else as written
  QueryOp op = QueryOp::has;
  std::vector<QueryValue> values;  // comparison: none when nothing follows the operator
};

// Cuts a query into tokens, one at a time.
class QueryLexer {
 public:
  explicit QueryLexer(std::string_view text) : text_(text) {}
  Parsed<QueryToken> next();

 private:
  char at(std::size_t position) const { return position < text_.size() ? text_[position] : '\0'; }
  bool at_break() const;
  bool take_operator(QueryOp& op);
  Parsed<QueryToken> word(QueryToken token);
  Parsed<QueryToken> comparison(QueryToken token);
  Parsed<QueryValue> value();
  Parsed<QueryValue> quoted();

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace behest
