#include "render/page.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "behest/text/utf8.hpp"
#include "render/cell.hpp"
#include "render/page_words.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;

constexpr std::size_t k_widest = 100;
constexpr std::size_t k_least = 20;
constexpr std::size_t k_deepest = 8;  // steps of lists

std::size_t indent_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    columns += c == '\t' ? 4 - columns % 4 : 1;
  }
  return columns;
}

std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  const bool is_heading = level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ');
  return is_heading ? level : 0;
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

bool is_rule(std::string_view line) {
  const char mark = line.empty() ? ' ' : line.front();
  if (mark != '-' && mark != '*' && mark != '_') return false;
  const auto marks = std::ranges::count(line, mark);
  return marks >= 3 && marks + std::ranges::count(line, ' ') == static_cast<std::ptrdiff_t>(line.size());
}

// "- ", "12. ": the mark of an item and what follows it.
struct Item {
  std::string mark;
  std::string_view text;
};
std::optional<Item> item_of(std::string_view line) {
  if (line.size() >= 2 && std::string_view("-*+").find(line[0]) != std::string_view::npos && line[1] == ' ') {
    std::string_view text = text::trim(line.substr(2));
    if (text.starts_with("[ ] ")) return Item{"☐", text.substr(4)};
    if (text.starts_with("[x] ") || text.starts_with("[X] ")) return Item{"☑", text.substr(4)};
    return Item{"•", text};
  }
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool is_numbered = digits >= 1 && digits <= 9 && digits + 1 < line.size() &&
                           (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  if (!is_numbered) return std::nullopt;
  return Item{std::string(line.substr(0, digits + 1)), text::trim(line.substr(digits + 2))};
}

class Page {
 public:
  Page(const Look& look, Spool& spool)
      : has_color_(look.has_color), width_(std::clamp(look.width, k_least, k_widest)), spool_(spool) {}

  void print(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      take(without_trailing_space(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    end_paragraph();
  }

 private:
  void take(std::string_view line) {
    const std::string_view bare = text::trim(line);
    if (is_code_) {
      if (is_fence(bare)) {
        is_code_ = false;
      } else {
        code_line(line);
      }
      return;
    }
    if (bare.empty()) return take_blank();
    if (is_fence(bare)) {
      block();
      is_code_ = true;
    } else if (const std::size_t level = heading_level(bare)) {
      heading(bare, level);
    } else if (is_rule(bare)) {
      block();
      rule();
    } else if (const auto item = item_of(bare)) {
      start_item(*item, indent_of(line));
    } else if (bare.starts_with('>')) {
      quote(text::trim(bare.substr(1)));
    } else if (bare.starts_with('|')) {
      block_of_table();
      print_line(margin(), text::term_line(bare));
    } else if (indent_of(line) >= 4 && paragraph_.empty() && !is_list_) {
      block_of_table();
      code_line(line.substr(std::min<std::size_t>(4, line.find_first_not_of(" \t"))));
    } else {
      add_text(bare);
    }
  }

  void take_blank() {
    end_paragraph();
    is_table_ = false;
    needs_gap_ = has_printed_;
    is_gap_in_list_ = is_list_;
  }

  // Ends what came before, and leaves a line free behind it.
  void block() {
    end_paragraph();
    needs_gap_ = has_printed_;
    end_list();
  }
  void block_of_table() {
    if (!is_table_) block();
    is_table_ = true;
    needs_gap_ = needs_gap_ && has_printed_;
  }
  void end_list() {
    is_list_ = false;
    is_gap_in_list_ = false;
    first_margin_.clear();
    rest_margin_ = 0;
  }

  void heading(std::string_view line, std::size_t level) {
    block();
    const std::string_view title = text::trim(line.substr(level));
    // The marks tell the levels apart where there is nothing else to do it.
    paragraph_ = has_color_ ? std::string(title) : std::string(line.substr(0, level)) + " " + std::string(title);
    is_heading_ = true;
    end_paragraph();
    needs_gap_ = true;
  }

  void start_item(const Item& item, std::size_t indent) {
    end_paragraph();
    if (!is_list_) needs_gap_ = has_printed_ && needs_gap_;
    const std::size_t depth = std::min(indent / 2, k_deepest);
    const std::size_t space = 2 + 2 * depth;
    is_list_ = true;
    is_gap_in_list_ = false;
    first_margin_ = std::string(space, ' ') + item.mark + " ";
    rest_margin_ = space + text::width(item.mark) + 1;
    paragraph_ = item.text;
    if (item.text.empty()) paragraph_ = " ";
  }

  void quote(std::string_view text) {
    if (!is_quote_) {
      end_paragraph();
      end_list();
    }
    is_quote_ = true;
    if (text.empty()) {
      end_paragraph();
      return;
    }
    paragraph_.append(paragraph_.empty() ? "" : "\n").append(text);
  }

  void add_text(std::string_view text) {
    // Text that stands to the left after a free line is no part of the list any more.
    if (is_list_ && is_gap_in_list_ && paragraph_.empty()) {
      needs_gap_ = true;
      end_list();
    }
    is_table_ = false;
    paragraph_.append(paragraph_.empty() ? "" : "\n").append(text);
  }

  Term margin() const {
    Term out;
    out.pad(is_list_ ? rest_margin_ : 0);
    return out;
  }

  void code_line(std::string_view line) {
    Term left = margin();
    left.pad(4);
    print_line(left, toned(text::term_body(without_trailing_space(line)), Tone::dim));
  }

  void rule() {
    Term line;
    for (std::size_t i = 0; i < width_; ++i) line += "─";
    print_line({}, toned(line, Tone::dim));
    needs_gap_ = true;
  }

  void print_line(Term left, const Term& line) {
    if (needs_gap_) spool_.add(Term("\n"));
    needs_gap_ = false;
    has_printed_ = true;
    if (line.empty()) left.clear();
    spool_.add((left += line) += "\n");
  }

  Term toned(const Term& text, Tone tone) const { return has_color_ ? painted(text, tone) : text; }

  Term styled(const PageWord& word) const {
    if (!has_color_) return word.style.is_code ? Term("`") + word.text + Term("`") : word.text;
    Term out;
    if (word.style.is_strong || is_heading_) out += "\x1b[1m";
    if (word.style.is_emphasis) out += "\x1b[3m";
    if (word.style.is_link) out += "\x1b[4m";
    if (word.style.is_code) out += "\x1b[36m";
    if (out.empty()) return word.text;
    out += word.text;
    return out += "\x1b[0m";
  }

  // The width that a word takes, with the words that stick to it.
  std::size_t joined_width(const std::vector<PageWord>& words, std::size_t at) const {
    std::size_t width = 0;
    do {
      width += words[at].width + (words[at].style.is_code && !has_color_ ? 2 : 0);
      ++at;
    } while (at < words.size() && words[at].sticks && !words[at].has_space_before);
    return width;
  }

  void end_paragraph() {
    const std::string text = std::exchange(paragraph_, {});
    const bool was_quote = std::exchange(is_quote_, false);
    if (!text.empty()) wrap(text, was_quote);
    is_heading_ = false;
  }

  void wrap(const std::string& text, bool is_quote) {
    const std::vector<PageWord> words = page_words(text);
    Term left = text::term_line(std::exchange(first_margin_, {}));
    if (left.empty()) left = margin();
    if (is_quote) left += toned(Term("│ "), Tone::dim);
    const std::size_t first_column = is_quote ? 2 : is_list_ ? rest_margin_ : 0;
    Term line;
    std::size_t used = first_column;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const PageWord& word = words[at];
      const std::size_t space = word.has_space_before && !line.empty() ? 1 : 0;
      const bool may_break = !word.sticks || word.has_space_before;
      if (may_break && !line.empty() && used + space + joined_width(words, at) > width_) {
        print_line(left, line);
        line.clear();
        left = margin();
        if (is_quote) left += toned(Term("│ "), Tone::dim);
        used = first_column;
      } else {
        line.pad(space);
        used += space;
      }
      line += styled(word);
      used += word.width + (word.style.is_code && !has_color_ ? 2 : 0);
    }
    print_line(left, line);
  }

  bool has_color_;
  std::size_t width_;
  Spool& spool_;
  std::string paragraph_;
  std::string first_margin_;
  std::size_t rest_margin_ = 0;
  bool is_code_ = false;
  bool is_list_ = false;
  bool is_gap_in_list_ = false;
  bool is_quote_ = false;
  bool is_table_ = false;
  bool is_heading_ = false;
  bool needs_gap_ = false;
  bool has_printed_ = false;
};

}  // namespace

void print_page(std::string_view markdown, const Look& look, Spool& spool) { Page(look, spool).print(markdown); }

}  // namespace behest::render
