#include "commands/import_source.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/size.hpp"

namespace behest::commands {
namespace {

[[noreturn]] void unreadable(const std::string& file, int code) {
  const ErrorKind kind = code == EACCES || code == EPERM ? ErrorKind::not_permitted : ErrorKind::not_found;
  throw Error{kind, "the file '" + file + "' cannot be read: " + std::strerror(code), "check its name and rights"};
}

[[noreturn]] void no_room(int code) {
  throw Error{ErrorKind::temporary, std::string("the input cannot be kept in a temporary file: ") + std::strerror(code),
              "make room in /tmp, or set TMPDIR to a folder with room"};
}

int temporary_file() {
  const char* chosen = std::getenv("TMPDIR");
  std::string path = std::string(chosen != nullptr && *chosen == '/' ? chosen : "/tmp") + "/behest-XXXXXX";
  const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
  if (descriptor < 0) no_room(errno);
  ::unlink(path.c_str());
  return descriptor;
}

void write_whole(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) no_room(errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

Error too_large(const std::string& name, std::int64_t limit) {
  return {ErrorKind::bad_data, name + " has more than " + format_size(limit),
          "attachments.limit in behest.toml says how large a file may be"};
}

std::size_t read_some(int descriptor, char* buffer, std::size_t size, const std::string& name) {
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) unreadable(name, errno);
  }
}

}  // namespace

ImportSource::ImportSource(Env& env, const std::string& file, std::optional<std::int64_t> limit)
    : name_(file == "-" ? "standard input" : file), limit_(limit) {
  if (file == "-") {
    copy_input(env.streams);
    return;
  }
  descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) unreadable(file, errno);
  struct stat facts {};
  if (::fstat(descriptor_, &facts) == 0 && S_ISREG(facts.st_mode)) return;
  const int from = descriptor_;
  descriptor_ = -1;
  try {
    copy_descriptor(from);
  } catch (...) {
    ::close(from);
    if (descriptor_ >= 0) ::close(descriptor_);
    throw;
  }
  ::close(from);
}

ImportSource::~ImportSource() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ImportSource::copy_input(Streams& streams) {
  char buffer[64 * 1024];
  const int to = temporary_file();
  descriptor_ = to;
  std::int64_t size = 0;
  try {
    while (const std::size_t got = streams.read_some(buffer, sizeof buffer)) {
      count_in(size, got);
      write_whole(to, {buffer, got});
    }
  } catch (...) {
    // The destructor of an object that was never made is not run.
    ::close(to);
    throw;
  }
}

void ImportSource::copy_descriptor(int from) {
  char buffer[64 * 1024];
  std::int64_t size = 0;
  std::size_t got = read_some(from, buffer, sizeof buffer, name_);
  descriptor_ = temporary_file();
  for (; got > 0; got = read_some(from, buffer, sizeof buffer, name_)) {
    count_in(size, got);
    write_whole(descriptor_, {buffer, got});
  }
}

void ImportSource::count_in(std::int64_t& size, std::size_t more) const {
  size += static_cast<std::int64_t>(more);
  if (limit_ && size > *limit_) throw too_large(name_, *limit_);
}

std::int64_t ImportSource::size() const {
  struct stat facts {};
  if (::fstat(descriptor_, &facts) != 0) unreadable(name_, errno);
  return facts.st_size;
}

text::ByteSource ImportSource::bytes() {
  if (::lseek(descriptor_, 0, SEEK_SET) < 0) unreadable(name_, errno);
  return [this](char* buffer, std::size_t size) { return read_some(descriptor_, buffer, size, name_); };
}

std::string ImportSource::text(std::size_t limit) {
  const text::ByteSource source = bytes();
  std::string whole(limit + 1, '\0');
  std::size_t size = 0;
  while (const std::size_t got = source(whole.data() + size, whole.size() - size)) size += got;
  if (size > limit) {
    throw Error{ErrorKind::bad_data, "the file '" + name_ + "' has more than " + std::to_string(limit) + " bytes",
                "is it the file you mean?"};
  }
  whole.resize(size);
  return whole;
}

}  // namespace behest::commands
