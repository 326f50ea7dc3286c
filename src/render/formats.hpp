#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "behest/document.hpp"

namespace behest::render {

// A table after --fields: the columns to show, and the place of each one's cell in a row.
struct Picked {
  std::vector<Column> columns;
  std::vector<std::size_t> places;
};

std::unique_ptr<Renderer> make_table(const Picked& picked, const Look& look, Spool& spool);
// One object as `Title: value` lines.
std::unique_ptr<Renderer> make_card(const Picked& picked, const Look& look, Spool& spool);
std::unique_ptr<Renderer> make_tsv(const Picked& picked, bool ends_with_nul, Spool& spool);
std::unique_ptr<Renderer> make_csv(const Picked& picked, bool is_raw, Spool& spool);
// An array with one object a line; the object alone when `is_single`.
std::unique_ptr<Renderer> make_json(const Picked& picked, bool is_single, Spool& spool);
std::unique_ptr<Renderer> make_jsonl(const Picked& picked, bool ends_with_nul, Spool& spool);
std::unique_ptr<Renderer> make_markdown(const Picked& picked, bool is_single, Spool& spool);
// A page that holds one table, or the fields of one object.
std::unique_ptr<Renderer> make_html(const Picked& picked, bool is_single, const Look& look, Spool& spool);
// The table alone, for a page that has more.
std::unique_ptr<Renderer> make_html_part(const Picked& picked, const Look& look, Spool& spool);
// The column "id" of the whole table; Error(usage) when there is none.
std::unique_ptr<Renderer> make_ids(const Table& table, bool ends_with_nul, Spool& spool);

}  // namespace behest::render
