#include "behest/text/safe.hpp"
#include "text/visible.hpp"

namespace behest::text {

namespace {

std::string_view html_escape(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

Safe<Html> html_text(std::string_view text) {
  return Safe<Html>::made_by_encoder(visible(text, {.line_feed = "\n", .tab = " "}, html_escape));
}

}  // namespace behest::text
