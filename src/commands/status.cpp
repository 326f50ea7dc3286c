#include "commands/listing.hpp"
#include "commands/registry.hpp"
#include "commands/targets.hpp"
#include "ops/today.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

struct Options {};

void declare(Args&, Options&) {}

struct Figure {
  const char* key;
  const char* title;
  const char* query;
  Tone tone;  // when it is not zero
};
// Each a part of what is open.
constexpr Figure k_figures[] = {
    {"new", "New", "state:new", Tone::strong},
    {"open", "Open", "state:open", Tone::plain},
    {"pending", "Waiting on requesters", "state:pending", Tone::plain},
    {"hold", "Waiting on others", "state:hold", Tone::plain},
    {"unassigned", "Nobody's", "is:unassigned is:open", Tone::warning},
    {"overdue", "Overdue", "is:overdue", Tone::bad},
    {"stale", "Without news", "is:stale", Tone::warning},
    {"critical", "P1 and P2", "priority<=P2 is:open", Tone::bad},
    {"mine", "Mine", "assignee:me is:open", Tone::strong},
};
// Counted from the events of today.
constexpr Figure k_created_today{"created_today", "Came in today", "", Tone::plain};
constexpr Figure k_closed_today{"closed_today", "Closed today", "", Tone::good};

struct Counted {
  Figure figure;
  std::int64_t count;
};

struct Glance {
  std::vector<Counted> figures;
  std::vector<Request> urgent;
};

Glance look_around(Env& env) {
  Glance glance;
  env.store->read([&] {
    std::vector<Expr> parts;
    for (const Figure& figure : k_figures) parts.push_back(query_of(env, figure.query));
    const std::vector<std::int64_t> counts = env.store->counts(query_of(env, "is:open"), parts);
    for (std::size_t i = 0; i < counts.size(); ++i) glance.figures.push_back({k_figures[i], counts[i]});
    const Instant today = day_start(env.now, env.zone());
    const ops::Traffic traffic = ops::traffic(*env.store, today, add_days(today, 1, env.zone()), env.now);
    glance.figures.push_back({k_created_today, traffic.created});
    glance.figures.push_back({k_closed_today, traffic.closed});
    const std::vector<SortKey> order = {{QueryField::priority, "", false}, {QueryField::due, "", false}};
    env.store->each_request({query_of(env, "assignee:me state:new,open"), order, 5},
                            [&](const Request& request) { glance.urgent.push_back(request); });
  });
  return glance;
}

void print_json(Env& env, const Glance& glance) {
  text::JsonValue::Object object = {{"as_of", format_rfc3339(env.now)}, {"user", env.actor.name}};
  for (const Counted& one : glance.figures) object.emplace_back(one.figure.key, one.count);
  text::JsonValue::Array next;
  for (const Request& request : glance.urgent) next.emplace_back(request.number);
  object.emplace_back("next", next);
  env.spool.add(text::json_document(object));
}

void run(Env& env, const Options&) {
  const Glance glance = look_around(env);
  Look look = env.look();
  if (env.is_json()) {
    print_json(env, glance);
    return;
  }
  Table figures{{{"what", "Now"}, {"count", "Requests", true}}};
  const auto renderer = make_renderer(figures, look, env.spool);
  for (const Counted& one : glance.figures) {
    const Tone tone = one.count == 0 ? Tone::dim : one.figure.tone;
    renderer->row({{std::string(one.figure.title), tone}, {one.count, tone}});
  }
  renderer->end();
  if (glance.urgent.empty() || look.format != Format::table) return;
  env.say("");
  const std::vector<RequestColumn> columns = short_columns();
  Table table;
  for (const RequestColumn& column : columns) table.columns.push_back(column.column);
  const auto list = make_renderer(table, look, env.spool);
  for (const Request& request : glance.urgent) list->row(linked_cells(env, columns, request));
  list->end();
}

constexpr Example k_examples[] = {
    {"One screen of what matters now", "behest status"},
};

}  // namespace

constinit const Command k_status{
    "status",
    "show one screen of what matters now",
    "start",
    Needs::store_read,
    "How many requests are new, open, waiting, overdue, nobody's and yours, and the five of yours that are the most "
    "urgent. Without news means not changed for 14 days (`query.stale` in behest.toml(5)).",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
