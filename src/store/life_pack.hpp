#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "behest/store.hpp"

namespace behest::store {

// Rows of lives, by request then event, as few bytes: what stands in between is told by its difference to the row
// before, in numbers of seven bits a byte.
class LifePack {
 public:
  void add(const LifeRow& row);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  LifeRow last_;
};

// Visits the rows that were packed. Error(bad_data) for bytes that no LifePack made.
void each_packed(std::string_view bytes, const std::function<void(const LifeRow&)>& visit);

}  // namespace behest::store
