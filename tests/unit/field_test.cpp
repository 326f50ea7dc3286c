#include "behest/core/field.hpp"

#include <doctest/doctest.h>

#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

FieldTypes types() {
  return {{"cost", FieldKind::number}, {"size", FieldKind::integer},
          {"until", FieldKind::date},  {"level", FieldKind::choice, {"low", "mittel", "高"}},
          {"ok", FieldKind::boolean},  {"note", FieldKind::text}};
}

const TimeContext k_context{k_start, Zone()};

std::string normal(std::string_view name, std::string_view value) {
  const FieldTypes all = types();
  const auto found = normal_value(*field_type(all, name), value, k_context);
  return found ? *found : "! " + found.error().message;
}

ops::Setters with(std::vector<std::pair<std::string, std::string>> fields) {
  ops::Setters values;
  values.fields = std::move(fields);
  return values;
}

// What the query finds in the store, which must be what it finds in memory.
std::vector<std::int64_t> found(OpsDesk& desk, const std::string& query, std::int64_t last) {
  const QueryContext context{{desk.now, Zone()}, "alice", k_day, {}, &desk.config.fields};
  const auto where = parse_query(query, context);
  REQUIRE_MESSAGE(where, query);
  std::vector<std::int64_t> in_store;
  desk.store->read([&] { in_store = desk.store->find({*where, {{QueryField::id, "", false}}, {}}); });
  std::vector<std::int64_t> in_memory;
  for (std::int64_t number = 1; number <= last; ++number) {
    if (matches(*where, desk.get(number), context, false)) in_memory.push_back(number);
  }
  CAPTURE(query);
  CHECK(in_store == in_memory);
  return in_store;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("values of a declared field are stored in one form, or refused with what it takes") {
  CHECK(normal("size", "007") == "7");
  CHECK(normal("size", " +12 ") == "12");
  CHECK(normal("size", "-0") == "0");
  CHECK(normal("size", "2.0") == "! takes a whole number of at most 15 digits, not '2.0'");
  CHECK(normal("size", "1234567890123456").starts_with("! takes a whole number"));
  CHECK(normal("cost", "02.50") == "2.5");
  CHECK(normal("cost", "-.5").starts_with("! "));
  CHECK(normal("cost", "1e5").starts_with("! "));
  CHECK(normal("cost", "-3.000") == "-3");
  CHECK(normal("until", "tomorrow") == "2026-11-24");
  CHECK(normal("until", "2026-12-24T23:30:00-09:00") == "2026-12-24");
  CHECK(normal("until", "2026-02-30").starts_with("! takes a date"));
  CHECK(normal("level", "MITTEL") == "mittel");
  CHECK(normal("level", "hoch") == "! takes one of low, mittel, 高, not 'hoch'");
  CHECK(normal("ok", "Yes") == "true");
  CHECK(normal("ok", "0") == "false");
  CHECK(normal("ok", "maybe") == "! takes true or false, not 'maybe'");
  CHECK(normal("note", " as it is ") == " as it is ");
  for (const FieldType& type : types()) CHECK(field_kind_named(name_of(type.kind)) == type.kind);
}

TEST_CASE("fields are typed wherever they are set, and a needed one cannot be emptied") {
  OpsDesk desk;
  desk.config.fields = types();
  desk.config.fields[4].is_required = true;
  const auto number = desk.submit("alice", with({{"COST", "007.10"}, {"ok", "on"}, {"other", " x"}}));
  const auto stored = desk.get(number).fields;
  CHECK(stored == std::vector<std::pair<std::string, std::string>>{{"cost", "7.1"}, {"ok", "true"}, {"other", " x"}});
  const auto wrong = error_of([&] { desk.edit("alice", number, with({{"size", "big"}})); });
  REQUIRE(wrong);
  CHECK(wrong->message == "the field 'size' takes a whole number of at most 15 digits, not 'big'");
  check_refused([&] { desk.edit("alice", number, with({{"ok", ""}})); });
  check_refused([&] { desk.edit("alice", number, clearing({"field.ok"})); });
  CHECK(desk.edit("alice", number, clearing({"field.cost"})).fields.size() == 2);
  ops::Setters bare;
  bare.title = "x";
  const auto missing = error_of([&] { ops::check_required(desk.config, bare); });
  REQUIRE(missing);
  CHECK(missing->message == "a request needs field.ok");
  CHECK_NOTHROW(ops::check_required(desk.config, with({{"ok", "true"}})));
}

TEST_CASE("queries compare fields by their type, in the store as in memory; old values of no such type never match") {
  OpsDesk desk;
  desk.submit("a", with({{"cost", "about 5"}, {"until", "soon"}, {"size", "1-2"}}));  // 1: before the types
  desk.config.fields = types();
  desk.submit("a", with({{"cost", "10"}, {"size", "-3"}, {"until", "2026-11-24"}, {"level", "low"}, {"ok", "1"}}));
  desk.submit("a", with({{"cost", "9.5"}, {"size", "20"}, {"until", "2026-12-24"}, {"level", "高"}, {"ok", "0"}}));
  desk.submit("a", with({{"cost", "-2"}, {"level", "mittel"}}));
  const auto of = [&](const std::string& query) { return found(desk, query, 4); };
  CHECK(of("field.cost.over:9") == Ids{2, 3});
  CHECK(of("field.cost<9.50") == Ids{4});
  CHECK(of("field.COST:10.0,-2") == Ids{2, 4});
  CHECK(of("field.cost!=10") == Ids{1, 3, 4});
  CHECK(of("field.size<=0") == Ids{2});
  CHECK(of("field.until.before:2026-12-01") == Ids{2});
  CHECK(of("field.until:tomorrow") == Ids{2});
  CHECK(of("field.until>=2026-W52") == Ids{3});
  CHECK(of("field.until<=2026-12") == Ids{2, 3});
  CHECK(of("field.until:none") == Ids{4});
  CHECK(of("field.level>low") == Ids{3, 4});
  CHECK(of("field.level<low").empty());
  CHECK(of("field.level:LOW") == Ids{2});
  CHECK(of("field.level~itt") == Ids{4});
  CHECK(of("field.ok:no") == Ids{3});
  CHECK(of("field.ok!=yes") == Ids{1, 3, 4});
}

TEST_CASE("lists are sorted by a field's type, those without a value last") {
  OpsDesk desk;
  desk.config.fields = types();
  desk.submit("a", with({{"cost", "10"}, {"level", "高"}}));
  desk.submit("a", with({{"cost", "9"}, {"level", "low"}}));
  desk.submit("a", with({{"cost", "-1"}, {"level", "mittel"}}));
  desk.submit("a");
  const auto sorted = [&](const std::string& name, bool is_descending) {
    const FieldType& type = *field_type(desk.config.fields, name);
    SortKey key{QueryField::custom, name, is_descending};
    key.custom_kind = type.kind;
    key.choices = type.choices;
    Ids numbers;
    desk.store->read([&] { numbers = desk.store->find({{}, {key}, {}}); });
    return numbers;
  };
  CHECK(sorted("cost", false) == Ids{3, 2, 1, 4});
  CHECK(sorted("cost", true) == Ids{1, 2, 3, 4});
  CHECK(sorted("level", false) == Ids{2, 3, 1, 4});
}

TEST_CASE("a comparison that makes no sense for the type is an error at its place") {
  const FieldTypes all = types();
  const QueryContext context{k_context, "alice", k_day, {}, &all};
  const auto error = [&](std::string_view query) {
    const auto parsed = parse_query(query, context);
    return parsed ? std::string() : std::to_string(parsed.error().column) + " " + parsed.error().message;
  };
  CHECK(error("field.ok>1") == "9 'field.ok' has no order");
  CHECK(error("field.cost~2") == "11 'field.cost' is not text that a part can match");
  CHECK(error("field.cost>") == "11 an order needs a value to compare with");
  CHECK(error("field.cost>1,2") == "14 an order compares with one value");
  CHECK(error("is:open field.size:x").starts_with("20 field.size takes a whole number"));
  CHECK(error("field.until:2026-13").starts_with("13 field.until: "));
  CHECK(error("field.level:hihg").starts_with("13 field.level takes one of low"));
  CHECK(error("field.other~anything").empty());
}
