#include "ops/attach.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "core/size.hpp"
#include "core/transition.hpp"
#include "text/sha256.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_name_limit = 255;
constexpr std::size_t k_piece = 256UL * 1024UL;

JsonValue value_of(const Attachment& attachment) {
  return JsonValue::Object{{"name", attachment.name}, {"mime", attachment.mime}, {"size", attachment.size},
                           {"hash", attachment.hash}, {"at", attachment.at.ms},  {"author", attachment.author}};
}

std::size_t read_piece(const text::ByteSource& source, std::string& piece) {
  std::size_t size = 0;
  while (size < piece.size()) {
    const std::size_t got = source(piece.data() + size, piece.size() - size);
    if (got == 0) break;
    size += got;
  }
  return size;
}

void store_bytes(Store& store, const NewAttachment& file) {
  if (store.has_content(file.hash)) return;
  const text::ByteSource source = file.open();
  std::string piece(k_piece, '\0');
  text::Sha256 sum;
  std::int64_t number = 0;
  std::int64_t size = 0;
  do {
    // An empty file is one empty piece, so that its contents are known to be there.
    const std::size_t got = read_piece(source, piece);
    const std::string_view bytes = std::string_view(piece).substr(0, got);
    if (got == 0 && number > 0) break;
    sum.add(bytes);
    size += static_cast<std::int64_t>(got);
    store.put_chunk(file.hash, number++, bytes);
  } while (size <= file.size && size == number * static_cast<std::int64_t>(k_piece));
  if (size == file.size && sum.finish() == file.hash) return;
  throw Error{ErrorKind::refused, "'" + file.name + "' was changed while it was read", "attach it when it is at rest"};
}

}  // namespace

void check_attachment_name(std::string_view name) {
  check_text("name of the attachment", name, k_name_limit);
  if (text::trim(name).empty()) throw Error{ErrorKind::usage, "the attachment has no name", "give it with --name"};
}

std::string attachment_name(std::int64_t request, int number) {
  return id_text(request) + "." + std::to_string(number);
}

Outcome attach(Work& work, Request& request, const NewAttachment& file) {
  check_attachment_name(file.name);
  store_bytes(work.store(), file);
  const int number = work.store().next_attachment(request.number);
  const Attachment attachment{
      number, file.name, file.mime, file.size, file.hash, std::max(work.now(), request.updated), work.actor()};
  work.change(request, "attach", {{"attachment." + std::to_string(number), {}, value_of(attachment)}});
  return {request.number,
          attachment_name(request.number, number) + " " + file.name + " attached (" + file.mime + ", " +
              format_size(file.size) + ")",
          true};
}

Outcome detach(Work& work, Request& request, int number) {
  const Attachment before = attachment_of(request, number);
  work.change(request, "attach", {{"attachment." + std::to_string(number), value_of(before), {}}});
  return {request.number, attachment_name(request.number, number) + " " + before.name + " taken away", true};
}

const Attachment& attachment_of(const Request& request, int number) {
  const auto found = std::ranges::find(request.attachments, number, &Attachment::number);
  if (found != request.attachments.end()) return *found;
  throw Error{ErrorKind::not_found, "there is no attachment " + attachment_name(request.number, number),
              "see 'behest attach list " + std::to_string(request.number) + "'"};
}

void each_piece(Store& store, const Attachment& attachment, const std::function<void(std::string_view bytes)>& sink) {
  text::Sha256 sum;
  store.each_chunk(attachment.hash, [&](std::string_view bytes) {
    sum.add(bytes);
    sink(bytes);
  });
  if (sum.finish() == attachment.hash) return;
  throw Error{ErrorKind::bad_data, "the stored bytes of '" + attachment.name + "' are not those that were attached",
              "'behest doctor --full' looks at all of them; take them from a backup"};
}

}  // namespace behest::ops
