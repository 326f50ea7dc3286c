#include "commands/learning.hpp"

#include "ops/model.hpp"
#include "ops/relearn.hpp"

namespace behest::commands {
namespace {

std::string sentence_of(const std::vector<ops::Lesson>& lessons, std::int64_t since) {
  std::string fields;
  for (const ops::Lesson& lesson : lessons) {
    if (lesson.learned) fields.append(fields.empty() ? "" : ", ").append(lesson.field);
  }
  return (fields.empty() ? "nothing can be learned yet" : "learned anew: " + fields) + " (" + std::to_string(since) +
         " requests closed since)";
}

void say(Env& env, const std::string& sentence) {
  if (!env.is_json() && !env.globals.quiet) env.say(sentence);
}

}  // namespace

void learn_when_due(Env& env) {
  const LearnConfig& config = env.config().learn;
  if (config.every == 0) return;
  std::optional<ops::Relearning> due;
  ops::Textbook book;
  env.store->read([&] {
    due = ops::relearning_due(*env.store, config);
    if (due && !env.globals.dry_run) book = ops::read_textbook(*env.store, config.requests);
  });
  if (!due) return;
  if (env.globals.dry_run) {
    return say(env, "would be: learn anew (" + std::to_string(due->since) + " requests closed since)");
  }
  std::vector<ops::Lesson> lessons;
  lessons.reserve(ops::k_learned_fields.size());
  for (const std::string_view field : ops::k_learned_fields) lessons.push_back(ops::learn_field(book, field, config));
  bool is_first = false;
  env.store->transact([&] {
    is_first = ops::is_still_due(*env.store, *due);
    if (is_first) ops::keep_lessons(*env.store, lessons, due->closed);
    return is_first;
  });
  if (is_first) say(env, sentence_of(lessons, due->since));
}

}  // namespace behest::commands
