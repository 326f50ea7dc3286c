#include <algorithm>
#include <charconv>
#include <memory>
#include <set>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "behest/text/json.hpp"
#include "behest/text/utf8.hpp"

namespace behest::text {

namespace {

constexpr std::size_t k_most_depth = 64;
// Up to here names are compared one by one, beyond it looked up.
constexpr std::size_t k_few_members = 24;
// How much of the input's own text a message repeats.
constexpr std::size_t k_shown_columns = 80;

// An array or object that is still open.
struct Open {
  bool is_object = false;
  JsonValue::Array items;
  JsonValue::Object members;
  std::unique_ptr<std::set<std::string, std::less<>>> names;
};

// Receives the parser's events and builds the value; each returns whether to go on. The names are the parser's.
class Builder {
 public:
  // `has_escapes`: an escape can stand for half of a surrogate pair, which the parser lets pass.
  explicit Builder(bool has_escapes) : has_escapes_(has_escapes) {}

  bool Null() { return add(JsonValue()); }
  bool Bool(bool value) { return add(JsonValue(value)); }
  bool RawNumber(const char* digits, rapidjson::SizeType size, bool /*copy*/) { return number({digits, size}); }
  bool String(const char* bytes, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view text(bytes, size);
    return is_text(text) && add(JsonValue(text));
  }
  bool StartObject() { return open(true); }
  bool StartArray() { return open(false); }
  bool EndObject(rapidjson::SizeType /*members*/) { return close(); }
  bool EndArray(rapidjson::SizeType /*items*/) { return close(); }

  bool Key(const char* bytes, rapidjson::SizeType size, bool /*copy*/) {
    const std::string_view name(bytes, size);
    if (!is_text(name)) return false;
    Open& object = open_.back();
    if (!is_new(object, name)) return refuse("the member \"" + shorten(name, k_shown_columns) + "\" appears twice");
    if (object.members.empty() && open_.size() == 1) object.members.reserve(8);
    object.members.emplace_back(name, JsonValue());
    return true;
  }

  // Never called: numbers come as they are written.
  bool Int(int /*value*/) { return false; }
  bool Uint(unsigned /*value*/) { return false; }
  bool Int64(std::int64_t /*value*/) { return false; }
  bool Uint64(std::uint64_t /*value*/) { return false; }
  bool Double(double /*value*/) { return false; }

  JsonValue& value() { return value_; }
  const std::string& refusal() const { return refusal_; }

 private:
  bool is_text(std::string_view text) {
    if (!has_escapes_ || is_valid_utf8(text)) return true;
    return refuse("not valid JSON: half of a surrogate pair");
  }

  bool number(std::string_view digits) {
    const char* end = digits.data() + digits.size();
    if (digits.find_first_of(".eE") == std::string_view::npos) {
      std::int64_t value = 0;
      if (std::from_chars(digits.data(), end, value).ec == std::errc()) return add(JsonValue(value));
      return refuse("an integer outside the range of 64 bits");
    }
    double value = 0;
    if (std::from_chars(digits.data(), end, value).ec == std::errc()) return add(JsonValue(value));
    return refuse("not valid JSON: a number too large or too small");
  }

  static bool is_new(Open& object, std::string_view name) {
    if (object.names) return object.names->emplace(name).second;
    for (const auto& member : object.members) {
      if (member.first == name) return false;
    }
    if (object.members.size() < k_few_members) return true;
    object.names = std::make_unique<std::set<std::string, std::less<>>>();
    for (const auto& member : object.members) object.names->insert(member.first);
    return object.names->emplace(name).second;
  }

  bool open(bool is_object) {
    if (open_.size() == k_most_depth) return refuse("nested deeper than 64 levels");
    if (open_.empty()) open_.reserve(4);
    open_.emplace_back().is_object = is_object;
    return true;
  }

  bool close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return add(done.is_object ? JsonValue(std::move(done.members)) : JsonValue(std::move(done.items)));
  }

  // Where the next value goes.
  JsonValue& slot() {
    if (open_.empty()) return value_;
    if (open_.back().is_object) return open_.back().members.back().second;
    return open_.back().items.emplace_back();
  }

  bool add(JsonValue&& value) {
    slot() = std::move(value);
    return true;
  }

  bool refuse(std::string why) {
    refusal_ = std::move(why);
    return false;
  }

  std::vector<Open> open_;
  JsonValue value_;
  std::string refusal_;
  bool has_escapes_;
};

// "Missing a comma or } after an object member.", as a clause of ours.
std::string sentence(rapidjson::ParseErrorCode code) {
  std::string clause = rapidjson::GetParseError_En(code);
  if (clause.ends_with('.')) clause.pop_back();
  if (clause.size() > 1 && clause[1] >= 'a') clause[0] = static_cast<char>(clause[0] | 0x20);
  return "not valid JSON: " + clause;
}

std::size_t first_invalid(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto point = decode(text, at);
    if (!point) break;
    at += point->length;
  }
  return at;
}

}  // namespace

Parsed<JsonValue> parse_json(std::string_view text) {
  // The parser takes a NUL byte for the end of the text, and would not see what follows it.
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    return ParseError{"not valid JSON: a NUL byte", at + 1, {}};
  }
  if (!is_valid_utf8(text)) return ParseError{"not valid JSON: invalid UTF-8", first_invalid(text) + 1, {}};
  Builder builder(text.find("\\u") != std::string_view::npos);
  // Strings are unescaped where they stand, in a copy.
  std::string copy(text);
  rapidjson::InsituStringStream stream(copy.data());
  rapidjson::Reader reader;
  constexpr unsigned k_flags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult result = reader.Parse<k_flags>(stream, builder);
  if (!result.IsError()) return std::move(builder.value());
  // What the builder refuses has been read already.
  if (!builder.refusal().empty()) return ParseError{builder.refusal(), result.Offset(), {}};
  return ParseError{sentence(result.Code()), result.Offset() + 1, {}};
}

}  // namespace behest::text
