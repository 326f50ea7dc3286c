#include "commands/editor.hpp"
#include "commands/form.hpp"
#include "commands/registry.hpp"
#include "commands/setter_options.hpp"
#include "commands/targets.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  SetterOptions setters;
  std::vector<std::string> clear;
  bool has_editor = false;
};

void declare(Args& args, Options& options) {
  declare_targets(args, options.targets);
  args.option("--title", options.setters.title, "TEXT", "the title");
  declare_setters(args, options.setters);
  args.options("--clear", options.clear, "FIELD", "empty a field: due, assignee, body, labels, field.NAME, …");
  args.flag("-e,--editor", options.has_editor, "change one request as a form in your editor");
}

bool says_something(const ops::Setters& v) {
  const bool text = v.key || v.title || v.body || v.type || v.category || v.requester || v.team || v.assignee;
  const bool number = v.priority || v.impact || v.urgency || v.channel || v.due || v.estimate || v.start;
  return text || number || !v.labels.empty() || !v.bookings.empty() || !v.fields.empty() || !v.clear.empty();
}

void change(Env& env, const Targets& targets, const ops::Setters& values) {
  change_all(env, targets, "edit", [&](ops::Work& work, Request& request) { return ops::edit(work, request, values); });
}

Request only_one(Env& env, const Targets& targets) {
  const Chosen chosen = choose(env, targets);
  std::vector<std::int64_t> numbers;
  std::optional<Request> request;
  env.store->read([&] {
    numbers = resolve(*env.store, chosen);
    if (numbers.size() == 1) request = env.store->request(numbers.front());
  });
  if (numbers.size() != 1) {
    throw Error{ErrorKind::usage, "-e changes one request at a time, not " + std::to_string(numbers.size()),
                "name one, or give the fields as options"};
  }
  if (request && !request->is_deleted) return *std::move(request);
  throw Error{ErrorKind::not_found, "there is no request " + id_text(numbers.front()), "see 'behest list'"};
}

void edit_form(Env& env, const Options& options) {
  const Request request = only_one(env, options.targets);
  const std::string before = form_of(request).text();
  Editing editing(env, before);
  if (!editing.is_changed()) return;
  editing.save([&] {
    std::vector<std::string> clear;
    const SetterOptions setters = differences(Form::parse(before), Form::parse(editing.text()), clear);
    ops::Setters values = setters_of(env, setters);
    values.clear = clear;
    Targets targets = options.targets;
    targets.ids = {std::to_string(request.number)};
    targets.where.reset();
    // What somebody else changed meanwhile is not written over.
    if (!targets.if_version) targets.if_version = request.version;
    change(env, targets, values);
  });
}

void run(Env& env, const Options& options) {
  ops::Setters values = setters_of(env, options.setters);
  for (const std::string& name : options.clear) values.clear.push_back(name == "label" ? "labels" : name);
  if (options.has_editor) {
    if (!says_something(values)) return edit_form(env, options);
    throw Error{ErrorKind::usage, "-e shows every field by itself", "leave out the options that set fields"};
  }
  if (!says_something(values) && !options.targets.message) {
    throw Error{ErrorKind::usage, "nothing is to be changed", "name a field, for example --title TEXT or --due fri"};
  }
  change(env, options.targets, values);
}

constexpr Example k_examples[] = {
    {"A better title, due on Friday", "behest edit 1 --title 'Printer on floor 3 jams on A3' --due fri"},
    {"One label more, one less", "behest edit 1-2 -l +hardware -l -untriaged"},
    {"All of it, in your editor", "behest edit 1 -e"},
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
    "With `-e` one request opens as a form in your editor, as in `behest help submit`; when somebody else has changed "
    "it "
    "meanwhile, it is refused and your text is kept in a file.\n\n"
    "`--clear` empties a field; `--clear priority` forgets a priority given by hand. With `--if-version N` nothing "
    "happens, and the exit code is 4, when a request has changed since version N.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
