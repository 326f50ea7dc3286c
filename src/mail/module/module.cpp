#include "mail/module/module.h"

#include <memory>
#include <string>

#include <gmime/gmime.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mail/module/guard.hpp"

namespace {

constexpr int k_most_levels = 16;
constexpr int k_most_mailboxes = 1000;

struct Release {
  template <class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

void initialise() {
  static const bool is_ready = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(is_ready);
}

const char* or_empty(const char* text) { return text != nullptr ? text : ""; }

std::string type_of(GMimeObject* object) {
  GMimeContentType* const type = g_mime_object_get_content_type(object);
  char* const name = type != nullptr ? g_mime_content_type_get_mime_type(type) : nullptr;
  char* const lower = g_ascii_strdown(or_empty(name), -1);
  std::string text = lower;
  g_free(lower);
  g_free(name);
  return text;
}

// Gives what can be read of `stream` to the sink, from its beginning.
void give_bytes(GMimeStream* stream, const behest_mail_sink& sink) {
  char buffer[16 * 1024];
  for (;;) {
    const ssize_t got = g_mime_stream_read(stream, buffer, sizeof buffer);
    if (got <= 0 || sink.bytes(sink.context, buffer, static_cast<std::size_t>(got)) == 0) return;
  }
}

void give_part(GMimePart* part, const behest_mail_sink& sink) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return;
  GMimeStream* const raw = g_mime_data_wrapper_get_stream(content);
  g_mime_stream_reset(raw);
  const Held<GMimeStream> decoded(g_mime_stream_filter_new(raw));
  const Held<GMimeFilter> filter(g_mime_filter_basic_new(g_mime_data_wrapper_get_encoding(content), FALSE));
  g_mime_stream_filter_add(GMIME_STREAM_FILTER(decoded.get()), filter.get());
  give_bytes(decoded.get(), sink);
}

// A message inside is written out again, into memory that is not the process's own.
void give_message(GMimeMessage* message, const behest_mail_sink& sink) {
  const int file = ::memfd_create("message", MFD_CLOEXEC);
  if (file < 0) return;
  const Held<GMimeStream> stream(g_mime_stream_fs_new(file));  // closes it
  g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get());
  g_mime_stream_reset(stream.get());
  give_bytes(stream.get(), sink);
}

void give_object(GMimeObject* object, bool is_one_of_several, int level, const behest_mail_sink& sink) {
  if (GMIME_IS_MULTIPART(object)) {
    if (level >= k_most_levels) return;
    GMimeMultipart* const parts = GMIME_MULTIPART(object);
    const bool has_choice = is_one_of_several || type_of(object) == "multipart/alternative";
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      give_object(g_mime_multipart_get_part(parts, i), has_choice, level + 1, sink);
    }
    return;
  }
  const std::string type = type_of(object);
  GMimeMessage* const message =
      GMIME_IS_MESSAGE_PART(object) ? g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)) : nullptr;
  behest_mail_part part{};
  part.type = type.c_str();
  part.charset = or_empty(g_mime_object_get_content_type_parameter(object, "charset"));
  part.disposition = or_empty(g_mime_object_get_disposition(object));
  part.name = GMIME_IS_PART(object) ? or_empty(g_mime_part_get_filename(GMIME_PART(object)))
                                    : or_empty(g_mime_object_get_content_disposition_parameter(object, "filename"));
  part.message_id = message != nullptr ? or_empty(g_mime_message_get_message_id(message)) : "";
  part.is_one_of_several = is_one_of_several ? 1 : 0;
  if (sink.part(sink.context, &part) == 0) return;
  if (message != nullptr) {
    give_message(message, sink);
  } else if (GMIME_IS_PART(object)) {
    give_part(GMIME_PART(object), sink);
  }
}

void give_fields(GMimeMessage* message, const behest_mail_sink& sink) {
  GMimeHeaderList* const fields = g_mime_object_get_header_list(GMIME_OBJECT(message));
  for (int i = 0; i < g_mime_header_list_get_count(fields); ++i) {
    GMimeHeader* const field = g_mime_header_list_get_header_at(fields, i);
    sink.field(sink.context, or_empty(g_mime_header_get_name(field)), or_empty(g_mime_header_get_raw_value(field)));
  }
}

void each_mailbox(InternetAddressList* list, int level, int& left, void* context, behest_mail_mailbox mailbox) {
  for (int i = 0; i < internet_address_list_length(list) && left > 0; ++i) {
    InternetAddress* const address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
      --left;
      mailbox(context, or_empty(internet_address_get_name(address)),
              or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))));
    } else if (INTERNET_ADDRESS_IS_GROUP(address) && level < k_most_levels) {
      each_mailbox(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), level + 1, left, context,
                   mailbox);
    }
  }
}

}  // namespace

int behest_mail_version(void) { return BEHEST_MAIL_VERSION; }

behest_mail_result behest_mail_read(int file, int64_t from, int64_t to, const behest_mail_sink* sink) {
  initialise();
  const behest::mail::Extent extent = behest::mail::safe_extent(file, from, to);
  if (!extent.is_header_small) return BEHEST_MAIL_TOO_MUCH;
  const Held<GMimeStream> stream(g_mime_stream_fs_new_with_bounds(file, from, extent.end));
  g_mime_stream_fs_set_owner(GMIME_STREAM_FS(stream.get()), FALSE);
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_persist_stream(parser.get(), TRUE);
  const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return BEHEST_MAIL_UNREADABLE;
  give_fields(message.get(), *sink);
  if (GMimeObject* const body = g_mime_message_get_mime_part(message.get()); body != nullptr) {
    give_object(body, false, 0, *sink);
  }
  return extent.end < to ? BEHEST_MAIL_CUT : BEHEST_MAIL_READ;
}

void behest_mail_mailboxes(const char* value, void* context, behest_mail_mailbox mailbox) {
  initialise();
  const Held<InternetAddressList> list(internet_address_list_parse(nullptr, value));
  int left = k_most_mailboxes;
  if (list != nullptr) each_mailbox(list.get(), 0, left, context, mailbox);
}

int behest_mail_date(const char* value, int64_t* seconds) {
  initialise();
  GDateTime* const date = g_mime_utils_header_decode_date(value);
  if (date == nullptr) return 0;
  *seconds = g_date_time_to_unix(date);
  g_date_time_unref(date);
  return 1;
}
