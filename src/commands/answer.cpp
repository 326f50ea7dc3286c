#include "commands/answer.hpp"

#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;

void print_requests(Env& env, const std::vector<Request>& requests, bool is_single) {
  const std::vector<RequestColumn> columns = request_columns(true);
  Table table;
  for (const RequestColumn& column : columns) table.columns.push_back(column.column);
  table.is_single = is_single;
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const Request& request : requests) renderer->row(cells_of(columns, request));
  renderer->end();
}

void answer(Env& env, const std::vector<ops::Outcome>& outcomes, const std::vector<Request>& requests, bool is_plural) {
  if (outcomes.empty() && !env.globals.quiet) env.note("no request matches");
  if (env.is_json()) {
    print_requests(env, requests, !is_plural);
    return;
  }
  const bool is_ids = env.globals.quiet || env.look().format == Format::ids;
  for (const ops::Outcome& outcome : outcomes) {
    if (is_ids) {
      env.say(std::to_string(outcome.number));
    } else {
      env.say((env.globals.dry_run ? "would be: " : "") + outcome.sentence);
    }
  }
}

}  // namespace behest::commands
