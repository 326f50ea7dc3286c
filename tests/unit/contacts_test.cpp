// Contacts: one person by several names, and their erasure.
#include "ops/contacts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/feedback.hpp"
#include "ops/articles.hpp"
#include "ops/rate.hpp"
#include "ops_desk.hpp"
#include "run_world.hpp"

using namespace behest;
using namespace behest::ops_test;
using behest::run_test::FreshAccount;
using behest::run_test::holds;

namespace {

ops::ContactSetters zoe_values() {
  ops::ContactSetters values;
  values.emails = {"Zoe@Example.org"};
  values.organisation = "Acme";
  values.is_vip = true;
  return values;
}

std::int64_t asked_by(OpsDesk& desk, const std::string& requester) {
  ops::Setters values;
  values.requester = requester;
  return desk.submit("alice", values);
}

}  // namespace

TEST_CASE("a contact is one person by name, address and other name, in queries and for comments") {
  OpsDesk desk;
  const std::int64_t by_name = asked_by(desk, "zoe lin");
  const std::int64_t by_address = asked_by(desk, "Z <ZOE@example.org>");
  const std::int64_t other = asked_by(desk, "carol");
  desk.work("alice", [](ops::Work& work) { ops::add_contact(work, "Zoe Lin", zoe_values()); });
  CHECK(desk.find("is:vip") == std::vector<std::int64_t>{by_address, by_name});
  CHECK(desk.find("requester.organisation:acme") == std::vector<std::int64_t>{by_address, by_name});
  CHECK(desk.find("requester.name:'zoe lin'").size() == 2);
  CHECK(desk.find("requester.organisation:none") == std::vector<std::int64_t>{other});
  CHECK(desk.find("not is:vip") == std::vector<std::int64_t>{other});
  desk.wait("alice", by_name, "requester");
  CHECK(desk.say("zoe@example.org", by_name, false).state == State::open);  // its requester has spoken
  desk.work("alice", [](ops::Work& work) { ops::merge_contacts(work, "carol", "Zoe Lin"); });
  CHECK(desk.find("is:vip").size() == 3);
  desk.undo("alice");
  CHECK(desk.find("is:vip").size() == 2);
}

TEST_CASE("names and addresses belong to one contact") {
  OpsDesk desk;
  desk.work("alice", [](ops::Work& work) { ops::add_contact(work, "Zoe Lin", zoe_values()); });
  const auto add = [&](const std::string& name, const std::string& email) {
    desk.work("alice", [&](ops::Work& work) {
      ops::ContactSetters values;
      if (!email.empty()) values.emails = {email};
      ops::add_contact(work, name, values);
    });
  };
  check_refused([&] { add("zoe LIN", ""); });
  check_refused([&] { add("Dora", "zoe@example.ORG"); });
  for (const char* bad : {"x", "@x", "a b@c", "a@b>", "x@\ny"}) {
    CAPTURE(bad);
    const auto error = error_of([&] { add("Eve", bad); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::usage);
  }
  desk.work("alice", [](ops::Work& work) {
    ops::ContactSetters values;
    values.name = "Zoe Wu";
    values.emails = {"-zoe@example.org", "zoe@new.org"};
    bool is_changed = false;
    const ops::Contact after = ops::edit_contact(work, "zoe@example.org", values, is_changed);
    CHECK(is_changed);
    CHECK(after.aliases == std::vector<std::string>{"Zoe Lin"});
    CHECK_FALSE(ops::find_contact(work.store(), "zoe@example.org"));
    CHECK(ops::find_contact(work.store(), "zoe lin")->name == "Zoe Wu");
  });
}

TEST_CASE("contacts that nobody has spoken to for long are due") {
  OpsDesk desk;
  desk.work("alice", [](ops::Work& work) { ops::add_contact(work, "Zoe Lin", zoe_values()); });
  const auto due = [&](Instant before) {
    std::vector<ops::DueContact> all;
    desk.store->read([&] { all = ops::due_contacts(*desk.store, before); });
    return all;
  };
  REQUIRE(due(desk.now).size() == 1);
  CHECK_FALSE(due(desk.now)[0].spoken);
  const std::int64_t number = asked_by(desk, "Zoe Lin");
  desk.say("alice", number, false);
  CHECK_FALSE(due(desk.now + k_day)[0].spoken);  // an internal note reaches nobody
  desk.say("alice", number, true);
  CHECK(due(desk.now).empty());
  CHECK(due(desk.now + k_day)[0].spoken == desk.now);
}

TEST_CASE("what a contact writes is nothing that was said to them, by whatever name of theirs") {
  OpsDesk desk;
  desk.work("alice", [](ops::Work& work) { ops::add_contact(work, "Zoe Lin", zoe_values()); });
  desk.work("alice", [](ops::Work& work) { ops::add_contact(work, "Dora", {}); });
  const auto spoken = [&](const std::string& name) {
    std::vector<ops::DueContact> all;
    desk.store->read([&] { all = ops::due_contacts(*desk.store, desk.now + k_day); });
    const auto found = std::ranges::find(all, name, &ops::DueContact::name);
    REQUIRE(found != all.end());
    return found->spoken;
  };
  const std::int64_t number = asked_by(desk, "Z <ZOE@example.org>");
  desk.say("zoe lin", number, true);
  desk.say("zoe@example.org", number, true);
  CHECK_FALSE(spoken("Zoe Lin"));
  desk.say("dora", number, true);  // somebody else has
  CHECK(spoken("Zoe Lin") == desk.now);
  CHECK_FALSE(spoken("Dora"));
}

TEST_CASE("names that became one person rate and vote once, and nobody rates their own work by another name") {
  OpsDesk desk;
  desk.config.agents.push_back({"bob", "bob@example.org"});
  desk.work("alice", [](ops::Work& work) {
    ops::add_contact(work, "Zoe Lin", {});
    ops::merge_contacts(work, "zoe", "Zoe Lin");
    ops::ContactSetters values;
    values.emails = {"bob@example.org"};
    ops::add_contact(work, "Bob B", values);
  });
  const std::int64_t number = asked_by(desk, "zoe");
  desk.assign("alice", number, "bob");
  desk.close("bob", number);
  const auto rate = [&](const std::string& by, int score) {
    desk.on("alice", number, [&](ops::Work& work, Request& request) { ops::rate(work, request, {score, {}, by}); });
  };
  rate("zoe", 2);
  rate("Zoe Lin", 5);
  const auto ratings = feedback_of(desk.get(number).facts).ratings;
  REQUIRE(ratings.size() == 1);
  CHECK(ratings[0].score == 5);
  check_refused([&] { rate("Bob B", 5); });
  desk.work("alice", [&](ops::Work& work) {
    ops::ArticleValues values;
    values.title = "VPN";
    const std::int64_t article = ops::add_article(work, values).number;
    ops::vote_article(work, article, "zoe", true);
    ops::vote_article(work, article, "dora", true);
    ops::vote_article(work, article, "Zoe Lin", false);
    const ops::ArticleUse use = ops::article_use(work.store(), article);
    CHECK(use.helpful == 1);
    CHECK(use.unhelpful == 1);
    // Who voted by both names before they became one person has one vote: that of the name which is left.
    ops::add_contact(work, "Dora D", {});
    ops::vote_article(work, article, "Dora D", false);
    ops::merge_contacts(work, "dora", "Dora D");
    CHECK(ops::article_use(work.store(), article).helpful == 0);
    CHECK(ops::article_use(work.store(), article).unhelpful == 2);
  });
}

TEST_CASE("an erased person is nowhere in the file, and the desk is sound") {
  FreshAccount account;
  account.out(
      {"--user", "Zoe Lin", "submit", "Zoe Lin cannot print", "-b", "Call zoe@example.org", "--field", "who=Zoe Lin"});
  account.out(
      {"contact", "add", "Zoe Lin", "--email", "zoe@example.org", "--phone", "555-0199-77", "--note", "born in Linz"});
  account.out({"--user", "Zoe Lin", "comment", "1", "-m", "my secret is kumquat", "--public"});
  account.out({"submit", "another", "-r", "carol"});
  account.out({"prioritize", "2", "--vote", "zoe@example.org"});
  account.out({"watch", "2", "Zoe Lin"});
  account.out({"comment", "2", "-m", "Zoe Lin said so; @carol knows, zoelinda does not"});
  CHECK(account.run({"contact", "erase", "Zoe Lin"}).status == 2);  // not without -y
  account.out({"contact", "erase", "Zoe Lin", "-y"});
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(account.home)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    bytes += std::string(std::istreambuf_iterator<char>(in), {});
  }
  for (const char* trace : {"Zoe Lin", "zoe lin", "zoe@example", "555-0199-77", "Linz", "kumquat"}) {
    CAPTURE(trace);
    CHECK_FALSE(holds(bytes, trace));
  }
  CHECK(holds(bytes, "zoelinda"));
  CHECK(holds(account.out({"show", "1"}), "[erased] cannot print"));
  CHECK(holds(account.out({"log", "1"}), "erase"));
  CHECK(account.out({"list", "kumquat", "--format", "ids"}).empty());
  account.out({"doctor", "--full"});
  CHECK(account.run({"contact", "show", "Zoe Lin"}).status == 3);
  CHECK(account.run({"contact", "erase", "Nobody", "-y"}).status == 3);
}

TEST_CASE("after an erasure nothing that is exported has a name, another name or an address of the person") {
  FreshAccount account;
  const auto write = [&](const char* name, const std::string& bytes) {
    std::ofstream(account.home / name, std::ios::binary) << bytes;
    return (account.home / name).string();
  };
  const std::string config =
      write("own.toml",
            "[mail]\nfrom = \"desk@example.org\"\nsurvey = true\n[sla.std]\nresolve = \"1h\"\n[[sla.std.step]]\n"
            "at = \"80%\"\ndo = { notify = [\"zed\", \"zq\"] }\n");
  std::filesystem::permissions(config, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  account.variables["BEHEST_CONFIG"] = config;
  account.out({"init"});
  account.out({"contact", "add", "Zoe Lin", "--email", "zoe@example.org", "--external-id", "1"});
  for (const char* title : {"K", "L"}) account.out({"kb", "add", title, "-b", "ask zed"});
  for (const char* voter : {"zed", "zq", "Zoe Lin", "carol"}) account.out({"kb", "vote", "1", "up", "-r", voter});
  for (const char* alias : {"zed", "zq", "Z. <z@old.example>"}) account.out({"contact", "merge", alias, "Zoe Lin"});
  account.out({"recur", "add", "For zed", "--rule", "FREQ=DAILY", "-r", "zed", "-a", "zq", "--field", "who=zed"});
  account.out({"cost", "budget", "set", "zed-travel", "10.00 EUR", "-w", "requester:zed"});
  account.out({"--user", "zq", "submit", "One", "-r", "Z. <z@old.example>", "-a", "zq", "-l", "zed", "--key", "zed-1"});
  account.out({"submit", "Two", "-r", "carol", "-b", "zed (z@old.example) says"});
  account.out({"cost", "add", "2", "5.00 EUR"});
  account.out({"watch", "2", "zq"});
  account.out({"agent", "away", "zq", "--until", "+3d", "--cover", "zed"});
  account.out({"close", "1"});
  account.out({"close", "2"});
  account.out({"rate", "2", "5", "--by", "zed"});
  account.now = account.now + Duration{2 * 3'600'000};
  account.out({"tick"});
  account.out({"agent", "away", "zed", "--until", "+3d"});
  account.out({"contact", "erase", "zed", "-y"});
  const std::string exported = account.out({"export"});
  for (const char* trace : {"zed", "zq", "Zoe", "zoe", "Lin\"", "z@old", "Z. "}) {
    CAPTURE(std::string(trace));
    CHECK_FALSE(holds(exported, trace));
  }
  account.out({"doctor", "--full"});
  // Three of the votes were of one person, who is nobody now, and count once as before; what is numbered keeps its
  // number.
  CHECK(*account.json({"kb", "show", "1", "--json"}).find("helpful") == text::JsonValue(2));
  CHECK(account.json({"recur", "list", "--json"}).array()->size() == 1);
  CHECK(holds(account.out({"cost", "list", "id:2"}), "5.00"));
}

TEST_CASE("an erasure reaches letters, articles and files of text, and says what it could not read") {
  FreshAccount account;
  const auto write = [&](const char* name, const std::string& bytes) {
    std::ofstream(account.home / name, std::ios::binary) << bytes;
    return (account.home / name).string();
  };
  const std::string config = write("own.toml", "[mail]\nfrom = \"desk@example.org\"\n");
  std::filesystem::permissions(config, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  account.variables["BEHEST_CONFIG"] = config;
  account.out({"submit", "Printer", "-r", "Zoe Lin <zoe@example.org>"});
  account.out({"comment", "1", "--public", "-m", "Dear Zoe Lin, soon."});
  account.out({"attach", "add", "1", write("note.txt", "Zoe Lin <zoe@example.org>, room 4\n")});
  account.out({"attach", "add", "1", write("photo.bin", std::string("P\0 Zoe Lin", 11))});
  account.out({"attach", "add", "1", write("other.txt", "nobody\n")});
  account.out({"submit", "another", "-r", "carol"});
  account.out({"attach", "add", "2", (account.home / "note.txt").string()});
  account.out({"kb", "add", "Printing", "-b", "Ask Zoe Lin."});
  account.out({"contact", "add", "Zoe Lin", "--email", "zoe@example.org"});
  const auto erased = account.json({"contact", "erase", "Zoe Lin", "-y", "--json"});
  CHECK(*erased.find("requests") == text::JsonValue(text::JsonValue::Array{1, 2}));
  CHECK(*erased.find("files") == text::JsonValue(text::JsonValue::Array{"1.1 note.txt", "2.1 note.txt"}));
  CHECK(*erased.find("unread") == text::JsonValue(text::JsonValue::Array{"1.2 photo.bin"}));
  REQUIRE(erased.find("replaced")->integer());
  CHECK(*erased.find("replaced")->integer() >= 8);
  CHECK(account.out({"attach", "get", "1.1", "-o", "-"}) == "[erased] <[erased]>, room 4\n");
  CHECK(holds(account.out({"kb", "show", "1"}), "Ask [erased]."));
  CHECK(holds(account.out({"mail", "list", "--all", "--json"}), "\"state\":\"failed\""));
  account.out({"doctor", "--full"});
  // The photo may show them, as was said; without it nothing is left in the file.
  account.out({"delete", "1", "--purge", "-y"});
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(account.home / ".local")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    bytes += std::string(std::istreambuf_iterator<char>(in), {});
  }
  CHECK(bytes.size() > 4096);
  for (const char* trace : {"Zoe Lin", "zoe lin", "zoe@example"}) {
    CAPTURE(trace);
    CHECK_FALSE(holds(bytes, trace));
  }
  CHECK(holds(bytes, "nobody") == false);
  CHECK(holds(bytes, "room 4"));
}
