#include <array>
#include <charconv>
#include <cmath>

#include "behest/text/json.hpp"
#include "behest/text/safe.hpp"
#include "text/character.hpp"
#include "text/scan.hpp"

namespace behest::text {

namespace {

constexpr std::array<bool, 256> k_is_plain = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) table.at(c) = c != '"' && c != '\\';
  return table;
}();

bool is_plain(char c) { return k_is_plain[static_cast<unsigned char>(c)]; }

bool is_escaped(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value <= 0x9F) || value == 0x2028 || value == 0x2029 ||
         is_bidi_control(value);
}

void append_unicode_escape(std::string& out, char32_t value) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  out += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += k_digits[(value >> shift) & 0xFU];
}

void append_character(std::string& out, const Scan& found, std::string_view bytes) {
  switch (found.value) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (is_escaped(found.value)) {
    append_unicode_escape(out, found.value);
  } else {
    out += found.valid ? bytes : k_replacement;
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    out += text.substr(at, end - at);
    at = end;
    if (at == text.size()) break;
    const Scan found = scan(text, at);
    append_character(out, found, text.substr(at, found.length));
    at += found.length;
  }
  out += '"';
}

template <class Number>
std::string_view print(std::array<char, 32>& buffer, Number value) {
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

// Shortest text that reads back as the same double, and never as an integer; JSON has no infinity and no NaN.
void append_real(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  std::array<char, 32> buffer{};
  const std::string_view digits = print(buffer, value);
  out += digits;
  if (digits.find_first_of(".e") == std::string_view::npos) out += ".0";
}

class Writer {
 public:
  Writer(std::string& out, bool is_pretty) : out_(out), is_pretty_(is_pretty) {}

  void write(const JsonValue& value) {
    if (const auto* text = value.string()) {
      append_string(out_, *text);
    } else if (const auto* integer = value.integer()) {
      std::array<char, 32> buffer{};
      out_ += print(buffer, *integer);
    } else if (const auto* real = value.real()) {
      append_real(out_, *real);
    } else if (const auto* boolean = value.boolean()) {
      out_ += *boolean ? "true" : "false";
    } else if (const auto* array = value.array()) {
      write_array(*array);
    } else if (const auto* object = value.object()) {
      write_object(*object);
    } else {
      out_ += "null";
    }
  }

 private:
  void write_array(const JsonValue::Array& items) {
    open('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
      separate(i);
      write(items[i]);
    }
    close(']', items.empty());
  }

  void write_object(const JsonValue::Object& members) {
    open('{');
    for (std::size_t i = 0; i < members.size(); ++i) {
      separate(i);
      append_string(out_, members[i].first);
      out_ += is_pretty_ ? ": " : ":";
      write(members[i].second);
    }
    close('}', members.empty());
  }

  void open(char bracket) {
    out_ += bracket;
    ++depth_;
  }

  void separate(std::size_t index) {
    if (index > 0) out_ += ',';
    new_line();
  }

  void close(char bracket, bool is_empty) {
    --depth_;
    if (!is_empty) new_line();
    out_ += bracket;
  }

  void new_line() {
    if (!is_pretty_) return;
    out_ += '\n';
    out_.append(2 * depth_, ' ');
  }

  std::string& out_;
  bool is_pretty_;
  std::size_t depth_ = 0;
};

}  // namespace

Safe<Json> json_string(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_string(out, text);
  return Safe<Json>::made_by_encoder(std::move(out));
}

const JsonValue* JsonValue::find(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  for (const Member& member : *members) {
    if (member.first == key) return &member.second;
  }
  return nullptr;
}

void dump_to(std::string& out, const JsonValue& value) { Writer(out, false).write(value); }

std::string dump(const JsonValue& value) {
  std::string out;
  dump_to(out, value);
  return out;
}

Safe<Json> json_document(const JsonValue& value) {
  std::string out = dump(value);
  out += '\n';
  return Safe<Json>::made_by_encoder(std::move(out));
}

std::string dump_pretty(const JsonValue& value) {
  std::string out;
  Writer(out, true).write(value);
  return out;
}

}  // namespace behest::text
