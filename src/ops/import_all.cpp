#include <cstdint>
#include <set>

#include "behest/text/utf8.hpp"
#include "core/transition.hpp"
#include "ops/export.hpp"
#include "ops/op_members.hpp"
#include "ops/replay.hpp"
#include "text/base64.hpp"
#include "text/line_reader.hpp"
#include "text/sha256.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_line_limit = 64UL << 20U;

[[noreturn]] void wrong(std::string message) {
  throw Error{ErrorKind::bad_data, std::move(message), "is it as 'behest export' wrote it?"};
}

std::int64_t integer_of(const OpMembers& members, std::string_view name) {
  const JsonValue* value = members.find(name);
  if (value == nullptr || value->integer() == nullptr) wrong("'" + std::string(name) + "' is not a whole number");
  return *value->integer();
}

std::int64_t id_of(const OpMembers& members, std::string_view name) {
  const std::int64_t id = integer_of(members, name);
  if (id < 1) wrong("'" + std::string(name) + "' is less than 1");
  return id;
}

Instant instant_of(const OpMembers& members) {
  const auto at = members.instant("at");
  if (!at) wrong("'at' is missing");
  return *at;
}

template <class Enum>
std::optional<Enum> enum_of(const OpMembers& members, std::string_view name,
                            std::optional<Enum> (*named)(std::string_view)) {
  const auto text = members.text(name);
  if (!text) return std::nullopt;
  const auto found = named(*text);
  if (!found) wrong("'" + *text + "' is no " + std::string(name));
  return found;
}

std::vector<Change> changes_in(const OpMembers& members) {
  const JsonValue* changes = members.find("changes");
  if (changes == nullptr || changes->object() == nullptr) wrong("'changes' is no object");
  std::vector<Change> all;
  for (const auto& [field, pair] : *changes->object()) {
    if (pair.array() == nullptr || pair.array()->size() != 2) wrong("'" + field + "' has no pair of values");
    all.push_back({field, (*pair.array())[0], (*pair.array())[1]});
  }
  return all;
}

class Import {
 public:
  explicit Import(Store& store) : store_(store) {}

  void line(std::string_view text) {
    const auto value = text::parse_json(text);
    if (!value) wrong("column " + std::to_string(value.error().column) + ": " + value.error().message);
    if (value->object() == nullptr) wrong("the line is no JSON object");
    const OpMembers members(*value->object());
    if (!has_header_) return header(members);
    if (has_end_) wrong("there is more after the line of kind end");
    const std::string kind = members.needed_text("kind");
    if (kind == "command") return command(members);
    if (kind == "request") return request(members);
    if (kind == "event") return event(members);
    if (kind == "record") return record(members);
    if (kind == "content") return content(members);
    if (kind == "end") return end(members);
    wrong("'" + kind + "' is no kind of line");
  }

  ExportCount finish() {
    if (!has_header_) wrong("the file is empty");
    if (!has_end_) wrong("the file is cut off: its last line is missing");
    if (!promised_.empty()) {
      wrong("a link names " + id_text(*promised_.begin()) + ", which is not in the file");
    }
    for (const std::string& hash : needed_) {
      if (!store_.has_content(hash)) wrong("the contents " + hash + " of an attachment are not in the file");
    }
    if (const auto strange = store_.mismarked_commands(); !strange.empty()) {
      wrong("command " + std::to_string(strange.front()) + " is not marked as its undos and redos say");
    }
    if (const auto event = store_.misplaced_event()) {
      wrong("event " + std::to_string(*event) + " belongs to an earlier command than the event before it");
    }
    return count_;
  }

 private:
  void header(const OpMembers& members) {
    if (members.text("behest") != "export") wrong("the file is no export of behest");
    if (integer_of(members, "format") != 1) wrong("the file was written by a newer behest");
    if (members.text("since")) {
      throw Error{ErrorKind::bad_data, "the file holds only what came after an instant",
                  "an export that can be imported is made without --since"};
    }
    has_header_ = true;
  }

  void command(const OpMembers& members) {
    CommandRow row;
    row.id = id_of(members, "id");
    if (row.id <= last_command_) wrong("the commands are not in the order of their ids");
    last_command_ = row.id;
    row.at = instant_of(members);
    row.actor = members.needed_text("actor");
    row.login = members.needed_text("login");
    row.verb = members.needed_text("verb");
    if (members.find("target") != nullptr) row.target = id_of(members, "target");
    row.is_undone = members.boolean("undone");
    if (row.is_undone) undone_.insert(row.id);
    store_.put_command(row);
    ++count_.commands;
  }

  void request(const OpMembers& members) {
    end_request();
    const std::int64_t number = id_of(members, "id");
    if (number <= number_) wrong("the requests are not in the order of their ids");
    number_ = number;
    is_open_ = true;
  }

  void event(const OpMembers& members) {
    Event event;
    event.id = id_of(members, "id");
    event.command = id_of(members, "command");
    event.request = id_of(members, "request");
    if (!is_open_ || event.request != number_) wrong("the event does not follow its request");
    if (!events_.empty() && event.id <= events_.back().id) wrong("the events are not in the order of their ids");
    if (event.command != known_command_ && !store_.command(event.command)) {
      wrong("there is no command " + std::to_string(event.command));
    }
    known_command_ = event.command;
    event.at = instant_of(members);
    event.actor = members.needed_text("actor");
    event.kind = members.needed_text("verb");
    event.changes = changes_in(members);
    event.state = enum_of<State>(members, "state", state_named);
    event.resolution = enum_of<Resolution>(members, "resolution", resolution_named);
    event.marks = integer_of(members, "marks");
    events_.push_back(std::move(event));
  }

  void record(const OpMembers& members) {
    end_request();
    RecordEvent event;
    event.id = id_of(members, "id");
    if (event.id <= last_record_) wrong("the records are not in the order of their ids");
    last_record_ = event.id;
    event.command = id_of(members, "command");
    if (!store_.command(event.command)) wrong("there is no command " + std::to_string(event.command));
    event.at = instant_of(members);
    event.actor = members.needed_text("actor");
    event.kind = members.needed_text("of");
    event.name = members.needed_text("name");
    if (const JsonValue* before = members.find("before")) event.before = *before;
    if (const JsonValue* after = members.find("after")) event.after = *after;
    if (store_.record(event.kind, event.name) != event.before) {
      wrong("the " + event.kind + " '" + event.name + "' was not so before");
    }
    store_.put_record({event.kind, event.name, event.after});
    store_.append(event);
    ++count_.records;
  }

  void end_request() {
    if (!is_open_) return;
    if (events_.empty()) wrong(id_text(number_) + " has no events");
    const Replayed made = replay(number_, events_, undone_);
    if (!made.problems.empty()) wrong(id_text(number_) + ": " + made.problems.front());
    promise_targets(made.request);
    if (promised_.erase(number_) > 0) {
      Request blank;
      blank.number = number_;
      store_.update(blank, made.request);
    } else {
      store_.insert(made.request);
    }
    for (const Comment& comment : made.request.comments) store_.put_comment(number_, comment);
    for (const Attachment& one : made.request.attachments) needed_.insert(one.hash);
    for (const Attachment& one : made.removed) {
      needed_.insert(one.hash);
      store_.put_removed(number_, one);
    }
    for (const Event& event : events_) store_.put_event(event);
    ++count_.requests;
    count_.events += static_cast<std::int64_t>(events_.size());
    events_.clear();
    is_open_ = false;
  }

  // A link may name a request that comes later in the file: its row is there before it.
  void promise_targets(const Request& request) {
    for (const Link& link : request.links) {
      if (link.to <= number_ || !promised_.insert(link.to).second) continue;
      Request blank;
      blank.number = link.to;
      store_.insert(blank);
    }
  }

  void content(const OpMembers& members) {
    end_request();
    const std::string hash = members.needed_text("hash");
    if (hash != hash_) {
      end_content();
      hash_ = hash;
    }
    if (integer_of(members, "number") != pieces_) wrong("a piece of the contents " + hash + " is missing");
    const auto bytes = text::from_base64(members.text("base64").value_or(""));
    if (!bytes) wrong("the contents " + hash + " are not base64");
    sum_.add(*bytes);
    store_.put_chunk(hash, pieces_++, *bytes);
  }

  void end_content() {
    if (hash_.empty()) return;
    if (sum_.finish() != hash_) wrong("the contents " + hash_ + " are not those of their hash");
    ++count_.contents;
    sum_ = text::Sha256();
    hash_.clear();
    pieces_ = 0;
  }

  void end(const OpMembers& members) {
    end_request();
    end_content();
    const ExportCount said{integer_of(members, "commands"), integer_of(members, "requests"),
                           integer_of(members, "events"), integer_of(members, "records"),
                           integer_of(members, "contents")};
    if (said != count_) wrong("lines are missing: the last one counts more or fewer");
    has_end_ = true;
  }

  Store& store_;
  ExportCount count_;
  bool has_header_ = false;
  bool has_end_ = false;
  std::int64_t last_command_ = 0;
  std::int64_t known_command_ = 0;
  std::int64_t last_record_ = 0;
  CommandIds undone_;
  std::int64_t number_ = 0;
  bool is_open_ = false;
  std::vector<Event> events_;
  std::set<std::int64_t> promised_;
  std::set<std::string> needed_;
  std::string hash_;
  std::int64_t pieces_ = 0;
  text::Sha256 sum_;
};

Error placed(const Error& error, const std::string& file, std::size_t line) {
  return {error.kind == ErrorKind::refused ? ErrorKind::bad_data : error.kind,
          file + ":" + std::to_string(line) + ": " + error.message, error.hint};
}

}  // namespace

ExportCount import_all(Store& store, const text::ByteSource& source, const std::string& file) {
  if (store.next_number() > 1 || store.first_command_after(Instant{INT64_MIN})) {
    throw Error{ErrorKind::refused, "the database is not empty, and an export is a whole one",
                "name a new one with --db FILE; 'behest restore' replaces a database by a backup"};
  }
  text::LineReader lines(source, k_line_limit);
  Import import(store);
  std::size_t number = 1;
  try {
    while (const auto line = lines.next()) {
      number = line->number;
      if (line->is_too_long) wrong("the line has more than 64 MiB");
      if (!text::trim(line->text).empty()) import.line(line->text);
    }
    return import.finish();
  } catch (const Error& error) {
    const bool is_about_line = error.kind == ErrorKind::bad_data || error.kind == ErrorKind::refused;
    if (!is_about_line) throw;
    throw placed(error, file, number);
  }
}

}  // namespace behest::ops
