#include "config/toml_node.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "behest/text/json.hpp"

namespace behest::config {
namespace {

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (c == '\n') {
    out += "\\n";
  } else if (c == '\t') {
    out += "\\t";
  } else if (byte < 0x20 || byte == 0x7F) {
    out += fmt::format("\\u{:04X}", byte);
  } else {
    out += c;
  }
}

std::string inline_table(const TomlNode& node) {
  std::string out;
  for (const TomlNode& member : node.items) {
    out += out.empty() ? "{ " : ", ";
    out += toml_key(member.key) + " = ";
    out += toml_value(member);
  }
  return out.empty() ? "{}" : out + " }";
}

}  // namespace

bool same_value(const TomlNode& a, const TomlNode& b) {
  return a.kind == b.kind && a.text == b.text && a.integer == b.integer && a.real == b.real && a.key == b.key &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value);
}

std::string kind_name(const TomlNode& node) {
  switch (node.kind) {
    case TomlNode::Kind::text:
      return "text";
    case TomlNode::Kind::integer:
      return "a whole number";
    case TomlNode::Kind::real:
      return "a decimal number";
    case TomlNode::Kind::boolean:
      return "a boolean";
    case TomlNode::Kind::array:
      return "a list";
    case TomlNode::Kind::table:
      return "a table";
    case TomlNode::Kind::other:
      break;
  }
  return node.text;
}

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) append_escaped(out, c);
  out += '"';
  return out;
}

bool is_bare_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string toml_key(std::string_view key) {
  if (!key.empty() && std::all_of(key.begin(), key.end(), is_bare_key_character)) return std::string(key);
  return toml_text(key);
}

std::string toml_value(const TomlNode& node) {
  if (node.kind == TomlNode::Kind::text) return toml_text(node.text);
  if (node.kind == TomlNode::Kind::integer) return std::to_string(node.integer);
  if (node.kind == TomlNode::Kind::table) return inline_table(node);
  if (node.kind == TomlNode::Kind::real) return text::dump(node.real);
  if (node.kind == TomlNode::Kind::boolean) return node.integer != 0 ? "true" : "false";
  if (node.kind != TomlNode::Kind::array) throw Error{ErrorKind::bug, "cannot write " + kind_name(node), {}};
  std::string out = "[";
  for (const TomlNode& item : node.items) {
    if (out.size() > 1) out += ", ";
    out += toml_value(item);
  }
  return out + "]";
}

Error error_at(const std::string& file, Position at, std::string_view sentence, std::string hint) {
  std::string message = file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
  message += sentence;
  return {ErrorKind::bad_config, std::move(message), std::move(hint)};
}

}  // namespace behest::config
