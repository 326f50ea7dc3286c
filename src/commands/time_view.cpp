#include "commands/time_view.hpp"

#include <algorithm>
#include <unordered_set>

#include "commands/targets.hpp"
#include "core/civil.hpp"
#include "core/transition.hpp"
#include "ops/work_log.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
namespace {

std::vector<Column> work_columns() {
  return {{"id", "ID"},
          {"request", "Request", true},
          {"agent", "Who"},
          {"start", "Start"},
          {"end", "End"},
          {"length_s", "Length", true},
          {"counted_s", "Counted", true},
          {"kind", "Kind"},
          {"billable", "Billable"},
          {"note", "Note", false, true}};
}

// The part of an entry within a stretch of time.
std::vector<Cell> cells_of(const Env& env, const ops::WorkEntry& entry, const Span& span) {
  const ops::Portion portion = ops::portion_of(env.config(), entry, env.now, span);
  const Instant end = std::min(entry.end(env.now), span.to);
  return {{ops::entry_id(entry).substr(1)},
          {entry.request},
          {entry.agent},
          {std::max(entry.start, span.from)},
          entry.seconds || end < env.now ? Cell{end} : Cell{},
          {Duration{portion.seconds * 1000}},
          {Duration{portion.counted * 1000}},
          entry.kind.empty() ? Cell{} : Cell{entry.kind},
          {entry.is_billable},
          entry.note.empty() ? Cell{} : Cell{entry.note}};
}

}  // namespace

text::JsonValue work_json(const Env& env, const Request& request, int number) {
  for (const Fact& fact : request.facts) {
    const auto entry = ops::work_entry(request.number, fact);
    if (entry && entry->number == number) {
      return render::json_object(work_columns(), cells_of(env, *entry, {k_first_instant, k_last_instant}));
    }
  }
  return {};
}

Instant time_of_option(Env& env, std::string_view option, const std::string& text) {
  const auto at = parse_instant(text, env.time());
  if (!at) throw Error{ErrorKind::usage, std::string(option) + ": " + at.error().message, at.error().hint};
  return *at;
}

Expr query_of_words(Env& env, const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return query_of(env, text);
}

void list_work(Env& env, const WorkListing& listing) {
  const Expr where = query_of_words(env, listing.query);
  const Span span{listing.from ? time_of_option(env, "--from", *listing.from) : k_first_instant,
                  listing.to ? time_of_option(env, "--to", *listing.to) : k_last_instant};
  const auto agent = listing.agent == "me" ? std::optional(env.actor.name) : listing.agent;
  std::vector<ops::WorkEntry> entries;
  env.store->read([&] {
    std::unordered_set<std::int64_t> scope;
    for (const std::int64_t number : env.store->find({where, {}, std::nullopt})) scope.insert(number);
    ops::each_work(*env.store, [&](const ops::WorkEntry& entry) {
      const bool is_within = entry.start < span.to && entry.end(env.now) >= span.from;
      const bool is_asked = (!agent || entry.agent == *agent) && (!listing.kind || entry.kind == *listing.kind) &&
                            (!listing.is_billable || entry.is_billable == *listing.is_billable);
      if (is_within && is_asked && scope.contains(entry.request)) entries.push_back(entry);
    });
  });
  std::ranges::sort(entries, {},
                    [](const ops::WorkEntry& entry) { return std::tuple(entry.start, entry.request, entry.number); });
  Look look = env.look();
  if (env.globals.quiet && look.format == Format::table) look.format = Format::ids;
  const auto renderer = make_renderer({work_columns()}, look, env.spool);
  for (const ops::WorkEntry& entry : entries) renderer->row(cells_of(env, entry, span));
  renderer->end();
}

}  // namespace behest::commands
