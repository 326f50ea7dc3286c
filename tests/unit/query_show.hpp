#pragma once
#include <string>

#include "behest/core/query.hpp"
#include "core/query_fields.hpp"

namespace behest {

// A query as one line of text, so that a test can show the tree it expects: (and team='net' (not state=4)).
inline std::string show(const Expr::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return "'" + *text + "'";
  return "none";
}

inline std::string show_term(const Expr& expr) {
  constexpr const char* k_signs[] = {"=", "!=", "<", "<=", ">", ">=", "~"};
  std::string line;
  for (const QueryFieldInfo& info : query_fields()) {
    if (info.field == expr.field) line = info.name;
  }
  if (expr.field == QueryField::custom) line = "field." + expr.custom;
  line += k_signs[static_cast<int>(expr.compare)];
  for (std::size_t i = 0; i < expr.values.size(); ++i) line += (i == 0 ? "" : ",") + show(expr.values[i]);
  return line;
}

inline std::string show(const Expr& expr) {
  switch (expr.kind) {
    case Expr::Kind::everything:
      return "everything";
    case Expr::Kind::term:
      return show_term(expr);
    case Expr::Kind::word:
      for (const auto& [name, word] : query_words()) {
        if (word == expr.word) return "is:" + std::string(name);
      }
      return "?";
    default:
      break;
  }
  std::string line = expr.kind == Expr::Kind::all_of ? "(and" : expr.kind == Expr::Kind::any_of ? "(or" : "(not";
  for (const Expr& child : expr.children) line += " " + show(child);
  return line + ")";
}

}  // namespace behest
