#include <algorithm>

#include "store/rows.hpp"
#include "store/sql_store.hpp"

// What belongs to no request.
namespace behest::store {
namespace {

#define BEHEST_RECORD_EVENT_COLUMNS "id, command, at, actor, kind, name, before, after"

RecordEvent read_record_event(const Row& row) {
  RecordEvent event;
  event.id = row.integer(0);
  event.command = row.integer(1);
  event.at = Instant{row.integer(2)};
  event.actor = row.text(3);
  event.kind = row.text(4);
  event.name = row.text(5);
  event.before = json_at(row, 6);
  event.after = json_at(row, 7);
  return event;
}

std::optional<std::string> stored(const text::JsonValue& value) {
  return value.is_null() ? std::optional<std::string>() : text::dump(value);
}

}  // namespace

text::JsonValue SqlStore::record(std::string_view kind, std::string_view name) {
  text::JsonValue found;
  run_beside("SELECT value FROM record WHERE kind = $1 AND name = $2", {kind, name}, [&](const Row& row) {
    found = json_at(row, 0);
    return false;
  });
  return found;
}

void SqlStore::each_record(std::string_view kind, const std::function<void(const Record&)>& visit) {
  const bool is_any = kind.empty();
  const std::string which = is_any ? " WHERE $1 = ''" : " WHERE kind = $1";
  run("SELECT kind, name, value FROM record" + which + " ORDER BY kind, name", {kind}, [&](const Row& row) {
    visit({std::string(row.text(0)), std::string(row.text(1)), json_at(row, 2)});
    return true;
  });
}

void SqlStore::put_record(const Record& record) {
  if (record.value.is_null()) {
    post("DELETE FROM record WHERE kind = $1 AND name = $2", {record.kind, record.name});
    return;
  }
  const std::string value = text::dump(record.value);
  post(
      "INSERT INTO record (kind, name, value) VALUES ($1, $2, $3) ON CONFLICT (kind, name) DO UPDATE SET value = "
      "excluded.value",
      {record.kind, record.name, value});
}

void SqlStore::append(const RecordEvent& event) {
  const std::optional<std::string> before = stored(event.before);
  const std::optional<std::string> after = stored(event.after);
  post("INSERT INTO record_event (" BEHEST_RECORD_EVENT_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
       {event.id > 0 ? Param(event.id) : Param(), event.command, event.at.ms, event.actor, event.kind, event.name,
        nullable(before), nullable(after)});
}

void SqlStore::rewrite(const RecordEvent& event) {
  const std::optional<std::string> before = stored(event.before);
  const std::optional<std::string> after = stored(event.after);
  post("UPDATE record_event SET name = $2, before = $3, after = $4, actor = $5 WHERE id = $1",
       {event.id, event.name, nullable(before), nullable(after), event.actor});
}

std::vector<RecordEvent> SqlStore::record_events_of_command(std::int64_t command) {
  std::vector<RecordEvent> events;
  // Ids and commands grow together, so those of the last commands stand at the end.
  run("SELECT " BEHEST_RECORD_EVENT_COLUMNS " FROM record_event ORDER BY id DESC", {}, [&](const Row& row) {
    if (row.integer(1) == command) events.push_back(read_record_event(row));
    return row.integer(1) >= command;
  });
  std::ranges::reverse(events);
  return events;
}

void SqlStore::each_record_event(std::string_view kind, std::string_view name,
                                 const std::function<void(const RecordEvent&)>& visit) {
  run("SELECT " BEHEST_RECORD_EVENT_COLUMNS
      " FROM record_event WHERE ($1 = '' OR kind = $1) AND ($2 = '' OR name = $2) ORDER BY id",
      {kind, name}, [&](const Row& row) {
        visit(read_record_event(row));
        return true;
      });
}

}  // namespace behest::store
