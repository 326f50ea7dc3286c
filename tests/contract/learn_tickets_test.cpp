// Learning from real tickets: 3,806 texts of an IT desk with 8 topics, a fifth of them held out by chance.
#include <algorithm>
#include <fstream>
#include <map>

#include <doctest/doctest.h>

#include "core/learn_train.hpp"
#include "ops/model.hpp"
#include "text/csv_reader.hpp"

using namespace behest;

namespace {

constexpr const char* k_tickets = BEHEST_SOURCE_DIR "/../shared/data/tickets/endava/topic_labelled.csv";

struct Tickets {
  std::vector<std::vector<TermCount>> texts;
  Lessons lessons;
};

Tickets read_tickets(std::istream& file) {
  Tickets tickets;
  std::map<std::string, std::size_t> places;
  text::CsvReader reader(
      [&](char* buffer, std::size_t size) {
        file.read(buffer, static_cast<std::streamsize>(size));
        return static_cast<std::size_t>(file.gcount());
      },
      ',');
  text::CsvRow row;
  REQUIRE(reader.next(row));
  for (auto more = reader.next(row); more && *more; more = reader.next(row)) {
    if (row.cells.size() != 2 || row.cells[1].empty()) continue;
    const auto [place, is_new] = places.try_emplace(row.cells[1], places.size());
    if (is_new) tickets.lessons.names.push_back(row.cells[1]);
    tickets.lessons.labels.push_back(place->second);
    tickets.texts.push_back(count_terms(terms_to_learn(std::string_view(row.cells[0]))));
  }
  for (const auto& text : tickets.texts) tickets.lessons.texts.push_back(&text);
  return tickets;
}

}  // namespace

TEST_CASE("real tickets: topics are learned as well as by the best peers, and confidence is deserved") {
  std::ifstream file(k_tickets);
  if (!file) {
    MESSAGE("skipped: the tickets are not at " << k_tickets);
    return;
  }
  const Tickets tickets = read_tickets(file);
  const Lessons& lessons = tickets.lessons;
  REQUIRE(lessons.texts.size() > 3'800);
  REQUIRE(lessons.names.size() == 8);
  std::vector<std::size_t> order = shuffled(lessons.texts.size());
  const auto border = order.end() - static_cast<std::ptrdiff_t>(order.size() / 5);
  const std::vector<std::size_t> held_out(border, order.end());
  order.erase(border, order.end());
  auto learned = train(lessons, order);
  REQUIRE(learned);
  learned->model.sharpness = fit_sharpness(cross_validate(lessons, order));
  const auto judgements = judge(*learned, lessons, held_out);
  const LearnFigures figures = figures_of(judgements, learned->model.sharpness, 0.8);
  MESSAGE("accuracy " << figures.accuracy << ", macro-F1 " << figures.macro_f1 << ", top 3 " << figures.top_3
                      << ", coverage " << figures.coverage << ", precision " << figures.precision.value_or(0));
  CHECK(figures.accuracy >= 0.83);
  CHECK(figures.macro_f1 >= 0.83);
  CHECK(figures.top_3 >= 0.95);
  CHECK(figures.coverage >= 0.6);
  CHECK(figures.precision.value_or(0) >= 0.9);

  // Stored in eight bits a weight, it says the same.
  const auto store = Store::open_write({.path = ":memory:"});
  std::size_t differing = 0;
  store->transact([&] {
    ops::keep_model(*store, "category", &*learned, true);
    auto kept = ops::KeptModel::open(*store, "category");
    REQUIRE(kept);
    const RowFinder find = [&](std::uint32_t bucket) { return kept->find(bucket); };
    for (std::size_t i = 0; i < held_out.size(); ++i) {
      const auto text = weigh(kept->model(), *lessons.texts[held_out[i]], find);
      const auto now = best_guesses(margins(kept->model(), text, find), kept->model().sharpness, 1);
      const auto then = best_guesses(judgements[i].margins, learned->model.sharpness, 1);
      const bool is_same = now[0].label == then[0].label;
      differing += is_same ? 0U : 1U;
      if (is_same) CHECK(now[0].confidence == doctest::Approx(then[0].confidence).epsilon(0.05));
    }
    return true;
  });
  CHECK(differing <= held_out.size() / 200);
}
