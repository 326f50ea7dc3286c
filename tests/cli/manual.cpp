#include "manual.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "behest/text/utf8.hpp"
#include "cli/writers.hpp"

namespace behest::transcripts {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> k_escapes = {{
    {"\\-", "-"},
    {"\\&", ""},
    {"\\(aq", "'"},
    {"\\(dq", "\""},
    {"\\(ga", "`"},
    {"\\(ha", "^"},
    {"\\(ti", "~"},
    {"\\(rs", "\\"},
}};

// Takes one escape of roff from the front of `text`; what a reader sees of it.
std::string take_escape(std::string_view& text) {
  for (const auto& [escape, shown] : k_escapes) {
    if (!text.starts_with(escape)) continue;
    text.remove_prefix(escape.size());
    return std::string(shown);
  }
  const std::size_t end = text.find(']');
  if (text.starts_with("\\[u") && end != std::string_view::npos) {
    const std::string digits(text.substr(3, end - 3));
    std::string character;
    text::append_utf8(character, static_cast<char32_t>(std::stoul(digits, nullptr, 16)));
    text.remove_prefix(end + 1);
    return character;
  }
  throw std::runtime_error("the manual has an escape that the examples do not know: " + std::string(text.substr(0, 4)));
}

std::string shown(std::string_view line) {
  std::string plain;
  while (!line.empty()) {
    if (line.front() == '\\') {
      plain += take_escape(line);
    } else {
      plain += line.front();
      line.remove_prefix(1);
    }
  }
  return plain;
}

// Some of a page's examples are pieces of a configuration.
bool is_command(const std::string& script) {
  return script.starts_with("behest ") || script.find("(behest ") != std::string::npos ||
         script.find("| behest ") != std::string::npos;
}

void add_examples(const Page& page, std::vector<ManualExample>& examples) {
  bool is_section = false;
  bool is_verbatim = false;
  std::string script;
  std::string_view rest = page.text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.starts_with(".SH ")) is_section = line == ".SH \"EXAMPLES\"";
    if (!is_section) continue;
    if (line == ".nf") {
      is_verbatim = true;
      script.clear();
    } else if (line == ".fi") {
      is_verbatim = false;
      if (is_command(script)) examples.push_back({page.file, script});
    } else if (is_verbatim) {
      script += (script.empty() ? "" : "\n") + shown(line);
    }
  }
}

}  // namespace

std::vector<ManualExample> manual_examples() {
  std::vector<ManualExample> examples;
  for (const Page& page : man_pages()) add_examples(page, examples);
  return examples;
}

}  // namespace behest::transcripts
