#include "commands/mail.hpp"

#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::vector<std::string> words;
  bool is_mbox = false;
  bool is_all = false;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "ingest, list, show or flush").choices = {"ingest", "list", "show",
                                                                                      "flush"};
  args.positionals("WORD", options.words,
                   "ingest: the file of the message, or - for standard input (the default); show and flush: ids of "
                   "messages, such as 7",
                   Complete::file);
  args.flag("--mbox", options.is_mbox, "ingest: the file holds many messages, each after a line 'From '");
  args.flag("--all", options.is_all, "list: those that were sent, too");
}

void check(const Options& options) {
  if (options.is_mbox && options.action != "ingest") {
    throw Error{ErrorKind::usage, "--mbox is about 'mail ingest'", "behest mail ingest --mbox FILE"};
  }
  if (options.is_all && options.action != "list") {
    throw Error{ErrorKind::usage, "--all is about 'mail list'", "behest mail list --all"};
  }
  if (options.action == "list" && !options.words.empty()) {
    throw Error{ErrorKind::usage, "'mail list' takes no ids", "behest mail show " + options.words.front()};
  }
  if (options.action == "ingest" && options.words.size() > 1) {
    throw Error{ErrorKind::usage, "'mail ingest' takes one file", "an mbox holds many messages: --mbox FILE"};
  }
  if (options.action == "show" && options.words.size() != 1) {
    throw Error{ErrorKind::usage, "'mail show' takes one id", "see 'behest mail list'"};
  }
}

void run(Env& env, const Options& options) {
  check(options);
  if (options.action == "ingest") {
    const auto file = options.words.empty() ? std::nullopt : std::optional(options.words.front());
    return ingest_mail(env, {file, options.is_mbox});
  }
  if (options.action == "list") return list_letters(env, options.is_all);
  if (options.action == "show") return show_letter(env, options.words.front());
  flush_letters(env, options.words);
}

constexpr Example k_examples[] = {
    {"Take in a message, as a mail server or procmail hands it over", "behest mail ingest < message.eml"},
    {"What that did, for a program", "behest mail ingest --json message.eml"},
    {"A whole folder of messages", "behest mail ingest --mbox inbox.mbox"},
    {"What is to be sent", "behest mail list"},
    {"Send it, from cron", "behest mail flush"},
};

}  // namespace

constinit const Command k_mail{
    "mail",
    "take in messages, and send what requesters are told",
    "capture",
    Needs::store_read,
    "`ingest` reads one message and makes a request of it, or a comment on the request that it answers by its "
    "In-Reply-To, References or `[#12]` in the subject. A comment it becomes only when its sender is the requester "
    "(public) or takes part in the request (internal, since a sender's address proves nothing); any other makes a "
    "request of its own that is linked to it. An answer to what was merged goes where that went, and who asked for it "
    "counts as a requester there. Rules are applied, and `learn.fill` too. Signatures and quoted messages are folded "
    "away and kept as the file "
    "`folded.txt`. A Message-ID is taken in once, however often it comes. Bounces, automatic answers and lists (RFC "
    "3834) make no request: what belongs to one is an internal comment on it, anything else is ignored. After "
    "mail.hourly_limit messages of one sender in an hour, further ones go into the last request.\n\n"
    "It exits with 0 once the message is stored or ignored, with 75 when the server is to try again, and with 65 when "
    "the message is refused: one of more than 25 MiB, with a header of more than 256 KiB, or without a sender. Under "
    "`--json` the request bears "
    "{\"mail\":{\"message_id\",\"action\":\"created|appended|ignored|rated\",\"reason\"}}. Reading mail needs GMime "
    "(libgmime-3.0-0) and the module behest-mail.so.\n\n"
    "Messages out are put into an outbox by the change that they tell: public comments of agents once mail.from is set "
    "in behest.toml(5), new requests with mail.acknowledge, closed ones with mail.survey. An answer to a survey whose "
    "first line is a score (`5`, `4/5`, `评分：5`) is kept as a rating, with what follows as its text, and wakes "
    "nothing; "
    "the template `survey` has the words. `flush` hands each to "
    "mail.command. One is marked before it is handed over and after, so none goes out twice; one that was cut short "
    "is listed as `unsure`, and goes out again only when `flush` is given its id, as those that failed. `show` prints "
    "the message itself.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
