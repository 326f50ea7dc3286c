#include "render/request_view.hpp"

#include <algorithm>

#include "core/attendance.hpp"
#include "core/feedback.hpp"
#include "core/transition.hpp"

namespace behest::render {
namespace {

using text::JsonValue;

Cell text_cell(const std::string& text, Tone tone = Tone::plain) {
  if (text.empty()) return {};
  return {text, tone};
}

Cell instant_cell(const std::optional<Instant>& at) {
  if (!at) return {};
  return {*at, Tone::plain};
}

Cell number_cell(const std::optional<int>& number) {
  if (!number) return {};
  return {static_cast<std::int64_t>(*number), Tone::plain};
}

Tone tone_of(State state) {
  switch (state) {
    case State::new_:
      return Tone::strong;
    case State::open:
      return Tone::good;
    case State::pending:
    case State::hold:
      return Tone::warning;
    case State::closed:
      break;
  }
  return Tone::dim;
}

Tone tone_of_priority(int priority) {
  if (priority == 1) return Tone::bad;
  if (priority == 2) return Tone::warning;
  return priority == 5 ? Tone::dim : Tone::plain;
}

Cell due_cell(const Request& r) { return instant_cell(r.due); }

Cell fields_cell(const Request& r) {
  JsonValue::Object fields;
  for (const auto& [name, value] : r.fields) fields.emplace_back(name, value);
  return {JsonValue(fields)};
}

Cell comments_cell(const Request& r) {
  JsonValue::Array comments;
  for (const Comment& comment : r.comments) {
    JsonValue::Array attendees;
    for (std::string& name : attendees_of(r, comment.number)) attendees.emplace_back(std::move(name));
    comments.emplace_back(JsonValue::Object{{"id", std::to_string(r.number) + "." + std::to_string(comment.number)},
                                            {"at", format_rfc3339(comment.at)},
                                            {"author", comment.author},
                                            {"public", comment.is_public},
                                            {"channel", name_of(comment.channel)},
                                            {"body", comment.body},
                                            {"attendees", std::move(attendees)}});
  }
  return {JsonValue(comments)};
}

Cell links_cell(const Request& r) {
  JsonValue::Array links;
  for (const Link& link : r.links) {
    links.emplace_back(JsonValue::Object{{"rel", name_of(link.relation)}, {"to", link.to}});
  }
  return {JsonValue(links)};
}

// One of blocks with its type and lag.
Cell planned_links_cell(const Request& r) {
  JsonValue::Array links;
  for (const Link& link : r.links) {
    JsonValue::Object members{{"rel", name_of(link.relation)}, {"to", link.to}};
    if (link.relation == Relation::blocks) {
      const JsonValue terms = field_value(r, "plan.link." + std::to_string(link.to));
      const JsonValue* const type = terms.find("type");
      const JsonValue* const lag = terms.find("lag_s");
      members.emplace_back("type", type == nullptr ? JsonValue("FS") : *type);
      members.emplace_back("lag_s", lag == nullptr ? JsonValue(0) : *lag);
    }
    links.emplace_back(std::move(members));
  }
  return {JsonValue(links)};
}

Cell points_cell(const Request& r) {
  JsonValue points = field_value(r, "plan.estimate");
  return points.is_null() ? Cell{} : Cell{std::move(points)};
}

Cell bookings_cell(const Request& r) {
  JsonValue::Array bookings;
  for (const Fact& fact : r.facts) {
    const JsonValue* const units = fact.kind == "booking" ? fact.value.find("units") : nullptr;
    if (units != nullptr) bookings.emplace_back(JsonValue::Object{{"resource", fact.name}, {"units", *units}});
  }
  return {JsonValue(bookings)};
}

RequestColumn column(const char* key, const char* title, Cell (*cell)(const Request&)) {
  return {{key, title, false, false}, cell};
}

RequestColumn right(RequestColumn column) {
  column.column.is_right = true;
  return column;
}

RequestColumn elastic(RequestColumn column) {
  column.column.is_elastic = true;
  return column;
}

RequestColumn id_column() {
  return right(column("id", "ID", [](const Request& r) { return Cell{r.number, Tone::strong}; }));
}

RequestColumn title_column() {
  return elastic(column("title", "Title", [](const Request& r) { return text_cell(r.title); }));
}

RequestColumn state_column() {
  return column("state", "State",
                [](const Request& r) { return text_cell(std::string(name_of(r.state)), tone_of(r.state)); });
}

RequestColumn priority_column() {
  return column("priority", "Pri", [](const Request& r) {
    return text_cell("P" + std::to_string(r.priority), tone_of_priority(r.priority));
  });
}

RequestColumn assignee_column() {
  return column("assignee", "Assignee", [](const Request& r) { return text_cell(r.assignee); });
}

RequestColumn updated_column() {
  return column("updated", "Updated", [](const Request& r) { return Cell{r.updated, Tone::dim}; });
}

JsonValue json_of(const Cell& cell) {
  struct Visitor {
    JsonValue operator()(std::monostate) const { return {}; }
    JsonValue operator()(const std::string& text) const { return text; }
    JsonValue operator()(std::int64_t number) const { return number; }
    JsonValue operator()(bool flag) const { return flag; }
    JsonValue operator()(Instant at) const { return format_rfc3339(at); }
    JsonValue operator()(Duration length) const { return length.ms / 1000; }
    JsonValue operator()(const std::vector<std::string>& list) const {
      JsonValue::Array array;
      for (const std::string& item : list) array.emplace_back(item);
      return array;
    }
    JsonValue operator()(const JsonValue& value) const { return value; }
  };
  return std::visit(Visitor{}, cell.value);
}

}  // namespace

std::vector<RequestColumn> request_columns(bool is_whole) {
  std::vector<RequestColumn> all = {
      id_column(),
      column("key", "Key", [](const Request& r) { return text_cell(r.key.value_or("")); }),
      title_column(),
      elastic(column("body", "Body", [](const Request& r) { return text_cell(r.body); })),
      column("type", "Type", [](const Request& r) { return text_cell(r.type); }),
      column("category", "Category", [](const Request& r) { return text_cell(r.category); }),
      state_column(),
      priority_column(),
      column("impact", "Impact", [](const Request& r) { return number_cell(r.impact); }),
      column("urgency", "Urgency", [](const Request& r) { return number_cell(r.urgency); }),
      column("requester", "Requester", [](const Request& r) { return text_cell(r.requester); }),
      column("channel", "Channel", [](const Request& r) { return text_cell(std::string(name_of(r.channel))); }),
      column("team", "Team", [](const Request& r) { return text_cell(r.team); }),
      assignee_column(),
      column("labels", "Labels", [](const Request& r) { return Cell{r.labels}; }),
      column("fields", "Fields", fields_cell),
      column("created", "Created", [](const Request& r) { return Cell{r.created}; }),
      updated_column(),
      column("due", "Due", due_cell),
      column("estimate_s", "Estimate", [](const Request& r) { return r.estimate ? Cell{*r.estimate} : Cell{}; }),
      column("first_response", "First response", [](const Request& r) { return instant_cell(r.first_response); }),
      column("closed", "Closed", [](const Request& r) { return instant_cell(r.closed); }),
      column("resolution", "Resolution",
             [](const Request& r) { return r.resolution ? text_cell(std::string(name_of(*r.resolution))) : Cell{}; }),
      right(
          column("reopened", "Reopened", [](const Request& r) { return Cell{static_cast<std::int64_t>(r.reopened)}; })),
      right(column("version", "Version", [](const Request& r) { return Cell{static_cast<std::int64_t>(r.version)}; })),
  };
  if (is_whole) all.push_back(column("comments", "Comments", comments_cell));
  all.push_back(column("links", "Links", is_whole ? planned_links_cell : links_cell));
  if (!is_whole) return all;
  all.push_back(start_column());
  all.push_back(column("estimate_points", "Points", points_cell));
  all.push_back(column("bookings", "Booked", bookings_cell));
  return all;
}

RequestColumn start_column() {
  return column("start", "Start", [](const Request& r) { return instant_cell(planned_start(r)); });
}

std::vector<RequestColumn> short_columns() {
  return {id_column(), state_column(), priority_column(), title_column(), assignee_column(), updated_column()};
}

RequestColumn match_column() {
  return elastic(column("match", "Match", [](const Request&) { return Cell{}; }));
}

std::optional<RequestColumn> field_column(std::string_view key) {
  constexpr std::string_view k_custom = "field.";
  if (!key.starts_with(k_custom) || key.size() == k_custom.size()) return std::nullopt;
  const std::string name(key.substr(k_custom.size()));
  const auto cell = [name](const Request& request) {
    const auto has_name = [&](const auto& field) { return field.first == name; };
    const auto found = std::ranges::find_if(request.fields, has_name);
    return found == request.fields.end() ? Cell{} : text_cell(found->second);
  };
  return RequestColumn{{std::string(key), name}, cell};
}

std::vector<RequestColumn> columns_named(std::string_view names) {
  std::vector<RequestColumn> all = request_columns(false);
  all.push_back(match_column());
  all.push_back(start_column());
  std::vector<RequestColumn> chosen;
  std::size_t at = 0;
  while (at < names.size()) {
    const std::size_t comma = std::min(names.find(',', at), names.size());
    const std::string_view name = names.substr(at, comma - at);
    at = comma + 1;
    if (name.empty()) continue;
    if (auto custom = field_column(name)) {
      chosen.push_back(*std::move(custom));
      continue;
    }
    const auto found = std::ranges::find_if(all, [&](const RequestColumn& c) {
      return c.column.key == name || (name == "estimate" && c.column.key == "estimate_s");
    });
    if (found == all.end()) {
      std::string known;
      for (const RequestColumn& c : all) known += (known.empty() ? "" : ", ") + c.column.key;
      throw Error{ErrorKind::usage, "'" + std::string(name) + "' is not a column",
                  "the columns are " + known + ", field.NAME"};
    }
    chosen.push_back(*found);
  }
  if (chosen.empty()) throw Error{ErrorKind::usage, "no column is named", "for example --columns id,title,due"};
  return chosen;
}

std::vector<Cell> cells_of(const std::vector<RequestColumn>& columns, const Request& request) {
  std::vector<Cell> cells;
  cells.reserve(columns.size());
  for (const RequestColumn& column : columns) cells.push_back(column.cell(request));
  return cells;
}

text::JsonValue json_object(const std::vector<RequestColumn>& columns, const std::vector<Cell>& cells) {
  JsonValue::Object object;
  for (std::size_t i = 0; i < columns.size(); ++i) object.emplace_back(columns[i].column.key, json_of(cells.at(i)));
  return object;
}

text::JsonValue json_object(const std::vector<Column>& columns, const std::vector<Cell>& cells) {
  JsonValue::Object object;
  for (std::size_t i = 0; i < columns.size(); ++i) object.emplace_back(columns[i].key, json_of(cells.at(i)));
  return object;
}

text::JsonValue request_json(const Request& request) {
  const std::vector<RequestColumn> columns = request_columns(true);
  return json_object(columns, cells_of(columns, request));
}

Cell ratings_cell(const Request& request) {
  std::vector<std::string> lines;
  for (const Rating& rating : feedback_of(request.facts).ratings) {
    std::string line = std::to_string(rating.score) + " of 5 by " + rating.contact;
    if (!rating.text.empty()) line += ": " + rating.text;
    lines.push_back(std::move(line));
  }
  if (lines.empty()) return {};
  return {std::move(lines)};
}

}  // namespace behest::render
