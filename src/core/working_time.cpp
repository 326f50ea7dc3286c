#include "core/working_time.hpp"

#include <algorithm>

#include "core/civil.hpp"

namespace behest {
namespace {

// A table grows by so much at a time, and a search ends after so much without any open time.
constexpr std::int64_t k_block_ms = 64 * k_ms_per_day;
constexpr std::int64_t k_most_blocks = 4000 / 64 + 1;

}  // namespace

WorkingTime::WorkingTime(const std::vector<const Calendar*>& calendars, std::vector<Span> cuts)
    : cuts_(std::move(cuts)) {
  for (const Calendar* calendar : calendars) {
    if (!calendar->is_always_open() && std::ranges::find(calendars_, calendar) == calendars_.end())
      calendars_.push_back(calendar);
  }
  if (calendars_.size() == 1 && cuts_.empty()) only_ = calendars_.front();
}

// Openings and closings are whole seconds: halves of halves of a stretch, which begins with a day, come to them.
void WorkingTime::append_open(std::int64_t from, std::int64_t to, std::vector<Open>& open) const {
  bool is_whole = true;
  for (const Calendar* calendar : calendars_) {
    const std::int64_t length = calendar->elapsed({from}, {to}).ms;
    if (length == 0) return;
    is_whole = is_whole && length == to - from;
  }
  if (is_whole) {
    if (!open.empty() && open.back().to == from) {
      open.back().to = to;
    } else {
      open.push_back({from, to, 0});
    }
  } else if (to - from > k_ms_per_second) {
    const std::int64_t middle = from + (to - from) / 2 / k_ms_per_second * k_ms_per_second;
    append_open(from, middle, open);
    append_open(middle, to, open);
  }
}

std::vector<WorkingTime::Open> WorkingTime::open_between(std::int64_t from, std::int64_t to) const {
  std::vector<Open> open;
  append_open(from, to, open);
  for (const Span& cut : cuts_) {
    std::vector<Open> left;
    left.reserve(open.size() + 1);
    for (const Open& one : open) {
      if (one.from < std::min(one.to, cut.from.ms)) left.push_back({one.from, std::min(one.to, cut.from.ms), 0});
      if (std::max(one.from, cut.to.ms) < one.to) left.push_back({std::max(one.from, cut.to.ms), one.to, 0});
    }
    open = std::move(left);
  }
  std::int64_t sum = 0;
  for (Open& one : open) {
    one.before = sum;
    sum += one.to - one.from;
  }
  return open;
}

// Both say whether the new part of the table is one that the calendars had a say in.
bool WorkingTime::grow_forward() const {
  for (const Span& cut : cuts_) {
    if (cut.from.ms > end_ || cut.to.ms < end_ + k_block_ms) continue;
    end_ = floor_div(cut.to.ms, k_ms_per_day) * k_ms_per_day;
    return false;
  }
  std::vector<Open> open = open_between(end_, end_ + k_block_ms);
  const std::int64_t sum = open_.empty() ? 0 : open_.back().until();
  for (Open& one : open) one.before += sum;
  open_.insert(open_.end(), open.begin(), open.end());
  end_ += k_block_ms;
  return true;
}

bool WorkingTime::grow_backward() const {
  for (const Span& cut : cuts_) {
    if (cut.to.ms < begin_ || cut.from.ms > begin_ - k_block_ms) continue;
    begin_ = (floor_div(cut.from.ms, k_ms_per_day) + 1) * k_ms_per_day;
    return false;
  }
  std::vector<Open> open = open_between(begin_ - k_block_ms, begin_);
  if (!open.empty() && !open_.empty()) {
    const std::int64_t shift = open_.front().before - open.back().until();
    for (Open& one : open) one.before += shift;
  }
  open_.insert(open_.begin(), open.begin(), open.end());
  begin_ -= k_block_ms;
  return true;
}

void WorkingTime::cover(Instant at) const {
  if (begin_ == end_) begin_ = end_ = floor_div(at.ms, k_ms_per_day) * k_ms_per_day;
  while (at.ms < begin_) grow_backward();
  while (at.ms >= end_) grow_forward();
}

Error WorkingTime::never_open(Instant from) const {
  std::string names;
  for (const Calendar* calendar : calendars_) {
    if (!names.empty()) names += " and ";
    names += "'";
    names += calendar->name();
    names += "'";
  }
  const std::string what = calendars_.size() == 1 ? "the calendar " + names + " is never open"
                                                  : "the calendars " + names + " are never open together";
  return {ErrorKind::bad_config, what + " within 4000 days of " + format_rfc3339(from),
          "look at the weeks and the holidays"};
}

// Both lengthen the table by at least one opening, or throw.
void WorkingTime::seek_forward(Instant from) const {
  const std::size_t known = open_.size();
  for (std::int64_t blocks = 0; open_.size() == known;) {
    if (blocks == k_most_blocks || end_ > k_last_instant.ms) throw never_open(from);
    blocks += grow_forward() ? 1 : 0;
  }
}

void WorkingTime::seek_backward(Instant from) const {
  const std::size_t known = open_.size();
  for (std::int64_t blocks = 0; open_.size() == known;) {
    if (blocks == k_most_blocks || begin_ < k_first_instant.ms) throw never_open(from);
    blocks += grow_backward() ? 1 : 0;
  }
}

// How many stretches begin at or before the instant.
std::size_t WorkingTime::count_begun(Instant at) const {
  const auto after = std::upper_bound(open_.begin(), open_.end(), at.ms,
                                      [](std::int64_t wanted, const Open& open) { return wanted < open.from; });
  return static_cast<std::size_t>(after - open_.begin());
}

std::int64_t WorkingTime::open_until(Instant at) const {
  const std::size_t begun = count_begun(at);
  if (begun == 0) return open_.empty() ? 0 : open_.front().before;
  const Open& open = open_[begun - 1];
  return open.before + std::min(at.ms, open.to) - open.from;
}

Duration WorkingTime::elapsed(Instant a, Instant b) const {
  if (is_always()) return b - a;
  if (only_ != nullptr) return only_->elapsed(a, b);
  cover(a);
  cover(b);
  return {open_until(b) - open_until(a)};
}

Instant WorkingTime::add(Instant start, Duration length) const {
  if (is_always()) return start + length;
  if (only_ != nullptr) return only_->add(start, length);
  if (length.ms == 0) return next(start);
  cover(start);
  if (open_.empty()) seek_forward(start);
  const std::int64_t wanted = open_until(start) + length.ms;
  while (open_.back().until() < wanted) seek_forward(start);
  const auto found = std::lower_bound(open_.begin(), open_.end(), wanted,
                                      [](const Open& open, std::int64_t sum) { return open.until() < sum; });
  return {found->from + wanted - found->before};
}

Instant WorkingTime::subtract(Instant start, Duration length) const {
  if (is_always()) return start - length;
  if (only_ != nullptr) return only_->subtract(start, length);
  if (length.ms == 0) return prev(start);
  cover(start);
  if (open_.empty()) seek_backward(start);
  const std::int64_t wanted = open_until(start) - length.ms;
  while (open_.front().before > wanted) seek_backward(start);
  const auto after = std::upper_bound(open_.begin(), open_.end(), wanted,
                                      [](std::int64_t sum, const Open& open) { return sum < open.before; });
  const Open& open = *(after - 1);
  return {open.from + wanted - open.before};
}

Instant WorkingTime::next(Instant at) const {
  if (is_always()) return at;
  if (only_ != nullptr) return only_->next(at);
  cover(at);
  const std::size_t begun = count_begun(at);
  if (begun > 0 && at.ms < open_[begun - 1].to) return at;
  if (begun == open_.size()) seek_forward(at);
  return {open_[begun].from};
}

Instant WorkingTime::prev(Instant at) const {
  if (is_always()) return at;
  if (only_ != nullptr) return only_->prev(at);
  cover(at);
  if (count_begun(at) == 0) seek_backward(at);
  const Open& open = open_[count_begun(at) - 1];
  return {std::min(at.ms, open.to)};
}

Instant WorkingTime::moved(Instant from, std::int64_t seconds) const {
  if (seconds == 0) return from;
  return seconds < 0 ? subtract(from, {-seconds * 1000}) : add(from, {seconds * 1000});
}

}  // namespace behest
