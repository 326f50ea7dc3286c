#include <algorithm>

#include "behest/core/query.hpp"
#include "behest/text/terms.hpp"
#include "core/ascii.hpp"

namespace behest {
namespace {

using Texts = std::vector<std::string_view>;

bool is_missing(const Expr::Value& value) { return std::holds_alternative<std::monostate>(value); }

template <class T>
std::optional<std::int64_t> ms_of(const std::optional<T>& time) {
  return time ? std::optional(time->ms) : std::nullopt;
}

// The fields that compare as numbers; the outer optional is empty for those that compare as text.
std::optional<std::optional<std::int64_t>> number_in(const Request& request, QueryField field) {
  using Number = std::optional<std::int64_t>;
  switch (field) {
    case QueryField::id:
      return Number(request.number);
    case QueryField::state:
      return Number(static_cast<std::int64_t>(request.state));
    case QueryField::priority:
      return Number(request.priority);
    case QueryField::impact:
      return Number(request.impact);
    case QueryField::urgency:
      return Number(request.urgency);
    case QueryField::channel:
      return Number(static_cast<std::int64_t>(request.channel));
    case QueryField::resolution:
      return request.resolution ? Number(static_cast<std::int64_t>(*request.resolution)) : Number();
    case QueryField::created:
      return Number(request.created.ms);
    case QueryField::updated:
      return Number(request.updated.ms);
    case QueryField::closed:
      return ms_of(request.closed);
    case QueryField::due:
      return ms_of(request.due);
    case QueryField::start:
      return ms_of(planned_start(request));
    case QueryField::first_response:
      return ms_of(request.first_response);
    case QueryField::estimate:
      return ms_of(request.estimate);
    case QueryField::reopened:
      return Number(request.reopened);
    default:
      return std::nullopt;
  }
}

Texts unless_empty(std::string_view text) { return text.empty() ? Texts{} : Texts{text}; }

Texts custom_texts(const Request& request, std::string_view name) {
  Texts texts;
  for (const auto& [field, value] : request.fields) {
    if (field == name) texts.emplace_back(value);
  }
  return texts;
}

Texts all_texts(const Request& request) {
  Texts texts{request.title, request.body};
  for (const Comment& comment : request.comments) texts.emplace_back(comment.body);
  return texts;
}

Texts texts_in(const Request& request, const RequesterFacts& who, const Expr& term) {
  switch (term.field) {
    case QueryField::requester_name:
      return unless_empty(who.name);
    case QueryField::requester_organisation:
      return unless_empty(who.organisation);
    case QueryField::key:
      return request.key ? Texts{*request.key} : Texts{};
    case QueryField::title:
      return unless_empty(request.title);
    case QueryField::text:
      return all_texts(request);
    case QueryField::type:
      return unless_empty(request.type);
    case QueryField::category:
      return unless_empty(request.category);
    case QueryField::team:
      return unless_empty(request.team);
    case QueryField::assignee:
      return unless_empty(request.assignee);
    case QueryField::requester:
      return unless_empty(request.requester);
    case QueryField::waiting_on:
      return unless_empty(request.waiting_on);
    case QueryField::label:
      return {request.labels.begin(), request.labels.end()};
    case QueryField::custom:
      return custom_texts(request, term.custom);
    default:
      return {};
  }
}

bool is_number(std::int64_t number, Compare compare, std::int64_t value) {
  switch (compare) {
    case Compare::equal:
    case Compare::not_equal:
      return number == value;
    case Compare::less:
      return number < value;
    case Compare::less_equal:
      return number <= value;
    case Compare::greater:
      return number > value;
    case Compare::greater_equal:
      return number >= value;
    case Compare::match:
      return false;
  }
  return false;
}

bool is_category_in(std::string_view category, std::string_view top) {
  return same_ascii_fold(category, top) || (category.size() > top.size() && category[top.size()] == '/' &&
                                            same_ascii_fold(category.substr(0, top.size()), top));
}

// By size: -1, 0 or 1.
std::int64_t order_of(double a, double b) { return a < b ? -1 : a > b ? 1 : 0; }

bool is_text(std::string_view text, const Expr& term, std::string_view value) {
  if (term.custom_kind == FieldKind::integer || term.custom_kind == FieldKind::number) {
    const auto number = field_number(text);
    const auto wanted = field_number(value);
    return number && wanted && is_number(order_of(*number, *wanted), term.compare, 0);
  }
  if (term.custom_kind == FieldKind::date && !is_field_date(text)) return false;
  switch (term.compare) {
    case Compare::equal:
    case Compare::not_equal:
      return term.field == QueryField::category ? is_category_in(text, value) : same_ascii_fold(text, value);
    case Compare::less:
      return less_ascii_fold(text, value);
    case Compare::less_equal:
      return !less_ascii_fold(value, text);
    case Compare::greater:
      return less_ascii_fold(value, text);
    case Compare::greater_equal:
      return !less_ascii_fold(text, value);
    case Compare::match:
      return term.field == QueryField::text ? text::contains(text, text::phrase(value))
                                            : contains_ascii_fold(text, value);
  }
  return false;
}

bool can_be_missing(Compare compare) { return compare == Compare::equal || compare == Compare::not_equal; }

bool has_number(std::optional<std::int64_t> number, const Expr& term) {
  return std::ranges::any_of(term.values, [&](const Expr::Value& value) {
    if (is_missing(value)) return can_be_missing(term.compare) && !number;
    const auto* wanted = std::get_if<std::int64_t>(&value);
    return number && wanted != nullptr && is_number(*number, term.compare, *wanted);
  });
}

bool has_text(const Texts& texts, const Expr& term) {
  return std::ranges::any_of(term.values, [&](const Expr::Value& value) {
    if (is_missing(value)) return can_be_missing(term.compare) && texts.empty();
    const auto* wanted = std::get_if<std::string>(&value);
    return wanted != nullptr &&
           std::ranges::any_of(texts, [&](std::string_view text) { return is_text(text, term, *wanted); });
  });
}

RequesterFacts facts_of(const Request& request, const QueryContext& context) {
  return context.who && !request.requester.empty() ? context.who(request.requester) : RequesterFacts();
}

bool is_about_contact(const Expr& node) {
  if (node.kind == Expr::Kind::word) return node.word == QueryWord::vip;
  const bool is_field = node.field == QueryField::requester_name || node.field == QueryField::requester_organisation;
  return node.kind == Expr::Kind::term && is_field;
}

bool matches_term(const Expr& term, const Request& request, const QueryContext& context) {
  const auto number = number_in(request, term.field);
  const RequesterFacts who = is_about_contact(term) ? facts_of(request, context) : RequesterFacts();
  const bool has_any = number ? has_number(*number, term) : has_text(texts_in(request, who, term), term);
  return has_any != (term.compare == Compare::not_equal);
}

bool matches_word(const Expr& expr, const Request& request, const QueryContext& context, bool is_blocked) {
  const bool is_open = request.state != State::closed;
  switch (expr.word) {
    case QueryWord::open:
      return is_open;
    case QueryWord::closed:
      return !is_open;
    case QueryWord::unassigned:
      return request.assignee.empty();
    case QueryWord::overdue:
      return is_open && request.due && request.due->ms < context.time.now.ms;
    case QueryWord::blocked:
      return is_blocked;
    case QueryWord::stale:
      return is_open && request.updated.ms < (context.time.now - context.stale).ms;
    case QueryWord::breached:
      return std::ranges::find(expr.values, Expr::Value(request.number)) != expr.values.end();
    case QueryWord::vip:
      return facts_of(request, context).is_vip;
  }
  return false;
}

template <class Predicate>
bool any_node(const Expr& expr, const Predicate& predicate) {
  return predicate(expr) ||
         std::ranges::any_of(expr.children, [&](const Expr& child) { return any_node(child, predicate); });
}

}  // namespace

bool matches(const Expr& expr, const Request& request, const QueryContext& context, bool is_blocked) {
  const auto child_matches = [&](const Expr& child) { return matches(child, request, context, is_blocked); };
  switch (expr.kind) {
    case Expr::Kind::everything:
      return true;
    case Expr::Kind::all_of:
      return std::ranges::all_of(expr.children, child_matches);
    case Expr::Kind::any_of:
      return std::ranges::any_of(expr.children, child_matches);
    case Expr::Kind::none_of:
      return std::ranges::none_of(expr.children, child_matches);
    case Expr::Kind::term:
      return matches_term(expr, request, context);
    case Expr::Kind::word:
      return matches_word(expr, request, context, is_blocked);
  }
  return false;
}

bool mentions_state(const Expr& expr) {
  return any_node(expr, [](const Expr& node) {
    if (node.kind == Expr::Kind::word) return node.word == QueryWord::open || node.word == QueryWord::closed;
    // `state:any` is `everything` about the state.
    const bool has_field = node.kind == Expr::Kind::term || node.kind == Expr::Kind::everything;
    return has_field && (node.field == QueryField::state || node.field == QueryField::resolution ||
                         node.field == QueryField::closed);
  });
}

bool mentions_text(const Expr& expr) {
  return any_node(expr,
                  [](const Expr& node) { return node.kind == Expr::Kind::term && node.field == QueryField::text; });
}

bool mentions_facts(const Expr& expr) {
  return any_node(expr,
                  [](const Expr& node) { return node.kind == Expr::Kind::term && node.field == QueryField::start; });
}

bool mentions_clocks(const Expr& expr) {
  return any_node(expr, [](const Expr& node) {
    if (node.kind == Expr::Kind::word) return node.word == QueryWord::breached || node.word == QueryWord::overdue;
    // Whether it has a due time at all, or just that one, is about what somebody set.
    return node.kind == Expr::Kind::term && node.field == QueryField::due && node.compare != Compare::equal &&
           node.compare != Compare::not_equal;
  });
}

bool mentions_blocked(const Expr& expr) {
  return any_node(expr,
                  [](const Expr& node) { return node.kind == Expr::Kind::word && node.word == QueryWord::blocked; });
}

bool mentions_contact(const Expr& expr) { return any_node(expr, is_about_contact); }

}  // namespace behest
