#include "commands/start_column.hpp"

#include <algorithm>

namespace behest::commands {

StartColumn::StartColumn(Store* store, const std::vector<render::RequestColumn>& columns) : store_(store) {
  const auto found = std::ranges::find_if(
      columns, [](const render::RequestColumn& column) { return column.column.key == render::k_start_key; });
  if (store != nullptr && found != columns.end()) at_ = static_cast<std::size_t>(found - columns.begin());
}

void StartColumn::fill(const Request& request, std::vector<Cell>& cells) {
  if (!at_ || !request.facts.empty()) return;
  if (!starts_) {
    starts_.emplace();
    store_->each_fact("plan", "start", [&](std::int64_t number, const Fact& fact) {
      if (fact.value.integer() != nullptr) starts_->emplace(number, Instant{*fact.value.integer()});
    });
  }
  const auto found = starts_->find(request.number);
  if (found != starts_->end()) cells[*at_].value = found->second;
}

}  // namespace behest::commands
