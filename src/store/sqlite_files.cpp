#include "store/sqlite_files.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "behest/core/error.hpp"
#include "files/descriptor.hpp"
#include "files/folder.hpp"

namespace behest::store {
namespace {

ErrorKind kind_of(int code) {
  switch (code) {
    case EACCES:
    case EPERM:
    case EROFS:
      return ErrorKind::not_permitted;
    case ENOTDIR:
    case ELOOP:
    case ENAMETOOLONG:
      return ErrorKind::bad_data;
    default:
      return ErrorKind::temporary;
  }
}

[[noreturn]] void fail(std::string_view doing, const std::string& path, int code) {
  const ErrorKind kind = kind_of(code);
  throw Error{kind, std::string(doing) + " " + path + ": " + std::strerror(code),
              kind == ErrorKind::temporary ? "try again when there is room and the disk answers"
                                           : "choose another place with --db or the key database.path"};
}

std::optional<unsigned> number_in_environment(const char* name) {
  const char* text = ::secure_getenv(name);
  if (text == nullptr) return std::nullopt;
  unsigned value = 0;
  const char* end = text + std::strlen(text);
  const auto [stop, problem] = std::from_chars(text, end, value);
  if (problem != std::errc{} || stop != end) return std::nullopt;
  return value;
}

std::optional<uid_t> sudo_user() {
  if (::geteuid() != 0) return std::nullopt;
  return number_in_environment("SUDO_UID");
}

// A folder or file that root makes for a user through sudo must stay usable without sudo.
void give_to_sudo_user(int fd, const std::string& folder) {
  const std::optional<uid_t> user = sudo_user();
  struct stat owner {};
  if (!user || ::stat(folder.c_str(), &owner) != 0 || owner.st_uid != *user) return;
  if (::fchown(fd, *user, number_in_environment("SUDO_GID").value_or(owner.st_gid)) != 0)
    fail("cannot give the owner of the folder", folder, errno);
}

void make_durable(const std::string& folder) {
  if (const int code = sync_folder(folder); code != 0) fail("cannot make durable what was made in", folder, code);
}

void create_folder(const std::string& folder) {
  struct stat seen {};
  if (::stat(folder.c_str(), &seen) == 0) {
    if (!S_ISDIR(seen.st_mode)) fail("cannot use as a folder", folder, ENOTDIR);
    return;
  }
  if (errno != ENOENT) fail("cannot use the folder", folder, errno);
  const std::string above = folder_of(folder);
  create_folder(above);
  if (::mkdir(folder.c_str(), 0700) != 0) {
    if (errno == EEXIST) return create_folder(folder);
    fail("cannot make the folder", folder, errno);
  }
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (fd) give_to_sudo_user(fd.get(), above);
  make_durable(above);
}

void refuse_missing(const std::string& path, int code) {
  if (code != ENOENT) fail("cannot open the database", path, code);
  struct stat link {};
  // A file that is there by now was made by somebody else in between.
  if (::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode))
    throw Error{ErrorKind::bad_data, "the database " + path + " is a link that leads nowhere",
                "remove the link, or make the file that it names"};
}

const char* strange_kind(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

bool is_shared_folder(const struct stat& folder) { return (folder.st_mode & S_ISGID) != 0; }

void refuse_open_doors(const std::string& path, const struct stat& file, const struct stat& folder) {
  const bool by_all = (file.st_mode & S_IWOTH) != 0;
  if (by_all || ((file.st_mode & S_IWGRP) != 0 && !is_shared_folder(folder)))
    throw Error{ErrorKind::not_permitted,
                "the database " + path + " may be written by " + (by_all ? "everybody" : "its whole group"),
                "run 'chmod 600 " + path + "'; to share it with a group, keep it in a folder with the setgid bit"};
  if ((folder.st_mode & S_IWOTH) != 0 && (folder.st_mode & S_ISVTX) == 0)
    throw Error{ErrorKind::not_permitted, "the folder of the database " + path + " may be written by everybody",
                "run 'chmod o-w " + folder_of(path) + "', or keep the database elsewhere"};
}

}  // namespace

FileFacts inspect_file(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) {
    refuse_missing(path, errno);
    if (::stat(path.c_str(), &file) != 0) return {};
  }
  if (!S_ISREG(file.st_mode))
    throw Error{ErrorKind::bad_data, "the database " + path + " is " + strange_kind(file.st_mode) + ", not a file",
                "name a file with --db or the key database.path"};
  if (file.st_nlink > 1)
    throw Error{ErrorKind::not_permitted,
                "the database " + path + " has " + std::to_string(file.st_nlink) +
                    " names (hard links), which damages a database in use",
                "remove the other names"};
  // The engine takes a file of one byte for an empty one and would write over it.
  if (file.st_size == 1)
    throw Error{ErrorKind::bad_data, "the file " + path + " is not a behest database",
                "name another file with --db or the key database.path"};
  struct stat folder {};
  if (::stat(folder_of(path).c_str(), &folder) != 0) fail("cannot look at the folder of", path, errno);
  refuse_open_doors(path, file, folder);
  const bool is_shared = (file.st_mode & S_IWGRP) != 0;
  FileFacts facts;
  facts.state = file.st_size == 0 ? FileState::empty : FileState::filled;
  facts.size_bytes = file.st_size;
  facts.mode = file.st_mode & 07777U;
  facts.is_from_others =
      file.st_uid != ::geteuid() && file.st_uid != 0 && file.st_uid != sudo_user().value_or(0) && !is_shared;
  return facts;
}

void create_file(const std::string& path) {
  const std::string folder = folder_of(path);
  create_folder(folder);
  const Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!fd) {
    if (errno == EEXIST) return;
    fail("cannot make the database", path, errno);
  }
  if (::fchmod(fd.get(), 0600) != 0) fail("cannot protect the database", path, errno);
  give_to_sudo_user(fd.get(), folder);
}

std::string create_scratch_beside(const std::string& path) {
  std::string name = path + ".XXXXXX";
  const Descriptor fd(::mkostemp(name.data(), O_CLOEXEC));
  if (!fd) fail("cannot make a file beside", path, errno);
  give_to_sudo_user(fd.get(), folder_of(path));
  return name;
}

void publish_file(const std::string& scratch, const std::string& path) {
  {
    const Descriptor fd(::open(scratch.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!fd || ::fsync(fd.get()) != 0) fail("cannot make durable", scratch, errno);
  }
  if (::rename(scratch.c_str(), path.c_str()) != 0) fail("cannot write", path, errno);
  make_durable(folder_of(path));
}

bool is_on_network(const std::string& path) {
  constexpr std::uint32_t k_cifs = 0xFF534D42U;
  constexpr std::uint32_t k_smb2 = 0xFE534D42U;
  constexpr std::uint32_t k_fuse = 0x65735546U;
  constexpr std::array<std::uint32_t, 5> k_networks{NFS_SUPER_MAGIC, k_cifs, k_smb2, k_fuse, V9FS_MAGIC};
  struct statfs where {};
  if (::statfs(folder_of(path).c_str(), &where) != 0) return false;
  for (const std::uint32_t magic : k_networks)
    if (static_cast<std::uint32_t>(where.f_type) == magic) return true;
  return false;
}

}  // namespace behest::store
