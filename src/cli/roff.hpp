#pragma once
#include <span>
#include <string>
#include <string_view>

#include "behest/command.hpp"

namespace behest {

// Text for the man macros as pure ASCII: nothing in it is a request, an escape or a typographic change (a hyphen stays
// one that can be copied into a shell). `words in backquotes` come out bold and without the backquotes.
std::string roff_prose(std::string_view text);
// The same without any markup: every character stands for itself. A line feed stays.
std::string roff_verbatim(std::string_view text);
std::string roff_bold(std::string_view text);
std::string roff_italic(std::string_view text);

// A manual page being written.
class RoffPage {
 public:
  // `name` and `section` as in behest-submit(1).
  RoffPage(std::string_view name, std::string_view section);
  void heading(std::string_view title);
  void subheading(std::string_view title);
  // NAME section; `summary` is a phrase.
  void name_line(std::string_view name, std::string_view summary);
  // Paragraphs as in Command::about.
  void prose(std::string_view text);
  // One paragraph that is roff already.
  void raw_paragraph(std::string_view roff);
  // A hanging entry; `term_roff` is roff already, `text` prose.
  void entry(std::string_view term_roff, std::string_view text);
  // Lines kept as they are, indented.
  void code(std::string_view text);
  void examples(std::span<const Example> examples);
  const std::string& text() const { return text_; }

 private:
  void line(std::string_view roff);
  std::string text_;
};

}  // namespace behest
