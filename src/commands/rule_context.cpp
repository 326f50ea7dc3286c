#include "commands/rule_context.hpp"

#include <algorithm>

#include "render/request_view.hpp"
#include "render/template.hpp"

namespace behest::commands {

std::string filled(Env& env, const std::string& text, const Request& request) {
  const std::vector<render::RequestColumn> shown = render::request_columns(true);
  std::vector<Column> columns;
  columns.reserve(shown.size());
  for (const render::RequestColumn& one : shown) columns.push_back(one.column);
  const std::vector<Cell> cells = render::cells_of(shown, request);
  Look look;
  look.now = env.now;
  look.zone = env.zone();
  std::string out;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const auto line = render::Template::parse(text.substr(from, end - from), columns);
    if (!line) {
      throw Error{
          ErrorKind::bad_config,
          "the template of a comment, column " + std::to_string(line.error().column) + ": " + line.error().message,
          line.error().hint};
    }
    if (from > 0) out += '\n';
    out += line->line(cells, look).view();
    from = end + 1;
  }
  return out;
}

ops::RuleContext rule_context(Env& env) {
  return {env.query(), [&env](const std::string& text, const Request& request) { return filled(env, text, request); }};
}

ops::RuleReport tick_rules(Env& env, ops::Work& work) {
  const bool has_any = std::ranges::any_of(
      env.config().rules, [](const RuleConfig& rule) { return std::ranges::find(rule.on, "tick") != rule.on.end(); });
  if (!has_any) return {};
  Expr open;
  open.kind = Expr::Kind::word;
  open.word = QueryWord::open;
  const auto numbers = env.store->find({open, {{QueryField::id, "", false}}, std::nullopt});
  return ops::run_rules(work, numbers, {std::nullopt, "tick", true}, rule_context(env));
}

void apply_rules(Env& env, ops::Work& work) {
  work.act_as(env.actor.name, env.now);
  ops::settle(work, [&] { return rule_context(env); });
}

void keep_report(Env& env, ops::RuleReport report) {
  env.told.clear();
  for (const std::string& failure : report.failures) env.note(failure);
  if (!report.failures.empty()) env.status = ErrorKind::partial;
  for (ops::Outcome& outcome : report.outcomes) env.told.push_back(std::move(outcome.sentence));
  env.settled.clear();
  if (!env.is_json()) return;
  for (const std::int64_t number : report.requests) {
    auto request = env.store->request(number);
    if (!request) continue;
    request->comments = env.store->comments(number);
    env.settled.push_back(*std::move(request));
  }
}

}  // namespace behest::commands
