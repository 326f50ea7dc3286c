#include <algorithm>

#include "behest/text/utf8.hpp"
#include "commands/registry.hpp"
#include "commands/sorting.hpp"
#include "commands/targets.hpp"
#include "commands/views.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::optional<std::string> name;
  std::vector<std::string> query;
  std::optional<std::string> columns;
  std::optional<std::string> sort;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "save, list or rm").choices = {"save", "list", "rm"};
  args.optional_positional("NAME", options.name, "the view, for save and rm");
  args.positionals("QUERY", options.query, "save: the query it stands for", Complete::query_field);
  args.option("--columns", options.columns, "A,B", "save: show these columns; field.NAME is that of a custom field");
  args.option("--sort", options.sort, "FIELD", "save: by this field, several with commas; -FIELD for descending",
              Complete::query_field);
}

// The file that views are saved in: --config, else the user's own.
std::string own_file(const Env& env) {
  return env.config_sources.explicit_file.value_or(env.config_sources.user_dir + "/behest.toml");
}

void print_views(Env& env) {
  Table table{{{"name", "View"},
               {"query", "Query", false, true},
               {"columns", "Columns"},
               {"sort", "Sort"},
               {"origin", "Origin"}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  const auto cell = [](const std::string& text) { return text.empty() ? Cell{} : Cell{text}; };
  const Origins origins(env);
  for (const ViewConfig& view : env.config().views) {
    renderer->row({{view.name}, cell(view.query), cell(view.columns), cell(view.sort), {view_origin(origins, view)}});
  }
  renderer->end();
}

// The answer of a change: what was done, and under --dry-run each old and new value.
void tell(Env& env, const ViewConfig& before, const ViewConfig& after, const std::string& sentence) {
  if (env.is_json()) {
    env.spool.add(text::json_document(view_json(after)));
    return;
  }
  if (env.globals.quiet) return;
  env.say((env.globals.dry_run ? "would be: " : "") + sentence);
  const auto line = [&](const char* key, const std::string& was, const std::string& is) {
    if (was != is)
      env.say(std::string("  ") + key + ": " + (was.empty() ? "-" : was) + " -> " + (is.empty() ? "-" : is));
  };
  if (!env.globals.dry_run) return;
  line("query", before.query, after.query);
  line("columns", before.columns, after.columns);
  line("sort", before.sort, after.sort);
}

std::string name_of(const Options& options) {
  if (!options.name) {
    throw Error{ErrorKind::usage, "no view is named", "behest view save NAME QUERY, or behest view rm NAME"};
  }
  const std::string_view name = *options.name;
  return text::nfc(name.starts_with('@') ? name.substr(1) : name);
}

ViewConfig before_of(const Env& env, const std::string& name) {
  const ViewConfig* const found = env.config().view(name);
  return found != nullptr ? *found : ViewConfig{name, {}, {}, {}};
}

void save(Env& env, const Options& options) {
  ViewConfig view{name_of(options), {}, options.columns.value_or(""), options.sort.value_or("")};
  for (const std::string& word : options.query) view.query += (view.query.empty() ? "" : " ") + word;
  if (text::trim(view.query).empty()) {
    throw Error{ErrorKind::usage, "the view has no query", "for example behest view save mine assignee:me"};
  }
  if (view.query.starts_with('@')) {
    throw Error{ErrorKind::usage, "a view cannot stand for another view", "write out its query"};
  }
  query_of(env, view.query);
  sort_keys(view.sort, env.config().fields);
  if (options.columns) render::columns_named(view.columns);
  const auto value = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  const EntryValues values = {{"query", view.query}, {"columns", value(view.columns)}, {"sort", value(view.sort)}};
  const std::string file = own_file(env);
  if (!env.globals.dry_run) set_config_entry(file, "view", view.name, values);
  tell(env, before_of(env, view.name), view, "view @" + view.name + " is kept in " + file);
}

void remove(Env& env, const Options& options) {
  const ViewConfig view = view_named(env.config(), name_of(options));
  const std::string file = own_file(env);
  if (const std::string origin = view_origin(Origins(env), view); !origin.starts_with(file + ":")) {
    throw Error{ErrorKind::refused, "the view '" + view.name + "' is not in " + file + " but at " + origin,
                "take it out there"};
  }
  if (!env.globals.dry_run) set_config_entry(file, "view", view.name, {});
  tell(env, view, {view.name, {}, {}, {}}, "view @" + view.name + " is no more");
}

void run(Env& env, const Options& options) {
  const bool is_save = options.action == "save";
  if (!is_save && (!options.query.empty() || options.columns || options.sort)) {
    throw Error{ErrorKind::usage, "'view " + options.action + "' takes no query, --columns or --sort",
                "behest view save NAME QUERY | list | rm NAME"};
  }
  if (is_save) return save(env, options);
  if (options.action == "rm") return remove(env, options);
  if (options.name) throw Error{ErrorKind::usage, "'view list' takes no name", "behest list @" + *options.name};
  print_views(env);
}

constexpr Example k_examples[] = {
    {"Keep a query with a name", "behest view save mine 'assignee:me is:open' --sort due"},
    {"Use it, alone or with more terms", "behest view save late is:overdue && behest list '@late team:net'"},
    {"What views there are, and in which file", "behest view list"},
};

}  // namespace

constinit const Command k_view{
    "view",
    "keep queries with a name",
    "find",
    Needs::config,
    "`behest list @NAME` lists with the view's query, columns and order; options of the command line come before its "
    "own. `@NAME` may begin any query, also that of `-w`: `behest close -w '@late label:test'`. Views are kept as "
    "[view.NAME] in your own behest.toml; those of a project's file count as well.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
