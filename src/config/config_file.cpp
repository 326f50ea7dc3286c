#include "config/config_file.hpp"

#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "behest/core/error.hpp"
#include "config/toml_reader.hpp"
#include "files/descriptor.hpp"
#include "files/folder.hpp"

namespace behest::config {
namespace {

Error cannot_read(const std::string& path, int number) {
  return {ErrorKind::bad_config, "cannot read " + path + ": " + std::strerror(number), {}};
}

FileText set_aside(FileText::Outcome outcome, std::string reason) {
  FileText file;
  file.outcome = outcome;
  file.reason = std::move(reason);
  return file;
}

// Only root takes the word of SUDO_UID: anybody else can set it to anything.
bool is_sudo_user(uid_t owner) {
  const char* const text = ::geteuid() == 0 ? secure_getenv("SUDO_UID") : nullptr;
  if (text == nullptr) return false;
  uid_t user = 0;
  const char* const end = text + std::strlen(text);
  const auto [stop, fault] = std::from_chars(text, end, user);
  return fault == std::errc() && stop == end && stop != text && user == owner;
}

bool is_trusted_owner(uid_t owner) { return owner == ::geteuid() || owner == 0 || is_sudo_user(owner); }

// Why somebody else could have written what `facts` are of; "" when nobody could.
std::string distrust(const struct stat& facts, const std::string& subject) {
  if (!is_trusted_owner(facts.st_uid)) {
    return subject + " belongs to user " + std::to_string(facts.st_uid) + ", neither you nor root";
  }
  // In a sticky folder such as /tmp nobody can replace another's file.
  const bool is_guarded = S_ISDIR(facts.st_mode) && (facts.st_mode & S_ISVTX) != 0;
  if ((facts.st_mode & (S_IWGRP | S_IWOTH)) == 0 || is_guarded) return {};
  return subject + ((facts.st_mode & S_IWOTH) != 0 ? " can be written by everybody" : " can be written by its group");
}

// The folder of the name, and where the name is a link also that of the file behind it.
std::string distrust_folders(const std::string& path) {
  std::string why = folder_fault(folder_of(path));
  struct stat link = {};
  if (!why.empty() || ::lstat(path.c_str(), &link) != 0 || !S_ISLNK(link.st_mode)) return why;
  char real[PATH_MAX];
  if (::realpath(path.c_str(), real) == nullptr) return "its target cannot be found";
  return folder_fault(folder_of(real));
}

void refuse_irregular(const std::string& path, const struct stat& facts) {
  if (S_ISREG(facts.st_mode)) return;
  const char* const kind = S_ISDIR(facts.st_mode) ? "a folder" : S_ISFIFO(facts.st_mode) ? "a pipe" : "a special file";
  throw Error{ErrorKind::bad_config, "cannot read " + path + ": it is " + kind + ", not a file", {}};
}

std::string read_all(int descriptor, const std::string& path) {
  std::string text;
  char block[16384];
  while (text.size() <= k_max_file_bytes) {
    const ssize_t got = ::read(descriptor, block, sizeof block);
    if (got == 0) return text;
    if (got > 0) text.append(block, static_cast<std::size_t>(got));
    if (got < 0 && errno != EINTR) throw cannot_read(path, errno);
  }
  throw Error{ErrorKind::bad_config, "cannot read " + path + ": it has more than 1 MiB", {}};
}

FileText read_trusted(const std::string& path, bool follows_links) {
  // O_NONBLOCK: what was a file a moment ago may be a pipe by now.
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (follows_links ? 0 : O_NOFOLLOW);
  const Descriptor opened(::open(path.c_str(), flags));
  if (opened.get() < 0 && errno == ENOENT) return {};
  if (opened.get() < 0) throw cannot_read(path, errno);
  FileText file;
  if (::fstat(opened.get(), &file.facts) != 0) throw cannot_read(path, errno);
  if (std::string why = distrust(file.facts, "it"); !why.empty()) {
    return set_aside(FileText::Outcome::untrusted, std::move(why));
  }
  refuse_irregular(path, file.facts);
  file.text = read_all(opened.get(), path);
  file.outcome = FileText::Outcome::read;
  return file;
}

}  // namespace

bool is_project_file(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(slash == std::string_view::npos ? 0 : slash + 1) == k_project_file;
}

std::string folder_fault(const std::string& folder) {
  struct stat facts = {};
  if (::stat(folder.c_str(), &facts) != 0)
    return "its folder cannot be looked at: " + std::string(std::strerror(errno));
  return distrust(facts, "its folder " + folder);
}

FileText read_config_file(const std::string& path) {
  const bool follows_links = !is_project_file(path);
  struct stat facts = {};
  if ((follows_links ? ::stat(path.c_str(), &facts) : ::lstat(path.c_str(), &facts)) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return {};
    if (errno == EACCES) return set_aside(FileText::Outcome::hidden, "its folder may not be searched");
    throw cannot_read(path, errno);
  }
  if (S_ISLNK(facts.st_mode)) return set_aside(FileText::Outcome::untrusted, "it is a symbolic link");
  std::string why = distrust(facts, "it");
  if (why.empty()) why = distrust_folders(path);
  if (!why.empty()) return set_aside(FileText::Outcome::untrusted, std::move(why));
  refuse_irregular(path, facts);
  return read_trusted(path, follows_links);
}

}  // namespace behest::config
