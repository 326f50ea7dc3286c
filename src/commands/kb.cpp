#include <algorithm>
#include <array>

#include "commands/kb_options.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Action {
  std::string_view name;
  void (*run)(Env& env, const KbOptions& options);
};
constexpr std::array k_actions = {
    Action{"add", add_article},    Action{"edit", edit_article},      Action{"show", show_articles},
    Action{"list", list_articles}, Action{"search", search_articles}, Action{"link", link_article},
    Action{"from", draft_article}, Action{"vote", vote_article},      Action{"due", list_due_articles},
    Action{"rm", remove_articles}, Action{"log", log_article},        Action{"deflect", deflect_article},
};

std::vector<std::string> action_names() {
  std::vector<std::string> names;
  names.reserve(k_actions.size());
  for (const Action& action : k_actions) names.emplace_back(action.name);
  return names;
}

void declare(Args& args, KbOptions& options) {
  args.positional("ACTION", options.action, "what to do").choices = action_names();
  args.positionals("WORD", options.words,
                   "add: the title; search: words; link and deflect: the article and requests; from: a request; vote: "
                   "the article and up or down; else articles");
  args.option("--title", options.title, "TEXT", "edit: the title");
  args.option("-b,--body", options.body, "TEXT", "add, edit: the text, as Markdown");
  args.option("-F,--file", options.file, "FILE", "take the text from a file, or from standard input with -",
              Complete::file);
  args.option("-c,--category", options.category, "PATH", "its category; of lists, only this and those below",
              Complete::category);
  args.option("--owner", options.owner, "WHO", "who looks after it, none for nobody; of lists, only theirs",
              Complete::person);
  args.option("--review", options.review, "WHEN", "when it must be looked at again; none for never");
  args.option("-s,--state", options.state, "STATE", "draft or published; of lists, only those");
  args.option("-r,--requester", options.who, "WHO", "vote, deflect: whom it helped (default: you)", Complete::person);
  args.number("--version", options.version, "N", "show: as it was in this version");
  args.number("-L,--limit", options.limit, "N", "at most N rows; 0 for all");
  args.flag("-d,--delete", options.is_removed, "link: take the link away");
  args.flag("-e,--editor", options.has_editor, "add, edit: fill in a form in your editor");
}

void refuse(const KbOptions& options, bool is_given, std::string_view what, std::string_view verbs) {
  const std::string padded = " " + std::string(verbs) + " ";
  if (!is_given || padded.find(" " + options.action + " ") != std::string::npos) return;
  throw Error{ErrorKind::usage, "'kb " + options.action + "' takes no " + std::string(what),
              "it is for: " + std::string(verbs)};
}

void check(const KbOptions& options) {
  constexpr std::string_view k_texts = "add edit";
  constexpr std::string_view k_values = "add edit list search due";
  refuse(options, options.title.has_value(), "--title", k_texts);
  refuse(options, options.body || options.file, "-b or -F", k_texts);
  refuse(options, options.has_editor, "-e", k_texts);
  refuse(options, options.review.has_value(), "--review", k_texts);
  refuse(options, options.category || options.owner || options.state, "-c, --owner or -s", k_values);
  refuse(options, options.who.has_value(), "-r", "vote deflect");
  refuse(options, options.version.has_value(), "--version", "show");
  refuse(options, options.limit.has_value(), "-L", "list search due");
  refuse(options, options.is_removed, "-d", "link");
  refuse(options, (options.action == "list" || options.action == "due") && !options.words.empty(), "words",
         "add edit show search link from vote rm log deflect");
}

void run(Env& env, const KbOptions& options) {
  check(options);
  const auto* const action = std::ranges::find(k_actions, options.action, &Action::name);
  action->run(env, options);
}

constexpr Example k_examples[] = {
    {"Write down how it is done", "behest kb add 'Set up the VPN' -b '1. Install it' -c network/vpn -s published"},
    {"A draft from a request that is solved", "behest kb from 2"},
    {"Read one", "behest kb show 1"},
    {"Find those about something", "behest kb search vpn set*"},
    {"It answered a request, and made another unnecessary", "behest kb link 1 3 && behest kb deflect 1 4"},
    {"What must be looked at again", "behest kb due"},
    {"As it was first, for a program", "behest kb show 1 --version 1 --json"},
};

}  // namespace

void check_state(const std::string& state) {
  if (state == "draft" || state == "published") return;
  throw Error{ErrorKind::usage, "'" + state + "' is no state of an article", "draft or published"};
}

std::int64_t article_number(const std::string& word) {
  const std::string_view digits = std::string_view(word).substr(word.starts_with('#') ? 1 : 0);
  const bool is_number =
      !digits.empty() && digits.size() <= 12 && digits.find_first_not_of("0123456789") == digits.npos;
  if (is_number) return std::stoll(std::string(digits));
  throw Error{ErrorKind::usage, "'" + word + "' is not the number of an article", "see 'behest kb list'"};
}

std::int64_t only_article(const KbOptions& options) {
  if (options.words.size() == 1) return article_number(options.words.front());
  throw Error{ErrorKind::usage, "one article is to be named", "behest kb " + options.action + " 3"};
}

constinit const Command k_kb{
    "kb",
    "keep a knowledge base of articles",
    "learn",
    Needs::store_read,
    "An article is a title and a text in Markdown, with a category, an owner, a day on which it must be looked at "
    "again, and a state: a draft is for colleagues, a published one is offered to requesters. On a terminal `show` "
    "prints the text as it is meant, in a pipe as it was written; `--format md` and `--format html` are the title and "
    "the text as a page of their own, and `--fields body` is the text alone.\n\n"
    "`search` finds articles in which all words stand, as in queries: whole words whatever their case, `print*` for a "
    "beginning, several words in quotes for a phrase, Chinese by any part. `from` makes a draft of a request that is "
    "closed as done or answered, once: its title and body, and what was last said to its requester.\n\n"
    "`link` says that an article was used in requests. `vote` counts whom it helped, one vote a person. When "
    "`behest submit` on a terminal names an article that answers the request, `deflect ARTICLE ID` closes the request "
    "as withdrawn and counts that the article made it unnecessary; without an ID it only counts.\n\n"
    "Each change makes a version: `log` lists them, `show --version N` prints one, and `behest undo` takes the last "
    "step back. The numbers of articles are their own, and are never used again.",
    k_examples,
    bind<KbOptions, declare, run>,
};

}  // namespace behest::commands
