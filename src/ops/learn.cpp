#include "ops/learn.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/learn_terms.hpp"
#include "ops/model.hpp"

namespace behest::ops {
namespace {

// Those of the book that have the field.
Lessons lessons_of(const Textbook& book, std::string_view field) {
  Lessons lessons;
  const auto values = book.values.find(field);
  if (values == book.values.end()) return lessons;
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < book.texts.size(); ++i) {
    const std::string& value = values->second[i];
    if (value.empty()) continue;
    const auto [place, is_new] = places.try_emplace(value, lessons.names.size());
    if (is_new) lessons.names.push_back(value);
    lessons.texts.push_back(&book.texts[i]);
    lessons.labels.push_back(place->second);
  }
  return lessons;
}

// Why nothing can be learned from them; "" when something can.
std::string obstacle(const Lessons& lessons, const LearnConfig& config) {
  const std::size_t count = lessons.texts.size();
  if (count == 0) return "no request has one";
  if (lessons.names.size() == 1) return "every request has the same one, '" + lessons.names.front() + "'";
  if (count < config.minimum) {
    return std::to_string(count) + (count == 1 ? " request is" : " requests are") + " too few; learn.minimum is " +
           std::to_string(config.minimum);
  }
  return {};
}

Lesson lesson_of(const Lessons& lessons, std::string_view field, const LearnConfig& config) {
  Lesson lesson;
  lesson.field = field;
  lesson.requests = static_cast<std::int64_t>(lessons.texts.size());
  lesson.note = obstacle(lessons, config);
  return lesson;
}

std::vector<std::size_t> all_of_them(const Lessons& lessons) {
  std::vector<std::size_t> all(lessons.texts.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

void settle(Lesson& lesson) {
  lesson.may_fill = beats_majority(*lesson.figures);
  if (!lesson.may_fill) lesson.note = "hardly better than always the most frequent one: never fills in the field";
}

constexpr const char* k_no_two = "no two of its values are on two requests each";

}  // namespace

Textbook read_textbook(Store& store, std::size_t most) {
  Selection newest;
  newest.where.kind = Expr::Kind::none_of;
  Expr spam;
  spam.kind = Expr::Kind::term;
  spam.field = QueryField::resolution;
  spam.compare = Compare::equal;
  spam.values = {static_cast<std::int64_t>(Resolution::spam)};
  newest.where.children.push_back(spam);
  newest.order = {{QueryField::id, "", true}};
  newest.limit = static_cast<std::int64_t>(most);
  Textbook book;
  for (const std::string_view field : k_learned_fields) book.values.try_emplace(std::string(field));
  store.each_request(newest, [&](const Request& request) {
    book.texts.push_back(count_terms(terms_to_learn(request)));
    book.values["category"].push_back(request.category);
    book.values["team"].push_back(request.team);
    book.values["assignee"].push_back(request.assignee);
    book.values["type"].push_back(request.type);
  });
  std::ranges::reverse(book.texts);
  for (auto& [field, values] : book.values) std::ranges::reverse(values);
  return book;
}

Lesson learn_field(const Textbook& book, std::string_view field, const LearnConfig& config) {
  const Lessons lessons = lessons_of(book, field);
  Lesson lesson = lesson_of(lessons, field, config);
  if (!lesson.note.empty()) return lesson;
  const std::vector<std::size_t> all = all_of_them(lessons);
  lesson.learned = train(lessons, all);
  if (!lesson.learned) {
    lesson.note = k_no_two;
    return lesson;
  }
  const std::vector<Judgement> judgements = cross_validate(lessons, all);
  lesson.labels = lesson.learned->model.labels.size();
  lesson.learned->model.sharpness = fit_sharpness(judgements);
  lesson.figures = figures_of(judgements, lesson.learned->model.sharpness, config.threshold);
  settle(lesson);
  return lesson;
}

Lesson try_field(const Textbook& book, std::string_view field, const LearnConfig& config, const Trial& trial) {
  if (trial.way == Trial::Way::parts) {
    Lesson lesson = learn_field(book, field, config);
    lesson.learned.reset();
    return lesson;
  }
  const Lessons lessons = lessons_of(book, field);
  Lesson lesson = lesson_of(lessons, field, config);
  if (!lesson.note.empty()) return lesson;
  // The held out ones last: by time the newest, by chance any.
  std::vector<std::size_t> order =
      trial.way == Trial::Way::time ? all_of_them(lessons) : shuffled(lessons.texts.size());
  const auto held_out = static_cast<std::size_t>(std::lround(trial.held_out * static_cast<double>(order.size())));
  const auto border = order.end() - static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(held_out, 1, order.size() - 1));
  const std::vector<std::size_t> judged(border, order.end());
  order.erase(border, order.end());
  const auto learned = train(lessons, order);
  if (!learned) {
    lesson.note = k_no_two;
    return lesson;
  }
  lesson.labels = learned->model.labels.size();
  lesson.figures =
      figures_of(judge(*learned, lessons, judged), fit_sharpness(cross_validate(lessons, order)), config.threshold);
  settle(lesson);
  return lesson;
}

}  // namespace behest::ops
