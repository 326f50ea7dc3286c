#include <algorithm>
#include <limits>
#include <set>
#include <unordered_set>

#include "store/sql_store.hpp"

// The table life_block: of each run of k_block requests between which instants their events lie, and how many of them
// are unresolved after the last. A sum is made once the run is full, and taken away when anything happens to one of its
// requests, so that a question about a month need not look at the requests that had nothing to do with it.
namespace behest::store {
namespace {

constexpr std::int64_t k_block = 256;
// How many sums a change makes at most for each run that it has filled: a moment's work, now and then.
constexpr std::int64_t k_sums_each = 8;

}  // namespace

// What is known of one run of requests.
struct SqlStore::BlockSum {
  std::int64_t first_at = 0;
  std::int64_t last_at = 0;
  std::int64_t unresolved = 0;
  bool operator==(const BlockSum&) const = default;
};

SqlStore::BlockSum SqlStore::sum_of(std::int64_t block, const std::unordered_set<std::int64_t>& undone) {
  BlockSum sum{std::numeric_limits<std::int64_t>::max(), 0, 0};
  std::int64_t number = 0;
  bool is_there = false;
  bool is_resolved = false;
  const auto finish = [&] { sum.unresolved += is_there && !is_resolved ? 1 : 0; };
  run("SELECT request, at, state, marks, command FROM event WHERE request >= $1 AND request < $2 ORDER BY request, id",
      {block * k_block, (block + 1) * k_block}, [&](const Row& row) {
        const bool is_undone = undone.contains(row.integer(4));
        sum.first_at = std::min(sum.first_at, row.integer(1));
        sum.last_at = std::max(sum.last_at, row.integer(1));
        if (row.integer(0) != number) {
          finish();
          number = row.integer(0);
          is_there = !is_undone;  // without its submit a request never was
          is_resolved = false;
        }
        if (is_undone) return true;
        if ((row.integer(3) & mark_deleted) != 0) is_there = false;
        if (!row.is_null(2)) is_resolved = row.integer(2) == static_cast<std::int64_t>(State::closed);
        return true;
      });
  finish();
  return sum;
}

std::unordered_set<std::int64_t> SqlStore::undone_now() {
  // Only what an undo is about can be undone, and these are few.
  const std::vector<std::int64_t> ids = integers(
      "SELECT id FROM command WHERE id IN (SELECT target FROM command WHERE target IS NOT NULL) AND undone <> 0",
      {});
  return {ids.begin(), ids.end()};
}

void SqlStore::sum_up(std::int64_t most) {
  const std::int64_t full = (one_integer("SELECT MAX(number) FROM request", {}).value_or(-1) + 1) / k_block;
  const std::vector<std::int64_t> there = integers("SELECT number FROM life_block ORDER BY number", {});
  if (static_cast<std::int64_t>(there.size()) >= full) return;
  const std::unordered_set<std::int64_t> undone = undone_now();
  for (std::int64_t block = 0; block < full && most > 0; ++block) {
    if (std::ranges::binary_search(there, block)) continue;
    const BlockSum sum = sum_of(block, undone);
    post("INSERT INTO life_block (number, first_at, last_at, unresolved) VALUES ($1, $2, $3, $4)",
         {block, sum.first_at, sum.last_at, sum.unresolved});
    --most;
  }
}

void SqlStore::sum_up_filled() {
  if (filled_ > 0) sum_up(filled_ * k_sums_each);
}

void SqlStore::sum_up_all() { sum_up(std::numeric_limits<std::int64_t>::max()); }

void SqlStore::sum_up_anew() {
  post("DELETE FROM life_block", {});
  sum_up_all();
}

std::vector<std::int64_t> SqlStore::missummed() {
  const std::unordered_set<std::int64_t> undone = undone_now();
  std::vector<std::int64_t> numbers;
  run("SELECT number, first_at, last_at, unresolved FROM life_block ORDER BY number", {}, [&](const Row& row) {
    const BlockSum sum{row.integer(1), row.integer(2), row.integer(3)};
    if (sum != sum_of(row.integer(0), undone)) numbers.push_back(row.integer(0) * k_block);
    return true;
  });
  return numbers;
}

void SqlStore::begin_blocks(std::int64_t next_number) { first_open_block_ = next_number / k_block; }

void SqlStore::note_new(std::int64_t number) {
  filled_ += number % k_block == k_block - 1 ? 1 : 0;
  note_change(number);
}

void SqlStore::note_change(std::int64_t number) {
  const std::int64_t block = number / k_block;
  if (block >= first_open_block_ || block == changed_block_) return;
  changed_block_ = block;
  post_beside("DELETE FROM life_block WHERE number = $1", {block});
}

void SqlStore::note_changes_of(std::int64_t command) {
  std::set<std::int64_t> numbers;
  run("SELECT command, request FROM event WHERE id >= $1 ORDER BY id", {first_event_of(command)}, [&](const Row& row) {
    if (row.integer(0) != command) return false;
    numbers.insert(row.integer(1) / k_block * k_block);
    return true;
  });
  for (const std::int64_t number : numbers) note_change(number);
}

void SqlStore::forget_blocks() {
  first_open_block_ = std::numeric_limits<std::int64_t>::max();
  changed_block_ = -1;
  filled_ = 0;
}

std::int64_t SqlStore::each_life_within(Instant from, Instant to, Instant as_of,
                                        const std::function<void(const LifeRow&)>& visit, std::int64_t later_marks) {
  const auto undone = undone_at(as_of);
  const std::unordered_set<std::int64_t> now = undone_now();
  // The sums are of today; what is undone since, or redone, they do not tell.
  const bool is_as_today =
      std::ranges::all_of(undone, [&](const auto& command) { return command.second == now.contains(command.first); });
  std::int64_t unresolved = 0;
  std::vector<std::int64_t> left_out;
  run("SELECT number, first_at, last_at, unresolved FROM life_block ORDER BY number", {}, [&](const Row& row) {
    if (!is_as_today) return false;
    const bool is_over = row.integer(2) < from.ms;
    if (is_over) unresolved += row.integer(3);
    if (is_over || row.integer(1) >= to.ms) left_out.push_back(row.integer(0));
    return true;
  });
  const auto visit_between = [&](std::int64_t first, std::int64_t end) {
    if (first >= end) return;
    run("SELECT " BEHEST_LIFE_COLUMNS
        " FROM event WHERE request >= $1 AND request < $2 AND (at <= $3 OR (marks & $4) <> 0) ORDER BY request, id",
        {first, end, as_of.ms, later_marks}, [&](const Row& row) {
          visit(read_life(row, undone));
          return true;
        });
  };
  std::int64_t next = 0;
  for (const std::int64_t block : left_out) {
    visit_between(next, block * k_block);
    next = (block + 1) * k_block;
  }
  visit_between(next, std::numeric_limits<std::int64_t>::max());
  return unresolved;
}

}  // namespace behest::store
