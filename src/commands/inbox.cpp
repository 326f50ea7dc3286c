#include <map>

#include "commands/registry.hpp"
#include "ops/notices.hpp"

namespace behest::commands {
namespace {

struct Options {
  bool is_read = false;
  bool is_all = false;
};

void declare(Args& args, Options& options) {
  args.flag("--mark-read", options.is_read, "what is shown is read then, and not shown again");
  args.flag("--all", options.is_all, "what was read before as well");
}

using Titles = std::map<std::int64_t, std::string>;

Titles titles_of(Store& store, const std::vector<ops::Notice>& notices) {
  Titles titles;
  for (const ops::Notice& notice : notices) {
    if (titles.contains(notice.request)) continue;
    const auto request = store.request(notice.request);
    titles[notice.request] = request ? request->title : std::string();
  }
  return titles;
}

void print(Env& env, const std::vector<ops::Notice>& notices, const Titles& titles) {
  Table table{{{"at", "When"}, {"id", "ID", true}, {"title", "Title", false, true}, {"about", "About"}, {"by", "By"}}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const ops::Notice& notice : notices) {
    const bool is_of_request = notice.request != 0;
    renderer->row({{notice.at},
                   is_of_request ? Cell{notice.request} : Cell{},
                   is_of_request ? Cell{titles.at(notice.request)} : Cell{},
                   {notice.about},
                   {notice.by}});
  }
  renderer->end();
  if (notices.empty() && !env.is_json() && !env.globals.quiet) env.note("nothing new for " + env.actor.name);
}

void run(Env& env, const Options& options) {
  std::vector<ops::Notice> notices;
  Titles titles;
  const auto look = [&] {
    notices = ops::inbox(*env.store, env.config(), env.actor.name, options.is_all);
    titles = titles_of(*env.store, notices);
  };
  if (!options.is_read) {
    env.lend(Store::open_read(env.store_options));
    env.store->read(look);
  } else {
    env.lend(Store::open_write(env.store_options));
    env.store->transact([&] {
      look();
      ops::Work work(*env.store, env.config(), env.actor, env.now, "inbox");
      ops::mark_read(work, env.actor.name);
      return !env.globals.dry_run;
    });
  }
  print(env, notices, titles);
}

constexpr Example k_examples[] = {
    {"What others want you to see", "behest inbox"},
    {"And you have seen it", "behest inbox --mark-read"},
    {"Everything there ever was, for a script", "behest inbox --all --json"},
};

}  // namespace

constinit const Command k_inbox{
    "inbox",
    "show what others want you to see",
    "people",
    Needs::config,
    "Comments that name you as @NAME, changes by others of the requests that you watch, what rules and service levels "
    "tell you (`notify`), and budgets that run out (`budget.notify`), oldest first. Notices to your e-mail addresses "
    "and other names, as the configuration and `behest "
    "contact` know them, are among them. `--mark-read` can be undone.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
