#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <unistd.h>

#include "bench/compare.hpp"
#include "bench/desk.hpp"
#include "bench/writers.hpp"

namespace behest::bench {
namespace {

const std::string k_behest = BEHEST_PROGRAM;
const std::string k_floor_empty = BEHEST_FLOOR_EMPTY;
const std::string k_floor_submit = BEHEST_FLOOR_SUBMIT;
const std::string k_floor_import = BEHEST_FLOOR_IMPORT;
constexpr std::int64_t k_small = 1'000;
constexpr std::int64_t k_middle = 10'000;
constexpr double k_flat = 1.2;  // what a thousand times as many requests may add

// A folder of its own that is the home and the working folder of all that runs.
class Scratch {
 public:
  Scratch() {
    const char* above = std::getenv("TMPDIR");
    folder_ = std::string(above != nullptr ? above : "/tmp") + "/behest-bench.XXXXXX";
    if (::mkdtemp(folder_.data()) == nullptr) throw std::runtime_error("no folder can be made at " + folder_);
    std::filesystem::current_path(folder_);
    ::setenv("HOME", folder_.c_str(), 1);
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "BEHEST_CONFIG", "BEHEST_DB", "BEHEST_USER",
                             "BEHEST_NOW", "BEHEST_PAGER"}) {
      ::unsetenv(name);
    }
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

std::string desk_file(std::int64_t count) { return "desk" + std::to_string(count) + ".db"; }

void import_desk(std::int64_t count) {
  const std::string file = "operations.jsonl";
  const std::int64_t lines = write_operations(file, count);
  const Cost cost = run_process({k_behest, "--db", desk_file(count), "import", "--format", "ops", file});
  std::printf("import of %lld requests: %lld lines in %.2f s (CPU %.2f s), %.0f a second, peak %.0f MiB\n",
              static_cast<long long>(count), static_cast<long long>(lines), cost.wall_ms / 1e3, cost.cpu_ms / 1e3,
              static_cast<double>(lines) / cost.wall_ms * 1e3, cost.peak_mib);
  for (const char* kind : {"import", "import-indexed"}) {
    const std::string floor_file = "imported.db";
    const Cost floor = run_process({k_floor_import, kind, floor_file, file});
    std::filesystem::remove(floor_file);
    std::printf("  %.2f of bare C (%s), CPU %.2f: %.2f s (budget 2)\n", cost.wall_ms / floor.wall_ms, kind,
                cost.cpu_ms / floor.cpu_ms, floor.wall_ms / 1e3);
  }
  std::filesystem::remove(file);
  std::fflush(stdout);
}

Words on(std::int64_t count, Words words) {
  words.insert(words.begin(), {k_behest, "--db", desk_file(count)});
  return words;
}

void compare_start() {
  compare({"version", fixed("behest version", {k_behest, "version"}), fixed("empty C++ program", {k_floor_empty}), 1.5,
           101});
}

void compare_submit() {
  const std::string floor_file = "floor.db";
  run_process({k_floor_submit, "fill", floor_file, std::to_string(k_middle)});
  const std::string title = "Printer on floor 3 does not answer since the update";
  compare({"submit into 10,000", fixed("behest submit", on(k_middle, {"submit", title})),
           fixed("bare C, two rows", {k_floor_submit, "submit", floor_file, title}), 1.25, 61});
  const std::string indexed_file = "indexed.db";
  run_process({k_floor_submit, "fill-indexed", indexed_file, std::to_string(k_middle)});
  compare({"", fixed("behest submit", on(k_middle, {"submit", title})),
           fixed("bare C, as much", {k_floor_submit, "submit-indexed", indexed_file, title}), 1.25, 61});
}

Contender at_size(std::int64_t count, Words words) {
  return fixed("at " + std::to_string(count), on(count, std::move(words)));
}

// Each round closes another of the open requests.
Contender closing(std::int64_t count) {
  return {"at " + std::to_string(count), [count](int round) {
            return on(count, {"close", std::to_string(7 * (round + 1))});
          }};
}

void compare_sizes(std::int64_t count) {
  const std::string middle_of_small = std::to_string(k_small / 2);
  compare({"list -L 20", at_size(count, {"list", "-L", "20"}), at_size(k_small, {"list", "-L", "20"}), k_flat, 41});
  compare({"show", at_size(count, {"show", std::to_string(count / 2)}), at_size(k_small, {"show", middle_of_small}),
           k_flat, 41});
  compare({"list 'assignee:x is:open'", at_size(count, {"list", "assignee:agent7 is:open", "-L", "20"}),
           at_size(k_small, {"list", "assignee:agent7 is:open", "-L", "20"}), k_flat, 41});
  compare({"submit", at_size(count, {"submit", "One of very many"}), at_size(k_small, {"submit", "One of very many"}),
           k_flat, 61});
  compare({"close", closing(count), closing(k_small), k_flat, 41});
}

// Milliseconds, the best of several: what a budget in absolute figures is held against.
void print_search(std::int64_t count) {
  const auto best = [&](const Words& words) {
    double least = 0;
    for (int round = 0; round < 7; ++round) {
      const double wall = run_process(on(count, words)).wall_ms;
      least = round == 0 ? wall : std::min(least, wall);
    }
    return least;
  };
  std::printf(
      "search in %lld: 20 newest of a word that most hold %.1f ms (budget 10), 20 best of a rare one %.1f ms "
      "(budget 50), a Chinese pair %.1f ms\n",
      static_cast<long long>(count), best({"list", "printer", "state:any", "-L", "20"}),
      best({"list", "zymurgy", "state:any", "--sort", "rank", "-L", "20"}),
      best({"list", "打印", "state:any", "-L", "20"}));
}

void print_report(std::int64_t count) {
  double best = 0;
  double peak = 0;
  for (int round = 0; round < 3; ++round) {
    const Cost cost = run_process(on(count, {"report", "kpi"}));
    best = round == 0 ? cost.wall_ms : std::min(best, cost.wall_ms);
    peak = std::max(peak, cost.peak_mib);
  }
  std::printf("report kpi of %lld requests: best of 3 %.0f ms, peak %.0f MiB (budget 100 MiB)\n",
              static_cast<long long>(count), best, peak);
}

// November 2024, of all of them and of its own requests alone.
void compare_month(std::int64_t count) {
  const std::string file = "operations.jsonl";
  const std::string alone = "month.db";
  write_operations(file, count, {1'730'419'200, 1'733'011'200});
  run_process({k_behest, "--db", alone, "import", "--format", "ops", file});
  std::filesystem::remove(file);
  const Words month = {"report", "kpi", "--from", "2024-11-01", "--to", "2024-12-01"};
  Words words = {k_behest, "--db", alone};
  words.insert(words.end(), month.begin(), month.end());
  compare({"report kpi, one month", at_size(count, month), fixed("the month alone", words), 1.5, 21});
}

void print_plans() {
  for (const std::int64_t count : {10'000, 100'000}) {
    const std::string file = "plan.jsonl";
    const std::string desk = "plan.db";
    write_plan(file, count);
    const Cost import = run_process({k_behest, "--db", desk, "import", "--format", "ops", file});
    double best = 0;
    for (int round = 0; round < 5; ++round) {
      const double wall = run_process({k_behest, "--db", desk, "plan", "show", "--json"}).wall_ms;
      best = round == 0 ? wall : std::min(best, wall);
    }
    std::printf("plan of %lld activities with %lld links: best of 5 %.0f ms%s, import %.2f s\n",
                static_cast<long long>(count), static_cast<long long>(5 * count), best,
                count == 10'000 ? " (budget 500)" : "", import.wall_ms / 1e3);
    std::filesystem::remove(file);
    std::filesystem::remove(desk);
  }
}

void run_all(std::int64_t count) {
  const Scratch scratch;
  std::printf("in %s; medians, minima and ratios are of commands run in turn\n", scratch.folder().c_str());
  for (const std::int64_t each : {k_small, k_middle, count}) {
    if (!std::filesystem::exists(desk_file(each))) import_desk(each);
  }
  print_heading();
  compare_start();
  compare_submit();
  compare_sizes(count);
  compare_month(count);
  print_search(count);
  print_report(count);
  print_plans();
  print_writers(on(k_middle, {"submit", "One of many"}), 16, 20);
}

}  // namespace
}  // namespace behest::bench

int main(int argc, char** argv) {
  try {
    const long long count = argc > 1 ? std::stoll(argv[1]) : 100'000;
    if (count < 1'000 || count > 10'000'000) throw std::runtime_error("N is from 1000 to 10000000");
    behest::bench::run_all(count);
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "bench: %s\n", failure.what());
    return 1;
  }
}
