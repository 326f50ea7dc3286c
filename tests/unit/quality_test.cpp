#include "ops/quality.hpp"

#include "ops/reviews.hpp"
#include "unit/ops_desk.hpp"

namespace behest::ops_test {
namespace {

class QualityDesk : public OpsDesk {
 public:
  QualityDesk() { config.scorecards = {{"std", {{"tone", 5}, {"solution", 10}}}}; }
  std::int64_t closed_by(const std::string& agent, Resolution as = Resolution::done) {
    const auto number = submit("zoe", categorized("mail"));
    assign("lead", number, agent);
    close(agent, number, as);
    return number;
  }
  void score(const std::string& who, std::int64_t number, int tone, int solution) {
    on(who, number, [&](ops::Work& work, Request& request) {
      ops::score_request(work, request, {"", {{"tone", tone}, {"solution", solution}}, {}});
    });
  }
  ops::KpiQuestion question() const {
    ops::KpiQuestion question;
    question.context.time.now = now;
    return question;
  }
  // "group/item n points most passed", one a row; then, of the whole, "closed sampled scored".
  std::vector<std::string> rows(const ops::KpiQuestion& question) {
    const auto text = [](const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : "-"; };
    std::vector<std::string> lines;
    store->read([&] {
      for (const ops::QualityRow& row : ops::quality(*store, config, question).rows) {
        std::string line = row.group.value_or("") + "/" + row.item + " " + std::to_string(row.n) + " " +
                           std::to_string(row.points) + " " + text(row.most) + " " + text(row.passed);
        if (row.item.empty()) line += ": " + text(row.closed) + " " + text(row.sampled) + " " + text(row.scored);
        lines.push_back(std::move(line));
      }
    });
    return lines;
  }
};
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("quality: means are exact, a share passes from the scorecard's bound on, and spam is in nothing") {
  QualityDesk desk;
  const auto one = desk.closed_by("ann");
  const auto two = desk.closed_by("ann");
  const auto three = desk.closed_by("bob");
  desk.closed_by("bob");
  desk.closed_by("cem", Resolution::spam);
  desk.score("lead", one, 4, 8);  // exactly 80 %
  desk.score("max", one, 5, 10);
  desk.score("lead", two, 5, 6);  // 73 %
  desk.score("lead", three, 0, 10);
  CHECK(desk.rows(desk.question()) == Lines{"/ 4 320 100 2: 4 - -", "/solution 4 34 10 3", "/tone 4 14 5 3"});
  ops::KpiQuestion by_agent = desk.question();
  by_agent.by = ops::KpiGrouping::assignee;
  by_agent.from = k_start;
  CHECK(desk.rows(by_agent) == Lines{"ann/ 3 253 100 2: 2 2 2", "ann/solution 3 24 10 2", "ann/tone 3 14 5 3",
                                     "bob/ 1 67 100 0: 2 2 1", "bob/solution 1 10 10 1", "bob/tone 1 0 5 0"});
  ops::QualityRow row;
  row.n = 3;
  row.points = 14;
  CHECK(row.mean_tenths() == 47);  // 4.66…
  row.n = 4;
  row.points = 1;
  CHECK(row.mean_tenths() == 3);  // 0.25, a half up
  row.n = 0;
  CHECK_FALSE(row.mean_tenths());
}

TEST_CASE("quality: the mean is a share of all points, and not a mean of rounded percents") {
  QualityDesk desk;
  desk.config.scorecards = {{"std", {{"tone", 100}, {"solution", 100}}}};
  const auto whole = [&] {
    ops::QualityReport report;
    const ops::KpiQuestion question = desk.question();
    desk.store->read([&] { report = ops::quality(*desk.store, desk.config, question); });
    return report.rows.front();
  };
  for (int i = 0; i < 5; ++i) desk.score("lead", desk.closed_by("ann"), 100, 59);  // 79.5 %
  CHECK(whole().mean_tenths() == 795);
  CHECK(whole().passed == 0);
  desk.score("lead", desk.closed_by("ann"), 100, 63);
  CHECK(whole().mean_tenths() == 798);  // 958 of 1200
  // What the scorecard no longer tells counts with the percent that were noted.
  desk.config.scorecards = {{"std", {{"tone", 5}}}};
  CHECK(whole().mean_tenths() == 803);  // five times 80, and 82
}

TEST_CASE("quality: an item that the scorecard lost has a mean and no bound") {
  QualityDesk desk;
  desk.score("lead", desk.closed_by("ann"), 5, 10);
  desk.config.scorecards = {{"std", {{"tone", 5}}}};
  CHECK(desk.rows(desk.question()) == Lines{"/ 1 100 100 1: 1 - -", "/solution 1 10 - -", "/tone 1 5 5 1"});
}

TEST_CASE("quality: as of an earlier instant it is what was known then") {
  QualityDesk desk;
  const auto one = desk.closed_by("ann");
  desk.score("lead", one, 5, 10);
  const ops::KpiQuestion then = desk.question();
  const Lines known = desk.rows(then);
  desk.score("lead", one, 0, 0);
  desk.score("max", one, 0, 0);
  desk.reopen("lead", one);
  CHECK(desk.rows(then) == known);
  CHECK(desk.rows(desk.question()).front() == "/ 2 0 100 0: 0 - -");
  for (int i = 0; i < 3; ++i) desk.undo(i == 1 ? "max" : "lead");
  CHECK(desk.rows(then) == known);
  CHECK(desk.rows(desk.question()) == known);
}

TEST_CASE("quality: by week, the weeks without a review too, and only what matches") {
  QualityDesk desk;
  const auto one = desk.closed_by("ann");
  desk.now = desk.now + Duration{15 * k_day.ms};
  desk.score("lead", one, 5, 10);
  ops::KpiQuestion question = desk.question();
  question.by = ops::KpiGrouping::week;
  CHECK(desk.rows(question) == Lines{"2026-W48/ 0 0 100 0: 1 - -", "2026-W49/ 0 0 100 0: 0 - -",
                                     "2026-W50/ 1 100 100 1: 0 - -", "2026-W50/solution 1 10 10 1",
                                     "2026-W50/tone 1 5 5 1"});
  question = desk.question();
  question.where = *parse_query("category:network", question.context);
  CHECK(desk.rows(question) == Lines{"/ 0 0 100 0: 0 - -"});
  question.from = desk.now;
  question.to = k_start;
  const auto error = error_of([&] { desk.rows(question); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::usage);
}

}  // namespace behest::ops_test
