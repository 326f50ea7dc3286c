#include <algorithm>
#include <unordered_set>

#include "commands/cost_options.hpp"
#include "commands/ledger_view.hpp"
#include "commands/targets.hpp"
#include "commands/time_view.hpp"
#include "core/civil.hpp"
#include "ops/ledger.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
namespace {

std::vector<Column> cost_columns() {
  return {{"id", "ID"},
          {"request", "Request", true},
          {"at", "On"},
          {"minor", "Minor units", true},
          {"amount", "Amount", true},
          {"currency", "Currency"},
          {"kind", "Kind"},
          {"by", "By"},
          {"note", "Note", false, true}};
}

std::vector<Cell> cells_of(const ops::CostEntry& entry) {
  return {{std::to_string(entry.request) + "." + std::to_string(entry.number)},
          {entry.request},
          {entry.at},
          {entry.amount.minor},
          {format_amount(entry.amount)},
          {entry.amount.currency},
          entry.kind.empty() ? Cell{} : Cell{entry.kind},
          {entry.by},
          entry.note.empty() ? Cell{} : Cell{entry.note}};
}

}  // namespace

text::JsonValue cost_json(const Request& request, int number) {
  for (const Fact& fact : request.facts) {
    const auto entry = ops::cost_entry(request.number, fact);
    if (entry && entry->number == number) return render::json_object(cost_columns(), cells_of(*entry));
  }
  return {};
}

void list_costs(Env& env, const CostOptions& options) {
  if (options.where && !options.words.empty()) {
    throw Error{ErrorKind::usage, "the query is given twice, as words and with -w", "leave one of them out"};
  }
  const Expr where = options.where ? query_of(env, *options.where) : query_of_words(env, options.words);
  const Span span{options.from ? time_of_option(env, "--from", *options.from) : k_first_instant,
                  options.to ? time_of_option(env, "--to", *options.to) : k_last_instant};
  std::vector<ops::CostEntry> entries;
  env.store->read([&] {
    std::unordered_set<std::int64_t> scope;
    for (const std::int64_t number : env.store->find({where, {}, std::nullopt})) scope.insert(number);
    ops::each_cost(*env.store, [&](const ops::CostEntry& entry) {
      const bool is_within = entry.at >= span.from && entry.at < span.to;
      const bool is_asked = !options.kind || entry.kind == *options.kind;
      if (is_within && is_asked && scope.contains(entry.request)) entries.push_back(entry);
    });
  });
  std::ranges::sort(entries, {},
                    [](const ops::CostEntry& entry) { return std::tuple(entry.at, entry.request, entry.number); });
  Look look = env.look();
  if (env.globals.quiet && look.format == Format::table) look.format = Format::ids;
  if (look.format == Format::table && look.only.empty()) {
    look.only = {"id", "request", "at", "amount", "currency", "kind", "by", "note"};
  }
  const auto renderer = make_renderer({cost_columns()}, look, env.spool);
  for (const ops::CostEntry& entry : entries) renderer->row(cells_of(entry));
  renderer->end();
}

}  // namespace behest::commands
