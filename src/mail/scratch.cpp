#include "mail/scratch.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "behest/core/error.hpp"

namespace behest::mail {
namespace {

[[noreturn]] void no_room(int code) {
  throw Error{ErrorKind::temporary,
              std::string("what came with the message cannot be kept in a temporary file: ") + std::strerror(code),
              "make room in /tmp, or set TMPDIR to a folder with room"};
}

int unnamed_file() {
  const char* const chosen = std::getenv("TMPDIR");
  std::string path = std::string(chosen != nullptr && *chosen == '/' ? chosen : "/tmp") + "/behest-XXXXXX";
  const int file = ::mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) no_room(errno);
  ::unlink(path.c_str());
  return file;
}

}  // namespace

Scratch::~Scratch() {
  if (file_ >= 0) ::close(file_);
}

void Scratch::add(std::string_view bytes) {
  if (file_ < 0) file_ = unnamed_file();
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file_, bytes.data(), bytes.size(), size_);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) no_room(errno);
    size_ += written;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::function<MailFile::Source()> Scratch::piece(std::int64_t from, std::int64_t to) {
  return [kept = shared_from_this(), from, to]() -> MailFile::Source {
    return [kept, to, at = from](char* buffer, std::size_t size) mutable -> std::size_t {
      const auto wanted = std::min(static_cast<std::int64_t>(size), to - at);
      if (wanted <= 0) return 0;
      const ssize_t got = ::pread(kept->file_, buffer, static_cast<std::size_t>(wanted), at);
      if (got < 0) no_room(errno);
      at += got;
      return static_cast<std::size_t>(got);
    };
  };
}

}  // namespace behest::mail
