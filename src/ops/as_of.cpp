#include "ops/as_of.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "behest/core/life.hpp"
#include "ops/people.hpp"

namespace behest::ops {
namespace {

using Visit = std::function<void(const Request&)>;

// Which commands stood undone at `at`: as they stand now, with every later undo and redo turned back.
class Undone {
 public:
  Undone(Store& store, Instant at) : store_(store), at_(at) {}

  // Must hear of every later event first.
  void turn_back(const Event& later) {
    if (!seen_.insert(later.command).second) return;
    const auto command = store_.command(later.command);
    if (command && command->target && command->at > at_) turned_[*command->target] ^= true;
  }

  bool operator()(const Event& event) {
    const auto command = store_.command(event.command);
    const auto turned = turned_.find(event.command);
    return (command && command->is_undone) != (turned != turned_.end() && turned->second);
  }

 private:
  Store& store_;
  Instant at_;
  std::set<std::int64_t> seen_;
  std::map<std::int64_t, bool> turned_;
};

int comment_number(std::string_view field) {
  int number = 0;
  if (field.starts_with("comment.")) std::from_chars(field.data() + 8, field.data() + field.size(), number);
  return number;
}

void take_back(Request& request, const Event& event) {
  for (auto change = event.changes.rbegin(); change != event.changes.rend(); ++change) {
    set_field(request, change->field, change->before);
  }
}

bool mentions_blocked(const Expr& expr) {
  return (expr.kind == Expr::Kind::word && expr.word == QueryWord::blocked) ||
         std::ranges::any_of(expr.children, mentions_blocked);
}

bool is_among(const std::vector<std::int64_t>& sorted, std::int64_t number) {
  return std::ranges::binary_search(sorted, number);
}

// Whether a request is blocked depends on others, which may have changed since as well: nothing of such a query can be
// left to the store.
void each_in_memory(Store& store, const Expr& where, const QueryContext& context,
                    const std::vector<std::int64_t>& touched, const Visit& visit) {
  const auto each = [&](const Visit& see) {
    store.each_request({}, [&](const Request& request) {
      if (!is_among(touched, request.number)) see(request);
    });
    for (const std::int64_t number : touched) {
      if (const auto past = request_as_of(store, number, context.time.now)) see(*past);
    }
  };
  std::set<std::int64_t> blocked;
  each([&](const Request& request) {
    if (request.state == State::closed) return;
    for (const Link& link : request.links) {
      if (link.relation == Relation::blocks) blocked.insert(link.to);
    }
  });
  const bool has_text = mentions_text(where);
  each([&](const Request& request) {
    const bool is_blocked = blocked.contains(request.number);
    if (!has_text) {
      if (matches(where, request, context, is_blocked)) visit(request);
      return;
    }
    Request full = request;
    if (!is_among(touched, request.number)) full.comments = store.comments(request.number);
    if (matches(where, full, context, is_blocked)) visit(full);
  });
}

void each_touched(Store& store, const Expr& where, const QueryContext& context,
                  const std::vector<std::int64_t>& touched, const Visit& visit) {
  for (const std::int64_t number : touched) {
    const auto past = request_as_of(store, number, context.time.now);
    if (past && matches(where, *past, context, false)) visit(*past);
  }
}

// Contacts are looked up as they are now: what is known of a person is no part of a request's history.
QueryContext with_contacts(Store& store, QueryContext context) {
  context.who = [&store](std::string_view person) { return requester_facts(store, person); };
  return context;
}

}  // namespace

std::optional<Request> request_as_of(Store& store, std::int64_t number, Instant at) {
  auto request = store.request(number);
  if (!request) return std::nullopt;
  request->comments = store.comments(number);
  const std::vector<Event> events = store.events_of_request(number);
  const auto later = std::ranges::find_if(events, [&](const Event& event) { return event.at > at; });
  if (later == events.begin()) return std::nullopt;
  Undone is_undone(store, at);
  for (auto event = events.end(); event != later; --event) {
    take_back(*request, *(event - 1));
    is_undone.turn_back(*(event - 1));
  }
  Life life;
  int comment_count = 0;
  for (auto event = events.begin(); event != later; ++event) {
    if (!is_undone(*event)) advance(life, {event->at, event->state, event->resolution, event->marks});
    for (const Change& change : event->changes) comment_count = std::max(comment_count, comment_number(change.field));
  }
  if (request->is_deleted) return std::nullopt;
  apply(life, *request);
  request->comment_count = comment_count;
  request->updated = (later - 1)->at;
  request->version = static_cast<int>(later - events.begin());
  return request;
}

void each_request_as_of(Store& store, const Expr& where, const QueryContext& asked, const Visit& visit) {
  const QueryContext context = with_contacts(store, asked);
  const std::vector<std::int64_t> touched = store.touched_after(context.time.now);
  if (mentions_blocked(where)) {
    each_in_memory(store, where, context, touched, visit);
    return;
  }
  store.each_request({where, {}, {}}, [&](const Request& request) {
    if (!is_among(touched, request.number)) visit(request);
  });
  each_touched(store, where, context, touched, visit);
}

void each_number_as_of(Store& store, const Expr& where, const QueryContext& asked,
                       const std::function<void(std::int64_t)>& visit) {
  const QueryContext context = with_contacts(store, asked);
  const std::vector<std::int64_t> touched = store.touched_after(context.time.now);
  const Visit visit_number = [&](const Request& request) { visit(request.number); };
  if (mentions_blocked(where)) {
    each_in_memory(store, where, context, touched, visit_number);
    return;
  }
  for (const std::int64_t number : store.find({where, {}, {}})) {
    if (!is_among(touched, number)) visit(number);
  }
  each_touched(store, where, context, touched, visit_number);
}

}  // namespace behest::ops
