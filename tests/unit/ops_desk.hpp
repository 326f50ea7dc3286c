#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "ops/verbs.hpp"

namespace behest::ops_test {

using Act = std::function<void(ops::Work&, Request&)>;

// 2026-11-23T12:00:00Z
constexpr Instant k_start{1'795'435'200'000};
constexpr Duration k_minute{60'000};
constexpr Duration k_day{86'400'000};

// A desk in memory: each call is one command, a minute after the one before it.
class OpsDesk {
 public:
  void work(const std::string& actor, const std::function<void(ops::Work&)>& act, const std::string& verb = "test") {
    now = now + k_minute;
    store->transact([&] {
      ops::Work work(*store, config, {actor, "login"}, now, verb);
      act(work);
      return true;
    });
  }
  ops::Outcome submitted(const std::string& actor, ops::Setters values) {
    if (!values.title) values.title = "something";
    ops::Outcome outcome;
    work(
        actor, [&](ops::Work& work) { outcome = ops::submit(work, values); }, "submit");
    return outcome;
  }
  std::int64_t submit(const std::string& actor, const ops::Setters& values = {}) {
    return submitted(actor, values).number;
  }
  Request on(const std::string& actor, std::int64_t number, const Act& act) {
    work(actor, [&](ops::Work& work) {
      Request request = work.load(number);
      act(work, request);
    });
    return get(number);
  }
  Request edit(const std::string& actor, std::int64_t number, const ops::Setters& values) {
    return on(actor, number, [&](ops::Work& work, Request& request) { ops::edit(work, request, values); });
  }
  Request title(const std::string& actor, std::int64_t number, const std::string& title) {
    ops::Setters values;
    values.title = title;
    return edit(actor, number, values);
  }
  Request assign(const std::string& actor, std::int64_t number, const std::string& to) {
    return on(actor, number, [&](ops::Work& work, Request& request) { ops::assign(work, request, {to, {}}); });
  }
  Request say(const std::string& actor, std::int64_t number, bool is_public, const std::string& body = "words") {
    return on(actor, number, [&](ops::Work& work, Request& request) {
      ops::comment(work, request, {body, is_public, Channel::cli});
    });
  }
  Request wait(const std::string& actor, std::int64_t number, const std::string& who) {
    return on(actor, number, [&](ops::Work& work, Request& request) { ops::wait(work, request, who); });
  }
  Request close(const std::string& actor, std::int64_t number, Resolution as = Resolution::done) {
    return on(actor, number, [&](ops::Work& work, Request& request) { ops::close(work, request, {as, {}}); });
  }
  Request reopen(const std::string& actor, std::int64_t number) {
    return on(actor, number, [](ops::Work& work, Request& request) { ops::reopen(work, request); });
  }
  Request prioritize(const std::string& actor, std::int64_t number, const ops::Prioritizing& choice) {
    return on(actor, number, [&](ops::Work& work, Request& request) { ops::prioritize(work, request, choice); });
  }
  ops::UndoResult undo(const std::string& actor) { return turn(actor, ops::undo); }
  ops::UndoResult redo(const std::string& actor) { return turn(actor, ops::redo); }

  // A request with its comments, hidden ones too.
  Request get(std::int64_t number) {
    std::optional<Request> found;
    store->read([&] {
      found = store->request(number);
      if (found) found->comments = store->comments(number);
    });
    REQUIRE(found);
    return *found;
  }
  std::vector<Event> events(std::int64_t number) {
    std::vector<Event> all;
    store->read([&] { all = store->events_of_request(number); });
    return all;
  }
  std::vector<std::int64_t> find(const std::string& query) {
    const auto where = parse_query(query, {{now, Zone()}, "alice", k_day});
    REQUIRE(where);
    std::vector<std::int64_t> numbers;
    store->read([&] { numbers = store->find({*where, {}, {}}); });
    return numbers;
  }

  std::unique_ptr<Store> store = Store::open_write({.path = ":memory:"});
  Config config;
  Instant now = k_start;

 private:
  ops::UndoResult turn(const std::string& actor, ops::UndoResult (*act)(Store&, const Config&, const Actor&, Instant)) {
    now = now + k_minute;
    ops::UndoResult result;
    store->transact([&] {
      result = act(*store, config, {actor, "login"}, now);
      return true;
    });
    return result;
  }
};

inline ops::Setters titled(const std::string& title) {
  ops::Setters values;
  values.title = title;
  return values;
}
inline ops::Setters keyed(const std::string& key) {
  ops::Setters values;
  values.key = key;
  return values;
}
inline ops::Setters labelled(const std::vector<std::string>& labels) {
  ops::Setters values;
  values.labels = labels;
  return values;
}
inline ops::Setters categorized(const std::string& category) {
  ops::Setters values;
  values.category = category;
  return values;
}
inline ops::Setters clearing(const std::vector<std::string>& names) {
  ops::Setters values;
  values.clear = names;
  return values;
}

// What `act` was refused with; nothing when it was done.
inline std::optional<Error> error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}
inline void check_refused(const std::function<void()>& act) {
  const auto error = error_of(act);
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::refused);
  CHECK_FALSE(error->message.empty());
  CHECK_FALSE(error->hint.empty());
}

}  // namespace behest::ops_test
