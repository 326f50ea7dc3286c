#pragma once
#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "behest/core/query.hpp"
#include "contract/random_source.hpp"

namespace behest::contract_test {

// Monday, 2026-11-23T12:00:00Z.
constexpr Instant k_now{1'795'435'200'000};
constexpr std::int64_t k_hour = 3'600'000;

inline QueryContext query_context() { return {{k_now, Zone()}, "Alice", Duration{48 * k_hour}}; }

inline const std::vector<std::string>& words() {
  static const std::vector<std::string> all = {
      "VPN",  "vpn", "Printer", "プリンタ", "打印机", "网络", "机",      "Über",       "über",    "50%", "a_b",
      "a\\b", "100", "o'brien", "😀",        "straße", "x,y",  "(round)", "say \"hi\"", "STRASSE", "9"};
  return all;
}
inline const std::vector<std::string>& people() {
  static const std::vector<std::string> all = {
      "alice", "Alice", "BOB", "bob@example.org", "Zoë", "李雷", "o'brien, j", "100% Jim", "none", "me"};
  return all;
}
inline const std::vector<std::string>& names() {
  static const std::vector<std::string> all = {"net",         "Net",  "network",   "network/vpn", "Network/VPN/eu",
                                               "network-old", "网络", "网络/中国", "a_b",         "aXb",
                                               "é",           "É"};
  return all;
}
inline const std::vector<std::string>& custom_names() {
  static const std::vector<std::string> all = {"system", "System", "成本", "cost"};
  return all;
}

inline Instant random_instant(RandomSource& random) {
  if (random.one_in(10)) return k_now;
  const auto hours = static_cast<std::int64_t>(random.between(-240, 240));
  return k_now + Duration{hours * k_hour + (random.one_in(2) ? 0 : random.between(-1, 1))};
}

inline std::string random_text(RandomSource& random, std::size_t longest) {
  std::string text;
  for (std::size_t i = random.below(longest + 1); i > 0; --i) text += (text.empty() ? "" : " ") + random.of(words());
  return text;
}

inline std::string perhaps(RandomSource& random, const std::vector<std::string>& all) {
  return random.one_in(3) ? std::string() : random.of(all);
}

inline void add_people(RandomSource& random, Request& request) {
  request.type = perhaps(random, names());
  request.category = perhaps(random, names());
  request.team = perhaps(random, names());
  request.assignee = perhaps(random, people());
  request.requester = random.of(people());
  request.waiting_on = perhaps(random, people());
  for (const std::string& label : names()) {
    if (!random.one_in(6)) continue;
    const auto is_same = [&](const std::string& other) { return other == "net" || other == "é"; };
    if (!std::ranges::any_of(request.labels, is_same)) request.labels.push_back(label);
  }
  std::ranges::sort(request.labels);
  for (const std::string& name : custom_names()) {
    if (random.one_in(3)) request.fields.emplace_back(name, random.of(words()));
  }
  std::ranges::sort(request.fields);
}

inline void add_times(RandomSource& random, Request& request) {
  request.created = random_instant(random);
  request.updated = random_instant(random);
  const auto sometimes = [&](std::optional<Instant>& time) {
    if (!random.one_in(3)) time = random_instant(random);
  };
  sometimes(request.due);
  sometimes(request.first_response);
  sometimes(request.first_assigned);
  if (request.state == State::closed) request.closed = random_instant(random);
  if (random.one_in(2)) request.estimate = Duration{random.between(1, 8) * k_hour / 2};
}

// A row with something in every column; its links go to lower numbers.
inline Request random_request(RandomSource& random, std::int64_t number) {
  Request request;
  request.number = number;
  if (random.one_in(3)) request.key = (random.one_in(2) ? "JIRA-" : "jira-") + std::to_string(number);
  request.title = "t " + random_text(random, 4);
  request.body = random_text(random, 6);
  request.state = static_cast<State>(random.below(5));
  request.priority = random.between(1, 5);
  if (random.one_in(2)) request.impact = random.between(1, 3);
  if (random.one_in(2)) request.urgency = random.between(1, 3);
  request.channel = static_cast<Channel>(random.below(10));
  if (request.state == State::closed) request.resolution = static_cast<Resolution>(random.below(6));
  request.reopened = random.between(0, 3);
  request.version = random.between(1, 9);
  request.is_deleted = random.one_in(20);
  add_people(random, request);
  add_times(random, request);
  if (number > 1 && random.one_in(2)) {
    request.links.push_back({static_cast<Relation>(random.below(4)),
                             static_cast<std::int64_t>(random.below(static_cast<std::size_t>(number - 1))) + 1});
  }
  for (int i = 1; i <= random.between(0, 2); ++i) {
    request.comments.push_back({i, random_instant(random), random.of(people()), random.one_in(2), Channel::mail,
                                "c " + random_text(random, 4)});
  }
  request.comment_count = static_cast<int>(request.comments.size());
  return request;
}

// Writes queries that the grammar of DESIGN 4 allows.
class QueryWriter {
 public:
  explicit QueryWriter(RandomSource& random) : random_(random) {}

  std::string query(int depth = 3) {
    if (depth == 0 || random_.one_in(3)) return term();
    switch (random_.below(5)) {
      case 0:
        return query(depth - 1) + " or " + query(depth - 1);
      case 1:
        return "not (" + query(depth - 1) + ")";
      case 2:
        return query(depth - 1) + " and not " + term();
      case 3:
        return "(" + query(depth - 1) + ") " + query(depth - 1);
      default:
        return query(depth - 1) + " " + query(depth - 1);
    }
  }

  std::string term() {
    switch (random_.below(10)) {
      case 0:
      case 1:
        return name_term();
      case 2:
        return text_term();
      case 3:
        return number_term();
      case 4:
        return level_term();
      case 5:
      case 6:
        return time_term();
      case 7:
        return enum_term();
      case 8:
        return word_term();
      default:
        return custom_term();
    }
  }

 private:
  static std::string quoted(const std::string& value) {
    std::string text = "\"";
    for (const char c : value) text += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
    return text + "\"";
  }
  std::string several(const std::function<std::string()>& one) {
    std::string text = one();
    while (random_.one_in(3)) text += "," + one();
    return text;
  }
  std::string equal() { return random_.of(std::vector<std::string>{":", "=", "!="}); }
  std::string order() {
    return random_.of(std::vector<std::string>{"<", "<=", ">", ">=", ".before:", ".after:", ".over:", ".under:"});
  }

  std::string name_term() {
    static const std::vector<std::string> k_people = {"assignee", "requester", "waiting_on"};
    static const std::vector<std::string> k_names = {"type", "category", "team", "label"};
    if (random_.one_in(8)) return "key" + equal() + "JIRA-" + std::to_string(random_.below(500));
    const bool is_person = random_.one_in(2);
    const std::string field = random_.of(is_person ? k_people : k_names);
    const auto& values = is_person ? people() : names();
    if (random_.one_in(6)) return field + equal() + (random_.one_in(2) || !is_person ? "none" : "me");
    if (random_.one_in(4)) return field + (random_.one_in(2) ? "~" : ".match:") + quoted(random_.of(values));
    return field + equal() + several([&] { return quoted(random_.of(values)); });
  }
  std::string text_term() {
    if (random_.one_in(2)) return quoted(random_.of(words()));
    const std::string field = random_.one_in(2) ? "title" : "text";
    const std::string op = random_.one_in(3) ? "~" : equal();
    return field + op + several([&] { return quoted(random_.of(words())); });
  }
  std::string number_term() {
    const int from = random_.between(0, 500);
    if (random_.one_in(4)) return "reopened" + (random_.one_in(2) ? equal() : order()) + std::to_string(from % 4);
    if (random_.one_in(3)) return "id" + equal() + std::to_string(from) + "-" + std::to_string(from + 50);
    if (random_.one_in(3)) return "id" + equal() + several([&] { return std::to_string(random_.below(500)); });
    return "id" + order() + std::to_string(from);
  }
  std::string level_term() {
    static const std::vector<std::string> k_levels = {"high", "medium", "low", "1", "2", "3"};
    if (random_.one_in(3)) {
      const std::string length = random_.of(std::vector<std::string>{"30m", "1h", "1h30m", "2h"});
      return random_.one_in(2) ? "estimate" + order() + length : "estimate" + equal() + length + ",none";
    }
    if (random_.one_in(2)) {
      const std::string field = random_.one_in(2) ? "impact" : "urgency";
      if (random_.one_in(3)) return field + equal() + "none";
      return random_.one_in(2) ? field + order() + random_.of(k_levels)
                               : field + equal() + several([&] { return random_.of(k_levels); });
    }
    const auto priority = [&] { return "P" + std::to_string(random_.between(1, 5)); };
    return random_.one_in(2) ? "priority" + order() + priority() : "priority" + equal() + several(priority);
  }
  std::string time_value() {
    static const std::vector<std::string> k_times = {"today",
                                                     "yesterday",
                                                     "tomorrow",
                                                     "now",
                                                     "-3d",
                                                     "+2d",
                                                     "-5h",
                                                     "2026-11",
                                                     "2026-W48",
                                                     "2026-11-21",
                                                     "fri",
                                                     "eow",
                                                     "2026-11-21T15:00",
                                                     "2026-11-23T12:00:00Z",
                                                     "2026-11-23T13:00:00+01:00"};
    return random_.one_in(3) ? format_rfc3339(random_instant(random_)) : random_.of(k_times);
  }
  std::string time_term() {
    static const std::vector<std::string> k_fields = {"created", "updated", "closed", "due", "first_response"};
    const std::size_t index = random_.below(k_fields.size());
    if (index >= 2 && random_.one_in(5)) return k_fields[index] + equal() + "none";
    if (random_.one_in(2)) return k_fields[index] + order() + time_value();
    return k_fields[index] + equal() + several([&] { return time_value(); });
  }
  std::string enum_term() {
    switch (random_.below(3)) {
      case 0:
        if (random_.one_in(6)) return "state:any";
        return "state" + equal() + several([&] { return std::string(name_of(static_cast<State>(random_.below(5)))); });
      case 1:
        return "channel" + equal() +
               several([&] { return std::string(name_of(static_cast<Channel>(random_.below(10)))); });
      default:
        if (random_.one_in(4)) return "resolution" + equal() + "none";
        return "resolution" + equal() +
               several([&] { return std::string(name_of(static_cast<Resolution>(random_.below(6)))); });
    }
  }
  std::string word_term() {
    static const std::vector<std::string> k_words = {"open",  "closed",  "unassigned", "overdue",
                                                     "stale", "blocked", "blocked"};
    return "is" + equal() + several([&] { return random_.of(k_words); });
  }
  std::string custom_term() {
    const std::string field = "field." + random_.of(custom_names());
    if (random_.one_in(5)) return field + equal() + "none";
    if (random_.one_in(4)) return field + "~" + quoted(random_.of(words()));
    if (random_.one_in(3)) return field + order() + quoted(random_.of(words()));
    return field + equal() + several([&] { return quoted(random_.of(words())); });
  }

  RandomSource& random_;
};

}  // namespace behest::contract_test
