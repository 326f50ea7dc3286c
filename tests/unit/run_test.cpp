#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "unit/run_world.hpp"

using namespace behest;
using namespace behest::run_test;

namespace {

using Words = std::vector<std::string>;

// A failure: the status, nothing on standard output, a sentence on standard error.
std::string check_fails(FreshAccount& account, const Words& words, int status) {
  const Answer answer = account.run(words);
  CAPTURE(words.front());
  CHECK(answer.status == status);
  CHECK(answer.out.empty());
  CHECK(answer.err.starts_with("behest: "));
  CHECK(answer.err.ends_with("\n"));
  return answer.err;
}

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << text;
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

std::string actor_of_last(FreshAccount& account) {
  const auto log = account.json({"log", "--json"});
  REQUIRE(log.array() != nullptr);
  REQUIRE_FALSE(log.array()->empty());
  for (const char* key : {"actor", "who", "user"}) {
    if (const auto* who = log.array()->front().find(key)) return *who->string();
  }
  return "";
}

}  // namespace

TEST_CASE("no verb is help, and so are -h and --help") {
  FreshAccount account;
  const std::string help = account.out({});
  CHECK(holds(help, "submit"));
  CHECK(account.out({"-h"}) == help);
  CHECK(account.out({"--help"}) == help);
  CHECK(account.out({"help"}) == help);
  const std::string submit = account.out({"submit", "--help"});
  CHECK(holds(submit, "TITLE"));
  CHECK(account.out({"help", "submit"}) == submit);
  CHECK_FALSE(std::filesystem::exists(account.home / ".local"));
}

TEST_CASE("-V, --version and version say the same") {
  FreshAccount account;
  const std::string version = account.out({"-V"});
  CHECK(version.starts_with("behest "));
  CHECK(account.out({"--version"}) == version);
  CHECK(account.out({"version"}) == version);
  CHECK(account.json({"version", "--json"}).object() != nullptr);
  CHECK(account.json({"--json", "-V"}) == account.json({"version", "--json"}));
}

TEST_CASE("an unknown verb is a usage error with the nearest one") {
  FreshAccount account;
  CHECK(holds(check_fails(account, {"submt", "x"}, 2), "submit"));
  CHECK(holds(check_fails(account, {"lst"}, 2), "did you mean"));
  CHECK_FALSE(holds(check_fails(account, {"xyzzyxyzzy"}, 2), "did you mean"));
}

TEST_CASE("usage errors: unknown options, missing and empty values") {
  FreshAccount account;
  check_fails(account, {"submit"}, 2);
  check_fails(account, {"submit", "x", "--nonsense"}, 2);
  check_fails(account, {"--nonsense", "list"}, 2);
  check_fails(account, {"list", "--user"}, 2);
  check_fails(account, {"submit", "x", "-p", "P9"}, 2);
  check_fails(account, {"submit", "x", "--json=false"}, 2);
  check_fails(account, {"list", "nofield:x"}, 2);
  check_fails(account, {"submit", ""}, 2);
  CHECK_FALSE(std::filesystem::exists(account.home / ".local/share/behest/behest.db"));
}

TEST_CASE("under --json an error is one object with code, kind, message and hint") {
  FreshAccount account;
  account.out({"submit", "x"});
  struct Failure {
    Words words;
    int code;
    std::string kind;
  };
  const std::vector<Failure> cases = {{{"show", "99", "--json"}, 3, "not_found"},
                                      {{"--json", "resume", "1"}, 4, "refused"},
                                      {{"show", "--format", "json", "99"}, 3, "not_found"},
                                      {{"frobnicate", "--json"}, 2, "usage"},
                                      {{"list", "nofield:x", "--json"}, 2, "usage"},
                                      {{"list", "--json", "--nonsense"}, 2, "usage"},
                                      {{"list", "--json", "--db", account.home.string()}, 65, "bad_data"}};
  for (const Failure& failure : cases) {
    CAPTURE(failure.kind);
    const Answer answer = account.run(failure.words);
    CHECK(answer.status == failure.code);
    CHECK(answer.out.empty());
    const auto parsed = text::parse_json(answer.err);
    REQUIRE_MESSAGE(parsed, answer.err);
    CHECK(keys_of(*parsed) == Words{"error"});
    const auto& error = member(*parsed, "error");
    CHECK(keys_of(error) == Words{"code", "kind", "message", "hint"});
    CHECK(member(error, "code") == text::JsonValue(failure.code));
    CHECK(member(error, "kind") == text::JsonValue(failure.kind));
    CHECK_FALSE(member(error, "message").string()->empty());
  }
}

TEST_CASE("an error names no escape sequence and no byte that is no text") {
  FreshAccount account;
  CHECK_FALSE(holds(check_fails(account, {"sub\x1b[31mmit"}, 2), "\x1b"));
  const Answer answer = account.run({"--json", "sub\xff\x1bmit"});
  CHECK(text::parse_json(answer.err));
}

TEST_CASE("an unknown format is refused before anything is done") {
  FreshAccount account;
  for (const char* verb : {"submit", "list"}) {
    const std::string told = check_fails(account, {verb, "x", "--format", "yaml"}, 2);
    CHECK(holds(told, "yaml"));
    for (const char* format : {"table", "tsv", "csv", "jsonl", "md", "ids"}) CHECK(holds(told, format));
  }
  CHECK_FALSE(std::filesystem::exists(account.home / ".local/share/behest/behest.db"));
}

TEST_CASE("--fields chooses and orders the keys; an unknown one is a usage error") {
  FreshAccount account;
  account.out({"submit", "one"});
  CHECK(account.out({"list", "--fields", "title,id", "--format", "csv"}) == "title,id\r\none,1\r\n");
  CHECK(account.out({"list", "--fields", "id,title", "--format", "tsv"}) == "id\ttitle\n1\tone\n");
  CHECK(account.out({"list", "--format", "ids"}) == "1\n");
  CHECK(keys_of(account.json({"show", "1", "--json", "--fields", "state,id"})) == Words{"state", "id"});
  const auto list = account.json({"list", "--json", "--fields", "id"});
  CHECK(keys_of(list.array()->at(0)) == Words{"id"});
  check_fails(account, {"list", "--fields", "nonsense"}, 2);
}

TEST_CASE("-C enters a folder, or says that it cannot") {
  FreshAccount account;
  CHECK(holds(check_fails(account, {"-C", "missing", "list"}, 2), "missing"));
  std::filesystem::create_directory(account.home / "desk");
  account.out({"-C", "desk", "--db", "own.db", "submit", "x"});
  CHECK(std::filesystem::exists(account.home / "desk/own.db"));
}

TEST_CASE("BEHEST_NOW sets the time; a broken one is a usage error") {
  FreshAccount account;
  account.variables["BEHEST_NOW"] = "2020-02-29T10:00:00+02:00";
  CHECK(member(account.json({"submit", "x", "--json"}), "created") == text::JsonValue("2020-02-29T08:00:00Z"));
  for (const char* broken : {"yesterday", "2020-02-30T10:00:00Z", "2020-02-29", "2020-02-29T10:00:00"}) {
    account.variables["BEHEST_NOW"] = broken;
    CHECK(holds(check_fails(account, {"submit", "y"}, 2), "BEHEST_NOW"));
  }
  account.variables.clear();
  CHECK(account.out({"list", "--format", "ids"}) == "1\n");
}

TEST_CASE("the database: --db before BEHEST_DB before the configuration before the default place") {
  FreshAccount account;
  write_file(account.home / ".config/behest/behest.toml", "database.path = \"conf.db\"\n");
  account.variables["BEHEST_DB"] = (account.home / "env.db").string();
  account.out({"submit", "x", "--db", "flag.db"});
  CHECK(std::filesystem::exists(account.home / "flag.db"));
  CHECK_FALSE(std::filesystem::exists(account.home / "env.db"));
  account.out({"submit", "x"});
  CHECK(std::filesystem::exists(account.home / "env.db"));
  account.variables.erase("BEHEST_DB");
  account.out({"submit", "x"});
  CHECK(std::filesystem::exists(account.home / ".config/behest/conf.db"));
  std::filesystem::remove(account.home / ".config/behest/behest.toml");
  account.out({"submit", "x"});
  CHECK(std::filesystem::exists(account.home / ".local/share/behest/behest.db"));
  account.variables["XDG_DATA_HOME"] = (account.home / "data").string();
  account.out({"submit", "x"});
  const auto path = account.home / "data/behest/behest.db";
  struct stat about = {};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600U);
  check_fails(account, {"list", "--db", ""}, 2);
}

TEST_CASE("a read without a database shows nothing, succeeds and makes nothing") {
  FreshAccount account;
  CHECK(account.out({"list", "--format", "ids"}).empty());
  CHECK(account.json({"list", "--json"}) == text::JsonValue(text::JsonValue::Array{}));
  CHECK(account.run({"status"}).status == 0);
  CHECK(account.run({"log"}).status == 0);
  check_fails(account, {"show", "1"}, 3);
  CHECK_FALSE(std::filesystem::exists(account.home / ".local"));
}

TEST_CASE("who acts: --user before BEHEST_USER before the configuration before the login name") {
  FreshAccount account;
  account.out({"submit", "x"});
  CHECK(actor_of_last(account) == "login");
  write_file(account.home / ".config/behest/behest.toml", "user = \"conf\"\n");
  account.out({"submit", "x"});
  CHECK(actor_of_last(account) == "conf");
  account.variables["BEHEST_USER"] = "env";
  account.out({"submit", "x"});
  CHECK(actor_of_last(account) == "env");
  account.out({"submit", "x", "--user", "李雷"});
  CHECK(actor_of_last(account) == "李雷");
  account.variables["BEHEST_USER"] = "";
  account.out({"submit", "x"});
  CHECK(actor_of_last(account) == "conf");
  for (const char* nobody : {"", "  "}) check_fails(account, {"submit", "x", "--user", nobody}, 2);
  check_fails(account, {"submit", "x", "--user", std::string(257, 'x')}, 65);
  CHECK(account.out({"list", "--format", "ids"}) == "5\n4\n3\n2\n1\n");
}

TEST_CASE("colour: always means always; else only on a terminal without NO_COLOR and TERM=dumb") {
  FreshAccount account;
  account.out({"submit", "x", "-p", "P1"});
  const auto has_sgr = [&](const Words& words) { return holds(account.out(words), "\x1b["); };
  CHECK_FALSE(has_sgr({"list"}));
  CHECK(has_sgr({"list", "--color", "always"}));
  CHECK_FALSE(has_sgr({"list", "--color", "always", "--format", "csv"}));
  CHECK_FALSE(has_sgr({"list", "--color", "always", "--json"}));
  account.variables["NO_COLOR"] = "1";
  CHECK(has_sgr({"list", "--color", "always"}));
  account.is_tty = true;
  CHECK_FALSE(has_sgr({"list"}));
  account.variables["NO_COLOR"] = "";
  CHECK(has_sgr({"list"}));
  CHECK_FALSE(has_sgr({"list", "--color", "never"}));
  account.variables["TERM"] = "dumb";
  CHECK_FALSE(has_sgr({"list"}));
  account.is_tty = false;
  check_fails(account, {"list", "--color", "sometimes"}, 2);
}

TEST_CASE("the pager: for what is read on a terminal, never for JSON, a write or nothing") {
  FreshAccount account;
  account.is_tty = true;
  const auto pager = [&](const Words& words) {
    account.out(words);
    return account.pager;
  };
  CHECK(pager({"submit", "x"}).empty());
  CHECK(pager({"list"}) == "less -FRX");
  CHECK(pager({"list", "--json"}).empty());
  CHECK(pager({"list", "--no-pager"}).empty());
  CHECK(pager({"list", "label:none-such"}).empty());
  account.variables["PAGER"] = "more";
  CHECK(pager({"list"}) == "more");
  account.variables["BEHEST_PAGER"] = "most -s";
  CHECK(pager({"list"}) == "most -s");
  account.is_tty = false;
  CHECK(pager({"list"}).empty());
}

TEST_CASE("global options stand before or after the verb; after -- everything is a word") {
  FreshAccount account;
  account.out({"-q", "submit", "--", "--json"});
  CHECK(account.out({"--format", "ids", "list"}) == "1\n");
  CHECK(member(account.json({"show", "1", "--json"}), "title") == text::JsonValue("--json"));
  CHECK(member(account.json({"--json", "submit", "--", "-t"}), "title") == text::JsonValue("-t"));
}

TEST_CASE("a write says one line, -q the id alone, -n does nothing") {
  FreshAccount account;
  const std::string said = account.out({"submit", "x"});
  CHECK(said.starts_with("#1 "));
  CHECK(std::ranges::count(said, '\n') == 1);
  CHECK(account.out({"submit", "y", "-q"}) == "2\n");
  CHECK(account.run({"submit", "z", "-n"}).status == 0);
  CHECK(account.run({"close", "1", "--dry-run"}).status == 0);
  CHECK(account.out({"list", "--format", "ids"}) == "2\n1\n");
  CHECK(account.out({"assign", "1-2", "bob"}) == "#1 assigned to bob\n#2 assigned to bob\n");
  CHECK(account.out({"assign", "1", "alice"}) == "#1 assigned to alice (was bob)\n");
}

TEST_CASE("a broken configuration is 78 and points at the place") {
  FreshAccount account;
  write_file(account.home / ".config/behest/behest.toml", "\nusr = \"x\"\n");
  const std::string told = check_fails(account, {"list"}, 78);
  CHECK(holds(told, "behest.toml:2:1"));
  CHECK(holds(told, "user"));
  check_fails(account, {"list", "--config", "missing.toml"}, 78);
  CHECK(account.run({"version"}).status == 0);
  CHECK(account.run({"help"}).status == 0);
}

TEST_CASE("--if-version lets one of two writers through") {
  FreshAccount account;
  account.out({"submit", "x"});
  account.out({"edit", "1", "--title", "y", "--if-version", "1"});
  for (const Words& words : {Words{"edit", "1", "--title", "z"}, {"close", "1"}, {"assign", "1", "bob"}}) {
    Words guarded = words;
    guarded.insert(guarded.end(), {"--if-version", "1"});
    check_fails(account, guarded, 4);
  }
  const auto request = account.json({"show", "1", "--json"});
  CHECK(member(request, "title") == text::JsonValue("y"));
  CHECK(member(request, "version") == text::JsonValue(2));
}

TEST_CASE("a key: submitted again the same request, and an id everywhere") {
  FreshAccount account;
  account.out({"submit", "x", "--key", "JIRA-1"});
  const auto again = account.json({"submit", "other", "--key", "JIRA-1", "--json"});
  CHECK(member(again, "id") == text::JsonValue(1));
  CHECK(member(again, "title") == text::JsonValue("x"));
  CHECK(account.out({"submit", "other", "--key", "JIRA-1", "-q"}) == "1\n");
  CHECK(member(account.json({"close", "key:JIRA-1", "--json"}), "state") == text::JsonValue("closed"));
  check_fails(account, {"show", "key:none-such"}, 3);
}

TEST_CASE("ids: numbers, ranges, lists, a query and standard input; several are one transaction") {
  FreshAccount account;
  for (const char* title : {"a", "b", "c", "d"}) account.out({"submit", title});
  CHECK(account.out({"assign", "#1", "2-3", "bob", "-q"}) == "1\n2\n3\n");
  CHECK(account.out({"assign", "1,4", "carl", "-q"}) == "1\n4\n");
  CHECK(account.run({"close", "-", "-q"}, "4\n#3\n").out == "4\n3\n");
  CHECK(account.out({"prioritize", "-w", "assignee:bob is:open", "-p", "P1", "-q"}) == "2\n");
  check_fails(account, {"close", "1", "3"}, 4);
  check_fails(account, {"close", "1", "99"}, 3);
  CHECK(account.out({"list", "--format", "ids"}) == "2\n1\n");
  check_fails(account, {"close", "1x"}, 2);
  check_fails(account, {"close", "7-3"}, 2);
}

TEST_CASE("undo N goes N commands back and --redo applies the last again") {
  FreshAccount account;
  account.out({"submit", "x"});
  account.out({"edit", "1", "--title", "y"});
  account.out({"assign", "1", "bob"});
  const std::string told = account.out({"undo", "2"});
  CHECK(holds(told, "bob"));
  CHECK(holds(told, "title"));
  CHECK(member(account.json({"show", "1", "--json"}), "title") == text::JsonValue("x"));
  account.out({"undo", "--redo"});
  CHECK(member(account.json({"show", "1", "--json"}), "title") == text::JsonValue("y"));
  CHECK(member(account.json({"show", "1", "--json"}), "assignee").is_null());
  check_fails(account, {"undo", "--user", "carl"}, 4);
}
