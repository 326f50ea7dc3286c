#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "behest/text/safe.hpp"

namespace behest::text {

// One block or span of a document as a walk through it meets it.
struct MarkdownPart {
  enum class Kind {
    quote,
    list,
    item,
    code_block,
    html_block,
    paragraph,
    heading,
    rule,
    table,
    row,
    cell,
    text,
    soft_break,
    hard_break,
    code,
    html,
    emphasis,
    strong,
    link,  // of a picture too
    other,
  };
  Kind kind = Kind::other;
  bool is_entered = true;            // what holds others is left again; what holds none is only entered
  std::string_view text = {};        // of text, code and HTML; as long as the call lasts
  std::string_view address = {};     // of a link
  int number = 0;                    // of a heading: its level; of an item: its number, or -1 where it has none
  bool is_tight = false;             // no free line comes behind it
  std::optional<bool> is_done = {};  // of an item that is a box to tick
  char alignment = 0;                // of a cell: l, c, r, or 0
};

// CommonMark with the tables and boxes of GitHub (github.github.com/gfm), part by part in linear time. False, with no
// part seen, for what no person writes: more than 64 quotes and lists opened in one line, or a table past any screen.
bool read_markdown(std::string_view text, const std::function<void(const MarkdownPart& part)>& see);

// The same as a piece of an HTML page: HTML within it and addresses that run something are left out. What read_markdown
// does not read stands as it was written.
Safe<Html> markdown_html(std::string_view text);

}  // namespace behest::text
