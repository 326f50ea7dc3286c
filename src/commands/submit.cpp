#include <algorithm>
#include <utility>

#include "commands/answer.hpp"
#include "commands/article_hint.hpp"
#include "commands/attached_file.hpp"
#include "commands/editor.hpp"
#include "commands/form.hpp"
#include "commands/learn_view.hpp"
#include "commands/registry.hpp"
#include "commands/setter_options.hpp"
#include "commands/similar.hpp"
#include "commands/targets.hpp"
#include "ops/templates.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::optional<std::string> title;
  SetterOptions setters;
  std::optional<std::string> message;
  std::optional<std::string> from;
  std::vector<std::string> attach;
  bool is_public = false;
  bool has_editor = false;
};

void declare(Args& args, Options& options) {
  args.optional_positional("TITLE", options.title, "what is wanted, in a few words");
  declare_setters(args, options.setters);
  args.option("-m,--message", options.message, "TEXT", "also add this comment");
  args.option("--template", options.from, "NAME",
              "as [template.NAME] in behest.toml says, with all that belongs below it");
  args.flag("--public", options.is_public, "the comment is for the requester to see");
  args.options("--attach", options.attach, "FILE", "also keep this file with the request", Complete::file);
  args.flag("-e,--editor", options.has_editor, "fill in a form in your editor, with what is given already in it");
}

void submit(Env& env, const Options& options, const SetterOptions& setters) {
  const ops::Setters values = setters_of(env, setters);
  const ops::RequestTree tree =
      options.from ? ops::tree_of(env.config(), *options.from, values, env.time()) : ops::tree_of(values);
  ops::check_tree(env.config(), tree);
  if (options.message) ops::check_comment(*options.message);
  const AttachedFiles files(env, options.attach);
  env.create_store();
  ops::SuggestedSubmission made;
  const ops::Outcome& outcome = made.outcome;
  std::vector<ops::Outcome> outcomes;
  std::vector<Request> requests;
  const bool is_shown =
      env.streams.err_is_tty() && env.streams.out_is_tty() && !env.globals.quiet && !env.globals.dry_run;
  env.store->transact([&] {
    requests.clear();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "submit");
    made = ops::submit_suggested(work, tree.values, is_shown);
    outcomes = {outcome};
    if (outcome.is_changed) ops::submit_below(work, tree, outcome.number, outcomes);
    if (outcome.is_changed && (options.message || !options.attach.empty())) {
      Request request = work.load(outcome.number);
      if (options.message) ops::comment(work, request, {*options.message, options.is_public, Channel::cli});
      files.attach(work, request);
    }
    for (const ops::Outcome& one : outcomes) {
      if (!env.is_json()) break;
      requests.push_back(work.load(one.number));
      requests.back().comments = env.store->comments(one.number);
    }
    return keeps(env, work);
  });
  answer(env, outcomes, requests, outcomes.size() > 1);
  if (!outcome.is_changed || env.globals.dry_run) return;
  hint_duplicates(env, outcome.number);
  tell_suggestions(env, made);
  hint_article(env, outcome.number);
}

void submit_form(Env& env, const Options& options, SetterOptions given) {
  if (given.body_file) given.body = text_of_file(env, *std::exchange(given.body_file, std::nullopt));
  const CategoryConfig* const form = env.config().category_form(given.category.value_or(""));
  if (!given.body && form != nullptr) given.body = form->form;
  const CategoryConfig* const needing = env.config().category_require(given.category.value_or(""));
  std::vector<std::string> needed = needing != nullptr ? needing->require : std::vector<std::string>();
  for (const FieldType& type : env.config().fields) {
    const std::string name = "field." + type.name;
    if (type.is_required && std::ranges::find(needed, name) == needed.end()) needed.push_back(name);
  }
  Editing editing(env, form_of(given, needed).text());
  if (!editing.is_changed()) return;
  editing.save([&] { submit(env, options, options_of(Form::parse(editing.text()), given)); });
}

void run(Env& env, const Options& options) {
  if (options.is_public && !options.message) {
    throw Error{ErrorKind::usage, "--public is about a comment, and there is none", "add it with -m TEXT"};
  }
  SetterOptions setters = options.setters;
  setters.title = options.title;
  if (options.has_editor) return submit_form(env, options, setters);
  if (!options.title && !options.from) {
    throw Error{ErrorKind::usage, "behest submit: TITLE is missing",
                "usage: behest submit [OPTIONS] TITLE, or -e for a form"};
  }
  submit(env, options, setters);
}

constexpr Example k_examples[] = {
    {"Log a request", "behest submit 'Printer on floor 3 jams'"},
    {"One that came by phone, with its place and priority",
     "behest submit 'VPN drops every hour' -c network/vpn -p P2 -r 'Zoe Lin' --via phone"},
    {"With all that belongs to it, as [template.NAME] says", "behest submit --template newcomer -r 'Zoe Lin'"},
    {"At leisure, in your editor", "behest submit -e -c network/vpn"},
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
    "With `-e` a form opens in your editor: BEHEST_EDITOR, `editor` in behest.toml(5), VISUAL, EDITOR, else "
    "sensible-editor or vi. Nothing is done when it is left as it is, and what cannot be saved is kept in a file. A "
    "category's `template` fills in the text, and `require` names fields without which its requests are refused.\n\n"
    "`--template NAME` makes the request that [template.NAME] in behest.toml(5) describes, with a sub-request for each "
    "of "
    "its `children`, as one step; what is given beside it goes before the template's own values.\n\n"
    "With `--key` a request has a name of your own that is unique: submitting it again changes nothing, prints the "
    "request that has it and exits with 0, so a script may repeat itself. Everywhere an id is taken, `key:KEY` will "
    "do.\n\n"
    "On a terminal, open requests whose titles say nearly the same are named, an article of `behest kb` that may "
    "answer it, and once `behest learn` has learned "
    "categories, the three best of them for a request without one. Fields named in `learn.fill` of behest.toml(5) are "
    "filled in where past requests leave no doubt.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
