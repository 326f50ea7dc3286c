#include "ops/as_of.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "behest/core/life.hpp"
#include "ops/people.hpp"

namespace behest::ops {
namespace {

using Visit = std::function<void(const Request&)>;

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

// The request with all that came after an instant taken back, given the life that it had had by then.
std::optional<Request> past_of(Store& store, std::int64_t number, Instant at, const Life& life) {
  auto request = store.request(number);
  if (!request) return std::nullopt;
  request->comments = store.comments(number);
  const std::vector<Event> events = store.events_of_request(number);
  const auto later = std::ranges::find_if(events, [&](const Event& event) { return event.at > at; });
  if (later == events.begin()) return std::nullopt;
  for (auto event = events.end(); event != later; --event) take_back(*request, *(event - 1));
  if (request->is_deleted) return std::nullopt;
  int comment_count = 0;
  for (auto event = events.begin(); event != later; ++event) {
    for (const Change& change : event->changes) comment_count = std::max(comment_count, comment_number(change.field));
  }
  apply(life, *request);
  request->comment_count = comment_count;
  request->updated = (later - 1)->at;
  request->version = static_cast<int>(later - events.begin());
  return request;
}

// What stood undone by then is the store's to say, so that reports and queries agree on it.
void each_past(Store& store, const std::vector<std::int64_t>& numbers, Instant at, const Visit& visit) {
  std::optional<std::int64_t> number;
  Life life;
  const auto finish = [&] {
    const auto past = number ? past_of(store, *number, at, life) : std::nullopt;
    if (past) visit(*past);
  };
  store.each_life_of(numbers, at, [&](const LifeRow& row) {
    if (number != row.request) {
      finish();
      number = row.request;
      life = {};
    }
    if (!row.is_undone) advance(life, row.life);
  });
  finish();
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
    each_past(store, touched, context.time.now, see);
  };
  std::set<std::int64_t> blocked;
  each([&](const Request& request) {
    if (request.state == State::closed) return;
    for (const Link& link : request.links) {
      if (link.relation == Relation::blocks) blocked.insert(link.to);
    }
  });
  const bool has_text = mentions_text(where);
  const bool has_facts = mentions_facts(where);
  each([&](const Request& request) {
    const bool is_blocked = blocked.contains(request.number);
    if (!has_text && !has_facts) {
      if (matches(where, request, context, is_blocked)) visit(request);
      return;
    }
    Request full = request;
    const bool is_whole = is_among(touched, request.number);
    if (has_text && !is_whole) full.comments = store.comments(request.number);
    if (has_facts && !is_whole) full.facts = store.request(request.number)->facts;
    if (matches(where, full, context, is_blocked)) visit(full);
  });
}

void each_touched(Store& store, const Expr& where, const QueryContext& context,
                  const std::vector<std::int64_t>& touched, const Visit& visit) {
  each_past(store, touched, context.time.now, [&](const Request& past) {
    if (matches(where, past, context, false)) visit(past);
  });
}

// Contacts are looked up as they are now: what is known of a person is no part of a request's history.
QueryContext with_contacts(Store& store, QueryContext context) {
  context.who = [&store](std::string_view person) { return requester_facts(store, person); };
  return context;
}

}  // namespace

std::optional<Request> request_as_of(Store& store, std::int64_t number, Instant at) {
  std::optional<Request> found;
  each_past(store, {number}, at, [&](const Request& past) { found = past; });
  return found;
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
