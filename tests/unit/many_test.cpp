#include <array>
#include <fstream>

#include "core/set_fields.hpp"
#include "ops/mail_in.hpp"
#include "ops/people.hpp"
#include "ops_desk.hpp"
#include "run_world.hpp"

// What a thing does when there are many of it.
using namespace behest;
using behest::run_test::FreshAccount;
using behest::run_test::holds;

namespace {

text::JsonValue number(int value) { return std::int64_t{value}; }

void write(const FreshAccount& account, const char* name, const std::string& text) {
  std::ofstream(account.home / name, std::ios::binary) << text;
}

std::string categories(int from, int count) {
  std::string text;
  for (int i = from; i < from + count; ++i) text += (text.empty() ? "c" : ",c") + std::to_string(i);
  return text;
}

}  // namespace

TEST_CASE("many changes at once are what they are one by one") {
  Request request;
  for (int i = 0; i < 40; i += 2) set_field(request, "vote.v" + std::to_string(100 + i), number(i));
  set_field(request, "watch.zoe", true);
  std::vector<Change> changes = {{"title", {}, "many"}, {"link.relates.7", {}, true}};
  for (int i = 0; i < 60; ++i) {
    // New ones, other values, and every third is taken away; one of another kind comes before all of them.
    changes.push_back({"vote.v" + std::to_string(100 + i), {}, i % 3 == 0 ? text::JsonValue() : number(-i)});
  }
  changes.push_back({"cost.1", {}, number(5)});
  changes.push_back({"vote.v101", {}, number(1)});
  changes.push_back({"vote.v101", {}, {}});
  for (const std::size_t count : {std::size_t{5}, changes.size()}) {
    const std::vector<Change> some(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(count));
    Request one_by_one = request;
    for (const Change& change : some) set_field(one_by_one, change.field, change.after);
    Request at_once = request;
    set_fields(at_once, some);
    CHECK(at_once.facts == one_by_one.facts);
    CHECK(at_once.links == one_by_one.links);
    CHECK(at_once.title == "many");
  }
}

TEST_CASE("a person is compared with many as with one") {
  ops_test::OpsDesk desk;
  desk.config.agents.push_back({.name = "bob", .email = "bob@example.org"});
  desk.work("alice", [&](ops::Work& work) {
    const auto keep = [&](const char* kind, const char* name, const text::JsonValue& value) {
      work.change_record(kind, name, value);
    };
    keep("contact", "zoe lin", ops::contact_value({"Zoe Lin", {"zoe@example.org"}, {"zl"}}));
    for (const char* alias : {"zoe@example.org", "zl"}) {
      keep("alias", alias, text::JsonValue::Object{{"contact", "zoe lin"}});
    }
    constexpr std::array k_names = {"Zoe Lin",
                                    "zoe lin",
                                    "ZL",
                                    "Z <zoe@example.org>",
                                    "zoe@example.org",
                                    "zoe",
                                    "bob",
                                    "bob@example.org",
                                    "Bob B <bob@example.org>",
                                    "",
                                    "Lin Zoe"};
    const auto whose = [](std::size_t i) { return i < 5 ? 1 : i >= 6 && i < 9 ? 2 : 0; };
    for (std::size_t i = 0; i < k_names.size(); ++i) {
      const ops::Person person(work, k_names.at(i));
      for (std::size_t k = 0; k < k_names.size(); ++k) {
        CAPTURE(k_names.at(i));
        CAPTURE(k_names.at(k));
        const bool is_same = i == k || (whose(i) != 0 && whose(i) == whose(k));
        CHECK(person.is(k_names.at(k)) == is_same);
        CHECK(ops::is_same_person(work, k_names.at(i), k_names.at(k)) == is_same);
      }
    }
  });
}

TEST_CASE("a query names as many categories as it may values") {
  FreshAccount account;
  account.out({"submit", "inside", "-c", "c399/a"});
  account.out({"submit", "outside", "-c", "c39"});
  CHECK(account.out({"list", "category:" + categories(100, 300), "--format", "ids"}) == "1\n");
  CHECK(account.out({"list", "category:c39", "--format", "ids"}) == "2\n");
  CHECK(account.out({"list", "category:'c%'", "--format", "ids"}).empty());
}

TEST_CASE("service levels may name many categories, and the first that fits counts") {
  FreshAccount account;
  std::string config;
  for (int i = 0; i < 4; ++i) {
    config +=
        "[sla.s" + std::to_string(i) + "]\nwhen = \"category:" + categories(100 * i, 100) + "\"\nresolve = \"8h\"\n";
  }
  write(account, ".behest.toml", config + "[sla.rest]\nresolve = \"9h\"\n");
  for (const char* category : {"c1", "c150", "c399", "c399/x", "other"}) account.out({"submit", "t", "-c", category});
  account.out({"submit", "closed", "-c", "c2"});
  account.out({"close", "6"});
  std::string counts;
  const auto rows = text::parse_json(account.out({"sla", "list", "--json"}));
  REQUIRE(rows);
  for (const text::JsonValue& row : *rows->array()) counts += std::to_string(*row.find("open")->integer()) + " ";
  CHECK(counts == "1 1 0 2 1 ");
}

TEST_CASE("a thread of imported mail keeps who may speak in it") {
  ops_test::OpsDesk desk;
  std::optional<Request> thread;
  std::vector<std::int64_t> numbers;
  const auto take = [&](ops::Work& work, const char* id, const char* from, const char* about) {
    IncomingMail mail;
    mail.message_id = std::string(id) + "@example.org";
    mail.from.address = from;
    mail.subject = "printer";
    mail.text = std::string("word ") + id;
    if (*about != '\0') mail.answers_to = {std::string(about) + "@example.org"};
    numbers.push_back(ops::import_mail(work, mail, desk.now, &thread).number);
  };
  desk.work("desk", [&](ops::Work& work) {
    take(work, "a", "zoe@example.org", "");
    take(work, "b", "zoe@example.org", "a");
    take(work, "c", "eve@example.org", "a");
    take(work, "d", "zoe@example.org", "b");
    take(work, "b", "zoe@example.org", "a");
    take(work, "e", "eve@example.org", "c");
    take(work, "f", "zoe@example.org", "d");
  });
  CHECK(numbers == std::vector<std::int64_t>{1, 1, 2, 1, 1, 2, 1});
  desk.store->read([&] {
    CHECK(desk.store->comments(1).size() == 3);
    CHECK(desk.store->comments(2).size() == 1);
    CHECK(desk.store->request(1)->names_of_facts("mail").size() == 4);
  });
}
