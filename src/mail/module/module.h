#pragma once
#include <stddef.h>
#include <stdint.h>

// What behest-mail.so offers: everything that is asked of GMime, and nothing of its types. All texts end with NUL.
#ifdef __cplusplus
extern "C" {
#endif

#define BEHEST_MAIL_VERSION 1
#define BEHEST_MAIL_EXPORT __attribute__((visibility("default")))

// One leaf of a message, or a message inside it.
typedef struct {
  const char* type;           // text/plain, in lower case
  const char* charset;        // as it is said, "" when it is not
  const char* disposition;    // attachment, inline or ""
  const char* name;           // of a file, as RFC 2231 or RFC 2047 encode it; ""
  const char* message_id;     // of a message inside, without < and >
  int is_one_of_several;      // below a multipart/alternative
} behest_mail_part;

// Who hears of a message while it is read, in its order.
typedef struct {
  void* context;
  // A field of the message itself, folded and encoded as it came.
  void (*field)(void* context, const char* name, const char* value);
  // Whether the bytes of the part are wanted.
  int (*part)(void* context, const behest_mail_part* part);
  // Some of them, decoded; 0 when no more are wanted.
  int (*bytes)(void* context, const char* bytes, size_t size);
} behest_mail_sink;

typedef enum {
  BEHEST_MAIL_READ = 0,
  BEHEST_MAIL_CUT = 1,        // read up to the limits of SECURITY S7
  BEHEST_MAIL_TOO_MUCH = 2,   // its header is beyond them
  BEHEST_MAIL_UNREADABLE = 3  // no message, or an error of the file
} behest_mail_result;

BEHEST_MAIL_EXPORT int behest_mail_version(void);
// Reads the message between two places of an open file, whose own position may move.
BEHEST_MAIL_EXPORT behest_mail_result behest_mail_read(int file, int64_t from, int64_t to, const behest_mail_sink* sink);
// The mailboxes of an address field, groups taken apart; at most 1000 of them.
typedef void (*behest_mail_mailbox)(void* context, const char* name, const char* address);
BEHEST_MAIL_EXPORT void behest_mail_mailboxes(const char* value, void* context, behest_mail_mailbox mailbox);
// The seconds since 1970 of a date field (RFC 5322, 3.3); 0 when it is none.
BEHEST_MAIL_EXPORT int behest_mail_date(const char* value, int64_t* seconds);

#ifdef __cplusplus
}
#endif
