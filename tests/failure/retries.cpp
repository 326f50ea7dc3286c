#include <algorithm>
#include <thread>

#include "harness.hpp"

// RELIABILITY T16, SECURITY S20: the same command many times at once, and two commands that exclude each other.
namespace failure {
namespace {

std::vector<Outcome> together(const Sandbox& sandbox, const std::vector<Words>& commands) {
  std::vector<Outcome> outcomes(commands.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    threads.emplace_back([&, i] { outcomes[i] = sandbox.run(commands[i]); });
  }
  for (std::thread& thread : threads) thread.join();
  return outcomes;
}

void same_key(const Sandbox& sandbox, const std::string& key, bool is_new) {
  const std::string events_before = json_field(sandbox.must({"doctor", "--json"}), "events");
  constexpr std::size_t k_times = 100;
  const auto outcomes =
      together(sandbox, std::vector<Words>(k_times, {"submit", "-q", "--key", key, "the same", "-m", "once"}));
  std::set<std::string> printed;
  double worst = 0;
  for (const Outcome& outcome : outcomes) {
    check(outcome.code == 0, "a retry exits 0", outcome.told());
    printed.insert(outcome.out);
    worst = std::max(worst, outcome.seconds);
  }
  check(printed.size() == 1, "all retries print the same id", std::to_string(printed.size()) + " different");
  measured("  100 submits of one key at once: worst wait " + std::to_string(worst) + " s");
  const std::string found = sandbox.must({"list", "state:any", "key:" + key, "--format", "ids"});
  check(printed.count(found) == 1, "one request has the key", visible(found));
  if (is_new) return;
  check(json_field(sandbox.must({"doctor", "--json"}), "events") == events_before, "a retry writes no event");
}

// Two commands that hold the same version: one is done, the other is told so.
void race(const Sandbox& sandbox, const Words& left, const Words& right, const std::string& what) {
  constexpr int k_rounds = 20;
  int won_by_left = 0;
  for (int i = 0; i < k_rounds; ++i) {
    const std::string id = std::to_string(std::stoi(sandbox.must({"submit", "-q", "raced for"})));
    const std::string version = json_field(sandbox.must({"show", id, "--json"}), "version");
    std::vector<Words> commands = {left, right};
    for (Words& words : commands) {
      words.insert(words.begin() + 1, id);
      words.insert(words.end(), {"--if-version", version});
    }
    const auto outcomes = together(sandbox, commands);
    std::vector<int> codes = {outcomes[0].code, outcomes[1].code};
    won_by_left += codes[0] == 0 ? 1 : 0;
    const Outcome& loser = codes[0] == 0 ? outcomes[1] : outcomes[0];
    std::sort(codes.begin(), codes.end());
    check(codes == std::vector<int>{0, 4}, what + ": exactly one wins, the other exits 4",
          outcomes[0].told() + " / " + outcomes[1].told());
    expect_error(what + ": the loser", loser, {4});
    if (left[0] == "close") {
      const std::string state = json_field(sandbox.must({"show", id, "--json"}), "state");
      check(state == "closed", what + ": it is closed", state);
    }
    const auto events = json_length(sandbox.must({"log", id, "--json"}));
    check(events == 2, what + ": one change is in the log", std::to_string(events) + " events");
  }
  measured("  " + what + ": the first of the two won " + std::to_string(won_by_left) + " of 20");
}

}  // namespace

void retries() {
  const Sandbox sandbox("retries");
  sandbox.must({"init"});
  same_key(sandbox, "INC-1", true);
  same_key(sandbox, "INC-1", false);
  check(json_length(sandbox.must({"list", "state:any", "--json"})) == 1, "a hundred submits made one request");
  check(json_length(sandbox.must({"log", "--json"})) == 2, "it was submitted once and commented once");
  expect_sound(sandbox, "after the retries");
}

void races() {
  const Sandbox sandbox("races");
  race(sandbox, {"close", "--as", "done"}, {"close", "--as", "declined"}, "two closers");
  race(sandbox, {"edit", "--title", "left"}, {"edit", "--title", "right"}, "two editors");
  expect_sound(sandbox, "after the races");
}

}  // namespace failure
