#pragma once
#include "behest/core/query.hpp"
#include "core/query_lexer.hpp"

namespace behest {

// The node of one `field:value`, `is:word` or piece of text.
Parsed<Expr> query_term(const QueryToken& token, const QueryContext& context);

Expr all_of(std::vector<Expr> children);
Expr any_of(std::vector<Expr> children);
Expr none_of(Expr child);
Expr term_of(QueryField field, Compare compare, std::vector<Expr::Value> values);

}  // namespace behest
