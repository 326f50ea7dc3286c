#include "render/fit.hpp"

#include <algorithm>
#include <utility>

namespace behest::render {
namespace {

constexpr std::size_t k_elastic_floor = 8;
constexpr std::size_t k_floor = 3;

class Fitting {
 public:
  Fitting(const std::vector<ColumnNeed>& needs, std::size_t room) : needs_(needs), room_(room) {
    for (const auto& need : needs) widths_.push_back(std::min(need.width, room));
  }

  std::vector<std::size_t> run() {
    drop_columns();
    shrink(k_elastic_floor, [](const ColumnNeed& need) { return need.is_elastic; });
    shrink(k_floor, [](const ColumnNeed& need) { return !need.is_elastic; });
    shrink(k_floor, [](const ColumnNeed&) { return true; });
    shrink(1, [](const ColumnNeed&) { return true; });
    return std::move(widths_);
  }

 private:
  void drop_columns() {
    const auto least = [this] {
      auto narrow = widths_;
      for (auto& width : narrow) width = std::min(width, k_floor);
      return line_width(narrow);
    };
    const auto is_shown = [](std::size_t width) { return width > 0; };
    while (least() > room_ && std::count_if(widths_.begin(), widths_.end(), is_shown) > 1) widths_[next_to_drop()] = 0;
  }

  std::size_t next_to_drop() const {
    std::size_t last = 0;
    for (std::size_t i = widths_.size(); i-- > 0;) {
      if (widths_[i] == 0) continue;
      if (i > 0 && !needs_[i].is_elastic) return i;
      last = std::max(last, i);
    }
    return last;
  }

  template <class Chosen>
  void shrink(std::size_t floor, Chosen is_chosen) {
    while (line_width(widths_) > room_) {
      std::size_t* widest = nullptr;
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        if (!is_chosen(needs_[i]) || widths_[i] <= floor) continue;
        if (widest == nullptr || widths_[i] > *widest) widest = &widths_[i];
      }
      if (widest == nullptr) return;
      --*widest;
    }
  }

  const std::vector<ColumnNeed>& needs_;
  std::size_t room_;
  std::vector<std::size_t> widths_;
};

}  // namespace

std::size_t line_width(const std::vector<std::size_t>& widths) {
  std::size_t total = 0;
  for (const auto width : widths) {
    if (width == 0) continue;
    if (total != 0) total += k_gap;
    total += width;
  }
  return total;
}

std::vector<std::size_t> fit(const std::vector<ColumnNeed>& needs, std::size_t room) {
  return Fitting(needs, std::max<std::size_t>(room, 1)).run();
}

}  // namespace behest::render
