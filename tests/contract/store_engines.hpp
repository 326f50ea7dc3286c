#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "behest/store.hpp"

namespace behest::contract_test {

// One engine that keeps the contract of Store; `make` gives a new and empty one.
struct Engine {
  std::string name;
  std::function<std::unique_ptr<Store>()> make;
};

inline const std::vector<Engine>& engines() {
  static const std::vector<Engine> all = {{"sqlite", [] { return Store::open_write({.path = ":memory:"}); }}};
  return all;
}

inline void for_each_engine(const std::function<void(Store&)>& test) {
  for (const Engine& engine : engines()) {
    CAPTURE(engine.name);
    test(*engine.make());
  }
}

// Does `work` in one transaction that is committed.
inline void commit(Store& store, const std::function<void()>& work) {
  store.transact([&] {
    work();
    return true;
  });
}

}  // namespace behest::contract_test
