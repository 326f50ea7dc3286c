#include <algorithm>

#include "store/rows.hpp"
#include "store/sql_store.hpp"

namespace behest::store {
namespace {

constexpr std::string_view k_facts =
    "SELECT f.request, f.kind, f.name, f.value FROM fact f JOIN request r ON r.number = f.request WHERE f.kind = $1 "
    "AND "
    "r.deleted = 0";

Fact fact_in(const Row& row) { return {std::string(row.text(1)), std::string(row.text(2)), json_at(row, 3)}; }

}  // namespace

std::vector<Tie> SqlStore::ties(std::int64_t number) {
  std::vector<Tie> ties;
  // What is told of the requests at the other ends.
  if (held_ && held_->after.number != number) settle();
  run_beside(
      "SELECT k.relation AS relation, 0 AS incoming, k.target AS other, r.state, r.deleted FROM link k JOIN request r "
      "ON r.number = k.target WHERE k.request = $1 UNION ALL SELECT k.relation, 1, k.request, r.state, r.deleted FROM "
      "link k JOIN request r ON r.number = k.request WHERE k.target = $1 ORDER BY relation, incoming, other",
      {number}, [&](const Row& row) {
        ties.push_back({enum_at(row, 0, Relation::relates), row.integer(1) != 0, row.integer(2),
                        enum_at(row, 3, State::closed), row.integer(4) != 0});
        return true;
      });
  return ties;
}

void SqlStore::each_candidate(const Expr& where, const std::function<void(const Candidate&)>& visit) {
  tell_index_for(where);
  SqlText sql;
  sql << "SELECT r.number, r.priority, r.due, r.created, r.title FROM request r WHERE r.state < 4 AND r.deleted = 0 "
         "AND ";
  write_condition(sql, where);
  settled().run(sql.sql(), sql.params(), [&](const Row& row) {
    Candidate candidate;
    candidate.number = row.integer(0);
    candidate.priority = priority_at(row, 1);
    if (!row.is_null(2)) candidate.due = Instant{row.integer(2)};
    candidate.created = Instant{row.integer(3)};
    candidate.title = row.text(4);
    visit(candidate);
    return true;
  });
}

std::vector<NumberPair> SqlStore::links_of(Relation relation) {
  return pairs("SELECT request, target FROM link WHERE relation = $1", {static_cast<std::int64_t>(relation)});
}

std::vector<NumberPair> SqlStore::pairs(std::string_view sql, std::initializer_list<Param> params) {
  std::vector<NumberPair> pairs;
  run(sql, params, [&](const Row& row) {
    pairs.push_back({row.integer(0), row.integer(1)});
    return true;
  });
  return pairs;
}

std::vector<NumberPair> SqlStore::open_blocks() {
  return pairs(
      "SELECT k.request, k.target FROM link k JOIN request a ON a.number = k.request JOIN request b ON b.number = "
      "k.target WHERE k.relation = 0 AND a.state < 4 AND a.deleted = 0 AND b.state < 4 AND b.deleted = 0");
}

std::vector<NumberPair> SqlStore::open_votes() {
  return pairs(
      "SELECT f.request, COUNT(*) FROM fact f JOIN request r ON r.number = f.request WHERE f.kind = 'vote' AND r.state "
      "< 4 AND r.deleted = 0 GROUP BY f.request");
}

void SqlStore::each_fact(std::string_view kind, std::string_view name,
                         const std::function<void(std::int64_t, const Fact&)>& visit) {
  const auto visit_row = [&](const Row& row) {
    visit(row.integer(0), fact_in(row));
    return true;
  };
  if (!name.empty()) {
    run(std::string(k_facts) + " AND f.name = $2 ORDER BY f.request", {kind, name}, visit_row);
    return;
  }
  // Only the numbers are put in order: the engine would keep all there is of the facts for that.
  std::vector<std::int64_t> numbers = integers("SELECT request FROM fact WHERE kind = $1", {kind});
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  static const std::string sql = std::string(k_facts) + " AND f.request = $2 ORDER BY f.name";
  for (const std::int64_t number : numbers) run(sql, {kind, number}, visit_row);
}

void SqlStore::each_fact_between(std::string_view kind, std::string_view from, std::string_view until,
                                 const std::function<void(std::int64_t, const Fact&)>& visit) {
  run(std::string(k_facts) + " AND f.name >= $2 AND f.name < $3 ORDER BY f.name, f.request", {kind, from, until},
      [&](const Row& row) {
        visit(row.integer(0), fact_in(row));
        return true;
      });
}

void SqlStore::rewrite(const Event& event) {
  post("UPDATE event SET payload = $2, actor = $3 WHERE id = $1",
       {event.id, encode_changes(event.changes), event.actor});
}

void SqlStore::rewrite(const CommandRow& command) {
  post("UPDATE command SET actor = $2, login = $3 WHERE id = $1", {command.id, command.actor, command.login});
}

void SqlStore::forget_attachments(std::int64_t number) {
  post(
      "DELETE FROM chunk WHERE hash IN (SELECT hash FROM attachment WHERE request = $1) AND hash NOT IN (SELECT hash "
      "FROM attachment WHERE request <> $1)",
      {number});
  post("DELETE FROM attachment WHERE request = $1", {number});
}

}  // namespace behest::store
