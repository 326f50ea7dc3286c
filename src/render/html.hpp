#pragma once
#include <memory>
#include <string_view>

#include "render/formats.hpp"

namespace behest::render {

// A page that needs nothing but itself: inline style, no script, and a content security policy that lets nothing else
// in. Everything between the two is its body.
text::Safe<text::Html> html_beginning(std::string_view title);
text::Safe<text::Html> html_end();
text::Safe<text::Html> html_heading(std::string_view text);
text::Safe<text::Html> html_paragraph(std::string_view text);

// A table in a page; end() closes the table alone.
std::unique_ptr<Renderer> make_html_table(const Table& table, const Look& look, Spool& spool);

}  // namespace behest::render
