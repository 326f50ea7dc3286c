#include "render/html.hpp"

#include <algorithm>

#include "render/cell.hpp"
#include "text/base64.hpp"
#include "text/sha256.hpp"

namespace behest::render {
namespace {

using Html = text::Safe<text::Html>;
using text::Literal;

// A row as a block of figures below their names, for where its columns have no room beside one another.
#define BEHEST_BLOCKS(table)                                                                                 \
  table " thead{display:none}" table                                                                         \
        " tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(6.5rem,1fr));padding:.4rem 0;"       \
        "border-bottom:1px solid var(--rule)}" table                                                         \
        " td{border:0;padding:.1rem .35rem;text-align:left;white-space:normal;overflow-wrap:anywhere}" table \
        " td:empty{display:none}" table " td:first-child{grid-column:1/-1;font-weight:600}" table            \
        " td::before{content:attr(data-k);display:block;color:var(--dim);font-size:.8em;font-weight:400}"

constexpr const char k_style[] =
    ":root{color-scheme:light "
    "dark;--ink:#1b1f24;--dim:#59636e;--paper:#fff;--rule:#d1d9e0;--bad:#b3261e;--good:#1a7f37;"
    "--c0:#0b62c4;--c1:#b35900;--c2:#6a3ab2}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--dim:#9198a1;--paper:#0d1117;--rule:#30363d;--bad:#ff7b72;"
    "--good:#3fb950;--c0:#58a6ff;--c1:#f0a04b;--c2:#bc8cff}}\n"
    "@media print{:root{color-scheme:light;--ink:#000;--dim:#444;--paper:#fff;--rule:#bbb;--bad:#a00;--good:#060;"
    "--c0:#0b62c4;--c1:#b35900;--c2:#6a3ab2}}\n"
    "@page{size:A4;margin:16mm}\n"
    "body{margin:0 auto;padding:1rem;max-width:60rem;background:var(--paper);color:var(--ink);"
    "font:15px/1.45 system-ui,sans-serif}\n"
    "h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem}\n"
    "p{margin:.25rem 0;color:var(--dim)}\n"
    ".wide{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;font-size:.87em;font-variant-numeric:tabular-nums}\n"
    "th,td{padding:.3rem .45rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}\n"
    "th{color:var(--dim);font-weight:600}.r{text-align:right;white-space:nowrap}.dim{color:var(--dim)}.strong{"
    "font-weight:600}\n"
    ".good{color:var(--good)}.bad,.warning{color:var(--bad);font-weight:600}\n"
    "tr,figure{break-inside:avoid}thead{display:table-header-group}\n"
    ".charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:1rem;margin:1rem 0}\n"
    "figure{margin:0;border:1px solid var(--rule);border-radius:6px;padding:.6rem}\n"
    "figcaption{font-weight:600;margin-bottom:.4rem}svg{display:block;width:100%;height:auto}\n"
    "svg text{font:11px system-ui,sans-serif;fill:var(--dim)}.y{text-anchor:end}.m{text-anchor:middle}\n"
    ".grid,.axis{stroke:var(--rule);stroke-width:1}.grid{stroke-dasharray:2 3}\n"
    ".line{fill:none;stroke-width:2;stroke-linejoin:round}\n"
    ".line.s0{stroke:var(--c0)}.line.s1{stroke:var(--c1);stroke-dasharray:6 3}.line.s2{stroke:var(--c2);"
    "stroke-dasharray:2 2}\n"
    ".dot.s0,rect.s0{fill:var(--c0)}.dot.s1{fill:var(--c1)}.dot.s2{fill:var(--c2)}\n"
    ".key{font-weight:400;color:var(--dim);margin-left:.6rem;white-space:nowrap}\n"
    ".key::before{content:\"\";display:inline-block;width:1.2em;border-top:3px solid;margin-right:.35em;"
    "vertical-align:middle}\n"
    ".key.s0::before{border-color:var(--c0)}.key.s1::before{border-color:var(--c1);border-top-style:dashed}"
    ".key.s2::before{border-color:var(--c2);border-top-style:dotted}\n"
    "@media (max-width:40rem){th,td{padding:.25rem .35rem}body{font-size:14px}}\n"
    "@media screen and (max-width:40rem){" BEHEST_BLOCKS(".many") "}\n"
    BEHEST_BLOCKS(".blocks") "\n"
    "@media print{body{font-size:10pt;padding:0;max-width:none}.charts{grid-template-columns:1fr 1fr}"
    ".wide{overflow:visible}table{font-size:7.5pt}th,td{padding:.12rem .25rem}}\n";

constexpr std::size_t k_columns_of_a_phone = 5;
constexpr std::size_t k_columns_of_a_page = 12;  // A4, upright

unsigned nibble(char c) { return static_cast<unsigned>(c >= 'a' ? c - 'a' + 10 : c - '0'); }

// Only the style of this page counts, even if something should slip into it.
std::string style_hash() {
  text::Sha256 hash;
  hash.add(k_style);
  const std::string digits = hash.finish();
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(nibble(digits[i]) * 16U + nibble(digits[i + 1]));
  }
  return "sha256-" + text::base64(bytes);
}

Html class_of(const Column& column, Tone tone) {
  Html names(column.is_right ? Literal(" class=\"r ") : Literal(" class=\""));
  switch (tone) {
    case Tone::good:
      names += Literal("good");
      break;
    case Tone::warning:
    case Tone::bad:
      names += Literal("bad");
      break;
    case Tone::dim:
      names += Literal("dim");
      break;
    case Tone::strong:
      names += Literal("strong");
      break;
    case Tone::plain:
      if (!column.is_right) return {};
      return Html(" class=\"r\"");
  }
  names += Literal("\"");
  return names;
}

class HtmlTable final : public Renderer {
 public:
  HtmlTable(const Picked& picked, bool is_single, bool is_page, const Look& look, Spool& spool)
      : picked_(picked), is_single_(is_single), is_page_(is_page), look_(look), spool_(spool) {
    if (is_page_) spool_.add(html_beginning("behest"));
    is_many_ = !is_single_ && picked_.columns.size() > k_columns_of_a_phone;
    Html head("<div class=\"wide");
    if (is_many_) head += Literal(" many");
    if (is_many_ && picked_.columns.size() > k_columns_of_a_page) head += Literal(" blocks");
    head += Literal("\"><table>\n");
    if (!is_single_) {
      head += Literal("<thead><tr>");
      for (const Column& column : picked_.columns) {
        head += column.is_right ? Literal("<th scope=\"col\" class=\"r\">") : Literal("<th scope=\"col\">");
        head += text::html_text(column.title);
        head += Literal("</th>");
      }
      head += Literal("</tr></thead>\n");
    }
    head += Literal("<tbody>\n");
    spool_.add(head);
  }

  void row(const std::vector<Cell>& cells) override {
    Html line;
    if (!is_single_) line += Literal("<tr>");
    for (std::size_t i = 0; i < picked_.columns.size(); ++i) {
      const Cell& cell = cells.at(picked_.places[i]);
      const Html value = text::html_text(human_text(cell, look_, Dates::rfc3339));
      if (is_single_ && value.empty()) continue;
      if (is_single_) {
        line += Literal("<tr><th scope=\"row\">");
        line += text::html_text(picked_.columns[i].title);
        line += Literal("</th>");
      }
      line += Literal("<td");
      line += class_of(picked_.columns[i], cell.tone);
      if (is_many_) line += Literal(" data-k=\"") + text::html_text(picked_.columns[i].title) + Literal("\"");
      line += Literal(">");
      line += value;
      line += Literal("</td>");
      if (is_single_) line += Literal("</tr>\n");
    }
    if (!is_single_) line += Literal("</tr>\n");
    spool_.add(line);
  }

  void end() override {
    spool_.add(Html("</tbody></table></div>\n"));
    if (is_page_) spool_.add(html_end());
  }

 private:
  Picked picked_;
  bool is_single_;
  bool is_page_;
  bool is_many_ = false;  // too many columns for a phone, where each row is shown as a block
  Look look_;
  Spool& spool_;
};

}  // namespace

Html html_beginning(std::string_view title) {
  Html out(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\""
      "Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; style-src '");
  out += text::html_text(style_hash());
  out += Literal("'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  out += text::html_text(title);
  out += Literal("</title>\n<style>");
  out += Literal(k_style);
  out += Literal("</style>\n</head>\n<body>\n");
  return out;
}

Html html_end() { return Html("</body>\n</html>\n"); }

Html html_heading(std::string_view text) { return Html("<h2>") + text::html_text(text) + Html("</h2>\n"); }

Html html_paragraph(std::string_view text) { return Html("<p>") + text::html_text(text) + Html("</p>\n"); }

std::unique_ptr<Renderer> make_html(const Picked& picked, bool is_single, const Look& look, Spool& spool) {
  return std::make_unique<HtmlTable>(picked, is_single, true, look, spool);
}

std::unique_ptr<Renderer> make_html_part(const Picked& picked, const Look& look, Spool& spool) {
  return std::make_unique<HtmlTable>(picked, false, false, look, spool);
}

}  // namespace behest::render
