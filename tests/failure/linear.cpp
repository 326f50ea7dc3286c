#include <algorithm>
#include <array>
#include <functional>

#include <time.h>

#include "behest/text/json.hpp"
#include "behest/text/safe.hpp"
#include "behest/text/terms.hpp"
#include "behest/text/utf8.hpp"
#include "core/letter.hpp"
#include "core/mail_kind.hpp"
#include "harness.hpp"
#include "mail/mbox.hpp"
#include "ops/notices.hpp"
#include "render/page.hpp"
#include "text/charset.hpp"
#include "text/csv_reader.hpp"
#include "text/encoded_word.hpp"
#include "text/file_name.hpp"
#include "text/html_plain.hpp"
#include "text/mail_header.hpp"
#include "text/markdown_reader.hpp"

// SECURITY S14: twice the text takes at most two and a half times as long, whatever stands in it.
namespace failure {
namespace {

using namespace behest;

constexpr double k_most = 2.5;
constexpr double k_least_seconds = 0.01;  // below it a clock tells nothing
constexpr double k_most_seconds = 2;      // what takes longer is judged as it is
constexpr std::size_t k_first_bytes = 32UL << 10U;
constexpr std::size_t k_last_bytes = 1UL << 20U;  // as much as a body may have
constexpr int k_rounds = 5;
constexpr int k_attempts = 4;

using Reader = std::function<std::size_t(const std::string& text)>;

struct Way {
  const char* name;
  Reader read;
  std::vector<std::string> pieces;  // of which the texts are made, again and again
};

double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

// The least of some rounds: what else the machine does only adds.
double seconds_of(const Reader& read, const std::string& text) {
  double least = 1e9;
  std::size_t sum = 0;
  for (int round = 0; round < k_rounds && (round == 0 || least < 1); ++round) {
    const double begin = processor_seconds();
    sum += read(text);
    least = std::min(least, processor_seconds() - begin);
  }
  return sum == 1 ? least + 1e-12 : least;  // so that no reading is left out
}

// The least of some attempts.
double growth(const Way& way, const std::string& piece, std::size_t bytes) {
  double ratio = 0;
  for (int attempt = 0; attempt < k_attempts; ++attempt) {
    const double once = std::max(seconds_of(way.read, repeated(piece, bytes)), 1e-5);
    const double twice = seconds_of(way.read, repeated(piece, 2 * bytes)) / once;
    ratio = attempt == 0 ? twice : std::min(ratio, twice);
    if (ratio <= k_most || once > k_most_seconds) break;
  }
  return ratio;
}

// Where what is made of a text no longer fits into a cache of the processor, one doubling or two of them take more than
// they should; what is not linear takes more at each.
void grows_straight(const Way& way, const std::string& piece) {
  std::size_t bytes = k_first_bytes;
  while (bytes < k_last_bytes && seconds_of(way.read, repeated(piece, bytes)) < k_least_seconds) bytes *= 2;
  // The largest there is, and hardly to be measured: then there is nothing to grow.
  if (bytes == k_last_bytes && seconds_of(way.read, repeated(piece, 2 * bytes)) < 2 * k_least_seconds) return;
  double ratio = growth(way, piece, bytes);
  while (ratio > k_most && bytes < k_last_bytes && seconds_of(way.read, repeated(piece, bytes)) < k_most_seconds) {
    bytes *= 2;
    ratio = growth(way, piece, bytes);
  }
  check(ratio <= k_most, std::string(way.name) + " takes time in proportion to its text",
        visible(piece) + " again and again, " + std::to_string(bytes) + " bytes: twice as many take " +
            std::to_string(ratio) + " times as long");
}

std::size_t read_rows(const std::string& text) {
  std::size_t at = 0;
  text::CsvReader reader(
      [&](char* buffer, std::size_t size) {
        const std::size_t got = text.copy(buffer, size, at);
        at += got;
        return got;
      },
      ',');
  text::CsvRow row;
  std::size_t rows = 0;
  for (auto more = reader.next(row); more && *more; more = reader.next(row)) ++rows;
  return rows;
}

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = {
      "a",  " ",       "\n", "e\u0301", "\u0301", "\u202e", "\x1b[2J", "打印机", "word ", "a@b ",        "@zoe ",
      "@a", "{{id}} ", "{{", "*_[](",   "`",      "<b>",    "&amp;",   "\u200d", "=cmd|", "\xff\xfe\x80"};
  return all;
}

const std::vector<std::string>& marked() {
  static const std::vector<std::string> all = {
      "*_",  "[",   "**a ", "`a",   "> ", "- ",      "a `` ", "- a\n",    "|",  "|a\n|-\n", "![l",
      "1. ", ">\n", "<!",   "[a](", "](", "- a\n\n", "a|",    "[a]: b\n", "&a", "打印机",   "\x1b[2J"};
  return all;
}

std::size_t page_of(const std::string& text) {
  Spool spool;
  Look look;
  look.is_terminal = true;
  render::print_page(text, look, spool);
  std::size_t size = 0;
  spool.pour([&](std::string_view bytes) { size += bytes.size(); });
  return size;
}

std::vector<Way> ways() {
  const std::vector<std::string> html = {"<b>",      "<",     "<a href=x>y",      "<a href=\"", "</a>",   "&a",
                                         "&#x4e2d;", "<!--",  "<title>",          "</",         "<head>", "<p>",
                                         "<br>",     "<pre>", "<blockquote><br>", "<a b=c ",    "<li>"};
  const std::vector<std::string> words = {
      "=?", "=?utf-8?q?", "=?utf-8?q?a?= ", "=?gb18030?b?tPLTobv6?=", "=?x?y?z", "?=", "\r\n "};
  const std::vector<std::string> quoted = {"> a\n",         "> ",   "On Monday, Zoe wrote:\n",      "-- \n",
                                           "From: a\n",     "\n\n", "-----Original Message-----\n", "a\n",
                                           "On x\nwrote:\n"};
  const std::vector<std::string> from = {">", ">>From a\n", "From \n", "\n"};
  const auto repaired = [](const std::string& text) { return text::repair_utf8(text); };
  return {
      {"JSON",
       [](const std::string& text) { return static_cast<std::size_t>(!text::parse_json("[\"" + text + "\"]")); },
       {"a", "\\u0041", "\\ud83d\\ude00", "\",\"", "\\"}},
      {"CSV", read_rows, {"a,b\n", "\"", "\"\"", "\"a\",", ",", "\"a\nb\"\n"}},
      {"HTML", [](const std::string& text) { return text::html_plain(text).size(); }, html},
      {"encoded words", [](const std::string& text) { return text::decode_words(text).size(); }, words},
      {"folding", [](const std::string& text) { return fold_text(text, true).text.size(); }, quoted},
      {"mbox",
       [](std::string text) {
         mail::unquote_from_lines(text);
         return text.size();
       },
       from},
      {"gb18030", [](const std::string& text) { return text::utf8_of(text, "gb18030").size(); }, {"\x81", "\xb4\xf2"}},
      {"iso-2022-jp",
       [](const std::string& text) { return text::utf8_of(text, "iso-2022-jp").size(); },
       {"\x1b$B%F", "\x1b", "\x1b(B"}},
      {"repair", [=](const std::string& text) { return repaired(text).size(); }, texts()},
      {"terms", [=](const std::string& text) { return text::joined_terms(repaired(text)).size(); }, texts()},
      {"a search",
       [=](const std::string& text) { return text::places(repaired(text), text::phrase("a a a b")).size(); },
       {"a ", "a a a ", "打"}},
      {"a terminal", [](const std::string& text) { return text::term_body(text).view().size(); }, texts()},
      {"a line of a terminal", [](const std::string& text) { return text::term_line(text).view().size(); }, texts()},
      {"Markdown", [](const std::string& text) { return text::markdown_text(text).view().size(); }, texts()},
      {"a page of Markdown", page_of, marked()},
      {"Markdown as HTML",
       [](const std::string& text) { return text::markdown_html(text).view().size(); },
       {"> ", "*_", "|a\n|-\n", "打印机"}},
      {"HTML out", [](const std::string& text) { return text::html_text(text).view().size(); }, texts()},
      {"a field of mail",
       [=](const std::string& text) { return text::mail_field("Subject", repaired(text)).view().size(); }, texts()},
      {"quoted-printable", [](const std::string& text) { return text::quoted_printable(text).size(); }, texts()},
      {"mentions", [=](const std::string& text) { return ops::mentions_in(repaired(text)).size(); }, texts()},
      {"templates", [](const std::string& text) { return fill_letter(text, Request(), {}).size(); }, texts()},
      {"names of files", [](const std::string& text) { return text::plain_file_name(text).size(); }, texts()},
      {"folding of case", [=](const std::string& text) { return text::fold(repaired(text)).size(); }, texts()},
  };
}

}  // namespace

void linear() {
  for (const Way& way : ways()) {
    for (const std::string& piece : way.pieces) grows_straight(way, piece);
  }
}

}  // namespace failure
