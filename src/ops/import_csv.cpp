#include "ops/import_csv.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "core/transition.hpp"
#include "ops/suggest.hpp"
#include "ops/verbs.hpp"
#include "text/csv_reader.hpp"

namespace behest::ops {
namespace {

constexpr std::size_t k_shown_columns = 60;

// What a row says.
struct Row {
  Setters values;
  std::optional<State> state;
  std::optional<Resolution> resolution;
  std::optional<Instant> created;
  std::optional<Instant> closed;
  std::optional<Instant> changed;
  std::string user;
  std::string waiting_on = "a third party";
};

std::string shown(std::string_view value) {
  return "'" + text::shorten(text::is_valid_utf8(value) ? value : text::repair_utf8(value), k_shown_columns) + "'";
}

// Where a value stands, for messages: column 'Status'.
std::string place_of(const FieldMap& field) {
  if (field.columns.empty()) return "the default of " + field.field;
  return "column '" + field.columns.front() + "'";
}

[[noreturn]] void misfit(const FieldMap& field, const std::string& value, const std::string& why, std::string hint) {
  throw Error{ErrorKind::bad_data, place_of(field) + ": " + shown(value) + " " + why, std::move(hint)};
}

template <class T>
T known(const FieldMap& field, const std::string& value, const std::optional<T>& found, const std::string& names) {
  if (found) return *found;
  misfit(field, value, "is no " + field.field + " of behest",
         "say in the map what it means: [field." + field.field + "] map = { … }; there are " + names);
}

Instant instant_of(const FieldMap& field, const std::string& value, const ImportContext& context, const Zone& zone) {
  const auto at = field.date->read(text::trim(value), zone);
  if (!at) misfit(field, value, "is no time: " + at.error().message, "see 'date' in the map");
  if (field.field != "due" && *at > context.now)
    misfit(field, value, "is in the future", "is 'date' right in the map?");
  return *at;
}

void add_labels(const FieldMap& field, const std::string& value, std::vector<std::string>& labels) {
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = field.split.empty() ? value.size() : std::min(value.find(field.split, at), value.size());
    std::string name = name_from(std::string_view(value).substr(at, end - at));
    if (!name.empty()) labels.push_back(std::move(name));
    at = end + std::max<std::size_t>(field.split.size(), 1);
  }
}

std::optional<std::string> name_or_none(const std::string& value) {
  std::string name = name_from(value);
  if (name.empty()) return std::nullopt;
  return name;
}

// Texts and names; false for a field of another kind.
bool put_text(Row& row, const FieldMap& field, std::string& value) {
  Setters& values = row.values;
  const std::string& name = field.field;
  if (name == "title") {
    values.title = std::move(value);
  } else if (name == "body") {
    values.body = std::move(value);
  } else if (name == "key") {
    values.key = std::move(value);
  } else if (name == "requester") {
    values.requester = std::move(value);
  } else if (name == "assignee") {
    values.assignee = std::move(value);
  } else if (name == "team") {
    values.team = std::move(value);
  } else if (name == "type") {
    values.type = name_or_none(value);
  } else if (name == "category") {
    values.category = name_or_none(value);
  } else if (name == "labels") {
    add_labels(field, value, values.labels);
  } else if (name == "user") {
    row.user = checked_person("user", value);
  } else if (name == "waiting_on") {
    row.waiting_on = std::move(value);
  } else if (name.starts_with("field.")) {
    values.fields.emplace_back(name.substr(6), std::move(value));
  } else {
    return false;
  }
  return true;
}

void put_choice(Row& row, const FieldMap& field, const std::string& value, Duration working_day) {
  Setters& values = row.values;
  const std::string& name = field.field;
  if (name == "priority") {
    values.priority = known(field, value, parse_priority(value), "P1 to P5");
  } else if (name == "impact") {
    values.impact = known(field, value, parse_level(value), "1, 2, 3, high, medium, low");
  } else if (name == "urgency") {
    values.urgency = known(field, value, parse_level(value), "1, 2, 3, high, medium, low");
  } else if (name == "channel") {
    values.channel = known(field, value, channel_named(value), channel_names());
  } else if (name == "state") {
    row.state = known(field, value, state_named(value), state_names());
  } else if (name == "resolution") {
    row.resolution = known(field, value, resolution_named(value), resolution_names());
  } else if (name == "estimate") {
    const auto length = parse_estimate(value, working_day);
    if (!length)
      misfit(field, value, "is no duration: " + length.error().message, "write it as 45m, 2h, 3d or 2h/4h/12h");
    values.estimate = *length;
  } else {
    throw Error{ErrorKind::bug, "a row has no field '" + name + "'", ""};
  }
}

[[noreturn]] void refuse_file(const ImportContext& context, const std::string& message, const std::string& hint) {
  throw Error{ErrorKind::bad_data, context.file + ": " + message, hint};
}

class CsvImport {
 public:
  CsvImport(Work& work, const RowMap& map, const ImportContext& context, const std::vector<std::string>& header)
      : work_(work), map_(map), context_(context), columns_(header.size()) {
    try {
      for (const FieldMap& field : map_.fields) places_.push_back(column_places(field, header));
    } catch (const Error& error) {
      refuse_file(context, error.message, error.hint);
    }
  }

  void row(const text::CsvRow& csv, LineResult& result) {
    if (csv.cells.size() != columns_) {
      throw Error{ErrorKind::bad_data,
                  "the row has " + std::to_string(csv.cells.size()) + " cells, the header " + std::to_string(columns_),
                  "a cell that holds the delimiter, a quote or a line end is written in quotes"};
    }
    Row row = read(csv.cells);
    check(row);
    write(row, result);
  }

 private:
  Row read(const std::vector<std::string>& cells) const {
    Row row;
    for (std::size_t i = 0; i < map_.fields.size(); ++i) {
      const FieldMap& field = map_.fields[i];
      auto value = row_value(map_, field, places_[i], cells);
      if (!value) continue;
      if (is_instant_field(field.field)) {
        put_instant(row, field, *value);
      } else if (!put_text(row, field, *value)) {
        put_choice(row, field, *value, work_.config().working_day());
      }
    }
    return row;
  }

  void put_instant(Row& row, const FieldMap& field, const std::string& value) const {
    const Instant at = instant_of(field, value, context_, map_.zone);
    if (field.field == "created") row.created = at;
    if (field.field == "closed") row.closed = at;
    if (field.field == "changed") row.changed = at;
    if (field.field == "due") row.values.due = at;
  }

  // Everything that can be wrong with a row by itself is found before anything is written.
  void check(Row& row) const {
    if (!row.values.title) throw Error{ErrorKind::bad_data, "the row has no title", ""};
    if (!row.state) row.state = row.closed ? State::closed : State::new_;
    if (!row.created) row.created = context_.now;
    if (!row.changed || *row.changed < *row.created) row.changed = row.created;
    if (*row.state == State::hold) row.waiting_on = checked_person("third party", row.waiting_on);
    if (*row.state != State::closed) return;
    if (!row.closed) {
      throw Error{ErrorKind::bad_data, "the request is closed, and no column says since when",
                  "map a column to [field.closed]"};
    }
    if (*row.closed < *row.created) {
      throw Error{ErrorKind::bad_data,
                  "closed " + format_rfc3339(*row.closed) + ", before it was created " + format_rfc3339(*row.created),
                  ""};
    }
  }

  void write(const Row& row, LineResult& result) {
    const Setters& values = row.values;
    const std::string& by = row.user.empty() ? context_.user : row.user;
    work_.act_as(row.user.empty() && values.requester ? *values.requester : by, *row.created);
    const Outcome made = context_.is_ruled ? submit_filled(work_, values) : submit(work_, values);
    result.number = made.number;
    result.is_known = !made.is_changed;
    result.is_made = made.is_changed;
    if (!made.is_changed || *row.state == State::new_) return;
    Request request = work_.load(made.number);
    const std::string& worker = row.user.empty() && values.assignee ? *values.assignee : by;
    if (*row.state == State::closed) {
      work_.act_as(worker, *row.closed);
      close(work_, request, {row.resolution.value_or(Resolution::done), {}});
      return;
    }
    work_.act_as(worker, *row.changed);
    if (*row.state == State::pending) wait(work_, request, "requester");
    if (*row.state == State::hold)
      wait(work_, request, row.waiting_on == "requester" ? "a third party" : row.waiting_on);
    // No verb opens a request that nobody was assigned to.
    if (*row.state == State::open) work_.change(request, "import", {change_to(request, "state", name_of(State::open))});
  }

  Work& work_;
  const RowMap& map_;
  const ImportContext& context_;
  std::size_t columns_;
  std::vector<std::vector<std::size_t>> places_;
};

bool next_row(const ImportContext& context, text::CsvReader& reader, text::CsvRow& row) {
  const auto got = reader.next(row);
  if (!got) refuse_file(context, got.error().message, got.error().hint);
  return *got;
}

}  // namespace

void import_csv(Work& work, const text::ByteSource& source, const RowMap& map, const ImportContext& context,
                const LineReport& report) {
  text::CsvReader reader(source, map.delimiter);
  text::CsvRow csv;
  if (!next_row(context, reader, csv)) refuse_file(context, "the file is empty", "its first row is to name columns");
  for (std::string& name : csv.cells) name = text::trim(name);
  CsvImport rows(work, map, context, csv.cells);
  while (next_row(context, reader, csv)) {
    LineResult result;
    result.line = csv.line;
    Error error{ErrorKind::bug, "", ""};
    try {
      rows.row(csv, result);
    } catch (const Error& failure) {
      error = line_error(failure);
      result = {};
      result.line = csv.line;
      result.error = &error;
    }
    report(result);
  }
}

}  // namespace behest::ops
