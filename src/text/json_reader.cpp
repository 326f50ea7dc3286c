#include <limits>
#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "behest/text/json.hpp"
#include "behest/text/utf8.hpp"

namespace behest::text {

namespace {

constexpr std::size_t k_most_depth = 64;
// Up to here names are compared one by one, beyond it looked up.
constexpr std::size_t k_few_members = 24;
// How much of the input's own text a message repeats.
constexpr std::size_t k_shown_columns = 80;

// Lets the reader know where the parser stands, which the parser itself tells of syntax errors alone.
class Position {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Position(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  Position& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(const Position& other) const { return at_ == other.at_; }
  bool operator!=(const Position& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

// An array or object that is still open.
struct Open {
  bool is_object = false;
  JsonValue::Array items;
  JsonValue::Object members;
  std::unique_ptr<std::set<std::string, std::less<>>> names;
};

// Receives the parser's events and builds the value; each returns whether to go on.
class Builder {
 public:
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;
  using string_t = std::string;
  using binary_t = nlohmann::json::binary_t;

  bool null() { return add(JsonValue()); }
  bool boolean(bool value) { return add(JsonValue(value)); }
  bool number_integer(std::int64_t value) { return add(JsonValue(value)); }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return refuse_integer();
    return add(JsonValue(static_cast<std::int64_t>(value)));
  }
  bool number_float(double value, const std::string& digits) {
    if (digits.find_first_of(".eE") == std::string::npos) return refuse_integer();
    return add(JsonValue(value));
  }
  // Copied, not moved: the parser keeps its buffer, and the value has no slack.
  bool string(const std::string& value) { return add(JsonValue(value)); }
  bool binary(const binary_t& /*never in JSON text*/) { return false; }

  bool start_object(std::size_t /*unknown*/) { return open(true); }
  bool start_array(std::size_t /*unknown*/) { return open(false); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(const std::string& name) {
    Open& object = open_.back();
    if (!is_new(object, name)) return refuse("the member \"" + shorten(name, k_shown_columns) + "\" appears twice");
    if (object.members.empty() && open_.size() == 1) object.members.reserve(8);
    object.members.emplace_back(name, JsonValue());
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& error) {
    column_ = position;
    return refuse(sentence(error.what()));
  }

  JsonValue& value() { return value_; }
  const std::string& refusal() const { return refusal_; }
  std::size_t column() const { return column_; }

 private:
  // "[json.exception.…] parse error at line 1, column 2: syntax error while parsing value - unexpected …; last read:
  // '…'": the middle is for people.
  static std::string sentence(std::string_view what) {
    for (const std::string_view before : {"] ", " - "}) {
      const std::size_t at = what.find(before);
      if (at != std::string_view::npos) what.remove_prefix(at + before.size());
    }
    return "not valid JSON: " + shorten(what.substr(0, what.find("; last read:")), k_shown_columns);
  }

  static bool is_new(Open& object, const std::string& name) {
    if (object.names) return object.names->insert(name).second;
    for (const auto& member : object.members) {
      if (member.first == name) return false;
    }
    if (object.members.size() < k_few_members) return true;
    object.names = std::make_unique<std::set<std::string, std::less<>>>();
    for (const auto& member : object.members) object.names->insert(member.first);
    return object.names->insert(name).second;
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

  bool add(JsonValue value) {
    if (open_.empty()) {
      value_ = std::move(value);
    } else if (open_.back().is_object) {
      open_.back().members.back().second = std::move(value);
    } else {
      open_.back().items.push_back(std::move(value));
    }
    return true;
  }

  bool refuse(std::string why) {
    refusal_ = std::move(why);
    return false;
  }

  bool refuse_integer() { return refuse("an integer outside the range of 64 bits"); }

  std::vector<Open> open_;
  JsonValue value_;
  std::string refusal_;
  std::size_t column_ = 0;
};

}  // namespace

Parsed<JsonValue> parse_json(std::string_view text) {
  // The parser takes a NUL byte for the end of the text, and would not see what follows it.
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    return ParseError{"not valid JSON: a NUL byte", at + 1, {}};
  }
  Builder builder;
  const char* reached = text.data();
  const Position begin(text.data(), &reached);
  const Position end(text.data() + text.size(), &reached);
  if (nlohmann::json::sax_parse(begin, end, &builder)) return std::move(builder.value());
  const auto position = static_cast<std::size_t>(reached - text.data());
  const std::size_t column = builder.column() != 0 ? builder.column() : position;
  return ParseError{builder.refusal(), column == 0 ? 1 : column, {}};
}

}  // namespace behest::text
