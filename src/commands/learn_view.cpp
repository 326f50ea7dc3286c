#include "commands/learn_view.hpp"

#include <cmath>

#include "core/transition.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

Cell share(double value) { return {JsonValue(std::round(value * 1'000) / 1'000)}; }

std::string percent(double confidence) { return std::to_string(std::lround(confidence * 100)) + "%"; }

std::string sentence_of(const ops::Trial& trial) {
  if (trial.way == ops::Trial::Way::parts) return "each fifth judged by what the others teach";
  const std::string share = "the " + percent(trial.held_out);
  return trial.way == ops::Trial::Way::time ? share + " that came last judged by what the others teach"
                                            : share + " taken by chance judged by what the others teach";
}

std::string_view name_of(ops::Trial::Way way) {
  if (way == ops::Trial::Way::parts) return "parts";
  return way == ops::Trial::Way::time ? "time" : "chance";
}

}  // namespace

void print_lessons(Env& env, const std::vector<ops::Lesson>& lessons, const ops::Trial& trial) {
  const Look look = env.look();
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  Table table;
  table.columns = {{"field", "Field"},
                   {"requests", "Requests", true},
                   {"labels", "Labels", true},
                   {"accuracy", "Accuracy", true},
                   {"majority", "Majority", true},
                   {"macro_f1", "Macro-F1", true},
                   {"top_3", "Top 3", true},
                   {"coverage", "Coverage", true},
                   {"precision", "Precision", true}};
  if (!is_for_people) {
    for (const char* key : {"threshold", "judged", "by", "fills"}) table.columns.push_back({key, key});
  }
  table.columns.push_back({"note", "Note", false, true});
  const auto renderer = make_renderer(table, look, env.spool);
  for (const ops::Lesson& lesson : lessons) {
    std::vector<Cell> cells = {{lesson.field, Tone::strong}, {lesson.requests}};
    if (lesson.figures) {
      const LearnFigures& figures = *lesson.figures;
      cells.push_back({static_cast<std::int64_t>(lesson.labels)});
      for (const double figure :
           {figures.accuracy, figures.majority, figures.macro_f1, figures.top_3, figures.coverage}) {
        cells.push_back(share(figure));
      }
      cells.push_back(figures.precision ? share(*figures.precision) : Cell{});
    } else {
      cells.resize(9);
    }
    if (!is_for_people) {
      const Cell judged = lesson.figures ? Cell{lesson.figures->requests} : Cell{};
      cells.insert(
          cells.end(),
          {{JsonValue(env.config().learn.threshold)}, judged, {std::string(name_of(trial.way))}, {lesson.may_fill}});
    }
    cells.push_back(lesson.note.empty() ? Cell{} : Cell{lesson.note, Tone::warning});
    renderer->row(cells);
  }
  renderer->end();
  if (!is_for_people) return;
  env.say("");
  env.say("Of requests not learned from: " + sentence_of(trial) + ", as of " + format_rfc3339(env.now) +
          "; coverage and precision at a confidence of " + percent(env.config().learn.threshold) + ".");
}

JsonValue json_of(const ops::Suggestion& suggestion) {
  JsonValue::Array best;
  for (const ops::LabelGuess& guess : suggestion.best) {
    best.emplace_back(JsonValue::Object{{"label", guess.label}, {"confidence", guess.confidence}});
  }
  JsonValue::Array terms;
  for (const std::string& term : suggestion.terms) terms.emplace_back(term);
  return JsonValue::Object{{"field", suggestion.field}, {"best", std::move(best)}, {"terms", std::move(terms)}};
}

void tell_suggestions(Env& env, const ops::SuggestedSubmission& made) {
  if (!env.streams.err_is_tty() || env.globals.quiet) return;
  for (const ops::Suggestion& one : made.filled) {
    env.note("hint: the " + one.field + " is " + one.best.front().label + ", as past requests have it (" +
             percent(one.best.front().confidence) + " sure)");
  }
  if (!made.category) return;
  std::string best;
  for (const ops::LabelGuess& guess : made.category->best) {
    best += (best.empty() ? "" : ", ") + guess.label + " " + percent(guess.confidence);
  }
  env.note("hint: the category may be " + best + "; 'behest edit " + std::to_string(made.outcome.number) +
           " -c PATH' gives it one");
}

}  // namespace behest::commands
