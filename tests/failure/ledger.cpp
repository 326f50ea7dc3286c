#include "ledger.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace failure {
namespace {

using Json = nlohmann::json;

// What the log says that one token did.
struct Traces {
  std::set<std::int64_t> commands;
  int comments = 0;
  int others = 0;  // titles, assignees, closings in the same command
};

using Index = std::map<std::string, Traces>;

// The events oldest first.
std::vector<Json> events_of(const std::string& log) {
  const Json parsed = Json::parse(log, nullptr, false);
  check(parsed.is_array(), "the log is a JSON array");
  std::vector<Json> events(parsed.begin(), parsed.end());
  std::sort(events.begin(), events.end(), [](const Json& left, const Json& right) { return left["id"] < right["id"]; });
  return events;
}

// The token that a change carries, and whether it is a comment's; empty for none.
std::string token_of(const Json& change, bool& is_comment) {
  const auto field = change["field"].get<std::string>();
  const Json& now = change["new"];
  is_comment = field.starts_with("comment.");
  if (is_comment) return now.is_object() ? now["body"].get<std::string>() : "";
  if (!now.is_string()) return "";
  const auto text = now.get<std::string>();
  if (field == "title" && text.starts_with("title-")) return text.substr(6);
  if (field == "assignee" && text.starts_with("who-")) return text.substr(4);
  return "";
}

bool closes(const Json& event) {
  return std::any_of(event["changes"].begin(), event["changes"].end(),
                     [](const Json& change) { return change["field"] == "state" && change["new"] == "closed"; });
}

Index index_of(const std::vector<Json>& events) {
  Index index;
  std::map<std::int64_t, int> closings;
  for (const Json& event : events) {
    const auto verb = event["verb"].get<std::string>();
    const auto command = event["command"].get<std::int64_t>();
    // An undo puts old values back, tokens of other commands among them.
    if (verb == "undo") continue;
    if (closes(event)) ++closings[command];
    for (const Json& change : event["changes"]) {
      bool is_comment = false;
      const std::string token = token_of(change, is_comment);
      if (token.empty()) continue;
      Traces& traces = index[token];
      traces.commands.insert(command);
      ++(is_comment ? traces.comments : traces.others);
    }
  }
  for (auto& [token, traces] : index) {
    for (const std::int64_t command : traces.commands) traces.others += closings[command];
  }
  return index;
}

void compare_attempt(const Attempt& attempt, const Index& index) {
  const auto found = index.find(attempt.token);
  const Traces traces = found == index.end() ? Traces() : found->second;
  const int others = attempt.verb == "comment" ? 0 : 1;
  const bool is_whole = traces.commands.size() == 1 && traces.comments == attempt.requests && traces.others == others;
  const bool is_absent = traces.commands.empty();
  const std::string what = attempt.verb + " " + attempt.token;
  const std::string detail = std::to_string(traces.commands.size()) + " commands, " + std::to_string(traces.comments) +
                             " comments, " + std::to_string(traces.others) + " other changes";
  if (attempt.result == Result::done) {
    check(is_whole, "what was acknowledged is in the log, once and whole: " + what, detail);
  } else if (attempt.result == Result::refused) {
    check(is_absent, "what was refused is not in the log: " + what, detail);
  } else {
    check(is_whole || is_absent, "what was killed is in the log wholly or not at all: " + what, detail);
  }
}

// Undos carry no token: their number must fit, and each marks one command as undone.
void compare_undos(const std::vector<Attempt>& attempts, const std::vector<Json>& events) {
  std::map<std::string, std::set<std::int64_t>> undos;
  std::map<std::string, std::set<std::int64_t>> undone;
  for (const Json& event : events) {
    const auto actor = event["actor"].get<std::string>();
    const auto command = event["command"].get<std::int64_t>();
    if (event["verb"] == "undo") undos[actor].insert(command);
    if (event["undone"].get<bool>()) undone[actor].insert(command);
  }
  std::map<std::string, std::pair<std::size_t, std::size_t>> bounds;
  for (const Attempt& attempt : attempts) {
    if (attempt.verb != "undo" || attempt.result == Result::refused) continue;
    auto& [least, most] = bounds[attempt.user];
    least += attempt.result == Result::done ? 1 : 0;
    ++most;
  }
  for (const auto& [user, bound] : bounds) {
    const std::size_t count = undos[user].size();
    check(count >= bound.first && count <= bound.second, "every acknowledged undo of " + user + " is in the log",
          std::to_string(count) + " of " + std::to_string(bound.first) + " to " + std::to_string(bound.second));
    check(undone[user].size() == count, "every undo of " + user + " took one command back",
          std::to_string(undone[user].size()) + " undone by " + std::to_string(count));
  }
}

// A request as its events make it.
Json replayed(const Json& before, const Json& event) {
  Json row = before.is_null() ? Json{{"state", "new"}, {"comments", Json::object()}} : before;
  for (const Json& change : event["changes"]) {
    const auto field = change["field"].get<std::string>();
    if (!field.starts_with("comment.")) {
      row[field] = change["new"];
    } else if (change["new"].is_null()) {
      row["comments"].erase(field.substr(8));
    } else {
      row["comments"][field.substr(8)] = change["new"]["body"];
    }
  }
  return row;
}

void compare_row(const Json& shown, const Json& row) {
  const std::string number = shown["id"].dump();
  for (const char* field : {"state", "assignee", "title", "resolution", "requester", "team"}) {
    const Json expected = row.contains(field) ? row[field] : Json();
    check(shown[field] == expected, "#" + number + " " + field + " is what its events make it",
          shown[field].dump() + ", by the log " + expected.dump());
  }
  Json comments = Json::object();
  for (const Json& comment : shown["comments"]) {
    const auto id = comment["id"].get<std::string>();
    comments[id.substr(id.find('.') + 1)] = comment["body"];
  }
  check(comments == row["comments"], "#" + number + " has the comments of its events",
        comments.dump() + ", by the log " + row["comments"].dump());
}

void compare_rows(const std::vector<Json>& events, const std::string& shown) {
  std::map<std::int64_t, Json> rows;
  for (const Json& event : events) {
    Json& row = rows[event["request"].get<std::int64_t>()];
    row = replayed(row, event);
  }
  std::erase_if(rows, [](const auto& entry) { return entry.second.value("deleted", Json()) == Json(true); });
  const Json parsed = Json::parse(shown, nullptr, false);
  check(parsed.is_array() && parsed.size() == rows.size(), "the requests shown are those of the log",
        std::to_string(parsed.size()) + " shown, " + std::to_string(rows.size()) + " by the log");
  for (const Json& request : parsed) {
    const auto row = rows.find(request["id"].get<std::int64_t>());
    if (check(row != rows.end(), "a request shown is in the log", request["id"].dump())) {
      compare_row(request, row->second);
    }
  }
}

}  // namespace

void compare(const std::vector<Attempt>& attempts, const std::string& log, const std::string& shown) {
  const std::vector<Json> events = events_of(log);
  const Index index = index_of(events);
  for (const Attempt& attempt : attempts) {
    if (attempt.verb != "undo") compare_attempt(attempt, index);
  }
  compare_undos(attempts, events);
  compare_rows(events, shown);
}

}  // namespace failure
