#include "commands/recur_options.hpp"
#include "commands/recur_set.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

void declare(Args& args, RecurOptions& options) {
  args.positional("ACTION", options.action, "what to do").choices = {"add", "list", "edit", "rm", "preview", "run"};
  args.optional_positional("WORD", options.word, "add: the title; edit, rm: the recurrence; preview: it, or a rule");
  args.option("--rule", options.rule, "RRULE", "how often, as RFC 5545 has it: FREQ=WEEKLY;BYDAY=MO");
  args.option("--start", options.start, "WHEN", "the first day, with the time of day (default: today at 00:00)");
  args.option("--zone", options.zone, "ZONE", "the time zone of its days (default: that of the display)");
  args.option("--calendar", options.calendar, "NAME",
              "what falls on a time when it is closed comes when it opens next");
  args.option("--template", options.from, "NAME", "make what [template.NAME] in behest.toml says");
  args.number("-L,--limit", options.limit, "N", "preview: so many occurrences (default 10)");
  args.option("--title", options.setters.title, "TEXT", "edit: the title");
  args.options("--clear", options.clear, "FIELD",
               "edit: empty a field: due, labels, field.NAME, template, calendar, …");
  declare_setters(args, options.setters, "--plan-start");
}

void run(Env& env, const RecurOptions& options) {
  const bool is_change = options.action == "add" || options.action == "edit";
  const bool takes_rule = is_change || options.action == "preview";
  if (!takes_rule && (options.rule || options.start || options.zone || options.calendar || options.from)) {
    throw Error{ErrorKind::usage,
                "'recur " + options.action + "' takes no --rule, --start, --zone, --calendar or --template",
                "they are for add, edit and preview"};
  }
  if (!is_change && !members_of(env, options.setters).empty()) {
    throw Error{ErrorKind::usage, "'recur " + options.action + "' takes no fields of a request",
                "they are for add and edit"};
  }
  if (options.action != "edit" && !options.clear.empty()) {
    throw Error{ErrorKind::usage, "'recur " + options.action + "' takes no --clear", "it is for edit"};
  }
  if (options.action != "preview" && options.limit) {
    throw Error{ErrorKind::usage, "'recur " + options.action + "' takes no --limit", "it is for preview"};
  }
  if (options.word && (options.action == "list" || options.action == "run")) {
    throw Error{ErrorKind::usage, "'recur " + options.action + "' takes no word, and '" + *options.word + "' is one",
                "it is about all recurrences"};
  }
  if (options.action == "add") return add_recurrence(env, options);
  if (options.action == "edit") return edit_recurrence(env, options);
  if (options.action == "rm") return remove_recurrence(env, options);
  if (options.action == "run") return run_recurrences(env);
  if (options.action == "preview") return preview_recurrence(env, options);
  list_recurrences(env);
}

constexpr Example k_examples[] = {
    {"Every Monday at nine, due the same week",
     "behest recur add 'Check the backups' --rule 'FREQ=WEEKLY;BYDAY=MO' --start 2026-12-07T09:00 --due 4d -a bob"},
    {"The last Friday of each month, with all that a template says",
     "behest recur add --template newcomer --rule 'FREQ=MONTHLY;BYDAY=-1FR'"},
    {"When would that be?", "behest recur preview 'FREQ=MONTHLY;BYDAY=-1FR' -L 3"},
    {"What there is, and when it comes next", "behest recur list"},
    {"From cron: make what is due, once", "behest recur run"},
};

}  // namespace

constinit const Command k_recur{
    "recur",
    "make requests again and again",
    "capture",
    Needs::store_read,
    "A recurrence is a rule (RFC 5545: FREQ DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL, COUNT, UNTIL, BYDAY such as "
    "MO, 1MO or -1FR, BYMONTHDAY, BYMONTH, BYSETPOS, WKST) and what is to be made: the same options as in `behest "
    "submit`, or a template. Times such as `--due +3d` are from each occurrence on. Days that do not exist, such as "
    "the 31st of June, are left out; a start in the past counts, but nothing is made for the time before the "
    "recurrence was, nor, once `edit` has changed when it comes, for that before the edit: `run` before it makes what "
    "is due by then. An UNTIL with a time of day ends it at that instant. With `--calendar`, an occurrence on a "
    "holiday, a weekend or at night comes when the calendar of "
    "behest.toml(5) is open next.\n\n"
    "`edit` changes what is named and leaves the rest: fields, bookings and labels one by one (`-l +x` adds, `-l -x` "
    "takes away), and `--clear` empties. `preview` shows what `add` would make from now on. A recurrence of which "
    "nothing is to come is kept, and said to be one on standard error.\n\n"
    "`run`, and `behest tick` with it, makes every occurrence up to now that has not been made, also after weeks "
    "without it, and each once, "
    "however many of it run at a time: the request of a day has the key recur:N:DATE. One that was deleted or undone "
    "is not made again. A recurrence that cannot be made as things are, for example as its template is gone, is named "
    "on standard error, the exit code is 6, and it is tried again the next time.\n\n"
    "Under `--json`, `list` gives an array of "
    "{\"id\",\"title\",\"rule\",\"start\",\"zone\",\"calendar\",\"template\",\"set\",\"made\",\"next\"}.",
    k_examples,
    bind<RecurOptions, declare, run>,
};

}  // namespace behest::commands
