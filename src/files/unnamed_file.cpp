#include "files/unnamed_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "behest/core/error.hpp"

namespace behest {
namespace {

// -1 with errno where it does not work.
int open_in(const std::string& folder) {
  const int nameless = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, S_IRUSR | S_IWUSR);
  if (nameless >= 0) return nameless;
  // Not every file system knows O_TMPFILE.
  std::string path = folder + "/behest-XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(path.c_str());
  return named;
}

}  // namespace

UnnamedFile::UnnamedFile(std::string what) : what_(std::move(what)) {
  const char* const chosen = std::getenv("TMPDIR");
  if (chosen != nullptr && *chosen == '/') descriptor_.take(open_in(chosen));
  if (!descriptor_) descriptor_.take(open_in("/tmp"));
  if (!descriptor_) fail(errno);
}

void UnnamedFile::fail(int code) const {
  throw Error{ErrorKind::temporary,
              what_ + " cannot be kept in a temporary file: " + std::generic_category().message(code),
              "make room in /tmp, or set TMPDIR to a folder with room"};
}

void UnnamedFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(descriptor_.get(), bytes.data(), bytes.size(), size_);
    if (written < 0 && errno != EINTR) fail(errno);
    if (written <= 0) continue;
    size_ += written;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::size_t UnnamedFile::read(std::int64_t at, char* buffer, std::size_t size) const {
  const auto wanted =
      static_cast<std::size_t>(std::clamp<std::int64_t>(size_ - at, 0, static_cast<std::int64_t>(size)));
  if (wanted == 0) return 0;
  for (;;) {
    const ssize_t got = ::pread(descriptor_.get(), buffer, wanted, at);
    if (got > 0) return static_cast<std::size_t>(got);
    if (got == 0) fail(EIO);  // shorter than what was written
    if (errno != EINTR) fail(errno);
  }
}

}  // namespace behest
