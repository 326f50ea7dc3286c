// Figures of the ServiceNow incidents (UCI 498), counted straight from the CSV, for comparison with
//
//   behest import --format ops lives.jsonl        (lives.jsonl from incidents_to_ops)
//   behest report kpi --by priority --json
//
// Shares no code with behest or with incidents_to_ops. One line for each final priority, tab separated:
//
//   priority  created  closed  reopened  n  p50_s  mean_s
//
// created counts incidents; closed those that are closed at the end; reopened the times one left Resolved or Closed for
// another state; n, p50_s (nearest rank) and mean_s (rounded half up) are of full resolution, in seconds: from
// opened_at to the last change from another state to Resolved or Closed. That change happened at resolved_at where it
// lies between everything earlier and the row that tells of it, else at sys_updated_at; nothing goes back in time.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

enum Column { k_number = 0, k_state = 1, k_count = 5, k_opened = 9, k_updated = 13, k_priority = 22, k_resolved = 34 };

struct Change {
  int count = 0;
  std::string state;
  std::string priority;
  std::int64_t updated = 0;
  std::int64_t resolved = 0;
};

struct Incident {
  std::int64_t opened = 0;
  std::vector<Change> changes;
};

struct Figures {
  int created = 0, closed = 0, reopened = 0;
  std::vector<std::int64_t> lengths;
};

// Minutes since 1970-01-01 00:00 of D/M/YYYY HH:MM by counting days, -1 for none.
std::int64_t minutes_of(const std::string& text) {
  int day = 0, month = 0, year = 0, hour = 0, minute = 0;
  char mark = 0;
  std::istringstream in(text);
  if (!(in >> day >> mark >> month >> mark >> year >> hour >> mark >> minute)) return -1;
  const auto is_leap = [](int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; };
  std::int64_t days = day - 1;
  for (int y = 1970; y < year; ++y) days += is_leap(y) ? 366 : 365;
  const int lengths[] = {31, is_leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int m = 1; m < month; ++m) days += lengths[m - 1];
  return (days * 24 + hour) * 60 + minute;
}

bool is_end(const std::string& state) { return state == "Resolved" || state == "Closed"; }

void count(Incident& incident, std::map<std::string, Figures>& all) {
  std::stable_sort(incident.changes.begin(), incident.changes.end(),
                   [](const Change& a, const Change& b) { return a.count < b.count; });
  std::int64_t latest = incident.opened;
  std::int64_t last_end = 0;
  int reopened = 0;
  bool was_end = false;
  for (const Change& change : incident.changes) {
    const bool ends = is_end(change.state);
    if (ends && !was_end) {
      const bool fits = change.resolved >= latest && change.resolved <= change.updated;
      last_end = std::max(latest, fits ? change.resolved : change.updated);
      latest = last_end;
    }
    if (was_end && !ends) ++reopened;
    latest = std::max(latest, change.updated);
    was_end = ends;
  }
  Figures& figures = all[incident.changes.back().priority];
  ++figures.created;
  figures.reopened += reopened;
  if (!was_end) return;
  ++figures.closed;
  figures.lengths.push_back((last_end - incident.opened) * 60);
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file(argc == 2 ? argv[1] : "");
  std::string line;
  if (!std::getline(file, line)) {
    std::cerr << "usage: incidents_kpi FILE.csv\n";
    return 2;
  }
  std::map<std::string, Incident> incidents;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    Incident& incident = incidents[cells.at(k_number)];
    incident.opened = minutes_of(cells.at(k_opened));
    incident.changes.push_back({std::stoi(cells.at(k_count)), cells.at(k_state),
                                "P" + cells.at(k_priority).substr(0, 1), minutes_of(cells.at(k_updated)),
                                minutes_of(cells.at(k_resolved))});
  }
  std::map<std::string, Figures> all;
  for (auto& [number, incident] : incidents) count(incident, all);
  for (auto& [priority, figures] : all) {
    auto& lengths = figures.lengths;
    std::sort(lengths.begin(), lengths.end());
    std::int64_t sum = 0;
    for (const std::int64_t length : lengths) sum += length;
    const auto n = static_cast<std::int64_t>(lengths.size());
    std::cout << priority << '\t' << figures.created << '\t' << figures.closed << '\t' << figures.reopened << '\t' << n;
    if (n > 0)
      std::cout << '\t' << lengths[static_cast<std::size_t>((n + 1) / 2 - 1)] << '\t' << (2 * sum + n) / (2 * n);
    std::cout << '\n';
  }
}
