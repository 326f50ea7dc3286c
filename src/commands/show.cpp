#include "commands/answer.hpp"
#include "commands/card.hpp"
#include "commands/listing.hpp"
#include "commands/registry.hpp"
#include "commands/similar.hpp"
#include "commands/targets.hpp"
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

Shown load(Store& store, std::int64_t number) {
  auto request = store.request(number);
  if (!request) {
    throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list state:any'"};
  }
  if (request->is_deleted) throw ops::gone(store, number);
  request->comments = store.comments(number);
  return {*std::move(request), store.ties(number), terms_of_waits(store, number)};
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
    "Everything that is known of a request: its fields, its body, and its thread of comments with their ids. `--json` "
    "also has what is planned: start, the three points of the estimate, what is booked, and the type (FS, SS, FF, SF) "
    "and lag of each link of blocks.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
