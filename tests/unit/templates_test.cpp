#include "ops/templates.hpp"

#include <doctest/doctest.h>

#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

TemplateConfig newcomer() {
  TemplateConfig made{"newcomer"};
  made.set = {{"title", "A new colleague"}, {"category", "staff"}, {"due", "+3d"}, {"priority", "P2"}};
  made.labels = {"hr"};
  made.fields = {{"floor", "3"}};
  made.children = {"Laptop", "@mail"};
  return made;
}

TemplateConfig mail() {
  TemplateConfig made{"mail"};
  made.set = {{"title", "Mailbox"}, {"category", "mail"}};
  made.children = {"Signature"};
  return made;
}

}  // namespace

TEST_CASE("a template makes a request with its sub-requests; what is given goes before it") {
  OpsDesk desk;
  desk.config.templates = {newcomer(), mail()};
  ops::Setters given;
  given.requester = "zoe";
  given.priority = 1;
  given.fields = {{"FLOOR", "4"}};
  std::vector<ops::Outcome> outcomes;
  desk.work("alice", [&](ops::Work& work) {
    const ops::RequestTree tree = ops::tree_of(desk.config, "newcomer", given, {work.now(), Zone()});
    ops::check_tree(desk.config, tree);
    outcomes = ops::submit_tree(work, tree);
  });
  REQUIRE(outcomes.size() == 4);
  const Request top = desk.get(1);
  CHECK(top.title == "A new colleague");
  CHECK(top.priority == 1);
  CHECK(top.labels == std::vector<std::string>{"hr"});
  CHECK(top.fields == std::vector<std::pair<std::string, std::string>>{{"FLOOR", "4"}});
  CHECK(top.due == Instant{desk.now.ms + 3 * k_day.ms});
  CHECK(top.links == std::vector<Link>{{Relation::parent, 2}, {Relation::parent, 3}});
  const Request laptop = desk.get(2);
  CHECK(laptop.requester == "zoe");
  CHECK(laptop.category == "staff");
  CHECK(laptop.labels.empty());
  const Request mailbox = desk.get(3);
  CHECK(mailbox.category == "mail");
  CHECK(mailbox.requester == "zoe");
  CHECK(mailbox.links == std::vector<Link>{{Relation::parent, 4}});
  CHECK(desk.get(4).title == "Signature");
  CHECK(desk.get(4).category == "mail");
  // One command, one step back.
  desk.undo("alice");
  CHECK(desk.get(1).is_deleted);
  CHECK(desk.get(4).is_deleted);
}

TEST_CASE("a template that contains itself, or is wrong, is refused") {
  Config config;
  config.templates = {newcomer(), mail()};
  config.templates[1].children = {"@newcomer"};
  const TimeContext context{k_start, Zone()};
  const auto endless = error_of([&] { ops::tree_of(config, "newcomer", {}, context); });
  REQUIRE(endless);
  CHECK(endless->kind == ErrorKind::bad_config);
  CHECK(endless->message == "the template 'newcomer' never ends: it contains itself");
  config.templates[1].children = {"@nobody"};
  CHECK(error_of([&] { ops::tree_of(config, "newcomer", {}, context); })->kind == ErrorKind::bad_config);
  config.templates[1] = mail();
  config.templates[0].set.emplace_back("urgency", "soon");
  const auto wrong = error_of([&] { ops::tree_of(config, "newcomer", {}, context); });
  REQUIRE(wrong);
  CHECK(wrong->message.starts_with("the template 'newcomer' is wrong: "));
  CHECK(error_of([&] { ops::tree_of(config, "unknown", {}, context); })->kind == ErrorKind::not_found);
}

TEST_CASE("with a key that is in use, nothing of a template is made again") {
  OpsDesk desk;
  desk.config.templates = {newcomer(), mail()};
  const auto submit = [&] {
    std::vector<ops::Outcome> outcomes;
    desk.work("alice", [&](ops::Work& work) {
      outcomes = ops::submit_tree(work, ops::tree_of(desk.config, "newcomer", keyed("k"), {work.now(), Zone()}));
    });
    return outcomes;
  };
  CHECK(submit().size() == 4);
  const auto again = submit();
  REQUIRE(again.size() == 1);
  CHECK_FALSE(again.front().is_changed);
}

TEST_CASE("what is given reaches all below, and a required field that is missing is of a child by its name") {
  Config config;
  config.templates = {{"top"}, {"middle"}, {"bottom"}};
  config.templates[0].set = {{"title", "Top"}};
  config.templates[0].children = {"Plain", "@middle"};
  config.templates[1].set = {{"title", "Middle"}};
  config.templates[1].children = {"Leaf", "@bottom"};
  config.templates[2].set = {{"title", "Bottom"}, {"category", "own"}};
  config.fields = {{"system", FieldKind::text, {}, true}};
  ops::Setters given;
  given.requester = "zoe";
  given.category = "hr";
  given.fields = {{"system", "erp"}};
  given.labels = {"mine"};
  given.bookings = {{"room", 1}};
  const TimeContext context{k_start, Zone()};
  ops::RequestTree tree = ops::tree_of(config, "top", given, context);
  CHECK(tree.values.bookings == given.bookings);
  REQUIRE(tree.children.size() == 2);
  REQUIRE(tree.children[1].children.size() == 2);
  const ops::RequestTree& leaf = tree.children[1].children[0];
  CHECK(leaf.values.title == "Leaf");
  for (const ops::RequestTree* below :
       std::vector<const ops::RequestTree*>{&tree.children[0], &tree.children[1], &leaf}) {
    CAPTURE(*below->values.title);
    CHECK(below->values.requester == "zoe");
    CHECK(below->values.category == "hr");
    CHECK(below->values.fields == given.fields);
    CHECK(below->values.labels.empty());
    CHECK(below->values.bookings.empty());
  }
  CHECK(tree.children[1].children[1].values.category == "own");
  config.resources = {{"room"}};
  ops::check_tree(config, tree);
  tree.children[1].children[0].values.fields.clear();
  const auto error = error_of([&] { ops::check_tree(config, tree); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::refused);
  CHECK(error->message == "the sub-request 'Leaf': a request needs field.system");
}

TEST_CASE("the templates of a configuration are checked without being used") {
  Config config;
  const auto fault = [&](const std::function<void()>& spoil) {
    config.templates = {newcomer(), mail()};
    spoil();
    const auto error = error_of([&] { ops::check_templates(config, {k_start, Zone()}); });
    CHECK((!error || error->kind == ErrorKind::bad_config));
    return error ? error->message : "";
  };
  CHECK(fault([] {}).empty());
  CHECK(fault([&] { config.templates[0].children = {"@zz"}; }) ==
        "the template 'newcomer' is wrong: there is no template 'zz'");
  CHECK(fault([&] { config.templates[1].set.emplace_back("priority", "P9"); }) ==
        "the template 'mail' is wrong: 'P9' is not a priority");
  CHECK(fault([&] { config.templates[1].children = {"@newcomer"}; }) ==
        "the template 'newcomer' never ends: it contains itself");
  CHECK(fault([&] {
          config.templates[1].set = {{"category", "mail"}};
        }) == "the template 'newcomer' is wrong: a child of it has no title");
  // What only the one at the top lacks may be given beside it.
  CHECK(fault([&] {
          config.templates[0].set = {{"category", "staff"}};
          config.fields = {{"system", FieldKind::text, {}, true}};
        }).empty());
}
