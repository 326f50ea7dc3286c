#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config_world.hpp"

using behest::Config;
using behest::LoadedConfig;
using Strings = std::vector<std::string>;

namespace {

// HOME is another for as long as this lives.
class OtherHome {
 public:
  explicit OtherHome(const char* home) : before_(std::getenv("HOME") == nullptr ? "" : std::getenv("HOME")) {
    ::setenv("HOME", home, 1);
  }
  OtherHome(const OtherHome&) = delete;
  OtherHome& operator=(const OtherHome&) = delete;
  ~OtherHome() { ::setenv("HOME", before_.c_str(), 1); }

 private:
  std::string before_;
};

std::string where(const LoadedConfig& loaded, const std::string& key) {
  for (const behest::Origin& origin : loaded.origins) {
    if (origin.key == key) return origin.where;
  }
  return "nowhere";
}

}  // namespace

TEST_CASE("no files are the defaults") {
  const ConfigWorld world;
  const LoadedConfig loaded = world.load();
  CHECK(loaded.files.empty());
  CHECK(loaded.origins.empty());
  CHECK(loaded.warnings.empty());
  CHECK(loaded.config.list_limit == 40);
  CHECK(loaded.config.journal == "auto");
  CHECK(loaded.config.categories.empty());
  CHECK(behest::load_config({"", "", "", {}}).files.empty());
  CHECK(behest::load_config({"/no/such", "/no/such", "/no/such", {}}).files.empty());
}

TEST_CASE("a higher layer wins key by key, and the files are told lowest first") {
  const ConfigWorld world;
  world.write(world.system_file(), "user = 'system'\nlist.limit = 10\nquery.stale = '1d'\neditor = 'ed'\n");
  world.write(world.user_file(), "user = 'user'\nlist.limit = 20\nquery.stale = '2d'\n");
  world.write(world.project_file(), "user = 'project'\nlist.limit = 30\n");
  const std::string extra = world.path("extra.toml");
  world.write(extra, "user = 'explicit'\n");

  const LoadedConfig loaded = world.load(extra);
  CHECK(loaded.config.user == "explicit");
  CHECK(loaded.config.list_limit == 30);
  CHECK(loaded.config.stale == behest::Duration{2LL * 86'400'000});
  CHECK(loaded.config.editor == "ed");
  CHECK(loaded.files == Strings{world.system_file(), world.user_file(), world.project_file(), extra});
  CHECK(world.load().config.user == "project");
}

TEST_CASE("every key of a file arrives") {
  const ConfigWorld world;
  world.write(world.user_file(), R"(
user = "alice"
pager = "less -R"
editor = "vi"
[database]
path = "/var/desk.db"
journal = "truncate"
busy_timeout = "1m30s"
[display]
zone = "UTC"
color = "never"
[list]
limit = 7
[query]
stale = "2w"
[priority]
default = "P4"
matrix = [[5, 4, 3], [4, 3, 2], [3, 2, 1]]
)");
  const Config config = world.load().config;
  CHECK(config.user == "alice");
  CHECK(config.pager == "less -R");
  CHECK(config.editor == "vi");
  CHECK(config.database_path == "/var/desk.db");
  CHECK(config.journal == "truncate");
  CHECK(config.busy_timeout == behest::Duration{90'000});
  CHECK(config.zone == "UTC");
  CHECK(config.color == "never");
  CHECK(config.list_limit == 7);
  CHECK(config.stale == behest::Duration{14LL * 86'400'000});
  CHECK(config.default_priority == 4);
  CHECK(config.matrix == behest::PriorityMatrix{{5, 4, 3}, {4, 3, 2}, {3, 2, 1}});
}

TEST_CASE("tables merge by key, lists replace, and entries keep the order of their files") {
  const ConfigWorld world;
  world.write(world.user_file(),
              "[category.\"z/a\"]\nteam = 'net'\npriority = 'P2'\n[category.m]\nteam = 'desk'\n"
              "[team.zoo]\nmembers = ['a', 'b']\n[team.abc]\n");
  world.write(world.project_file(),
              "[category.a]\npriority = 'P5'\n[category.\"z/a\"]\nteam = 'ops'\n[team.zoo]\nmembers = ['c']\n"
              "[agent.bob]\nemail = 'bob@example.org'\n");
  const Config config = world.load().config;
  REQUIRE(config.categories.size() == 3);
  CHECK(config.categories[0].path == "z/a");
  CHECK(config.categories[0].team == "ops");
  CHECK(config.categories[0].priority == 2);
  CHECK(config.categories[1].path == "m");
  CHECK(config.categories[2].path == "a");
  REQUIRE(config.teams.size() == 2);
  CHECK(config.teams[0].name == "zoo");
  CHECK(config.teams[0].members == Strings{"c"});
  CHECK(config.teams[1].name == "abc");
  REQUIRE(config.agent("bob") != nullptr);
  CHECK(config.agent("bob")->email == "bob@example.org");
  CHECK(config.agent("carol") == nullptr);
}

TEST_CASE("a category's defaults reach its children, each by the nearest that sets it") {
  Config config;
  config.categories = {{"network", "net", 2}, {"network/vpn", "", 1}, {"network/vpn/client", "desk", {}}};
  CHECK(config.category_team("network/vpn/x")->path == "network");
  CHECK(config.category_team("network/vpn/client/mac")->team == "desk");
  CHECK(config.category_priority("network/vpn/client")->priority == 1);
  CHECK(config.category_priority("network")->priority == 2);
  CHECK(config.category_team("networks") == nullptr);
  CHECK(config.category_team("") == nullptr);
}

TEST_CASE("origins are sorted by key, with values as TOML and the line of the winner") {
  const ConfigWorld world;
  world.write(world.user_file(), "user = 'a \"b\"'\n\n[category.\"n/v\"]\nteam = 'net'\npriority = 'P2'\n");
  world.write(world.project_file(),
              "list.limit = 5\n[category.\"n/v\"]\nteam = 'ops'\n[team.t]\nmembers = ['x','y']\n");
  const LoadedConfig loaded = world.load();
  Strings lines;
  for (const behest::Origin& origin : loaded.origins) {
    lines.push_back(origin.key + " = " + origin.value + " @ " + origin.where);
  }
  const std::string user = world.user_file();
  const std::string project = world.project_file();
  CHECK(lines == Strings{"category.\"n/v\".priority = \"P2\" @ " + user + ":5",
                         "category.\"n/v\".team = \"ops\" @ " + project + ":3", "list.limit = 5 @ " + project + ":1",
                         "team.t.members = [\"x\", \"y\"] @ " + project + ":5",
                         "user = \"a \\\"b\\\"\" @ " + user + ":1"});
}

TEST_CASE("the database's path is relative to its file's folder, and ~/ is HOME") {
  const ConfigWorld world;
  const OtherHome home("/home/alice");
  const auto path_for = [&](const std::string& value) {
    world.write(world.project_file(), "database.path = '" + value + "'");
    return world.load().config.database_path;
  };
  CHECK(path_for("desk.db") == world.path("work/desk.db"));
  CHECK(path_for("../desk.db") == world.path("work/../desk.db"));
  CHECK(path_for("/srv/desk.db") == "/srv/desk.db");
  CHECK(path_for("~/desk.db") == "/home/alice/desk.db");
  CHECK(path_for("~desk.db") == world.path("work/~desk.db"));
  CHECK(path_for("").empty());
}

TEST_CASE("a path below a HOME that is not set is refused") {
  const ConfigWorld world;
  const OtherHome home("");
  const behest::Error error = world.refusal("database.path = '~/desk.db'");
  CHECK(error.message == world.user_file() + ":1:17: 'database.path' begins with ~, and HOME is not set");
}

TEST_CASE("the nearest project file counts, and only that one") {
  const ConfigWorld world;
  world.write(world.project_file(), "user = 'outer'\nlist.limit = 9");
  world.write(world.path("work/deep/.behest.toml"), "user = 'inner'");
  CHECK(world.load().config.user == "inner");
  CHECK(world.load().config.list_limit == 40);
  behest::ConfigSources sources = world.sources();
  sources.work_dir = world.path("work/deep/er/../../../work");
  CHECK(behest::load_config(sources).config.user == "outer");
}

TEST_CASE("a project file may not run programs: a warning, and the rest of it counts") {
  const ConfigWorld world;
  world.write(world.user_file(), "pager = 'less'");
  world.write(world.project_file(), "user = 'bob'\npager = 'sh -c id'\n  editor = 5\n");
  const LoadedConfig loaded = world.load();
  CHECK(loaded.config.pager == "less");
  CHECK(loaded.config.editor.empty());
  CHECK(loaded.config.user == "bob");
  CHECK(where(loaded, "pager") == world.user_file() + ":1");
  CHECK(where(loaded, "editor") == "nowhere");
  CHECK(loaded.warnings == Strings{world.project_file() + ":2:1: 'pager' is ignored: a project file may not set it",
                                   world.project_file() + ":3:3: 'editor' is ignored: a project file may not set it"});
}

TEST_CASE("a file that others may write is skipped with a warning that names it") {
  const ConfigWorld world;
  const auto check_skipped = [&](const std::string& reason) {
    const LoadedConfig loaded = world.load();
    CHECK(loaded.config.user.empty());
    CHECK(loaded.files.empty());
    CHECK(loaded.warnings == Strings{world.project_file() + " is not read: " + reason});
  };
  world.write(world.project_file(), "user = 'mallory'");
  const std::string folder = world.path("work");
  SUBCASE("by its group") {
    ::chmod(world.project_file().c_str(), 0620);
    check_skipped("it can be written by its group");
  }
  SUBCASE("by everybody") {
    ::chmod(world.project_file().c_str(), 0602);
    check_skipped("it can be written by everybody");
  }
  SUBCASE("through its folder") {
    ::chmod(folder.c_str(), 0777);
    check_skipped("its folder " + folder + " can be written by everybody");
    ::chmod(folder.c_str(), 01777);
    CHECK(world.load().config.user == "mallory");
  }
  SUBCASE("through a link") {
    ::rename(world.project_file().c_str(), world.path("secret").c_str());
    REQUIRE(::symlink(world.path("secret").c_str(), world.project_file().c_str()) == 0);
    check_skipped("it is a symbolic link");
  }
  SUBCASE("its owner, for root") {
    if (::geteuid() != 0) return;
    ::unsetenv("SUDO_UID");
    REQUIRE(::chown(world.project_file().c_str(), 1234, 0) == 0);
    check_skipped("it belongs to user 1234, neither you nor root");
    ::setenv("SUDO_UID", "1234", 1);
    CHECK(world.load().config.user == "mallory");
    ::setenv("SUDO_UID", "1234x", 1);
    check_skipped("it belongs to user 1234, neither you nor root");
    ::unsetenv("SUDO_UID");
  }
  SUBCASE("its folder's owner, for root") {
    if (::geteuid() != 0) return;
    REQUIRE(::chown(folder.c_str(), 1234, 0) == 0);
    check_skipped("its folder " + folder + " belongs to user 1234, neither you nor root");
  }
}

TEST_CASE("a hostile file that is not even TOML, or a pipe, is only skipped") {
  const ConfigWorld world;
  world.write(world.project_file(), "]] not toml", 0622);
  CHECK(world.load().warnings.size() == 1);
  ::unlink(world.project_file().c_str());
  REQUIRE(::mkfifo(world.project_file().c_str(), 0600) == 0);
  ::chmod(world.project_file().c_str(), 0622);
  CHECK(world.load().warnings.size() == 1);
}

TEST_CASE("a user's file may be a link into a folder that is the user's alone") {
  const ConfigWorld world;
  ::mkdir(world.path("dotfiles").c_str(), 0700);
  world.write(world.path("dotfiles/b.toml"), "user = 'alice'\ndatabase.path = 'desk.db'\n");
  REQUIRE(::symlink("../dotfiles/b.toml", world.user_file().c_str()) == 0);
  CHECK(world.load().config.user == "alice");
  CHECK(world.load().config.database_path == world.path("user/desk.db"));
  ::chmod(world.path("dotfiles").c_str(), 0777);
  CHECK(world.load().config.user.empty());
  CHECK(world.load().warnings.size() == 1);
}

TEST_CASE("values are shown as TOML, and a fixed key that nobody set as its fallback") {
  const Config defaults;
  for (const behest::ConfigKey& key : behest::config_keys()) {
    CAPTURE(key.name);
    CHECK_FALSE(key.summary.empty());
    CHECK_FALSE(key.type.empty());
    const bool runs = key.name == "pager" || key.name == "editor" || key.name == "alias.NAME" ||
                      key.name == "mail.command" || key.name.starts_with("hook.NAME.");
    CHECK(key.runs_a_program == runs);
    if (key.name.find("NAME") == std::string_view::npos)
      CHECK(behest::config_value(defaults, key.name) == key.fallback);
  }
  CHECK(behest::config_keys().size() == 122);
}

TEST_CASE("the value of a declared entry is found by its dotted key, quoted or not") {
  Config config;
  config.categories = {{"network/vpn", "net", {}}};
  config.teams = {{"net", {"alice", "bob"}}};
  config.agents = {{"alice@example.org", "a@x.org"}};
  CHECK(behest::config_value(config, "category.network/vpn.team") == "\"net\"");
  CHECK(behest::config_value(config, "category.\"network/vpn\".team") == "\"net\"");
  CHECK(behest::config_value(config, "team.net.members") == "[\"alice\", \"bob\"]");
  CHECK(behest::config_value(config, "agent.alice@example.org.email") == "\"a@x.org\"");
  CHECK_FALSE(behest::config_value(config, "category.network/vpn.priority"));
  CHECK_FALSE(behest::config_value(config, "category.other.team"));
  CHECK_FALSE(behest::config_value(config, "database.pth"));
  CHECK_FALSE(behest::config_value(config, "database"));
  CHECK_FALSE(behest::config_value(config, ""));
}
