#include "text/markdown_reader.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "text/visible.hpp"

namespace behest::text {
namespace {

using Kind = MarkdownPart::Kind;

constexpr int k_options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;
constexpr std::size_t k_most_opened = 64;
constexpr std::size_t k_most_columns = 64;
constexpr std::size_t k_most_cells = 200'000;  // the reader fills rows that are too short

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How many quotes and items a line opens at most.
std::size_t opened_by(std::string_view line) {
  std::size_t opened = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == ' ' || c == '\t' || is_digit(c)) continue;
    const bool is_blank_behind = at + 1 >= line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
    const bool is_item = is_blank_behind && std::string_view("-*+.)").find(c) != std::string_view::npos;
    if (c != '>' && !is_item) break;
    ++opened;
  }
  return opened;
}

// The columns of the line between the head of a table and its rows; 0 for any other.
std::size_t columns_of(std::string_view line) {
  if (line.find_first_not_of("|-: \t\r>*+.)0123456789") != std::string_view::npos) return 0;
  const auto bars = static_cast<std::size_t>(std::ranges::count(line, '|'));
  return bars == 0 ? 0 : bars + 1;
}

bool is_rule_of_one_mark(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos &&
         line.find_first_not_of(std::string{line[first], ' ', '\t', '\r'}) == std::string_view::npos &&
         line[first] != '>';
}

bool is_readable(std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  std::size_t most_columns = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (opened_by(line) > k_most_opened && !is_rule_of_one_mark(line)) return false;
    most_columns = std::max(most_columns, columns_of(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return most_columns <= k_most_columns && most_columns * lines <= k_most_cells;
}

// cmark names its extensions at run time.
const char* const k_extensions[] = {"table", "tasklist"};

// A text as cmark reads it. All of it lies in cmark's arena, which there is one of: a document ends before the next one
// begins. One by one, the nodes of a hostile text would take more than twice the time for twice the text.
class Document {
 public:
  explicit Document(std::string_view text) {
    cmark_gfm_core_extensions_ensure_registered();
    parser_ = cmark_parser_new_with_mem(k_options, cmark_get_arena_mem_allocator());
    for (const char* const name : k_extensions) {
      cmark_parser_attach_syntax_extension(parser_, cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser_, text.data(), text.size());
    root_ = cmark_parser_finish(parser_);
  }
  ~Document() { cmark_arena_reset(); }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  cmark_node* root() const { return root_; }
  // As long as this lives.
  std::string_view html() const {
    return cmark_render_html(root_, k_options, cmark_parser_get_syntax_extensions(parser_));
  }

 private:
  cmark_parser* parser_ = nullptr;
  cmark_node* root_ = nullptr;
};

std::string_view view_of(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

Kind kind_of_extension(cmark_node* node) {
  const std::string_view name = view_of(cmark_node_get_type_string(node));
  if (name == "table") return Kind::table;
  if (name == "table_row" || name == "table_header") return Kind::row;
  return name == "table_cell" ? Kind::cell : Kind::other;
}

Kind kind_of(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  const std::pair<cmark_node_type, Kind> kinds[] = {
      {CMARK_NODE_TEXT, Kind::text},
      {CMARK_NODE_SOFTBREAK, Kind::soft_break},
      {CMARK_NODE_PARAGRAPH, Kind::paragraph},
      {CMARK_NODE_ITEM, Kind::item},
      {CMARK_NODE_LIST, Kind::list},
      {CMARK_NODE_CODE, Kind::code},
      {CMARK_NODE_EMPH, Kind::emphasis},
      {CMARK_NODE_STRONG, Kind::strong},
      {CMARK_NODE_LINK, Kind::link},
      {CMARK_NODE_IMAGE, Kind::link},
      {CMARK_NODE_HEADING, Kind::heading},
      {CMARK_NODE_BLOCK_QUOTE, Kind::quote},
      {CMARK_NODE_LINEBREAK, Kind::hard_break},
      {CMARK_NODE_CODE_BLOCK, Kind::code_block},
      {CMARK_NODE_HTML_BLOCK, Kind::html_block},
      {CMARK_NODE_HTML_INLINE, Kind::html},
      {CMARK_NODE_THEMATIC_BREAK, Kind::rule},
  };
  for (const auto& [known, kind] : kinds) {
    if (known == type) return kind;
  }
  return kind_of_extension(node);
}

// Walks without recursion, so that no text is too deep for the stack.
class Walk {
 public:
  explicit Walk(const std::function<void(const MarkdownPart&)>& see) : see_(see) {}

  void over(cmark_node* root) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> steps(cmark_iter_new(root), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(steps.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(steps.get())) {
      meet(cmark_iter_get_node(steps.get()), event == CMARK_EVENT_ENTER);
    }
  }

 private:
  void meet(cmark_node* node, bool is_entered) {
    MarkdownPart part;
    part.kind = kind_of(node);
    part.is_entered = is_entered;
    part.is_tight = is_tight(node);
    switch (part.kind) {
      case Kind::list:
        is_entered ? counts_.push_back(first_number(node)) : counts_.pop_back();
        break;
      case Kind::item:
        note_item(node, part);
        break;
      case Kind::heading:
        part.number = cmark_node_get_heading_level(node);
        break;
      case Kind::link:
        part.address = view_of(cmark_node_get_url(node));
        break;
      case Kind::table:
        note_table(node);
        break;
      case Kind::row:
        cell_ = 0;
        break;
      case Kind::cell:
        part.alignment = cell_ < alignments_.size() ? alignments_[cell_] : '\0';
        cell_ += is_entered ? 0 : 1;
        break;
      default:
        part.text = view_of(cmark_node_get_literal(node));
    }
    see_(part);
  }

  static int first_number(cmark_node* list) {
    return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(list) : -1;
  }

  static bool is_tight(cmark_node* node) {
    cmark_node* const parent = cmark_node_parent(node);
    if (parent == nullptr) return false;
    const bool is_item = cmark_node_get_type(node) == CMARK_NODE_ITEM;
    cmark_node* const list = is_item ? parent : cmark_node_parent(parent);
    if (!is_item && cmark_node_get_type(parent) != CMARK_NODE_ITEM) return false;
    return list != nullptr && cmark_node_get_list_tight(list) != 0;
  }

  void note_item(cmark_node* node, MarkdownPart& part) {
    part.number = counts_.back();
    if (part.number >= 0 && !part.is_entered) ++counts_.back();
    if (view_of(cmark_node_get_type_string(node)) == "tasklist") {
      part.is_done = cmark_gfm_extensions_get_tasklist_item_checked(node);
    }
  }

  void note_table(cmark_node* node) {
    const std::uint8_t* const given = cmark_gfm_extensions_get_table_alignments(node);
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
    alignments_.clear();
    for (std::size_t i = 0; given != nullptr && i < columns; ++i) alignments_.push_back(static_cast<char>(given[i]));
  }

  const std::function<void(const MarkdownPart&)>& see_;
  std::vector<int> counts_;  // the next number of each list that is open
  std::vector<char> alignments_;
  std::size_t cell_ = 0;
};

// HTML of cmark's own making, so that only what a reader cannot see is left to encode.
std::string with_visible_text(std::string_view html) {
  std::string out;
  Visible pieces(html);
  while (const auto piece = pieces.next()) {
    const bool is_marker = piece->bytes.starts_with("<U+");
    if (piece->kind == Piece::Kind::line_feed) {
      out += '\n';
    } else if (piece->kind == Piece::Kind::tab) {
      out += "&#9;";
    } else if (piece->kind == Piece::Kind::carriage_return) {
      out += "^M";
    } else if (is_marker) {
      out.append("&lt;").append(piece->bytes.substr(1, piece->bytes.size() - 2)).append("&gt;");
    } else {
      out += piece->bytes;
    }
  }
  return out;
}

}  // namespace

bool read_markdown(std::string_view text, const std::function<void(const MarkdownPart& part)>& see) {
  if (!is_readable(text)) return false;
  const Document document(text);
  Walk(see).over(document.root());
  return true;
}

Safe<Html> markdown_html(std::string_view text) {
  if (!is_readable(text)) return Safe<Html>("<pre>") + html_text(text) + Safe<Html>("</pre>\n");
  const Document document(text);
  return Safe<Html>::made_by_encoder(with_visible_text(document.html()));
}

}  // namespace behest::text
