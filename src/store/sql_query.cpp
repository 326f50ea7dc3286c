#include <algorithm>
#include <array>

#include "core/ascii.hpp"
#include "store/sql_search.hpp"
#include "store/sql_text.hpp"

namespace behest::store {
namespace {

// Bound values a statement may hold, a little under the engine's limit.
constexpr std::size_t k_max_params = 450;
// A word in the title tells more of a request than one in its thread. The better, the lower.
constexpr std::string_view k_rank = "bm25(search, 5.0, 1.0, 1.0)";
// The engine refuses longer LIKE patterns.
constexpr std::size_t k_max_pattern = 250;

// How a field is stored: the column, and what an absent value looks like.
struct ColumnRule {
  QueryField field;
  std::string_view column;
  bool is_text;
  bool is_nullable;
};
constexpr std::string_view k_start =
    "(SELECT CAST(p.value AS INTEGER) FROM fact p WHERE p.request = r.number AND p.kind = 'plan' AND p.name = 'start')";
constexpr std::array k_columns = {
    ColumnRule{QueryField::id, "r.number", false, false},
    ColumnRule{QueryField::key, "r.key", true, true},
    ColumnRule{QueryField::title, "r.title", true, false},
    ColumnRule{QueryField::state, "r.state", false, false},
    ColumnRule{QueryField::priority, "r.priority", false, false},
    ColumnRule{QueryField::impact, "r.impact", false, true},
    ColumnRule{QueryField::urgency, "r.urgency", false, true},
    ColumnRule{QueryField::type, "r.type", true, false},
    ColumnRule{QueryField::category, "r.category", true, false},
    ColumnRule{QueryField::team, "r.team", true, false},
    ColumnRule{QueryField::assignee, "r.assignee", true, false},
    ColumnRule{QueryField::requester, "r.requester", true, false},
    ColumnRule{QueryField::channel, "r.channel", false, false},
    ColumnRule{QueryField::resolution, "r.resolution", false, true},
    ColumnRule{QueryField::waiting_on, "r.waiting_on", true, false},
    ColumnRule{QueryField::created, "r.created", false, false},
    ColumnRule{QueryField::updated, "r.updated", false, false},
    ColumnRule{QueryField::closed, "r.closed", false, true},
    ColumnRule{QueryField::due, "r.due", false, true},
    ColumnRule{QueryField::start, k_start, false, true},
    ColumnRule{QueryField::first_response, "r.first_response", false, true},
    ColumnRule{QueryField::estimate, "r.estimate", false, true},
    ColumnRule{QueryField::reopened, "r.reopened", false, false},
};

const ColumnRule* rule_for(QueryField field) {
  for (const ColumnRule& rule : k_columns) {
    if (rule.field == field) return &rule;
  }
  return nullptr;
}

std::string pattern_escaped(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  if (pattern.size() > k_max_pattern) {
    throw Error{ErrorKind::usage, "a text to search for is longer than 250 bytes", "search for a shorter part of it"};
  }
  return pattern;
}

std::string_view operator_of(Compare compare) {
  switch (compare) {
    case Compare::not_equal:
      return " <> ";
    case Compare::less:
      return " < ";
    case Compare::less_equal:
      return " <= ";
    case Compare::greater:
      return " > ";
    case Compare::greater_equal:
      return " >= ";
    case Compare::equal:
    case Compare::match:
      break;
  }
  return " = ";
}

void bind_value(SqlText& sql, const Expr::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    sql.bind(*number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    sql.bind(lower_ascii(*text));
  }
}

// `column` compared with one value; the column is known to have one.
void write_comparison(SqlText& sql, std::string_view column, bool is_text, Compare compare, const Expr::Value& value) {
  if (is_text) {
    sql << "lower(" << column << ")";
  } else {
    sql << column;
  }
  if (compare == Compare::match) {
    const auto* text = std::get_if<std::string>(&value);
    sql << " LIKE ";
    sql.bind("%" + pattern_escaped(lower_ascii(text == nullptr ? "" : *text)) + "%");
    sql << " ESCAPE '\\'";
    return;
  }
  sql << operator_of(compare);
  bind_value(sql, value);
}

void write_category(SqlText& sql, const std::string& path) {
  // Itself or what is below it, by one value: a query may name as many as it likes.
  sql << "(lower(r.category) || '/' LIKE ";
  sql.bind(pattern_escaped(lower_ascii(path)) + "/%");
  sql << " ESCAPE '\\')";
}

void write_value(SqlText& sql, const ColumnRule& rule, const Expr& expr, const Expr::Value& value) {
  if (std::holds_alternative<std::monostate>(value)) {
    sql << rule.column << (rule.is_nullable ? " IS NULL" : rule.is_text ? " = ''" : " IS NULL");
    return;
  }
  const auto* text = std::get_if<std::string>(&value);
  if (rule.field == QueryField::category && text != nullptr && expr.compare == Compare::equal) {
    write_category(sql, *text);
    return;
  }
  // The index of assignees has no unassigned ones; said so that the engine may use it.
  const bool is_assigned = rule.field == QueryField::assignee && expr.compare == Compare::equal;
  if (rule.is_nullable) sql << "(" << rule.column << " IS NOT NULL AND ";
  if (is_assigned) sql << "(r.assignee <> '' AND ";
  write_comparison(sql, rule.column, rule.is_text, expr.compare, value);
  if (rule.is_nullable || is_assigned) sql << ")";
}

void write_label(SqlText& sql, const Expr& expr, const Expr::Value& value) {
  if (std::holds_alternative<std::monostate>(value)) {
    sql << "r.labels = '[]'";
    return;
  }
  sql << "r.number IN (SELECT l.request FROM request_label l WHERE ";
  write_comparison(sql, "l.label", false, expr.compare, value);
  sql << ")";
}

constexpr std::string_view k_is_number = "f.value <> '' AND trim(f.value, '-.0123456789') = ''";
constexpr std::string_view k_is_date = "f.value <> '' AND trim(f.value, '-0123456789') = ''";

bool is_numeric(FieldKind kind) { return kind == FieldKind::integer || kind == FieldKind::number; }

// f.value compared as what it is; values from before the field had its type match nothing.
void write_typed(SqlText& sql, const Expr& expr, const Expr::Value& value) {
  if (is_numeric(expr.custom_kind)) {
    sql << k_is_number << " AND CAST(f.value AS REAL)" << operator_of(expr.compare) << "CAST(";
    bind_value(sql, value);
    sql << " AS REAL)";
    return;
  }
  if (expr.custom_kind == FieldKind::date) sql << k_is_date << " AND ";
  write_comparison(sql, "f.value", true, expr.compare, value);
}

void write_custom(SqlText& sql, const Expr& expr, const Expr::Value& value) {
  if (std::holds_alternative<std::monostate>(value)) {
    sql << "NOT EXISTS (SELECT 1 FROM request_field f WHERE f.request = r.number AND f.name = ";
    sql.bind(expr.custom) << ")";
    return;
  }
  sql << "r.number IN (SELECT f.request FROM request_field f WHERE f.name = ";
  sql.bind(expr.custom) << " AND ";
  write_typed(sql, expr, value);
  sql << ")";
}

// The names, addresses and other names of contacts `c` for which `condition` holds.
void write_contacts(SqlText& sql, const auto& condition) {
  sql << "SELECT c.name FROM record c WHERE c.kind = 'contact' AND ";
  condition();
  sql << " UNION ALL SELECT a.name FROM record a JOIN record c ON c.kind = 'contact' AND c.name = a.value ->> "
         "'contact' WHERE a.kind = 'alias' AND ";
  condition();
}

// The address in "Zoe Lin <zoe@example.org>", else the whole.
constexpr std::string_view k_address =
    "CASE WHEN r.requester LIKE '%<%>' THEN lower(trim(substr(r.requester, instr(r.requester, '<') + 1, "
    "length(r.requester) - instr(r.requester, '<') - 1))) ELSE lower(r.requester) END";

// Whether the requester is such a contact. An address tells it where there is one, as in find_contact().
void write_requester(SqlText& sql, const auto& condition) {
  sql << "(lower(r.requester) IN (";
  write_contacts(sql, condition);
  sql << ") OR " << k_address << " IN (";
  write_contacts(sql, condition);
  sql << "))";
}

void write_contact(SqlText& sql, const Expr& expr, const Expr::Value& value) {
  const std::string_view column =
      expr.field == QueryField::requester_name ? "c.value ->> 'name'" : "c.value ->> 'organisation'";
  if (std::holds_alternative<std::monostate>(value)) {
    sql << "NOT ";
    write_requester(sql, [&] { sql << column << " IS NOT NULL"; });
    return;
  }
  write_requester(sql, [&] { write_comparison(sql, column, true, expr.compare, value); });
}

void write_one(SqlText& sql, const Expr& expr, const Expr::Value& value) {
  if (expr.field == QueryField::label) {
    write_label(sql, expr, value);
  } else if (expr.field == QueryField::custom) {
    write_custom(sql, expr, value);
  } else if (expr.field == QueryField::requester_name || expr.field == QueryField::requester_organisation) {
    write_contact(sql, expr, value);
  } else {
    const ColumnRule* rule = rule_for(expr.field);
    if (rule == nullptr) throw Error{ErrorKind::bug, "a query names a field the store does not know", ""};
    write_value(sql, *rule, expr, value);
  }
}

// Joins [from, to) with AND or OR as a balanced tree: the engine limits the depth of an expression, not its size.
template <class Write>
void write_balanced(SqlText& sql, std::string_view word, std::size_t from, std::size_t to, const Write& write) {
  if (to - from == 1) {
    write(from);
    return;
  }
  const std::size_t middle = from + (to - from) / 2;
  sql << "(";
  write_balanced(sql, word, from, middle, write);
  sql << word;
  write_balanced(sql, word, middle, to, write);
  sql << ")";
}

// Whether only open states are asked for: said in so many words, it lets the engine take the index of what is open.
bool asks_for_open(const Expr& expr) {
  return expr.field == QueryField::state && expr.compare == Compare::equal &&
         std::ranges::all_of(expr.values, [](const Expr::Value& value) {
           const auto* state = std::get_if<std::int64_t>(&value);
           return state != nullptr && *state < static_cast<std::int64_t>(State::closed);
         });
}

void write_term(SqlText& sql, const Expr& expr) {
  // Text that the index could not be asked for has nothing to be found by.
  if (expr.values.empty() || expr.field == QueryField::text) {
    sql << "FALSE";
    return;
  }
  Expr positive = expr;
  const bool is_negated = expr.compare == Compare::not_equal;
  if (is_negated) {
    positive.compare = Compare::equal;
    sql << "NOT (";
  }
  const bool is_open = asks_for_open(expr);
  if (is_open) sql << "(r.state < 4 AND ";
  write_balanced(sql, " OR ", 0, positive.values.size(),
                 [&](std::size_t i) { write_one(sql, positive, positive.values[i]); });
  if (is_negated || is_open) sql << ")";
}

// A list where they are few, as numbers need no quoting; else one value, as there may be more of them than a statement
// can bind or hold.
void write_numbers(SqlText& sql, const std::vector<Expr::Value>& values) {
  constexpr std::size_t k_few = 100;
  if (values.size() > k_few) {
    std::string all = "[";
    for (const Expr::Value& value : values) {
      const auto* const number = std::get_if<std::int64_t>(&value);
      if (number == nullptr) continue;
      if (all.size() > 1) all += ',';
      all += std::to_string(*number);
    }
    sql << "r.number IN (SELECT value FROM json_each(";
    sql.bind(all + "]");
    sql << "))";
    return;
  }
  std::string_view separator = "r.number IN (";
  for (const Expr::Value& value : values) {
    const auto* const number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) continue;
    sql << separator << std::to_string(*number);
    separator = ",";
  }
  sql << (values.empty() ? "FALSE" : ")");
}

void write_word(SqlText& sql, const Expr& expr) {
  const auto limit = [&] {
    const auto* ms = expr.values.empty() ? nullptr : std::get_if<std::int64_t>(&expr.values.front());
    if (ms == nullptr) throw Error{ErrorKind::bug, "a word of a query lacks its instant", ""};
    return *ms;
  };
  switch (expr.word) {
    case QueryWord::open:
      sql << "r.state < 4";
      return;
    case QueryWord::closed:
      sql << "r.state = 4";
      return;
    case QueryWord::unassigned:
      sql << "r.assignee = ''";
      return;
    case QueryWord::overdue:
      sql << "(r.state < 4 AND r.due IS NOT NULL AND r.due < ";
      sql.bind(limit()) << ")";
      return;
    case QueryWord::stale:
      sql << "(r.state < 4 AND r.updated < ";
      sql.bind(limit()) << ")";
      return;
    case QueryWord::blocked:
      sql << "EXISTS (SELECT 1 FROM link k JOIN request b ON b.number = k.request WHERE k.target = r.number AND "
             "k.relation = 0 AND b.state < 4 AND b.deleted = 0)";
      return;
    case QueryWord::breached:
      write_numbers(sql, expr.values);
      return;
    case QueryWord::vip:
      write_requester(sql, [&] { sql << "c.value ->> 'vip' IS NOT NULL"; });
      return;
  }
}

}  // namespace

void SqlText::placeholder() {
  if (params_.size() > k_max_params) {
    throw Error{ErrorKind::usage, "the query names more than 450 values", "split it into several"};
  }
  sql_ += '$';
  sql_ += std::to_string(params_.size());
}

SqlText& SqlText::bind(std::int64_t value) {
  params_.emplace_back(value);
  placeholder();
  return *this;
}

SqlText& SqlText::bind(std::string value) {
  texts_.push_back(std::move(value));
  params_.emplace_back(std::string_view(texts_.back()));
  placeholder();
  return *this;
}

void write_condition(SqlText& sql, const Expr& expr) {
  if (auto question = search_question(expr)) {
    sql << "r.number IN (SELECT rowid FROM search WHERE search MATCH ";
    sql.bind(*std::move(question)) << ")";
    return;
  }
  switch (expr.kind) {
    case Expr::Kind::everything:
      sql << "TRUE";
      return;
    case Expr::Kind::term:
      write_term(sql, expr);
      return;
    case Expr::Kind::word:
      write_word(sql, expr);
      return;
    case Expr::Kind::none_of:
      sql << "NOT (";
      write_condition(sql, expr.children.front());
      sql << ")";
      return;
    case Expr::Kind::all_of:
    case Expr::Kind::any_of:
      break;
  }
  const bool is_and = expr.kind == Expr::Kind::all_of;
  if (expr.children.empty()) {
    sql << (is_and ? "TRUE" : "FALSE");
    return;
  }
  write_balanced(sql, is_and ? " AND " : " OR ", 0, expr.children.size(),
                 [&](std::size_t i) { write_condition(sql, expr.children[i]); });
}

namespace {

void write_custom_order(SqlText& sql, const SortKey& key) {
  const bool is_number = is_numeric(key.custom_kind);
  sql << "(SELECT ";
  if (key.choices.empty()) {
    sql << (is_number ? "CAST(f.value AS REAL)" : "f.value");
  } else {
    sql << "CASE lower(f.value)";
    for (std::size_t i = 0; i < key.choices.size(); ++i) {
      sql << " WHEN ";
      sql.bind(lower_ascii(key.choices[i])) << " THEN " << std::to_string(i);
    }
    sql << " END";
  }
  sql << " FROM request_field f WHERE f.request = r.number AND f.name = ";
  sql.bind(key.custom);
  if (is_number) sql << " AND " << k_is_number;
  sql << ")";
}

}  // namespace

void write_order(SqlText& sql, const std::vector<SortKey>& order) {
  sql << " ORDER BY ";
  for (const SortKey& key : order) {
    const std::string_view direction = key.is_descending ? " DESC" : " ASC";
    if (key.is_by_rank) {
      sql << k_rank << direction << ", ";
      continue;
    }
    if (key.is_by_sla) throw Error{ErrorKind::usage, "requests cannot be sorted by their clocks here", ""};
    if (key.field == QueryField::custom) {
      write_custom_order(sql, key);
      sql << direction << " NULLS LAST, ";
      continue;
    }
    const ColumnRule* rule = rule_for(key.field);
    if (rule == nullptr) throw Error{ErrorKind::usage, "requests cannot be sorted by that field", ""};
    if (rule->is_text) sql << "(" << rule->column << " = '') ASC, ";
    sql << rule->column << direction << (rule->is_nullable ? " NULLS LAST, " : ", ");
  }
  sql << "r.number DESC";
}

namespace {

// FROM and WHERE; CROSS JOIN makes the engine begin with the index.
void write_source(SqlText& sql, const std::optional<SearchLead>& lead, const Expr& where) {
  if (!lead) {
    sql << " FROM request r WHERE r.deleted = 0 AND ";
    write_condition(sql, where);
    return;
  }
  sql << " FROM search CROSS JOIN request r ON r.number = search.rowid WHERE search MATCH ";
  sql.bind(lead->question) << " AND r.deleted = 0 AND ";
  write_condition(sql, lead->rest);
}

}  // namespace

SqlText selection_text(std::string_view select, const Selection& selection) {
  SqlText sql;
  const auto lead = search_lead(selection.where);
  if (!lead && std::ranges::any_of(selection.order, &SortKey::is_by_rank)) {
    throw Error{ErrorKind::usage, "there is no rank without words that every match has",
                "look for words, for example 'printer is:open', or sort by a field"};
  }
  sql << select;
  write_source(sql, lead, selection.where);
  if (lead && selection.order.empty()) {
    // The index gives its rows in this order by itself, so that a limit ends the search.
    sql << " ORDER BY search.rowid DESC";
  } else {
    write_order(sql, selection.order);
  }
  if (selection.limit) {
    sql << " LIMIT ";
    sql.bind(*selection.limit);
  }
  return sql;
}

SqlText counting_text(const Expr& where) {
  SqlText sql;
  sql << "SELECT COUNT(*)";
  write_source(sql, search_lead(where), where);
  return sql;
}

SqlText counting_text(const Expr& where, const std::vector<Expr>& parts) {
  SqlText sql;
  sql << "SELECT ";
  for (const Expr& part : parts) {
    if (&part != parts.data()) sql << ", ";
    sql << "COUNT(*) FILTER (WHERE ";
    write_condition(sql, part);
    sql << ")";
  }
  write_source(sql, search_lead(where), where);
  return sql;
}

}  // namespace behest::store
