#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "behest/config.hpp"
#include "behest/text/utf8.hpp"
#include "config/config_file.hpp"
#include "config/schema.hpp"
#include "config/toml_edit.hpp"
#include "config/toml_reader.hpp"
#include "files/descriptor.hpp"
#include "files/folder.hpp"

namespace behest {
namespace {

using config::FileText;
using config::KeyPath;
using config::TomlNode;

Error cannot_write(const std::string& path, int number) {
  const bool is_forbidden = number == EACCES || number == EPERM || number == EROFS;
  return {is_forbidden ? ErrorKind::not_permitted : ErrorKind::temporary,
          "cannot write " + path + ": " + std::strerror(number),
          {}};
}

// The key's path with its name as it is kept.
KeyPath known_path(std::string_view key) {
  KeyPath path = config::split_key(key);
  if (config::find_key(path) == nullptr) {
    config::Unknown unknown = config::unknown_key(path, config::is_table_path(path));
    if (config::is_table_path(path)) unknown.sentence = "'" + config::dotted(path) + "' is a table, not a key";
    throw Error{ErrorKind::usage, std::move(unknown.sentence), std::move(unknown.hint)};
  }
  if (path.size() >= 2 && config::is_entry_path({path[0], path[1]})) {
    config::EntryName name = config::entry_name({path[0], path[1]});
    if (!name.fault.empty()) throw Error{ErrorKind::usage, std::move(name.fault), std::string(config::name_rule())};
    path[1] = std::move(name.name);
  }
  return path;
}

// What the words are as one TOML value, if they are one.
std::optional<TomlNode> as_toml(std::string_view words) {
  try {
    TomlNode root = config::read_toml("value = " + std::string(words), {});
    // A line break in the words could smuggle in a second key.
    if (root.items.size() == 1) return std::move(root.items.front());
  } catch (const Error&) {
    return {};
  }
  return {};
}

TomlNode as_text(std::string_view words) {
  TomlNode node;
  node.kind = TomlNode::Kind::text;
  node.text = words;
  return node;
}

config::Fit try_value(const KeyPath& path, const TomlNode& value) {
  Config scratch;
  const bool has_entry = path.size() >= 2 && config::is_entry_path({path[0], path[1]});
  const std::size_t entry = has_entry ? config::add_entry(scratch, path[0], path[1]) : 0;
  return config::find_key(path)->read(value, {scratch, entry, "/"});
}

TomlNode fitting_value(const KeyPath& path, std::string_view words) {
  if (!text::is_valid_utf8(words)) {
    throw Error{ErrorKind::usage, "the value of '" + config::dotted(path) + "' is not UTF-8", {}};
  }
  std::optional<TomlNode> value = as_toml(words);
  config::Fit misfit;
  if (value) misfit = try_value(path, *value);
  if (value && !misfit) return *std::move(value);
  TomlNode plain = as_text(words);
  config::Fit plain_misfit = try_value(path, plain);
  if (!plain_misfit) return plain;
  if (!misfit) misfit = std::move(plain_misfit);
  throw Error{ErrorKind::usage, "'" + config::dotted(path) + "' " + misfit->clause, std::move(misfit->hint)};
}

void make_folders(const std::string& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return;
  if (errno != ENOENT || folder_of(folder) == folder) throw cannot_write(folder, errno);
  make_folders(folder_of(folder));
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) throw cannot_write(folder, errno);
}

// Where the file really is: a link stays a link, and what it names is replaced.
std::string target_of(const std::string& file) {
  char real[PATH_MAX];
  const bool may_be_link = !config::is_project_file(file);
  return may_be_link && ::realpath(file.c_str(), real) != nullptr ? std::string(real) : file;
}

// Held over reading and replacing, so that of two settings at once neither is lost.
void lock(const Descriptor& folder, const std::string& name) {
  if (folder.get() < 0) throw cannot_write(name, errno);
  if (::flock(folder.get(), LOCK_EX) == 0 || errno == EOPNOTSUPP || errno == ENOLCK) return;
  throw cannot_write(name, errno);
}

// A file beside the one to replace; gone again unless it took that one's place.
class Replacement {
 public:
  explicit Replacement(const std::string& file)
      : target_(file),
        name_(folder_of(file) + "/.behest.toml.XXXXXX"),
        descriptor_(::mkostemp(name_.data(), O_CLOEXEC)) {
    if (descriptor_.get() < 0) throw cannot_write(target_, errno);
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement() {
    if (!is_done_) ::unlink(name_.c_str());
  }

  void write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_.get(), text.data(), text.size());
      if (written < 0 && errno != EINTR) throw cannot_write(target_, errno);
      if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  // Owner and mode of the file that is replaced.
  void keep(const struct stat& facts) const {
    struct stat own = {};
    check(::fstat(descriptor_.get(), &own));
    const bool is_other = own.st_uid != facts.st_uid || own.st_gid != facts.st_gid;
    if (is_other) check(::fchown(descriptor_.get(), facts.st_uid, facts.st_gid));
    check(::fchmod(descriptor_.get(), facts.st_mode & 07777U));
  }

  void take_place(const Descriptor& folder) {
    check(::fsync(descriptor_.get()));
    check(::rename(name_.c_str(), target_.c_str()));
    is_done_ = true;
    check(::fsync(folder.get()));
  }

 private:
  void check(int result) const {
    if (result != 0) throw cannot_write(target_, errno);
  }

  std::string target_;
  std::string name_;
  Descriptor descriptor_;
  bool is_done_ = false;
};

FileText read_before(const std::string& file) {
  std::string why = config::folder_fault(folder_of(file));
  FileText before;
  if (why.empty()) before = config::read_config_file(file);
  // To rewrite what somebody else may have written would make it ours, and so trusted.
  if (why.empty()) why = before.reason;
  if (why.empty()) return before;
  throw Error{ErrorKind::not_permitted, file + " is not changed: " + why, "make it yours alone: chown, chmod go-w"};
}

// Replaces the file by what `edit` makes of its text, unless that is the same.
template <class Edit>
void rewrite(const std::string& file, const Edit& edit) {
  const std::string target = target_of(file);
  const std::string folder_name = folder_of(target);
  make_folders(folder_name);
  const Descriptor folder(::open(folder_name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  lock(folder, folder_name);
  const FileText before = read_before(target);
  const std::string text = edit(before.text, target);
  const bool is_new = before.outcome == FileText::Outcome::missing;
  if (text == before.text) return;
  Replacement replacement(target);
  replacement.write(text);
  if (!is_new) replacement.keep(before.facts);
  replacement.take_place(folder);
}

}  // namespace

void set_config_value(const std::string& file, std::string_view key, std::string_view value) {
  const KeyPath path = known_path(key);
  if (config::find_key(path)->key.runs_a_program && config::is_project_file(file)) {
    throw Error{ErrorKind::usage, "a project file may not set '" + config::dotted(path) + "'",
                "set it in your own behest.toml"};
  }
  const TomlNode node = fitting_value(path, value);
  rewrite(file, [&](const std::string& text, const std::string& target) {
    return config::with_value(text, target, path, node);
  });
}

void set_config_entry(const std::string& file, std::string_view table, std::string_view name,
                      const EntryValues& values) {
  const config::EntryName found = config::entry_name({std::string(table), std::string(name)});
  if (!found.fault.empty()) throw Error{ErrorKind::usage, found.fault, std::string(config::name_rule())};
  const KeyPath entry = {std::string(table), found.name};
  rewrite(file, [&](std::string text, const std::string& target) {
    if (values.empty()) return config::without(text, target, entry);
    for (const auto& [key, value] : values) {
      const KeyPath path = {entry[0], entry[1], key};
      text = value ? config::with_value(text, target, path, as_text(*value)) : config::without(text, target, path);
    }
    return text;
  });
}

}  // namespace behest
