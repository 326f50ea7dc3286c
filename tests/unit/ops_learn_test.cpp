#include <algorithm>

#include <doctest/doctest.h>

#include "ops/check.hpp"
#include "ops/export.hpp"
#include "ops/import_ops.hpp"
#include "ops/learn.hpp"
#include "ops/mail_in.hpp"
#include "ops/merge.hpp"
#include "ops/relearn.hpp"
#include "ops/suggest.hpp"
#include "text/sha256.hpp"
#include "unit/ops_desk.hpp"

using namespace behest;
using namespace behest::ops_test;
using text::JsonValue;

namespace {

void submit(OpsDesk& desk, const std::string& title, const std::string& category) {
  ops::Setters values = categorized(category);
  values.title = title;
  desk.submit("zoe", values);
}

void submit_both(OpsDesk& desk, int count) {
  for (int i = 0; i < count; ++i) {
    submit(desk, "the printer jams", "hardware");
    submit(desk, "the mailbox is full", "mail");
  }
}

ops::Textbook book_of(OpsDesk& desk, std::size_t most = 10'000) {
  ops::Textbook book;
  desk.store->read([&] { book = ops::read_textbook(*desk.store, most); });
  return book;
}

ops::Lesson learn(OpsDesk& desk) {
  ops::Lesson lesson = ops::learn_field(book_of(desk), "category", desk.config.learn);
  desk.store->transact([&] {
    ops::keep_model(*desk.store, "category", lesson.learned ? &*lesson.learned : nullptr, lesson.may_fill);
    return true;
  });
  return lesson;
}

std::vector<std::string> hashes(OpsDesk& desk) {
  std::vector<std::string> all;
  desk.store->read([&] { all = desk.store->content_hashes(); });
  return all;
}

std::optional<ops::Suggestion> suggested(OpsDesk& desk, std::string_view text) {
  std::vector<ops::Suggestion> all;
  desk.store->read([&] { all = ops::suggest_all(*desk.store, {"category"}, terms_to_learn(text)); });
  return all.empty() ? std::nullopt : std::optional(all.front());
}

ops::SuggestedSubmission submit_asking(OpsDesk& desk, const ops::Setters& values, bool is_shown = true) {
  ops::SuggestedSubmission made;
  desk.work(
      "zoe", [&](ops::Work& work) { made = ops::submit_suggested(work, values, is_shown); }, "submit");
  return made;
}

JsonValue fact_of(OpsDesk& desk, std::int64_t number) {
  const Request request = desk.get(number);
  return request.facts.empty() ? JsonValue() : request.facts.front().value;
}

std::vector<std::string> findings(OpsDesk& desk, std::int64_t (*check)(Store&, const ops::Tell&)) {
  std::vector<std::string> all;
  desk.store->transact([&] {
    check(*desk.store, [&](const ops::Finding& finding) { all.push_back(finding.field + finding.sentence); });
    return true;
  });
  return all;
}

}  // namespace

TEST_CASE("what is learned is kept, found again and replaced without a trace of the old one") {
  OpsDesk desk;
  submit_both(desk, 12);
  CHECK_FALSE(suggested(desk, "printer"));
  const ops::Lesson lesson = learn(desk);
  REQUIRE(lesson.figures);
  CHECK(lesson.requests == 24);
  CHECK(lesson.labels == 2);
  CHECK(lesson.figures->accuracy == 1);
  CHECK(lesson.may_fill);
  const auto printer = suggested(desk, "a Printer JAMS");
  REQUIRE(printer);
  CHECK(printer->best.at(0).label == "hardware");
  CHECK(printer->best[0].confidence > 0.5);
  CHECK(printer->best.size() == 2);
  CHECK(printer->terms == std::vector<std::string>{"printer", "jams"});
  const auto first = hashes(desk);
  CHECK(first.size() == 1);
  learn(desk);
  CHECK_MESSAGE(hashes(desk) == first, "the same requests make the same content");
  submit(desk, "the toner of the printer is empty", "hardware");
  learn(desk);
  CHECK(hashes(desk).size() == 1);
  CHECK(hashes(desk) != first);
}

TEST_CASE("a content is what its hash says, and an attachment of the same bytes is not taken away") {
  OpsDesk desk;
  submit_both(desk, 12);
  learn(desk);
  text::Sha256 sum;
  desk.store->read(
      [&] { desk.store->each_chunk(hashes(desk).front(), [&](std::string_view bytes) { sum.add(bytes); }); });
  CHECK(sum.finish() == hashes(desk).front());
  const Attachment attached{1, "model", "x/y", 1, hashes(desk).front(), desk.now, "zoe"};
  desk.on("zoe", 1, [&](ops::Work& work, Request& request) {
    Request after = request;
    after.attachments.push_back(attached);
    work.change(request, "attach", {{"attachment.1", {}, field_value(after, "attachment.1")}});
  });
  desk.store->transact([&] {
    ops::keep_model(*desk.store, "category", nullptr, false);
    return true;
  });
  CHECK_FALSE(suggested(desk, "printer"));
  CHECK(hashes(desk).size() == 1);
}

TEST_CASE("what cannot be learned is said in a sentence, and an old model goes") {
  OpsDesk desk;
  CHECK(learn(desk).note == "no request has one");
  submit(desk, "the printer jams", "hardware");
  CHECK(learn(desk).note == "every request has the same one, 'hardware'");
  submit(desk, "the mailbox is full", "mail");
  CHECK(learn(desk).note == "2 requests are too few; learn.minimum is 20");
  submit_both(desk, 10);
  CHECK(learn(desk).note.empty());
  CHECK(suggested(desk, "printer"));
  desk.config.learn.minimum = 1'000;
  CHECK_FALSE(learn(desk).learned);
  CHECK_FALSE(suggested(desk, "printer"));
  CHECK(hashes(desk).empty());
  CHECK(ops::learn_field(book_of(desk), "team", desk.config.learn).note == "no request has one");
}

TEST_CASE("spam, deleted and older requests are left out, and the texts are oldest first") {
  OpsDesk desk;
  submit(desk, "one", "a");
  submit(desk, "two", "b");
  submit(desk, "three", "c");
  submit(desk, "four", "d");
  desk.close("bob", 2, Resolution::spam);
  CHECK(book_of(desk).values["category"] == std::vector<std::string>{"a", "c", "d"});
  CHECK(book_of(desk, 2).values["category"] == std::vector<std::string>{"c", "d"});
  desk.undo("zoe");
  CHECK(book_of(desk).values["category"] == std::vector<std::string>{"a", "c"});
}

TEST_CASE("a trial holds out what it is told to") {
  OpsDesk desk;
  submit_both(desk, 20);
  for (int i = 0; i < 10; ++i) submit(desk, "the mailbox is full", "lately");
  const ops::Textbook book = book_of(desk);
  const auto by_time = ops::try_field(book, "category", desk.config.learn, {ops::Trial::Way::time, 0.2});
  REQUIRE(by_time.figures);
  CHECK(by_time.figures->requests == 10);
  CHECK(by_time.figures->accuracy == 0);
  CHECK(by_time.labels == 2);
  CHECK_FALSE(by_time.may_fill);
  const auto by_chance = ops::try_field(book, "category", desk.config.learn, {ops::Trial::Way::chance, 0.2});
  REQUIRE(by_chance.figures);
  CHECK(by_chance.labels == 3);
  const auto parts = ops::try_field(book, "category", desk.config.learn, {});
  REQUIRE(parts.figures);
  CHECK(parts.figures->requests == 50);
  CHECK_FALSE(parts.learned);
}

TEST_CASE("what was suggested and what was chosen is kept with the request") {
  OpsDesk desk;
  submit_both(desk, 12);
  learn(desk);
  const auto made = submit_asking(desk, titled("printer jams"));
  REQUIRE(made.category);
  const std::int64_t number = made.outcome.number;
  CHECK(desk.get(number).category.empty());
  REQUIRE(fact_of(desk, number).object());
  CHECK(fact_of(desk, number).find("chosen")->is_null());
  CHECK(*fact_of(desk, number).find("filled") == JsonValue(false));
  desk.edit("bob", number, categorized("mail"));
  CHECK(*fact_of(desk, number).find("chosen") == JsonValue("mail"));
  desk.undo("bob");
  CHECK(fact_of(desk, number).find("chosen")->is_null());
  desk.redo("bob");
  CHECK(*fact_of(desk, number).find("chosen") == JsonValue("mail"));
  CHECK(findings(desk, ops::check_all).empty());
  ops::Setters given = categorized("mail");
  given.title = "printer jams";
  CHECK_MESSAGE(!submit_asking(desk, given).category, "given: nothing to suggest");
  CHECK(fact_of(desk, submit_asking(desk, titled("printer jams"), false).outcome.number).is_null());
}

TEST_CASE("a field is filled in only where it is allowed, sure and better than the majority") {
  OpsDesk desk;
  submit_both(desk, 12);
  CHECK(learn(desk).may_fill);
  ops::Setters values = titled("the printer jams");
  CHECK(desk.get(submit_asking(desk, values, false).outcome.number).category.empty());
  desk.config.learn.fill = {"category"};
  const auto made = submit_asking(desk, values, false);
  REQUIRE(made.filled.size() == 1);
  CHECK(desk.get(made.outcome.number).category == "hardware");
  CHECK(*fact_of(desk, made.outcome.number).find("filled") == JsonValue(true));
  CHECK(*fact_of(desk, made.outcome.number).find("chosen") == JsonValue("hardware"));
  CHECK(desk.get(submit_asking(desk, titled("what now"), false).outcome.number).category.empty());
  desk.store->transact([&] {
    const ops::Lesson lesson = ops::learn_field(book_of(desk), "category", desk.config.learn);
    ops::keep_model(*desk.store, "category", &*lesson.learned, false);
    return true;
  });
  CHECK(desk.get(submit_asking(desk, values, false).outcome.number).category.empty());
}

TEST_CASE("the checks let a model be, take away a damaged one, and no export has it") {
  OpsDesk desk;
  submit_both(desk, 12);
  learn(desk);
  CHECK(findings(desk, ops::check_all).empty());
  std::string exported;
  desk.store->read([&] {
    ops::export_all(
        *desk.store, {}, [](const Request&) { return JsonValue(); },
        [&](const JsonValue& line) { exported += text::dump(line); });
  });
  CHECK(exported.find("\"content\"") == std::string::npos);
  CHECK(exported.find("\"model\"") == std::string::npos);
  desk.store->transact([&] {
    desk.store->drop_content(hashes(desk).front());
    return true;
  });
  CHECK_MESSAGE(submit_asking(desk, titled("the printer jams")).outcome.is_changed, "in spite of it");
  CHECK(findings(desk, ops::check_all) == std::vector<std::string>{"model.category"});
  CHECK(findings(desk, ops::repair_all) == std::vector<std::string>{"model.category"});
  CHECK_FALSE(suggested(desk, "printer"));
  CHECK(findings(desk, ops::check_all).empty());
}

namespace {

std::optional<ops::Relearning> due(OpsDesk& desk) {
  std::optional<ops::Relearning> found;
  desk.store->read([&] { found = ops::relearning_due(*desk.store, desk.config.learn); });
  return found;
}

// What a tick does: whether it was the first.
bool relearn(OpsDesk& desk, const ops::Relearning& due) {
  std::vector<ops::Lesson> lessons;
  for (const std::string_view field : ops::k_learned_fields) {
    lessons.push_back(ops::learn_field(book_of(desk), field, desk.config.learn));
  }
  bool is_first = false;
  desk.store->transact([&] {
    is_first = ops::is_still_due(*desk.store, due);
    if (is_first) ops::keep_lessons(*desk.store, lessons, due.closed);
    return is_first;
  });
  return is_first;
}

std::string category_of(OpsDesk& desk, std::int64_t number) { return desk.get(number).category; }

std::int64_t imported(OpsDesk& desk, bool is_ruled) {
  std::int64_t number = 0;
  desk.work("zoe", [&](ops::Work& work) {
    std::string line = "{\"op\":\"submit\",\"title\":\"the printer jams\"}\n";
    const text::ByteSource source = [&line](char* buffer, std::size_t size) {
      const std::size_t got = line.copy(buffer, size);
      line.erase(0, got);
      return got;
    };
    const ops::ImportContext context{desk.now, "zoe", Zone(), "lines", false, is_ruled};
    ops::import_ops(work, source, context, [&](const ops::LineResult& result) { number = result.number; });
  });
  return number;
}

std::int64_t mailed(OpsDesk& desk, bool is_of_the_past) {
  IncomingMail mail;
  mail.message_id = is_of_the_past ? "past@x" : "now@x";
  mail.from = {"", "zoe@example.org"};
  mail.subject = "the printer jams";
  std::int64_t number = 0;
  desk.work("desk", [&](ops::Work& work) {
    number = (is_of_the_past ? ops::import_mail(work, mail, desk.now) : ops::take_in(work, mail)).number;
  });
  return number;
}

}  // namespace

TEST_CASE("learning anew is due after learn.every closed requests, once however many look at a time") {
  OpsDesk desk;
  submit_both(desk, 12);
  for (std::int64_t number = 1; number <= 5; ++number) desk.close("bob", number);
  CHECK_FALSE(due(desk));
  desk.config.learn.every = 5;
  const auto first = due(desk);
  REQUIRE(first);
  CHECK(first->since == 5);
  const auto second = due(desk);
  REQUIRE(second);
  CHECK(relearn(desk, *first));
  CHECK_FALSE(relearn(desk, *second));
  CHECK_FALSE(due(desk));
  REQUIRE(suggested(desk, "printer"));
  CHECK(findings(desk, ops::check_all).empty());
  for (std::int64_t number = 6; number <= 9; ++number) desk.close("bob", number);
  CHECK_FALSE(due(desk));
  desk.close("bob", 10);
  REQUIRE(due(desk));
  desk.undo("bob");
  CHECK_FALSE(due(desk));
  desk.config.learn.minimum = 1'000;
  desk.close("bob", 10);
  const auto poor = due(desk);
  REQUIRE(poor);
  CHECK(relearn(desk, *poor));
  CHECK_FALSE(suggested(desk, "printer"));
  CHECK_MESSAGE(!due(desk), "what cannot be learned is not tried at every tick");
}

TEST_CASE("whatever makes a request now is filled in, and nothing that is of the past") {
  OpsDesk desk;
  submit_both(desk, 12);
  learn(desk);
  CHECK(category_of(desk, imported(desk, true)).empty());
  desk.config.learn.fill = {"category"};
  CHECK(category_of(desk, imported(desk, true)) == "hardware");
  CHECK(category_of(desk, imported(desk, false)).empty());
  const std::int64_t mail = mailed(desk, false);
  CHECK(category_of(desk, mail) == "hardware");
  CHECK(category_of(desk, mailed(desk, true)).empty());
  const Request request = desk.get(mail);
  const auto fact = std::ranges::find(request.facts, std::string("suggest"), &Fact::kind);
  REQUIRE(fact != request.facts.end());
  CHECK(*fact->value.find("filled") == JsonValue(true));
  CHECK(*fact->value.find("terms") == JsonValue(JsonValue::Array{"printer", "jams", "the"}));
  const std::int64_t plain = imported(desk, false);
  std::int64_t part = 0;
  desk.work("zoe", [&](ops::Work& work) {
    Request origin = work.load(plain);
    part = ops::split(work, origin, titled("the mailbox is full"), {}).number;
  });
  CHECK(category_of(desk, part) == "mail");
}
