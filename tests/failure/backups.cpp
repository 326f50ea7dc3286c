#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "harness.hpp"

// RELIABILITY T10: backups while others write are sound, each a beginning of the history, and can be restored.
namespace failure {
namespace {

constexpr int k_backups = 15;

// The events of the request with this title stand or fall together, so that a torn copy would show.
void write_until(const Sandbox& sandbox, int writer, const std::atomic<bool>& is_over, std::atomic<int>& failed) {
  for (int i = 0; !is_over; ++i) {
    const std::string key = "w" + std::to_string(writer) + "-" + std::to_string(i);
    if (sandbox.run({"submit", "-q", "--key", key, key, "-l", "label"}).code != 0) ++failed;
    if (sandbox.run({"close", "key:" + key, "-m", "done"}).code != 0) ++failed;
  }
}

void expect_backup(const Sandbox& sandbox, const std::string& file, long& last_event) {
  const Outcome made = sandbox.run({"backup", file});
  check(made.code == 0, "a backup is made while others write", made.told());
  const std::string path = sandbox.path(file);
  check(sql(path, "PRAGMA integrity_check") == "ok", "a backup passes the integrity check");
  const std::string events = sql(path, "SELECT COUNT(*) = MAX(id) FROM event");
  check(events == "1", "a backup holds every event up to its last", events);
  const long last = std::atol(sql(path, "SELECT MAX(id) FROM event").c_str());
  check(last >= last_event, "a later backup holds no less", std::to_string(last));
  last_event = last;
  Launch doctor;
  doctor.args = {"--db", file, "doctor", "--full"};
  const Outcome checked = sandbox.bare(doctor);
  check(checked.code == 0, "a backup is as its events say", checked.told());
  Launch restore;
  restore.args = {"--db", "restored.db", "restore", file, "--yes"};
  const Outcome restored = sandbox.bare(restore);
  check(restored.code == 0, "a backup can be restored", restored.told());
  const std::string in_place = sql(sandbox.path("restored.db"), "SELECT MAX(id) FROM event");
  check(in_place == std::to_string(last), "what is restored is the backup", in_place);
}

// A restore into the database that others write to: each of them succeeds before or after it.
void restore_among_writers(const Sandbox& sandbox, const std::string& file) {
  std::atomic<bool> is_over = false;
  std::atomic<int> failed = 0;
  std::thread writer([&] {
    while (!is_over) {
      if (sandbox.run({"submit", "-q", "meanwhile"}).code != 0) ++failed;
    }
  });
  for (int i = 0; i < 5; ++i) {
    const Outcome outcome = sandbox.run({"restore", file, "--yes"});
    check(outcome.code == 0, "a restore among writers is done", outcome.told());
  }
  is_over = true;
  writer.join();
  check(failed == 0, "nobody else fails while a backup is restored", std::to_string(failed));
  const Outcome doctor = sandbox.run({"doctor", "--full"});
  check(doctor.code == 0, "after restores among writers the database is as its events say", doctor.told());
  expect_sound(sandbox, "after restores among writers");
}

}  // namespace

void backups() {
  const Sandbox sandbox("backups");
  sandbox.must({"submit", "-q", "first"});
  std::atomic<bool> is_over = false;
  std::atomic<int> failed = 0;
  std::vector<std::thread> writers;
  for (int i = 0; i < 3; ++i) writers.emplace_back([&, i] { write_until(sandbox, i, is_over, failed); });
  long last_event = 0;
  for (int i = 0; i < k_backups; ++i) expect_backup(sandbox, "copy" + std::to_string(i) + ".db", last_event);
  is_over = true;
  for (std::thread& writer : writers) writer.join();
  check(failed == 0, "every write beside the backups is done", std::to_string(failed));
  check(last_event > k_backups, "others have written meanwhile", std::to_string(last_event));
  restore_among_writers(sandbox, "copy7.db");
  for (const auto& entry : std::filesystem::directory_iterator(sandbox.path())) {
    const std::string name = entry.path().filename().string();
    const bool is_expected = name.ends_with(".db") || name.ends_with(".db-journal") || entry.is_directory();
    check(is_expected, "no half-made file is left over", name);
  }
}

}  // namespace failure
