#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "core/learn_train.hpp"

using namespace behest;

namespace {

// Lessons of a label and a text each.
class Class {
 public:
  void teach(const std::string& label, std::string_view text) {
    texts_.push_back(count_terms(terms_to_learn(text)));
    labels_.push_back(label);
  }
  Lessons lessons() const {
    Lessons lessons;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const auto known = std::ranges::find(lessons.names, labels_[i]);
      lessons.labels.push_back(static_cast<std::size_t>(known - lessons.names.begin()));
      if (known == lessons.names.end()) lessons.names.push_back(labels_[i]);
      lessons.texts.push_back(&texts_[i]);
    }
    return lessons;
  }
  static std::vector<std::size_t> first(std::size_t count) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(i);
    return all;
  }

 private:
  std::vector<std::vector<TermCount>> texts_;
  std::vector<std::string> labels_;
};

std::string best_label(const Learned& learned, std::string_view text) {
  const RowFinder find = [&](std::uint32_t bucket) { return learned.rows.find(bucket); };
  const auto weighed = weigh(learned.model, count_terms(terms_to_learn(text)), find);
  const auto best = best_guesses(margins(learned.model, weighed, find), 1, 1);
  return learned.model.labels[best.at(0).label];
}

Judgement judgement(std::size_t truth, std::vector<double> margins) {
  Judgement one;
  one.truth = truth;
  for (std::size_t i = 0; i < margins.size(); ++i) one.labels.push_back(i);
  one.margins = std::move(margins);
  return one;
}

}  // namespace

TEST_CASE("terms to learn are those of the first 400 characters, the channel and the requester's domain") {
  CHECK(terms_to_learn(std::string_view("VPN drops")) == std::vector<std::string>{"vpn", "drops"});
  CHECK(terms_to_learn(std::string_view("打印")) == std::vector<std::string>{"打", "打印", "印"});
  std::string longer;
  for (int i = 0; i < 300; ++i) longer += "a 打 ";
  CHECK(terms_to_learn(std::string_view(longer)).size() == 200);
  Request request;
  request.title = "No mail";
  request.body = "since noon";
  request.channel = Channel::phone;
  request.requester = "Zoe <zoe@ACME.example>";
  CHECK(terms_to_learn(request) ==
        std::vector<std::string>{"no", "mail", "since", "noon", "via=phone", "org=acme.example"});
}

TEST_CASE("buckets are the same everywhere, and count terms") {
  CHECK(bucket_of("vpn") == bucket_of(std::string("v") + "pn"));
  CHECK(bucket_of("") == ((0xCBF29CE484222325U ^ (0xCBF29CE484222325U >> 32U)) % k_term_buckets));
  const auto counts = count_terms({"b", "a", "b"});
  REQUIRE(counts.size() == 2);
  CHECK(counts[0].count + counts[1].count == 3);
  CHECK(counts[0].bucket < counts[1].bucket);
}

TEST_CASE("two, three and more labels are told apart, the same way each time") {
  Class two;
  Class three;
  for (int i = 0; i < 6; ++i) {
    for (Class* one : {&two, &three}) {
      one->teach("printing", "the printer jams");
      one->teach("mail", "the mailbox is full");
    }
    three.teach("network", "vpn drops");
  }
  for (const Class* one : {&two, &three}) {
    const Lessons lessons = one->lessons();
    const auto learned = train(lessons, Class::first(lessons.texts.size()));
    REQUIRE(learned);
    CHECK(best_label(*learned, "Printer jams again") == "printing");
    CHECK(best_label(*learned, "mailbox") == "mail");
    const auto again = train(lessons, Class::first(lessons.texts.size()));
    REQUIRE(again);
    CHECK(again->rows.bytes(0, k_term_buckets) == learned->rows.bytes(0, k_term_buckets));
    CHECK(again->model.intercepts == learned->model.intercepts);
  }
  const Lessons lessons = three.lessons();
  CHECK(best_label(*train(lessons, Class::first(18)), "the vpn") == "network");
}

TEST_CASE("nothing is learned from fewer than two labels that two texts have") {
  Class one;
  CHECK_FALSE(train(one.lessons(), {}));
  one.teach("mail", "a b");
  one.teach("mail", "a c");
  one.teach("net", "a d");
  CHECK_FALSE(train(one.lessons(), Class::first(3)));
  one.teach("net", "a d");
  CHECK(train(one.lessons(), Class::first(4)));
}

TEST_CASE("rows survive their bytes but for a rounding, and damaged bytes are refused") {
  TermRows rows(3);
  rows.add(5, 7, std::vector<float>{0.5F, -1.27F, 0});
  rows.add(900, 2, std::vector<float>{0, 0, 0});
  const std::string bytes = rows.bytes(0, k_term_buckets);
  CHECK(bytes.size() == 2 * TermRows::row_bytes(3));
  CHECK(rows.bytes(6, 900).empty());
  const TermRows read = TermRows::read(bytes, 3);
  const auto row = read.find(5);
  REQUIRE(row);
  CHECK(row->texts == 7);
  CHECK(row->weights[0] == doctest::Approx(0.5).epsilon(0.02));
  CHECK(row->weights[1] == doctest::Approx(-1.27));
  CHECK(read.find(900)->weights[0] == 0);
  CHECK_FALSE(read.find(6));
  CHECK_THROWS_AS(TermRows::read(bytes.substr(1), 3), Error);
  CHECK_THROWS_AS(TermRows::read(bytes + bytes, 3), Error);
  std::string endless = bytes;
  endless.replace(8, 4, "\xFF\xFF\xFF\x7F");
  CHECK_THROWS_AS(TermRows::read(endless, 3), Error);
}

TEST_CASE("a text's weights are of unit length and rare terms weigh more") {
  LabelModel model;
  model.texts = 99;
  TermRows rows(0);
  const std::uint32_t a = std::min(bucket_of("a"), bucket_of("b"));
  const std::uint32_t b = std::max(bucket_of("a"), bucket_of("b"));
  rows.add(a, 49, {});
  rows.add(b, 9, {});
  const RowFinder find = [&](std::uint32_t bucket) { return rows.find(bucket); };
  const auto text = weigh(model, {{a, 3}, {b, 1}}, find);
  REQUIRE(text.size() == 2);
  const double first = (1 + std::log(3.0)) * (1 + std::log(100.0 / 50));
  const double second = 1 + std::log(100.0 / 10);
  CHECK(text[0].value / text[1].value == doctest::Approx(first / second));
  CHECK(text[0].value * text[0].value + text[1].value * text[1].value == doctest::Approx(1));
  CHECK(weigh(model, {{a + 1, 1}}, [](std::uint32_t) { return std::nullopt; }).empty());
}

TEST_CASE("guesses come best first, add up to 1 and ties go to the earlier label") {
  const std::vector<double> margins = {-1, 1, 1, -900};
  const auto best = best_guesses(margins, 2, 3);
  REQUIRE(best.size() == 3);
  CHECK(best[0].label == 1);
  CHECK(best[1].label == 2);
  CHECK(best[0].confidence == doctest::Approx(1 / (2 + std::exp(-4.0))));
  CHECK(best_guesses({}, 1, 3).empty());
}

TEST_CASE("figures are what the manual says") {
  const std::vector<Judgement> judgements = {
      judgement(0, {9, 0, 0, 0}), judgement(0, {9, 0, 0, 0}), judgement(1, {9, 8, 0, 0}),
      judgement(1, {0, 9, 0, 0}), judgement(4, {1, 0, 2, 3}), {0, {}, {}},
  };
  const LearnFigures figures = figures_of(judgements, 1, 0.8);
  CHECK(figures.requests == 6);
  CHECK(figures.accuracy == doctest::Approx(3.0 / 6));
  CHECK(figures.majority == doctest::Approx(3.0 / 6));
  CHECK(figures.top_3 == doctest::Approx(4.0 / 6));
  CHECK(figures.coverage == doctest::Approx(3.0 / 6));
  REQUIRE(figures.precision);
  CHECK(*figures.precision == doctest::Approx(1));
  // F1: 0 has 2 of 3 and 3, 1 has 1 of 2 and 1, label 3 was chosen in vain, 4 never.
  CHECK(figures.macro_f1 == doctest::Approx((4.0 / 6 + 2.0 / 3 + 0 + 0) / 4));
  CHECK_FALSE(beats_majority(figures));
  CHECK_FALSE(figures_of(judgements, 0.001, 0.8).precision);
  CHECK(figures_of({}, 1, 0.8).accuracy == 0);
  CHECK_FALSE(beats_majority({.requests = 100, .accuracy = 0.52, .majority = 0.5, .precision = {}}));
  CHECK(beats_majority({.requests = 100, .accuracy = 0.53, .majority = 0.5, .precision = {}}));
}

TEST_CASE("the sharpness makes confidence as high as it is often right") {
  std::vector<Judgement> judgements;
  for (int i = 0; i < 100; ++i) judgements.push_back(judgement(i % 4 == 0 ? 1U : 0U, {1, 0}));
  // 75 are right and 25 are not: 1 / (1 + exp(-s)) = (75 * 76/77 + 25 * 1/27) / 100.
  const double confidence = (75.0 * 76 / 77 + 25.0 / 27) / 100;
  CHECK(fit_sharpness(judgements) == doctest::Approx(std::log(confidence / (1 - confidence))).epsilon(0.03));
  const std::vector<Judgement> few(4, judgement(0, {1, 0}));
  CHECK_MESSAGE(fit_sharpness(few) == doctest::Approx(std::log(5.0)).epsilon(0.03), "4 of 4 right are 5 of 6");
  CHECK(fit_sharpness({}) == 1);
}

TEST_CASE("shuffling is a permutation, the same each time") {
  auto order = shuffled(50);
  CHECK(order == shuffled(50));
  CHECK(order != Class::first(50));
  std::ranges::sort(order);
  CHECK(order == Class::first(50));
  CHECK(shuffled(0).empty());
}

TEST_CASE("labels without a pattern are not learned better than by the most frequent") {
  Class noise;
  const std::vector<std::size_t> order = shuffled(200);
  for (std::size_t i = 0; i < 200; ++i) {
    noise.teach(order[i] % 10 < 8 ? "P3" : "P1", "word" + std::to_string(order[i] % 7) + " and " + std::to_string(i));
  }
  const Lessons lessons = noise.lessons();
  const auto judgements = cross_validate(lessons, Class::first(200));
  CHECK(judgements.size() == 200);
  CHECK_FALSE(beats_majority(figures_of(judgements, fit_sharpness(judgements), 0.8)));
}
