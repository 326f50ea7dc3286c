#include "ops/export.hpp"

#include <set>

#include "ops/model.hpp"
#include "text/base64.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

JsonValue line_of(const CommandRow& command) {
  return JsonValue::Object{{"kind", "command"},
                           {"id", command.id},
                           {"at", format_rfc3339(command.at)},
                           {"actor", command.actor},
                           {"login", command.login},
                           {"verb", command.verb},
                           {"target", command.target ? JsonValue(*command.target) : JsonValue()},
                           {"undone", command.is_undone}};
}

JsonValue line_of(const Event& event) {
  JsonValue::Object changes;
  for (const Change& change : event.changes) {
    changes.emplace_back(change.field, JsonValue::Array{change.before, change.after});
  }
  return JsonValue::Object{{"kind", "event"},
                           {"id", event.id},
                           {"command", event.command},
                           {"request", event.request},
                           {"at", format_rfc3339(event.at)},
                           {"actor", event.actor},
                           {"verb", event.kind},
                           {"changes", std::move(changes)},
                           {"state", event.state ? JsonValue(name_of(*event.state)) : JsonValue()},
                           {"resolution", event.resolution ? JsonValue(name_of(*event.resolution)) : JsonValue()},
                           {"marks", event.marks}};
}

JsonValue line_of(const RecordEvent& event) {
  return JsonValue::Object{
      {"kind", "record"},     {"id", event.id},   {"command", event.command}, {"at", format_rfc3339(event.at)},
      {"actor", event.actor}, {"of", event.kind}, {"name", event.name},       {"before", event.before},
      {"after", event.after}};
}

// The hashes of what an event attached.
void add_hashes(const Event& event, std::set<std::string>& hashes) {
  for (const Change& change : event.changes) {
    if (!change.field.starts_with("attachment.")) continue;
    const JsonValue* hash = change.after.find("hash");
    if (hash != nullptr && hash->string() != nullptr) hashes.insert(*hash->string());
  }
}

// What was learned is made of the requests, and is learned anew.
std::set<std::string> model_hashes(Store& store) {
  std::set<std::string> hashes;
  store.each_record(k_model_kind, [&](const Record& record) { hashes.insert(model_hash(record.value)); });
  return hashes;
}

void export_contents(Store& store, const std::set<std::string>& hashes, ExportCount& count, const LineSink& sink) {
  for (const std::string& hash : hashes) {
    ++count.contents;
    std::int64_t number = 0;
    store.each_chunk(hash, [&](std::string_view bytes) {
      sink(JsonValue::Object{
          {"kind", "content"}, {"hash", hash}, {"number", number++}, {"base64", text::base64(bytes)}});
    });
  }
}

struct RequestsOut {
  std::set<std::string>& hashes;  // of what the events attached
  ExportCount& count;
  const LineSink& sink;
};

void export_requests(Store& store, std::int64_t first, const RequestLine& request_line, const RequestsOut& out) {
  for (auto number = store.number_after(0, first); number; number = store.number_after(*number, first)) {
    if (auto request = store.request(*number)) {
      request->comments = store.comments(*number);
      ++out.count.requests;
      out.sink(request_line(*request));
    }
    for (const Event& event : store.events_of_request(*number)) {
      if (event.command < first) continue;
      ++out.count.events;
      out.sink(line_of(event));
      add_hashes(event, out.hashes);
    }
  }
}

}  // namespace

void export_all(Store& store, std::optional<Instant> since, const RequestLine& request_line, const LineSink& sink) {
  sink(JsonValue::Object{
      {"behest", "export"}, {"format", 1}, {"since", since ? JsonValue(format_rfc3339(*since)) : JsonValue()}});
  ExportCount count;
  if (const auto first = since ? store.first_command_after(*since) : std::optional<std::int64_t>(0)) {
    store.each_command(*first, [&](const CommandRow& command) {
      ++count.commands;
      sink(line_of(command));
    });
    std::set<std::string> hashes;
    export_requests(store, *first, request_line, {hashes, count, sink});
    store.each_record_event("", "", [&](const RecordEvent& event) {
      if (event.command < *first) return;
      ++count.records;
      sink(line_of(event));
    });
    if (!since) {
      const std::set<std::string> caches = model_hashes(store);
      for (std::string& hash : store.content_hashes()) {
        if (!caches.contains(hash)) hashes.insert(std::move(hash));
      }
    }
    export_contents(store, hashes, count, sink);
  }
  // So that a file that was cut off is known.
  sink(JsonValue::Object{{"kind", "end"},
                         {"commands", count.commands},
                         {"requests", count.requests},
                         {"events", count.events},
                         {"records", count.records},
                         {"contents", count.contents}});
}

}  // namespace behest::ops
