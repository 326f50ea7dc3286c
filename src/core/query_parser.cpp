#include <algorithm>

#include "behest/core/query.hpp"
#include "behest/text/utf8.hpp"
#include "core/query_lexer.hpp"
#include "core/query_terms.hpp"

namespace behest {
namespace {

constexpr std::size_t k_longest_query = 65'536;
constexpr int k_deepest = 64;
constexpr std::size_t k_most_terms = 256;
constexpr std::size_t k_most_values = 400;

struct Size {
  std::size_t terms = 0;
  std::size_t values = 0;
};

// Each text to look for is a search of its own, however it is written.
void add_size(const Expr& expr, Size& size) {
  for (const Expr& child : expr.children) add_size(child, size);
  if (!expr.children.empty()) return;
  size.values += expr.values.size();
  size.terms += expr.compare == Compare::match ? expr.values.size() : 1;
}

// alternatives = conjunction ("or" conjunction)*; conjunction = unit ("and"? unit)*;
// unit = "not" unit | "(" alternatives ")" | term. A step that fails says why in error_ and gives false.
class QueryParser {
 public:
  QueryParser(std::string_view text, const QueryContext& context) : lexer_(text), context_(context) {}

  Parsed<Expr> parse() {
    Expr query;
    if (!advance()) return error_;
    if (token_.kind == Kind::end) return query;
    if (!alternatives(query, 0)) return error_;
    if (token_.kind == Kind::close) return ParseError{"there is no '(' for this ')'", token_.column, ""};
    return query;
  }

 private:
  using Kind = QueryToken::Kind;

  bool fail(ParseError error) {
    error_ = std::move(error);
    return false;
  }
  bool advance() {
    auto token = lexer_.next();
    if (!token) return fail(token.error());
    token_ = *std::move(token);
    return true;
  }
  bool ends_list() const { return token_.kind == Kind::or_ || token_.kind == Kind::close || token_.kind == Kind::end; }

  bool alternatives(Expr& out, int depth) {
    std::vector<Expr> parts;
    for (;;) {
      if (!conjunction(parts.emplace_back(), depth)) return false;
      if (token_.kind != Kind::or_) break;
      if (!advance()) return false;
    }
    out = any_of(std::move(parts));
    return true;
  }

  bool conjunction(Expr& out, int depth) {
    std::vector<Expr> parts;
    do {
      if (!unit(parts.emplace_back(), depth)) return false;
      if (token_.kind == Kind::and_) {
        if (!advance()) return false;
        if (ends_list()) return missing_term();
      }
    } while (!ends_list());
    out = all_of(std::move(parts));
    return true;
  }

  bool unit(Expr& out, int depth) {
    switch (token_.kind) {
      case Kind::not_:
      case Kind::open:
        if (depth == k_deepest) {
          return fail({"the query is nested deeper than " + std::to_string(k_deepest), token_.column, ""});
        }
        return token_.kind == Kind::not_ ? negation(out, depth + 1) : group(out, depth + 1);
      case Kind::words:
      case Kind::comparison:
        return term(out) && advance();
      default:
        return missing_term();
    }
  }

  bool negation(Expr& out, int depth) {
    Expr child;
    if (!advance() || !unit(child, depth)) return false;
    out = none_of(std::move(child));
    return true;
  }

  bool group(Expr& out, int depth) {
    const std::size_t opened = token_.column;
    ++open_groups_;
    if (!advance()) return false;
    if (token_.kind == Kind::close) return fail({"there is nothing between the parentheses", opened, ""});
    if (!alternatives(out, depth)) return false;
    if (token_.kind != Kind::close) return fail({"this '(' is never closed", opened, "add a ')'"});
    --open_groups_;
    return advance();
  }

  bool term(Expr& out) {
    auto made = query_term(token_, context_);
    if (!made) return fail(made.error());
    out = *std::move(made);
    add_size(out, size_);
    if (size_.terms > k_most_terms) {
      return fail({"the query has more than " + std::to_string(k_most_terms) + " terms", token_.column,
                   "write field:a,b,c instead of one term for each value"});
    }
    if (size_.values <= k_most_values) return true;
    return fail({"the query has more than " + std::to_string(k_most_values) + " values", token_.column,
                 "narrow it by a range or another field"});
  }

  bool missing_term() {
    if (token_.kind == Kind::end) return fail({"a term is missing at the end", token_.column, ""});
    if (token_.kind == Kind::close && open_groups_ == 0) {
      return fail({"there is no '(' for this ')'", token_.column, ""});
    }
    const bool is_word = token_.kind != Kind::close;
    return fail({"a term is missing before '" + token_.text + "'", token_.column,
                 is_word ? "put '" + token_.text + "' in double quotes to search for the word" : ""});
  }

  QueryLexer lexer_;
  const QueryContext& context_;
  QueryToken token_;
  Size size_;
  int open_groups_ = 0;
  ParseError error_;
};

std::optional<ParseError> text_error(std::string_view text) {
  if (text.size() > k_longest_query) {
    return ParseError{"the query is longer than 64 KiB", k_longest_query + 1, ""};
  }
  const std::size_t zero = text.find('\0');
  if (zero != std::string_view::npos) return ParseError{"the query has a NUL byte", zero + 1, ""};
  if (text::is_valid_utf8(text)) return std::nullopt;
  std::size_t at = 0;
  while (const auto point = text::decode(text, at)) at += point->length;
  return ParseError{"the query is not valid UTF-8", at + 1, ""};
}

}  // namespace

Parsed<Expr> parse_query(std::string_view text, const QueryContext& context) {
  if (auto error = text_error(text)) return *std::move(error);
  auto query = QueryParser(text, context).parse();
  if (query || query.error().column <= text.size() + 1) return query;
  ParseError error = query.error();
  error.column = text.size() + 1;
  return error;
}

}  // namespace behest
