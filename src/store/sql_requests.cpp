#include <algorithm>
#include <array>

#include "core/ascii.hpp"
#include "store/rows.hpp"
#include "store/sql_store.hpp"

namespace behest::store {
namespace {

using text::JsonValue;

// In the order of read_request() and bound().
constexpr std::array<std::string_view, 32> k_columns = {
    "number",    "key",      "title",          "body",           "type",         "category",
    "state",     "priority", "override",       "prioritized",    "impact",       "urgency",
    "requester", "channel",  "team",           "assignee",       "waiting_on",   "labels",
    "fields",    "due",      "estimate",       "resolution",     "deleted",      "comment_count",
    "created",   "updated",  "first_assigned", "first_response", "first_closed", "closed",
    "reopened",  "version"};
#define BEHEST_REQUEST_COLUMNS                                                                                 \
  "r.number, r.key, r.title, r.body, r.type, r.category, r.state, r.priority, r.override, r.prioritized, "     \
  "r.impact, r.urgency, r.requester, r.channel, r.team, r.assignee, r.waiting_on, r.labels, r.fields, r.due, " \
  "r.estimate, r.resolution, r.deleted, r.comment_count, r.created, r.updated, r.first_assigned, "             \
  "r.first_response, r.first_closed, r.closed, r.reopened, r.version"
constexpr std::string_view k_select = "SELECT " BEHEST_REQUEST_COLUMNS " FROM request r";

std::optional<int> level_at(const Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return static_cast<int>(row.integer(column));
}

[[noreturn]] void broken_list() {
  throw Error{ErrorKind::bad_data, "the database holds a broken list", "run 'behest doctor --full'"};
}

const std::string& text_in(const JsonValue& value) {
  if (value.string() == nullptr) broken_list();
  return *value.string();
}

void read_lists(const Row& row, Request& request) {
  if (row.text(17) != "[]") {
    const JsonValue labels = json_at(row, 17);
    if (labels.array() == nullptr) broken_list();
    for (const JsonValue& label : *labels.array()) request.labels.push_back(text_in(label));
  }
  if (row.text(18) != "{}") {
    const JsonValue fields = json_at(row, 18);
    if (fields.object() == nullptr) broken_list();
    for (const auto& [name, value] : *fields.object()) request.fields.emplace_back(name, text_in(value));
  }
}

Request read_request(const Row& row) {
  Request request;
  request.number = row.integer(0);
  if (!row.is_null(1)) request.key = row.text(1);
  request.title = row.text(2);
  request.body = row.text(3);
  request.type = row.text(4);
  request.category = row.text(5);
  request.state = enum_at(row, 6, State::closed);
  request.priority = priority_at(row, 7);
  request.is_override = row.integer(8) != 0;
  request.is_prioritized = row.integer(9) != 0;
  request.impact = level_at(row, 10);
  request.urgency = level_at(row, 11);
  request.requester = row.text(12);
  request.channel = enum_at(row, 13, Channel::api);
  request.team = row.text(14);
  request.assignee = row.text(15);
  request.waiting_on = row.text(16);
  read_lists(row, request);
  request.due = instant_at(row, 19);
  if (!row.is_null(20)) request.estimate = Duration{row.integer(20)};
  if (!row.is_null(21)) request.resolution = enum_at(row, 21, Resolution::spam);
  request.is_deleted = row.integer(22) != 0;
  request.comment_count = static_cast<int>(row.integer(23));
  request.created = Instant{row.integer(24)};
  request.updated = Instant{row.integer(25)};
  request.first_assigned = instant_at(row, 26);
  request.first_response = instant_at(row, 27);
  request.first_closed = instant_at(row, 28);
  request.closed = instant_at(row, 29);
  request.reopened = static_cast<int>(row.integer(30));
  request.version = static_cast<int>(row.integer(31));
  return request;
}

std::string labels_text(const Request& request) {
  JsonValue::Array labels;
  for (const std::string& label : request.labels) labels.emplace_back(label);
  return text::dump(labels);
}

std::string fields_text(const Request& request) {
  JsonValue::Object fields;
  for (const auto& [name, value] : request.fields) fields.emplace_back(name, value);
  return text::dump(fields);
}

// $1 … $32 in the order of the columns; the texts must outlive the call they are bound in.
std::vector<Param> bound(const Request& r, const std::string& labels, const std::string& fields) {
  const auto number = [](auto value) { return Param(static_cast<std::int64_t>(value)); };
  return {r.number,
          r.key ? Param(std::string_view(*r.key)) : Param(),
          r.title,
          r.body,
          r.type,
          r.category,
          number(r.state),
          number(r.priority),
          number(r.is_override),
          number(r.is_prioritized),
          nullable(r.impact),
          nullable(r.urgency),
          r.requester,
          number(r.channel),
          r.team,
          r.assignee,
          r.waiting_on,
          labels,
          fields,
          nullable(r.due),
          r.estimate ? Param(r.estimate->ms) : Param(),
          r.resolution ? number(*r.resolution) : Param(),
          number(r.is_deleted),
          number(r.comment_count),
          r.created.ms,
          r.updated.ms,
          nullable(r.first_assigned),
          nullable(r.first_response),
          nullable(r.first_closed),
          nullable(r.closed),
          number(r.reopened),
          number(r.version)};
}

// Nothing of it is in other tables whose order is theirs.
bool is_row_alone(const Request& request) {
  return request.attachments.empty() && request.facts.empty() && request.links.empty();
}

}  // namespace

int priority_at(const Row& row, int column) {
  const std::int64_t value = row.integer(column);
  if (value >= 1 && value <= 5) return static_cast<int>(value);
  throw Error{ErrorKind::bad_data, "the database holds a value out of its range", "run 'behest doctor'"};
}

std::optional<Request> SqlStore::request(std::int64_t number) {
  if (held_ && held_->after.number == number && is_row_alone(held_->after)) {
    Request found = held_->after;
    found.comments.clear();
    return found;
  }
  std::optional<Request> found;
  static const std::string sql = std::string(k_select) + " WHERE r.number = $1";
  run(sql, {number}, [&](const Row& row) {
    found = read_request(row);
    return false;
  });
  if (found) {
    found->links = links(number);
    read_extras(*found);
  }
  return found;
}

void SqlStore::read_extras(Request& request) {
  run("SELECT " BEHEST_ATTACHMENT_COLUMNS " FROM attachment WHERE request = $1 AND removed = 0 ORDER BY number",
      {request.number}, [&](const Row& row) {
        request.attachments.push_back(read_attachment(row));
        return true;
      });
  run("SELECT kind, name, value FROM fact WHERE request = $1 ORDER BY kind, name", {request.number},
      [&](const Row& row) {
        request.facts.push_back({std::string(row.text(0)), std::string(row.text(1)), json_at(row, 2)});
        return true;
      });
}

std::vector<Link> SqlStore::links(std::int64_t number) {
  std::vector<Link> links;
  run("SELECT relation, target FROM link WHERE request = $1 ORDER BY relation, target", {number}, [&](const Row& row) {
    links.push_back({enum_at(row, 0, Relation::relates), row.integer(1)});
    return true;
  });
  return links;
}

std::optional<std::int64_t> SqlStore::number_of_key(std::string_view key) {
  std::optional<std::int64_t> found;
  run_beside("SELECT number FROM request WHERE key = $1", {key}, [&](const Row& row) {
    found = row.integer(0);
    return false;
  });
  return found;
}

std::int64_t SqlStore::next_number() {
  std::int64_t next = 1;
  run("SELECT COALESCE(MAX(number), 0) + 1 FROM request", {}, [&](const Row& row) {
    next = row.integer(0);
    return false;
  });
  begin_blocks(next);
  return next;
}

void SqlStore::insert(const Request& request) {
  static constexpr std::string_view k_insert =
      "INSERT INTO request (number, key, title, body, type, category, state, priority, override, prioritized, impact, "
      "urgency, requester, channel, team, assignee, waiting_on, labels, fields, due, estimate, resolution, deleted, "
      "comment_count, created, updated, first_assigned, first_response, first_closed, closed, reopened, version) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
      "$23, $24, $25, $26, $27, $28, $29, $30, $31, $32)";
  const std::string labels = labels_text(request);
  const std::string fields = fields_text(request);
  settled().post(k_insert, bound(request, labels, fields));
  write_side_tables(nullptr, request);
  SearchTexts& texts = upkeep_.add(request.number, std::nullopt).now;
  texts.title = request.title;
  texts.body = request.body;
  tell_index_if_full(request.title.size() + request.body.size());
  held_ = Held{request, request};
  note_new(request.number);
}

void SqlStore::update(const Request& before, const Request& after) {
  touch_changed_texts(before, after);
  if (held_ && held_->after.number == after.number && held_->after.version == before.version) {
    held_->after = after;
  } else {
    settle();
    update_row(before, after, false);  // at once, for its guard
    held_ = Held{after, after};
  }
  if (before.key != after.key) settle();  // the next may look for it
  write_side_tables(&before, after);
  if (before.title != after.title || before.body != after.body) {
    tell_index_if_full(after.title.size() + after.body.size());
  }
}

void SqlStore::settle() {
  if (!held_) return;
  const Held held = *std::move(held_);
  held_.reset();
  if (held.before.version == held.after.version) return;
  update_row(held.before, held.after, false);
}

void SqlStore::touch_changed_texts(const Request& before, const Request& after) {
  if (before.title == after.title && before.body == after.body) return;
  SearchTexts& texts = touch_texts(after.number);
  texts.title = after.title;
  texts.body = after.body;
}

// Names only the columns that differ, unless the row is to be written whole whatever it holds: the fewer are named, the
// fewer indexes the engine looks at.
void SqlStore::update_row(const Request& before, const Request& after, bool is_whole) {
  const std::string old_labels = labels_text(before);
  const std::string old_fields = fields_text(before);
  const std::string labels = labels_text(after);
  const std::string fields = fields_text(after);
  const std::vector<Param> old = bound(before, old_labels, old_fields);
  const std::vector<Param> now = bound(after, labels, fields);
  std::vector<Param> params = {after.number, static_cast<std::int64_t>(before.version)};
  std::string sql = "UPDATE request SET ";
  for (std::size_t i = 1; i < now.size(); ++i) {
    if (!is_whole && old[i] == now[i]) continue;
    if (params.size() > 2) sql += ", ";
    params.push_back(now[i]);
    sql.append(k_columns[i]).append(" = $").append(std::to_string(params.size()));
  }
  if (params.size() == 2)
    sql += "version = version";  // what differs is beside the row, and the guard holds all the same
  sql += " WHERE number = $1 AND version = $2";
  if (session_->post(sql, params) != 1) {
    throw Error{ErrorKind::refused, "#" + std::to_string(after.number) + " has been changed by somebody else",
                "look at it again with 'behest show', then try again"};
  }
}

void SqlStore::write_side_tables(const Request* before, const Request& after) {
  static const Request k_nothing;
  const Request& old = before != nullptr ? *before : k_nothing;
  const std::int64_t number = after.number;
  if (old.labels != after.labels) {
    for (const std::string& label : old.labels) {
      post("DELETE FROM request_label WHERE label = $1 AND request = $2", {lower_ascii(label), number});
    }
    for (const std::string& label : after.labels) {
      post("INSERT INTO request_label (label, request, shown) VALUES ($1, $2, $3)",
           {lower_ascii(label), number, label});
    }
  }
  if (old.fields != after.fields) {
    if (!old.fields.empty()) post("DELETE FROM request_field WHERE request = $1", {number});
    for (const auto& [name, value] : after.fields) {
      post("INSERT INTO request_field (request, name, value) VALUES ($1, $2, $3)", {number, name, value});
    }
  }
  if (old.facts != after.facts) write_facts(old.facts, after);
  if (old.attachments != after.attachments) write_attachments(old.attachments, after);
  if (old.links != after.links) write_links(old.links, after);
}

// Both stand in one order.
void SqlStore::write_links(const std::vector<Link>& before, const Request& after) {
  std::vector<Link> gone;
  std::vector<Link> added;
  std::ranges::set_difference(before, after.links, std::back_inserter(gone));
  std::ranges::set_difference(after.links, before, std::back_inserter(added));
  for (const Link& link : gone) {
    post("DELETE FROM link WHERE request = $1 AND relation = $2 AND target = $3",
         {after.number, static_cast<std::int64_t>(link.relation), link.to});
  }
  for (const Link& link : added) {
    post("INSERT INTO link (request, relation, target) VALUES ($1, $2, $3)",
         {after.number, static_cast<std::int64_t>(link.relation), link.to});
  }
}

// Both stand in the order of kinds and names.
void SqlStore::write_facts(const std::vector<Fact>& before, const Request& after) {
  const auto name_of = [](const Fact& fact) {
    return std::pair<std::string_view, std::string_view>(fact.kind, fact.name);
  };
  auto old = before.begin();
  const auto drop_until = [&](const Fact* next) {
    for (; old != before.end() && (next == nullptr || name_of(*old) < name_of(*next)); ++old) {
      post("DELETE FROM fact WHERE request = $1 AND kind = $2 AND name = $3", {after.number, old->kind, old->name});
    }
  };
  for (const Fact& fact : after.facts) {
    drop_until(&fact);
    const bool is_known = old != before.end() && name_of(*old) == name_of(fact);
    const bool is_same = is_known && old->value == fact.value;
    if (is_known) ++old;
    if (is_same) continue;
    const std::string value = text::dump(fact.value);
    post(
        "INSERT INTO fact (request, kind, name, value) VALUES ($1, $2, $3, $4) ON CONFLICT (request, kind, name) DO "
        "UPDATE SET value = excluded.value",
        {after.number, fact.kind, fact.name, value});
  }
  drop_until(nullptr);
}

// Both stand in the order of their numbers; what is taken away keeps its own.
void SqlStore::write_attachments(const std::vector<Attachment>& before, const Request& after) {
  for (const Attachment& old : before) {
    if (std::ranges::binary_search(after.attachments, old.number, {}, &Attachment::number)) continue;
    put_attachment(after.number, old, true);
  }
  for (const Attachment& attachment : after.attachments) {
    const auto old = std::ranges::lower_bound(before, attachment.number, {}, &Attachment::number);
    if (old == before.end() || *old != attachment) put_attachment(after.number, attachment, false);
  }
}

void SqlStore::put_attachment(std::int64_t request, const Attachment& attachment, bool is_removed) {
  post(
      "INSERT INTO attachment (request, number, name, mime, size, hash, at, author, removed) VALUES ($1, $2, $3, $4, "
      "$5, $6, $7, $8, $9) ON CONFLICT (request, number) DO UPDATE SET removed = excluded.removed",
      {request, static_cast<std::int64_t>(attachment.number), attachment.name, attachment.mime, attachment.size,
       attachment.hash, attachment.at.ms, attachment.author, static_cast<std::int64_t>(is_removed)});
}

int SqlStore::next_attachment(std::int64_t number) {
  int next = 1;
  run("SELECT COALESCE(MAX(number), 0) + 1 FROM attachment WHERE request = $1", {number}, [&](const Row& row) {
    next = static_cast<int>(row.integer(0));
    return false;
  });
  return next;
}

std::vector<Comment> SqlStore::comments(std::int64_t number) {
  std::vector<Comment> comments;
  run("SELECT number, at, author, public, channel, body FROM comment WHERE request = $1 ORDER BY number", {number},
      [&](const Row& row) {
        comments.push_back({static_cast<int>(row.integer(0)), Instant{row.integer(1)}, std::string(row.text(2)),
                            row.integer(3) != 0, enum_at(row, 4, Channel::api), std::string(row.text(5))});
        return true;
      });
  return comments;
}

void SqlStore::put_comment(std::int64_t number, const Comment& comment) {
  touch_texts(number).comments[comment.number] = comment.body;
  post_beside(
      "INSERT INTO comment (request, number, at, author, public, channel, body) VALUES ($1, $2, $3, $4, $5, $6, $7) "
      "ON CONFLICT (request, number) DO UPDATE SET at = excluded.at, author = excluded.author, "
      "public = excluded.public, channel = excluded.channel, body = excluded.body",
      {number, static_cast<std::int64_t>(comment.number), comment.at.ms, comment.author,
       static_cast<std::int64_t>(comment.is_public), static_cast<std::int64_t>(comment.channel), comment.body});
  tell_index_if_full(comment.body.size());
}

void SqlStore::drop_comment(std::int64_t number, int comment) {
  touch_texts(number).comments.erase(comment);
  post("DELETE FROM comment WHERE request = $1 AND number = $2", {number, static_cast<std::int64_t>(comment)});
}

void SqlStore::each_request(const Selection& selection, const std::function<void(const Request&)>& visit) {
  if (each_newest(selection, visit)) return;
  tell_index_for(selection.where);
  const SqlText sql = selection_text("SELECT " BEHEST_REQUEST_COLUMNS, selection);
  settled().run(sql.sql(), sql.params(), [&](const Row& row) {
    Request request = read_request(row);
    request.links = links(request.number);
    visit(request);
    return true;
  });
}

std::vector<std::int64_t> SqlStore::find(const Selection& selection) {
  std::vector<std::int64_t> numbers;
  tell_index_for(selection.where);
  const SqlText sql = selection_text("SELECT r.number", selection);
  settled().run(sql.sql(), sql.params(), [&](const Row& row) {
    numbers.push_back(row.integer(0));
    return true;
  });
  return numbers;
}

std::int64_t SqlStore::count(const Expr& where) {
  tell_index_for(where);
  const SqlText sql = counting_text(where);
  std::int64_t count = 0;
  settled().run(sql.sql(), sql.params(), [&](const Row& row) {
    count = row.integer(0);
    return false;
  });
  return count;
}

std::vector<std::int64_t> SqlStore::counts(const Expr& where, const std::vector<Expr>& parts) {
  tell_index_for(where);
  for (const Expr& part : parts) tell_index_for(part);
  std::vector<std::int64_t> counts(parts.size());
  if (parts.empty()) return counts;
  const SqlText sql = counting_text(where, parts);
  settled().run(sql.sql(), sql.params(), [&](const Row& row) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = row.integer(static_cast<int>(i));
    return false;
  });
  return counts;
}

std::vector<std::string> SqlStore::values_in_use(QueryField field, std::int64_t limit) {
  std::string_view sql;
  switch (field) {
    case QueryField::assignee:
      sql = "SELECT assignee, COUNT(*) FROM request WHERE assignee <> '' AND deleted = 0 GROUP BY assignee";
      break;
    case QueryField::requester:
      sql = "SELECT requester, COUNT(*) FROM request WHERE requester <> '' AND deleted = 0 GROUP BY requester";
      break;
    case QueryField::team:
      sql = "SELECT team, COUNT(*) FROM request WHERE team <> '' AND deleted = 0 GROUP BY team";
      break;
    case QueryField::category:
      sql = "SELECT category, COUNT(*) FROM request WHERE category <> '' AND deleted = 0 GROUP BY category";
      break;
    case QueryField::type:
      sql = "SELECT type, COUNT(*) FROM request WHERE type <> '' AND deleted = 0 GROUP BY type";
      break;
    case QueryField::label:
      sql =
          "SELECT MIN(l.shown), COUNT(*) FROM request_label l JOIN request r ON r.number = l.request WHERE "
          "r.deleted = 0 GROUP BY l.label";
      break;
    default:
      throw Error{ErrorKind::bug, "the values of that field cannot be listed", ""};
  }
  std::vector<std::string> values;
  run(std::string(sql) + " ORDER BY 2 DESC, 1 LIMIT $1", {limit}, [&](const Row& row) {
    values.emplace_back(row.text(0));
    return true;
  });
  return values;
}

}  // namespace behest::store
