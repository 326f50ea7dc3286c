#include "commands/form.hpp"

#include <algorithm>

#include "behest/text/json.hpp"
#include "behest/text/utf8.hpp"

namespace behest::commands {
namespace {

constexpr std::string_view k_rule = "---";

// A value on one line: as JSON text where it would not be read again as it is.
std::string on_one_line(const std::string& value) {
  const bool has_control = std::ranges::any_of(value, [](char c) { return c >= '\0' && c < ' '; });
  const bool is_plain = !has_control && text::trim(value) == value && !value.starts_with('"');
  return is_plain ? value : text::dump(value);
}

std::string value_of(std::string_view written) {
  const std::string_view value = text::trim(written);
  if (value.size() < 2 || value.front() != '"' || value.back() != '"') return std::string(value);
  const auto quoted = text::parse_json(value);
  return quoted && quoted->string() != nullptr ? *quoted->string() : std::string(value);
}

[[noreturn]] void wrong_line(std::size_t line, const std::string& what, const std::string& hint) {
  throw Error{ErrorKind::usage, "line " + std::to_string(line) + " of the form " + what, hint};
}

}  // namespace

std::string Form::text() const {
  std::string out;
  for (const std::string& hint : hints) out += "# " + hint + "\n";
  for (const auto& [name, value] : fields) out += name + ":" + (value.empty() ? "" : " " + on_one_line(value)) + "\n";
  out += std::string(k_rule) + "\n" + body;
  return body.empty() || body.ends_with('\n') ? out : out + "\n";
}

Form Form::parse(std::string_view text) {
  Form form;
  for (std::size_t line = 1;; ++line) {
    if (text.empty()) wrong_line(line, "is missing: '---', below which the text stands", "put it back");
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view whole = text::trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (whole == k_rule) break;
    if (whole.empty() || whole.starts_with('#')) continue;
    const std::size_t colon = whole.find(':');
    if (colon == std::string_view::npos) wrong_line(line, "is no 'name: value'", "text stands below the line '---'");
    const std::string name(text::trim(whole.substr(0, colon)));
    const bool is_again = std::ranges::any_of(form.fields, [&](const auto& one) { return one.first == name; });
    if (is_again) wrong_line(line, "gives '" + name + "' again", "leave one of them out");
    form.fields.emplace_back(name, value_of(whole.substr(colon + 1)));
  }
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  form.body = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return form;
}

std::string Form::value(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, [](const auto& field) { return std::string_view(field.first); });
  return found == fields.end() ? "" : found->second;
}

}  // namespace behest::commands
