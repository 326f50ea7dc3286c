#include "cli/layout.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"

namespace behest {

namespace {

constexpr std::size_t k_margin = 2;
constexpr std::size_t k_gap = 2;
constexpr std::size_t k_widest_term = 26;
constexpr std::size_t k_narrowest_text = 20;

bool is_kept(std::string_view paragraph) { return paragraph.starts_with("  "); }

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t used = 0;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \n", at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t columns = text::width(word);
    at = end;
    if (lines.empty() || used + 1 + columns > width) {
      lines.emplace_back(word);
      used = columns;
      continue;
    }
    lines.back().append(" ").append(word);
    used += 1 + columns;
  }
  return lines;
}

std::size_t reading_width(std::size_t width) {
  constexpr std::size_t k_narrowest = 40;
  constexpr std::size_t k_widest = 100;
  return std::clamp(width, k_narrowest, k_widest);
}

std::vector<std::string_view> paragraphs(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string wrap_paragraphs(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  for (const std::string_view paragraph : paragraphs(text)) {
    if (!out.empty()) out += '\n';
    if (is_kept(paragraph)) {
      out.append(paragraph).append("\n");
      continue;
    }
    for (const std::string& line : wrap(paragraph, width - std::min(indent, width))) {
      out.append(indent, ' ').append(line).append("\n");
    }
  }
  return out;
}

std::string two_columns(const std::vector<Entry>& entries, std::size_t width) {
  std::size_t widest = 0;
  for (const Entry& entry : entries) {
    const std::size_t columns = text::width(entry.term);
    if (columns <= k_widest_term) widest = std::max(widest, columns);
  }
  const std::size_t start = k_margin + widest + k_gap;
  const std::size_t room = std::max(k_narrowest_text, width > start ? width - start : 0);
  std::string out;
  for (const Entry& entry : entries) {
    std::string line = std::string(k_margin, ' ') + entry.term;
    std::size_t used = k_margin + text::width(entry.term);
    for (const std::string& piece : wrap(entry.text, room)) {
      if (used + k_gap > start) {
        out += line + '\n';
        line.clear();
        used = 0;
      }
      out.append(line).append(start - used, ' ').append(piece).append("\n");
      line.clear();
      used = 0;
    }
    if (!line.empty()) out += line + '\n';
  }
  return out;
}

}  // namespace behest
