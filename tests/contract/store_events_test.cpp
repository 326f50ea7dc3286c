#include <tuple>

#include <doctest/doctest.h>

#include "contract/query_world.hpp"
#include "contract/store_engines.hpp"

using namespace behest;
using namespace behest::contract_test;

namespace {

Event event_of(std::int64_t command, std::int64_t request, std::int64_t at) {
  Event event;
  event.command = command;
  event.request = request;
  event.at = Instant{at};
  event.actor = "李雷";
  event.kind = "edit";
  event.changes = {{"title", {}, "x"}};
  return event;
}

std::int64_t begin(Store& store, const std::string& actor, std::int64_t at,
                   std::optional<std::int64_t> target = std::nullopt) {
  return store.begin_command({0, Instant{at}, actor, "login", target ? "undo" : "edit", target, false});
}

void insert_requests(Store& store, std::int64_t count) {
  for (std::int64_t number = 1; number <= count; ++number) {
    Request request;
    request.number = number;
    request.title = "x";
    request.team = number % 2 == 1 ? "odd" : "even";
    store.insert(request);
  }
}

std::vector<std::int64_t> ids(const std::vector<Event>& events) {
  std::vector<std::int64_t> all;
  all.reserve(events.size());
  for (const Event& event : events) all.push_back(event.id);
  return all;
}

std::int64_t id_of(const std::optional<CommandRow>& command) { return command ? command->id : 0; }

using Numbers = std::vector<std::int64_t>;
// request, instant, undone
using LifeText = std::vector<std::tuple<std::int64_t, std::int64_t, bool>>;

LifeText life(Store& store, std::int64_t as_of) {
  LifeText rows;
  store.read([&] {
    store.each_life(Instant{as_of},
                    [&](const LifeRow& row) { rows.emplace_back(row.request, row.life.at.ms, row.is_undone); });
  });
  return rows;
}

}  // namespace

TEST_CASE("an event comes back as it was appended") {
  for_each_engine([](Store& store) {
    Event event = event_of(0, 1, 77);
    event.kind = "close";
    event.changes = {{"state", "new", "closed"},
                     {"labels", {}, text::JsonValue::Array{"网络", "é"}},
                     {"field.系统", "a\"b", {}},
                     {"comment.1", {}, text::JsonValue::Object{{"body", "你好\n"}, {"public", true}}}};
    event.state = State::closed;
    event.resolution = Resolution::withdrawn;
    event.marks = mark_other | mark_team_moved;
    commit(store, [&] {
      insert_requests(store, 1);
      event.command = begin(store, "李雷", 70);
      event.id = store.append(event);
    });
    store.read([&] {
      const auto events = store.events_of_request(1);
      REQUIRE(events.size() == 1);
      const Event& back = events.front();
      CHECK(back.id == event.id);
      CHECK(back.command == event.command);
      CHECK(back.request == 1);
      CHECK(back.at == event.at);
      CHECK(back.actor == event.actor);
      CHECK(back.kind == event.kind);
      CHECK(back.changes == event.changes);
      CHECK(back.state == event.state);
      CHECK(back.resolution == event.resolution);
      CHECK(back.marks == event.marks);
    });
  });
}

TEST_CASE("a rewritten event has another payload and actor, and is otherwise as it was") {
  for_each_engine([](Store& store) {
    Event event = event_of(0, 1, 77);
    commit(store, [&] {
      insert_requests(store, 1);
      event.command = begin(store, "alice", 70);
      event.id = store.append(event);
      event.actor = "somebody else";
      event.changes = {{"title", {}, "[purged]"}};
      store.rewrite(event);
    });
    store.read([&] {
      const Event back = store.events_of_request(1).at(0);
      CHECK(back.changes == event.changes);
      CHECK(back.actor == "somebody else");
      CHECK(back.at == event.at);
      CHECK(store.last_standing("alice")->id == event.command);
    });
    commit(store, [&] { store.begin_command({0, Instant{80}, "alice", "login", "purge", {}, false}); });
    store.read([&] { CHECK_MESSAGE(store.last_standing("alice")->id == event.command, "a purge cannot be undone"); });
  });
}

TEST_CASE("a command comes back as it was begun, and its mark can be set and taken away") {
  for_each_engine([](Store& store) {
    std::int64_t first = 0;
    std::int64_t second = 0;
    commit(store, [&] {
      first = store.begin_command({0, Instant{5}, "Zoë", "zoe", "edit", {}, false});
      second = store.begin_command({0, Instant{6}, "Zoë", "zoe", "undo", first, false});
    });
    CHECK(first < second);
    store.read([&] {
      const auto row = store.command(second);
      REQUIRE(row);
      CHECK(row->id == second);
      CHECK(row->at == Instant{6});
      CHECK(row->actor == "Zoë");
      CHECK(row->login == "zoe");
      CHECK(row->verb == "undo");
      CHECK(row->target == std::optional(first));
      CHECK_FALSE(row->is_undone);
      CHECK_FALSE(store.command(first)->target);
      CHECK_FALSE(store.command(second + 1));
    });
    commit(store, [&] { store.mark_undone(first, true); });
    store.read([&] { CHECK(store.command(first)->is_undone); });
    commit(store, [&] { store.mark_undone(first, false); });
    store.read([&] { CHECK_FALSE(store.command(first)->is_undone); });
  });
}

TEST_CASE("events of a command, also of several in one transaction and of those without any") {
  for_each_engine([](Store& store) {
    std::vector<Numbers> wanted;
    commit(store, [&] { insert_requests(store, 3); });
    for (std::int64_t command = 1; command <= 40; ++command) {
      commit(store, [&] {
        for (const char* actor : {"alice", "bob"}) {
          const auto id = begin(store, actor, command);
          Numbers& mine = wanted.emplace_back();
          for (std::int64_t i = 0; i < id * 7 % 4; ++i) mine.push_back(store.append(event_of(id, 1 + i % 3, command)));
        }
      });
    }
    store.read([&] {
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK(ids(store.events_of_command(static_cast<std::int64_t>(i) + 1)) == wanted[i]);
      }
      CHECK(store.events_of_command(99).empty());
      CHECK_FALSE(store.misplaced_event());
    });
    commit(store, [&] { CHECK(store.append(event_of(1, 1, 99)) > 0); });
    store.read([&] { CHECK(store.misplaced_event()); });
  });
}

TEST_CASE("events of a request, all or after one") {
  for_each_engine([](Store& store) {
    Numbers all;
    commit(store, [&] {
      insert_requests(store, 2);
      const auto command = begin(store, "alice", 1);
      for (const std::int64_t number : {2, 1, 2, 2}) {
        const std::int64_t id = store.append(event_of(command, number, 1));
        if (number == 2) all.push_back(id);
      }
    });
    store.read([&] {
      CHECK(ids(store.events_of_request(2)) == all);
      CHECK(ids(store.events_of_request(2, all[0])) == Numbers{all[1], all[2]});
      CHECK(store.events_of_request(2, all[2]).empty());
    });
  });
}

TEST_CASE("records come back, one or a kind of them, with the events that made them") {
  for_each_engine([](Store& store) {
    using text::JsonValue;
    const JsonValue first = JsonValue::Object{{"until", 5}, {"cover", "李雷"}};
    commit(store, [&] {
      const auto command = begin(store, "alice", 1);
      store.put_record({"away", "zoe", first});
      store.append(RecordEvent{0, command, Instant{1}, "alice", "away", "zoe", {}, first});
      store.put_record({"article", "zoe", "text"});
      store.append(RecordEvent{0, command, Instant{1}, "alice", "article", "zoe", {}, "text"});
    });
    commit(store, [&] {
      const auto command = begin(store, "bob", 2);
      store.put_record({"away", "zoe", {}});
      store.append(RecordEvent{0, command, Instant{2}, "bob", "away", "zoe", first, {}});
    });
    store.read([&] {
      CHECK(store.record("away", "zoe").is_null());
      CHECK(store.record("article", "zoe") == JsonValue("text"));
      std::string found;
      store.each_record("", [&](const Record& record) { found += record.kind + "." + record.name + ";"; });
      store.each_record("away", [&](const Record&) { found += "?"; });
      CHECK(found == "article.zoe;");
      CHECK(store.record_events_of_command(1).size() == 2);
      const std::vector<RecordEvent> second = store.record_events_of_command(2);
      REQUIRE(second.size() == 1);
      CHECK(second[0] == RecordEvent{3, 2, Instant{2}, "bob", "away", "zoe", first, {}});
      int count = 0;
      store.each_record_event("away", "zoe", [&](const RecordEvent&) { ++count; });
      CHECK(count == 2);
      store.each_record_event("", "", [&](const RecordEvent&) { ++count; });
      CHECK(count == 5);
    });
  });
}

TEST_CASE("each_event goes newest first through those that match, until it is told to stop") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      insert_requests(store, 3);
      const auto command = begin(store, "alice", 1);
      for (const std::int64_t number : {1, 2, 3, 1}) store.append(event_of(command, number, number));
    });
    const auto requests_of = [&](const std::string& query, std::size_t most) {
      Numbers numbers;
      const auto where = parse_query(query, query_context());
      REQUIRE(where);
      store.read([&] {
        store.each_event(*where, [&](const Event& event) {
          numbers.push_back(event.request);
          return numbers.size() < most;
        });
      });
      return numbers;
    };
    CHECK(requests_of("", 99) == Numbers{1, 3, 2, 1});
    CHECK(requests_of("", 2) == Numbers{1, 3});
    CHECK(requests_of("team:odd", 99) == Numbers{1, 3, 1});
    CHECK(requests_of("team:odd", 1) == Numbers{1});
    CHECK(requests_of("team:none", 99).empty());
  });
}

TEST_CASE("the last standing command of an actor is no undo, and the next redoable one comes after it") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      CHECK(id_of(store.last_standing("alice")) == 0);
      CHECK(id_of(store.next_redoable("alice")) == 0);
      for (const char* actor : {"alice", "alice", "bob", "alice"}) begin(store, actor, 1);
      CHECK(id_of(store.last_standing("alice")) == 4);
      CHECK(id_of(store.last_standing("bob")) == 3);
      CHECK(id_of(store.last_standing("Alice ")) == 0);
      begin(store, "alice", 2, 4);
      store.mark_undone(4, true);
      CHECK(id_of(store.last_standing("alice")) == 2);
      CHECK(id_of(store.next_redoable("alice")) == 4);
      CHECK(id_of(store.next_redoable("bob")) == 0);
      begin(store, "alice", 3, 2);
      store.mark_undone(2, true);
      CHECK(id_of(store.last_standing("alice")) == 1);
      CHECK(id_of(store.next_redoable("alice")) == 2);
      begin(store, "bob", 4);
      CHECK(id_of(store.next_redoable("alice")) == 2);
      begin(store, "alice", 5);
      CHECK(id_of(store.next_redoable("alice")) == 0);
    });
  });
}

TEST_CASE("the lives as of an instant: by request, then in order, with commands that stood undone then") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      insert_requests(store, 2);
      const auto submit = begin(store, "alice", 10);
      store.append(event_of(submit, 2, 10));
      store.append(event_of(submit, 1, 10));
      const auto edit = begin(store, "alice", 20);
      store.append(event_of(edit, 2, 20));
      store.append(event_of(edit, 1, 20));
      const auto undo = begin(store, "alice", 30, edit);
      store.append(event_of(undo, 1, 30));
      const auto redo = begin(store, "alice", 40, edit);
      store.append(event_of(redo, 1, 40));
      const auto again = begin(store, "alice", 50, edit);
      store.append(event_of(again, 1, 50));
      store.mark_undone(edit, true);
    });
    CHECK(life(store, 9).empty());
    CHECK(life(store, 10) == LifeText{{1, 10, false}, {2, 10, false}});
    CHECK(life(store, 29) == LifeText{{1, 10, false}, {1, 20, false}, {2, 10, false}, {2, 20, false}});
    CHECK(life(store, 30) == LifeText{{1, 10, false}, {1, 20, true}, {1, 30, false}, {2, 10, false}, {2, 20, true}});
    CHECK(life(store, 45) ==
          LifeText{{1, 10, false}, {1, 20, false}, {1, 30, false}, {1, 40, false}, {2, 10, false}, {2, 20, false}});
    CHECK(life(store, 50).at(1) == std::tuple(std::int64_t{1}, std::int64_t{20}, true));
    CHECK(life(store, 99).size() == 7);
  });
}

TEST_CASE("the lives carry the typed columns of their events") {
  for_each_engine([](Store& store) {
    Event event = event_of(1, 1, 20);
    event.state = State::closed;
    event.resolution = Resolution::spam;
    event.marks = mark_agent_reply | mark_team;
    commit(store, [&] {
      insert_requests(store, 1);
      event.command = begin(store, "alice", 10);
      event.id = store.append(event);
    });
    store.read([&] {
      int rows = 0;
      store.each_life(Instant{20}, [&](const LifeRow& row) {
        ++rows;
        CHECK(row.event == event.id);
        CHECK(row.life.state == event.state);
        CHECK(row.life.resolution == event.resolution);
        CHECK(row.life.marks == event.marks);
      });
      CHECK(rows == 1);
    });
  });
}

TEST_CASE("an undo whose clock ran back counts from its event, which comes after those of the request") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      insert_requests(store, 1);
      const auto submit = begin(store, "alice", 100);
      store.append(event_of(submit, 1, 100));
      const auto edit = begin(store, "alice", 200);
      store.append(event_of(edit, 1, 200));
      const auto comment = begin(store, "bob", 300);
      store.append(event_of(comment, 1, 300));
      const auto undo = begin(store, "alice", 150, edit);
      store.append(event_of(undo, 1, 300));
      store.mark_undone(edit, true);
    });
    CHECK(life(store, 250) == LifeText{{1, 100, false}, {1, 200, false}});
    CHECK(life(store, 300) == LifeText{{1, 100, false}, {1, 200, true}, {1, 300, false}, {1, 300, false}});
  });
}

TEST_CASE("the requests that an event after an instant touched, each once") {
  for_each_engine([](Store& store) {
    commit(store, [&] {
      insert_requests(store, 3);
      const auto command = begin(store, "alice", 1);
      for (const auto& [number, at] : {std::pair(3, 10), {1, 10}, {2, 20}, {3, 30}, {3, 40}}) {
        store.append(event_of(command, number, at));
      }
    });
    store.read([&] {
      CHECK(store.touched_after(Instant{0}) == Numbers{1, 2, 3});
      CHECK(store.touched_after(Instant{10}) == Numbers{2, 3});
      CHECK(store.touched_after(Instant{20}) == Numbers{3});
      CHECK(store.touched_after(Instant{40}).empty());
    });
  });
}
