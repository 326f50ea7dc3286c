#include <algorithm>

#include "behest/core/error.hpp"
#include "render/cell.hpp"
#include "render/formats.hpp"

namespace behest::render {
namespace {

class IdsRenderer final : public Renderer {
 public:
  IdsRenderer(std::size_t place, bool ends_with_nul, Spool& spool)
      : place_(place), ends_with_nul_(ends_with_nul), spool_(spool) {}

  void row(const std::vector<Cell>& cells) override {
    auto line = machine_field<text::Term>(cells.at(place_), false, text::term_line);
    if (line.empty()) return;
    spool_.add(line.end_record(ends_with_nul_));
  }

  void end() override {}

 private:
  std::size_t place_;
  bool ends_with_nul_;
  Spool& spool_;
};

}  // namespace

std::unique_ptr<Renderer> make_ids(const Table& table, bool ends_with_nul, Spool& spool) {
  const auto& columns = table.columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [](const Column& c) { return c.key == "id"; });
  if (found == columns.end()) {
    throw Error{ErrorKind::usage, "there are no ids to print here", "choose another --format: table, tsv, csv, json"};
  }
  return std::make_unique<IdsRenderer>(static_cast<std::size_t>(found - columns.begin()), ends_with_nul, spool);
}

}  // namespace behest::render
