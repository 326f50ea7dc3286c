#include "text/html_plain.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "behest/text/utf8.hpp"

namespace behest::text {
namespace {

using Named = std::pair<std::string_view, char32_t>;
constexpr std::array<Named, 49> k_entities = {{
    {"AMP", '&'},      {"Auml", 0xc4},    {"GT", '>'},      {"LT", '<'},       {"Ouml", 0xd6},    {"QUOT", '"'},
    {"Uuml", 0xdc},    {"aacute", 0xe1},  {"acirc", 0xe2},  {"agrave", 0xe0},  {"amp", '&'},      {"apos", '\''},
    {"auml", 0xe4},    {"bull", 0x2022},  {"ccedil", 0xe7}, {"copy", 0xa9},    {"deg", 0xb0},     {"eacute", 0xe9},
    {"ecirc", 0xea},   {"egrave", 0xe8},  {"euml", 0xeb},   {"euro", 0x20ac},  {"gt", '>'},       {"hellip", 0x2026},
    {"iacute", 0xed},  {"icirc", 0xee},   {"laquo", 0xab},  {"ldquo", 0x201c}, {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xb7},  {"nbsp", ' '},    {"ndash", 0x2013}, {"ntilde", 0xf1},  {"oacute", 0xf3},
    {"ocirc", 0xf4},   {"ouml", 0xf6},    {"pound", 0xa3},  {"quot", '"'},     {"raquo", 0xbb},   {"rdquo", 0x201d},
    {"reg", 0xae},     {"rsquo", 0x2019}, {"szlig", 0xdf},  {"times", 0xd7},   {"trade", 0x2122}, {"uacute", 0xfa},
    {"uuml", 0xfc},
}};

constexpr std::array<std::string_view, 27> k_blocks = {
    "address",  "article", "aside", "blockquote", "center", "dd",  "div",   "dl", "dt",
    "fieldset", "footer",  "form",  "h1",         "h2",     "h3",  "h4",    "h5", "h6",
    "header",   "hr",      "li",    "ol",         "p",      "pre", "table", "tr", "ul"};
// What they hold is for programs.
constexpr std::array<std::string_view, 6> k_hidden = {"head", "script", "style", "template", "textarea", "title"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

struct Tag {
  std::string name;  // in lower case
  bool is_end = false;
  std::string target;  // of a link
};

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  std::string read() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<' && read_markup()) continue;
      if (html_[at_] == '&' && read_entity()) continue;
      add(html_[at_++]);
    }
    while (!out_.empty() && is_space(out_.back())) out_.pop_back();
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  bool read_markup() {
    if (html_.substr(at_, 4) == "<!--") return skip_past("-->", 4);
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    if (next == '!' || next == '?') return skip_past(">", 2);
    if (next != '/' && !is_letter(next)) return false;
    apply(read_tag());
    return true;
  }

  // What is never closed runs to the end.
  bool skip_past(std::string_view end, std::size_t from) {
    const std::size_t found = html_.find(end, at_ + from);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
    return true;
  }

  Tag read_tag() {
    Tag tag;
    ++at_;
    if (html_[at_] == '/') {
      tag.is_end = true;
      ++at_;
    }
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      if (tag.name.size() < 32) tag.name += lower(html_[at_]);
      ++at_;
    }
    while (at_ < html_.size() && html_[at_] != '>') read_attribute(tag);
    if (at_ < html_.size()) ++at_;
    return tag;
  }

  void read_attribute(Tag& tag) {
    if (is_space(html_[at_]) || html_[at_] == '/') {
      ++at_;
      return;
    }
    const std::size_t begin = at_++;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '=') ++at_;
    std::string name(html_.substr(begin, std::min<std::size_t>(at_ - begin, 32)));
    std::ranges::transform(name, name.begin(), lower);
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    if (at_ >= html_.size() || html_[at_] != '=') return;
    ++at_;
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    const std::string_view value = read_value();
    // A longer one is of no use to a reader, and half a one neither.
    if (name == "href" && tag.name == "a" && value.size() <= 2048) tag.target = value;
  }

  std::string_view read_value() {
    if (at_ >= html_.size()) return {};
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      const std::size_t end = std::min(html_.find(quote, begin), html_.size());
      at_ = std::min(end + 1, html_.size());
      return html_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void apply(const Tag& tag) {
    if (is_one_of(k_hidden, tag.name)) {
      if (!tag.is_end) hide(tag.name);
      return;
    }
    if (tag.name == "a") return apply_link(tag);
    if (tag.name == "br") return end_line(true);
    if (tag.name == "td" || tag.name == "th") return add(' ');
    if (!is_one_of(k_blocks, tag.name)) return;
    end_line(false);
    if (tag.name == "p" && !out_.empty()) wants_gap_ = true;
    if (tag.name == "pre") is_as_written_ = !tag.is_end;
    if (tag.name == "li" && !tag.is_end) text("- ");
    if (tag.name == "blockquote") quotes_ = tag.is_end ? std::max(quotes_ - 1, 0) : std::min(quotes_ + 1, 16);
  }

  // To the end of the element, whatever looks like a tag inside.
  void hide(const std::string& name) {
    if (name == "head" && is_head_open_) return;
    const std::string end = "</" + name;
    for (std::size_t from = at_; (from = html_.find("</", from)) != std::string_view::npos; from += 2) {
      std::string there(html_.substr(from, end.size()));
      std::ranges::transform(there, there.begin(), lower);
      if (there != end) continue;
      at_ = from;
      skip_past(">", 2);
      return;
    }
    // A head that is never closed hides nothing but itself.
    if (name != "head") at_ = html_.size();
    is_head_open_ = true;
  }

  void apply_link(const Tag& tag) {
    if (!tag.is_end) {
      target_ = tag.target;
      words_from_ = out_.size();
      return;
    }
    const bool is_known =
        target_.starts_with("http://") || target_.starts_with("https://") || target_.starts_with("mailto:");
    const std::string_view words = std::string_view(out_).substr(std::min(words_from_, out_.size()));
    const std::string_view plain = std::string_view(target_).substr(target_.starts_with("mailto:") ? 7 : 0);
    const bool is_told = words.find(plain) != std::string_view::npos;
    const std::string shown = is_known && !is_told ? " <" + std::string(plain) + ">" : std::string();
    target_.clear();
    text(shown);
  }

  bool read_entity() {
    const std::size_t end = html_.find_first_of("; \t\n<&", at_ + 1);
    if (end == std::string_view::npos || html_[end] != ';' || end - at_ > 12) return false;
    const std::string_view name = html_.substr(at_ + 1, end - at_ - 1);
    const auto value = name.starts_with('#') ? number_of(name.substr(1)) : named(name);
    if (!value) return false;
    at_ = end + 1;
    if (*value == ' ' || *value == 0xa0) {
      add(' ');
    } else {
      begin_text();
      append_utf8(out_, *value);
    }
    return true;
  }

  static std::optional<char32_t> named(std::string_view name) {
    const auto* const found = std::ranges::lower_bound(k_entities, name, {}, &Named::first);
    if (found == k_entities.end() || found->first != name) return std::nullopt;
    return found->second;
  }

  static std::optional<char32_t> number_of(std::string_view digits) {
    const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
    if (is_hex) digits.remove_prefix(1);
    std::uint32_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, code] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
    if (digits.empty() || code != std::errc() || stop != end) return std::nullopt;
    const bool is_character = value >= ' ' && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    return is_character ? static_cast<char32_t>(value) : U'\ufffd';
  }

  void add(char c) {
    if (is_as_written_ && c == '\n') return end_line(true);
    if (is_space(c)) {
      wants_space_ = wants_space_ || is_in_line_;
      if (is_as_written_) {
        begin_text();
        out_ += ' ';
      }
      return;
    }
    begin_text();
    out_ += c;
  }

  void text(std::string_view plain) {
    if (plain.empty()) return;
    begin_text();
    out_ += plain;
  }

  void begin_text() {
    if (!is_in_line_) {
      if (wants_gap_ && !out_.empty()) begin_line("\n");
      begin_line("");
      is_in_line_ = true;
    } else if (wants_space_ && !is_as_written_) {
      out_ += ' ';
    }
    wants_space_ = false;
    wants_gap_ = false;
  }

  void begin_line(std::string_view end) {
    for (int i = 0; i < quotes_; ++i) out_ += "> ";
    out_ += end;
  }

  void end_line(bool is_break) {
    if (is_in_line_ || is_break) {
      if (!is_in_line_) begin_line("");
      while (!out_.empty() && out_.back() == ' ') out_.pop_back();
      out_ += '\n';
    }
    is_in_line_ = false;
    wants_space_ = false;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  std::string target_;
  std::size_t words_from_ = 0;
  int quotes_ = 0;
  bool is_in_line_ = false;
  bool is_head_open_ = false;
  bool is_as_written_ = false;
  bool wants_space_ = false;
  bool wants_gap_ = false;
};

}  // namespace

std::string html_plain(std::string_view html) { return Reader(html).read(); }

}  // namespace behest::text
