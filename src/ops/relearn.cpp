#include "ops/relearn.hpp"

#include "ops/model.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

std::int64_t closed_in(const JsonValue& lesson) {
  const JsonValue* closed = lesson.find("closed");
  return closed != nullptr && closed->integer() != nullptr ? *closed->integer() : 0;
}

}  // namespace

std::int64_t closed_requests(Store& store) {
  Expr closed;
  closed.kind = Expr::Kind::term;
  closed.field = QueryField::state;
  closed.compare = Compare::equal;
  closed.values = {static_cast<std::int64_t>(State::closed)};
  return store.count(closed);
}

std::optional<Relearning> relearning_due(Store& store, const LearnConfig& config) {
  if (config.every == 0) return std::nullopt;
  Relearning due;
  due.last = store.record(k_model_kind, k_every_field);
  due.closed = closed_requests(store);
  due.since = due.closed - closed_in(due.last);
  if (due.since < static_cast<std::int64_t>(config.every)) return std::nullopt;
  return due;
}

bool is_still_due(Store& store, const Relearning& due) { return store.record(k_model_kind, k_every_field) == due.last; }

void keep_lessons(Store& store, const std::vector<Lesson>& lessons, std::int64_t closed) {
  for (const Lesson& lesson : lessons) {
    keep_model(store, lesson.field, lesson.learned ? &*lesson.learned : nullptr, lesson.may_fill);
  }
  if (lessons.size() < k_learned_fields.size()) return;
  store.put_record({std::string(k_model_kind), std::string(k_every_field), JsonValue::Object{{"closed", closed}}});
}

}  // namespace behest::ops
