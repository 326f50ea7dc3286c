#include <array>

#include "behest/text/safe.hpp"
#include "behest/text/utf8.hpp"
#include "text/visible.hpp"

namespace behest::text {

namespace {

// Beside the characters with a meaning in CommonMark: '|' cuts table cells, ':' and '@' make autolinks, '=' underlines
// a heading, '$' starts mathematics, '^' a superscript or a footnote.
constexpr std::string_view k_special = "\\`*_{}[]()#+-.!|<>~&:@=$^";

constexpr auto k_escaped = [] {
  std::array<std::array<char, 2>, k_special.size()> pairs{};
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {'\\', k_special[i]};
  return pairs;
}();

std::string_view markdown_escape(char c) {
  const std::size_t index = k_special.find(c);
  if (index == std::string_view::npos) return {};
  return {k_escaped[index].data(), k_escaped[index].size()};
}

}  // namespace

// Trimmed, since blanks at the start of a line would make it code and two at its end a break.
Safe<Markdown> markdown_text(std::string_view text) {
  constexpr Breaks k_breaks{.line_feed = " ", .tab = " ", .carriage_return = "\\^M"};
  return Safe<Markdown>::made_by_encoder(visible(trim(text), k_breaks, markdown_escape));
}

}  // namespace behest::text
