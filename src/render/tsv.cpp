#include "render/cell.hpp"
#include "render/formats.hpp"

namespace behest::render {
namespace {

class TsvRenderer final : public Renderer {
 public:
  TsvRenderer(const Picked& picked, bool ends_with_nul, Spool& spool)
      : picked_(picked), ends_with_nul_(ends_with_nul), spool_(spool) {
    for (const auto& column : picked.columns) {
      if (&column != &picked.columns.front()) line_ += "\t";
      line_ += text::tsv_text(column.key);
    }
    finish_line();
  }

  void row(const std::vector<Cell>& cells) override {
    for (std::size_t i = 0; i < picked_.places.size(); ++i) {
      if (i != 0) line_ += "\t";
      const Cell& cell = cells.at(picked_.places[i]);
      line_ += machine_field<text::Tsv>(cell, picked_.columns[i].is_right, text::tsv_text);
    }
    finish_line();
  }

  void end() override {}

 private:
  void finish_line() {
    spool_.add(line_.end_record(ends_with_nul_));
    line_.clear();
  }

  Picked picked_;
  bool ends_with_nul_;
  Spool& spool_;
  text::Safe<text::Tsv> line_;
};

}  // namespace

std::unique_ptr<Renderer> make_tsv(const Picked& picked, bool ends_with_nul, Spool& spool) {
  return std::make_unique<TsvRenderer>(picked, ends_with_nul, spool);
}

}  // namespace behest::render
