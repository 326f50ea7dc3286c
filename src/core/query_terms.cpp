#include "core/query_terms.hpp"

#include <charconv>

#include "behest/text/terms.hpp"
#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"
#include "core/query_custom.hpp"
#include "core/query_fields.hpp"

namespace behest {
namespace {

constexpr std::string_view k_custom_prefix = "field.";

// Children of the same kind join their parent, so that lists stay flat.
Expr list_of(Expr::Kind kind, std::vector<Expr> children) {
  Expr list;
  list.kind = kind;
  for (Expr& child : children) {
    if (child.kind == kind) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(list.children));
    } else {
      list.children.push_back(std::move(child));
    }
  }
  if (list.children.size() != 1) return list;
  return Expr(std::move(list.children.front()));
}

// A word about time carries the instant that `due` or `updated` must lie before, as the store has no clock.
Expr word_of(QueryWord word, const QueryContext& context) {
  Expr expr;
  expr.kind = Expr::Kind::word;
  expr.word = word;
  if (word == QueryWord::overdue) expr.values = {context.time.now.ms};
  if (word == QueryWord::stale) expr.values = {(context.time.now - context.stale).ms};
  return expr;
}

Expr value_in(QueryField field, std::int64_t from, Compare end_compare, std::int64_t end) {
  return all_of({term_of(field, Compare::greater_equal, {from}), term_of(field, end_compare, {end})});
}

std::optional<Compare> compare_named(std::string_view suffix) {
  if (suffix == "before" || suffix == "under") return Compare::less;
  if (suffix == "after" || suffix == "over") return Compare::greater;
  if (suffix == "match") return Compare::match;
  return std::nullopt;
}

Compare compare_of(QueryOp op) {
  switch (op) {
    case QueryOp::has:
    case QueryOp::equal:
      return Compare::equal;
    case QueryOp::not_equal:
      return Compare::not_equal;
    case QueryOp::less:
      return Compare::less;
    case QueryOp::less_equal:
      return Compare::less_equal;
    case QueryOp::greater:
      return Compare::greater;
    case QueryOp::greater_equal:
      return Compare::greater_equal;
    case QueryOp::match:
      return Compare::match;
  }
  return Compare::equal;
}

bool is_ordering(Compare compare) { return compare >= Compare::less && compare <= Compare::greater_equal; }

bool can_match(QueryKind kind) {
  return kind == QueryKind::name || kind == QueryKind::text || kind == QueryKind::custom;
}

bool can_order(QueryKind kind) {
  return kind == QueryKind::id || kind == QueryKind::count || kind == QueryKind::priority || kind == QueryKind::level ||
         kind == QueryKind::custom || kind == QueryKind::time || kind == QueryKind::duration;
}

std::optional<std::int64_t> whole_number(std::string_view digits) {
  std::int64_t number = 0;
  const char* const end = digits.data() + digits.size();
  if (digits.empty() || digits.front() < '0' || digits.front() > '9') return std::nullopt;
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::vector<std::string_view> split_names(std::string_view names) {
  std::vector<std::string_view> all;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t comma = std::min(names.find(", ", at), names.size());
    all.push_back(names.substr(at, comma - at));
    at = comma + 2;
  }
  return all;
}

// Why a text cannot be looked for, if so.
std::optional<ParseError> unsearchable(std::string_view words, std::size_t column) {
  constexpr std::size_t k_most_terms = 64;
  const std::size_t size = text::phrase(words).terms.size();
  if (size == 0) {
    return ParseError{"there is no word in " + in_quotes(words) + " to look for", column,
                      "text is found by its words; title~ finds any characters, in the title"};
  }
  if (size <= k_most_terms) return std::nullopt;
  return ParseError{"a text to look for has more than 64 words", column, "look for a shorter part of it"};
}

// Makes the node of one comparison. A step that fails says why in error_ and gives false.
class TermMaker {
 public:
  TermMaker(const QueryToken& token, const QueryContext& context)
      : token_(token), context_(context), compare_(compare_of(token.op)) {}

  Parsed<Expr> make() {
    if (!find_field()) return error_;
    if (type_ != nullptr && type_->kind != FieldKind::text) return typed_term(*type_, token_, compare_, context_);
    if (!check_compare() || !add_values()) return error_;
    return assembled();
  }

 private:
  bool fail(std::size_t column, std::string message, std::string hint = "") {
    error_ = {std::move(message), column, std::move(hint)};
    return false;
  }
  std::size_t operator_column() const { return token_.column + token_.text.size(); }
  std::string field_name() const {
    return rule_->kind == QueryKind::custom ? std::string(k_custom_prefix) + custom_ : std::string(rule_->info.name);
  }

  bool find_field();
  bool find_custom(std::string_view name);
  bool unknown_field(const std::string& lowered);
  bool check_compare();
  bool add_values();
  bool add_missing(std::size_t column);
  bool add_value(const QueryValue& value);
  bool add_name(const QueryValue& value);
  bool add_id(const QueryValue& value);
  bool add_time(const QueryValue& value);
  bool add_duration(const QueryValue& value);
  bool add_state(const QueryValue& value);
  bool add_number(const QueryValue& value, std::optional<std::int64_t> number, const char* expected);
  bool unknown_name(const QueryValue& value, const char* what, const std::string& names);
  bool inner_error(const QueryValue& value, const ParseError& error);
  Expr assembled();

  const QueryToken& token_;
  const QueryContext& context_;
  const QueryRule* rule_ = nullptr;
  std::string custom_;
  const FieldType* type_ = nullptr;  // of a declared custom field
  Compare compare_;
  bool is_negated_ = false;       // of a comparison that has no negation of its own
  bool takes_any_state_ = false;  // state:any
  std::vector<Expr::Value> values_;
  std::vector<Expr> ranges_;
  ParseError error_;
};

bool TermMaker::find_field() {
  std::string_view name = token_.text;
  const std::size_t dot = name.rfind('.');
  if (token_.op == QueryOp::has && dot != std::string_view::npos) {
    const auto suffix = compare_named(lower_ascii(name.substr(dot + 1)));
    if (suffix && !same_ascii_fold(name.substr(0, dot), "field")) {
      compare_ = *suffix;
      name = name.substr(0, dot);
    }
  }
  const std::string lowered = lower_ascii(name);
  if (lowered.starts_with(k_custom_prefix)) return find_custom(name.substr(k_custom_prefix.size()));
  rule_ = query_rule(lowered);
  return rule_ != nullptr || unknown_field(lowered);
}

bool TermMaker::find_custom(std::string_view name) {
  rule_ = query_rule("field.NAME");
  type_ = context_.fields == nullptr ? nullptr : field_type(*context_.fields, name);
  custom_ = type_ == nullptr ? std::string(name) : type_->name;
  if (text::is_name(name)) return true;
  return fail(token_.column, in_quotes(name) + " is not the name of a custom field",
              "write field.NAME:value, NAME of letters, digits and . _ / @ + -");
}

bool TermMaker::unknown_field(const std::string& lowered) {
  if (lowered.empty()) {
    return fail(token_.column, "a comparison has no field before it",
                "write field, comparison and value without spaces between, or put text to search for in quotes");
  }
  const std::size_t dot = lowered.rfind('.');
  if (dot != std::string::npos && query_rule(lowered.substr(0, dot)) != nullptr) {
    const std::string suffix = lowered.substr(dot + 1);
    if (compare_named(suffix)) {
      return fail(operator_column(), "'." + suffix + "' is followed by a colon", "write " + lowered + ":VALUE");
    }
    const std::string hint = did_you_mean(suffix, {"before", "after", "over", "under", "match"});
    return fail(token_.column + dot, "there is no comparison " + in_quotes("." + suffix),
                hint.empty() ? "comparisons are .before .after .over .under .match" : hint);
  }
  std::string hint = did_you_mean(lowered, query_names());
  if ((lowered.front() == '-' || lowered.front() == '!') && query_rule(lowered.substr(1)) != nullptr) {
    hint = "write not " + lowered.substr(1) + ":VALUE";
  }
  if (hint.empty()) hint = "put text to search for in quotes; fields are " + listed(query_names());
  return fail(token_.column, "there is no field " + in_quotes(token_.text), std::move(hint));
}

bool TermMaker::check_compare() {
  const bool is_text = rule_->info.field == QueryField::text;
  if (rule_->kind == QueryKind::text && compare_ == Compare::equal && (is_text || token_.op == QueryOp::has)) {
    compare_ = Compare::match;
  }
  if (is_text && compare_ == Compare::not_equal) {
    compare_ = Compare::match;
    is_negated_ = true;
  }
  if (compare_ == Compare::match && !can_match(rule_->kind)) {
    return fail(operator_column(), in_quotes(field_name()) + " is not text that a part can match",
                "write " + field_name() + ":VALUE");
  }
  if (!is_ordering(compare_)) return true;
  if (!can_order(rule_->kind)) {
    return fail(operator_column(), in_quotes(field_name()) + " has no order",
                "compare it with : or !=" + std::string(can_match(rule_->kind) ? " or ~" : ""));
  }
  if (token_.values.size() < 2) return true;
  return fail(token_.values[1].column, "an order compares with one value",
              "write one value, or two terms joined by or");
}

bool TermMaker::add_values() {
  if (token_.values.empty()) return add_missing(operator_column());
  for (const QueryValue& value : token_.values) {
    const bool is_none = !value.is_quoted && compare_ != Compare::match && same_ascii_fold(value.text, "none");
    if (!(is_none ? add_missing(value.column) : add_value(value))) return false;
  }
  return true;
}

bool TermMaker::add_missing(std::size_t column) {
  if (compare_ == Compare::match) return fail(column, "a text to look for is missing");
  if (is_ordering(compare_)) return fail(column, "an order needs a value to compare with");
  if (!rule_->may_be_missing) {
    return fail(column, "no request is without " + in_quotes(field_name()),
                "it takes " + std::string(rule_->info.takes));
  }
  values_.emplace_back(std::monostate{});
  return true;
}

bool TermMaker::add_value(const QueryValue& value) {
  const std::string lowered = lower_ascii(value.text);
  switch (rule_->kind) {
    case QueryKind::id:
      return add_id(value);
    case QueryKind::count:
      return add_number(value, whole_number(value.text), "a whole number");
    case QueryKind::priority:
      return add_number(value, parse_priority(value.text), "a priority, P1 to P5");
    case QueryKind::level:
      return add_number(value, parse_level(value.text), "a level: high, medium, low or 1 to 3");
    case QueryKind::state:
      return add_state(value);
    case QueryKind::resolution:
      if (const auto found = resolution_named(lowered)) return add_number(value, static_cast<int>(*found), "");
      return unknown_name(value, "resolution", resolution_names());
    case QueryKind::channel:
      if (const auto found = channel_named(lowered)) return add_number(value, static_cast<int>(*found), "");
      return unknown_name(value, "channel", channel_names());
    case QueryKind::time:
      return add_time(value);
    case QueryKind::duration:
      return add_duration(value);
    case QueryKind::name:
    case QueryKind::text:
    case QueryKind::custom:
      return add_name(value);
  }
  return false;
}

bool TermMaker::add_name(const QueryValue& value) {
  if (value.text.empty()) return add_missing(value.column);
  const QueryField field = rule_->info.field;
  if (field == QueryField::text) {
    if (auto error = unsearchable(value.text, value.column)) {
      error_ = *std::move(error);
      return false;
    }
  }
  const bool is_person = field == QueryField::assignee || field == QueryField::requester;
  if (is_person && !value.is_quoted && compare_ != Compare::match && same_ascii_fold(value.text, "me")) {
    if (context_.me.empty()) return fail(value.column, "there is nobody that 'me' could be here", "write the name");
    values_.emplace_back(context_.me);
    return true;
  }
  const bool is_declared = field == QueryField::label || field == QueryField::team || field == QueryField::category ||
                           field == QueryField::type;
  values_.emplace_back(is_declared ? text::nfc(value.text) : value.text);
  return true;
}

bool TermMaker::add_id(const QueryValue& value) {
  std::string_view text = value.text;
  if (text.starts_with('#')) text.remove_prefix(1);
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return add_number(value, whole_number(text), "a number such as 12 or 15-20");
  const auto from = whole_number(text.substr(0, dash));
  const auto to = whole_number(text.substr(dash + 1));
  if (!from || !to) return add_number(value, std::nullopt, "a number such as 12 or 15-20");
  if (compare_ != Compare::equal && compare_ != Compare::not_equal) {
    return fail(value.column, "an order compares with one number, not with a range");
  }
  if (*from > *to) return fail(value.column, "the range " + in_quotes(value.text) + " runs backwards");
  ranges_.push_back(value_in(QueryField::id, *from, Compare::less_equal, *to));
  return true;
}

bool TermMaker::add_time(const QueryValue& value) {
  const auto span = parse_span(value.text, context_.time);
  if (!span) return inner_error(value, span.error());
  const QueryField field = rule_->info.field;
  if (!is_ordering(compare_)) {
    ranges_.push_back(value_in(field, span->from.ms, Compare::less, span->to.ms));
    return true;
  }
  const bool is_below = compare_ == Compare::less || compare_ == Compare::less_equal;
  const bool is_from = compare_ == Compare::less || compare_ == Compare::greater_equal;
  const Instant bound = is_from ? span->from : span->to;
  compare_ = is_below ? Compare::less : Compare::greater_equal;
  values_.emplace_back(bound.ms);
  return true;
}

bool TermMaker::add_duration(const QueryValue& value) {
  const auto length = parse_duration(value.text);
  if (!length) return inner_error(value, length.error());
  values_.emplace_back(length->ms);
  return true;
}

bool TermMaker::add_state(const QueryValue& value) {
  const std::string lowered = lower_ascii(value.text);
  const auto state = state_named(lowered);
  takes_any_state_ = takes_any_state_ || lowered == "any";
  if (!state) return lowered == "any" || unknown_name(value, "state", state_names() + ", any");
  values_.emplace_back(static_cast<std::int64_t>(*state));
  return true;
}

bool TermMaker::add_number(const QueryValue& value, std::optional<std::int64_t> number, const char* expected) {
  if (!number) return fail(value.column, in_quotes(value.text) + " is not " + expected);
  values_.emplace_back(*number);
  return true;
}

bool TermMaker::unknown_name(const QueryValue& value, const char* what, const std::string& names) {
  std::string hint = did_you_mean(value.text, split_names(names));
  if (hint.empty()) hint = "it is one of " + names;
  return fail(value.column, "there is no " + std::string(what) + " " + in_quotes(value.text), std::move(hint));
}

bool TermMaker::inner_error(const QueryValue& value, const ParseError& error) {
  const std::size_t within = std::min(error.column, value.text.size() + 1);
  return fail(value.column + within - 1, field_name() + ": " + error.message, error.hint);
}

Expr TermMaker::assembled() {
  const bool is_not_equal = compare_ == Compare::not_equal;
  if (takes_any_state_) {
    Expr any;
    any.field = QueryField::state;
    return is_not_equal ? none_of(std::move(any)) : any;
  }
  const bool is_plain = ranges_.empty();
  std::vector<Expr> parts = std::move(ranges_);
  if (!values_.empty()) {
    const Compare compare = is_not_equal && !is_plain ? Compare::equal : compare_;
    Expr term = term_of(rule_->info.field, compare, std::move(values_));
    term.custom = custom_;
    parts.insert(parts.begin(), std::move(term));
  }
  Expr expr = any_of(std::move(parts));
  return is_negated_ || (is_not_equal && !is_plain) ? none_of(std::move(expr)) : expr;
}

Parsed<Expr> word_term(const QueryValue& value, const QueryContext& context) {
  const std::string lowered = lower_ascii(value.text);
  std::vector<std::string_view> names;
  for (const auto& [name, word] : query_words()) {
    if (name == lowered) return word_of(word, context);
    names.push_back(name);
  }
  for (const State state : {State::new_, State::pending, State::hold}) {
    if (name_of(state) == lowered) {
      return term_of(QueryField::state, Compare::equal, {static_cast<std::int64_t>(state)});
    }
    names.push_back(name_of(state));
  }
  std::string hint = did_you_mean(lowered, names);
  if (hint.empty()) hint = "is: takes " + listed(names);
  return ParseError{"is: does not know " + in_quotes(value.text), value.column, std::move(hint)};
}

Parsed<Expr> words_term(const QueryToken& token, const QueryContext& context) {
  const std::size_t column = token.column + token.text.size();
  if (token.op != QueryOp::has && token.op != QueryOp::equal && token.op != QueryOp::not_equal) {
    return ParseError{"'is' takes a word after a colon", column, "write is:open"};
  }
  if (token.values.empty()) {
    std::vector<std::string_view> names;
    for (const auto& [name, word] : query_words()) names.push_back(name);
    return ParseError{"a word is missing after 'is'", column, "is: takes " + listed(names)};
  }
  std::vector<Expr> words;
  for (const QueryValue& value : token.values) {
    auto word = word_term(value, context);
    if (!word) return word.error();
    words.push_back(*std::move(word));
  }
  Expr expr = any_of(std::move(words));
  return token.op == QueryOp::not_equal ? none_of(std::move(expr)) : expr;
}

}  // namespace

Expr all_of(std::vector<Expr> children) { return list_of(Expr::Kind::all_of, std::move(children)); }
Expr any_of(std::vector<Expr> children) { return list_of(Expr::Kind::any_of, std::move(children)); }

Expr none_of(Expr child) {
  Expr expr;
  expr.kind = Expr::Kind::none_of;
  expr.children.push_back(std::move(child));
  return expr;
}

Expr term_of(QueryField field, Compare compare, std::vector<Expr::Value> values) {
  Expr expr;
  expr.kind = Expr::Kind::term;
  expr.field = field;
  expr.compare = compare;
  expr.values = std::move(values);
  return expr;
}

Parsed<Expr> query_term(const QueryToken& token, const QueryContext& context) {
  if (token.kind == QueryToken::Kind::words) {
    if (auto error = unsearchable(token.text, token.column)) return *std::move(error);
    return term_of(QueryField::text, Compare::match, {token.text});
  }
  if (same_ascii_fold(token.text, "is")) return words_term(token, context);
  return TermMaker(token, context).make();
}

}  // namespace behest
