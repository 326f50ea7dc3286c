#include "render/page.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/page_table.hpp"
#include "render/page_words.hpp"
#include "text/markdown_reader.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;
using Part = text::MarkdownPart;
using Kind = text::MarkdownPart::Kind;

constexpr std::size_t k_widest = 100;
constexpr std::size_t k_least = 20;
constexpr std::size_t k_least_room = 10;  // beside the margins
constexpr std::size_t k_deepest = 8;      // quotes and lists within each other that are told apart
constexpr std::size_t k_code_indent = 4;
constexpr std::size_t k_longest_name = 2000;  // of a link whose name is its address

// What stands to the left of all that a quote or an item holds.
struct Margin {
  std::size_t before = 0;
  Term mark;
  std::size_t width = 0;  // of the mark
  bool is_on_each_line = false;
  bool has_begun = false;
};

class Page {
 public:
  Page(const Look& look, Spool& spool)
      : has_color_(look.has_color), width_(std::clamp(look.width, k_least, k_widest)), spool_(spool) {}

  void print(std::string_view markdown) {
    const bool is_read = text::read_markdown(markdown, [this](const Part& part) { meet(part); });
    if (is_read || markdown.empty()) return;
    spool_.add(text::term_body(markdown));
    if (!markdown.ends_with('\n')) spool_.add(Term("\n"));
  }

 private:
  void meet(const Part& part) {
    switch (part.kind) {
      case Kind::quote:
        part.is_entered ? open({0, Term("│"), 1, true}) : close();
        break;
      case Kind::item:
        part.is_entered ? open_item(part) : close();
        break;
      case Kind::code_block:
      case Kind::html_block:
        as_written(part.text, part.kind == Kind::code_block);
        break;
      case Kind::heading:
        heading(part);
        break;
      case Kind::paragraph:
        if (!part.is_entered) print_lines(page_lines(text_.take(), room(), {has_color_}));
        break;
      case Kind::rule:
        rule();
        break;
      case Kind::list:
        break;
      case Kind::table:
      case Kind::row:
      case Kind::cell:
        table(part);
        break;
      default:
        return span(part);
    }
    if (!part.is_entered || part.kind == Kind::code_block || part.kind == Kind::html_block || part.kind == Kind::rule) {
      end_block(part);
    }
  }

  void span(const Part& part) {
    switch (part.kind) {
      case Kind::text:
      case Kind::html:
        if (!links_.empty() && links_.back().size() < k_longest_name) links_.back() += part.text;
        text_.add(part.text, style());
        break;
      case Kind::soft_break:
        text_.space();
        break;
      case Kind::hard_break:
        text_.end_line();
        break;
      case Kind::code: {
        PageStyle code = style();
        code.is_code = true;
        text_.add_whole(text::trim(part.text), code);
        break;
      }
      case Kind::emphasis:
        emphases_ += part.is_entered ? 1 : -1;
        break;
      case Kind::strong:
        strongs_ += part.is_entered ? 1 : -1;
        break;
      case Kind::link:
        part.is_entered ? links_.push_back({}) : end_link(part.address);
        break;
      default:
        break;
    }
  }

  PageStyle style() const { return {strongs_ > 0, emphases_ > 0, false, !links_.empty()}; }

  // A terminal shows where a link leads, unless its name says so.
  void end_link(std::string_view address) {
    const std::string name = std::move(links_.back());
    links_.pop_back();
    if (address.empty() || address == name || address == "mailto:" + name) return;
    if (!name.empty()) text_.space();
    text_.add("<" + std::string(address) + ">", {});
  }

  void heading(const Part& part) {
    if (part.is_entered) {
      // The marks tell the levels apart where there is nothing else to do it.
      if (!has_color_) text_.add(std::string(static_cast<std::size_t>(part.number), '#') + " ", {});
      return;
    }
    print_lines(page_lines(text_.take(), room(), {has_color_, true}));
  }

  void table(const Part& part) {
    if (part.kind == Kind::table) {
      if (part.is_entered) {
        table_ = {};
      } else {
        print_lines(table_lines(std::exchange(table_, {}), room(), has_color_));
      }
    } else if (part.kind == Kind::row) {
      if (part.is_entered) table_.rows.emplace_back();
    } else if (!part.is_entered) {
      if (table_.rows.size() == 1) table_.alignments.push_back(part.alignment);
      table_.rows.back().push_back(text_.take());
    }
  }

  void as_written(std::string_view text, bool is_code) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      Term line = text::term_body(without_trailing_space(text.substr(0, end)));
      if (is_code && !line.empty()) line = Term().pad(k_code_indent) + toned(line, Tone::dim);
      print_line(line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void rule() {
    Term line;
    for (std::size_t i = 0; i < room(); ++i) line += "─";
    print_line(toned(line, Tone::dim));
  }

  void open_item(const Part& part) {
    std::string mark = part.number < 0 ? "•" : std::to_string(part.number) + ".";
    if (part.is_done) mark = *part.is_done ? "☑" : "☐";
    open({margins_.empty() ? 2UL : 0UL, text::term_line(mark), text::width(mark)});
  }

  void open(Margin margin) {
    if (margins_.size() < k_deepest) {
      if (margin.is_on_each_line) margin.mark = toned(margin.mark, Tone::dim);
      margins_.push_back(std::move(margin));
    } else {
      ++unmarked_;
    }
  }

  void close() {
    if (unmarked_ > 0) {
      --unmarked_;
      return;
    }
    if (!margins_.back().has_begun) print_line({});
    margins_.pop_back();
  }

  void end_block(const Part& part) {
    if (part.kind == Kind::row || part.kind == Kind::cell) return;
    needs_gap_ = has_printed_ && !part.is_tight;
    gap_depth_ = margins_.size();
  }

  std::size_t room() const {
    std::size_t used = 0;
    for (const Margin& margin : margins_) used += margin.before + margin.width + 1;
    return std::max(width_, used + k_least_room) - used;
  }

  void print_lines(const std::vector<PageLine>& lines) {
    for (const PageLine& line : lines) print_line(line.text);
  }

  void print_line(const Term& line) {
    if (std::exchange(needs_gap_, false)) put({}, std::min(gap_depth_, margins_.size()));
    put(line, margins_.size());
    has_printed_ = true;
  }

  // Behind the margins of so many quotes and items; no line ends in blanks.
  void put(const Term& line, std::size_t depth) {
    Term out;
    std::size_t spaces = 0;
    for (std::size_t i = 0; i < depth; ++i) {
      Margin& margin = margins_[i];
      spaces += margin.before;
      if (margin.is_on_each_line || !std::exchange(margin.has_begun, true)) {
        out.pad(std::exchange(spaces, 0));
        out += margin.mark;
        margin.has_begun = true;
      } else {
        spaces += margin.width;
      }
      ++spaces;
    }
    if (!line.empty()) (out.pad(spaces)) += line;
    spool_.add(out += "\n");
  }

  Term toned(const Term& text, Tone tone) const { return has_color_ ? painted(text, tone) : text; }

  bool has_color_;
  std::size_t width_;
  Spool& spool_;
  PageText text_;
  PageTable table_;
  std::vector<Margin> margins_;
  std::size_t unmarked_ = 0;
  std::vector<std::string> links_;  // the names of those that are open
  int strongs_ = 0;
  int emphases_ = 0;
  bool needs_gap_ = false;
  std::size_t gap_depth_ = 0;
  bool has_printed_ = false;
};

}  // namespace

void print_page(std::string_view markdown, const Look& look, Spool& spool) { Page(look, spool).print(markdown); }

}  // namespace behest::render
