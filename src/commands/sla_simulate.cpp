#include "commands/sla_simulate.hpp"

#include <algorithm>

#include "commands/targets.hpp"
#include "ops/clocks.hpp"

namespace behest::commands {
namespace {

constexpr Duration k_quarter{91LL * 86'400'000};

struct Figures {
  std::int64_t met = 0;
  std::int64_t breached = 0;
  std::int64_t pending = 0;
};
using ByKind = std::array<Figures, k_clock_kinds.size()>;

Instant time_of(Env& env, const char* option, const std::optional<std::string>& text, Instant fallback) {
  if (!text) return fallback;
  const Parsed<Instant> at = parse_instant(*text, env.time());
  if (at) return *at;
  throw Error{ErrorKind::usage, std::string(option) + ": " + at.error().message, at.error().hint};
}

void set_target(const char* option, const std::optional<std::string>& text, std::optional<Duration>& target) {
  if (!text) return;
  const Parsed<Duration> length = parse_duration(*text);
  if (!length) throw Error{ErrorKind::usage, std::string(option) + ": " + length.error().message, length.error().hint};
  if (length->ms <= 0) throw Error{ErrorKind::usage, std::string(option) + " takes more than nothing", "such as 30m"};
  target = *length;
}

// The configuration with the targets that are tried; one for every request where there is none.
Config tried(const Env& env, const SimulateOptions& options) {
  Config config = env.config();
  if (config.slas.empty()) {
    config.slas.emplace_back();
    config.slas.back().name = "tried";
  }
  if (options.sla && std::ranges::none_of(config.slas, [&](const SlaConfig& sla) { return sla.name == options.sla; })) {
    throw Error{ErrorKind::usage, "there is no service level '" + *options.sla + "'", "see 'behest sla list'"};
  }
  for (SlaConfig& sla : config.slas) {
    if (options.sla && sla.name != *options.sla) continue;
    set_target("--respond", options.respond, sla.targets[0]);
    set_target("--update", options.update, sla.targets[1]);
    set_target("--resolve", options.resolve, sla.targets[2]);
    if (options.calendar) sla.calendar = *options.calendar;
  }
  return config;
}

// METRICS 3, attainment: by the deciding instant in [from, to); what is not decided yet is apart.
std::vector<ByKind> figures_of(Store& store, const Config& config, const QueryContext& context, const Expr& where,
                               const Span& period) {
  const ops::Promises promises(config);
  std::vector<ByKind> all(config.slas.size());
  ops::each_clock(store, promises, context, where, [&](std::int64_t, const std::vector<SlaClock>& clocks) {
    for (const SlaClock& clock : clocks) {
      Figures& figures = all[clock.policy].at(static_cast<std::size_t>(clock.kind));
      const auto decided = clock.decided();
      if (!decided) figures.pending += clock.state == ClockState::cancelled ? 0 : 1;
      if (!decided || *decided < period.from || *decided >= period.to) continue;
      ++(clock.state == ClockState::met ? figures.met : figures.breached);
    }
  });
  return all;
}

std::string percent(const Figures& figures) {
  const std::int64_t n = figures.met + figures.breached;
  if (n == 0) return "n/a";
  const std::int64_t tenths = (figures.met * 2000 + n) / (2 * n);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

Cell attainment(const Figures& figures, bool is_json) {
  const std::int64_t n = figures.met + figures.breached;
  if (!is_json) return {percent(figures)};
  if (n == 0) return {};
  return {text::JsonValue(static_cast<double>(figures.met) / static_cast<double>(n))};
}

}  // namespace

void declare_simulate(Args& args, SimulateOptions& options) {
  args.option("--sla", options.sla, "NAME", "simulate: try the targets with this one alone");
  args.option("--respond", options.respond, "DURATION", "simulate: another target of the first answer");
  args.option("--update", options.update, "DURATION", "simulate: another target of further answers");
  args.option("--resolve", options.resolve, "DURATION", "simulate: another target of the end");
  args.option("--calendar", options.calendar, "NAME", "simulate: by another calendar");
  args.option("--from", options.from, "TIME", "simulate: clocks decided since then; by default 91 days ago");
  args.option("--to", options.to, "TIME", "simulate: and before then");
}

void simulate(Env& env, const SimulateOptions& options, const std::optional<std::string>& where, Instant as_of) {
  const Instant to = time_of(env, "--to", options.to, as_of + Duration{1});
  const Span period{time_of(env, "--from", options.from, as_of - k_quarter), to};
  if (period.to < period.from)
    throw Error{ErrorKind::usage, "--to lies before --from", "give the earlier one as --from"};
  const Config config = tried(env, options);
  const Expr scope = where ? query_of(env, *where) : Expr{};
  QueryContext context = env.query();
  context.time.now = as_of;
  std::vector<ByKind> now;
  std::vector<ByKind> then;
  env.store->read([&] {
    now = figures_of(*env.store, env.config(), context, scope, period);
    then = figures_of(*env.store, config, context, scope, period);
  });
  now.resize(then.size());
  const bool is_json = env.is_json();
  const auto renderer = make_renderer({{{"sla", "SLA"},
                                        {"clock", "Clock"},
                                        {"n", "N", true},
                                        {"met", "Met", true},
                                        {"breached", "Breached", true},
                                        {"pending", "Pending", true},
                                        {"attainment", "Attainment", true},
                                        {"configured", "As configured", true}}},
                                      env.look(), env.spool);
  for (std::size_t i = 0; i < then.size(); ++i) {
    for (const ClockKind kind : k_clock_kinds) {
      const auto index = static_cast<std::size_t>(kind);
      const Figures& figures = then[i].at(index);
      if (!config.slas[i].targets.at(index)) continue;
      renderer->row({{config.slas[i].name},
                     {std::string(name_of(kind))},
                     {figures.met + figures.breached},
                     {figures.met},
                     {figures.breached},
                     {figures.pending},
                     attainment(figures, is_json),
                     attainment(now[i].at(index), is_json)});
    }
  }
  renderer->end();
}

}  // namespace behest::commands
