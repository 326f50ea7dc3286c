#include "commands/attachment_view.hpp"

#include "commands/targets.hpp"
#include "core/size.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

std::string part_name(std::int64_t request, int number) {
  return std::to_string(request) + "." + std::to_string(number);
}

}  // namespace

Request loaded_request(Store& store, const std::string& word) {
  const std::int64_t number = number_of(store, "attach", word);
  auto request = store.request(number);
  if (!request) {
    throw Error{ErrorKind::not_found, "there is no request " + id_text(number), "see 'behest list state:any'"};
  }
  if (request->is_deleted) throw ops::gone(store, number);
  return *std::move(request);
}

void print_attachments(Env& env, const std::string& word) {
  Request request;
  env.store->read([&] { request = loaded_request(*env.store, word); });
  const Look look = env.look();
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  Table table{{{"id", "ID"}, {"name", "Name", false, true}, {"mime", "Type"}, {"size", "Size", true}}};
  if (!is_for_people) table.columns.push_back({"sha256", "SHA-256"});
  table.columns.push_back({"at", "Attached"});
  table.columns.push_back({"author", "By"});
  const auto renderer = make_renderer(table, look, env.spool);
  for (const Attachment& one : request.attachments) {
    std::vector<Cell> cells = {{part_name(request.number, one.number), Tone::strong}, {one.name}, {one.mime}};
    cells.push_back(is_for_people ? Cell{format_size(one.size)} : Cell{one.size});
    if (!is_for_people) cells.push_back({one.hash});
    cells.push_back({one.at});
    cells.push_back({one.author});
    renderer->row(cells);
  }
  renderer->end();
  if (request.attachments.empty() && env.streams.err_is_tty() && !env.globals.quiet) {
    env.note(id_text(request.number) + " has no attachments");
  }
}

void print_written(Env& env, std::int64_t request, const Attachment& attachment, const std::string& place) {
  const std::string id = part_name(request, attachment.number);
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"id", id},
                                                              {"name", attachment.name},
                                                              {"mime", attachment.mime},
                                                              {"size", attachment.size},
                                                              {"sha256", attachment.hash},
                                                              {"file", place}}));
  } else if (env.globals.quiet) {
    env.say(place);
  } else {
    env.say((env.globals.dry_run ? "would be: #" : "#") + id + " written to " + place + " (" +
            format_size(attachment.size) + ")");
  }
}

Cell attachments_cell(const Request& request) {
  if (request.attachments.empty()) return {};
  std::vector<std::string> all;
  all.reserve(request.attachments.size());
  for (const Attachment& one : request.attachments) {
    all.push_back(part_name(request.number, one.number) + " " + one.name + " (" + one.mime + ", " +
                  format_size(one.size) + ")");
  }
  return {all};
}

}  // namespace behest::commands
