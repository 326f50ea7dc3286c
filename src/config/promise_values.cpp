#include "config/promise_values.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <unistd.h>

#include "behest/core/query.hpp"
#include "behest/text/utf8.hpp"

namespace behest::config {
namespace {

constexpr std::string_view k_week = "a table of hours such as { mon-fri = [\"09:00-17:00\"] }";
constexpr std::string_view k_hours = "a list of hours such as [\"09:00-12:00\", \"13:00-18:00\"]";
constexpr std::string_view k_dates = "a list of dates such as [\"2026-12-25\"]";
constexpr std::string_view k_dated = "a table of hours such as { \"2026-10-10\" = [\"09:00-18:00\"] }";
constexpr std::string_view k_states = "a list of states such as [\"pending\", \"hold\"]";
constexpr std::string_view k_files = "a list of files such as [\"holidays.ics\"]";
constexpr std::string_view k_revisions = "a list of tables, each with valid_from = \"2027-01-01\" and week";
constexpr std::string_view k_percent = "a percentage such as \"75%\"";
constexpr std::string_view k_steps = "a list of tables, each with at = \"80%\" and do = { … }";
constexpr int k_most_percent = 1000;

bool is_text(const TomlNode& value) { return value.kind == TomlNode::Kind::text; }
bool is_table(const TomlNode& value) { return value.kind == TomlNode::Kind::table; }
bool is_list(const TomlNode& value) { return value.kind == TomlNode::Kind::array; }

Misfit unlike(const TomlNode& value, std::string_view wanted) {
  return {value.at, "takes " + std::string(wanted) + ", not " + kind_name(value), {}};
}
Misfit wrong(Position at, std::string_view wanted, const ParseError& error) {
  return {at, "takes " + std::string(wanted) + ": " + error.message, error.hint};
}

Fit read_hours(const TomlNode& value, DayHours& day) {
  if (!is_list(value)) return unlike(value, k_hours);
  for (const TomlNode& item : value.items) {
    if (!is_text(item)) return unlike(item, k_hours);
    const Parsed<OpenHours> hours = parse_hours(item.text);
    if (!hours) return wrong(item.at, "hours", hours.error());
    if (!add_hours(day, *hours)) {
      return Misfit{item.at, "has hours that overlap: " + item.text + " with those before it", {}};
    }
  }
  return {};
}

Fit unknown_member(const TomlNode& member, std::string_view known) {
  return Misfit{member.key_at, "has no '" + member.key + "'", "it has " + std::string(known)};
}

Fit read_date(const TomlNode& value, std::int64_t& out) {
  if (!is_text(value)) return unlike(value, "a date in quotes such as \"2026-12-25\"");
  const Parsed<std::int64_t> day = parse_day(value.text);
  if (!day) return wrong(value.at, "dates", day.error());
  out = *day;
  return {};
}

Fit read_revision(const TomlNode& value, WeekRevision& out) {
  bool has_day = false;
  if (!is_table(value)) return unlike(value, k_revisions);
  for (const TomlNode& member : value.items) {
    Fit misfit;
    if (member.key == "valid_from") {
      misfit = read_date(member, out.valid_from);
      has_day = true;
    } else if (member.key == "week") {
      misfit = read_week(member, out.week);
    } else {
      misfit = unknown_member(member, "valid_from and week");
    }
    if (misfit) return misfit;
  }
  if (!has_day || is_empty(out.week)) return Misfit{value.at, "takes " + std::string(k_revisions), {}};
  return {};
}

Fit read_priority_of(const TomlNode& value, SlaStep& step) {
  int priority = 0;
  if (Fit misfit = read_priority(value, priority)) return misfit;
  step.priority = priority;
  return {};
}

Fit read_action(const TomlNode& member, SlaStep& step) {
  if (member.key == "priority") return read_priority_of(member, step);
  if (member.key == "assign") return read_name(member, step.assign);
  if (member.key == "team") return read_name(member, step.team);
  if (member.key == "label") return read_name(member, step.label);
  if (member.key == "comment") return read_text(member, step.comment);
  if (member.key == "notify") return read_names(member, step.notify);
  return unknown_member(member, "priority, assign, team, label, comment and notify");
}

Fit read_clock(const TomlNode& value, SlaStep& step) {
  std::string name;
  if (Fit misfit = read_choice(value, "response|update|resolution", name)) return misfit;
  for (const ClockKind kind : k_clock_kinds) {
    if (name_of(kind) == name) step.clock = kind;
  }
  return {};
}

Fit read_actions(const TomlNode& value, SlaStep& step) {
  if (!is_table(value)) return unlike(value, "a table such as { label = \"at-risk\" }");
  for (const TomlNode& member : value.items) {
    if (Fit misfit = read_action(member, step)) return misfit;
  }
  return {};
}

Fit read_step(const TomlNode& value, SlaStep& step) {
  bool has_at = false;
  bool has_do = false;
  if (!is_table(value)) return unlike(value, k_steps);
  for (const TomlNode& member : value.items) {
    Fit misfit;
    if (member.key == "at") {
      misfit = read_percent(member, step.percent);
      has_at = true;
    } else if (member.key == "do") {
      misfit = read_actions(member, step);
      has_do = !member.items.empty();
    } else if (member.key == "clock") {
      misfit = read_clock(member, step);
    } else {
      misfit = unknown_member(member, "at, clock and do");
    }
    if (misfit) return misfit;
  }
  if (!has_at || !has_do) return Misfit{value.at, "takes " + std::string(k_steps), {}};
  return {};
}

// What a service level may ask for: nothing that its own clocks, the time or other requests change.
bool is_steady(const Expr& expr) {
  constexpr std::array k_fields = {
      QueryField::id,        QueryField::key,     QueryField::title,    QueryField::priority, QueryField::impact,
      QueryField::urgency,   QueryField::type,    QueryField::category, QueryField::team,     QueryField::assignee,
      QueryField::requester, QueryField::channel, QueryField::label,    QueryField::created,  QueryField::custom};
  if (expr.kind == Expr::Kind::term && std::ranges::find(k_fields, expr.field) == k_fields.end()) return false;
  if (expr.kind == Expr::Kind::word && expr.word != QueryWord::unassigned) return false;
  return std::ranges::all_of(expr.children, is_steady);
}

template <class Write>
std::string listed(std::string_view open, std::size_t count, std::string_view close, const Write& write) {
  std::string out(open);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ", ";
    out += write(i);
  }
  return out += close;
}

std::string show_hours(const DayHours& day) {
  return listed("[", day.size(), "]", [&](std::size_t i) { return toml_text(format_hours(day[i])); });
}

}  // namespace

Fit read_week(const TomlNode& value, WeekHours& out) {
  if (!is_table(value)) return unlike(value, k_week);
  WeekHours week;
  for (const TomlNode& member : value.items) {
    const Parsed<std::vector<std::size_t>> days = parse_weekdays(member.key);
    if (!days) return wrong(member.key_at, "days of the week", days.error());
    for (const std::size_t day : *days) {
      if (Fit misfit = read_hours(member, week.at(day))) return misfit;
    }
  }
  if (is_empty(week)) return Misfit{value.at, "has no hours: it would never be open", "mon-fri = [\"09:00-17:00\"]"};
  out = std::move(week);
  return {};
}

Fit read_dates(const TomlNode& value, std::vector<std::int64_t>& out) {
  if (!is_list(value)) return unlike(value, k_dates);
  std::vector<std::int64_t> days(value.items.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (Fit misfit = read_date(value.items[i], days[i])) return misfit;
  }
  std::ranges::sort(days);
  out = std::move(days);
  return {};
}

Fit read_dated_hours(const TomlNode& value, std::vector<DatedHours>& out) {
  if (!is_table(value)) return unlike(value, k_dated);
  std::vector<DatedHours> days(value.items.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    const TomlNode& member = value.items[i];
    const Parsed<std::int64_t> day = parse_day(member.key);
    if (!day) return wrong(member.key_at, "dates", day.error());
    days[i].first = *day;
    if (Fit misfit = read_hours(member, days[i].second)) return misfit;
  }
  std::ranges::sort(days, {}, &DatedHours::first);
  out = std::move(days);
  return {};
}

Fit read_revisions(const TomlNode& value, std::vector<WeekRevision>& out) {
  if (!is_list(value)) return unlike(value, k_revisions);
  std::vector<WeekRevision> revisions(value.items.size());
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    if (Fit misfit = read_revision(value.items[i], revisions[i])) return misfit;
  }
  std::ranges::stable_sort(revisions, {}, &WeekRevision::valid_from);
  out = std::move(revisions);
  return {};
}

Fit read_files(const TomlNode& value, std::string_view folder, std::vector<std::string>& out) {
  if (!is_list(value)) return unlike(value, k_files);
  std::vector<std::string> files(value.items.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (Fit misfit = read_path(value.items[i], folder, files[i])) return misfit;
    if (::access(files[i].c_str(), R_OK) != 0) {
      return Misfit{value.items[i].at, "names a file that cannot be read: " + files[i], {}};
    }
  }
  out = std::move(files);
  return {};
}

Fit read_target(const TomlNode& value, std::optional<Duration>& out) {
  Duration length;
  if (Fit misfit = read_duration(value, length)) return misfit;
  if (length.ms == 0) return Misfit{value.at, "takes a duration of more than nothing", {}};
  out = length;
  return {};
}

Fit read_scope(const TomlNode& value, std::string& out) {
  std::string text;
  if (Fit misfit = read_text(value, text)) return misfit;
  const Parsed<Expr> expr = parse_query(text, {});
  if (!expr) {
    return Misfit{value.at,
                  "takes a query; column " + std::to_string(expr.error().column) + ": " + expr.error().message,
                  expr.error().hint};
  }
  if (!is_steady(*expr)) {
    return Misfit{value.at, "asks for what changes by itself, or for text",
                  "ask for what a request is: priority, type, category, team, assignee, requester, channel, label, "
                  "field.NAME, is:unassigned"};
  }
  out = std::move(text);
  return {};
}

Fit read_pauses(const TomlNode& value, std::vector<State>& out) {
  if (!is_list(value)) return unlike(value, k_states);
  std::vector<State> states;
  states.reserve(value.items.size());
  for (const TomlNode& item : value.items) {
    if (!is_text(item)) return unlike(item, k_states);
    const auto state = state_named(item.text);
    if (!state || *state == State::closed) {
      return Misfit{item.at, "takes new, open, pending and hold, not '" + item.text + "'", {}};
    }
    states.push_back(*state);
  }
  out = std::move(states);
  return {};
}

Fit read_percent(const TomlNode& value, int& out) {
  if (!is_text(value)) return unlike(value, k_percent);
  int percent = 0;
  const char* const end = value.text.data() + value.text.size();
  const auto [rest, error] = std::from_chars(value.text.data(), end, percent);
  if (error != std::errc() || rest + 1 != end || *rest != '%' || percent < 1 || percent > k_most_percent) {
    return Misfit{value.at, "takes a percentage from \"1%\" to \"1000%\", not '" + value.text + "'", {}};
  }
  out = percent;
  return {};
}

Fit read_steps(const TomlNode& value, std::vector<SlaStep>& out) {
  if (!is_list(value)) return unlike(value, k_steps);
  std::vector<SlaStep> steps(value.items.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (Fit misfit = read_step(value.items[i], steps[i])) return misfit;
  }
  out = std::move(steps);
  return {};
}

std::string show_week(const WeekHours& week) {
  constexpr std::array<const char*, 7> k_names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::string out;
  for (std::size_t day = 0; day < week.size(); ++day) {
    if (week.at(day).empty()) continue;
    out += out.empty() ? "{ " : ", ";
    out += k_names.at(day);
    out += " = " + show_hours(week.at(day));
  }
  return out.empty() ? "{}" : out + " }";
}

std::string show_dates(const std::vector<std::int64_t>& days) {
  return listed("[", days.size(), "]", [&](std::size_t i) { return toml_text(format_day(days[i])); });
}

std::string show_dated_hours(const std::vector<DatedHours>& days) {
  if (days.empty()) return "{}";
  return listed("{ ", days.size(), " }", [&](std::size_t i) {
    return toml_text(format_day(days[i].first)) + " = " + show_hours(days[i].second);
  });
}

std::string show_revisions(const std::vector<WeekRevision>& revisions) {
  return listed("[", revisions.size(), "]", [&](std::size_t i) {
    return "{ valid_from = " + toml_text(format_day(revisions[i].valid_from)) +
           ", week = " + show_week(revisions[i].week) + " }";
  });
}

std::string show_pauses(const std::vector<State>& pauses) {
  return listed("[", pauses.size(), "]", [&](std::size_t i) { return toml_text(name_of(pauses[i])); });
}

std::string show_steps(const std::vector<SlaStep>& steps) {
  return listed("[", steps.size(), "]", [&](std::size_t i) {
    const SlaStep& step = steps[i];
    std::string actions;
    const auto add = [&](const char* key, const std::string& value) {
      ((actions += actions.empty() ? "" : ", ") += key) += " = " + value;
    };
    if (step.priority) add("priority", show_priority(*step.priority));
    if (!step.assign.empty()) add("assign", toml_text(step.assign));
    if (!step.team.empty()) add("team", toml_text(step.team));
    if (!step.label.empty()) add("label", toml_text(step.label));
    if (!step.comment.empty()) add("comment", toml_text(step.comment));
    if (!step.notify.empty()) add("notify", show_names(step.notify));
    std::string out = "{ at = \"" + std::to_string(step.percent) + "%\"";
    if (step.clock) out += ", clock = " + toml_text(name_of(*step.clock));
    return out + ", do = { " + actions + " } }";
  });
}

}  // namespace behest::config
