#include "ops/plan_input.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/query_terms.hpp"
#include "core/transition.hpp"
#include "ops/estimate.hpp"
#include "ops/work_log.hpp"

namespace behest::ops {
namespace {

// What a query says beside what it says of the state.
Expr without_state(const Expr& where) {
  if (!mentions_state(where)) return where;
  std::vector<Expr> rest;
  if (where.kind == Expr::Kind::all_of) {
    std::ranges::copy_if(where.children, std::back_inserter(rest),
                         [](const Expr& part) { return !mentions_state(part); });
  }
  return rest.empty() ? Expr() : all_of(std::move(rest));
}

Expr closed_among(const std::set<std::int64_t>& numbers, const Expr& where) {
  std::vector<Expr> parts(2);
  parts[0].kind = Expr::Kind::word;
  parts[0].word = QueryWord::closed;
  // The word that carries numbers as they are, however many.
  parts[1].kind = Expr::Kind::word;
  parts[1].word = QueryWord::breached;
  parts[1].values.assign(numbers.begin(), numbers.end());
  if (where.kind != Expr::Kind::everything) parts.push_back(where);
  return all_of(std::move(parts));
}

class PlanReader {
 public:
  PlanReader(Store& store, const Expr& where) : store_(store), where_(where) {}

  PlanInput run() {
    read_requests(where_);
    input_.shown = input_.rows.size();
    read_closed_parts();
    read_facts();
    find_left_out();
    return std::move(input_);
  }

 private:
  void read_requests(const Expr& where) {
    store_.each_request({where, {{QueryField::id, "", false}}, std::nullopt}, [&](const Request& request) {
      PlanRow row;
      row.number = request.number;
      row.title = request.title;
      row.assignee = request.assignee;
      row.priority = request.priority;
      row.is_closed = request.state == State::closed;
      row.start = request.created;
      row.finish = request.closed.value_or(request.created);
      row.due = request.due;
      row.has_estimate = request.estimate.has_value();
      const std::int64_t length = request.estimate ? request.estimate->ms / 1000 : 0;
      row.estimate = {length, length, length};
      input_.index.emplace(request.number, input_.rows.size());
      input_.rows.push_back(std::move(row));
      input_.links.push_back(request.links);
    });
  }

  // Most plans are of what is open, and say how much of a whole is done.
  void read_closed_parts() {
    const Expr where = without_state(where_);
    for (std::size_t from = 0; from < input_.rows.size();) {
      std::set<std::int64_t> missing;
      for (; from < input_.rows.size(); ++from) {
        for (const Link& link : input_.links[from]) {
          if (link.relation == Relation::parent && !input_.index.contains(link.to)) missing.insert(link.to);
        }
      }
      if (!missing.empty()) read_requests(closed_among(missing, where));
    }
  }

  PlanRow* row_of(std::int64_t number) {
    const auto found = input_.index.find(number);
    return found == input_.index.end() ? nullptr : &input_.rows[found->second];
  }

  void read_facts() {
    if (input_.rows.empty()) return;
    store_.each_fact("plan", "", [&](std::int64_t number, const Fact& fact) {
      if (PlanRow* row = row_of(number)) add_plan_fact(*row, fact);
    });
    store_.each_fact("booking", "", [&](std::int64_t number, const Fact& fact) {
      const text::JsonValue* const units = fact.value.find("units");
      if (units == nullptr || units->integer() == nullptr) return;
      if (PlanRow* row = row_of(number)) row->bookings.emplace_back(fact.name, *units->integer());
    });
    store_.each_fact("work", "", [&](std::int64_t number, const Fact& fact) {
      PlanRow* const row = row_of(number);
      const auto entry = row == nullptr ? std::nullopt : work_entry(number, fact);
      if (!entry || !entry->seconds) return;
      row->worked_s += *entry->seconds;
      row->begun = std::min(row->begun.value_or(entry->start), entry->start);
    });
  }

  void add_plan_fact(PlanRow& row, const Fact& fact) {
    if (fact.name == "start" && fact.value.integer() != nullptr) row.not_before = Instant{*fact.value.integer()};
    if (fact.name == "estimate") {
      if (const auto points = points_of(fact.value)) row.estimate = *points;
    }
    if (!fact.name.starts_with("link.")) return;
    std::int64_t to = 0;
    std::from_chars(fact.name.data() + 5, fact.name.data() + fact.name.size(), to);
    input_.terms[{row.number, to}] = terms_of(fact.value);
  }

  void find_left_out() {
    if (input_.shown == 0) return;
    for (const NumberPair& pair : store_.open_blocks()) {
      if (input_.index.contains(pair.request) || !input_.index.contains(pair.value)) continue;
      input_.left_out.push_back({pair.request, pair.value});
    }
    std::ranges::sort(input_.left_out, {}, [](const PlanGap& gap) { return std::pair(gap.to, gap.from); });
  }

  Store& store_;
  const Expr& where_;
  PlanInput input_;
};

}  // namespace

PlanInput read_plan(Store& store, const Expr& where) { return PlanReader(store, where).run(); }

}  // namespace behest::ops
