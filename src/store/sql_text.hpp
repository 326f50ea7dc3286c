#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "store/session.hpp"

namespace behest::store {

// A statement being put together from fragments of the program, with the values of the user bound beside them.
class SqlText {
 public:
  // A fragment; user text never comes this way.
  SqlText& operator<<(std::string_view fragment) {
    sql_ += fragment;
    return *this;
  }
  // Binds a value and writes its placeholder.
  SqlText& bind(std::int64_t value);
  SqlText& bind(std::string value);

  std::string_view sql() const { return sql_; }
  const std::vector<Param>& params() const { return params_; }

 private:
  void placeholder();
  std::string sql_;
  std::vector<Param> params_;
  std::deque<std::string> texts_;  // a deque keeps what params_ points at in place
};

// A query as a condition on `request r` that is true or false, never null.
void write_condition(SqlText& sql, const Expr& expr);
// ORDER BY …, ties by number, newest first.
void write_order(SqlText& sql, const std::vector<SortKey>& order);
// A whole statement: `select` from request r, led by the index of terms when only requests with certain words match.
SqlText selection_text(std::string_view select, const Selection& selection);
SqlText counting_text(const Expr& where);
// The same with a column for each of `parts`: how many match that too.
SqlText counting_text(const Expr& where, const std::vector<Expr>& parts);

}  // namespace behest::store
