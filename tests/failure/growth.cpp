#include <algorithm>
#include <functional>

#include <sys/resource.h>

#include "harness.hpp"

// Twice as many of one thing take at most about twice the time of the processor.
namespace failure {
namespace {

constexpr double k_most = 2.6;
constexpr double k_floor_seconds = 0.02;  // of starting, and of what a clock cannot tell
constexpr int k_attempts = 3;
constexpr const char* k_day = "BEHEST_NOW=2026-11-20T09:00:00Z";
constexpr const char* k_next_day = "BEHEST_NOW=2026-11-21T10:00:00Z";

// Prepares a desk with so many of them, and gives the command to measure.
using Prepare = std::function<Launch(const Sandbox& desk, int count)>;

struct Shape {
  const char* name;
  int count;
  Prepare prepare;
  int code = 0;  // what is refused for its size has to be so in time as well
};

Launch launch_of(Words words, std::string input = {}) {
  Launch launch;
  launch.args = std::move(words);
  launch.environment = {k_next_day};
  if (!input.empty()) {
    launch.in = Source::text;
    launch.text = std::move(input);
  }
  return launch;
}

Launch import_of(const std::string& lines) { return launch_of({"import", "--format", "ops", "-"}, lines); }

std::string repeated(int count, const std::function<std::string(const std::string& number)>& line) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += line(std::to_string(i));
  return text;
}

std::string submits(int count) {
  return repeated(count, [](const std::string& i) {
    return R"({"op":"submit","title":"t","requester":"r)" + i + R"(","at":"2026-11-20T08:00:00Z"})" + "\n";
  });
}

void prepare_requests(const Sandbox& desk, const std::string& lines) {
  const Outcome outcome = desk.run(import_of(lines));
  check(outcome.code == 0, "a desk can be prepared", outcome.told());
}

// `select` gives the values of rows of `table` for each i of 1 … count.
void prepare_rows(const Sandbox& desk, const std::string& table, const std::string& select, int count) {
  const std::string numbers =
      "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(count) + ") ";
  const std::string answer = sql(desk.db(), "INSERT INTO " + table + " " + numbers + select);
  check(answer.empty(), "rows can be prepared", answer);
}

Launch links_of_one(const Sandbox& /*desk*/, int count) {
  return import_of(submits(count + 1) + repeated(count, [](const std::string& i) {
                     return R"({"op":"link","id":1,"rel":"relates","to":)" + std::to_string(std::stoi(i) + 1) + "}\n";
                   }));
}

Launch blocks_in_a_row(const Sandbox& /*desk*/, int count) {
  return import_of(submits(count + 1) + repeated(count, [](const std::string& i) {
                     return R"({"op":"link","id":)" + i + R"(,"rel":"blocks","to":)" +
                            std::to_string(std::stoi(i) + 1) + "}\n";
                   }));
}

Launch comments(const Sandbox& /*desk*/, int count) {
  return import_of(submits(1) + repeated(count, [](const std::string& i) {
                     return R"({"op":"comment","id":1,"body":"c)" + i + "\"}\n";
                   }));
}

Launch votes(const Sandbox& /*desk*/, int count) {
  return import_of(submits(1) + repeated(count, [](const std::string& i) {
                     return R"({"op":"prioritize","id":1,"vote":["v)" + i + "\"]}\n";
                   }));
}

Launch labels_of_one_line(const Sandbox& /*desk*/, int count) {
  return import_of(R"({"op":"submit","title":"t","labels":["a")" +
                   repeated(count, [](const std::string& i) { return ",\"l" + i + "\""; }) + "]}\n");
}

Launch fields_of_one_line(const Sandbox& /*desk*/, int count) {
  return import_of(R"({"op":"submit","title":"t","fields":{"a":"b")" +
                   repeated(count, [](const std::string& i) { return ",\"f" + i + "\":\"x\""; }) + "}}\n");
}

Launch thread(const Sandbox& /*desk*/, int count) {
  const auto letter = [](const std::string& id, const std::string& rest) {
    return "From zoe Fri Nov 20 08:00:00 2026\nFrom: Zoe <zoe@example.org>\nMessage-ID: <" + id +
           "@example.org>\nSubject: printer\nDate: Fri, 20 Nov 2026 08:00:00 +0000\n" + rest + "\nIt is broken\n\n";
  };
  return launch_of({"import", "--format", "mbox", "-"}, letter("0", "") + repeated(count, [&](const std::string& i) {
                                                          return letter(i, "In-Reply-To: <0@example.org>\n");
                                                        }));
}

Launch watchers(const Sandbox& desk, int count) {
  prepare_requests(desk, submits(1));
  prepare_rows(desk, "fact", "SELECT 1, 'watch', 'w' || i, 'true' FROM n", count);
  return launch_of({"comment", "1", "-m", "x"});
}

Launch notices(const Sandbox& desk, int count) {
  prepare_requests(desk, submits(1));
  prepare_rows(desk, "fact",
               "SELECT 1, 'notice', printf('zoe/%015d.2', i), '{\"to\":\"zoe\",\"at\":1,\"by\":\"a\",\"about\":\"x\"}' "
               "FROM n",
               count);
  return launch_of({"comment", "1", "-m", "x"});
}

Launch attachments(const Sandbox& desk, int count) {
  prepare_requests(desk, submits(1));
  Words words = {"attach", "add", "1"};
  for (int i = 1; i <= count; ++i) {
    words.push_back("f" + std::to_string(i));
    write_file(desk.path(words.back()), words.back());
  }
  return launch_of(words);
}

Launch reviews(const Sandbox& desk, int count) {
  prepare_requests(desk, submits(1));
  prepare_rows(desk, "fact",
               "SELECT 1, 'review', 'r' || i, '{\"scorecard\":\"c\",\"items\":{},\"percent\":1,\"at\":1}' FROM n",
               count);
  return launch_of({"review", "list", "--json"});
}

Launch merges(const Sandbox& desk, int count) {
  prepare_requests(desk, submits(count + 1));
  return launch_of({"merge", "2-" + std::to_string(count + 1), "--into", "1"});
}

Launch parents_in_a_row(const Sandbox& desk, int count) {
  prepare_requests(desk, submits(count + 1));
  prepare_rows(desk, "link", "SELECT i, 1, i + 1 FROM n", count);
  return launch_of({"close", "1-" + std::to_string(count + 1)});
}

Launch letters_of_purged(const Sandbox& desk, int count) {
  prepare_requests(desk, submits(count));
  const std::string value = "'{\"state\":\"queued\",\"at\":1,\"request\":' || i || ',\"text\":\"x\"}'";
  prepare_rows(desk, "record", "SELECT 'outbox', printf('%012d.0001', i), " + value + " FROM n", count);
  prepare_rows(desk, "record_event (command, at, actor, kind, name, after)",
               "SELECT 1, 1, 'a', 'outbox', printf('%012d.0001', i), " + value + " FROM n", count);
  return launch_of({"delete", "--purge", "-y", "1-" + std::to_string(count)});
}

Launch recurrences_due(const Sandbox& desk, int count) {
  Launch add = launch_of({"recur", "add", "weekly", "--rule", "FREQ=DAILY", "--start", "2026-11-20T09:30"});
  add.environment = {k_day};
  desk.run(add);
  const std::string rest = " FROM n JOIN record r WHERE r.kind = 'recurrence' AND r.name = '1' AND i > 1";
  prepare_rows(desk, "record_event (command, at, actor, kind, name, after)",
               "SELECT 1, 1, 'a', r.kind, CAST(i AS TEXT), r.value" + rest, count);
  prepare_rows(desk, "record", "SELECT r.kind, CAST(i AS TEXT), r.value" + rest, count);
  return launch_of({"tick"});
}

Launch budgets_overspent(const Sandbox& desk, int count) {
  write_file(desk.path(".behest.toml"), "budget.notify = [\"lea\"]\n");
  prepare_requests(desk, submits(1));
  desk.run(launch_of({"cost", "add", "1", "5", "EUR"}));
  prepare_rows(desk, "record",
               "SELECT 'budget', 'b' || i, "
               "'{\"minor\":100,\"currency\":\"EUR\",\"query\":null,\"from\":null,\"to\":null}' FROM n",
               count);
  return launch_of({"tick"});
}

Launch policies(const Sandbox& desk, int count) {
  write_file(desk.path(".behest.toml"), repeated(count, [](const std::string& i) {
               return "[sla.s" + i + "]\nwhen = \"category:c" + i + "\"\nresolve = \"8h\"\n";
             }));
  prepare_requests(desk, submits(2000));
  return launch_of({"sla", "list"});
}

Launch rules(const Sandbox& desk, int count) {
  write_file(desk.path(".behest.toml"), repeated(count, [](const std::string& i) {
               return "[[rule]]\nname = \"r" + i + "\"\nwhen = \"category:c" + i + "\"\nlabels = [\"x\"]\n";
             }));
  return launch_of({"rule", "list"});
}

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {"links of one request", 2000, links_of_one},
      {"requests that block each other in a row", 1000, blocks_in_a_row},
      {"comments on one request", 2000, comments},
      {"votes for one request", 500, votes},
      {"labels in one line", 10'000, labels_of_one_line, 6},
      {"fields in one line", 10'000, fields_of_one_line, 6},
      {"letters of one thread", 500, thread},
      {"watchers of one request", 2000, watchers},
      {"notices of one request", 8000, notices},
      {"attachments of one request", 500, attachments},
      {"reviews of one request", 1000, reviews},
      {"requests merged into one", 500, merges},
      {"sub-requests in a row that are closed together", 4000, parents_in_a_row},
      {"letters of requests that are purged", 500, letters_of_purged},
      {"recurrences that are due", 1000, recurrences_due},
      {"budgets that are overspent", 500, budgets_overspent},
      {"service levels", 20, policies},
      {"rules", 1000, rules},
  };
  return all;
}

double children_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double seconds_of(const Shape& shape, int count) {
  const Sandbox desk("growth");
  const Launch launch = shape.prepare(desk, count);
  const double begin = children_seconds();
  const Outcome outcome = desk.run(launch);
  const double seconds = children_seconds() - begin;
  check(outcome.code == shape.code, std::string(shape.name) + ": the command", outcome.told());
  return seconds;
}

void grows_straight(const Shape& shape) {
  double once = 1e9;
  double twice = 1e9;
  const auto is_straight = [&] { return twice <= k_most * once + k_floor_seconds; };
  for (int attempt = 0; attempt < k_attempts && (attempt == 0 || !is_straight()); ++attempt) {
    once = std::min(once, seconds_of(shape, shape.count));
    twice = std::min(twice, seconds_of(shape, 2 * shape.count));
  }
  const std::string told = std::to_string(shape.count) + " " + shape.name + " take " + std::to_string(once) +
                           " s, twice as many " + std::to_string(twice) + " s";
  measured(told);
  check(is_straight(), std::string(shape.name) + " take time in proportion to their number", told);
}

}  // namespace

void growth() {
  for (const Shape& shape : shapes()) grows_straight(shape);
}

}  // namespace failure
