#include <algorithm>

#include "behest/text/utf8.hpp"
#include "commands/confirm.hpp"
#include "commands/contact_about.hpp"
#include "commands/contact_view.hpp"
#include "commands/registry.hpp"
#include "commands/unfit.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::vector<std::string> names;
  ops::ContactSetters values;
  bool is_vip = false;
  bool is_no_vip = false;
  std::optional<std::string> over;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "add, list, show, edit, merge, due or erase").choices = {
      "add", "list", "show", "edit", "merge", "due", "erase"};
  args.positionals("NAME", options.names, "whom: a name or an address; merge: FROM INTO", Complete::person);
  args.option("--name", options.values.name, "TEXT", "edit: another name");
  args.options("--email", options.values.emails, "ADDRESS", "an address; -ADDRESS takes one away");
  args.option("--organisation", options.values.organisation, "TEXT", "where they work");
  args.flag("--vip", options.is_vip, "requests of theirs are is:vip");
  args.flag("--no-vip", options.is_no_vip, "no longer");
  args.option("--external-id", options.values.external_id, "TEXT", "what another system calls them");
  args.option("--phone", options.values.phone, "TEXT", "a telephone number");
  args.option("--note", options.values.note, "TEXT", "anything else");
  args.option("--over", options.over, "DURATION", "due: not spoken to for this long (default 30d)");
}

std::string name_in(const Options& options, std::size_t wanted) {
  if (options.names.size() == wanted) return options.names.front();
  throw Error{ErrorKind::usage, "'contact " + options.action + "' takes " + (wanted == 1 ? "one name" : "two names"),
              wanted == 1 ? "put quotes around a name with spaces" : "behest contact merge FROM INTO"};
}

void answer(Env& env, const ops::Contact& contact, const std::string& done) {
  if (env.is_json()) return print_contacts(env, {contact}, true);
  env.say(env.globals.quiet ? contact.name : (env.globals.dry_run ? "would be: " : "") + contact.name + " " + done);
}

void change(Env& env, const Options& options) {
  ops::ContactSetters values = options.values;
  if (options.is_vip || options.is_no_vip) values.is_vip = options.is_vip;
  const std::string name = name_in(options, options.action == "merge" ? 2 : 1);
  ops::Contact contact;
  std::string done = "is a contact";
  env.store_options.may_create = options.action == "add";
  env.create_store();
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "contact");
    bool is_changed = true;
    if (options.action == "add") {
      contact = ops::add_contact(work, name, values);
    } else if (options.action == "edit") {
      contact = ops::edit_contact(work, name, values, is_changed);
      done = is_changed ? "edited" : "unchanged";
    } else {
      contact = ops::merge_contacts(work, name, options.names.back());
      done = "is also " + name;
    }
    return is_changed && !env.globals.dry_run;
  });
  answer(env, contact, done);
}

void list(Env& env, const Options& options) {
  std::vector<ops::Contact> contacts;
  env.store->read([&] { contacts = ops::all_contacts(*env.store); });
  for (const std::string& word : options.names) {
    const std::string wanted = text::fold(word);
    std::erase_if(contacts, [&](const ops::Contact& contact) {
      return text::fold(text::dump(ops::contact_value(contact))).find(wanted) == std::string::npos;
    });
  }
  if (options.is_vip) std::erase_if(contacts, [](const ops::Contact& contact) { return !contact.is_vip; });
  print_contacts(env, contacts, false);
}

void show(Env& env, const std::string& name) {
  ops::Contact contact;
  std::vector<Request> requests;
  env.store->read([&] {
    contact = ops::known_contact(*env.store, name);
    env.store->each_request({ops::requests_of(contact), {{QueryField::id, "", true}}, std::nullopt},
                            [&](const Request& request) { requests.push_back(request); });
  });
  print_contact(env, contact, requests);
}

void due(Env& env, const Options& options) {
  const std::string over = options.over.value_or("30d");
  const auto length = parse_duration(over);
  if (!length || length->ms < 0)
    throw Error{ErrorKind::usage, "'" + over + "' is not a duration", "for example --over 30d"};
  std::vector<ops::DueContact> contacts;
  env.store->read([&] { contacts = ops::due_contacts(*env.store, env.now - *length); });
  print_due(env, contacts);
}

void erase(Env& env, const std::string& name) {
  confirm(env, "erase '" + name + "' for good, from every request and its history?");
  ops::Erasure erasure;
  env.lend(Store::open_write(env.store_options));
  env.store->transact([&] {
    ops::Work work(*env.store, env.config(), env.actor, env.now, "purge");
    erasure = ops::erase_contact(work, name);
    return !env.globals.dry_run;
  });
  if (!env.globals.dry_run) env.store->compact();
  print_erasure(env, erasure);
}

void check(const Options& options) {
  const ops::ContactSetters& values = options.values;
  const bool has_text = values.organisation || values.external_id || values.phone || values.note;
  refuse_unfit("contact", options.action,
               {{"--name", values.name.has_value(), "edit"},
                {"--email", !values.emails.empty(), "add, edit"},
                {"--organisation, --external-id, --phone or --note", has_text, "add, edit"},
                {"--vip", options.is_vip, "add, edit, list"},
                {"--no-vip", options.is_no_vip, "add, edit"},
                {"--vip and --no-vip at once", options.is_vip && options.is_no_vip, "nothing, as they contradict"},
                {"--over", options.over.has_value(), "due"},
                {"a name", !options.names.empty(), "add, edit, list, show, merge, erase"}});
}

void run(Env& env, const Options& options) {
  check(options);
  if (options.action == "add" || options.action == "edit" || options.action == "merge") return change(env, options);
  if (options.action == "erase") return erase(env, name_in(options, 1));
  env.lend(Store::open_read(env.store_options));
  if (options.action == "show") return show(env, name_in(options, 1));
  options.action == "due" ? due(env, options) : list(env, options);
}

}  // namespace

constinit const Command k_contact{
    "contact",          "keep what is known of those who ask", "people", Needs::config, k_contact_about,
    k_contact_examples, bind<Options, declare, run>,
};

}  // namespace behest::commands
