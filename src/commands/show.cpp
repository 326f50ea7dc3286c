#include <algorithm>

#include "commands/answer.hpp"
#include "commands/listing.hpp"
#include "commands/registry.hpp"
#include "commands/similar.hpp"
#include "commands/targets.hpp"
#include "commands/ties_view.hpp"
#include "core/transition.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

struct Options {
  Targets targets;
  Shape shape;
  bool similar = false;
};

void declare(Args& args, Options& options) {
  declare_ids(args, options.targets);
  declare_records(args, options.shape);
  args.flag("--similar", options.similar, "instead, the five requests most like this one");
}

struct Shown {
  Request request;
  std::vector<Tie> ties;
};

Shown load(Store& store, std::int64_t number) {
  auto request = store.request(number);
  if (!request) {
    throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list state:any'"};
  }
  if (request->is_deleted) throw ops::gone(store, number);
  request->comments = store.comments(number);
  return {*std::move(request), store.ties(number)};
}

std::string priority_note(const Env& env, const Request& request) {
  if (!request.is_override || (!request.impact && !request.urgency)) return {};
  const int by_matrix = matrix_priority(env.config().matrix, request.impact.value_or(2), request.urgency.value_or(2));
  return "priority set by hand; impact and urgency say P" + std::to_string(by_matrix);
}

// Each line with two spaces before it, so that no text looks like the head of another comment.
void print_indented(Env& env, std::string_view body) {
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    text::Safe<text::Term> line("  ");
    env.spool.add((line += text::term_body(body.substr(0, end))) += text::Literal("\n"));
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
    env.say(head);
    print_indented(env, comment.body);
  }
}

// The keys that people see as fields; JSON and the like have them all.
std::vector<RequestColumn> card_columns() {
  std::vector<RequestColumn> all = request_columns(false);
  std::erase_if(all, [](const RequestColumn& column) {
    return column.column.key == "links" || column.column.key == "fields" || column.column.key == "body" ||
           column.column.key == "reopened";
  });
  return all;
}

void print_card(Env& env, const Shown& shown) {
  const Request& request = shown.request;
  const std::vector<RequestColumn> columns = card_columns();
  Table table;
  table.is_single = true;
  for (const RequestColumn& column : columns) table.columns.push_back(column.column);
  std::vector<Cell> cells = cells_of(columns, request);
  const auto add = [&](const std::string& key, const std::string& title, Cell cell) {
    table.columns.push_back({key, title});
    cells.push_back(std::move(cell));
  };
  for (const auto& [name, value] : request.fields) add("field." + name, name, {value});
  add("waiting_on", "Waiting on", request.waiting_on.empty() ? Cell{} : Cell{request.waiting_on});
  add("links", "Links", links_cell(shown.ties));
  add("sub_requests", "Sub-requests", progress_cell(shown.ties));
  add("votes", "Votes", list_cell(request.names_of_facts("vote")));
  if (request.reopened > 0) add("reopened", "Reopened", {static_cast<std::int64_t>(request.reopened)});
  add("body", "Body", request.body.empty() ? Cell{} : Cell{request.body});
  const auto renderer = make_renderer(table, env.look(), env.spool);
  renderer->row(cells);
  renderer->end();
  print_thread(env, request);
}

void run(Env& env, const Options& options) {
  const Look look = look_of(env, options.shape);
  const auto lines = options.shape.line ? make_template_writer(env, options.shape) : nullptr;
  const Chosen chosen = choose(env, options.targets);
  if (options.similar) return print_similar(env, chosen);
  std::vector<Shown> all;
  env.store->read([&] {
    for (const std::int64_t number : resolve(*env.store, chosen)) all.push_back(load(*env.store, number));
  });
  if (!lines && (look.format != Format::table || !look.only.empty())) {
    std::vector<Request> requests;
    requests.reserve(all.size());
    for (Shown& shown : all) requests.push_back(std::move(shown.request));
    return print_requests(env, requests, !chosen.is_plural, look);
  }
  for (const Shown& shown : all) {
    if (!lines && &shown != &all.front()) env.say("");
    lines ? lines->row(shown.request) : print_card(env, shown);
  }
}

constexpr Example k_examples[] = {
    {"One request with its thread", "behest show 1"},
    {"Two of its fields, for a script", "behest show 1 --json --fields state,assignee"},
    {"A line for a commit message", "behest show 1 --template 'Fixes #{{id}}: {{title}}'"},
};

}  // namespace

constinit const Command k_show{
    "show",
    "show requests whole, with their comments",
    "find",
    Needs::store_read,
    "Everything that is known of a request: its fields, its body, and its thread of comments with their ids.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
