#include "render/template.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "behest/text/json.hpp"
#include "behest/text/utf8.hpp"
#include "render/cell.hpp"

namespace behest::render {
namespace {

using Term = text::Safe<text::Term>;

constexpr std::size_t k_most_columns = 10'000;
constexpr std::string_view k_open = "{{";
constexpr std::string_view k_close = "}}";
constexpr std::array<std::string_view, 6> k_instants = {"created",        "updated", "due",
                                                        "first_response", "closed",  "start"};

std::string known_keys(const std::vector<Column>& columns) {
  std::string keys;
  for (const Column& column : columns) keys += (keys.empty() ? "" : ", ") + column.key;
  return keys;
}

std::string nearest_key(std::string_view name, const std::vector<Column>& columns) {
  std::string best;
  std::size_t best_distance = 3;
  for (const Column& column : columns) {
    const std::size_t far = text::distance(name, column.key);
    if (far >= best_distance) continue;
    best = column.key;
    best_distance = far;
  }
  return best;
}

Cell custom_field(const Cell& fields, const std::string& name) {
  const auto* object = std::get_if<text::JsonValue>(&fields.value);
  const text::JsonValue* found = object != nullptr ? object->find(name) : nullptr;
  if (found == nullptr || found->is_null()) return {};
  return {found->string() != nullptr ? *found->string() : text::dump(*found), Tone::plain};
}

std::string json_of(const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell.value)) return "null";
  if (const auto* items = std::get_if<std::vector<std::string>>(&cell.value)) {
    text::JsonValue::Array array;
    for (const std::string& item : *items) array.emplace_back(item);
    return text::dump(array);
  }
  if (const auto* value = std::get_if<text::JsonValue>(&cell.value)) return text::dump(*value);
  const bool is_bare = std::holds_alternative<std::int64_t>(cell.value) || std::holds_alternative<bool>(cell.value) ||
                       std::holds_alternative<Duration>(cell.value);
  return is_bare ? machine_text(cell) : text::dump(machine_text(cell));
}

// What the terminal will show, so that columns are counted as they are seen.
std::string visible(const Cell& cell) { return std::string(text::term_line(machine_text(cell)).view()); }

std::string padded(std::string text, std::size_t columns, bool is_right) {
  const std::size_t width = text::width(text);
  if (width >= columns) return text;
  const std::string fill(columns - width, ' ');
  return is_right ? fill + text : text + fill;
}

}  // namespace

// Reads the text once, from left to right.
class TemplateParser {
 public:
  TemplateParser(std::string_view text, const std::vector<Column>& columns) : text_(text), columns_(columns) {}

  Parsed<Template> parse() {
    while (at_ < text_.size()) {
      if (text_.substr(at_, 4) == "{{{{") {
        plain_ += k_open;
        at_ += 4;
      } else if (text_.substr(at_, 2) == k_open) {
        end_literal();
        if (!read_field()) return *error_;
      } else {
        read_character();
      }
    }
    end_literal();
    return std::move(made_);
  }

 private:
  using Filter = Template::Filter;

  bool fail(std::size_t at, std::string message, std::string hint) {
    error_ = ParseError{std::move(message), at + 1, std::move(hint)};
    return false;
  }

  void read_character() {
    const std::string_view two = text_.substr(at_, 2);
    const bool is_tab = two == "\\t" || two.front() == '\t';
    const bool is_break = two == "\\n" || two.front() == '\n';
    if (is_tab || is_break) {
      flush_plain();
      if (is_tab) literal_ += "\t";
      if (is_break) literal_ += "\n";
    } else {
      plain_ += two == "\\\\" ? '\\' : two.front();
    }
    const bool is_escape = two == "\\t" || two == "\\n" || two == "\\\\";
    at_ += is_escape ? 2U : 1U;
  }

  void flush_plain() {
    literal_ += text::term_line(plain_);
    plain_.clear();
  }

  void end_literal() {
    flush_plain();
    if (literal_.empty()) return;
    made_.parts_.push_back({literal_, std::nullopt, {}, {}});
    literal_.clear();
  }

  // {{key|filter:argument|…}}, with white space around each part.
  bool read_field() {
    const std::size_t end = text_.find(k_close, at_ + 2);
    if (end == std::string_view::npos) return fail(at_, "'{{' is never closed", "end it with '}}', or write '{{{{'");
    Template::Part part;
    std::size_t from = at_ + 2;
    for (bool is_first = true; from <= end; is_first = false) {
      const std::size_t stop = std::min(text_.find('|', from), end);
      const std::string_view piece = text_.substr(from, stop - from);
      if (is_first ? !read_key(part, piece, from) : !read_filter(part, piece, from)) return false;
      from = stop + 1;
    }
    made_.parts_.push_back(std::move(part));
    at_ = end + 2;
    return true;
  }

  std::optional<std::size_t> place_of(std::string_view key) const {
    const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const Column& c) { return c.key == key; });
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
  }

  bool read_key(Template::Part& part, std::string_view piece, std::size_t from) {
    const std::string_view name = text::trim(piece);
    key_ = name;
    if (name.starts_with("field.") && name.size() > 6 && place_of("fields")) {
      part.place = place_of("fields");
      part.custom = name.substr(6);
      return true;
    }
    part.place = place_of(name);
    if (part.place) return true;
    const std::string nearest = nearest_key(name, columns_);
    return fail(from, "'" + std::string(name) + "' is not a field",
                nearest.empty() ? "the fields are " + known_keys(columns_) + ", field.NAME"
                                : "did you mean '" + nearest + "'?");
  }

  bool read_filter(Template::Part& part, std::string_view piece, std::size_t from) {
    const std::size_t colon = std::min(piece.find(':'), piece.size());
    const std::string_view name = text::trim(piece.substr(0, colon));
    const bool has_argument = colon < piece.size();
    const std::string_view argument = has_argument ? piece.substr(colon + 1) : std::string_view();
    Template::Step step;
    if (name == "default") {
      step.filter = Filter::fallback;
      step.text = text::trim(argument);
    } else if (name == "trunc" || name == "pad") {
      step.filter = name == "pad" ? Filter::pad : Filter::trunc;
      if (!read_columns(step, text::trim(argument))) {
        return fail(from, "'" + std::string(name) + "' takes a number of columns, 1 to 10000",
                    "for example {{title|" + std::string(name) + ":40}}");
      }
    } else if (!read_plain_filter(step, name)) {
      return fail(from, "'" + std::string(name) + "' is not a filter",
                  "the filters are trunc:N, pad:N, date, rel, upper, json and default:TEXT");
    } else if (has_argument) {
      return fail(from, "'" + std::string(name) + "' takes nothing after a colon", "write it alone");
    }
    const bool is_of_time = step.filter == Filter::date || step.filter == Filter::rel;
    if (is_of_time && std::find(k_instants.begin(), k_instants.end(), key_) == k_instants.end()) {
      return fail(from, "'" + std::string(name) + "' is for times, and '" + std::string(key_) + "' is none",
                  "the times are created, updated, due, start, first_response and closed");
    }
    part.steps.push_back(std::move(step));
    return true;
  }

  static bool read_plain_filter(Template::Step& step, std::string_view name) {
    struct Named {
      std::string_view name;
      Filter filter;
    };
    static constexpr std::array<Named, 4> k_plain{
        {{"date", Filter::date}, {"rel", Filter::rel}, {"upper", Filter::upper}, {"json", Filter::json}}};
    for (const Named& one : k_plain) {
      if (one.name != name) continue;
      step.filter = one.filter;
      return true;
    }
    return false;
  }

  static bool read_columns(Template::Step& step, std::string_view number) {
    step.is_right = step.filter == Filter::pad && number.starts_with('-');
    if (step.is_right) number.remove_prefix(1);
    const char* const end = number.data() + number.size();
    const auto [stop, code] = std::from_chars(number.data(), end, step.columns);
    return code == std::errc() && stop == end && step.columns >= 1 && step.columns <= k_most_columns;
  }

  std::string_view text_;
  const std::vector<Column>& columns_;
  std::size_t at_ = 0;
  std::string_view key_;
  std::string plain_;
  Term literal_;
  Template made_;
  std::optional<ParseError> error_;
};

Parsed<Template> Template::parse(std::string_view text, const std::vector<Column>& columns) {
  return TemplateParser(text, columns).parse();
}

Cell Template::applied(const Step& step, Cell cell, const Look& look) {
  const auto* const at = std::get_if<Instant>(&cell.value);
  switch (step.filter) {
    case Filter::trunc:
      return {text::shorten(visible(cell), step.columns)};
    case Filter::pad:
      return {padded(visible(cell), step.columns, step.is_right)};
    case Filter::date: {
      if (at == nullptr) return cell;
      const std::string local = format_local(*at, look.zone);
      return {local.substr(0, local.find(' '))};
    }
    case Filter::rel:
      return at != nullptr ? Cell{format_relative(*at, look.now)} : cell;
    case Filter::upper:
      return {text::upper(machine_text(cell))};
    case Filter::json:
      return {json_of(cell)};
    case Filter::fallback:
      break;
  }
  return machine_text(cell).empty() ? Cell{step.text} : cell;
}

Term Template::line(const std::vector<Cell>& cells, const Look& look) const {
  Term out;
  for (const Part& part : parts_) {
    if (!part.place) {
      out += part.literal;
      continue;
    }
    Cell cell = part.custom.empty() ? cells.at(*part.place) : custom_field(cells.at(*part.place), part.custom);
    for (const Step& step : part.steps) cell = applied(step, std::move(cell), look);
    out += text::term_line(machine_text(cell));
  }
  return out;
}

}  // namespace behest::render
