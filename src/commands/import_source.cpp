#include "commands/import_source.hpp"

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/size.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_piece = 64UL * 1024UL;

[[noreturn]] void unreadable(const std::string& file, int code) {
  const ErrorKind kind = code == EACCES || code == EPERM ? ErrorKind::not_permitted : ErrorKind::not_found;
  throw Error{kind, "the file '" + file + "' cannot be read: " + std::strerror(code), "check its name and rights"};
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
    copy([&env](char* buffer, std::size_t size) { return env.streams.read_some(buffer, size); });
    return;
  }
  file_.take(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file_) unreadable(file, errno);
  struct stat facts {};
  if (::fstat(file_.get(), &facts) == 0 && S_ISREG(facts.st_mode)) return;
  copy([this](char* buffer, std::size_t size) { return read_some(file_.get(), buffer, size, name_); });
}

void ImportSource::copy(const text::ByteSource& from) {
  std::vector<char> buffer(k_piece);
  copy_.emplace("the input");
  while (const std::size_t got = from(buffer.data(), buffer.size())) {
    if (limit_ && copy_->size() + static_cast<std::int64_t>(got) > *limit_) throw too_large(name_, *limit_);
    copy_->append({buffer.data(), got});
  }
}

std::int64_t ImportSource::size() const {
  struct stat facts {};
  if (::fstat(file(), &facts) != 0) unreadable(name_, errno);
  return facts.st_size;
}

text::ByteSource ImportSource::bytes() {
  if (::lseek(file(), 0, SEEK_SET) < 0) unreadable(name_, errno);
  return [this](char* buffer, std::size_t size) { return read_some(file(), buffer, size, name_); };
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
