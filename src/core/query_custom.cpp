#include "core/query_custom.hpp"

#include <algorithm>

#include "core/ascii.hpp"
#include "core/civil.hpp"
#include "core/query_fields.hpp"
#include "core/query_terms.hpp"

namespace behest {
namespace {

bool is_ordering(Compare compare) { return compare >= Compare::less && compare <= Compare::greater_equal; }

class TypedTerm {
 public:
  TypedTerm(const FieldType& type, Compare compare, const QueryContext& context)
      : type_(type), compare_(compare == Compare::not_equal ? Compare::equal : compare), context_(context) {}

  Expr missing() const { return term(Compare::equal, std::monostate{}); }
  Parsed<Expr> value(const QueryValue& value) const {
    if (type_.kind == FieldKind::date) return date(value);
    if (compare_ == Compare::match) return term(compare_, value.text, FieldKind::text);
    const auto normal = normal_value(type_, value.text, context_.time);
    if (!normal) return ParseError{"field." + type_.name + " " + normal.error().message, value.column, hint(normal)};
    if (type_.kind == FieldKind::choice && is_ordering(compare_)) return choices(*normal);
    return term(compare_, *normal);
  }

 private:
  static std::string hint(const Parsed<std::string>& failed) { return failed.error().hint; }

  Expr term(Compare compare, Expr::Value value) const { return term(compare, std::move(value), type_.kind); }
  Expr term(Compare compare, Expr::Value value, FieldKind kind) const {
    Expr expr = term_of(QueryField::custom, compare, {std::move(value)});
    expr.custom = type_.name;
    expr.custom_kind = kind;
    return expr;
  }

  Parsed<Expr> date(const QueryValue& value) const {
    const auto span = parse_span(value.text, context_.time);
    if (!span) {
      return ParseError{"field." + type_.name + ": " + span.error().message, value.column, span.error().hint};
    }
    const std::string first = day_of(span->from);
    const std::string last = day_of(Instant{span->to.ms - 1});
    switch (compare_) {
      case Compare::less:
        return term(Compare::less, first);
      case Compare::less_equal:
        return term(Compare::less_equal, last);
      case Compare::greater:
        return term(Compare::greater, last);
      case Compare::greater_equal:
        return term(Compare::greater_equal, first);
      default:
        return all_of({term(Compare::greater_equal, first), term(Compare::less_equal, last)});
    }
  }

  Expr choices(const std::string& bound) const {
    const auto at = std::ranges::find(type_.choices, bound);
    const bool is_below = compare_ == Compare::less || compare_ == Compare::less_equal;
    const bool takes_bound = compare_ == Compare::less_equal || compare_ == Compare::greater_equal;
    const auto from = is_below ? type_.choices.begin() : at + (takes_bound ? 0 : 1);
    const auto to = is_below ? at + (takes_bound ? 1 : 0) : type_.choices.end();
    std::vector<Expr> all;
    for (auto choice = from; choice < to; ++choice) all.push_back(term(Compare::equal, *choice));
    return any_of(std::move(all));
  }

  std::string day_of(Instant at) const { return day_text(local_day(at, context_.time.zone)); }

  const FieldType& type_;
  Compare compare_;
  const QueryContext& context_;
};

std::optional<ParseError> misuse(const FieldType& type, const QueryToken& token, Compare compare) {
  const std::size_t column = token.column + token.text.size();
  const std::string name = in_quotes("field." + type.name);
  if (compare == Compare::match && type.kind != FieldKind::choice) {
    return ParseError{name + " is not text that a part can match", column, "it takes " + takes(type)};
  }
  if (!is_ordering(compare)) return std::nullopt;
  if (type.kind == FieldKind::boolean) return ParseError{name + " has no order", column, "compare it with : or !="};
  if (token.values.empty()) return ParseError{"an order needs a value to compare with", column, ""};
  if (token.values.size() < 2) return std::nullopt;
  return ParseError{"an order compares with one value", token.values[1].column,
                    "write one value, or two terms joined by or"};
}

}  // namespace

Parsed<Expr> typed_term(const FieldType& type, const QueryToken& token, Compare compare, const QueryContext& context) {
  if (auto error = misuse(type, token, compare)) return *std::move(error);
  const TypedTerm terms(type, compare, context);
  std::vector<Expr> all;
  all.reserve(token.values.size() + 1);
  if (token.values.empty()) all.push_back(terms.missing());
  for (const QueryValue& value : token.values) {
    const bool is_none = !value.is_quoted && same_ascii_fold(value.text, "none") && !is_ordering(compare);
    if (is_none || value.text.empty()) {
      all.push_back(terms.missing());
      continue;
    }
    auto one = terms.value(value);
    if (!one) return one.error();
    all.push_back(*std::move(one));
  }
  Expr any = any_of(std::move(all));
  return compare == Compare::not_equal ? none_of(std::move(any)) : any;
}

}  // namespace behest
