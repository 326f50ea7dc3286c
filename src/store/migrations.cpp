#include <array>

#include "store/session.hpp"
#include "store/sql_search.hpp"

namespace behest::store {
namespace {

std::string words(std::initializer_list<std::string_view> parts) {
  std::string sql;
  for (const std::string_view part : parts) sql += part;
  return sql;
}

// Numbers are never reused because rows are never removed (an undone submit stays, marked), so the ids need no counter
// table of the engine's own: one page less to write for each command.
std::vector<std::string> first_tables(const Dialect& d) {
  return {
      words({"CREATE TABLE command (id ", d.id_column,
             ", at INTEGER NOT NULL, actor TEXT NOT NULL, login TEXT NOT NULL, verb TEXT NOT NULL, target INTEGER, "
             "undone INTEGER NOT NULL DEFAULT 0)",
             d.table_suffix}),
      "CREATE INDEX command_target ON command (target) WHERE target IS NOT NULL",
      words({"CREATE TABLE request (number ", d.id_column,
             ", key TEXT, title TEXT NOT NULL, body TEXT NOT NULL, type TEXT NOT NULL, category TEXT NOT NULL, "
             "state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4), "
             "priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5), override INTEGER NOT NULL, "
             "prioritized INTEGER NOT NULL, impact INTEGER, urgency INTEGER, requester TEXT NOT NULL, "
             "channel INTEGER NOT NULL, team TEXT NOT NULL, assignee TEXT NOT NULL, waiting_on TEXT NOT NULL, "
             "labels TEXT NOT NULL, fields TEXT NOT NULL, due INTEGER, estimate INTEGER, resolution INTEGER, "
             "deleted INTEGER NOT NULL, comment_count INTEGER NOT NULL, created INTEGER NOT NULL, "
             "updated INTEGER NOT NULL, first_assigned INTEGER, first_response INTEGER, first_closed INTEGER, "
             "closed INTEGER, reopened INTEGER NOT NULL, version INTEGER NOT NULL)",
             d.table_suffix}),
      "CREATE UNIQUE INDEX request_key ON request (key) WHERE key IS NOT NULL",
      "CREATE INDEX request_open ON request (number) WHERE state < 4 AND deleted = 0",
      // Without those that are unassigned, so that a submit has a page less to write.
      words({"CREATE INDEX request_assignee ON request (lower(assignee), number) WHERE state < 4 AND deleted = 0 AND "
             "assignee <> ''"}),
      words({"CREATE TABLE request_label (label TEXT NOT NULL, request INTEGER NOT NULL REFERENCES request (number), "
             "shown TEXT NOT NULL, "
             "PRIMARY KEY (label, request))",
             d.rowless_suffix}),
      words({"CREATE TABLE request_field (request INTEGER NOT NULL REFERENCES request (number), name TEXT NOT NULL, "
             "value TEXT NOT NULL, PRIMARY KEY (request, name))",
             d.rowless_suffix}),
      "CREATE INDEX request_field_value ON request_field (name, lower(value))",
      words({"CREATE TABLE comment (request INTEGER NOT NULL REFERENCES request (number), number INTEGER NOT NULL, "
             "at INTEGER NOT NULL, author TEXT NOT NULL, public INTEGER NOT NULL, channel INTEGER NOT NULL, "
             "body TEXT NOT NULL, PRIMARY KEY (request, number))",
             d.rowless_suffix}),
      words({"CREATE TABLE link (request INTEGER NOT NULL REFERENCES request (number), relation INTEGER NOT NULL, "
             "target INTEGER NOT NULL REFERENCES request (number), PRIMARY KEY (request, relation, target))",
             d.rowless_suffix}),
      "CREATE INDEX link_target ON link (target, relation)",
      words({"CREATE TABLE event (id ", d.id_column,
             ", command INTEGER NOT NULL REFERENCES command (id), request INTEGER NOT NULL REFERENCES request "
             "(number), at INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, "
             "state INTEGER, resolution INTEGER, marks INTEGER NOT NULL)",
             d.table_suffix}),
      "CREATE INDEX event_life ON event (request, id, at, state, resolution, marks, command)",
  };
}

std::vector<std::string> second_tables(const Dialect& d) {
  std::vector<std::string> statements = {
      // A removed attachment keeps its row, so that its number is not given out again.
      words({"CREATE TABLE attachment (request INTEGER NOT NULL REFERENCES request (number), number INTEGER NOT NULL, "
             "name TEXT NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, "
             "author TEXT NOT NULL, removed INTEGER NOT NULL, PRIMARY KEY (request, number))",
             d.rowless_suffix}),
      // The bytes of a file, in pieces, under the hash of the whole.
      words({"CREATE TABLE chunk (hash TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (hash, "
             "number))",
             d.table_suffix}),
      // What else is known of a request, as its events say it: one table for all kinds, because each table costs
      // every start.
      words({"CREATE TABLE fact (request INTEGER NOT NULL REFERENCES request (number), kind TEXT NOT NULL, name TEXT "
             "NOT NULL, value TEXT NOT NULL, PRIMARY KEY (request, kind, name))",
             d.rowless_suffix}),
      "CREATE INDEX fact_kind ON fact (kind, name)",
      // What belongs to no request, and how it came to be so.
      words({"CREATE TABLE record (kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, "
             "name))",
             d.rowless_suffix}),
      words({"CREATE TABLE record_event (id ", d.id_column,
             ", command INTEGER NOT NULL REFERENCES command (id), at INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT "
             "NOT NULL, name TEXT NOT NULL, before TEXT, after TEXT)",
             d.table_suffix}),
  };
  for (std::string& sql : search_table(d)) statements.push_back(std::move(sql));
  return statements;
}

std::vector<std::string> third_tables(const Dialect& d) {
  return {words({"CREATE TABLE life_block (number ", d.id_column,
                 ", first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, unresolved INTEGER NOT NULL, lives BLOB NOT "
                 "NULL)",
                 d.table_suffix}),
          // To choose runs without a look at their bytes.
          "CREATE INDEX life_block_span ON life_block (number, first_at, last_at, unresolved)"};
}

constexpr std::array k_migrations = {
    Migration{"requests, their events and the commands that made them", first_tables},
    Migration{"attachments, facts, records and the search index", second_tables},
    Migration{"sums of runs of requests, for reports of a period", third_tables},
};

}  // namespace

std::span<const Migration> migrations() { return k_migrations; }

}  // namespace behest::store
