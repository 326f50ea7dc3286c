#include <fstream>
#include <set>

#include <doctest/doctest.h>

#include "behest/command.hpp"
#include "cli/topics.hpp"
#include "render/request_view.hpp"
#include "unit/run_world.hpp"

using namespace behest;
using namespace behest::run_test;

namespace {

std::set<std::string> words_of(const std::string& terms) {
  std::set<std::string> words;
  for (std::size_t at = 0; at < terms.size();) {
    const std::size_t comma = std::min(terms.find(", ", at), terms.size());
    words.insert(terms.substr(at, comma - at));
    at = comma + 2;
  }
  return words;
}

void configure(const FreshAccount& account, const std::string& text) {
  const auto folder = account.home / ".config/behest";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "behest.toml") << text;
  std::filesystem::permissions(folder / "behest.toml", std::filesystem::perms(0600));
}

}  // namespace

TEST_CASE("help fields names every key of a request's JSON, and no other") {
  std::set<std::string> told;
  for (const Entry& item : fields_section().items) told.merge(words_of(item.term));
  std::set<std::string> keys;
  for (const auto& column : render::request_columns(true)) keys.insert(column.column.key);
  CHECK(told == keys);
}

TEST_CASE("help --json has every command with every option") {
  FreshAccount account;
  const text::JsonValue help = account.json({"help", "--json"});
  const auto& commands = *member(help, "commands").array();
  REQUIRE(commands.size() == all_commands().size());
  for (std::size_t i = 0; i < commands.size(); ++i) {
    CHECK(*member(commands[i], "name").string() == all_commands()[i]->name);
    Args args;
    const auto bound = all_commands()[i]->bind();
    bound->declare(args);
    CHECK(member(commands[i], "options").array()->size() + member(commands[i], "arguments").array()->size() ==
          args.declared().size());
  }
  CHECK(member(help, "topics").array()->size() == help_topics().size());
}

TEST_CASE("every topic fits 40 columns and more, and its constants are fit for a terminal") {
  for (const Topic& topic : help_topics()) {
    CAPTURE(topic.name);
    for (const std::size_t width : {40U, 60U, 200U}) {
      const std::string text = help_topic(topic, width);
      CHECK_FALSE(text::program_text(text).empty());
      CHECK(text.ends_with("\n"));
    }
  }
}

TEST_CASE("a dry run shows old and new values and keeps nothing, for every verb that changes") {
  FreshAccount account;
  account.out({"submit", "one", "-r", "zoe"});
  const std::string before = account.out({"show", "1", "--json"});
  const std::vector<std::vector<std::string>> verbs = {
      {"edit", "1", "--title", "two"}, {"assign", "1", "bob"}, {"prioritize", "1", "P1"}, {"wait", "1"}, {"close", "1"},
      {"comment", "1", "-m", "x"},     {"submit", "three"}};
  for (std::vector<std::string> words : verbs) {
    CAPTURE(words.front());
    words.emplace_back("-n");
    const std::string told = account.out(words);
    CHECK(told.starts_with("would be: #"));
    CHECK(holds(told, "\n  #"));
    CHECK(holds(told, " -> "));
    words.emplace_back("-q");
    CHECK_FALSE(holds(account.out(words), "->"));
  }
  CHECK(account.out({"show", "1", "--json"}) == before);
  CHECK(account.out({"list", "state:any", "--count"}) == "1\n");
}

TEST_CASE("--exit-code is 10 when something matches, in every shape") {
  FreshAccount account;
  CHECK(account.run({"list", "--exit-code"}).status == 0);
  CHECK(account.run({"list", "--exit-code", "--count"}).status == 0);
  account.out({"submit", "one"});
  for (const char* shape : {"--count", "--json", "--as=board", "--group-by=team", "--template={{id}}"}) {
    CHECK(account.run({"list", "--exit-code", shape}).status == 10);
    CHECK(account.run({"list", shape}).status == 0);
  }
}

TEST_CASE("the pager is never for empty output or JSON, and not for writes") {
  FreshAccount account;
  account.is_tty = true;
  account.out({"submit", "one"});
  CHECK(account.pager.empty());
  account.out({"list"});
  CHECK(account.pager == "less -FRX");
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"list", "--json"},
                                             {"list", "state:closed"},
                                             {"list", "--as", "board", "state:closed"},
                                             {"list", "--no-pager"},
                                             {"list", "--group-by", "team", "--format", "jsonl"},
                                             {"help", "--json"},
                                             {"close", "1"}}) {
    CAPTURE(words.back());
    account.run(words);
    CHECK(account.pager.empty());
  }
}

TEST_CASE("an alias stands for words, before and behind which options still count") {
  FreshAccount account;
  account.out({"submit", "one"});
  account.out({"submit", "two words"});
  configure(account,
            "[alias]\nfound = \"list --format ids 'title:\\\"two words\\\"'\"\nloop = \"loop\"\nlist = \"version\"\n");
  CHECK(account.out({"found"}) == "2\n");
  CHECK(account.out({"-q", "found", "state:any"}) == "2\n");
  CHECK(account.out({"list", "--count"}) == "2\n");
  CHECK(account.run({"loop"}).status == 78);
  const Answer slip = account.run({"fuond"});
  CHECK(slip.status == 2);
  CHECK(holds(slip.err, "did you mean 'behest found'?"));
}

TEST_CASE("a project's file may have views, and no aliases") {
  FreshAccount account;
  account.out({"submit", "one"});
  std::ofstream(account.home / ".behest.toml") << "[view.all]\nquery = \"state:any\"\n[alias]\nwipe = \"close 1\"\n";
  std::filesystem::permissions(account.home / ".behest.toml", std::filesystem::perms(0600));
  CHECK(account.out({"list", "@all", "--format", "ids"}) == "1\n");
  const Answer refused = account.run({"wipe"});
  CHECK(refused.status == 2);
  CHECK(holds(refused.err, "'alias.wipe' is ignored: a project file may not set it"));
  CHECK(holds(refused.err, "'wipe' is not a behest command"));
}
