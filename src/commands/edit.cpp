#include "commands/registry.hpp"
#include "commands/setter_options.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  SetterOptions setters;
  std::vector<std::string> clear;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("--title", options.setters.title, "TEXT", "the title");
  declare_setters(args, options.setters);
  args.options("--clear", options.clear, "FIELD", "empty a field: due, assignee, body, labels, field.NAME, …");
}

bool says_something(const ops::Setters& v) {
  const bool text = v.key || v.title || v.body || v.type || v.category || v.requester || v.team || v.assignee;
  const bool number = v.priority || v.impact || v.urgency || v.channel || v.due || v.estimate;
  return text || number || !v.labels.empty() || !v.fields.empty() || !v.clear.empty();
}

void run(Env& env, const Options& options) {
  ops::Setters values = setters_of(env, options.setters);
  for (const std::string& name : options.clear) values.clear.push_back(name == "label" ? "labels" : name);
  if (!says_something(values) && !options.targets.message) {
    throw Error{ErrorKind::usage, "nothing is to be changed", "name a field, for example --title TEXT or --due fri"};
  }
  change_all(env, options.targets, "edit",
             [&](ops::Work& work, Request& request) { return ops::edit(work, request, values); });
}

constexpr Example k_examples[] = {
    {"A better title, due on Friday", "behest edit 1 --title 'Printer on floor 3 jams on A3' --due fri"},
    {"One label more, one less", "behest edit 1-2 -l +hardware -l -untriaged"},
    {"No longer due", "behest edit 1 --clear due"},
    {"Only if nobody changed it since you looked", "behest edit 1 -c hardware/printer --if-version 5"},
};

}  // namespace

constinit const Command k_edit{
    "edit",
    "change any field of requests",
    "triage",
    Needs::store_write,
    "Every setter of `behest submit` changes its field. States have verbs of their own: wait, resume, close, "
    "reopen.\n\n"
    "`--clear` empties a field; `--clear priority` forgets a priority given by hand. With `--if-version N` nothing "
    "happens, and the exit code is 4, when a request has changed since version N.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
