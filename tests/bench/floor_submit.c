// The least that a durable submit can cost, in bare C on the same engine: one request, one event and three indexes;
// and, "indexed", with what finding the text and undoing the command take besides: a row for the command and an entry
// in a full-text index.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3* database;

static void check(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE) return;
  fprintf(stderr, "floor: %s\n", sqlite3_errmsg(database));
  exit(1);
}

static void execute(const char* sql) { check(sqlite3_exec(database, sql, NULL, NULL, NULL)); }

static void open_database(const char* path, int flags) {
  check(sqlite3_open_v2(path, &database, flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
  execute("PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=FULL");
}

static void add_index(void) {
  execute(
      "BEGIN IMMEDIATE;"
      "CREATE TABLE command (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, verb TEXT NOT NULL) "
      "STRICT;"
      "INSERT INTO command SELECT id, at, actor, kind FROM event;"
      "CREATE VIRTUAL TABLE search USING fts5(title, body, content='', tokenize='ascii');"
      "INSERT INTO search (rowid, title, body) SELECT number, title, '' FROM request;"
      "COMMIT");
}

static void fill(const char* path, sqlite3_int64 count) {
  open_database(path, SQLITE_OPEN_CREATE);
  execute(
      "BEGIN IMMEDIATE;"
      "CREATE TABLE request (number INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, state INTEGER NOT "
      "NULL, priority INTEGER NOT NULL, requester TEXT NOT NULL, assignee TEXT NOT NULL, created INTEGER NOT NULL, "
      "updated INTEGER NOT NULL) STRICT;"
      "CREATE TABLE event (id INTEGER PRIMARY KEY, request INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, "
      "kind TEXT NOT NULL, payload TEXT NOT NULL) STRICT;"
      "CREATE INDEX request_open ON request (number) WHERE state < 4;"
      "CREATE INDEX request_assignee ON request (assignee, number) WHERE state < 4;"
      "CREATE INDEX event_request ON event (request, id, at)");
  sqlite3_stmt* rows = NULL;
  check(sqlite3_prepare_v2(database,
                           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) INSERT INTO "
                           "request SELECT i, 'Printer on floor ' || i % 40 || ' does not answer', "
                           "printf('%.400c', 'x'), CASE WHEN i % 7 = 0 THEN 1 ELSE 4 END, 1 + i % 5, 'user' || i % "
                           "500, 'agent' || i % 20, 1700000000000 + i, 1700000000000 + i FROM n",
                           -1, &rows, NULL));
  check(sqlite3_bind_int64(rows, 1, count));
  check(sqlite3_step(rows));
  sqlite3_finalize(rows);
  execute(
      "INSERT INTO event SELECT NULL, number, created, requester, 'submit', '{\"title\":[null,\"Printer\"]}' FROM "
      "request;COMMIT");
}

static void bind_text(sqlite3_stmt* statement, int position, const char* text) {
  check(sqlite3_bind_text(statement, position, text, -1, SQLITE_STATIC));
}

static sqlite3_int64 insert_request(const char* title, sqlite3_int64 now) {
  sqlite3_stmt* row = NULL;
  check(
      sqlite3_prepare_v2(database, "INSERT INTO request VALUES (NULL, $1, '', 0, 3, $2, '', $3, $3)", -1, &row, NULL));
  bind_text(row, 1, title);
  bind_text(row, 2, "floor");
  check(sqlite3_bind_int64(row, 3, now));
  check(sqlite3_step(row));
  sqlite3_finalize(row);
  return sqlite3_last_insert_rowid(database);
}

static void insert_event(sqlite3_int64 request, const char* title, sqlite3_int64 now) {
  sqlite3_stmt* row = NULL;
  check(sqlite3_prepare_v2(database, "INSERT INTO event VALUES (NULL, $1, $2, $3, 'submit', $4)", -1, &row, NULL));
  char payload[512];
  snprintf(payload, sizeof payload, "{\"title\":[null,\"%s\"]}", title);
  check(sqlite3_bind_int64(row, 1, request));
  check(sqlite3_bind_int64(row, 2, now));
  bind_text(row, 3, "floor");
  bind_text(row, 4, payload);
  check(sqlite3_step(row));
  sqlite3_finalize(row);
}

static void insert_command(sqlite3_int64 now) {
  sqlite3_stmt* row = NULL;
  check(sqlite3_prepare_v2(database, "INSERT INTO command VALUES (NULL, $1, $2, 'submit')", -1, &row, NULL));
  check(sqlite3_bind_int64(row, 1, now));
  bind_text(row, 2, "floor");
  check(sqlite3_step(row));
  sqlite3_finalize(row);
}

static void insert_terms(sqlite3_int64 request, const char* title) {
  sqlite3_stmt* row = NULL;
  check(sqlite3_prepare_v2(database, "INSERT INTO search (rowid, title, body) VALUES ($1, $2, '')", -1, &row, NULL));
  check(sqlite3_bind_int64(row, 1, request));
  bind_text(row, 2, title);
  check(sqlite3_step(row));
  sqlite3_finalize(row);
}

static void submit(const char* path, const char* title, int is_indexed) {
  struct timespec at;
  clock_gettime(CLOCK_REALTIME, &at);
  const sqlite3_int64 now = (sqlite3_int64)at.tv_sec * 1000 + at.tv_nsec / 1000000;
  open_database(path, 0);
  execute("BEGIN IMMEDIATE");
  if (is_indexed) insert_command(now);
  const sqlite3_int64 number = insert_request(title, now);
  insert_event(number, title, now);
  if (is_indexed) insert_terms(number, title);
  execute("COMMIT");
  printf("#%lld %s\n", (long long)number, title);
}

int main(int argc, char** argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: floor fill[-indexed] DATABASE COUNT | floor submit[-indexed] DATABASE TITLE\n");
    return 2;
  }
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  const int is_indexed = strstr(argv[1], "-indexed") != NULL;
  if (strncmp(argv[1], "fill", 4) == 0) {
    fill(argv[2], strtoll(argv[3], NULL, 10));
    if (is_indexed) add_index();
  } else {
    submit(argv[2], argv[3], is_indexed);
  }
  check(sqlite3_close(database));
  return 0;
}
