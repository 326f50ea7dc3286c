#include "config/toml_reader.hpp"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
#include <algorithm>
#include <utility>

#include <toml++/toml.h>

#include "behest/text/utf8.hpp"
#include "config/toml_text.hpp"

namespace behest::config {
namespace {

static_assert(k_max_depth == TOML_MAX_NESTED_VALUES);

Position position(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

// What the library says begins with "Error while parsing X: "; a sentence of ours with X in it.
std::string sentence(std::string_view description) {
  constexpr std::string_view k_prefix = "Error while parsing ";
  if (description.find("maximum nested value depth") != std::string_view::npos) return std::string(k_too_deep);
  if (description.starts_with(k_prefix)) description.remove_prefix(k_prefix.size());
  return "invalid TOML in " + std::string(description);
}

std::string_view other_kind(toml::node_type type) {
  switch (type) {
    case toml::node_type::boolean:
      return "a boolean";
    case toml::node_type::floating_point:
      return "a decimal number";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time of day";
    default:
      return "a date and time";
  }
}

class Conversion {
 public:
  explicit Conversion(const std::string& file) : file_(file) {}

  TomlNode node(const toml::node& from, std::size_t depth) const {
    TomlNode to;
    to.at = position(from.source());
    if (depth > k_max_depth) throw error_at(file_, to.at, k_too_deep);
    if (const toml::table* const table = from.as_table()) {
      members(*table, to, depth);
    } else if (const toml::array* const array = from.as_array()) {
      to.kind = TomlNode::Kind::array;
      for (const toml::node& item : *array) to.items.push_back(node(item, depth + 1));
    } else if (const auto* const text = from.as_string()) {
      to.kind = TomlNode::Kind::text;
      to.text = text->get();
    } else if (const auto* const integer = from.as_integer()) {
      to.kind = TomlNode::Kind::integer;
      to.integer = integer->get();
    } else {
      to.kind = TomlNode::Kind::other;
      to.text = other_kind(from.type());
    }
    return to;
  }

 private:
  void members(const toml::table& from, TomlNode& to, std::size_t depth) const {
    for (const auto& [key, value] : from) {
      TomlNode member = node(value, depth + 1);
      member.key = key.str();
      member.key_at = position(key.source());
      to.items.push_back(std::move(member));
    }
    // The library sorts by name; what counts is the order of the file.
    std::sort(to.items.begin(), to.items.end(), [](const TomlNode& a, const TomlNode& b) {
      return std::pair(a.key_at.line, a.key_at.column) < std::pair(b.key_at.line, b.key_at.column);
    });
  }

  const std::string& file_;
};

void refuse_bad_bytes(std::string_view text, const std::string& file) {
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    throw error_at(file, position_of(text, nul), "a NUL byte is not text");
  }
  if (text::is_valid_utf8(text)) return;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto point = text::decode(text, at);
    if (!point) break;
    at += point->length;
  }
  throw error_at(file, position_of(text, at), "this byte is not UTF-8", "save the file as UTF-8");
}

}  // namespace

TomlNode read_toml(std::string_view text, const std::string& file) {
  refuse_bad_bytes(text, file);
  // The library bounds nested values but not the parts of a key, and frees tables recursively: a key of 100,000 parts
  // would overflow the stack.
  if (const std::size_t deep = find_deep_key(text, k_max_depth); deep != std::string_view::npos) {
    throw error_at(file, position_of(text, deep), k_too_deep);
  }
  const toml::parse_result result = toml::parse(text, std::string_view(file));
  if (!result) throw error_at(file, position(result.error().source()), sentence(result.error().description()));
  return Conversion(file).node(result.table(), 0);
}

}  // namespace behest::config
