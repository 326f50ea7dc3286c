#include <doctest/doctest.h>

#include "commands/kpi_view.hpp"
#include "kpi_fixture.hpp"
#include "ops/as_of.hpp"

namespace behest::test {
namespace {

using ops::KpiGrouping;
using ops::KpiQuestion;
using ops::KpiReport;
using Names = std::vector<std::string>;

constexpr const char* k_end = "2026-12-31T00:00:00Z";

KpiQuestion by(KpiGrouping grouping, std::string_view as_of = k_end) {
  KpiQuestion question = Desk::question(as_of);
  question.by = grouping;
  return question;
}

Expr query(std::string_view text, const KpiQuestion& question) {
  auto parsed = parse_query(text, question.context);
  REQUIRE(parsed);
  return *std::move(parsed);
}

class Output final : public Streams {
 public:
  std::string read_all(std::size_t) override { return {}; }
  std::optional<std::string> read_line(std::size_t) override { return std::nullopt; }
  std::size_t read_some(char*, std::size_t) override { return 0; }
  bool out_is_tty() const override { return false; }
  bool err_is_tty() const override { return false; }
  bool in_is_tty() const override { return false; }
  std::size_t width() const override { return 80; }
  void page(std::string_view) override {}
  void flush() override {}

  std::string written;

 private:
  void write_out(std::string_view bytes) override { written += bytes; }
  void write_err(std::string_view) override {}
};

std::string shown(const KpiReport& report, Format format) {
  Spool spool;
  Look look;
  look.format = format;
  commands::print_report(commands::head_of(report, "kpi", "Key figures"),
                         commands::body_of(report, {}, commands::is_for_people(look)), look, spool);
  Output output;
  spool.release(output);
  return output.written;
}

ops::Setters in_team(const std::string& team, const std::string& category = "") {
  ops::Setters setters;
  if (!team.empty()) setters.team = team;
  if (!category.empty()) setters.category = category;
  return setters;
}

TEST_CASE("groups are sorted by name, empty values are (none), and there is no total") {
  Desk desk;
  desk.submit("2026-11-02T09:00:00Z", "rita", in_team("web"));
  desk.submit("2026-11-02T09:00:00Z", "rita", in_team("net"));
  desk.submit("2026-11-02T09:00:00Z", "sam", in_team(""));
  const KpiReport report = desk.ask(by(KpiGrouping::team));
  CHECK(groups(report) == Names{"(none)", "net", "web"});
  CHECK(report.rows.size() == 3 * metric_catalogue().size());
  CHECK(counts(report, "net") == "1 0 0 1");
  CHECK(groups(desk.ask(by(KpiGrouping::requester))) == Names{"rita", "sam"});
  CHECK(groups(desk.ask(by(KpiGrouping::priority))) == Names{"P3"});
  CHECK(groups(desk.ask(by(KpiGrouping::channel))) == Names{"cli"});
  CHECK(groups(desk.ask(by(KpiGrouping::assignee))) == Names{"(none)"});
}

TEST_CASE("a group that nothing happened in is left out") {
  Desk desk;
  const auto old = desk.submit("2026-10-02T09:00:00Z", "rita", in_team("web"));
  desk.close("2026-10-03T09:00:00Z", old);
  desk.submit("2026-11-02T09:00:00Z", "rita", in_team("net"));
  KpiQuestion november = by(KpiGrouping::team);
  november.from = instant("2026-11-01T00:00:00Z");
  CHECK(groups(desk.ask(november)) == Names{"net"});
}

TEST_CASE("months are those of the display zone, and quiet ones have rows too") {
  Desk desk;
  desk.submit("2026-08-31T22:00:00Z", "rita");  // midnight of September 1st in Berlin
  desk.submit("2026-08-31T21:59:59.999Z", "rita");
  const auto one = desk.submit("2026-10-31T22:59:59.999Z", "rita");
  desk.close("2026-10-31T23:00:00Z", one);  // November there, an hour from UTC by now
  KpiQuestion question = by(KpiGrouping::month, "2026-11-15T00:00:00Z");
  question.context.time.zone = *Zone::load("Europe/Berlin");
  const KpiReport report = desk.ask(question);
  CHECK(groups(report) == Names{"2026-08", "2026-09", "2026-10", "2026-11"});
  CHECK(counts(report, "2026-08") == "1 0 0 1");
  CHECK(counts(report, "2026-09") == "1 0 0 2");
  CHECK(counts(report, "2026-10") == "1 0 0 3");
  CHECK(counts(report, "2026-11") == "0 1 0 2");
  CHECK(figures(report, "first_resolution", "2026-11") == "1 0 0 0 0");
  question.context.time.zone = Zone();
  CHECK(groups(desk.ask(question)) == Names{"2026-08", "2026-09", "2026-10", "2026-11"});
  CHECK(counts(desk.ask(question), "2026-10") == "1 1 0 2");
}

TEST_CASE("a request that closes in two months counts as closed in each") {
  Desk desk;
  const auto one = desk.submit("2026-10-05T09:00:00Z", "rita");
  desk.close("2026-10-06T09:00:00Z", one);
  desk.reopen("2026-10-07T09:00:00Z", one);
  desk.close("2026-10-08T09:00:00Z", one);
  desk.reopen("2026-11-07T09:00:00Z", one);
  desk.close("2026-11-08T09:00:00Z", one);
  const KpiReport report = desk.ask(by(KpiGrouping::month, "2026-11-30T00:00:00Z"));
  CHECK(counts(report, "2026-10") == "1 1 1 0");
  CHECK(counts(report, "2026-11") == "0 1 1 0");
  CHECK(report.closings == 3);
  CHECK(counts(desk.ask(Desk::question("2026-11-30T00:00:00Z"))) == "1 1 2 0");
}

TEST_CASE("weeks are ISO weeks, also around New Year") {
  Desk desk;
  desk.submit("2026-12-31T09:00:00Z", "rita");
  desk.submit("2027-01-04T00:00:00Z", "rita");
  const KpiReport report = desk.ask(by(KpiGrouping::week, "2027-01-12T00:00:00Z"));
  CHECK(groups(report) == Names{"2026-W53", "2027-W01", "2027-W02"});
  CHECK(counts(report, "2027-W01") == "1 0 0 2");
  KpiQuestion clipped = by(KpiGrouping::week, "2027-01-12T00:00:00Z");
  clipped.from = instant("2026-11-25T00:00:00Z");
  clipped.to = instant("2026-12-07T00:00:00Z");
  CHECK(groups(desk.ask(clipped)) == Names{"2026-W48", "2026-W49"});
}

TEST_CASE("a month that only begins at as-of has no rows unless something happened right then") {
  Desk desk;
  desk.submit("2026-11-02T09:00:00Z", "rita");
  CHECK(groups(desk.ask(by(KpiGrouping::month, "2026-12-01T00:00:00Z"))) == Names{"2026-11"});
  desk.submit("2026-12-01T00:00:00Z", "rita");
  CHECK(groups(desk.ask(by(KpiGrouping::month, "2026-12-01T00:00:00Z"))) == Names{"2026-11", "2026-12"});
}

TEST_CASE("--where and groups are as of as-of, not of today") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita", in_team("net", "vpn"));
  desk.move("2026-11-10T09:00:00Z", one, "web");
  KpiQuestion then = by(KpiGrouping::team, "2026-11-05T00:00:00Z");
  CHECK(groups(desk.ask(then)) == Names{"net"});
  then.where = query("team:net is:open", then);
  CHECK(groups(desk.ask(then)) == Names{"net"});
  then.by = KpiGrouping::none;
  CHECK(counts(desk.ask(then)) == "1 0 0 1");
  KpiQuestion now = Desk::question(k_end);
  now.where = query("team:net", now);
  CHECK(counts(desk.ask(now)) == "0 0 0 0");
}

TEST_CASE("whether a request is blocked is asked of that time as well") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  const auto blocker = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.store->transact([&] {
    ops::Work work(*desk.store, desk.config, {"alice", "alice"}, instant("2026-11-03T09:00:00Z"), "link");
    Request request = work.load(blocker);
    work.change(request, "link", {ops::change_to(request, "link.blocks." + std::to_string(one), true)});
    return true;
  });
  desk.close("2026-11-05T09:00:00Z", blocker);
  const auto blocked = [&](std::string_view as_of) {
    KpiQuestion question = Desk::question(as_of);
    question.where = query("is:blocked", question);
    return counts(desk.ask(question));
  };
  CHECK(blocked("2026-11-02T12:00:00Z") == "0 0 0 0");
  CHECK(blocked("2026-11-04T12:00:00Z") == "1 0 0 1");
  CHECK(blocked("2026-11-06T12:00:00Z") == "0 0 0 0");
}

TEST_CASE("a report of a fixed as-of stays the same, byte by byte, whatever happens later") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita", in_team("net", "vpn"));
  const auto two = desk.submit("2026-11-02T10:00:00Z", "sam", in_team("web"));
  desk.submit("2026-11-02T10:15:00Z", "tom", in_team("net"));
  desk.say("2026-11-02T10:30:00Z", "alice", one);
  desk.assign("2026-11-02T11:00:00Z", one, "alice");
  desk.close("2026-11-03T09:00:00Z", two);
  const auto all = [&] {
    std::string text;
    for (int grouping = 0; grouping <= static_cast<int>(KpiGrouping::month); ++grouping) {
      for (const char* where : {"", "team:net", "is:open", "is:unassigned", "reopened:0", "words", "is:closed"}) {
        KpiQuestion question = by(static_cast<KpiGrouping>(grouping), "2026-11-05T00:00:00Z");
        if (*where != '\0') question.where = query(where, question);
        for (const bool is_cohort : {false, true}) {
          question.is_cohort = is_cohort;
          text += shown(desk.ask(question), Format::json) + shown(desk.ask(question), Format::table);
        }
      }
    }
    return text;
  };
  const std::string before = all();
  desk.undo("2026-11-06T09:00:00Z", "alice");  // the closing
  CHECK(before == all());
  desk.close("2026-11-07T09:00:00Z", one, Resolution::spam);
  desk.edit("2026-11-07T10:00:00Z", two, in_team("sea", "mail"));
  desk.assign("2026-11-07T11:00:00Z", one, "bob");
  desk.say("2026-11-07T12:00:00Z", "alice", two);
  CHECK(before == all());
  desk.submit("2026-11-08T09:00:00Z", "new", in_team("new"));
  desk.undo("2026-11-09T09:00:00Z", "tom");  // the whole request
  CHECK(before == all());
  desk.redo("2026-11-10T09:00:00Z", "tom");
  desk.reopen("2026-11-10T10:00:00Z", one);
  CHECK(before == all());
}

TEST_CASE("a request is seen whole as it was") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita", in_team("net"));
  desk.say("2026-11-02T10:00:00Z", "alice", one);
  std::optional<Request> then;
  desk.store->read([&] {
    then = desk.store->request(one);
    then->comments = desk.store->comments(one);
  });
  desk.say("2026-11-03T10:00:00Z", "alice", one);
  desk.close("2026-11-04T09:00:00Z", one);
  desk.undo("2026-11-05T09:00:00Z", "alice");
  std::optional<Request> seen;
  std::optional<Request> closed;
  std::optional<Request> early;
  desk.store->read([&] {
    seen = ops::request_as_of(*desk.store, one, instant("2026-11-03T09:00:00Z"));
    closed = ops::request_as_of(*desk.store, one, instant("2026-11-04T12:00:00Z"));
    early = ops::request_as_of(*desk.store, one, instant("2026-11-02T08:00:00Z"));
  });
  CHECK_FALSE(early);
  REQUIRE(seen);
  CHECK(seen->team == "net");
  CHECK(seen->state == then->state);
  CHECK(seen->comments == then->comments);
  CHECK(seen->comment_count == 1);
  CHECK(seen->updated == then->updated);
  CHECK(seen->version == then->version);
  CHECK(seen->first_response == then->first_response);
  CHECK_FALSE(seen->closed);
  REQUIRE(closed);
  CHECK(closed->closed == instant("2026-11-04T09:00:00Z"));
  CHECK(closed->resolution == Resolution::done);
  CHECK(closed->comment_count == 2);
}

TEST_CASE("queries and reports agree on what stood undone, also where a clock ran back") {
  Desk desk;
  const auto one = desk.submit("2026-01-10T09:00:00Z", "rita");
  desk.close("2026-02-10T09:00:00Z", one);
  desk.say("2026-10-10T09:00:00Z", "bob", one);
  desk.undo("2026-05-10T09:00:00Z", "alice");  // its event comes after that of October
  for (const bool is_closed : {true, false}) {
    const char* const as_of = is_closed ? "2026-07-01T00:00:00Z" : "2026-11-01T00:00:00Z";
    std::optional<Request> seen;
    std::int64_t closed = 0;
    desk.store->read([&] {
      seen = ops::request_as_of(*desk.store, one, instant(as_of));
      Life life;
      desk.store->each_life_of({one}, instant(as_of), [&](const LifeRow& row) {
        if (!row.is_undone) advance(life, row.life);
      });
      closed = life.last_closed ? 1 : 0;
    });
    REQUIRE(seen);
    CHECK(seen->closed.has_value() == is_closed);
    CHECK((seen->state == State::closed) == is_closed);
    CHECK(closed == (is_closed ? 1 : 0));
  }
}

TEST_CASE("the report in each format") {
  Desk desk;
  const auto one = desk.submit("2026-11-02T09:00:00Z", "rita");
  desk.close("2026-11-02T11:00:30Z", one);
  KpiQuestion question = Desk::question("2026-11-05T00:00:00Z");
  const KpiReport report = desk.ask(question);
  const std::string json = shown(report, Format::json);
  CHECK(json.starts_with(
      "{\"report\":\"kpi\",\"from\":\"2026-11-02T09:00:00Z\",\"to\":\"2026-11-05T00:00:00Z\",\"as_of\":"
      "\"2026-11-05T00:00:00Z\",\"by\":null,\"not_final\":[\"fcr\",\"reopen_rate\"],\"rows\":["));
  CHECK(json.find("{\"group\":null,\"metric\":\"created\",\"unit\":\"count\",\"n\":1,\"value\":1,\"p50\":null,"
                  "\"p90\":null,\"mean\":null,\"max\":null}") != std::string::npos);
  CHECK(json.find("{\"group\":null,\"metric\":\"first_resolution\",\"unit\":\"s\",\"n\":1,\"value\":null,"
                  "\"p50\":7230,\"p90\":7230,\"mean\":7230,\"max\":7230}") != std::string::npos);
  CHECK(json.find("\"metric\":\"first_response\",\"unit\":\"s\",\"n\":0,\"value\":null,\"p50\":null") !=
        std::string::npos);
  CHECK(text::parse_json(json));
  const std::string csv = shown(report, Format::csv);
  CHECK(csv.starts_with("group,metric,unit,n,value,p50,p90,mean,max\r\n,created,count,1,1,,,,\r\n"));
  CHECK(csv.find(",first_response,s,0,,,,,\r\n") != std::string::npos);
  const std::string table = shown(report, Format::table);
  CHECK(table.starts_with("Metric"));
  CHECK(table.find("2h 0m") == std::string::npos);
  CHECK(table.find("2h") != std::string::npos);
  CHECK(table.find("n/a") != std::string::npos);
  CHECK(table.find(
            "Events from 2026-11-02T09:00:00Z up to as-of, 2026-11-05T00:00:00Z; the backlog is that at the end.") !=
        std::string::npos);
  CHECK(table.find("Left out: 0 requests closed as spam, duplicate or withdrawn.") != std::string::npos);
  question.to = instant("2026-11-04T00:00:00Z");
  CHECK(shown(desk.ask(question), Format::table).find("until before 2026-11-04T00:00:00Z, as of 2026-11-05") !=
        std::string::npos);
  question.to.reset();
  CHECK(shown(report, Format::markdown).starts_with("| Metric"));
  CHECK(shown(report, Format::jsonl).starts_with("{\"group\":null,\"metric\":\"created\""));
  question.is_cohort = true;
  CHECK(shown(desk.ask(question), Format::csv).starts_with("group,metric,unit,n,n_open,value,"));
  CHECK(shown(desk.ask(question), Format::json).find("\"n\":0,\"n_open\":1,\"value\":null") != std::string::npos);
}

}  // namespace
}  // namespace behest::test
