#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "behest/command.hpp"
#include "files/unnamed_file.hpp"
#include "text/byte_source.hpp"

namespace behest::commands {

// A file to import, or standard input for "-". What is no regular file is first copied to a temporary file without a
// name, so that no lock is held while its writer takes time, and a transaction may be run again.
class ImportSource {
 public:
  // Error(not_found) or Error(not_permitted) for a file that cannot be read, and Error(bad_data) as soon as more than
  // `limit` bytes would have to be copied.
  ImportSource(Env& env, const std::string& file, std::optional<std::int64_t> limit = {});

  // From its beginning; valid while this lives.
  text::ByteSource bytes();
  // All of it; Error(bad_data) for more than `limit` bytes.
  std::string text(std::size_t limit);
  // The open file, and its bytes: for those who read in it where they like.
  int file() const { return copy_ ? copy_->descriptor() : file_.get(); }
  std::int64_t size() const;
  // As messages name it.
  const std::string& name() const { return name_; }

 private:
  void copy(const text::ByteSource& from);

  std::string name_;
  std::optional<std::int64_t> limit_;
  Descriptor file_;
  std::optional<UnnamedFile> copy_;  // in place of the file
};

}  // namespace behest::commands
