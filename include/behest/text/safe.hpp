#pragma once
#include <string>
#include <string_view>

namespace behest::text {

// The places text can end up in. Stored text is untrusted; each sink has its own encoder.
struct Term;      // a terminal, a log, a pipe read by people
struct Csv;       // RFC 4180, guarded against formulas
struct Tsv;       // one record a line, TAB between fields
struct Json;      // RFC 8259
struct Markdown;  // CommonMark
struct Html;      // text and attribute values
struct Raw;       // bytes as stored: scripts that asked for them

// A string constant of the program; user text cannot become one.
class Literal {
 public:
  consteval Literal(const char* constant) : view_(constant) {}
  constexpr std::string_view view() const { return view_; }

 private:
  std::string_view view_;
};

// Text that has been made safe for one sink. Only the encoders below (and program constants) produce one, so a raw
// std::string does not compile into an output call.
template <class Sink>
class Safe {
 public:
  Safe() = default;
  Safe(Literal constant) : bytes_(constant.view()) {}
  Safe& operator+=(const Safe& other) {
    bytes_ += other.bytes_;
    return *this;
  }
  Safe& operator+=(Literal constant) {
    bytes_ += constant.view();
    return *this;
  }
  friend Safe operator+(Safe a, const Safe& b) { return a += b; }
  // `count` spaces, for alignment.
  Safe& pad(std::size_t count) {
    bytes_.append(count, ' ');
    return *this;
  }
  // The end of a record: LF, or NUL for a reader that splits there (xargs -0).
  Safe& end_record(bool is_nul) {
    bytes_ += is_nul ? '\0' : '\n';
    return *this;
  }
  std::string_view view() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }
  void clear() { bytes_.clear(); }
  // For encoders alone (src/text).
  static Safe made_by_encoder(std::string bytes) {
    Safe safe;
    safe.bytes_.swap(bytes);
    return safe;
  }

 private:
  std::string bytes_;
};

// One line for a terminal: C0 as ^X, DEL as ^?, C1 as \x9b, LF as ␤, TAB as a space, invalid UTF-8 as U+FFFD, bidi and
// zero-width format characters as <U+202E> (ZWJ and variation selectors stay inside emoji sequences), at most 8
// combining marks a base (SECURITY S1, S2).
Safe<Term> term_line(std::string_view text);
// Several lines: as term_line, but LF stays and TAB becomes spaces to the next multiple of 8.
Safe<Term> term_body(std::string_view text);
// One field, quoted where RFC 4180 needs it; text whose first visible character starts a formula gets a leading '
// (SECURITY S3).
Safe<Csv> csv_text(std::string_view text);
// One field as stored, only quoted (`--csv-raw`).
Safe<Csv> csv_raw(std::string_view text);
// One field: TAB, LF, CR and backslash as \t \n \r \\, other controls as term_line, formulas guarded as csv_text.
Safe<Tsv> tsv_text(std::string_view text);
// A JSON string with its quotes; escapes < 0x20, 0x7F-0x9F, U+2028/9 and bidi controls as \u; invalid UTF-8 as U+FFFD.
Safe<Json> json_string(std::string_view text);
// Inline text with every Markdown and HTML meaning escaped; LF as a space, | escaped for tables.
Safe<Markdown> markdown_text(std::string_view text);
// Text or attribute value: & < > " ' as entities; controls as term_line, LF kept.
Safe<Html> html_text(std::string_view text);
// Several lines made from constants of the program (help, manual, completion scripts) whose bytes are already fit for a
// terminal; throws std::logic_error on any control byte but LF and TAB.
Safe<Term> program_text(std::string_view text);
// Plain digits and ASCII words made by the program itself (numbers, RFC 3339 instants, key names) for any sink;
// throws std::logic_error on any byte outside [A-Za-z0-9_.:+-].
template <class Sink>
Safe<Sink> token(std::string_view ascii);

}  // namespace behest::text
