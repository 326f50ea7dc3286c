#include "commands/attached_file.hpp"
#include "commands/attachment_view.hpp"
#include "commands/new_file.hpp"
#include "commands/part_id.hpp"
#include "commands/registry.hpp"
#include "commands/targets.hpp"
#include "core/size.hpp"
#include "text/file_name.hpp"
#include "text/raw.hpp"

namespace behest::commands {
namespace {

struct Options {
  std::string action;
  std::string id;
  std::vector<std::string> files;
  std::optional<std::string> name;
  std::optional<std::string> mime;
  std::optional<std::string> output;
  bool is_forced = false;
};

void declare(Args& args, Options& options) {
  args.positional("ACTION", options.action, "add, list, get or rm").choices = {"add", "list", "get", "rm"};
  args.positional("ID", options.id, "add and list: the request; get and rm: the attachment, such as 12.1",
                  Complete::id);
  args.positionals("FILE", options.files, "add: what to attach, or - for standard input", Complete::file);
  args.option("--name", options.name, "NAME", "add: what it is called here, instead of the file's own name");
  args.option("--mime", options.mime, "TYPE", "add: its media type, instead of what its first bytes or its name tell");
  args.option("-o,--output", options.output, "FILE", "get: where to write it, or - for standard output",
              Complete::file);
  args.flag("--force", options.is_forced, "get: replace a file that is there");
}

void check(const Options& options) {
  const bool is_add = options.action == "add";
  const bool is_get = options.action == "get";
  if (is_add && options.files.empty()) {
    throw Error{ErrorKind::usage, "no file is named", "behest attach add 12 FILE, or - for standard input"};
  }
  if (!is_add && (!options.files.empty() || options.name || options.mime)) {
    throw Error{ErrorKind::usage, "'attach " + options.action + "' takes no FILE, --name or --mime",
                "a place to write to is given with -o FILE"};
  }
  if (!is_get && (options.output || options.is_forced)) {
    throw Error{ErrorKind::usage, "-o and --force are about 'attach get'", "behest attach get 12.1 -o FILE"};
  }
}

std::pair<std::string, int> part_of(const Options& options) {
  if (auto part = part_id(options.id)) return *std::move(part);
  throw Error{ErrorKind::usage, "'" + options.id + "' is not the id of an attachment",
              "it is such as 12.1; see 'behest attach list 12'"};
}

// Where the bytes go. The name that was stored is data: what is written by default is a plain name of this folder.
std::string place_of(const Options& options, const Attachment& attachment) {
  if (options.output) return *options.output;
  const std::string name = text::plain_file_name(attachment.name);
  return name.empty() ? "attachment-" + std::to_string(attachment.number) : name;
}

void get(Env& env, const Options& options) {
  const auto [id, number] = part_of(options);
  const bool is_stream = options.output == "-";
  if (is_stream && (env.is_json() || env.streams.out_is_tty())) {
    throw Error{ErrorKind::usage, "the bytes of an attachment are not for a terminal, and not JSON",
                "leave out -o - to write a file, or send it into a pipe"};
  }
  Attachment found;
  std::string place;
  std::int64_t request = 0;
  std::optional<NewFile> file;
  const int wanted = number;
  const std::string& word = id;
  env.store->read([&] {
    const Request loaded = loaded_request(*env.store, word);
    request = loaded.number;
    found = ops::attachment_of(loaded, wanted);
    place = place_of(options, found);
    if (!is_stream) file.emplace(env, place, options.is_forced);
    ops::each_piece(*env.store, found, [&](std::string_view bytes) {
      is_stream ? env.spool.add(text::raw_bytes(bytes)) : file->write(bytes);
    });
  });
  if (is_stream) return;
  if (!env.globals.dry_run) file->publish();
  print_written(env, request, found, place);
}

void run(Env& env, const Options& options) {
  check(options);
  Targets targets;
  targets.ids = {options.id};
  if (options.action == "list") return print_attachments(env, options.id);
  if (options.action == "get") return get(env, options);
  if (options.action == "add") {
    const AttachedFiles files(env, options.files, options.name, options.mime);
    env.lend(Store::open_write(env.store_options));
    return change_all(env, targets, "attach",
                      [&](ops::Work& work, Request& request) { return files.attach(work, request); });
  }
  const auto part = part_of(options);
  env.lend(Store::open_write(env.store_options));
  targets.ids = {part.first};
  change_all(env, targets, "attach",
             [&](ops::Work& work, Request& request) { return ops::detach(work, request, part.second); });
}

constexpr Example k_examples[] = {
    {"Keep a file with a request", "behest attach add 1 error.log"},
    {"What a command prints, under a name", "dmesg | behest attach add 1 - --name dmesg.txt"},
    {"What is attached", "behest attach list 1"},
    {"Write one into this folder, under its own name", "behest attach get 1.1"},
    {"Read one without a file", "behest attach get 1.1 -o - | wc -l"},
    {"Take one away", "behest attach rm 1.1"},
};

}  // namespace

constinit const Command k_attach{
    "attach",
    "keep files with a request",
    "capture",
    Needs::store_read,
    "Files are stored in the database under the SHA-256 of their bytes, so one that is attached twice is kept once. "
    "The largest that is taken is `attachments.limit`, 25 MiB unless behest.toml(5) says otherwise.\n\n"
    "`get` writes into this folder, under the name without its folders and without characters that would hide or do "
    "something; `-o FILE` names another place. Nothing that is there is replaced without `--force`, and a symbolic "
    "link is never followed. An attachment that was taken away keeps its number, and `behest undo` brings it back; "
    "only `behest delete --purge` removes the bytes of a request's files.\n\n"
    "Under `--json`, `list` gives an array of "
    "{\"id\":\"12.1\",\"name\",\"mime\",\"size\",\"sha256\",\"at\",\"author\"}.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
