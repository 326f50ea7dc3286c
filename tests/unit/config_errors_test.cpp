#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config_world.hpp"

using behest::Error;
using behest::ErrorKind;

namespace {

struct Refused {
  std::string text;
  std::string where;     // LINE:COLUMN
  std::string sentence;  // in the message
  std::string hint;      // in the hint
};

void check_refused(const Refused& expected) {
  CAPTURE(expected.text);
  const ConfigWorld world;
  const Error error = world.refusal(expected.text);
  CHECK(error.kind == ErrorKind::bad_config);
  CHECK(error.message == world.user_file() + ":" + expected.where + ": " + expected.sentence);
  CHECK(error.hint == expected.hint);
}

std::string starts(const std::string& text, std::size_t size) { return text.substr(0, size); }

constexpr const char* k_no_hint = "'man behest.toml' names every key";
constexpr const char* k_name_hint = "a name is made of letters, digits and . _ / @ + -";
constexpr const char* k_matrix = "3 rows of 3 whole numbers from 1 to 5, as in [[1,2,3],[2,3,4],[3,4,5]]";

}  // namespace

TEST_CASE("an unknown key or table is refused at its place with the nearest known one") {
  const Refused cases[] = {
      {"database.pth = 'x'", "1:10", "unknown key 'database.pth'", "did you mean 'database.path'?"},
      {"\n[database]\n  pat = 'x'", "3:3", "unknown key 'database.pat'", "did you mean 'database.path'?"},
      {"databse.path = 'x'", "1:1", "unknown table 'databse'", "did you mean 'database'?"},
      {"user = 'a'\n[databse]\n", "2:2", "unknown table 'databse'", "did you mean 'database'?"},
      {"database = { jurnal = 'wal' }", "1:14", "unknown key 'database.jurnal'", "did you mean 'database.journal'?"},
      {"path = 'x'", "1:1", "unknown key 'path'", "did you mean 'database.path'?"},
      {"[network]\n", "1:2", "unknown table 'network'", k_no_hint},
      {"token = 'x'", "1:1", "unknown key 'token'", k_no_hint},
      {"[category.\"a/b\"]\ntaem = 'x'", "2:1", "unknown key 'category.\"a/b\".taem'",
       "did you mean 'category.\"a/b\".team'?"},
      {"[category.network.vpn]\nteam = 'x'", "1:19", "unknown table 'category.network.vpn'",
       "write [category.\"network/vpn\"] for a category below another"},
      {"[team.net.deep.er]\n", "1:11", "unknown table 'team.net.deep'", k_no_hint},
      {"[agent.bob]\nemial = 'b@x.org'", "2:1", "unknown key 'agent.bob.emial'", "did you mean 'agent.bob.email'?"},
  };
  for (const Refused& expected : cases) check_refused(expected);
}

TEST_CASE("the first fault in the order of the file is told") {
  check_refused({"[zebra]\n[apple]\n", "1:2", "unknown table 'zebra'", k_no_hint});
}

TEST_CASE("a value of the wrong type says what its key takes") {
  const Refused cases[] = {
      {"user = 5", "1:8", "'user' takes text in quotes, not a whole number", ""},
      {"user = true", "1:8", "'user' takes text in quotes, not a boolean", ""},
      {"pager = 1.5", "1:9", "'pager' takes text in quotes, not a decimal number", ""},
      {"editor = 2026-11-21", "1:10", "'editor' takes text in quotes, not a date", ""},
      {"editor = 10:00:00", "1:10", "'editor' takes text in quotes, not a time of day", ""},
      {"editor = 2026-11-21T10:00:00Z", "1:10", "'editor' takes text in quotes, not a date and time", ""},
      {"[user]\nname = 'x'", "1:1", "'user' takes text in quotes, not a table", ""},
      {"user = \"a\\u0000b\"", "1:8", "'user' takes text without a NUL character", ""},
      {"database = 'x'", "1:12", "'database' is a table, not text", "write [database] and its keys below"},
      {"[[team]]\nname = 'x'", "1:1", "'team' is a table, not a list", "write [team.NAME]"},
      {"team.net = ['a']", "1:12", "'team.net' is a table, not a list", "write [team.net] and its keys below"},
      {"list.limit = 'many'", "1:14", "'list.limit' takes a whole number from 1 to 1000000, not text", ""},
      {"priority.default = 2", "1:20", "'priority.default' takes a priority from \"P1\" to \"P5\", not a whole number",
       ""},
      {"[team.net]\nmembers = 'alice'", "2:11",
       "'team.net.members' takes a list of names such as [\"alice\", \"bob\"], not text", ""},
      {"[team.net]\nmembers = ['alice',\n  7]", "3:3",
       "'team.net.members' takes a list of names such as [\"alice\", \"bob\"], not a whole number", ""},
      {"priority.matrix = 'x'", "1:19", std::string("'priority.matrix' takes ") + k_matrix + ", not text", ""},
      {"display.zone = 1", "1:16", "'display.zone' takes a time zone such as \"Europe/Berlin\", not a whole number",
       ""},
  };
  for (const Refused& expected : cases) check_refused(expected);
}

TEST_CASE("a value out of its range says so") {
  const std::string matrix = std::string("'priority.matrix' takes ") + k_matrix;
  const Refused cases[] = {
      {"list.limit = 0", "1:14", "'list.limit' takes a whole number from 1 to 1000000, not 0", ""},
      {"list.limit = 9223372036854775807", "1:14",
       "'list.limit' takes a whole number from 1 to 1000000, not 9223372036854775807", ""},
      {"priority.default = 'P6'", "1:20", "'priority.default' takes a priority from \"P1\" to \"P5\", not 'P6'", ""},
      {"[category.a]\npriority = ''", "2:12", "'category.a.priority' takes a priority from \"P1\" to \"P5\", not ''",
       ""},
      {"database.journal = 'wall'", "1:20", "'database.journal' takes one of auto, wal, truncate, not 'wall'",
       "did you mean 'wal'?"},
      {"display.color = 'chartreuse'", "1:17", "'display.color' takes one of auto, always, never, not 'chartreuse'",
       ""},
      {"priority.matrix = [[1,2,3],[2,3,4]]", "1:19", matrix, ""},
      {"priority.matrix = [[1,2,3],[2,3],[3,4,5]]", "1:28", matrix, ""},
      {"priority.matrix = [[1,2,3],[2,3,4],[3,4,6]]", "1:41", matrix + ", not 6", ""},
      {"priority.matrix = [[0,2,3],[2,3,4],[3,4,5]]", "1:21", matrix + ", not 0", ""},
      {"[category.a]\nteam = 'two words'", "2:8", "'category.a.team' takes a name, not 'two words'", k_name_hint},
      {"[team.net]\nmembers = ['al ice']", "2:12", "'team.net.members' takes names, not 'al ice'", k_name_hint},
      {"[agent.bob]\nemail = 'bob'", "2:9",
       "'agent.bob.email' takes an e-mail address such as \"alice@example.org\", not 'bob'", ""},
      {"[agent.bob]\nemail = \"b@x\\nBcc: c@d\"", "2:9",
       "'agent.bob.email' takes an e-mail address such as \"alice@example.org\", not 'b@x\nBcc: c@d'", ""},
      {"[team.\"a b\"]\n", "1:7", "'a b' cannot be the name of a team", k_name_hint},
      {"[agent.\"\"]\n", "1:8", "'' cannot be the name of an agent", k_name_hint},
      {"[team.Net]\n[team.net]\n", "2:7", "team 'net' looks like team 'Net', declared before",
       "write both the same way, or choose names that differ by more"},
  };
  for (const Refused& expected : cases) check_refused(expected);
}

TEST_CASE("a duration and a zone are refused with the reason of their parser") {
  const ConfigWorld world;
  const Error duration = world.refusal("query.stale = '5 parsecs'");
  CHECK(duration.message == world.user_file() +
                                ":1:15: 'query.stale' takes a duration such as \"30s\", \"1h30m\" or \"14d\", not "
                                "'5 parsecs'");
  CHECK_FALSE(duration.hint.empty());
  const Error zone = world.refusal("display.zone = 'Mars/Base'");
  CHECK(zone.message.find(":1:16: 'display.zone' takes a time zone such as \"Europe/Berlin\": ") != std::string::npos);
}

TEST_CASE("what is not TOML is refused at its place") {
  const std::string no_key = "invalid TOML in key: expected bare key starting character or string delimiter, saw ";
  const std::string key_hint = "a name of other characters than A-Z a-z 0-9 _ - stands in quotes";
  const std::string no_value = "invalid TOML in value: could not determine value type";
  const std::string value_hint = "text stands in quotes";
  const Refused cases[] = {
      {"user = ", "1:8", "invalid TOML in key-value pair: encountered end-of-file", ""},
      {"user = 'a'\nuser = 'b'", "2:8", "invalid TOML in key-value pair: cannot redefine existing string 'user'", ""},
      {"user = 'a'\n[list", "2:6", "invalid TOML in table header: encountered end-of-file", ""},
      {std::string("user = 'a'\nuser\0 = 1", 20), "2:5", "a NUL byte is not text", ""},
      {"user = 'a'\n[.list]", "2:2", no_key + "'.'", key_hint},
      {"[[ +]]", "1:4", no_key + "'+'", key_hint},
      {"[list]\n[\xC3\xA9quipe]", "2:2", no_key + "'\xC3\xA9'", key_hint},
      {"user = \xE2\x80\x9C"
       "alice\xE2\x80\x9D",
       "1:8", no_value, value_hint},
      {"user = alice", "1:8", no_value, value_hint},
      {"# caf\xC3\xA9 \xFF", "1:8", "this byte is not UTF-8", "save the file as UTF-8"},
  };
  for (const Refused& expected : cases) check_refused(expected);
}

TEST_CASE("nesting is bounded, also where the library does not") {
  const std::string too_deep = "tables, lists and keys may be nested 32 deep, not deeper";
  std::string lists = "user = ";
  for (int i = 0; i < 100; ++i) lists += '[';
  std::string key = "a";
  for (int i = 0; i < 200'000; ++i) key += ".a";
  std::string spaced = "a";
  for (int i = 0; i < 100'000; ++i) spaced += " . \"b.\"";
  std::string mixed = "a.a.a.a.a.a.a.a = { ";
  for (int i = 0; i < 10; ++i) mixed += "b.b.b = { ";
  mixed += "c = 1" + std::string(11, '}');
  const ConfigWorld world;
  for (const std::string& text :
       {lists, key + " = 1", "[" + key + "]\n", "[[" + key + "]]\n", "x = { " + key + " = 1 }", spaced + " = 1", mixed,
        "# '\n'''' = 1\n" + key + " = 1"}) {
    const Error error = world.refusal(text);
    CAPTURE(starts(text, 40));
    CHECK(error.kind == ErrorKind::bad_config);
    CHECK((error.message.ends_with(too_deep) || error.message.find("invalid TOML") != std::string::npos));
  }
  CHECK(world.refusal(key + " = 1").message == world.user_file() + ":1:64: " + too_deep);
  CHECK(world.refusal(lists).message.ends_with(too_deep));
  CHECK(world.refusal(mixed).message.ends_with(too_deep));
}

TEST_CASE("letters of any script stand in quotes, also where a line goes on") {
  const ConfigWorld world;
  world.write(world.user_file(), "user = \"\"\"a\\\n \xC3\xA9\xE3\x81\x82\"\"\"\n[team.\"\xC3\xA9quipe\"]\n");
  const behest::Config config = world.load().config;
  CHECK(config.user == "a\xC3\xA9\xE3\x81\x82");
  REQUIRE(config.teams.size() == 1);
  CHECK(config.teams[0].name == "\xC3\xA9quipe");
}

TEST_CASE("dots in texts and comments are no nesting") {
  const ConfigWorld world;
  const std::string dots(100, '.');
  world.write(world.user_file(), "# " + dots + "\nuser = '" + dots + "' # " + dots + "\npager = \"\"\"\n" + dots +
                                     "\\\" \"\"\"\neditor = '''" + dots + "'''\n");
  CHECK(world.load().config.user == dots);
  CHECK(world.load().config.editor == dots);
}

TEST_CASE("what is not a readable file is refused with a sentence") {
  const ConfigWorld world;
  const std::string file = world.user_file();
  const auto refusal = [&] { return ConfigWorld::refusal_of([&] { world.load(); }); };

  SUBCASE("a folder") {
    ::mkdir(file.c_str(), 0700);
    CHECK(refusal().message == "cannot read " + file + ": it is a folder, not a file");
  }
  SUBCASE("a pipe, without waiting for its writer") {
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    CHECK(refusal().message == "cannot read " + file + ": it is a pipe, not a file");
  }
  SUBCASE("a device behind a link") {
    REQUIRE(::symlink("/dev/tty", file.c_str()) == 0);
    const behest::LoadedConfig loaded = world.load();
    CHECK(loaded.warnings.size() == 1);
    CHECK(loaded.files.empty());
  }
  SUBCASE("a loop of links") {
    REQUIRE(::symlink(file.c_str(), file.c_str()) == 0);
    CHECK(refusal().message == "cannot read " + file + ": Too many levels of symbolic links");
  }
  SUBCASE("more than 1 MiB") {
    ConfigWorld::write(file, "#" + std::string(1024UL * 1024UL - 1, 'x'));
    CHECK_NOTHROW(world.load());
    ConfigWorld::write(file, "#" + std::string(1024UL * 1024UL, 'x'));
    CHECK(refusal().message == "cannot read " + file + ": it has more than 1 MiB");
  }
  SUBCASE("an explicit file that is missing") {
    const std::string missing = world.path("none.toml");
    const Error error = ConfigWorld::refusal_of([&] { world.load(missing); });
    CHECK(error.kind == ErrorKind::bad_config);
    CHECK(error.message == "cannot read " + missing + ": there is no such file");
  }
  SUBCASE("a file without permission, but for root") {
    if (::geteuid() == 0) return;
    ConfigWorld::write(file, "user = 'a'", 0000);
    CHECK(refusal().message == "cannot read " + file + ": Permission denied");
  }
}
