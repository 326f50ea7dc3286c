#include <filesystem>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config_world.hpp"

using behest::Error;
using behest::ErrorKind;
using behest::set_config_value;

namespace {

struct Setting {
  std::string before;
  std::string key;
  std::string value;
  std::string after;
};

void check_set(const Setting& expected) {
  CAPTURE(expected.before);
  CAPTURE(expected.key);
  const ConfigWorld world;
  world.write(world.user_file(), expected.before);
  set_config_value(world.user_file(), expected.key, expected.value);
  CHECK(world.read(world.user_file()) == expected.after);
}

Error refused(const std::string& key, const std::string& value) {
  const ConfigWorld world;
  const Error error = ConfigWorld::refusal_of([&] { set_config_value(world.user_file(), key, value); });
  CHECK_FALSE(std::filesystem::exists(world.user_file()));
  return error;
}

mode_t mode_of(const std::string& file) {
  struct stat facts = {};
  REQUIRE(::stat(file.c_str(), &facts) == 0);
  return facts.st_mode & 07777U;
}

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("set replaces a value in place and keeps comments, order and spacing") {
  const Setting cases[] = {
      {"# top\nuser   =  'a' # who\n\n# end\n", "user", "bob", "# top\nuser   =  \"bob\" # who\n\n# end\n"},
      {"[database]\n  path = 'x' # here\njournal=\"wal\"\n", "database.path", "y z.db",
       "[database]\n  path = \"y z.db\" # here\njournal=\"wal\"\n"},
      {"database.path = 'x'\n", "database.path", "y", "database.path = \"y\"\n"},
      {"database = { path = 'x', journal = 'wal' } # c\n", "database.path", "y",
       "database = { path = \"y\", journal = 'wal' } # c\n"},
      {"[team.net]\nmembers = [ # who\n  'a', # ]\n  'b'\n]\n# end\n", "team.net.members", "['c']",
       "[team.net]\nmembers = [\"c\"]\n# end\n"},
      {"user = '''a\n# no comment\n'''\nlist.limit = 5 # '\n", "list.limit", "6",
       "user = '''a\n# no comment\n'''\nlist.limit = 6 # '\n"},
      {"user = \"\"\"a\\\"\"\"\"\"\nlist.limit = 5", "list.limit", "6", "user = \"\"\"a\\\"\"\"\"\"\nlist.limit = 6"},
      {"\"us\\u0065r\" = 'a'\n", "user", "b", "\"us\\u0065r\" = \"b\"\n"},
      {"\xEF\xBB\xBFuser = 'a'\r\n", "user", "b", "\xEF\xBB\xBFuser = \"b\"\r\n"},
      {"[category.'n/v']\nteam = 'a'\n", "category.n/v.team", "b", "[category.'n/v']\nteam = \"b\"\n"},
  };
  for (const Setting& expected : cases) check_set(expected);
}

TEST_CASE("set adds a key at the end of its table") {
  const Setting cases[] = {
      {"[database]\n  # where\n  path = 'x' # p\n\n# next\n[list]\nlimit = 5\n", "database.journal", "wal",
       "[database]\n  # where\n  path = 'x' # p\n  journal = \"wal\"\n\n# next\n[list]\nlimit = 5\n"},
      {"[database] # empty\n[list]\n", "database.path", "x", "[database] # empty\npath = \"x\"\n[list]\n"},
      {"[database]", "database.path", "x", "[database]\npath = \"x\"\n"},
      {"[database]\r\npath = 'x'\r\n", "database.journal", "wal", "[database]\r\npath = 'x'\r\njournal = \"wal\"\r\n"},
      {"database.path = 'x'\n[list]\n", "database.journal", "wal",
       "database.path = 'x'\ndatabase.journal = \"wal\"\n[list]\n"},
      {"[category]\n'n/v'.team = 'a'\n", "category.n/v.priority", "P2",
       "[category]\n'n/v'.team = 'a'\n\"n/v\".priority = \"P2\"\n"},
      {"database = { path = 'x' }\n", "database.journal", "wal", "database = { path = 'x', journal = \"wal\" }\n"},
      {"database = {}\n", "database.journal", "wal", "database = { journal = \"wal\" }\n"},
      {"team = { net = { members = ['a'] } }\n", "team.ops.members", "['b']",
       "team = { net = { members = ['a'] }, ops.members = [\"b\"] }\n"},
      {"team = { net = { } }\n", "team.net.members", "['b']", "team = { net = { members = [\"b\"] } }\n"},
  };
  for (const Setting& expected : cases) check_set(expected);
}

TEST_CASE("set makes the table that is not there, and puts plain keys before the first one") {
  const Setting cases[] = {
      {"", "user", "bob", "user = \"bob\"\n"},
      {"# mine\n", "user", "bob", "# mine\nuser = \"bob\"\n"},
      {"", "database.path", "x", "[database]\npath = \"x\"\n"},
      {"user = 'a'", "database.path", "x", "user = 'a'\n\n[database]\npath = \"x\"\n"},
      {"user = 'a' # u\n[list]\nlimit = 1\n", "editor", "vi", "user = 'a' # u\neditor = \"vi\"\n[list]\nlimit = 1\n"},
      {"# file\n\n# rows\n[list]\nlimit = 1\n", "editor", "vi",
       "# file\n\neditor = \"vi\"\n\n# rows\n[list]\nlimit = 1\n"},
      {"# rows\n[list]\n", "editor", "vi", "editor = \"vi\"\n\n# rows\n[list]\n"},
      {"category.a.team = 'x'\n", "category.b.team", "y", "category.a.team = 'x'\n\n[category.b]\nteam = \"y\"\n"},
      {"", "category.network/vpn.team", "net", "[category.\"network/vpn\"]\nteam = \"net\"\n"},
      {"", "agent.alice@example.org.email", "a@x.org", "[agent.\"alice@example.org\"]\nemail = \"a@x.org\"\n"},
  };
  for (const Setting& expected : cases) check_set(expected);
}

TEST_CASE("a value is taken as TOML where that fits the key, else as text") {
  const Setting cases[] = {
      {"", "user", "\"alice\"", "user = \"alice\"\n"},
      {"", "user", "42", "user = \"42\"\n"},
      {"", "user", "true", "user = \"true\"\n"},
      {"", "user", "say \"hi\" \\o/", "user = \"say \\\"hi\\\" \\\\o/\"\n"},
      {"", "user", "1\npager = \"evil\"", "user = \"1\\npager = \\\"evil\\\"\"\n"},
      {"", "user", "", "user = \"\"\n"},
      {"", "list.limit", "7", "[list]\nlimit = 7\n"},
      {"", "priority.default", "2", "[priority]\ndefault = \"2\"\n"},
      {"", "query.stale", "2w", "[query]\nstale = \"2w\"\n"},
      {"", "priority.matrix", "[[1,1,1],[2,2,2],[3,3,3]]", "[priority]\nmatrix = [[1, 1, 1], [2, 2, 2], [3, 3, 3]]\n"},
      {"", "database.path", "desk.db", "[database]\npath = \"desk.db\"\n"},
  };
  for (const Setting& expected : cases) check_set(expected);
}

TEST_CASE("set refuses what the schema refuses, and writes nothing") {
  const Error unknown = refused("database.pth", "x");
  CHECK(unknown.kind == ErrorKind::usage);
  CHECK(unknown.message == "unknown key 'database.pth'");
  CHECK(unknown.hint == "did you mean 'database.path'?");
  CHECK(refused("database", "x").message == "'database' is a table, not a key");
  CHECK(refused("", "x").message == "unknown key '\"\"'");
  CHECK(refused("team.a b.members", "[]").message == "'a b' cannot be the name of a team");

  const Error number = refused("list.limit", "many");
  CHECK(number.kind == ErrorKind::usage);
  CHECK(number.message == "'list.limit' takes a whole number from 1 to 1000000, not text");
  CHECK(refused("list.limit", "0").message == "'list.limit' takes a whole number from 1 to 1000000, not 0");
  CHECK(refused("list.limit", "7\nuser = 'mallory'").message ==
        "'list.limit' takes a whole number from 1 to 1000000, not text");
  CHECK(refused("display.color", "allways").hint == "did you mean 'always'?");
  CHECK(refused("user", "a\xFF").message == "the value of 'user' is not UTF-8");

  const ConfigWorld world;
  const Error program = ConfigWorld::refusal_of([&] { set_config_value(world.project_file(), "pager", "less"); });
  CHECK(program.kind == ErrorKind::usage);
  CHECK(program.message == "a project file may not set 'pager'");
}

TEST_CASE("a file that is not TOML is left alone") {
  const ConfigWorld world;
  world.write(world.user_file(), "user = \n");
  const Error error = ConfigWorld::refusal_of([&] { set_config_value(world.user_file(), "user", "x"); });
  CHECK(error.kind == ErrorKind::bad_config);
  CHECK(error.message.starts_with(world.user_file() + ":1:8: "));
  world.write(world.user_file(), "database = 3\n");
  const Error table = ConfigWorld::refusal_of([&] { set_config_value(world.user_file(), "database.path", "x"); });
  CHECK(table.message == world.user_file() + ":1:12: this is not a table");
  world.write(world.user_file(), "[[database]]\n");
  const Error list = ConfigWorld::refusal_of([&] { set_config_value(world.user_file(), "database.path", "x"); });
  CHECK(list.kind == ErrorKind::refused);
  CHECK(world.read(world.user_file()) == "[[database]]\n");
  CHECK(files_in(world.path("user")) == 1);
}

TEST_CASE("a new file is 0600 in a folder of 0700, a known one keeps its mode, and nothing is left behind") {
  const ConfigWorld world;
  const std::string fresh = world.path("home/.config/behest/behest.toml");
  set_config_value(fresh, "user", "alice");
  CHECK(mode_of(fresh) == 0600);
  CHECK(mode_of(world.path("home/.config/behest")) == 0700);
  CHECK(mode_of(world.path("home")) == 0700);
  CHECK(files_in(world.path("home/.config/behest")) == 1);

  world.write(world.user_file(), "user = 'a'\n", 0644);
  set_config_value(world.user_file(), "user", "b");
  CHECK(mode_of(world.user_file()) == 0644);
  CHECK(files_in(world.path("user")) == 1);
}

TEST_CASE("what was set is what is loaded") {
  const ConfigWorld world;
  set_config_value(world.user_file(), "category.network/vpn.team", "net");
  set_config_value(world.user_file(), "category.network/vpn.priority", "P2");
  set_config_value(world.user_file(), "user", "alice");
  const behest::Config config = world.load().config;
  CHECK(config.user == "alice");
  REQUIRE(config.categories.size() == 1);
  CHECK(config.categories[0].team == "net");
  CHECK(config.categories[0].priority == 2);
}

TEST_CASE("a link stays a link, and what it names is replaced") {
  const ConfigWorld world;
  const std::string target = world.path("work/real.toml");
  world.write(target, "user = 'a'\n");
  REQUIRE(::symlink(target.c_str(), world.user_file().c_str()) == 0);
  set_config_value(world.user_file(), "user", "b");
  CHECK(std::filesystem::is_symlink(world.user_file()));
  CHECK(world.read(target) == "user = \"b\"\n");
}

TEST_CASE("set never makes ours what somebody else may have written") {
  const ConfigWorld world;
  world.write(world.user_file(), "pager = 'evil'\n", 0622);
  const Error writable = ConfigWorld::refusal_of([&] { set_config_value(world.user_file(), "user", "b"); });
  CHECK(writable.kind == ErrorKind::not_permitted);
  CHECK(writable.message == world.user_file() + " is not changed: it can be written by everybody");
  CHECK(world.read(world.user_file()) == "pager = 'evil'\n");
  ::unlink(world.user_file().c_str());
  ::chmod(world.path("user").c_str(), 0777);
  const Error folder = ConfigWorld::refusal_of([&] { set_config_value(world.user_file(), "user", "b"); });
  CHECK(folder.kind == ErrorKind::not_permitted);
  CHECK(files_in(world.path("user")) == 0);
}

TEST_CASE("root keeps the owner of the file of its sudo user") {
  if (::geteuid() != 0) return;
  const ConfigWorld world;
  world.write(world.user_file(), "user = 'a'\n");
  REQUIRE(::chown(world.user_file().c_str(), 1234, 1234) == 0);
  ::setenv("SUDO_UID", "1234", 1);
  set_config_value(world.user_file(), "user", "b");
  ::unsetenv("SUDO_UID");
  struct stat facts = {};
  REQUIRE(::stat(world.user_file().c_str(), &facts) == 0);
  CHECK(facts.st_uid == 1234);
  CHECK(facts.st_gid == 1234);
}

TEST_CASE("an entry is set as a whole, or taken out, and everything else stays") {
  const ConfigWorld world;
  const auto text = [&] { return world.read(world.user_file()); };
  using behest::set_config_entry;
  set_config_entry(world.user_file(), "view", "a", {{"query", "x"}, {"sort", "-due"}, {"columns", std::nullopt}});
  CHECK(text() == "[view.a]\nquery = \"x\"\nsort = \"-due\"\n");
  world.write(
      world.user_file(),
      "# top\nuser = 'u'\n\n[view.a] # mine\nquery = \"x\"\n# order\nsort = \"-due\"\n\n[view.b]\nquery = 'y'\n");
  set_config_entry(world.user_file(), "view", "a", {{"query", "\"two words\""}, {"sort", std::nullopt}});
  CHECK(text() ==
        "# top\nuser = 'u'\n\n[view.a] # mine\nquery = \"\\\"two words\\\"\"\n# order\n\n[view.b]\nquery = 'y'\n");
  set_config_entry(world.user_file(), "view", "a", {});
  CHECK(text() == "# top\nuser = 'u'\n\n# order\n\n[view.b]\nquery = 'y'\n");
  set_config_entry(world.user_file(), "view", "none", {});
  CHECK(text() == "# top\nuser = 'u'\n\n# order\n\n[view.b]\nquery = 'y'\n");
  CHECK(ConfigWorld::refusal_of([&] { set_config_entry(world.user_file(), "view", "a b", {}); }).kind ==
        ErrorKind::usage);
}

TEST_CASE("what cannot be taken out alone is refused, and the file stays") {
  const ConfigWorld world;
  const std::string text = "view = { a = { query = 'x' }, b = { query = 'y' } }\n";
  world.write(world.user_file(), text);
  const Error error = ConfigWorld::refusal_of([&] { behest::set_config_entry(world.user_file(), "view", "a", {}); });
  CHECK(error.kind == ErrorKind::refused);
  CHECK(world.read(world.user_file()) == text);
}
