#pragma once
#include <string>
#include <string_view>

#include "behest/command.hpp"

namespace behest::commands {

// A file that comes into being whole: it is written under another name beside its place (0600), made durable, and takes
// its place at last. Without publish() nothing stays.
class NewFile {
 public:
  // Error(refused) when something is there and `may_replace` is not given, or what is there is the database in use or
  // no plain file.
  NewFile(Env& env, std::string path, bool may_replace);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  const std::string& scratch() const { return scratch_; }
  void write(std::string_view bytes);
  void publish();

 private:
  [[noreturn]] void fail(int code) const;

  std::string path_;
  std::string scratch_;
  bool may_replace_;
  int descriptor_ = -1;
};

// Whether both are names of one file.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace behest::commands
