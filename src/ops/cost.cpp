#include <algorithm>

#include "core/transition.hpp"
#include "ops/ledger.hpp"
#include "ops/members.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_note_limit = 1000;

std::string field_of(int number) { return "cost." + std::to_string(number); }

}  // namespace

std::optional<CostEntry> cost_entry(std::int64_t request, const Fact& fact) {
  if (fact.kind != "cost") return std::nullopt;
  CostEntry entry;
  entry.request = request;
  entry.number = static_cast<int>(number_in(fact.name));
  entry.amount = {integer_in(fact.value, "minor"), text_in(fact.value, "currency")};
  if (entry.number == 0 || !minor_digits(entry.amount.currency)) return std::nullopt;
  entry.at = Instant{integer_in(fact.value, "at")};
  entry.kind = text_in(fact.value, "kind");
  entry.note = text_in(fact.value, "note");
  entry.by = text_in(fact.value, "by");
  return entry;
}

void each_cost(Store& store, const std::function<void(const CostEntry&)>& visit) {
  store.each_fact("cost", "", [&](std::int64_t request, const Fact& fact) {
    if (const auto entry = cost_entry(request, fact)) visit(*entry);
  });
}

Outcome add_cost(Work& work, Request& request, CostEntry entry) {
  entry.number = next_fact_number(request, "cost");
  if (!entry.kind.empty()) entry.kind = checked_name("kind", entry.kind);
  check_text("note", entry.note, k_note_limit);
  const JsonValue value =
      JsonValue::Object{{"minor", entry.amount.minor}, {"currency", entry.amount.currency}, {"at", entry.at.ms},
                        {"kind", or_null(entry.kind)}, {"note", or_null(entry.note)},       {"by", entry.by}};
  work.change(request, "cost", {change_to(request, field_of(entry.number), value)});
  return {request.number,
          id_text(request.number) + "." + std::to_string(entry.number) + " " + format_money(entry.amount), true};
}

Outcome remove_cost(Work& work, Request& request, int number) {
  const std::string id = id_text(request.number) + "." + std::to_string(number);
  if (!work.change(request, "cost", {change_to(request, field_of(number), {})})) {
    throw Error{ErrorKind::not_found, "there is no cost " + id,
                "see 'behest cost list id:" + std::to_string(request.number) + "'"};
  }
  return {request.number, id + " taken away", true};
}

const Rate* rate_for(const Config& config, std::string_view kind, std::string_view agent, std::string_view team,
                     std::int64_t day) {
  const auto of = [&](const auto* declared) { return declared == nullptr ? nullptr : rate_on(declared->rates, day); };
  if (const Rate* rate = of(config.work_kind(kind))) return rate;
  if (const Rate* rate = of(config.agent(agent))) return rate;
  for (const TeamConfig& one : config.teams) {
    const bool is_member = std::ranges::find(one.members, agent) != one.members.end();
    const Rate* const rate = is_member ? rate_on(one.rates, day) : nullptr;
    if (rate != nullptr) return rate;
  }
  return of(config.team(team));
}

}  // namespace behest::ops
