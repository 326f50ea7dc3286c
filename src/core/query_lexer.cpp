#include "core/query_lexer.hpp"

#include "core/ascii.hpp"

namespace behest {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_quote(char c) { return c == '"' || c == '\''; }

QueryToken::Kind keyword(std::string_view word) {
  if (same_ascii_fold(word, "and")) return QueryToken::Kind::and_;
  if (same_ascii_fold(word, "or")) return QueryToken::Kind::or_;
  if (same_ascii_fold(word, "not")) return QueryToken::Kind::not_;
  return QueryToken::Kind::words;
}

}  // namespace

bool QueryLexer::at_break() const {
  const char c = at(at_);
  return at_ == text_.size() || is_space(c) || c == '(' || c == ')';
}

Parsed<QueryToken> QueryLexer::next() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  QueryToken token;
  token.column = at_ + 1;
  if (at_ == text_.size()) return token;
  const char first = text_[at_];
  if (first == '(' || first == ')') {
    ++at_;
    token.kind = first == '(' ? QueryToken::Kind::open : QueryToken::Kind::close;
    token.text = first;
    return token;
  }
  if (!is_quote(first)) return word(std::move(token));
  auto phrase = quoted();
  if (!phrase) return phrase.error();
  if (!at_break()) return ParseError{"a space is missing after the closing quote", at_ + 1, ""};
  token.kind = QueryToken::Kind::words;
  token.text = (*std::move(phrase)).text;
  if (token.text.empty()) return ParseError{"there is nothing between the quotes to search for", token.column, ""};
  return token;
}

bool QueryLexer::take_operator(QueryOp& op) {
  const bool has_equal = at(at_ + 1) == '=';
  switch (at(at_)) {
    case ':':
      op = QueryOp::has;
      break;
    case '=':
      op = QueryOp::equal;
      break;
    case '~':
      op = QueryOp::match;
      break;
    case '!':
      if (!has_equal) return false;
      op = QueryOp::not_equal;
      ++at_;
      break;
    case '<':
      op = has_equal ? QueryOp::less_equal : QueryOp::less;
      at_ += has_equal ? 1 : 0;
      break;
    case '>':
      op = has_equal ? QueryOp::greater_equal : QueryOp::greater;
      at_ += has_equal ? 1 : 0;
      break;
    default:
      return false;
  }
  ++at_;
  return true;
}

Parsed<QueryToken> QueryLexer::word(QueryToken token) {
  const std::size_t start = at_;
  std::size_t end = at_;
  while (!at_break() && !take_operator(token.op)) end = ++at_;
  token.text = text_.substr(start, end - start);
  if (at_ > end) return comparison(std::move(token));
  token.kind = keyword(token.text);
  return token;
}

Parsed<QueryToken> QueryLexer::comparison(QueryToken token) {
  token.kind = QueryToken::Kind::comparison;
  if (at_break()) return token;
  for (;;) {
    auto next_value = value();
    if (!next_value) return next_value.error();
    token.values.push_back(*std::move(next_value));
    if (at(at_) != ',') return token;
    ++at_;
  }
}

Parsed<QueryValue> QueryLexer::value() {
  if (is_quote(at(at_))) {
    auto text = quoted();
    if (text && !at_break() && at(at_) != ',') {
      return ParseError{"a space or a comma is missing after the closing quote", at_ + 1, ""};
    }
    return text;
  }
  const std::size_t start = at_;
  while (!at_break() && text_[at_] != ',') ++at_;
  if (at_ == start) {
    return ParseError{"a value is missing beside the comma", at_ + 1,
                      "put a value that has commas or spaces in quotes"};
  }
  return QueryValue{std::string(text_.substr(start, at_ - start)), start + 1, false};
}

Parsed<QueryValue> QueryLexer::quoted() {
  const char quote = text_[at_];
  const std::size_t start = at_++;
  QueryValue value{"", at_ + 1, true};
  for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
    const char next = at(at_ + 1);
    if (text_[at_] == '\\' && (next == quote || next == '\\')) ++at_;
    value.text += text_[at_];
  }
  if (at_ == text_.size()) {
    const std::string mark(1, quote);
    return ParseError{"this quote is never closed", start + 1, "write \\" + mark + " for the character itself"};
  }
  ++at_;
  return value;
}

}  // namespace behest
