#pragma once
#include "behest/core/query.hpp"
#include "core/query_lexer.hpp"

namespace behest {

// The node of `field.NAME` compared with the values of a token, where NAME is declared with a type other than text:
// numbers and dates by what they mean, choices in the order of their declaration. An error's column is the token's.
Parsed<Expr> typed_term(const FieldType& type, const QueryToken& token, Compare compare, const QueryContext& context);

}  // namespace behest
