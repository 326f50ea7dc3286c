#include "config/toml_text.hpp"

#include <algorithm>

namespace behest::config {
namespace {

constexpr std::string_view k_blank = " \t\r";
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

// Behind a string of three quotes; up to two more quotes before the end belong to it.
std::size_t skip_long_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string_view close = quote == '"' ? R"(""")" : "'''";
  for (at += 3; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text.substr(at, 3) == close) {
      at += 3;
      for (int more = 0; more < 2 && at < text.size() && text[at] == quote; ++more) ++at;
      return at;
    }
  }
  return text.size();
}

std::size_t skip_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  if (text.substr(at, 3) == std::string(3, quote)) return skip_long_string(text, at);
  for (++at; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == quote) return at + 1;
    if (quote == '"' && text[at] == '\\') ++at;
  }
  return std::min(at, text.size());
}

bool is_quote(char c) { return c == '"' || c == '\''; }

// The next of `marks` outside strings.
std::size_t find_outside(std::string_view text, std::size_t at, std::string_view marks) {
  while (at < text.size() && marks.find(text[at]) == std::string_view::npos) {
    at = is_quote(text[at]) ? skip_string(text, at) : at + 1;
  }
  return std::min(at, text.size());
}

// A value ends at a comment or line break, and within an inline table at a comma or the closing brace.
std::size_t value_end(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    at = find_outside(text, at, depth == 0 ? "[{]},#\n" : "[{]}#");
    if (at == text.size()) break;
    if (text[at] == '[' || text[at] == '{') {
      ++depth;
    } else if (text[at] == '#' && depth > 0) {
      at = line_end(text, at);
      continue;
    } else if (depth == 0) {
      break;
    } else {
      --depth;
    }
    ++at;
  }
  return at;
}

Extent trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && k_blank.find(text[begin]) != std::string_view::npos) ++begin;
  while (end > begin && k_blank.find(text[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

Statement key_and_value(std::string_view text, std::size_t at) {
  Statement found;
  const std::size_t equals = find_outside(text, at, "=");
  found.key = trimmed(text, at, equals);
  const std::size_t begin = std::min(equals + 1, text.size());
  found.value = trimmed(text, begin, value_end(text, begin));
  found.line = {found.key.begin, found.value.end};
  return found;
}

Statement header(std::string_view text, std::size_t at) {
  Statement found;
  found.is_header = true;
  found.is_list = text.substr(at, 2) == "[[";
  const std::size_t begin = at + (found.is_list ? 2 : 1);
  const std::size_t close = find_outside(text, begin, "]");
  found.key = trimmed(text, begin, close);
  found.line = {at, close};
  return found;
}

}  // namespace

std::vector<Statement> statements_of(std::string_view text) {
  std::vector<Statement> found;
  std::size_t at = text.starts_with(k_byte_order_mark) ? k_byte_order_mark.size() : 0;
  while (at < text.size()) {
    const std::size_t line = at;
    at = std::min(text.find_first_not_of(k_blank, at), text.size());
    if (at == text.size()) break;
    if (text[at] == '#' || text[at] == '\n') {
      at = line_end(text, at) + 1;
      continue;
    }
    Statement next = text[at] == '[' ? header(text, at) : key_and_value(text, at);
    at = std::min(line_end(text, next.line.end) + 1, text.size());
    next.line = {line, at};
    found.push_back(next);
  }
  return found;
}

std::vector<Statement> members_of(std::string_view text, Extent table) {
  std::vector<Statement> found;
  const std::string_view inside = text.substr(0, table.end - 1);
  std::size_t at = table.begin + 1;
  while ((at = inside.find_first_not_of(" \t,", at)) != std::string_view::npos) {
    found.push_back(key_and_value(inside, at));
    at = found.back().value.end;
  }
  return found;
}

Position position_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const std::size_t line = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<std::size_t>(
              std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line), before.end(), is_first_byte)) +
              1};
}

std::size_t find_deep_key(std::string_view text, std::size_t limit) {
  std::size_t parts = 1;
  std::size_t at = 0;
  while ((at = find_outside(text, at, ".=[]{},\n#")) < text.size()) {
    if (text[at] == '#') {
      at = line_end(text, at);
      continue;
    }
    parts = text[at] == '.' ? parts + 1 : 1;
    if (parts > limit) return at;
    ++at;
  }
  return std::string_view::npos;
}

}  // namespace behest::config
