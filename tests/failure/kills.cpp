#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <random>
#include <thread>

#include <sys/stat.h>

#include "harness.hpp"
#include "ledger.hpp"

// RELIABILITY T1: processes killed at any moment lose nothing acknowledged and leave nothing half done.
namespace failure {
namespace {

using Random = std::mt19937;

int between(Random& random, int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); }

// What several writers work on together.
class Requests {
 public:
  void add(const std::string& id) {
    const std::lock_guard lock(mutex_);
    ids_.push_back(id);
  }
  // One of the newest, so that the writers meet.
  std::string any(Random& random) {
    const std::lock_guard lock(mutex_);
    if (ids_.empty()) return "1";
    const int newest = static_cast<int>(std::min<std::size_t>(ids_.size(), 12));
    return ids_[ids_.size() - static_cast<std::size_t>(between(random, 1, newest))];
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> ids_;
};

struct Worker {
  Victim victim;
  std::vector<Attempt> attempts;
  int killed = 0;
  int busy = 0;
};

Attempt plan(Random& random, Requests& requests, const std::string& user, int serial) {
  Attempt attempt;
  attempt.user = user;
  attempt.token = user + "-" + std::to_string(serial);
  const std::string id = requests.any(random);
  const std::string other = requests.any(random);
  switch (between(random, 0, 9)) {
    case 0:
    case 1:
    case 2:
      attempt.verb = "submit";
      attempt.words = {"submit", "title-" + attempt.token, "-m", attempt.token};
      break;
    case 3:
    case 4:
      attempt.verb = "assign";
      attempt.words = {"assign", id, "who-" + attempt.token, "-m", attempt.token};
      break;
    case 5:
    case 6:
      attempt.verb = "comment";
      attempt.words = {"comment", id, other, "-m", attempt.token};
      attempt.requests = id == other ? 1 : 2;
      break;
    case 7:
      attempt.verb = "close";
      attempt.words = {"close", id, "-m", attempt.token};
      break;
    default:
      attempt.verb = "undo";
      attempt.words = {"undo"};
  }
  attempt.words.insert(attempt.words.end(), {"--user", user, "--json"});
  return attempt;
}

void write_until(const Sandbox& sandbox, Requests& requests, Worker& worker, const std::string& user,
                 const std::atomic<bool>& is_over) {
  Random random(std::hash<std::string>()(user) % 100'000);
  for (int serial = 0; !is_over; ++serial) {
    Attempt attempt = plan(random, requests, user, serial);
    Launch launch;
    launch.args = attempt.words;
    launch.victim = &worker.victim;
    const Outcome outcome = sandbox.run(launch);
    attempt.result = outcome.is_killed ? Result::unknown : outcome.code == 0 ? Result::done : Result::refused;
    // Killed after its answer was out: the answer is a promise all the same.
    if (outcome.is_killed && is_json(outcome.out)) attempt.result = Result::done;
    worker.killed += outcome.is_killed ? 1 : 0;
    const bool is_expected = outcome.is_killed || std::set<int>{0, 3, 4}.count(outcome.code) == 1;
    check(is_expected, "a writer among killed ones succeeds or is refused by a rule: " + attempt.verb, outcome.told());
    if (outcome.code == 0) check(is_json(outcome.out), "a done write prints its request", outcome.told());
    if (outcome.code == 0 && attempt.verb == "submit") requests.add(json_field(outcome.out, "id"));
    worker.attempts.push_back(std::move(attempt));
  }
}

void read_until(const Sandbox& sandbox, Worker& worker, const std::atomic<bool>& is_over) {
  for (int i = 0; !is_over; ++i) {
    Launch launch;
    launch.args = i % 2 == 0 ? Words{"list", "--json"} : Words{"log", "--json", "-L", "20"};
    launch.victim = &worker.victim;
    const Outcome outcome = sandbox.run(launch);
    worker.killed += outcome.is_killed ? 1 : 0;
    worker.busy += outcome.code == 75 ? 1 : 0;
    const bool is_expected = outcome.is_killed || outcome.code == 0 || outcome.code == 75;
    check(is_expected, "a reader among killed writers succeeds, or is told to try again", outcome.told());
    if (outcome.code == 0) check(is_json(outcome.out), "a reader among killed writers sees whole JSON", outcome.told());
  }
}

// Three writers and a reader in loops, all killed together after 10 to 90 ms, until enough writers were hit.
void loop(const Sandbox& sandbox, std::array<Worker, 4>& workers, int wanted) {
  Requests requests;
  std::atomic<bool> is_over = false;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] { write_until(sandbox, requests, workers[i], "w" + std::to_string(i), is_over); });
  }
  threads.emplace_back([&] { read_until(sandbox, workers[3], is_over); });
  Random random(20261121);
  // Every round hits the three writers, but for those that are between two commands.
  for (int round = 0; round * 3 < wanted + wanted / 10; ++round) {
    std::this_thread::sleep_for(std::chrono::milliseconds(between(random, 10, 90)));
    for (Worker& worker : workers) worker.victim.kill();
  }
  is_over = true;
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

void kills() {
  const int wanted = setting("BEHEST_FAILURE_KILLS", 450);
  std::vector<Attempt> attempts;
  int killed = 0;
  int rounds = 0;
  int busy = 0;
  while (killed < wanted && rounds < 5) {
    ++rounds;
    std::array<Worker, 4> workers;
    const Sandbox sandbox("kills");
    loop(sandbox, workers, wanted - killed);
    std::vector<Attempt> tried;
    for (Worker& worker : workers) {
      killed += worker.killed;
      busy += worker.busy;
      std::move(worker.attempts.begin(), worker.attempts.end(), std::back_inserter(tried));
    }
    // The next command works without repair, and takes away what the last kill left.
    sandbox.must({"submit", "after the kills", "--user", "last"});
    expect_sound(sandbox, "after the kills");
    compare(tried, sandbox.must({"log", "--json", "-L", "0"}), sandbox.must({"show", "-w", "state:any", "--json"}));
    std::move(tried.begin(), tried.end(), std::back_inserter(attempts));
  }
  const auto done =
      std::count_if(attempts.begin(), attempts.end(), [](const Attempt& a) { return a.result == Result::done; });
  measured("  " + std::to_string(killed) + " kills, " + std::to_string(attempts.size()) + " writes tried, " +
           std::to_string(done) + " acknowledged, " + std::to_string(busy) + " reads told to try again");
  check(killed >= wanted, "enough processes were killed", std::to_string(killed));
  check(done > 100, "enough writes were acknowledged", std::to_string(done));
}

namespace {

// How long a first submit takes here, undisturbed.
double whole_birth() {
  double longest = 0;
  for (int i = 0; i < 3; ++i) {
    const Sandbox sandbox("births");
    longest = std::max(longest, sandbox.run({"submit", "the first", "-q"}).seconds);
  }
  return longest;
}

// A first submit that is killed at the moment; whether it was in time.
bool birth_killed_at(double moment) {
  const Sandbox sandbox("births");
  Victim victim;
  Launch launch;
  launch.args = {"submit", "the first", "-q"};
  launch.victim = &victim;
  launch.mask = 0;
  Outcome outcome;
  std::thread runner([&] { outcome = sandbox.run(launch); });
  std::this_thread::sleep_for(std::chrono::duration<double>(moment));
  victim.kill();
  runner.join();
  struct stat facts {};
  const bool exists = ::stat(sandbox.db().c_str(), &facts) == 0;
  if (exists) check((facts.st_mode & 0777) == 0600, "a database being made is 0600", std::to_string(facts.st_mode));
  const Outcome read = sandbox.run({"list", "--json"});
  check(read.code == 0, "a read after a killed first submit exits 0", read.told());
  const Outcome next = sandbox.run({"submit", "the second", "-q"});
  check(next.code == 0, "a submit after a killed first submit exits 0", next.told());
  const std::size_t count = json_length(sandbox.must({"list", "--json"}));
  const bool is_there = count == 2 || (count == 1 && outcome.code != 0);
  check(is_there, "the first submit is there when acknowledged", std::to_string(count) + ", " + outcome.told());
  expect_sound(sandbox, "after a killed first submit");
  return outcome.is_killed;
}

}  // namespace

// Killed while it makes the database: the next command works, and nobody else may read the file at any time.
void births() {
  Random random(7);
  const double whole = whole_birth();
  int killed = 0;
  int tried = 0;
  for (; killed < 60 && tried < 400; ++tried) {
    killed += birth_killed_at(std::uniform_real_distribution<double>(0, whole)(random)) ? 1 : 0;
  }
  measured("  " + std::to_string(killed) + " of " + std::to_string(tried) +
           " first submits were killed before their end");
  check(killed >= 30, "enough first submits were killed", std::to_string(killed));
}

}  // namespace failure
