#include "cli/roff.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "behest/text/utf8.hpp"
#include "cli/layout.hpp"

namespace behest {

namespace {

std::string_view ascii_escape(char c) {
  switch (c) {
    case '\\':
      return "\\(rs";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '"':
      return "\\(dq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return "";
  }
}

// \[u2026]; at least four hexadecimal digits.
std::string unicode_escape(char32_t value) { return fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(value)); }

// A line that begins with a dot is a request to roff; \& in front makes it text. (A quote is escaped anyway.)
void guard_line(std::string& out, char first) {
  if (first == '.' && (out.empty() || out.back() == '\n')) out += "\\&";
}

void encode(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = text::decode(text, at);
    if (!point || point->value >= 0x80) {
      out += unicode_escape(point ? point->value : 0xFFFD);
      at += point ? point->length : 1;
      continue;
    }
    guard_line(out, text[at]);
    const std::string_view escape = ascii_escape(text[at]);
    if (escape.empty()) {
      out += text[at];
    } else {
      out += escape;
    }
    ++at;
  }
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

std::string unwrapped(std::string_view paragraph) {
  std::string out(paragraph);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace

std::string roff_verbatim(std::string_view text) {
  std::string out;
  encode(out, text);
  return out;
}

std::string roff_bold(std::string_view text) {
  std::string out = "\\fB";
  encode(out, text);
  return out + "\\fR";
}

std::string roff_italic(std::string_view text) {
  std::string out = "\\fI";
  encode(out, text);
  return out + "\\fR";
}

std::string roff_prose(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('`');
    const std::size_t close = open == std::string_view::npos ? open : text.find('`', open + 1);
    if (close == std::string_view::npos) break;
    encode(out, text.substr(0, open));
    out += roff_bold(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  encode(out, text);
  return out;
}

// No date: a page must not change from build to build.
RoffPage::RoffPage(std::string_view name, std::string_view section) {
  line(".TH " + roff_verbatim(upper(name)) + " " + std::string(section) + " \"\" \"behest\" \"behest manual\"");
  line(".ad l");
  line(".nh");
}

void RoffPage::line(std::string_view roff) { text_.append(roff).append("\n"); }

void RoffPage::heading(std::string_view title) { line(".SH \"" + roff_verbatim(title) + "\""); }

void RoffPage::subheading(std::string_view title) { line(".SS \"" + roff_verbatim(title) + "\""); }

void RoffPage::name_line(std::string_view name, std::string_view summary) {
  heading("NAME");
  // "\-" alone between spaces is what apropos looks for.
  line(roff_verbatim(name) + " \\- " + roff_verbatim(summary));
}

void RoffPage::prose(std::string_view text) {
  for (const std::string_view paragraph : paragraphs(text)) {
    if (paragraph.starts_with("  ")) {
      code(paragraph);
    } else {
      raw_paragraph(roff_prose(unwrapped(paragraph)));
    }
  }
}

void RoffPage::raw_paragraph(std::string_view roff) {
  line(".PP");
  line(roff);
}

void RoffPage::entry(std::string_view term_roff, std::string_view text) {
  line(".TP");
  line(term_roff);
  line(roff_prose(text));
}

void RoffPage::code(std::string_view text) {
  line(".PP");
  line(".RS 4");
  line(".nf");
  line(roff_verbatim(text));
  line(".fi");
  line(".RE");
}

void RoffPage::examples(std::span<const Example> examples) {
  for (const Example& example : examples) {
    raw_paragraph(roff_prose(std::string(example.what) + ":"));
    code(example.command);
  }
}

}  // namespace behest
