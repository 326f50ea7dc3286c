#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "harness.hpp"

// An import is one command: killed, refused or unread, it is there wholly or not at all.
namespace failure {
namespace {

constexpr int k_lines = 400;

// Half of the lines submit, the other half comments on what they made.
std::string operations() {
  std::string lines;
  for (int i = 0; i < k_lines / 2; ++i) {
    const std::string key = "K" + std::to_string(i);
    lines += R"({"op":"submit","key":")" + key + R"(","at":"2026-01-02T03:04:05Z","user":"caller","title":"t"})" + "\n";
    lines +=
        R"({"op":"comment","id":"key:)" + key + R"(","at":"2026-01-03T03:04:05Z","user":"agent","body":"b"})" + "\n";
  }
  return lines;
}

Launch import_of(const std::string& text, const Words& options = {}) {
  Launch launch;
  launch.args = {"import", "--format", "ops", "-"};
  launch.args.insert(launch.args.end(), options.begin(), options.end());
  launch.in = Source::text;
  launch.text = text;
  return launch;
}

std::string count(const Sandbox& sandbox, const std::string& what) {
  return json_field(sandbox.must({"doctor", "--json"}), what);
}

// Its keys make an import safe to repeat.
void repeat(const Sandbox& sandbox, const std::string& text) {
  const std::string before = count(sandbox, "requests");
  const bool was_there = std::stoi(before) > k_lines / 2;
  sandbox.run(import_of(text));
  const std::string expected = was_there ? before : std::to_string(std::stoi(before) + k_lines / 2);
  check(count(sandbox, "requests") == expected, "an import repeated after a kill makes no request twice",
        count(sandbox, "requests"));
}

void killed_imports() {
  const std::string text = operations();
  std::mt19937 random(11);
  double whole = 0;
  int killed = 0;
  int kept = 0;
  for (int i = 0; i < 50; ++i) {
    const Sandbox sandbox("imports");
    sandbox.must({"init"});
    Victim victim;
    Launch launch = import_of(text);
    launch.victim = &victim;
    Outcome outcome;
    std::thread runner([&] { outcome = sandbox.run(launch); });
    // The first goes on to its end and tells how long that is.
    if (i > 0) {
      const double moment = std::uniform_real_distribution<double>(0, whole * 1.1)(random);
      std::this_thread::sleep_for(std::chrono::duration<double>(moment));
      victim.kill();
    }
    runner.join();
    if (i == 0) whole = outcome.seconds;
    killed += outcome.is_killed ? 1 : 0;
    const std::string requests = count(sandbox, "requests");
    const std::string events = count(sandbox, "events");
    const bool is_whole = requests == std::to_string(k_lines / 2) && events == std::to_string(k_lines);
    const bool is_absent = requests == "0" && events == "0";
    kept += is_whole ? 1 : 0;
    check(is_whole || (is_absent && outcome.code != 0), "a killed import is there wholly or not at all",
          std::string(requests).append(" requests, ").append(events).append(" events, ").append(outcome.told()));
    // The next write works without repair, and takes away what the killed one had begun.
    sandbox.must({"submit", "after the kill"});
    expect_sound(sandbox, "after a killed import");
    if (i % 10 == 1) repeat(sandbox, text);
  }
  measured("  an import of 400 lines takes " + std::to_string(whole) + " s; " + std::to_string(killed) +
           " of 49 killed before their end, " + std::to_string(kept) + " are there");
  check(killed >= 10, "enough imports were killed", std::to_string(killed));
}

void unread_imports() {
  for (const Sink sink : {Sink::full, Sink::closed, Sink::gone, Sink::first_line}) {
    for (const Words& options : {Words{}, Words{"--json"}, Words{"--atomic"}}) {
      const Sandbox sandbox("imports");
      Launch launch = import_of(operations(), options);
      launch.out = sink;
      const Outcome outcome = sandbox.run(launch);
      const bool is_lost = sink == Sink::full || sink == Sink::closed;
      check(outcome.code == (is_lost ? 74 : 0), "an import whose output is lost exits 74, or 0 when its reader left",
            outcome.told());
      check(count(sandbox, "events") == std::to_string(k_lines), "an import whose output is lost is committed");
      expect_sound(sandbox, "after an import whose output is lost");
    }
  }
}

// One bad line among good ones: left out and told, or the whole file is refused.
void bad_lines() {
  const std::string good = R"({"op":"submit","at":"2026-01-02T03:04:05Z","user":"caller","title":"t"})";
  const std::string deep(100'000, '[');
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"no JSON", "hello"},
      {"JSON cut short", R"({"op":"submit","title":"x)"},
      {"no object", "[1,2]"},
      {"100,000 levels", deep},
      {"an unknown operation", R"({"op":"explode","id":1})"},
      {"an unknown member", R"({"op":"submit","title":"x","colour":"red"})"},
      {"an unknown id", R"({"op":"close","id":"key:none","at":"2026-01-02T03:04:05Z","user":"u"})"},
      {"a date that does not exist", R"({"op":"submit","title":"x","at":"2026-02-30T00:00:00Z","user":"u"})"},
      {"a title that is a number", R"({"op":"submit","title":7})"},
      {"no title", R"({"op":"submit","at":"2026-01-02T03:04:05Z","user":"u"})"},
      {"NUL in a title", R"({"op":"submit","title":"a\u0000b","at":"2026-01-02T03:04:05Z","user":"u"})"},
      {"NUL in the line", std::string("{\"op\":\"submit\",\"title\":\"a\0b\"}", 29)},
      {"invalid UTF-8", "{\"op\":\"submit\",\"title\":\"caf\xe9\"}"},
      {"half a surrogate pair", R"({"op":"submit","title":"\ud800","at":"2026-01-02T03:04:05Z","user":"u"})"},
      {"a title of 10 MiB", R"({"op":"submit","title":")" + std::string(std::size_t{10} << 20, 'x') + "\"}"},
  };
  for (const auto& [what, line] : lines) {
    std::string text = good;
    text.append("\n").append(line).append("\n").append(good).append("\n");
    const Sandbox sandbox("imports");
    sandbox.must({"init"});
    const Snapshot before = snapshot(sandbox.path());
    Outcome outcome = sandbox.run(import_of(text, {"--atomic"}));
    check(std::set<int>{3, 6, 65}.count(outcome.code) == 1, "--atomic with " + what + ": exits 3, 6 or 65",
          outcome.told());
    check(difference(before, snapshot(sandbox.path())).empty(), "--atomic with " + what + ": nothing is changed");
    check(!unsafe_byte(outcome.err) && outcome.err.size() < 4000, "--atomic with " + what + ": safe errors",
          outcome.told());
    outcome = sandbox.run(import_of(text));
    check(outcome.code == 6, what + ": exits 6", outcome.told());
    check(!unsafe_byte(outcome.err) && !unsafe_byte(outcome.out), what + ": safe output", outcome.told());
    check(count(sandbox, "requests") == "2", what + ": the other lines are imported", count(sandbox, "requests"));
    check(outcome.err.find('2') != std::string::npos, what + ": the line is told", outcome.told());
    expect_sound(sandbox, what);
  }
}

void bad_sources() {
  const Sandbox sandbox("imports");
  sandbox.must({"submit", "one"});
  std::filesystem::create_directory(sandbox.path("folder"));
  const Snapshot before = snapshot(sandbox.path());
  for (const char* file : {"none.jsonl", "folder", "desk.db"}) {
    const Outcome outcome = sandbox.run({"import", "--format", "ops", "--atomic", file});
    check(std::set<int>{2, 3, 6, 65}.count(outcome.code) == 1, std::string("import of ") + file + ": exit code",
          outcome.told());
    check(!unsafe_byte(outcome.err) && outcome.err.starts_with("behest: "),
          std::string("import of ") + file + ": safe error", outcome.told());
  }
  for (const Words& words : {Words{"import", "--format", "csv", "none.csv"},
                             Words{"import", "--format", "csv", "--map", "none.toml", "desk.db"},
                             Words{"import", "--format", "xml", "desk.db"}, Words{"import"}}) {
    expect_error("an import that cannot begin", sandbox.run(words), {2, 3, 65, 78});
  }
  const std::string changed = difference(before, snapshot(sandbox.path()));
  check(changed.empty(), "an import that cannot begin changes nothing", changed);
}

}  // namespace

void imports() {
  killed_imports();
  unread_imports();
  bad_lines();
  bad_sources();
}

}  // namespace failure
