#include "commands/answer.hpp"
#include "commands/registry.hpp"
#include "commands/setter_options.hpp"
#include "commands/targets.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
using namespace render;
namespace {

struct Options {
  std::string title;
  SetterOptions setters;
  std::optional<std::string> message;
  bool is_public = false;
};

void declare(Args& args, Options& options) {
  args.positional("TITLE", options.title, "what is wanted, in a few words");
  declare_setters(args, options.setters);
  args.option("-m,--message", options.message, "TEXT", "also add this comment");
  args.flag("--public", options.is_public, "the comment is for the requester to see");
}

void run(Env& env, const Options& options) {
  if (options.is_public && !options.message) {
    throw Error{ErrorKind::usage, "--public is about a comment, and there is none", "add it with -m TEXT"};
  }
  ops::Setters values = setters_of(env, options.setters);
  values.title = options.title;
  ops::check_submission(values);
  if (options.message) ops::check_comment(*options.message);
  env.create_store();
  ops::Outcome outcome;
  std::vector<Request> requests;
  env.store->transact([&] {
    requests.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "submit");
    outcome = ops::submit(work, values);
    if (options.message && outcome.is_changed) {
      Request request = work.load(outcome.number);
      ops::comment(work, request, {*options.message, options.is_public, Channel::cli});
    }
    if (env.is_json()) {
      Request request = work.load(outcome.number);
      request.comments = env.store->comments(outcome.number);
      requests.push_back(std::move(request));
    }
    return !env.globals.dry_run;
  });
  answer(env, {outcome}, requests, false);
}

constexpr Example k_examples[] = {
    {"Log a request", "behest submit 'Printer on floor 3 jams'"},
    {"One that came by phone, with its place and priority",
     "behest submit 'VPN drops every hour' -c network/vpn -p P2 -r 'Zoe Lin' --via phone"},
    {"From a script, safely: any title, and never twice", "behest submit --key alert-4711 -- '-- disk 91% full'"},
};

}  // namespace

constinit const Command k_submit{
    "submit",
    "log a new request",
    "capture",
    Needs::store_create,
    "The words of the title are never interpreted; in scripts put `--` before a title that is not yours. The database "
    "is made when there is none.\n\n"
    "With `--key` a request has a name of your own that is unique: submitting it again changes nothing, prints the "
    "request that has it and exits with 0, so a script may repeat itself. Everywhere an id is taken, `key:KEY` will "
    "do.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
