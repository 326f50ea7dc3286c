#include <algorithm>

#include "commands/registry.hpp"
#include "commands/sorting.hpp"
#include "commands/targets.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

struct Options {
  std::vector<std::string> query;
  std::optional<std::string> where;
  std::optional<std::string> state;
  std::optional<std::string> sort;
  std::optional<std::string> columns;
  std::optional<std::int64_t> limit;
};

void declare(Args& args, Options& options) {
  args.positionals("QUERY", options.query, "words and field:value terms; see behest-query(7)", Complete::query_field);
  args.option("-w,--where", options.where, "QUERY", "a query as one word", Complete::query_field);
  args.option("-s,--state", options.state, "STATE", "in this state: " + state_names() + ", any", Complete::state);
  args.option("--sort", options.sort, "FIELD", "by this field, several with commas; -FIELD for descending",
              Complete::query_field);
  args.option("--columns", options.columns, "A,B", "show these columns");
  args.number("-L,--limit", options.limit, "N", "at most N rows; 0 for all");
}

// The words of the query as one text, as a shell would have read them.
std::string joined(const Options& options) {
  std::string text;
  for (const std::string& word : options.query) text += (text.empty() ? "" : " ") + word;
  return text;
}

Expr where_of(Env& env, const Options& options) {
  std::vector<Expr> parts;
  if (!options.query.empty()) parts.push_back(query_of(env, joined(options)));
  if (options.where) parts.push_back(query_of(env, *options.where));
  if (options.state) parts.push_back(query_of(env, "state:" + *options.state));
  const bool is_about_state = std::ranges::any_of(parts, mentions_state);
  if (!is_about_state) parts.push_back(query_of(env, "is:open"));
  if (parts.size() == 1) return parts.front();
  Expr all;
  all.kind = Expr::Kind::all_of;
  all.children = std::move(parts);
  return all;
}

// Everything in one table, for scripts; what fits a screen, for people.
std::vector<RequestColumn> columns_of(const Options& options, const Look& look) {
  if (options.columns) return columns_named(*options.columns);
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  return is_for_people && look.only.empty() ? short_columns() : request_columns(false);
}

void run(Env& env, const Options& options) {
  const Look look = env.look();
  Selection selection{where_of(env, options), sort_keys(options.sort.value_or("")), options.limit};
  if (options.limit && *options.limit < 0) {
    throw Error{ErrorKind::usage, "--limit takes 0 (all) or more", "for example -L 20"};
  }
  const bool is_cut_by_us = !options.limit && look.is_terminal && look.format == Format::table;
  if (is_cut_by_us) selection.limit = static_cast<std::int64_t>(env.config().list_limit);
  if (options.limit == 0) selection.limit.reset();
  const std::vector<RequestColumn> columns = columns_of(options, look);
  Table table;
  for (const RequestColumn& column : columns) table.columns.push_back(column.column);
  const auto renderer = make_renderer(table, look, env.spool);
  std::int64_t shown = 0;
  std::int64_t all = 0;
  env.store->read([&] {
    env.store->each_request(selection, [&](const Request& request) {
      renderer->row(cells_of(columns, request));
      ++shown;
    });
    const bool may_be_cut = is_cut_by_us && shown == selection.limit;
    all = may_be_cut ? env.store->count(selection.where) : shown;
  });
  renderer->end();
  if (all > shown) env.note("showing " + std::to_string(shown) + " of " + std::to_string(all) + "; -L 0 shows all");
  if (shown == 0 && env.streams.err_is_tty() && !env.globals.quiet) env.note("no request matches");
}

constexpr Example k_examples[] = {
    {"What is not closed, newest first", "behest list"},
    {"Mine, the most urgent first", "behest list assignee:me --sort priority"},
    {"Overdue in the network team, for a script", "behest list 'team:net is:overdue' --format ids"},
    {"Everything about printers, closed or not", "behest list 'printer state:any' --columns id,title,state"},
};

}  // namespace

constinit const Command k_list{
    "list",
    "list requests that match a query",
    "find",
    Needs::store_read,
    "Without a state in the query, what is not closed; newest first. On a terminal at most 40 rows are shown, and it "
    "is "
    "said how many there are; in a pipe all of them, with whole texts and RFC 3339 times. csv, tsv and json have every "
    "column.\n\nThe query language is described in behest-query(7).",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
