#include <doctest/doctest.h>

#include "contract/request_text.hpp"
#include "ops/check.hpp"
#include "ops/export.hpp"
#include "text/sha256.hpp"
#include "unit/random_desk.hpp"

using namespace behest;
using namespace behest::ops_test;

namespace {

std::string exported(Store& store, std::optional<Instant> since = std::nullopt) {
  std::string lines;
  const auto request_line = [](const Request& request) {
    return text::JsonValue(text::JsonValue::Object{
        {"kind", "request"}, {"id", request.number}, {"columns", contract_test::all_columns(request)}});
  };
  store.read([&] {
    ops::export_all(store, since, request_line, [&](const text::JsonValue& line) { lines += text::dump(line) + "\n"; });
  });
  return lines;
}

text::ByteSource bytes_of(std::string_view text) {
  return [text](char* buffer, std::size_t size) mutable {
    const std::size_t taken = std::min(size, text.size());
    text.copy(buffer, taken);
    text.remove_prefix(taken);
    return taken;
  };
}

ops::ExportCount imported(Store& store, std::string_view lines) {
  ops::ExportCount count;
  store.transact([&] {
    count = ops::import_all(store, bytes_of(lines), "desk.jsonl");
    return true;
  });
  return count;
}

void attach(OpsDesk& desk, std::int64_t number, int attachment, const std::string& bytes) {
  text::Sha256 sum;
  sum.add(bytes);
  const std::string hash = sum.finish();
  desk.on("alice", number, [&](ops::Work& work, Request& request) {
    if (!work.store().has_content(hash)) {
      for (std::size_t at = 0; at < bytes.size(); at += 1000) {
        work.store().put_chunk(hash, static_cast<std::int64_t>(at / 1000), std::string_view(bytes).substr(at, 1000));
      }
    }
    const text::JsonValue value = text::JsonValue::Object{
        {"name", "a.bin"}, {"mime", "text/plain"}, {"size", static_cast<std::int64_t>(bytes.size())},
        {"hash", hash},    {"at", work.now().ms},  {"author", work.actor()}};
    work.change(request, "attach", {{"attachment." + std::to_string(attachment), {}, value}});
  });
}

void link(OpsDesk& desk, std::int64_t from, std::int64_t to) {
  desk.on("alice", from, [&](ops::Work& work, Request& request) {
    work.change(request, "link", {{"link.blocks." + std::to_string(to), {}, true}, {"vote.zoe", {}, true}});
  });
}

RandomDesk full_desk(std::uint64_t seed) {
  RandomDesk random(seed, 30);
  while (random.numbers < 30) random.step();
  OpsDesk& desk = random.desk;
  desk.submit("alice", titled("late"));
  random.numbers = desk.submit("alice", titled("later"));
  std::string bytes(70'000, 'x');
  bytes[500] = '\0';
  bytes[501] = '\xff';
  attach(desk, 31, 1, bytes);
  attach(desk, 32, 1, bytes);
  attach(desk, 32, 2, "small");
  desk.undo("alice");
  link(desk, 31, 32);
  for (const char* value : {"one", "two"}) {
    desk.work("alice", [&](ops::Work& work) { work.change_record("away", "李雷", value); });
  }
  desk.undo("alice");
  desk.work("alice", [&](ops::Work& work) { work.change_record("away", "zoe", 5); });
  for (int i = 0; i < 300; ++i) random.step();
  return random;
}

void check_refused_import(const std::string& lines, std::string_view part) {
  CAPTURE(part);
  const auto store = Store::open_write({.path = ":memory:"});
  const auto error = error_of([&] { imported(*store, lines); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::bad_data);
  CHECK_MESSAGE(error->message.find(part) != std::string::npos, error->message);
  store->read([&] { CHECK(store->next_number() == 1); });
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

// Without the line that begins so.
std::string without(std::string text, std::string_view beginning) {
  const std::size_t at = text.find(beginning);
  REQUIRE(at != std::string::npos);
  return text.erase(at, text.find('\n', at) + 1 - at);
}

}  // namespace

TEST_CASE("export | import | export is byte for byte the same, with what was undone, links and attachments") {
  for (const std::uint64_t seed : {21U, 22U, 23U}) {
    CAPTURE(seed);
    RandomDesk random = full_desk(seed);
    const std::string lines = exported(*random.desk.store);
    CHECK(lines.find("\"undone\":true") != std::string::npos);
    OpsDesk other;
    const ops::ExportCount count = imported(*other.store, lines);
    CHECK(count.requests == random.numbers);
    CHECK(count.contents == 2);
    CHECK(exported(*other.store) == lines);
    for (std::int64_t number = 1; number <= random.numbers; ++number) {
      CHECK(contract_test::all_columns(other.get(number)) == contract_test::all_columns(random.desk.get(number)));
      CHECK(other.get(number).attachments == random.desk.get(number).attachments);
    }
    other.store->read([&] {
      const auto tell = [](const ops::Finding& finding) { FAIL_CHECK(finding.field << finding.sentence); };
      CHECK(ops::check_all(*other.store, tell) == 0);
      CHECK(other.store->next_attachment(32) == 3);
    });
  }
}

TEST_CASE("export: life goes on after an import as it would have before") {
  RandomDesk random = full_desk(31);
  OpsDesk other;
  imported(*other.store, exported(*random.desk.store));
  other.now = random.desk.now;
  for (OpsDesk* desk : {&random.desk, &other}) {
    CHECK(desk->submit("zoe") == random.numbers + 1);
    desk->undo("zoe");
    desk->redo("zoe");
    desk->say("zoe", random.numbers + 1, true);
  }
  CHECK(exported(*other.store) == exported(*random.desk.store));
}

TEST_CASE("export: into a database that is not empty nothing is imported") {
  RandomDesk random = full_desk(41);
  const std::string lines = exported(*random.desk.store);
  check_refused([&] { imported(*random.desk.store, lines); });
  CHECK(exported(*random.desk.store) == lines);
}

TEST_CASE("export: a file that does not hold together is refused with its line") {
  RandomDesk random = full_desk(51);
  const std::string lines = exported(*random.desk.store);
  check_refused_import("", "the file is empty");
  check_refused_import("{\"a\":1}\n", "desk.jsonl:1: the file is no export of behest");
  check_refused_import(replaced(lines, "\"format\":1", "\"format\":2"), "newer behest");
  check_refused_import(replaced(lines, "{\"kind\":\"command\",\"id\":2,", "{\"kind\":\"command\",\"id\":1,"),
                       "desk.jsonl:3: the commands are not in the order");
  check_refused_import(replaced(lines, "{\"kind\":\"request\",\"id\":2,", "{\"kind\":\"request\",\"id\":3,"),
                       "the event does not follow its request");
  check_refused_import(replaced(lines, "\"marks\":", "\"marks\":null,\"x\":"), "'marks' is not a whole number");
  check_refused_import(replaced(lines, "\"base64\":\"e", "\"base64\":\"f"), "not those of their hash");
  check_refused_import(lines.substr(0, lines.find("{\"kind\":\"end\"")), "the file is cut off");
  check_refused_import(without(lines, "{\"kind\":\"command\",\"id\":1,"), "there is no command 1");
  check_refused_import(lines + lines.substr(0, lines.find('\n')), "there is more after");
  const std::size_t contents = lines.find("{\"kind\":\"content\"");
  const std::size_t end = lines.find("{\"kind\":\"end\"");
  const std::string bare = lines.substr(0, contents) + lines.substr(end);
  check_refused_import(bare, "lines are missing");
  check_refused_import(replaced(bare, "\"contents\":2}", "\"contents\":0}"), "of an attachment are not in the file");
  check_refused_import(lines.substr(0, lines.size() - 10), "not valid JSON");
}

TEST_CASE("export --since: the commands after an instant with what they touched") {
  OpsDesk desk;
  desk.submit("alice", titled("first"));
  desk.submit("alice", titled("second"));
  const Instant then = desk.now;
  CHECK(exported(*desk.store, then) ==
        "{\"behest\":\"export\",\"format\":1,\"since\":\"" + format_rfc3339(then) +
            "\"}\n{\"kind\":\"end\",\"commands\":0,\"requests\":0,\"events\":0,\"records\":0,\"contents\":0}\n");
  desk.title("alice", 2, "third");
  attach(desk, 2, 1, "bytes");
  const std::string lines = exported(*desk.store, then);
  CHECK(lines.find("\"id\":1,") == std::string::npos);
  CHECK(lines.find("third") != std::string::npos);
  CHECK(lines.find("\"verb\":\"submit\"") == std::string::npos);
  CHECK(lines.find("\"base64\":\"Ynl0ZXM=\"") != std::string::npos);
  check_refused_import(lines, "only what came after an instant");
}
