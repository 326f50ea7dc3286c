#include <algorithm>

#include "store/rows.hpp"
#include "store/sql_store.hpp"

namespace behest::store {
namespace {

#define BEHEST_EVENT_COLUMNS \
  "e.id, e.command, e.request, e.at, e.actor, e.kind, e.payload, e.state, e.resolution, e.marks"

Event read_event(const Row& row) {
  Event event;
  event.id = row.integer(0);
  event.command = row.integer(1);
  event.request = row.integer(2);
  event.at = Instant{row.integer(3)};
  event.actor = row.text(4);
  event.kind = row.text(5);
  event.changes = decode_changes(row.text(6));
  event.state = optional_enum_at(row, 7, State::closed);
  event.resolution = optional_enum_at(row, 8, Resolution::spam);
  event.marks = row.integer(9);
  return event;
}

}  // namespace

LifeRow SqlStore::read_life(const Row& row, const UndoneCommands& undone) {
  LifeRow life;
  life.request = row.integer(0);
  life.event = row.integer(1);
  life.life = {Instant{row.integer(2)}, optional_enum_at(row, 3, State::closed),
               optional_enum_at(row, 4, Resolution::spam), row.integer(5)};
  const auto found = undone.find(row.integer(6));
  life.is_undone = found != undone.end() && found->second;
  return life;
}

std::int64_t SqlStore::begin_command(const CommandRow& command) {
  return add("INSERT INTO command (at, actor, login, verb, target) VALUES ($1, $2, $3, $4, $5)",
             {command.at.ms, command.actor, command.login, command.verb, nullable(command.target)});
}

void SqlStore::mark_undone(std::int64_t command, bool is_undone) {
  post("UPDATE command SET undone = $2 WHERE id = $1", {command, static_cast<std::int64_t>(is_undone)});
  note_changes_of(command);
}

std::optional<CommandRow> SqlStore::one_command(std::string_view condition, std::initializer_list<Param> params) {
  std::optional<CommandRow> found;
  run("SELECT " BEHEST_COMMAND_COLUMNS " FROM command WHERE " + std::string(condition), params, [&](const Row& row) {
    found = read_command(row);
    return false;
  });
  return found;
}

std::optional<CommandRow> SqlStore::command(std::int64_t id) { return one_command("id = $1", {id}); }

std::optional<CommandRow> SqlStore::last_standing(std::string_view actor) {
  return one_command(
      "actor = $1 AND undone = 0 AND target IS NULL AND verb NOT IN ('purge', 'flush') ORDER BY id DESC LIMIT 1",
      {actor});
}

std::optional<CommandRow> SqlStore::next_redoable(std::string_view actor) {
  // The target of the newest undo that still holds, unless a command of its own came after that undo.
  std::optional<std::int64_t> target;
  run("SELECT u.target FROM command u JOIN command t ON t.id = u.target WHERE u.actor = $1 AND u.verb = 'undo' AND "
      "t.undone = 1 AND u.id > (SELECT COALESCE(MAX(n.id), 0) FROM command n WHERE n.actor = $1 AND n.target IS NULL) "
      "ORDER BY u.id DESC LIMIT 1",
      {actor}, [&](const Row& row) {
        target = row.integer(0);
        return false;
      });
  return target ? command(*target) : std::nullopt;
}

std::int64_t SqlStore::append(const Event& event) {
  note_change(event.request);
  const std::string payload = encode_changes(event.changes);
  return add_beside(
      "INSERT INTO event (command, request, at, actor, kind, payload, state, resolution, marks) VALUES ($1, $2, $3, "
      "$4, $5, $6, $7, $8, $9)",
      {event.command, event.request, event.at.ms, event.actor, event.kind, payload, nullable(event.state),
       nullable(event.resolution), event.marks});
}

std::vector<Event> SqlStore::some_events(std::string_view condition, std::initializer_list<Param> params) {
  std::vector<Event> events;
  run("SELECT " BEHEST_EVENT_COLUMNS " FROM event e WHERE " + std::string(condition) + " ORDER BY e.id", params,
      [&](const Row& row) {
        events.push_back(read_event(row));
        return true;
      });
  return events;
}

// The first event of a command or of a later one, by halving: the ids of events and of their commands grow together,
// so that an index, with a page to write for each change, is not needed.
std::int64_t SqlStore::first_event_of(std::int64_t command) {
  std::int64_t low = 1;
  std::int64_t high = one_integer("SELECT MAX(id) FROM event", {}).value_or(0) + 1;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    const auto there =
        one_integer("SELECT command FROM event WHERE id >= $1 ORDER BY id LIMIT 1", {middle}).value_or(command);
    if (there < command) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<Event> SqlStore::events_of_command(std::int64_t command) {
  std::vector<Event> events;
  run("SELECT " BEHEST_EVENT_COLUMNS " FROM event e WHERE e.id >= $1 ORDER BY e.id", {first_event_of(command)},
      [&](const Row& row) {
        if (row.integer(1) != command) return false;
        events.push_back(read_event(row));
        return true;
      });
  return events;
}

std::vector<Event> SqlStore::events_of_request(std::int64_t number, std::int64_t after_id) {
  return some_events("e.request = $1 AND e.id > $2", {number, after_id});
}

void SqlStore::each_event(const Expr& where, const std::function<bool(const Event&)>& visit) {
  tell_index_for(where);
  SqlText sql;
  sql << "SELECT " BEHEST_EVENT_COLUMNS " FROM event e";
  if (where.kind != Expr::Kind::everything) {
    sql << " JOIN request r ON r.number = e.request WHERE ";
    write_condition(sql, where);
  }
  sql << " ORDER BY e.id DESC";
  settled().run(sql.sql(), sql.params(), [&](const Row& row) { return visit(read_event(row)); });
}

// Whether an undo or redo was done at `as_of`: it holds from its events on, which come after those of the requests they
// are about, and from its own instant where it has none.
bool SqlStore::was_done_at(std::int64_t command, Instant at, Instant as_of) {
  bool was_done = at <= as_of;
  if (!was_done) return false;
  run("SELECT command, at FROM event WHERE id >= $1 ORDER BY id", {first_event_of(command)}, [&](const Row& row) {
    if (row.integer(0) != command) return false;
    was_done = row.integer(1) <= as_of.ms;
    return was_done;
  });
  return was_done;
}

// Commands that stood undone at `as_of`: those that an odd number of undos and redos were about by then.
SqlStore::UndoneCommands SqlStore::undone_at(Instant as_of) {
  struct Turn {
    std::int64_t command = 0;
    std::int64_t target = 0;
    Instant at;
  };
  std::vector<Turn> turns;
  run("SELECT id, target, at FROM command WHERE target IS NOT NULL", {}, [&](const Row& row) {
    turns.push_back({row.integer(0), row.integer(1), Instant{row.integer(2)}});
    return true;
  });
  UndoneCommands undone;
  for (const Turn& turn : turns) undone[turn.target] ^= was_done_at(turn.command, turn.at, as_of);
  return undone;
}

void SqlStore::each_life_of(const std::vector<std::int64_t>& numbers, Instant as_of,
                            const std::function<void(const LifeRow&)>& visit) {
  const auto undone = undone_at(as_of);
  for (const std::int64_t number : numbers) {
    run("SELECT " BEHEST_LIFE_COLUMNS " FROM event WHERE request = $1 AND at <= $2 ORDER BY id", {number, as_of.ms},
        [&](const Row& row) {
          visit(read_life(row, undone));
          return true;
        });
  }
}

void SqlStore::each_actor(std::int64_t marks, const std::function<void(std::int64_t, std::string_view)>& visit) {
  run("SELECT id, actor FROM event WHERE (marks & $1) <> 0 ORDER BY id", {marks}, [&](const Row& row) {
    visit(row.integer(0), row.text(1));
    return true;
  });
}

std::vector<std::int64_t> SqlStore::touched_after(Instant as_of) {
  std::vector<std::int64_t> numbers;
  run("SELECT DISTINCT request FROM event WHERE at > $1 ORDER BY request", {as_of.ms}, [&](const Row& row) {
    numbers.push_back(row.integer(0));
    return true;
  });
  return numbers;
}

StoreFacts SqlStore::facts(bool is_full) {
  StoreFacts facts;
  settled().describe(facts, is_full);
  facts.schema_supported = static_cast<int>(migrations().size());
  run("SELECT (SELECT COUNT(*) FROM request WHERE deleted = 0), (SELECT COUNT(*) FROM event)", {}, [&](const Row& row) {
    facts.requests = row.integer(0);
    facts.events = row.integer(1);
    return false;
  });
  return facts;
}

}  // namespace behest::store

namespace behest {

std::unique_ptr<Store> Store::open_read(const StoreOptions& options) {
  return std::make_unique<store::SqlStore>(store::open_sqlite(options, store::Access::read));
}

std::unique_ptr<Store> Store::open_write(const StoreOptions& options) {
  return std::make_unique<store::SqlStore>(store::open_sqlite(options, store::Access::write));
}

}  // namespace behest
