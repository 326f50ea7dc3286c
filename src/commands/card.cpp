#include "commands/card.hpp"

#include <algorithm>

#include "commands/attachment_view.hpp"
#include "commands/clock_view.hpp"
#include "commands/listing.hpp"
#include "commands/ties_view.hpp"
#include "core/attendance.hpp"
#include "ops/estimate.hpp"
#include "render/cell.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

std::string priority_note(const Env& env, const Request& request) {
  if (!request.is_override || (!request.impact && !request.urgency)) return {};
  const int by_matrix = matrix_priority(env.config().matrix, request.impact.value_or(2), request.urgency.value_or(2));
  return "priority set by hand; impact and urgency say P" + std::to_string(by_matrix);
}

// Each line with two spaces before it, so that no text looks like the head of another comment.
void print_indented(Env& env, std::string_view body) {
  const Look look = env.look();
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const auto safe = text::term_body(body.substr(0, end));
    for (const std::string_view piece : body_lines(safe.view(), look)) {
      text::Safe<text::Term> line;
      line.pad(k_body_indent);
      env.spool.add((line += text::term_line(piece)) += text::Literal("\n"));
    }
    body.remove_prefix(std::min(end + 1, body.size()));
  }
}

// What people read of a request, below its fields.
void print_thread(Env& env, const Request& request) {
  const Look look = env.look();
  const auto when = [&](Instant at) {
    return look.is_terminal ? format_local(at, look.zone) + " (" + format_relative(at, env.now) + ")"
                            : format_rfc3339(at);
  };
  if (const std::string note = priority_note(env, request); !note.empty()) env.say("note: " + note);
  for (const Comment& comment : request.comments) {
    env.say("");
    std::string head = std::to_string(request.number) + "." + std::to_string(comment.number) + "  " + comment.author +
                       ", " + when(comment.at) + (comment.is_public ? ", public" : ", internal");
    if (comment.channel != Channel::cli) head += ", by " + std::string(name_of(comment.channel));
    const std::vector<std::string> attendees = attendees_of(request, comment.number);
    for (const std::string& name : attendees) (head += &name == attendees.data() ? " with " : ", ") += name;
    env.say(head);
    print_indented(env, comment.body);
  }
}

// The keys that people see as fields; JSON and the like have them all.
std::vector<RequestColumn> card_columns() {
  std::vector<RequestColumn> all = request_columns(false);
  for (RequestColumn& column : all) {
    if (column.column.key == "priority") column.column.title = "Priority";  // there is room for the word
  }
  std::erase_if(all, [](const RequestColumn& column) {
    return column.column.key == "links" || column.column.key == "fields" || column.column.key == "body" ||
           column.column.key == "reopened";
  });
  return all;
}

// What only planning knows: three points, a start, bookings.
void add_plan(const Request& request, const std::function<void(const char*, const char*, Cell)>& add) {
  const auto estimate = ops::estimate_of(request);
  if (estimate && !estimate->is_certain()) add("estimate_points", "Points", {format_estimate(*estimate)});
  if (const auto start = planned_start(request)) add("start", "Start", {*start});
  std::vector<std::string> bookings;
  for (const std::string& name : request.names_of_facts("booking")) {
    const text::JsonValue fact = field_value(request, "booking." + name);
    const text::JsonValue* const units = fact.find("units");
    bookings.push_back(name + (units == nullptr ? "" : "=" + text::dump(*units)));
  }
  add("bookings", "Booked", list_cell(bookings));
}

}  // namespace

void print_card(Env& env, const Shown& shown) {
  const Request& request = shown.request;
  const std::vector<RequestColumn> columns = card_columns();
  Table table;
  table.is_single = true;
  for (const RequestColumn& column : columns) table.columns.push_back(column.column);
  std::vector<Cell> cells = linked_cells(env, columns, request);
  const auto add = [&](const std::string& key, const std::string& title, Cell cell) {
    table.columns.push_back({key, title});
    cells.push_back(std::move(cell));
  };
  for (const auto& [name, value] : request.fields) add("field." + name, name, {value});
  add("waiting_on", "Waiting on", request.waiting_on.empty() ? Cell{} : Cell{request.waiting_on});
  add("links", "Links", links_cell(shown.ties, shown.request, shown.waits));
  add("sub_requests", "Sub-requests", progress_cell(shown.ties));
  add_plan(request, add);
  add("articles", "Articles", list_cell(request.names_of_facts("article")));
  add("votes", "Votes", list_cell(request.names_of_facts("vote")));
  if (request.reopened > 0) add("reopened", "Reopened", {static_cast<std::int64_t>(request.reopened)});
  add("attachments", "Attachments", attachments_cell(request));
  add("ratings", "Rated", ratings_cell(request));
  add("body", "Body", request.body.empty() ? Cell{} : Cell{request.body});
  const auto renderer = make_renderer(table, env.look(), env.spool);
  renderer->row(cells);
  renderer->end();
  print_running_clocks(env, request.number);
  print_thread(env, request);
}

}  // namespace behest::commands
