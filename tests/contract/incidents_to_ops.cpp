// Turns the events of ServiceNow incidents (UCI 498: 36 columns, one row an event, "?" = missing, D/M/YYYY HH:MM taken
// as UTC) into operations for `behest import --format ops`. Shares no code with behest.
//
//   incidents_to_ops FILE.csv [closed] > lives.jsonl
//
// Rows of an incident are taken by sys_mod_count. The first is its submit, when it was opened, by its caller; each row
// then does what differs from the row before, when and by whom it was updated: assign, prioritize, edit of the
// category, and the state. New and Active are resume or reopen where it waited or was closed; Awaiting User Info waits
// on the requester, Awaiting Vendor, Problem and Evidence on a third party; Resolved and Closed close it once, at
// resolved_at where that lies between the row before and their own. With `closed` only Closed does, and
// Resolved waits on the requester to confirm; closed_at, which every row tells, counts even where the row of the
// closing is not among them.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ',') {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  for (std::string& cell : cells) {
    if (cell == "?") cell.clear();
  }
  return cells;
}

// Seconds since 1970 of 29/2/2016 08:39; 0 for none.
std::int64_t seconds_of(const std::string& text) {
  std::tm time{};
  const int found = std::sscanf(text.c_str(), "%d/%d/%d %d:%d", &time.tm_mday, &time.tm_mon, &time.tm_year,
                                &time.tm_hour, &time.tm_min);
  if (found != 5) return 0;
  time.tm_mon -= 1;
  time.tm_year -= 1900;
  return timegm(&time);
}

std::string rfc3339(std::int64_t seconds) {
  const std::time_t at = seconds;
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&at));
  return text;
}

// "Category 24" as a name: Category-24.
std::string name_of(const std::string& text) {
  std::string name;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  return name;
}

std::string category_of(const Row& row) {
  const std::string category = name_of(row.at("category"));
  const std::string part = name_of(row.at("subcategory"));
  return part.empty() ? category : category + "/" + part;
}

std::string caller_of(const Row& row) {
  const std::string& caller = row.at("caller_id");
  return caller.empty() ? "unknown caller" : caller;
}

std::string digit_of(const std::string& level) { return level.substr(0, 1); }

// One JSON object under way. The data has no characters that JSON escapes.
class Line {
 public:
  explicit Line(const std::string& op) : text_("{\"op\":\"" + op + "\"") {}
  Line& with(const std::string& name, const std::string& value) {
    text_ += ",\"" + name + "\":\"" + value + "\"";
    return *this;
  }
  Line& with_level(const std::string& name, const std::string& level) {
    if (!level.empty()) text_ += ",\"" + name + "\":" + digit_of(level);
    return *this;
  }
  void print() const { std::cout << text_ << "}\n"; }

 private:
  std::string text_;
};

enum class State { open, waiting, closed };

// The life of one incident while its rows go by.
class Life {
 public:
  Life(const Row& first, bool ends_closed)
      : ends_closed_(ends_closed), key_(first.at("number")), last_(seconds_of(first.at("opened_at"))) {
    Line line("submit");
    line.with("key", key_).with("at", rfc3339(last_)).with("user", caller_of(first));
    line.with("title", key_ + " " + first.at("u_symptom")).with("channel", "phone").with("type", "incident");
    if (!category_of(first).empty()) line.with("category", category_of(first));
    line.with_level("impact", first.at("impact")).with_level("urgency", first.at("urgency"));
    line.with_level("priority", first.at("priority"));
    line.print();
    before_ = first;
    before_["assignment_group"].clear();
    before_["assigned_to"].clear();
  }

  void row(const Row& row) {
    updated_ = seconds_of(row.at("sys_updated_at"));
    user_ = row.at("sys_updated_by");
    const std::string& state = row.at("incident_state");
    const bool is_end = state == "Closed" || (state == "Resolved" && !ends_closed_);
    if (is_end && state_ != State::closed) close(row);
    fields(row);
    if (!is_end) go_on(state);
    before_ = row;
    last_ = std::max(last_, updated_);
  }

  void end() {
    updated_ = seconds_of(before_.at("closed_at"));
    if (ends_closed_ && state_ != State::closed && updated_ != 0) close(before_);
  }

 private:
  void close(const Row& row) {
    const std::int64_t ended = seconds_of(row.at(ends_closed_ ? "closed_at" : "resolved_at"));
    const bool fits = ended >= last_ && ended <= updated_;
    op("close", fits ? ended : updated_).with("resolution", "done").print();
    state_ = State::closed;
  }

  void fields(const Row& row) {
    const auto changed = [&](const char* name) { return row.at(name) != before_.at(name); };
    if (changed("assignment_group") || changed("assigned_to")) {
      Line line = op("assign", updated_);
      if (changed("assignment_group")) line.with("team", row.at("assignment_group"));
      if (changed("assigned_to")) line.with("to", row.at("assigned_to"));
      line.print();
    }
    if (changed("impact") || changed("urgency") || changed("priority")) {
      Line line = op("prioritize", updated_);
      line.with_level("impact", row.at("impact")).with_level("urgency", row.at("urgency"));
      line.with_level("priority", row.at("priority")).print();
    }
    if (category_of(row) != category_of(before_)) op("edit", updated_).with("category", category_of(row)).print();
  }

  void go_on(const std::string& state) {
    std::string on;
    if (state == "Awaiting User Info" || state == "Resolved") on = "requester";
    if (state.starts_with("Awaiting") && on.empty()) on = state.substr(9);
    if (state_ == State::closed) {
      op("reopen", updated_).print();
      state_ = State::open;
    }
    if (on.empty() && state_ == State::waiting) {
      op("resume", updated_).print();
      state_ = State::open;
    }
    if (!on.empty() && (state_ != State::waiting || on != on_)) {
      op("wait", updated_).with("on", on).print();
      state_ = State::waiting;
      on_ = on;
    }
  }

  Line op(const std::string& verb, std::int64_t at) {
    last_ = std::max(last_, at);
    Line line(verb);
    line.with("id", "key:" + key_).with("at", rfc3339(last_)).with("user", user_);
    return line;
  }

  bool ends_closed_;
  std::string key_;
  std::int64_t last_;
  std::int64_t updated_ = 0;
  std::string user_;
  std::string on_;
  State state_ = State::open;
  Row before_;
};

}  // namespace

int main(int argc, char** argv) {
  const bool ends_closed = argc == 3 && std::string(argv[2]) == "closed";
  std::ifstream file(argc == 2 || ends_closed ? argv[1] : "");
  std::string line;
  if (!std::getline(file, line)) {
    std::cerr << "usage: incidents_to_ops FILE.csv [closed]\n";
    return 2;
  }
  const std::vector<std::string> header = cells_of(line);
  std::map<std::string, std::vector<Row>> incidents;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() != header.size()) continue;
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = cells[i];
    incidents[row["number"]].push_back(std::move(row));
  }
  for (auto& [number, rows] : incidents) {
    std::ranges::stable_sort(rows, {}, [](const Row& row) { return std::stoi(row.at("sys_mod_count")); });
    Life life(rows.front(), ends_closed);
    for (const Row& row : rows) life.row(row);
    life.end();
  }
}
