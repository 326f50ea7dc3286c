// One target for everything that reads text from strangers; the first byte of the input chooses the reader.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "behest/core/query.hpp"
#include "behest/core/time.hpp"
#include "behest/text/json.hpp"
#include "behest/text/safe.hpp"
#include "behest/text/utf8.hpp"
#include "render/page.hpp"
#include "text/csv_reader.hpp"
#include "text/markdown_reader.hpp"

namespace {

using namespace behest;

void require(bool holds) {
  if (!holds) std::abort();
}

bool has_raw_control(std::string_view text, bool may_have_lines) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == '\n' && may_have_lines) continue;
    if (byte < 0x20 || byte == 0x7f) return true;
  }
  return false;
}

void read_query(std::string_view text) {
  const QueryContext context{{Instant{1'795'275'000'000}, Zone()}, "me", Duration{1'000}};
  const auto parsed = parse_query(text, context);
  if (!parsed) {
    require(parsed.error().column >= 1 && parsed.error().column <= text.size() + 1);
    return;
  }
  static_cast<void>(matches(*parsed, Request(), context, false));
}

void read_json(std::string_view text) {
  const auto parsed = text::parse_json(text);
  if (!parsed) return;
  // What was read is written so that it reads the same.
  const std::string written = text::dump(*parsed);
  const auto again = text::parse_json(written);
  require(static_cast<bool>(again));
  require(text::dump(*again) == written);
}

void read_times(std::string_view text) {
  const TimeContext context{Instant{1'795'275'000'000}, Zone()};
  if (const auto span = parse_span(text, context)) require(span->from <= span->to);
  if (const auto instant = parse_rfc3339(text)) {
    const auto again = parse_rfc3339(format_rfc3339(*instant));
    require(again && *again == *instant);
  }
  static_cast<void>(parse_duration(text));
}

void read_csv(std::string_view text) {
  std::size_t at = 0;
  text::CsvReader reader(
      [&](char* buffer, std::size_t size) {
        const std::size_t count = std::min(size, text.size() - at);
        text.copy(buffer, count, at);
        at += count;
        return count;
      },
      ',');
  text::CsvRow row;
  for (auto more = reader.next(row); more && *more; more = reader.next(row)) {
  }
}

void write_safely(std::string_view text) {
  require(!has_raw_control(text::term_line(text).view(), false));
  require(!has_raw_control(text::term_body(text).view(), true));
  require(!has_raw_control(text::tsv_text(text).view(), false));
  require(text::is_valid_utf8(text::repair_utf8(text)));
  require(static_cast<bool>(text::parse_json(text::json_string(text).view())));
  const std::string line(text::term_line(text).view());
  require(text::width(text::shorten(line, 10)) <= 10);
  static_cast<void>(text::fold(text));
  static_cast<void>(text::html_text(text));
  static_cast<void>(text::markdown_text(text));
  static_cast<void>(text::csv_text(text));
  require(!has_raw_control(text::markdown_html(text).view(), true));
  Spool spool;
  Look look;
  look.is_terminal = true;
  render::print_page(text, look, spool);
  spool.pour([](std::string_view bytes) { require(!has_raw_control(bytes, true)); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 5) {
    case 0:
      read_query(text);
      break;
    case 1:
      read_json(text);
      break;
    case 2:
      read_times(text);
      break;
    case 3:
      read_csv(text);
      break;
    default:
      write_safely(text);
      break;
  }
  return 0;
}
