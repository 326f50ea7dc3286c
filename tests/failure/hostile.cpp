#include <algorithm>
#include <filesystem>
#include <random>

#include <sys/stat.h>

#include "verbs.hpp"

// SECURITY S17, RELIABILITY T13: a database that somebody has tampered with, or a disk has. No command crashes, hangs
// or runs what is in the file; a read leaves it as it is.
namespace failure {
namespace {

constexpr int k_seconds = 5;

const std::vector<Words>& reads() {
  static const std::vector<Words> all = {{"list", "state:any", "--json"},
                                         {"list", "jams is:blocked"},
                                         {"show", "1", "2", "3"},
                                         {"show", "1", "--similar"},
                                         {"next", "--explain"},
                                         {"log"},
                                         {"status"},
                                         {"report", "kpi"},
                                         {"export"},
                                         {"doctor"},
                                         {"doctor", "--full"}};
  return all;
}

void expect_ended(const Outcome& outcome, const std::set<int>& codes, const std::string& what) {
  check(codes.contains(outcome.code), what + ": ends in time and without a crash", outcome.told());
  check(!unsafe_byte(outcome.out) && !unsafe_byte(outcome.err), what + ": prints safe text", outcome.told());
}

class Tampered {
 public:
  Tampered() : desk_("hostile") {
    desk_.lay_out(write_verbs().back());
    bytes_ = read_file(desk_.sandbox().db());
  }
  const Sandbox& sandbox() const { return desk_.sandbox(); }
  const std::string& bytes() const { return bytes_; }
  void lay_out(std::string_view bytes) const {
    std::filesystem::remove(sandbox().db() + "-journal");
    write_file(sandbox().db(), bytes);
    ::chmod(sandbox().db().c_str(), 0600);
  }
  void change(const std::string& statements) const {
    lay_out(bytes_);
    const std::string answer =
        sql(sandbox().db(), "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; " + statements);
    check(!answer.starts_with("error"), "the database can be tampered with: " + statements.substr(0, 60), answer);
  }
  Outcome run(const Words& words) const {
    Launch launch;
    launch.args = words;
    launch.limit_seconds = k_seconds;
    launch.environment = {"BEHEST_NOW=2026-11-21T12:00:00Z"};
    return sandbox().run(launch);
  }
  void read_all(const std::set<int>& codes, const std::string& what) const {
    const std::string before = read_file(sandbox().db());
    for (const Words& words : reads()) expect_ended(run(words), codes, what + ": " + words[0]);
    check(read_file(sandbox().db()) == before, what + ": reading changes nothing");
  }

 private:
  VerbDesk desk_;
  std::string bytes_;
};

// Whatever could run or mislead stands in the schema, and the whole schema text is compared.
void strange_schemas(const Tampered& tampered) {
  const std::vector<std::string> changes = {
      "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM request; END",
      "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n",
      "CREATE INDEX i ON request (title)",
      "CREATE TABLE more (x)",
      "CREATE VIRTUAL TABLE words USING fts5(x)",
      "ALTER TABLE request ADD COLUMN generated INTEGER AS (number * 2)",
      "ALTER TABLE request ADD COLUMN more TEXT",
      "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql,'CHECK','  CHECK') WHERE name='request'",
      "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql,' STRICT','') WHERE name='event'",
      "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage=1 WHERE name='event'",
      "PRAGMA user_version=0",
      "PRAGMA user_version=-5",
      "PRAGMA application_id=7",
  };
  for (const std::string& statement : changes) {
    tampered.change(statement);
    const std::string before = read_file(tampered.sandbox().db());
    for (const Words& words :
         {Words{"list"}, Words{"show", "1"}, Words{"submit", "x"}, Words{"undo"}, Words{"backup", "b.db"}}) {
      expect_error(statement.substr(0, 50) + ": " + words[0], tampered.run(words), {65});
    }
    check(read_file(tampered.sandbox().db()) == before, statement.substr(0, 50) + ": nothing is changed");
  }
}

// Rows that no command of behest writes.
void strange_rows(const Tampered& tampered) {
  const std::vector<std::string> changes = {
      "INSERT OR REPLACE INTO link (request, relation, target) VALUES (1,0,3),(3,0,4),(4,0,1),(1,1,3),(3,1,4),(4,1,1)",
      "INSERT OR REPLACE INTO link (request, relation, target) VALUES (1,2,3),(3,2,1),(4,4,4),(1,77,3),(1,0,999)",
      "UPDATE request SET title=replace(hex(zeroblob(4000000)),'0','x') WHERE number=1",
      "UPDATE request SET title=CAST(x'1b5d303bff9b41' AS TEXT), body=CAST(x'c080ff' AS TEXT)",
      "UPDATE request SET state=99, priority=77, channel=1000 WHERE number=1",
      "UPDATE request SET created=9223372036854775807, updated=-9223372036854775808, due=9223372036854775807",
      "UPDATE request SET labels='{', fields='[[[['",
      "UPDATE request SET labels=replace(hex(zeroblob(100000)),'0','['), fields='{\"a\":[1]}'",
      "UPDATE request SET estimate=9223372036854775807, version=9223372036854775807, comment_count=2000000000",
      "UPDATE event SET payload=replace(hex(zeroblob(100000)),'0','[')",
      "UPDATE event SET payload='[{\"field\":\"state\",\"old\":null,\"new\":\"nowhere\"}]', kind='strange'",
      "UPDATE event SET at=9223372036854775807, marks=-1",
      "UPDATE event SET request=999 WHERE id=2",
      "UPDATE command SET undone=77, target=999, verb='undo'",
      "DELETE FROM event",
      "DELETE FROM request WHERE number=1",
      "INSERT INTO request_label (label, request, shown) VALUES ('ghost', 999, 'ghost')",
  };
  for (const std::string& statement : changes) {
    tampered.change(statement);
    // 3: a request is gone; 4: doctor finds something.
    tampered.read_all({0, 3, 4, 65, 75}, statement.substr(0, 60));
    for (const Words& words :
         {Words{"comment", "1", "-m", "x"}, Words{"close", "1"}, Words{"merge", "3", "--into", "4"}, Words{"undo"}}) {
      expect_ended(tampered.run(words), {0, 2, 3, 4, 65, 75}, statement.substr(0, 60) + ": " + words[0]);
    }
  }
}

// A search index that is damaged or says something else than the texts.
void strange_index(const Tampered& tampered) {
  for (const std::string& statement :
       {std::string("UPDATE search_data SET block=zeroblob(50)"), std::string("DELETE FROM search_data"),
        std::string("UPDATE search_data SET block=randomblob(length(block))")}) {
    tampered.change(statement);
    tampered.read_all({0, 4, 65, 75}, statement);
    expect_ended(tampered.run({"edit", "1", "--title", "another"}), {0, 65, 75}, statement + ": edit");
  }
}

void flipped_bytes(const Tampered& tampered) {
  const int rounds = setting("BEHEST_FAILURE_ALL", 0) > 0 ? 1000 : 60;
  std::mt19937 random(20261121);
  int refused = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string bytes = tampered.bytes();
    const auto any = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
    const std::size_t at = any(bytes.size() - 1);
    const std::size_t count = round % 3 == 0 ? 1 : any(std::min<std::size_t>(bytes.size() - at, 4096) - 1) + 1;
    for (std::size_t i = at; i < at + count; ++i) bytes[i] = static_cast<char>(round % 3 == 1 ? 0 : any(255));
    tampered.lay_out(bytes);
    const std::string what =
        "round " + std::to_string(round) + ", " + std::to_string(count) + " bytes from " + std::to_string(at);
    const int failures_before = failures();
    for (std::size_t i = 0; i < reads().size(); i += 1 + static_cast<std::size_t>(round % 2)) {
      const Outcome outcome = tampered.run(reads()[i]);
      refused += outcome.code == 65 ? 1 : 0;
      expect_ended(outcome, {0, 3, 4, 65, 75}, what + ": " + reads()[i][0]);
    }
    check(read_file(tampered.sandbox().db()) == bytes, what + ": reading changes nothing");
    if (failures() > failures_before)
      write_file(tampered.sandbox().path("round" + std::to_string(round) + ".db"), bytes);
  }
  measured("  " + std::to_string(rounds) + " damaged files, " + std::to_string(refused) + " reads refused");
  check(refused > 0, "some damage is noticed");
}

// Everything at its cap, in 300 MiB of address space; what is over a cap is refused and does not end the process.
void little_memory() {
  const Sandbox sandbox("hostile");
  const auto run = [&](Words words, std::string text) {
    Launch launch;
    launch.args = std::move(words);
    launch.wrapper = {"/usr/bin/prlimit", "--as=314572800", "--"};
    launch.in = Source::text;
    launch.text = std::move(text);
    return sandbox.run(launch);
  };
  if (!std::filesystem::exists("/usr/bin/prlimit")) {
    measured("  skipped: there is no /usr/bin/prlimit");
    return;
  }
  for (int i = 0; i < 12; ++i) {
    const Outcome made = run({"submit", "-q", "large", "-F", "-"}, std::string(std::size_t{1} << 20, 'b'));
    check(made.code == 0, "a body of 1 MiB is taken in 300 MiB", made.told().substr(0, 300));
  }
  for (const Words& words : {Words{"list", "--json"}, Words{"show", "1-12"}, Words{"export"}, Words{"list", "large"},
                             Words{"report", "kpi"}, Words{"doctor", "--full"}}) {
    const Outcome outcome = run(words, "");
    check(outcome.code == 0, words[0] + " of 12 MiB works in 300 MiB", outcome.err);
  }
  const std::string deep(200'000, '[');
  for (const std::string& line :
       {deep, "{\"op\":" + deep, "{\"op\":\"submit\",\"title\":\"" + std::string(5 << 20, 'x') + "\"}"}) {
    const Outcome outcome = run({"import", "--format", "ops", "-"}, line + "\n");
    check(outcome.code == 6 || outcome.code == 65, "a line over a cap is refused", outcome.told().substr(0, 300));
  }
}

}  // namespace

void hostile() {
  little_memory();
  const Tampered tampered;
  strange_schemas(tampered);
  strange_rows(tampered);
  strange_index(tampered);
  flipped_bytes(tampered);
}

}  // namespace failure
