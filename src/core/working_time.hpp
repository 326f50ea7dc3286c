#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "behest/core/calendar.hpp"

namespace behest {

// When somebody can work on something: the hours that several calendars all have open, without what is cut out of them.
// What is found is kept, so it is for one thread. Error(bad_config) when the calendars are not open together, cuts
// aside, within 4000 days of where it is asked.
class WorkingTime {
 public:
  // The calendars outlive it; without any it is all the time.
  explicit WorkingTime(const std::vector<const Calendar*>& calendars, std::vector<Span> cuts = {});

  bool is_always() const { return calendars_.empty() && cuts_.empty(); }
  // All of them as of Calendar.
  Duration elapsed(Instant a, Instant b) const;
  Instant add(Instant start, Duration length) const;
  Instant subtract(Instant start, Duration length) const;
  Instant next(Instant at) const;
  Instant prev(Instant at) const;
  // add(), or subtract() for seconds below 0; for none it is `from`.
  Instant moved(Instant from, std::int64_t seconds) const;

 private:
  struct Open {
    std::int64_t from;  // ms
    std::int64_t to;
    std::int64_t before;  // open time since an arbitrary first instant
    std::int64_t until() const { return before + to - from; }
  };

  void append_open(std::int64_t from, std::int64_t to, std::vector<Open>& open) const;
  std::vector<Open> open_between(std::int64_t from, std::int64_t to) const;
  bool grow_forward() const;
  bool grow_backward() const;
  void cover(Instant at) const;
  void seek_forward(Instant from) const;
  void seek_backward(Instant from) const;
  Error never_open(Instant from) const;
  std::size_t count_begun(Instant at) const;
  std::int64_t open_until(Instant at) const;

  std::vector<const Calendar*> calendars_;  // those that are closed at times
  std::vector<Span> cuts_;
  const Calendar* only_ = nullptr;  // what alone it is
  mutable std::vector<Open> open_;  // in [begin_, end_), ms
  mutable std::int64_t begin_ = 0;
  mutable std::int64_t end_ = 0;
};

}  // namespace behest
