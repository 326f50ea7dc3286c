#pragma once
#include <string_view>

#include "behest/document.hpp"

namespace behest::render {

// Markdown for a person at a terminal: headings, paragraphs, lists, quotes, code, rules, emphasis and links, wrapped at
// the width (at most 100 columns); East Asian text breaks between characters, and code stays as it is. What is neither
// is shown as it was written. Tables are aligned, and their cells wrapped. Without colour the marks of headings stay.
void print_page(std::string_view markdown, const Look& look, Spool& spool);

}  // namespace behest::render
