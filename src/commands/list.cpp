#include "commands/list_query.hpp"
#include "commands/listing.hpp"
#include "commands/match_column.hpp"
#include "commands/registry.hpp"
#include "commands/sorting.hpp"
#include "commands/views.hpp"

namespace behest::commands {
namespace {

struct Options {
  ListQuery query;
  std::optional<std::string> sort;
  std::optional<std::int64_t> limit;
  Shape shape;
  bool is_count = false;
  bool has_exit_code = false;
};

void declare(Args& args, Options& options) {
  declare_query(args, options.query);
  args.option("--sort", options.sort, "FIELD",
              "by this field, several with commas; -FIELD for descending; rank for what fits the words best, sla for "
              "its clocks",
              Complete::query_field);
  args.option("--columns", options.shape.columns, "A,B", "show these columns; field.NAME is that of a custom field");
  args.number("-L,--limit", options.limit, "N", "at most N rows; 0 for all");
  args.option("--as", options.shape.as, "SHAPE", "table (default), or board: side by side by state", Complete::choice)
      .choices = {"table", "board"};
  args.option("--group-by", options.shape.group_by, "FIELD",
              "a heading with a count for each state, priority, type, category, team, assignee, requester, channel, "
              "label, resolution or field.NAME",
              Complete::query_field);
  args.flag("--count", options.is_count, "print only how many there are");
  args.flag("--exit-code", options.has_exit_code,
            "exit with 10 when at least one request matches, with 0 when none "
            "does");
  declare_records(args, options.shape);
}

void print_count(Env& env, std::int64_t count) {
  const Look look = env.look();
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"count", count}}));
  } else if (look.format == Format::table) {
    env.say(std::to_string(count));
  } else {
    const auto renderer = make_renderer({{{"count", "Count", true}}}, look, env.spool);
    renderer->row({{count}});
    renderer->end();
  }
}

std::int64_t count(Env& env, const Options& options) {
  const Shape& shape = options.shape;
  if (options.limit || options.sort || shape.columns || shape.line || shape.as || shape.group_by ||
      shape.ends_with_nul) {
    throw Error{ErrorKind::usage, "--count prints a number alone",
                "leave out -L, --sort, --columns, --as, --group-by, --template and -z"};
  }
  const Expr where = where_of(env, options.query);
  std::int64_t count = 0;
  env.store->read([&] { count = env.store->count(where); });
  print_count(env, count);
  return count;
}

// How many were shown.
std::int64_t list(Env& env, const Options& options) {
  if (options.limit && *options.limit < 0) {
    throw Error{ErrorKind::usage, "--limit takes 0 (all) or more", "for example -L 20"};
  }
  const Look look = env.look();
  const Expr where = where_of(env, options.query);
  Shape shape = options.shape;
  shape.phrases = phrases_of(where);
  const auto writer = make_request_writer(env, shape);
  Selection selection{where, sort_keys(options.sort.value_or(""), env.config().fields), options.limit};
  const bool is_whole = shape.line || shape.group_by || shape.as == "board" || look.format != Format::table;
  const bool is_cut_by_us = !options.limit && look.is_terminal && !is_whole;
  if (is_cut_by_us) selection.limit = static_cast<std::int64_t>(env.config().list_limit);
  if (options.limit == 0) selection.limit.reset();
  std::int64_t shown = 0;
  std::int64_t all = 0;
  const bool is_uncounted = selection.order.empty() && has_short_beginning(shape.phrases);
  env.store->read([&] {
    each_found(env, selection, [&](const Request& request) {
      writer->row(request);
      ++shown;
    });
    if (is_cut_by_us && shown == selection.limit) all = is_uncounted ? shown + 1 : env.store->count(selection.where);
  });
  writer->end();
  const std::string of_all = is_uncounted ? "" : " of " + std::to_string(all);
  if (all > shown) env.note("showing " + std::to_string(shown) + of_all + "; -L 0 shows all");
  if (shown == 0 && env.streams.err_is_tty() && !env.globals.quiet) env.note("no request matches");
  return shown;
}

// Columns and order of the view that the query begins with, where none are given.
Options with_view(const Env& env, const Options& given) {
  Options options = given;
  std::string_view name = options.query.words.empty() ? "" : view_name(options.query.words.front());
  if (name.empty() && options.query.where) name = view_name(*options.query.where);
  if (name.empty() || options.is_count) return options;
  const ViewConfig& view = view_named(env.config(), name);
  const bool has_shape = env.globals.fields || options.shape.line;
  if (!options.shape.columns && !view.columns.empty() && !has_shape) options.shape.columns = view.columns;
  if (!options.sort && !view.sort.empty()) options.sort = view.sort;
  return options;
}

void run(Env& env, const Options& given) {
  const Options options = with_view(env, given);
  const std::int64_t found = options.is_count ? count(env, options) : list(env, options);
  if (options.has_exit_code && found > 0) env.status = ErrorKind::condition;
}

constexpr Example k_examples[] = {
    {"What is not closed, newest first", "behest list"},
    {"Mine, the most urgent first", "behest list assignee:me --sort priority"},
    {"Overdue in the network team, for a script", "behest list 'team:net is:overdue' --format ids"},
    {"Everything about printers, closed or not", "behest list 'printer state:any' --columns id,title,state"},
    {"Who has how much to do", "behest list --group-by assignee"},
    {"How many are overdue, as a number", "behest list is:overdue --count"},
    {"A line of your own making for each", "behest list --template '{{id}} {{title|trunc:40}} {{due|date}}'"},
};

}  // namespace

constinit const Command k_list{
    "list",
    "list requests that match a query",
    "find",
    Needs::store_read,
    "Without a state in the query, what is not closed; newest first. On a terminal at most 40 rows are shown, and it "
    "is said how many there are; in a pipe all of them, with whole texts and RFC 3339 times. csv, tsv and json have "
    "every column.\n\n"
    "Where the query looks for words, a terminal of 100 columns or more also shows a piece of the text around the "
    "first "
    "place where they stand, the words in bold; `--columns id,title,match` shows it anywhere.\n\n"
    "With `--group-by`, JSON is a list of {\"group\":…,\"count\":…,\"requests\":[…]}; those without a value are in a "
    "group of their own, last, and a request with several labels is in several groups.\n\n"
    "A query may begin with a view: `behest list @mine`, see `behest help view`. The query language is described in "
    "behest-query(7), and templates in `behest help formats`.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
