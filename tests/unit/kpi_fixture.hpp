#pragma once
#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "ops/kpi.hpp"
#include "ops/rate.hpp"
#include "ops/verbs.hpp"

namespace behest::test {

inline Instant instant(std::string_view text) {
  const auto parsed = parse_rfc3339(text);
  if (!parsed) throw std::runtime_error("no instant: " + std::string(text));
  return *parsed;
}

// A desk in memory whose commands happen when and by whom a test says.
class Desk {
 public:
  std::int64_t submit(std::string_view when, const std::string& requester, const ops::Setters& setters = {},
                      const std::string& actor = "") {
    ops::Setters values = setters;
    values.title = "something";
    values.requester = requester;
    std::int64_t number = 0;
    work(when, actor.empty() ? requester : actor, [&](ops::Work& work) { number = ops::submit(work, values).number; });
    return number;
  }
  void assign(std::string_view when, std::int64_t number, const std::string& to) {
    change(when, "lead", number, [&](ops::Work& work, Request& request) { ops::assign(work, request, {to, {}}); });
  }
  void move(std::string_view when, std::int64_t number, const std::string& team) {
    change(when, "lead", number, [&](ops::Work& work, Request& request) { ops::assign(work, request, {{}, team}); });
  }
  void say(std::string_view when, const std::string& who, std::int64_t number, bool is_public = true) {
    change(when, who, number, [&](ops::Work& work, Request& request) {
      ops::comment(work, request, {"words", is_public, Channel::cli});
    });
  }
  void close(std::string_view when, std::int64_t number, Resolution as = Resolution::done) {
    change(when, "alice", number, [&](ops::Work& work, Request& request) { ops::close(work, request, {as, {}}); });
  }
  void reopen(std::string_view when, std::int64_t number) {
    change(when, "alice", number, [&](ops::Work& work, Request& request) { ops::reopen(work, request); });
  }
  void wait(std::string_view when, std::int64_t number, const std::string& on) {
    change(when, "alice", number, [&](ops::Work& work, Request& request) { ops::wait(work, request, on); });
  }
  void resume(std::string_view when, std::int64_t number) {
    change(when, "alice", number, [&](ops::Work& work, Request& request) { ops::resume(work, request); });
  }
  void rate(std::string_view when, std::int64_t number, const ops::Grade& grade, const std::string& who = "rita") {
    change(when, who, number, [&](ops::Work& work, Request& request) { ops::rate(work, request, grade); });
  }
  void edit(std::string_view when, std::int64_t number, const ops::Setters& values) {
    change(when, "alice", number, [&](ops::Work& work, Request& request) { ops::edit(work, request, values); });
  }
  void undo(std::string_view when, const std::string& who) {
    store->transact([&] {
      ops::undo(*store, config, {who, who}, instant(when));
      return true;
    });
  }
  void redo(std::string_view when, const std::string& who) {
    store->transact([&] {
      ops::redo(*store, config, {who, who}, instant(when));
      return true;
    });
  }

  // A question about all that is known at `as_of`.
  static ops::KpiQuestion question(std::string_view as_of) {
    ops::KpiQuestion question;
    question.context.time.now = instant(as_of);
    question.context.me = "alice";
    question.context.stale = Duration{14LL * 86'400'000};
    return question;
  }
  ops::KpiReport ask(const ops::KpiQuestion& question) {
    ops::KpiReport report;
    store->read([&] { report = ops::kpi(*store, question); });
    return report;
  }

  std::unique_ptr<Store> store = Store::open_write({.path = ":memory:"});
  Config config;

 private:
  template <class Do>
  void work(std::string_view when, const std::string& actor, const Do& act) {
    store->transact([&] {
      ops::Work work(*store, config, {actor, actor}, instant(when), "test");
      act(work);
      return true;
    });
  }
  template <class Do>
  void change(std::string_view when, const std::string& actor, std::int64_t number, const Do& act) {
    work(when, actor, [&](ops::Work& work) {
      Request request = work.load(number);
      act(work, request);
    });
  }
};

inline const ops::KpiRow& row_of(const ops::KpiReport& report, std::string_view metric,
                                 const std::optional<std::string>& group = {}) {
  const auto found = std::ranges::find_if(
      report.rows, [&](const ops::KpiRow& row) { return row.metric == metric && row.group == group; });
  if (found == report.rows.end()) throw std::runtime_error("no row: " + std::string(metric));
  return *found;
}

// A count.
inline std::int64_t value_of(const ops::KpiReport& report, std::string_view metric,
                             const std::optional<std::string>& group = {}) {
  return row_of(report, metric, group).value.value();
}

// "n p50 p90 mean max" of a duration, in seconds.
inline std::string figures(const ops::KpiReport& report, std::string_view metric,
                           const std::optional<std::string>& group = {}) {
  const ops::KpiRow& row = row_of(report, metric, group);
  std::string text = std::to_string(row.n);
  for (const auto& figure : {row.p50, row.p90, row.mean, row.max}) {
    text += " " + (figure ? std::to_string(figure->ms / 1000) : std::string("-"));
  }
  return text;
}

// "created closed reopened backlog".
inline std::string counts(const ops::KpiReport& report, const std::optional<std::string>& group = {}) {
  std::string text;
  for (const char* metric : {"created", "closed", "reopened", "backlog"}) {
    text += (text.empty() ? "" : " ") + std::to_string(value_of(report, metric, group));
  }
  return text;
}

inline std::vector<std::string> groups(const ops::KpiReport& report) {
  std::vector<std::string> names;
  for (const ops::KpiRow& row : report.rows) {
    if (row.metric == "created") names.push_back(row.group.value_or("null"));
  }
  return names;
}

}  // namespace behest::test
