#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "behest/core/field.hpp"
#include "behest/core/request.hpp"

namespace behest {

enum class QueryField {
  id,
  key,
  title,
  text,
  state,
  priority,
  impact,
  urgency,
  type,
  category,
  team,
  assignee,
  requester,
  channel,
  label,
  resolution,
  waiting_on,
  created,
  updated,
  closed,
  due,
  start,  // not before: the fact "plan.start"
  first_response,
  estimate,
  reopened,
  requester_name,  // of the contact that the requester is
  requester_organisation,
  custom,
};
enum class Compare { equal, not_equal, less, less_equal, greater, greater_equal, match };
// The words of `is:`.
enum class QueryWord { open, closed, unassigned, overdue, blocked, stale, breached, vip };

// A node of a query. Values are resolved while parsing: names of states to their numbers, times to milliseconds since
// the epoch, durations to milliseconds, `me` to the actor, priorities to 1–5.
struct Expr {
  enum class Kind { everything, all_of, any_of, none_of, term, word };
  Kind kind = Kind::everything;
  std::vector<Expr> children;  // all_of, any_of; none_of has one
  // term: `field` compared with any of `values`; std::monostate = has no value (written `field:none` or `field:`).
  QueryField field = QueryField::text;
  std::string custom;                       // NAME of field.NAME
  FieldKind custom_kind = FieldKind::text;  // what its values are compared as
  Compare compare = Compare::equal;
  using Value = std::variant<std::monostate, std::int64_t, std::string>;
  std::vector<Value> values;
  // word: overdue and stale carry in `values` the instant (ms) that due, or the last change, must lie before; breached
  // the numbers of the requests that it holds for, which are found out before the store is asked (ops/promised.hpp).
  QueryWord word = QueryWord::open;
};

// What is known of the contact that a requester is.
struct RequesterFacts {
  std::string name;
  std::string organisation;
  bool is_vip = false;
};

struct QueryContext {
  TimeContext time;
  std::string me;
  Duration stale;  // is:stale = not closed and not updated for this long
  // Who a requester is, for matches(); nobody is a contact without it.
  std::function<RequesterFacts(std::string_view requester)> who = {};
  const FieldTypes* fields = nullptr;  // that are declared; outlives the parsing
};

// Parses the one query language of behest (DESIGN 4, `man behest-query`): never throws; the error's column counts from
// 1 in bytes. An unknown field, state, resolution, channel or `is:` word is an error with the nearest name as hint; an
// unknown person, team, category or label is not. Nesting is limited to 64, the text to 64 KiB.
Parsed<Expr> parse_query(std::string_view text, const QueryContext& context);

// Whether a request in memory (its comments loaded when the query has text) satisfies the query; the same answer as
// the store gives. `blocked` is passed in, as it is about other requests.
bool matches(const Expr& expr, const Request& request, const QueryContext& context, bool is_blocked);

// Whether the query says anything of the state (state:, is:open, is:closed, resolution:, closed:), so that `list` does
// not add is:open.
bool mentions_state(const Expr& expr);
// Whether it asks for what only the facts of a request tell.
bool mentions_facts(const Expr& expr);
// Whether any term is about text (title and body and comments).
bool mentions_text(const Expr& expr);
// Whether any part of it depends on clocks: is:breached, is:overdue, and due before or after an instant.
bool mentions_clocks(const Expr& expr);
// Whether any part of it is is:blocked.
bool mentions_blocked(const Expr& expr);
// Whether any term is about the contact that the requester is.
bool mentions_contact(const Expr& expr);

// The names a query knows, for messages, completion and the manual: field name and what it takes.
struct QueryFieldInfo {
  std::string_view name;
  QueryField field;
  std::string_view takes;
};
const std::vector<QueryFieldInfo>& query_fields();
const std::vector<std::pair<std::string_view, QueryWord>>& query_words();

}  // namespace behest
