#include "ops/ageing.hpp"

#include <algorithm>
#include <map>

#include "core/course.hpp"
#include "ops/kpi_scope.hpp"

namespace behest::ops {
namespace {

using Counts = std::array<std::int64_t, 3>;  // by creation, reply, update

class AgeTally {
 public:
  AgeTally(KpiScope& scope, Instant as_of, const std::vector<Duration>& edges)
      : scope_(scope), as_of_(as_of), edges_(edges) {}

  void add(const LifeRow& row) {
    if (row.request != number_) begin(row);
    if (!group_) return;
    updated_ = row.life.at;
    if (row.is_undone) return;
    if ((row.life.marks & mark_deleted) != 0) {
      group_.reset();
      return;
    }
    advance(life_, row.life);
    const bool is_reply = (row.life.marks & mark_agent_reply) != 0 && row.life.at > life_.created;
    if (is_reply) replied_ = row.life.at;
  }

  void finish() {
    if (!group_ || !life_.exists || life_.state == State::closed) return;
    auto& buckets = groups_[*group_];
    buckets.resize(edges_.size() + 1);
    ++buckets[bucket(life_.created)][0];
    ++buckets[bucket(replied_.value_or(life_.created))][1];
    ++buckets[bucket(updated_)][2];
  }

  const std::map<std::size_t, std::vector<Counts>>& groups() const { return groups_; }

 private:
  void begin(const LifeRow& row) {
    finish();
    number_ = row.request;
    group_ = row.is_undone ? std::nullopt : scope_.group_of(row.request);
    life_ = {};
    replied_.reset();
  }

  std::size_t bucket(Instant since) const {
    const auto edge = std::ranges::upper_bound(edges_, as_of_ - since);
    return static_cast<std::size_t>(edge - edges_.begin());
  }

  KpiScope& scope_;
  Instant as_of_;
  const std::vector<Duration>& edges_;
  std::map<std::size_t, std::vector<Counts>> groups_;
  std::int64_t number_ = 0;
  std::optional<std::size_t> group_;
  Life life_;
  std::optional<Instant> replied_;
  Instant updated_;
};

std::string short_duration(Duration length) {
  std::string text = format_duration(length);
  std::erase(text, ' ');
  return text;
}

}  // namespace

std::vector<AgeingRow> ageing(Store& store, const KpiQuestion& question, const std::vector<Duration>& edges) {
  KpiScope scope(store, question);
  AgeTally tally(scope, question.context.time.now, edges);
  store.each_life(question.context.time.now, [&](const LifeRow& row) { tally.add(row); });
  tally.finish();
  const bool is_grouped = question.by != KpiGrouping::none;
  std::vector<std::pair<std::optional<std::string>, std::vector<Counts>>> groups;
  for (const auto& [index, buckets] : tally.groups()) {
    groups.emplace_back(is_grouped ? std::optional(scope.group_names().at(index)) : std::nullopt, buckets);
  }
  if (groups.empty() && !is_grouped) groups.emplace_back(std::nullopt, std::vector<Counts>(edges.size() + 1));
  std::ranges::sort(groups, {}, [&](const auto& group) { return group_place(question, group.first.value_or("")); });
  std::vector<AgeingRow> rows;
  rows.reserve(groups.size() * (edges.size() + 1));
  for (const auto& [name, buckets] : groups) {
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      AgeingRow row;
      row.group = name;
      if (i > 0) row.from = edges[i - 1];
      if (i < edges.size()) row.to = edges[i];
      row.n = buckets[i][0];
      row.since_reply = buckets[i][1];
      row.since_update = buckets[i][2];
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::string bucket_name(const AgeingRow& row) {
  const std::string from = row.from.ms == 0 ? "0" : short_duration(row.from);
  return "[" + from + "," + (row.to ? short_duration(*row.to) : "∞") + ")";
}

}  // namespace behest::ops
