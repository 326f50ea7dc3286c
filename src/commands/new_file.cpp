#include "commands/new_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/folder.hpp"

namespace behest::commands {
namespace {

[[noreturn]] void refuse_existing(const std::string& path) {
  throw Error{ErrorKind::refused, "the file '" + path + "' is there already", "--force replaces it"};
}

// A link is replaced itself, never what it points at.
void check_place(const Env& env, const std::string& path, bool may_replace) {
  struct stat there {};
  if (::lstat(path.c_str(), &there) != 0) return;
  if (!S_ISREG(there.st_mode) && !S_ISLNK(there.st_mode)) {
    throw Error{ErrorKind::refused, "'" + path + "' is there already, and it is no plain file", "name another place"};
  }
  if (is_same_file(path, env.store_options.path)) {
    throw Error{ErrorKind::refused, "'" + path + "' is the database in use", "name another place"};
  }
  if (!may_replace) refuse_existing(path);
}

}  // namespace

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat one {};
  struct stat other {};
  return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

NewFile::NewFile(Env& env, std::string path, bool may_replace) : path_(std::move(path)), may_replace_(may_replace) {
  if (path_.empty() || path_.find('\0') != std::string::npos) {
    throw Error{ErrorKind::usage, "the name of the file is empty", "name a file"};
  }
  check_place(env, path_, may_replace_);
  scratch_ = path_ + ".XXXXXX";
  descriptor_ = ::mkostemp(scratch_.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(errno);
}

NewFile::~NewFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(scratch_.c_str());
}

void NewFile::fail(int code) const {
  const bool is_denied = code == EACCES || code == EPERM || code == EROFS;
  const bool is_nowhere = code == ENOENT || code == ENOTDIR;
  throw Error{is_denied    ? ErrorKind::not_permitted
              : is_nowhere ? ErrorKind::not_found
                           : ErrorKind::temporary,
              "the file '" + path_ + "' cannot be written: " + std::strerror(code),
              "check its folder, its rights and the room there"};
}

void NewFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail(errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void NewFile::publish() {
  if (::fsync(descriptor_) != 0) fail(errno);
  if (may_replace_) {
    if (::rename(scratch_.c_str(), path_.c_str()) != 0) fail(errno);
  } else if (::renameat2(AT_FDCWD, scratch_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) refuse_existing(path_);
    // Not every file system can rename so; a second name that is made does not replace anything either.
    if (::link(scratch_.c_str(), path_.c_str()) != 0) {
      if (errno == EEXIST) refuse_existing(path_);
      fail(errno);
    }
    ::unlink(scratch_.c_str());
  }
  ::close(descriptor_);
  descriptor_ = -1;
  sync_folder(folder_of(path_));
}

}  // namespace behest::commands
