#include <algorithm>
#include <limits>
#include <set>

#include "store/life_pack.hpp"
#include "store/sql_store.hpp"

// The table life_block: of each run of k_block requests the clock-bearing columns of their events, packed; between
// which instants these lie; and how many of the requests are unresolved after the last. A row is made once the run is
// full, and taken away when anything happens to one of its requests: so a report reads less, and one of a period does
// not look at the requests that had nothing to do with it.
namespace behest::store {
namespace {

constexpr std::int64_t k_block = 256;
// How many sums a change makes at most for each run that it has filled: a moment's work, now and then.
constexpr std::int64_t k_sums_each = 8;
constexpr Instant k_never{std::numeric_limits<std::int64_t>::min()};
constexpr Instant k_always{std::numeric_limits<std::int64_t>::max()};
constexpr std::string_view k_spans = "SELECT number, first_at, last_at, unresolved FROM life_block ORDER BY number";
constexpr std::string_view k_sums =
    "SELECT number, first_at, last_at, unresolved, lives FROM life_block ORDER BY number";

}  // namespace

// What is known of one run of requests.
struct SqlStore::BlockSum {
  std::int64_t first_at = 0;
  std::int64_t last_at = 0;
  std::int64_t unresolved = 0;
  std::string lives;  // LifePack
  bool operator==(const BlockSum&) const = default;
};

SqlStore::BlockSum SqlStore::sum_of(std::int64_t block, const UndoneCommands& undone) {
  BlockSum sum{k_always.ms, k_never.ms, 0, {}};
  LifePack pack;
  std::int64_t number = 0;
  bool is_there = false;
  bool is_resolved = false;
  const auto finish = [&] { sum.unresolved += is_there && !is_resolved ? 1 : 0; };
  visit_lives(block * k_block, (block + 1) * k_block, k_always, 0, undone, [&](const LifeRow& row) {
    pack.add(row);
    sum.first_at = std::min(sum.first_at, row.life.at.ms);
    sum.last_at = std::max(sum.last_at, row.life.at.ms);
    if (row.request != number) {
      finish();
      number = row.request;
      is_there = !row.is_undone;  // without its submit a request never was
      is_resolved = false;
    }
    if (row.is_undone) return;
    if ((row.life.marks & mark_deleted) != 0) is_there = false;
    if (row.life.state) is_resolved = *row.life.state == State::closed;
  });
  finish();
  sum.lives = pack.bytes();
  return sum;
}

// Only what an undo is about can be undone, and these are few.
SqlStore::UndoneCommands SqlStore::undone_now() {
  UndoneCommands undone;
  run("SELECT id, undone FROM command WHERE id IN (SELECT target FROM command WHERE target IS NOT NULL)", {},
      [&](const Row& row) {
        undone[row.integer(0)] = row.integer(1) != 0;
        return true;
      });
  return undone;
}

void SqlStore::sum_up(std::int64_t most) {
  const std::int64_t full = (one_integer("SELECT MAX(number) FROM request", {}).value_or(-1) + 1) / k_block;
  const std::vector<std::int64_t> there = integers("SELECT number FROM life_block ORDER BY number", {});
  if (static_cast<std::int64_t>(there.size()) >= full) return;
  const UndoneCommands undone = undone_now();
  for (std::int64_t block = 0; block < full && most > 0; ++block) {
    if (std::ranges::binary_search(there, block)) continue;
    const BlockSum sum = sum_of(block, undone);
    post("INSERT INTO life_block (number, first_at, last_at, unresolved, lives) VALUES ($1, $2, $3, $4, $5)",
         {block, sum.first_at, sum.last_at, sum.unresolved, Blob{sum.lives}});
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
  const UndoneCommands undone = undone_now();
  std::vector<std::int64_t> numbers;
  run(k_sums, {}, [&](const Row& row) {
    const BlockSum sum{row.integer(1), row.integer(2), row.integer(3), std::string(row.blob(4))};
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

void SqlStore::visit_lives(std::int64_t first, std::int64_t end, Instant as_of, std::int64_t later_marks,
                           const UndoneCommands& undone, const std::function<void(const LifeRow&)>& visit) {
  if (first >= end) return;
  run("SELECT " BEHEST_LIFE_COLUMNS
      " FROM event WHERE request >= $1 AND request < $2 AND (at <= $3 OR (marks & $4) <> 0) ORDER BY request, id",
      {first, end, as_of.ms, later_marks}, [&](const Row& row) {
        visit(read_life(row, undone));
        return true;
      });
}

void SqlStore::each_life(Instant as_of, const std::function<void(const LifeRow&)>& visit, std::int64_t later_marks) {
  each_life_within(k_never, k_always, as_of, visit, later_marks);
}

std::int64_t SqlStore::each_life_within(Instant from, Instant to, Instant as_of,
                                        const std::function<void(const LifeRow&)>& visit, std::int64_t later_marks) {
  const UndoneCommands undone = undone_at(as_of);
  std::int64_t unresolved = 0;
  std::int64_t next = 0;
  const auto visit_packed = [&](std::int64_t block) {
    run("SELECT lives FROM life_block WHERE number = $1", {block}, [&](const Row& found) {
      each_packed(found.blob(0), [&](const LifeRow& row) {
        if (row.life.at <= as_of || (row.life.marks & later_marks) != 0) visit(row);
      });
      return false;
    });
  };
  // The packed lives are those of today; what is undone since, or redone, they do not tell.
  if (undone == undone_now()) {
    run(k_spans, {}, [&](const Row& row) {
      const std::int64_t first = row.integer(0) * k_block;
      visit_lives(next, first, as_of, later_marks, undone, visit);
      next = first + k_block;
      const bool is_over = row.integer(2) < from.ms;
      if (is_over) {
        unresolved += row.integer(3);
      } else if (row.integer(1) < to.ms) {
        visit_packed(row.integer(0));
      }
      return true;
    });
  }
  visit_lives(next, std::numeric_limits<std::int64_t>::max(), as_of, later_marks, undone, visit);
  return unresolved;
}

}  // namespace behest::store
