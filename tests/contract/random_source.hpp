#pragma once
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace behest::contract_test {

// Numbers that are the same on every machine for one seed.
class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
  int between(int low, int high) {
    const auto count = static_cast<std::size_t>(high) - static_cast<std::size_t>(low) + 1;
    return low + static_cast<int>(below(count));
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace behest::contract_test
