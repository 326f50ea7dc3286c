#include "ops/ledger_groups.hpp"

#include <algorithm>
#include <array>

#include "core/civil.hpp"
#include "core/transition.hpp"
#include "ops/field_groups.hpp"

namespace behest::ops {
namespace {

using Group = std::optional<std::string>;

Group some(const std::string& text) { return text.empty() ? Group() : Group(text); }

struct Grouping {
  std::string_view name;
  Group (*of)(const Request& request, const Posting& posting, const LedgerShift& shift);
};
std::string month_text(std::int64_t day, std::int64_t later) {
  const CivilDate date = date_from_days(day);
  return day_text(days_from_date(plus_months({date.year, date.month, 1}, static_cast<int>(later)))).substr(0, 7);
}

using Shift = LedgerShift;
constexpr std::array<Grouping, 8> k_groupings{{
    {"user", [](const Request&, const Posting& posting, const Shift&) { return some(posting.who); }},
    {"team", [](const Request& request, const Posting&, const Shift&) { return some(request.team); }},
    {"category", [](const Request& request, const Posting&, const Shift&) { return some(request.category); }},
    {"kind", [](const Request&, const Posting& posting, const Shift&) { return some(posting.kind); }},
    {"request",
     [](const Request& request, const Posting&, const Shift&) { return some(std::to_string(request.number)); }},
    {"day", [](const Request&, const Posting& posting,
               const Shift& shift) { return some(day_text(posting.day + shift.days)); }},
    {"week", [](const Request&, const Posting& posting,
                const Shift& shift) { return some(week_text(posting.day + 7 * shift.weeks)); }},
    {"month", [](const Request&, const Posting& posting,
                 const Shift& shift) { return some(month_text(posting.day, shift.months)); }},
}};

constexpr std::string_view k_custom = "field.";
bool is_custom(std::string_view by) { return by.starts_with(k_custom); }

}  // namespace

LedgerShift shift_between(Instant from, Instant to, const Zone& zone) {
  const std::int64_t first = local_day(from, zone);
  const std::int64_t second = local_day(to, zone);
  const auto week = [](std::int64_t day) { return floor_div(day + 3, 7); };
  const auto month = [](std::int64_t day) {
    const CivilDate date = date_from_days(day);
    return std::int64_t{date.year} * 12 + date.month;
  };
  return {second - first, week(second) - week(first), month(second) - month(first)};
}

std::vector<std::string> ledger_groupings() {
  std::vector<std::string> names;
  names.reserve(k_groupings.size());
  for (const Grouping& grouping : k_groupings) names.emplace_back(grouping.name);
  return names;
}

std::vector<std::string> ledger_groupings_of(std::string_view words, const FieldTypes& types) {
  std::vector<std::string> by;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t comma = std::min(words.find(',', at), words.size());
    std::string word(words.substr(at, comma - at));
    if (is_custom(word)) {
      word = std::string(k_custom) + field_to_group_by(types, word.substr(k_custom.size())).name;
    } else if (std::ranges::find(k_groupings, word, &Grouping::name) == k_groupings.end()) {
      throw Error{ErrorKind::usage, "'" + word + "' is nothing to group by",
                  "these are: user, team, category, kind, request, day, week, month, field.NAME"};
    }
    if (std::ranges::find(by, word) != by.end()) {
      throw Error{ErrorKind::usage, "'" + word + "' stands twice in --by", "name each once"};
    }
    by.push_back(std::move(word));
    at = comma + 1;
  }
  return by;
}

LedgerScope::LedgerScope(Store& store, const LedgerQuestion& question) : store_(store), question_(question) {
  if (question.where.kind == Expr::Kind::everything) return;
  numbers_ = store.find({question.where, {}, std::nullopt});
  std::ranges::sort(numbers_);
}

const Request* LedgerScope::request(std::int64_t number) {
  if (question_.where.kind != Expr::Kind::everything && !std::ranges::binary_search(numbers_, number)) return nullptr;
  if (!last_ || last_->number != number) last_ = store_.request(number);
  return last_ && !last_->is_deleted ? &*last_ : nullptr;
}

std::vector<Group> LedgerScope::groups(const Request& request, const Posting& posting) const {
  std::vector<Group> groups;
  groups.reserve(question_.by.size());
  for (const std::string& by : question_.by) {
    if (is_custom(by)) {
      groups.push_back(some(value_in(request, by.substr(k_custom.size()))));
      continue;
    }
    groups.push_back(std::ranges::find(k_groupings, by, &Grouping::name)->of(request, posting, question_.shift));
  }
  return groups;
}

void each_day(const Config& config, const WorkEntry& entry, const LedgerQuestion& question,
              const std::function<void(std::int64_t, const Portion&)>& visit) {
  const Instant end = std::min({entry.end(question.as_of), question.period.to, question.as_of});
  Instant at = std::max(entry.start, question.period.from);
  while (at < end) {
    const std::int64_t day = local_day(at, question.zone);
    const Instant next = std::max(at + Duration{1}, std::min(end, local_day_start(day + 1, question.zone)));
    visit(day, portion_of(config, entry, question.as_of, {at, next}));
    at = next;
  }
}

}  // namespace behest::ops
