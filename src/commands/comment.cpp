#include "commands/attached_file.hpp"
#include "commands/comment_about.hpp"
#include "commands/editor.hpp"
#include "commands/form.hpp"
#include "commands/part_id.hpp"
#include "commands/registry.hpp"
#include "commands/setter_options.hpp"
#include "commands/targets.hpp"
#include "core/letter.hpp"

namespace behest::commands {
namespace {

struct Options {
  Targets targets;
  std::optional<std::string> body;
  std::optional<std::string> file;
  std::optional<std::string> letter;
  std::optional<std::string> via;
  std::vector<std::string> attach;
  std::vector<std::string> attendees;
  bool is_delete = false;
  bool is_internal = false;
  bool has_editor = false;
};

void declare(Args& args, Options& options) {
  declare_ids(args, options.targets);
  args.option("-m,--message", options.targets.message, "TEXT", "the text");
  args.option("-b,--body", options.body, "TEXT", "the same as -m");
  args.option("-F,--file", options.file, "FILE", "take the text from a file, or from standard input with -",
              Complete::file);
  args.option("--template", options.letter, "NAME", "the text of [template.NAME], filled in; -m is its {{comment}}");
  args.flag("--public", options.targets.is_public, "for the requester to see");
  args.flag("--internal", options.is_internal, "not for the requester (the default; takes --public back in an edit)");
  args.option("--via", options.via, "CHANNEL", "a contact that happened elsewhere: phone, visit, meeting, mail, chat");
  args.options("--attendee", options.attendees, "NAME", "who was there, of --via meeting, visit or phone",
               Complete::person);
  args.options("--attach", options.attach, "FILE", "also keep this file with the request", Complete::file);
  args.flag("--delete", options.is_delete, "delete the comment 12.3");
  args.flag("-e,--editor", options.has_editor, "write the text in your editor");
  args.number("--if-version", options.targets.if_version, "N", "only if the request is still at this version");
}

std::optional<std::string> text_of(Env& env, const Options& options) {
  const int given = (options.targets.message ? 1 : 0) + (options.body ? 1 : 0) + (options.file ? 1 : 0);
  if (given > 1) throw Error{ErrorKind::usage, "the text is given more than once", "use one of -m, -b, -F"};
  if (options.file) return text_of_file(env, *options.file);
  return options.body ? options.body : options.targets.message;
}

const TemplateConfig* letter_of(const Env& env, const Options& options) {
  if (!options.letter) return nullptr;
  if (const TemplateConfig* const letter = env.config().letter(*options.letter)) return letter;
  throw Error{ErrorKind::not_found, "there is no template '" + *options.letter + "'",
              "make it in behest.toml: [template." + *options.letter + "] with its text"};
}

void apply(Env& env, const Options& options, const std::optional<std::string>& text) {
  Targets targets = options.targets;
  targets.message.reset();
  targets.is_public = false;
  const auto one = targets.ids.size() == 1 ? part_id(targets.ids.front()) : std::nullopt;
  if (!one) {
    if (options.is_delete) throw Error{ErrorKind::usage, "no comment is named", "behest comment 12.3 --delete"};
    const TemplateConfig* const letter = letter_of(env, options);
    if (!text && letter == nullptr) {
      throw Error{ErrorKind::usage, "the comment has no text", "give it with -m TEXT or -F FILE"};
    }
    const Channel channel = options.via ? channel_of(*options.via) : Channel::cli;
    const AttachedFiles files(env, options.attach);
    change_all(env, targets, "comment", [&](ops::Work& work, Request& request) {
      const LetterFacts facts{work.actor(), text.value_or(""), env.zone()};
      const std::string words = letter != nullptr ? fill_letter(letter->text, request, facts) : *text;
      ops::Outcome outcome =
          ops::comment(work, request, {words, options.targets.is_public, channel, false, options.attendees});
      if (!options.attach.empty()) outcome.sentence += "; " + files.attach(work, request).sentence;
      return outcome;
    });
    return;
  }
  if (!options.attach.empty()) {
    throw Error{ErrorKind::usage, "--attach goes with a new comment", "behest attach add " + one->first + " FILE"};
  }
  if (!options.attendees.empty()) {
    throw Error{ErrorKind::usage, "--attendee goes with a new comment", "delete the old one and add it again"};
  }
  if (options.letter) throw Error{ErrorKind::usage, "--template goes with a new comment", "give the text with -m"};
  targets.ids = {one->first};
  const bool says_who = options.targets.is_public || options.is_internal;
  if (!options.is_delete && !text && !says_who) {
    throw Error{ErrorKind::usage, "nothing is to be changed", "give the new text with -m, or --public, or --delete"};
  }
  change_all(env, targets, "comment", [&](ops::Work& work, Request& request) {
    if (options.is_delete) return ops::delete_comment(work, request, one->second);
    const auto is_public = says_who ? std::optional(options.targets.is_public) : std::nullopt;
    return ops::edit_comment(work, request, one->second, text, is_public);
  });
}

// The comment as it stands, for an editor to change; "" for a new one.
std::string old_text(Env& env, const Options& options) {
  const auto one = options.targets.ids.size() == 1 ? part_id(options.targets.ids.front()) : std::nullopt;
  if (!one) return "";
  std::string text;
  env.store->read([&] {
    const auto numbers = ops::resolve_ids(*env.store, {one->first});
    for (const Comment& comment : env.store->comments(numbers.front())) {
      if (comment.number == one->second) text = comment.body;
    }
  });
  return text;
}

void run(Env& env, const Options& options) {
  if (options.targets.is_public && options.is_internal) {
    throw Error{ErrorKind::usage, "a comment is public or internal, not both", "leave one of them out"};
  }
  const std::optional<std::string> text = text_of(env, options);
  if (!options.has_editor) return apply(env, options, text);
  if (options.is_delete) throw Error{ErrorKind::usage, "-e and --delete exclude each other", "leave one of them out"};
  const std::string whose = options.targets.is_public ? "The requester will see" : "Only colleagues will see";
  Form form{{whose + " the text that you write below the line '---'.", "Nothing is done when nothing is changed."},
            {},
            text ? *text : old_text(env, options)};
  Editing editing(env, form.text());
  if (!editing.is_changed()) return;
  editing.save([&] { apply(env, options, Form::parse(editing.text()).body); });
}

}  // namespace

constinit const Command k_comment{
    "comment",          "add, correct or delete a comment", "life", Needs::store_write, k_comment_about,
    k_comment_examples, bind<Options, declare, run>,
};

}  // namespace behest::commands
