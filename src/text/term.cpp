#include "behest/text/safe.hpp"
#include "behest/text/utf8.hpp"
#include "text/scan.hpp"
#include "text/visible.hpp"

namespace behest::text {

Safe<Term> term_line(std::string_view text) {
  if (printable_run(text, 0) == text.size()) return Safe<Term>::made_by_encoder(std::string(text));
  return Safe<Term>::made_by_encoder(visible(text, {.line_feed = "␤", .tab = " "}, nullptr));
}

Safe<Term> term_body(std::string_view text) {
  constexpr std::size_t k_tab_stop = 8;
  std::string out;
  out.reserve(text.size());
  std::size_t column = 0;  // of the part of the line before `measured`
  std::size_t measured = 0;
  Visible pieces(text);
  while (const auto piece = pieces.next()) {
    switch (piece->kind) {
      case Piece::Kind::shown:
        out += piece->bytes;
        break;
      case Piece::Kind::carriage_return:
        out += "^M";
        break;
      case Piece::Kind::line_feed:
        out += '\n';
        column = 0;
        measured = out.size();
        break;
      case Piece::Kind::tab: {
        column += width(std::string_view(out).substr(measured));
        const std::size_t spaces = k_tab_stop - column % k_tab_stop;
        out.append(spaces, ' ');
        column += spaces;
        measured = out.size();
        break;
      }
    }
  }
  return Safe<Term>::made_by_encoder(std::move(out));
}

}  // namespace behest::text
