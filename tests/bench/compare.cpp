#include "bench/compare.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace behest::bench {
namespace {

double median(std::vector<double> values) {
  const std::size_t half = values.size() / 2;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(half), values.end());
  return values[half];
}

struct Series {
  std::vector<double> wall;
  std::vector<double> cpu;
  double peak_mib = 0;

  void add(const Cost& cost) {
    wall.push_back(cost.wall_ms);
    cpu.push_back(cost.cpu_ms);
    peak_mib = std::max(peak_mib, cost.peak_mib);
  }
};

double paired(const std::vector<double>& one, const std::vector<double>& floor) {
  std::vector<double> ratios;
  ratios.reserve(one.size());
  for (std::size_t i = 0; i < one.size(); ++i) ratios.push_back(one[i] / floor[i]);
  return median(std::move(ratios));
}

void print_series(const std::string& what, const std::string& label, const Series& series) {
  std::printf("%-20s %-24s %9.2f %9.2f %9.2f %8.1f", what.c_str(), label.c_str(), median(series.wall),
              *std::min_element(series.wall.begin(), series.wall.end()), median(series.cpu), series.peak_mib);
}

}  // namespace

Contender fixed(std::string label, Words words) {
  return {std::move(label), [words = std::move(words)](int) { return words; }};
}

void print_heading() {
  std::printf("%-20s %-24s %9s %9s %9s %8s %8s %8s %8s\n", "work", "who", "median ms", "min ms", "CPU ms", "peak MiB",
              "ratio", "CPU rat.", "budget");
}

void compare(const Comparison& comparison) {
  Series one;
  Series floor;
  for (int round = 0; round < k_warm_rounds + comparison.rounds; ++round) {
    const Cost first = run_process(comparison.one.words(round));
    const Cost second = run_process(comparison.floor.words(round));
    if (round < k_warm_rounds) continue;
    one.add(first);
    floor.add(second);
  }
  print_series(comparison.what, comparison.one.label, one);
  std::printf(" %8.2f %8.2f", paired(one.wall, floor.wall), paired(one.cpu, floor.cpu));
  if (comparison.budget) std::printf(" %8.2f", *comparison.budget);
  std::printf("\n");
  print_series("", comparison.floor.label, floor);
  std::printf("\n");
  std::fflush(stdout);
}

}  // namespace behest::bench
