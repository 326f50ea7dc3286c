#pragma once
#include <string>
#include <string_view>

namespace behest::text {

// HTML as the plain text that a reader would see: blocks on lines of their own, items after "- ", quotations after
// "> ", the targets of links (http, https, mailto) after their words. Scripts, styles and comments are left out and
// nothing is fetched or run. Reads the text once; anything that is no HTML is text.
std::string html_plain(std::string_view html);

}  // namespace behest::text
