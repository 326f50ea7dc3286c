#pragma once
#include <cstdint>

#include "behest/core/mail.hpp"

namespace behest {

// Reads messages; made only when there is one to be read.
class MailReader {
 public:
  virtual ~MailReader() = default;
  // The message between two places of an open file. Its files can be read while this lives. Error(bad_data) for what is
  // no message or beyond the limits of SECURITY S7.
  virtual IncomingMail read(int file, std::int64_t from, std::int64_t to) = 0;
};

}  // namespace behest
