// The least that an import of operations can cost: the same lines, found apart without being understood, and the same
// rows by prepared statements in one transaction, in bare C on the same engine. With "indexed" it keeps a full-text
// index of titles, bodies and comments besides.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3* database;

static void check(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "floor: %s\n", sqlite3_errmsg(database));
  exit(1);
}

static void execute(const char* sql) { check(sqlite3_exec(database, sql, NULL, NULL, NULL)); }

static sqlite3_stmt* prepared(const char* sql) {
  sqlite3_stmt* statement = NULL;
  check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}

struct Text {
  const char* start;
  int size;
};

// The text of a member; nothing that is written here needs an escape.
static struct Text member(const char* line, const char* name) {
  struct Text text = {"", 0};
  const char* found = strstr(line, name);
  if (found == NULL) return text;
  text.start = found + strlen(name);
  text.size = (int)(strchr(text.start, '"') - text.start);
  return text;
}

static void bind(sqlite3_stmt* statement, int position, struct Text text) {
  check(sqlite3_bind_text(statement, position, text.start, text.size, SQLITE_STATIC));
}

static void run(sqlite3_stmt* statement) {
  check(sqlite3_step(statement));
  check(sqlite3_reset(statement));
}

struct Statements {
  sqlite3_stmt* request;
  sqlite3_stmt* event;
  sqlite3_stmt* change;
  sqlite3_stmt* comment;
};

static void create(int is_indexed) {
  execute(
      "PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=FULL;PRAGMA cache_size=-65536;BEGIN IMMEDIATE;"
      "CREATE TABLE request (number INTEGER PRIMARY KEY, key TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, "
      "state INTEGER NOT NULL, priority TEXT NOT NULL, requester TEXT NOT NULL, assignee TEXT NOT NULL, category TEXT "
      "NOT NULL, team TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL) STRICT;"
      "CREATE TABLE event (id INTEGER PRIMARY KEY, request INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, "
      "kind TEXT NOT NULL, payload TEXT NOT NULL) STRICT;"
      "CREATE TABLE comment (request INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY "
      "(request, number)) STRICT, WITHOUT ROWID;"
      "CREATE UNIQUE INDEX request_key ON request (key);"
      "CREATE INDEX request_open ON request (number) WHERE state < 4;"
      "CREATE INDEX request_assignee ON request (assignee, number) WHERE state < 4;"
      "CREATE INDEX event_request ON event (request, id, at)");
  if (is_indexed) {
    execute("CREATE VIRTUAL TABLE search USING fts5(title, body, comments, content='', tokenize='ascii')");
  }
}

static void submit(const struct Statements* all, const char* line, sqlite3_int64 number) {
  bind(all->request, 1, member(line, "\"key\":\""));
  bind(all->request, 2, member(line, "\"title\":\""));
  bind(all->request, 3, member(line, "\"body\":\""));
  bind(all->request, 4, member(line, "\"priority\":\""));
  bind(all->request, 5, member(line, "\"user\":\""));
  bind(all->request, 6, member(line, "\"category\":\""));
  bind(all->request, 7, member(line, "\"team\":\""));
  bind(all->request, 8, member(line, "\"at\":\""));
  check(sqlite3_bind_int64(all->request, 9, number));
  run(all->request);
}

static void change(const struct Statements* all, const char* line, struct Text kind, sqlite3_int64 number) {
  const int is_close = strncmp(kind.start, "close", 5) == 0;
  check(sqlite3_bind_int64(all->change, 1, number));
  check(sqlite3_bind_int(all->change, 2, is_close ? 4 : 1));
  bind(all->change, 3, member(line, "\"user\":\""));
  bind(all->change, 4, member(line, "\"at\":\""));
  run(all->change);
  if (strncmp(kind.start, "comment", 7) != 0) return;
  check(sqlite3_bind_int64(all->comment, 1, number));
  bind(all->comment, 2, member(line, "\"body\":\""));
  run(all->comment);
}

static void operation(const struct Statements* all, const char* line, int size, sqlite3_int64* number) {
  const struct Text kind = member(line, "\"op\":\"");
  if (strncmp(kind.start, "submit", 6) == 0) {
    submit(all, line, ++*number);
  } else {
    change(all, line, kind, *number);
  }
  const struct Text whole = {line, size};
  check(sqlite3_bind_int64(all->event, 1, *number));
  bind(all->event, 2, member(line, "\"at\":\""));
  bind(all->event, 3, member(line, "\"user\":\""));
  bind(all->event, 4, kind);
  bind(all->event, 5, whole);
  run(all->event);
}

int main(int argc, char** argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: floor import[-indexed] DATABASE OPERATIONS\n");
    return 2;
  }
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  check(sqlite3_open(argv[2], &database));
  create(strstr(argv[1], "-indexed") != NULL);
  const struct Statements all = {
      prepared("INSERT INTO request (key, title, body, state, priority, requester, assignee, category, team, created, "
               "updated, number) VALUES (?1, ?2, ?3, 0, ?4, ?5, '', ?6, ?7, ?8, ?8, ?9)"),
      prepared("INSERT INTO event (request, at, actor, kind, payload) VALUES (?1, ?2, ?3, ?4, ?5)"),
      prepared("UPDATE request SET state = ?2, assignee = ?3, updated = ?4 WHERE number = ?1"),
      prepared("INSERT INTO comment (request, number, body) VALUES (?1, 1, ?2)")};
  FILE* file = fopen(argv[3], "r");
  if (file == NULL) return 1;
  char* line = NULL;
  size_t room = 0;
  sqlite3_int64 number = 0;
  for (ssize_t size = 0; (size = getline(&line, &room, file)) > 0;) {
    line[size - 1] = '\0';
    operation(&all, line, (int)size - 1, &number);
  }
  if (strstr(argv[1], "-indexed") != NULL) {
    execute(
        "INSERT INTO search (rowid, title, body, comments) SELECT r.number, r.title, r.body, COALESCE((SELECT c.body "
        "FROM comment c WHERE c.request = r.number), '') FROM request r");
  }
  execute("COMMIT");
  printf("%lld requests\n", (long long)number);
  free(line);
  fclose(file);
  return 0;
}
