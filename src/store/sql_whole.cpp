#include <algorithm>

#include "core/ascii.hpp"
#include "store/rows.hpp"
#include "store/sql_store.hpp"

// The whole database in order: for checks, export and import.
namespace behest::store {
namespace {

// Whether a list of labels, as the row of a request keeps it, has one.
bool has_label(std::string_view list, std::string_view label) {
  const auto labels = text::parse_json(list);
  if (!labels || labels->array() == nullptr) return true;  // a broken list is found when its row is read
  return std::ranges::any_of(
      *labels->array(), [&](const text::JsonValue& one) { return one.string() != nullptr && *one.string() == label; });
}

}  // namespace

std::optional<std::int64_t> SqlStore::one_integer(std::string_view sql, std::initializer_list<Param> params) {
  std::optional<std::int64_t> found;
  run(sql, params, [&](const Row& row) {
    if (!row.is_null(0)) found = row.integer(0);
    return false;
  });
  return found;
}

std::vector<std::int64_t> SqlStore::integers(std::string_view sql, std::initializer_list<Param> params) {
  std::vector<std::int64_t> all;
  run(sql, params, [&](const Row& row) {
    all.push_back(row.integer(0));
    return true;
  });
  return all;
}

std::optional<std::int64_t> SqlStore::number_after(std::int64_t number, std::int64_t from_command) {
  std::optional<std::int64_t> next;
  if (from_command > 0) {
    next = one_integer("SELECT request FROM event WHERE request > $1 AND command >= $2 ORDER BY request LIMIT 1",
                       {number, from_command});
  } else {
    const auto row = one_integer("SELECT number FROM request WHERE number > $1 ORDER BY number LIMIT 1", {number});
    const auto event = one_integer("SELECT request FROM event WHERE request > $1 ORDER BY request LIMIT 1", {number});
    next = row && event ? std::min(row, event) : std::max(row, event);
  }
  // In a damaged file a search can end before where it began, and whoever walks on would walk in a circle.
  if (next && *next <= number) {
    throw Error{ErrorKind::bad_data, "the database is damaged: its requests are not in their order",
                "run 'behest doctor', and take up again from a copy"};
  }
  return next;
}

std::optional<std::int64_t> SqlStore::first_command_after(Instant at) {
  return one_integer("SELECT id FROM command WHERE at > $1 ORDER BY id LIMIT 1", {at.ms});
}

void SqlStore::each_command(std::int64_t from, const std::function<void(const CommandRow&)>& visit) {
  run("SELECT " BEHEST_COMMAND_COLUMNS " FROM command WHERE id >= $1 ORDER BY id", {from}, [&](const Row& row) {
    visit(read_command(row));
    return true;
  });
}

std::vector<std::int64_t> SqlStore::undone_commands() {
  return integers("SELECT id FROM command WHERE undone <> 0 ORDER BY id", {});
}

std::vector<std::int64_t> SqlStore::mismarked_commands() {
  return integers(
      "SELECT c.id FROM command c WHERE c.undone <> COALESCE((SELECT CASE WHEN u.verb = 'undo' THEN 1 ELSE 0 END FROM "
      "command u WHERE u.target = c.id ORDER BY u.id DESC LIMIT 1), 0) ORDER BY c.id",
      {});
}

std::optional<std::int64_t> SqlStore::misplaced_event() {
  return one_integer(
      "SELECT e.id FROM event e WHERE e.command < (SELECT p.command FROM event p WHERE p.id < e.id ORDER BY p.id DESC "
      "LIMIT 1) ORDER BY e.id LIMIT 1",
      {});
}

SideRows SqlStore::side_rows(const Request& request) {
  SideRows side;
  run("SELECT name, value FROM request_field WHERE request = $1 ORDER BY name", {request.number}, [&](const Row& row) {
    side.fields.emplace_back(row.text(0), row.text(1));
    return true;
  });
  run("SELECT " BEHEST_ATTACHMENT_COLUMNS " FROM attachment WHERE request = $1 AND removed <> 0 ORDER BY number",
      {request.number}, [&](const Row& row) {
        side.removed.push_back(read_attachment(row));
        return true;
      });
  for (const std::string& label : request.labels) {
    const auto found = one_integer("SELECT 1 FROM request_label WHERE label = $1 AND request = $2 AND shown = $3",
                                   {lower_ascii(label), request.number, label});
    side.has_labels = side.has_labels && found;
  }
  return side;
}

std::vector<std::int64_t> SqlStore::stray_labels() {
  std::vector<std::int64_t> numbers;
  run("SELECT l.request, l.shown, r.labels FROM request_label l JOIN request r ON r.number = l.request", {},
      [&](const Row& row) {
        if (!has_label(row.text(2), row.text(1))) numbers.push_back(row.integer(0));
        return true;
      });
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

void SqlStore::put_command(const CommandRow& command) {
  post("INSERT INTO command (id, at, actor, login, verb, target, undone) VALUES ($1, $2, $3, $4, $5, $6, $7)",
       {command.id, command.at.ms, command.actor, command.login, command.verb, nullable(command.target),
        static_cast<std::int64_t>(command.is_undone)});
}

void SqlStore::put_event(const Event& event) {
  note_change(event.request);
  const std::string payload = encode_changes(event.changes);
  post(
      "INSERT INTO event (id, command, request, at, actor, kind, payload, state, resolution, marks) VALUES ($1, $2, "
      "$3, "
      "$4, $5, $6, $7, $8, $9, $10)",
      {event.id, event.command, event.request, event.at.ms, event.actor, event.kind, payload, nullable(event.state),
       nullable(event.resolution), event.marks});
}

void SqlStore::free_key(std::int64_t number) { post("UPDATE request SET key = NULL WHERE number = $1", {number}); }

void SqlStore::rebuild(const Request& request, const std::vector<Attachment>& removed, bool has_labels) {
  const std::int64_t number = request.number;
  const auto version = one_integer("SELECT version FROM request WHERE number = $1", {number});
  if (version) touch_texts(number) = {request.title, request.body, {}};
  if (!has_labels) post("DELETE FROM request_label WHERE request = $1", {number});
  for (const std::string_view table : {"request_field", "fact", "link", "attachment", "comment"}) {
    post("DELETE FROM " + std::string(table) + " WHERE request = $1", {number});
  }
  if (version) {
    Request before;
    before.version = static_cast<int>(*version);
    if (has_labels) before.labels = request.labels;
    update_row(before, request, true);
    write_side_tables(&before, request);
  } else {
    insert(request);
  }
  for (const Attachment& attachment : removed) put_attachment(number, attachment, true);
  for (const Comment& comment : request.comments) put_comment(number, comment);
}

bool SqlStore::has_content(std::string_view hash) {
  return one_integer("SELECT 1 FROM chunk WHERE hash = $1 LIMIT 1", {hash}).has_value();
}

void SqlStore::put_chunk(std::string_view hash, std::int64_t number, std::string_view bytes) {
  post("INSERT INTO chunk (hash, number, bytes) VALUES ($1, $2, $3)", {hash, number, Blob{bytes}});
}

void SqlStore::each_chunk(std::string_view hash, const std::function<void(std::string_view)>& visit) {
  run("SELECT bytes FROM chunk WHERE hash = $1 ORDER BY number", {hash}, [&](const Row& row) {
    visit(row.blob(0));
    return true;
  });
}

std::string SqlStore::chunk(std::string_view hash, std::int64_t number) {
  std::string bytes;
  run("SELECT bytes FROM chunk WHERE hash = $1 AND number = $2", {hash, number}, [&](const Row& row) {
    bytes = row.blob(0);
    return false;
  });
  return bytes;
}

void SqlStore::drop_content(std::string_view hash) {
  post("DELETE FROM chunk WHERE hash = $1 AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.hash = $1)", {hash});
}

std::vector<std::string> SqlStore::content_hashes() {
  std::vector<std::string> hashes;
  run("SELECT DISTINCT hash FROM chunk ORDER BY hash", {}, [&](const Row& row) {
    hashes.emplace_back(row.text(0));
    return true;
  });
  return hashes;
}

}  // namespace behest::store
