#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "behest/command.hpp"
#include "render/request_view.hpp"

namespace behest::commands {

// Fills the column `start` among `columns`, where it is one, of requests that were read without their facts.
class StartColumn {
 public:
  // Without a store nothing is filled: the requests have their facts.
  StartColumn(Store* store, const std::vector<render::RequestColumn>& columns);
  // Inside of Store::read().
  void fill(const Request& request, std::vector<Cell>& cells);

 private:
  Store* store_;
  std::optional<std::size_t> at_;
  std::optional<std::unordered_map<std::int64_t, Instant>> starts_;  // by number, once they are asked for
};

}  // namespace behest::commands
