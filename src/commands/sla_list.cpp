#include "commands/sla_list.hpp"

#include "ops/clocks.hpp"

namespace behest::commands {
namespace {

Cell target_cell(const SlaPolicy& policy, ClockKind kind) {
  const auto target = policy.target(kind);
  return target ? Cell{*target} : Cell{};
}

Cell text_cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

// How many that are not closed come first under each.
std::vector<std::int64_t> open_counts(Store& store, const ops::Promises& promises) {
  std::vector<std::int64_t> counts(promises.policies().size());
  if (counts.empty()) return counts;
  Expr open;
  open.kind = Expr::Kind::word;
  open.word = QueryWord::open;
  store.each_request({open, {}, {}}, [&](const Request& request) {
    if (const auto policy = promises.policy_of(request)) ++counts[*policy];
  });
  return counts;
}

}  // namespace

void list_slas(Env& env) {
  const ops::Promises promises(env.config());
  std::vector<std::int64_t> counts;
  env.store->read([&] { counts = open_counts(*env.store, promises); });
  const auto renderer = make_renderer({{{"name", "SLA"},
                                        {"when", "When", false, true},
                                        {"respond_s", "Respond", true},
                                        {"update_s", "Update", true},
                                        {"resolve_s", "Resolve", true},
                                        {"calendar", "Calendar"},
                                        {"pause", "Pause"},
                                        {"reopen", "Reopen"},
                                        {"open", "Open", true}}},
                                      env.look(), env.spool);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const SlaPolicy& policy = promises.policies()[i];
    std::vector<std::string> pauses;
    pauses.reserve(policy.pauses.size());
    for (const State state : policy.pauses) pauses.emplace_back(name_of(state));
    renderer->row({{policy.name},
                   text_cell(promises.config_of(i).when),
                   target_cell(policy, ClockKind::response),
                   target_cell(policy, ClockKind::update),
                   target_cell(policy, ClockKind::resolution),
                   {policy.calendar->name()},
                   {pauses},
                   {std::string(name_of(policy.reopen))},
                   {counts[i]}});
  }
  renderer->end();
  if (counts.empty() && !env.is_json()) env.note("there is no service level; see [sla.NAME] in 'man behest.toml'");
}

}  // namespace behest::commands
