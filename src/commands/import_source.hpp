#pragma once
#include <string>

#include "behest/command.hpp"
#include "text/byte_source.hpp"

namespace behest::commands {

// A file to import, or standard input for "-". What is no regular file is first copied to a temporary file without a
// name, so that no lock is held while its writer takes time, and a transaction may be run again.
class ImportSource {
 public:
  // Error(not_found) or Error(not_permitted) for a file that cannot be read.
  ImportSource(Env& env, const std::string& file);
  ~ImportSource();
  ImportSource(const ImportSource&) = delete;
  ImportSource& operator=(const ImportSource&) = delete;

  // From its beginning; valid while this lives.
  text::ByteSource bytes();
  // All of it; Error(bad_data) for more than `limit` bytes.
  std::string text(std::size_t limit);
  // As messages name it.
  const std::string& name() const { return name_; }

 private:
  void copy_input(Streams& streams);
  void copy_descriptor(int from);

  std::string name_;
  int descriptor_ = -1;
};

}  // namespace behest::commands
