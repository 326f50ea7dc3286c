#include "render/cell.hpp"
#include "render/formats.hpp"

namespace behest::render {
namespace {

class CsvRenderer final : public Renderer {
 public:
  CsvRenderer(const Picked& picked, bool is_raw, Spool& spool)
      : picked_(picked), encode_(is_raw ? text::csv_raw : text::csv_text), spool_(spool) {
    for (const auto& column : picked.columns) {
      if (&column != &picked.columns.front()) line_ += ",";
      line_ += encode_(column.key);
    }
    finish_line();
  }

  void row(const std::vector<Cell>& cells) override {
    for (std::size_t i = 0; i < picked_.places.size(); ++i) {
      if (i != 0) line_ += ",";
      const Cell& cell = cells.at(picked_.places[i]);
      line_ += machine_field<text::Csv>(cell, picked_.columns[i].is_right, encode_);
    }
    // Readers skip a blank line; a lone empty field is a record.
    if (line_.empty()) line_ += "\"\"";
    finish_line();
  }

  void end() override {}

 private:
  using Encode = text::Safe<text::Csv> (*)(std::string_view);

  void finish_line() {
    line_ += "\r\n";
    spool_.add(line_);
    line_.clear();
  }

  Picked picked_;
  Encode encode_;
  Spool& spool_;
  text::Safe<text::Csv> line_;
};

}  // namespace

std::unique_ptr<Renderer> make_csv(const Picked& picked, bool is_raw, Spool& spool) {
  return std::make_unique<CsvRenderer>(picked, is_raw, spool);
}

}  // namespace behest::render
