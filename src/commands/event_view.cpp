#include "commands/event_view.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

Table event_table(bool is_json) {
  if (is_json) {
    return {{{"id", "ID"},
             {"at", "When"},
             {"actor", "Who"},
             {"verb", "Verb"},
             {"request", "Request"},
             {"command", "Command"},
             {"undone", "Undone"},
             {"changes", "Changes"}}};
  }
  return {{{"at", "When"},
           {"request", "ID", true},
           {"actor", "Who"},
           {"verb", "Verb"},
           {"field", "Field"},
           {"old", "Old", false, true},
           {"new", "New", false, true}}};
}

}  // namespace

JsonValue shown_value(std::string_view field, const JsonValue& value) {
  if (const std::int64_t* number = value.integer()) {
    if (field == "due" || field == "plan.start") return format_rfc3339(Instant{*number});
    if (field == "estimate") return *number / 1000;
    if (field == "priority") return "P" + std::to_string(*number);
  }
  const bool is_part = field.starts_with("comment.") || field.starts_with("attachment.") ||
                       field.starts_with("work.") || field.starts_with("cost.");
  if (is_part && value.object() != nullptr) {
    JsonValue::Object shown;
    for (const auto& [name, member] : *value.object()) {
      const bool is_instant = (name == "at" || name == "start") && member.integer() != nullptr;
      shown.emplace_back(name, is_instant ? JsonValue(format_rfc3339(Instant{*member.integer()})) : member);
    }
    return shown;
  }
  return value;
}

std::string shown_text(std::string_view field, const JsonValue& value) {
  if (value.is_null()) return "-";
  if (field.starts_with("comment.")) {
    const JsonValue* body = value.find("body");
    return body != nullptr && body->string() != nullptr ? *body->string() : "-";
  }
  if (field.starts_with("attachment.")) {
    const JsonValue* name = value.find("name");
    return name != nullptr && name->string() != nullptr ? *name->string() : "-";
  }
  for (const auto& [kind, member] : {std::pair("route.", "reason"), std::pair("notice.", "about")}) {
    const JsonValue* told = field.starts_with(kind) ? value.find(member) : nullptr;
    if (told != nullptr && told->string() != nullptr) return *told->string();
  }
  if (field == "estimate" && value.integer() != nullptr) return format_duration(Duration{*value.integer()});
  const JsonValue shown = shown_value(field, value);
  if (shown.string() != nullptr) return *shown.string();
  if (const bool* flag = shown.boolean()) return *flag ? "yes" : "no";
  if (const JsonValue::Array* array = shown.array()) {
    std::string list;
    for (const JsonValue& item : *array) list += (list.empty() ? "" : ",") + shown_text("", item);
    return list;
  }
  return text::dump(shown);
}

bool is_shown(std::string_view field) { return field != "prioritized" && field != "override"; }

std::string change_line(std::int64_t number, const Change& change) {
  const std::string of = number > 0 ? "#" + std::to_string(number) + " " : "";
  return "  " + of + change.field + ": " + shown_text(change.field, change.before) + " -> " +
         shown_text(change.field, change.after);
}

EventWriter::EventWriter(Env& env) {
  const Look look = env.look();
  is_json_ = look.format == Format::json || look.format == Format::jsonl || look.format == Format::ids;
  is_table_ = look.format == Format::table;
  renderer_ = make_renderer(event_table(is_json_), look, env.spool);
}

void EventWriter::add(const Event& event, bool is_undone) {
  if (is_json_) {
    JsonValue::Array changes;
    for (const Change& change : event.changes) {
      if (!is_shown(change.field)) continue;
      changes.emplace_back(JsonValue::Object{{"field", change.field},
                                             {"old", shown_value(change.field, change.before)},
                                             {"new", shown_value(change.field, change.after)}});
    }
    renderer_->row({{event.id},
                    {event.at},
                    {event.actor},
                    {event.kind},
                    {event.request},
                    {event.command},
                    {is_undone},
                    {JsonValue(changes)}});
    return;
  }
  const auto cell = [&](const std::string& field, const JsonValue& value, Tone tone) {
    return value.is_null() && !is_table_ ? Cell{} : Cell{shown_text(field, value), tone};
  };
  const Tone tone = is_undone ? Tone::dim : Tone::plain;
  for (const Change& change : event.changes) {
    if (!is_shown(change.field)) continue;
    renderer_->row({{event.at, tone},
                    {event.request, tone},
                    {event.actor, tone},
                    {event.kind + (is_undone ? " (undone)" : ""), tone},
                    {change.field, tone},
                    cell(change.field, change.before, tone),
                    cell(change.field, change.after, tone)});
  }
}

void EventWriter::end() { renderer_->end(); }

}  // namespace behest::commands
