#include "commands/contact_view.hpp"

#include "render/request_view.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

Table contact_table(bool is_single) {
  Table table{{{"name", "Name"},
               {"emails", "E-mail"},
               {"organisation", "Organisation"},
               {"vip", "VIP"},
               {"external_id", "External ID"},
               {"phone", "Phone"},
               {"aliases", "Other names"},
               {"note", "Note", false, true}}};
  table.is_single = is_single;
  return table;
}

Cell text_cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

std::vector<Cell> cells_of(const ops::Contact& contact) {
  return {{contact.name},
          {contact.emails},
          text_cell(contact.organisation),
          {contact.is_vip},
          text_cell(contact.external_id),
          text_cell(contact.phone),
          {contact.aliases},
          text_cell(contact.note)};
}

JsonValue brief(const Request& request) {
  return JsonValue::Object{{"id", request.number},
                           {"title", request.title},
                           {"state", name_of(request.state)},
                           {"created", format_rfc3339(request.created)},
                           {"closed", request.closed ? JsonValue(format_rfc3339(*request.closed)) : JsonValue()}};
}

}  // namespace

void print_contacts(Env& env, const std::vector<ops::Contact>& contacts, bool is_single) {
  const auto renderer = make_renderer(contact_table(is_single), env.look(), env.spool);
  for (const ops::Contact& contact : contacts) renderer->row(cells_of(contact));
  renderer->end();
}

void print_contact(Env& env, const ops::Contact& contact, const std::vector<Request>& requests) {
  Table table = contact_table(true);
  std::vector<Cell> cells = cells_of(contact);
  if (env.is_json()) {
    JsonValue::Array history;
    for (const Request& request : requests) history.push_back(brief(request));
    table.columns.push_back({"requests", "Requests"});
    cells.push_back({JsonValue(history)});
  }
  const auto renderer = make_renderer(table, env.look(), env.spool);
  renderer->row(cells);
  renderer->end();
  if (env.is_json() || requests.empty() || !env.look().only.empty()) return;
  const std::vector<render::RequestColumn> columns = render::columns_named("id,state,title,created,closed");
  Table history;
  for (const render::RequestColumn& column : columns) history.columns.push_back(column.column);
  env.say("");
  const auto rows = make_renderer(history, env.look(), env.spool);
  for (const Request& request : requests) rows->row(render::cells_of(columns, request));
  rows->end();
}

void print_due(Env& env, const std::vector<ops::DueContact>& contacts) {
  Table table{{{"name", "Name"},
               {"organisation", "Organisation"},
               {"vip", "VIP"},
               {"last_contact", "Last contact"},
               {"requests", "Requests", true}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::DueContact& one : contacts) {
    renderer->row({{one.name},
                   text_cell(one.organisation),
                   {one.is_vip},
                   one.spoken ? Cell{*one.spoken} : Cell{},
                   {one.requests}});
  }
  renderer->end();
}

void print_erasure(Env& env, const ops::Erasure& erasure) {
  if (env.is_json()) {
    using text::JsonValue;
    const JsonValue::Object shown = {{"erased", true},
                                     {"requests", JsonValue::Array(erasure.requests.begin(), erasure.requests.end())},
                                     {"replaced", erasure.replaced},
                                     {"files", JsonValue::Array(erasure.rewritten.begin(), erasure.rewritten.end())},
                                     {"unread", JsonValue::Array(erasure.unread.begin(), erasure.unread.end())}};
    env.spool.add(text::json_document(shown));
    return;
  }
  if (env.globals.quiet) return;
  const std::size_t count = erasure.requests.size();
  env.say((env.globals.dry_run ? "would be: " : "") + std::string("erased for good, in ") + std::to_string(count) +
          (count == 1 ? " request" : " requests") + ": " + std::to_string(erasure.replaced) + " places");
  for (const std::string& file : erasure.rewritten) env.say("  also in the file " + file);
  for (const std::string& file : erasure.unread) {
    env.say("  not looked into: " + file + ", which is no text; 'behest delete --purge' takes its request away");
  }
}

}  // namespace behest::commands
