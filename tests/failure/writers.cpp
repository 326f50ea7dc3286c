#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include "harness.hpp"

// RELIABILITY T3: many processes that write at once, with readers beside them.
namespace failure {
namespace {

constexpr double k_wait_budget = 5.0;

struct Written {
  std::vector<std::string> ids;
  double worst = 0;
  int failed = 0;
};

Written submit_many(const Sandbox& sandbox, std::size_t writer, int count) {
  Written written;
  for (int i = 0; i < count; ++i) {
    const std::string title = "writer " + std::to_string(writer) + " request " + std::to_string(i);
    const Outcome outcome = sandbox.run({"submit", "-q", title});
    written.worst = std::max(written.worst, outcome.seconds);
    if (outcome.code == 0) {
      written.ids.push_back(outcome.out);
    } else {
      ++written.failed;
      measured("  a submit failed: " + outcome.told());
    }
  }
  return written;
}

struct Reading {
  int runs = 0;
  int failed = 0;
  int went_back = 0;  // fewer rows than an earlier read of the same reader
  double worst = 0;
};

Reading read_until(const Sandbox& sandbox, const Words& words, const std::atomic<bool>& is_over) {
  Reading reading;
  std::size_t seen = 0;
  while (!is_over) {
    const Outcome outcome = sandbox.run(words);
    ++reading.runs;
    reading.worst = std::max(reading.worst, outcome.seconds);
    if (outcome.code != 0 || !is_json(outcome.out)) {
      ++reading.failed;
      measured("  a read failed: " + outcome.told());
      continue;
    }
    const std::size_t rows = json_length(outcome.out);
    if (rows < seen) ++reading.went_back;
    seen = std::max(seen, rows);
  }
  return reading;
}

std::string seconds_text(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f s", seconds);
  return text;
}

void expect_all(const Sandbox& sandbox, const std::vector<Written>& all, std::size_t expected,
                const std::string& what) {
  std::vector<std::string> ids;
  int failed = 0;
  for (const Written& written : all) {
    ids.insert(ids.end(), written.ids.begin(), written.ids.end());
    failed += written.failed;
  }
  check(failed == 0, what + ": every submit exits 0", std::to_string(failed) + " failed");
  check(ids.size() == expected, what + ": every submit printed an id", std::to_string(ids.size()));
  const std::set<std::string> unique(ids.begin(), ids.end());
  check(unique.size() == ids.size(), what + ": ids are unique", std::to_string(unique.size()));
  std::string listed = sandbox.must({"list", "state:any", "--format", "ids"});
  std::set<std::string> stored;
  for (std::size_t end = listed.find('\n'); end != std::string::npos; end = listed.find('\n')) {
    stored.insert(listed.substr(0, end + 1));
    listed.erase(0, end + 1);
  }
  check(stored == unique, what + ": what was acknowledged is what is there", std::to_string(stored.size()) + " stored");
  check(json_field(sandbox.must({"doctor", "--json"}), "events") == std::to_string(expected),
        what + ": one event for each submit");
  expect_sound(sandbox, what);
}

void crowd(std::size_t writers, int each, bool has_readers) {
  const std::string what = std::to_string(writers) + " writers x " + std::to_string(each);
  const std::size_t expected = writers * static_cast<std::size_t>(each);
  const Sandbox sandbox("writers");
  std::vector<Written> written(writers);
  std::vector<Reading> readings(has_readers ? 2 : 0);
  std::atomic<bool> is_over = false;
  std::vector<std::thread> readers;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Words words = i == 0 ? Words{"list", "--json"} : Words{"report", "kpi", "--json"};
    readers.emplace_back([&, i, words] { readings[i] = read_until(sandbox, words, is_over); });
  }
  const auto begin = std::chrono::steady_clock::now();
  std::vector<std::thread> threads;
  threads.reserve(writers);
  for (std::size_t i = 0; i < writers; ++i) {
    threads.emplace_back([&, i] { written[i] = submit_many(sandbox, i, each); });
  }
  for (std::thread& thread : threads) thread.join();
  const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  is_over = true;
  for (std::thread& thread : readers) thread.join();
  double worst = 0;
  for (const Written& one : written) worst = std::max(worst, one.worst);
  measured("  " + what + ": " + seconds_text(took) + ", " +
           std::to_string(static_cast<int>(static_cast<double>(expected) / took)) + " commands/s, worst wait " +
           seconds_text(worst) + (worst > k_wait_budget ? " (OVER the budget of 5 s)" : " (budget 5 s)"));
  for (const Reading& reading : readings) {
    measured("  a reader beside them: " + std::to_string(reading.runs) + " runs, worst " + seconds_text(reading.worst));
    check(reading.failed == 0, what + ": every read exits 0", std::to_string(reading.failed) + " failed");
    check(reading.runs > 0 && reading.went_back == 0, what + ": a later read sees no less");
  }
  expect_all(sandbox, written, expected, what);
}

}  // namespace

void writers() {
  crowd(16, 100, true);
  crowd(64, 5, false);
}

}  // namespace failure
