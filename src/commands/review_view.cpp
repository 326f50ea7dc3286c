#include "commands/review_view.hpp"

#include <algorithm>

namespace behest::commands {
namespace {

Instant time_of(Env& env, const char* option, const std::string& text) {
  const auto parsed = parse_instant(text, env.time());
  if (parsed) return *parsed;
  throw Error{ErrorKind::usage, std::string(option) + ": " + parsed.error().message, parsed.error().hint};
}

text::JsonValue items_json(const ops::Review& review) {
  text::JsonValue::Object items;
  items.reserve(review.points.size());
  for (const auto& [name, points] : review.points) items.emplace_back(name, points);
  return items;
}

std::string items_text(const ops::Review& review) {
  std::string text;
  for (const auto& [name, points] : review.points) {
    text.append(text.empty() ? "" : " ").append(name).append("=").append(std::to_string(points));
  }
  return text;
}

}  // namespace

void print_sample(Env& env, const ReviewPeriod& period, std::size_t size) {
  if (period.agent) throw Error{ErrorKind::usage, "a sample is of all agents", "leave -a out"};
  if (!period.from) throw Error{ErrorKind::usage, "it is not said since when", "for example --from 2026-11-01"};
  ops::SampleQuestion question;
  question.from = time_of(env, "--from", *period.from);
  question.to = period.to ? time_of(env, "--to", *period.to) : env.now + Duration{1};  // with what was closed just now
  question.size = size;
  // What was drawn yesterday is not drawn anew because today is later: an end that is now is no part of the seed.
  question.seed = ops::sample_seed(question.from, period.to ? std::optional(question.to) : std::nullopt, size);
  question.as_of = env.now;
  std::vector<ops::Sampled> sample;
  env.store->read([&] { sample = ops::review_sample(*env.store, question); });
  const Table table{{{"id", "ID", true},
                     {"agent", "Agent"},
                     {"title", "Title", false, true},
                     {"closed", "Closed"},
                     {"reviewed", "Reviewed"}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::Sampled& one : sample) {
    renderer->row({{one.number, Tone::strong}, {one.agent}, {one.title}, {one.closed}, {one.is_reviewed}});
  }
  renderer->end();
  if (sample.empty() && env.streams.err_is_tty() && !env.globals.quiet) env.note("no request was closed then");
}

void list_reviews(Env& env, const ReviewPeriod& period) {
  std::vector<ops::Review> all;
  env.store->read([&] { all = ops::reviews(*env.store); });
  if (period.agent) {
    const std::string agent = *period.agent == "me" ? env.actor.name : *period.agent;
    std::erase_if(all, [&](const ops::Review& one) { return one.agent != agent; });
  }
  if (period.from) {
    const Instant from = time_of(env, "--from", *period.from);
    std::erase_if(all, [&](const ops::Review& one) { return one.at < from; });
  }
  if (period.to) {
    const Instant to = time_of(env, "--to", *period.to);
    std::erase_if(all, [&](const ops::Review& one) { return one.at >= to; });
  }
  const Look look = env.look();
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  const Table table{{{"id", "ID", true},
                     {"agent", "Agent"},
                     {"reviewer", "Reviewer"},
                     {"scorecard", "Scorecard"},
                     {"items", "Items"},
                     {"percent", "%", true},
                     {"at", "At"},
                     {"note", "Note", false, true}}};
  const auto renderer = make_renderer(table, look, env.spool);
  for (const ops::Review& one : all) {
    renderer->row({{one.number, Tone::strong},
                   one.agent.empty() ? Cell{} : Cell{one.agent},
                   {one.reviewer},
                   {one.scorecard},
                   is_for_people ? Cell{items_text(one)} : Cell{items_json(one)},
                   {one.percent},
                   {one.at},
                   one.note.empty() ? Cell{} : Cell{one.note}});
  }
  renderer->end();
}

}  // namespace behest::commands
