#pragma once
#include <string>
#include <vector>

namespace behest::transcripts {

struct Result {
  std::vector<std::string> out;  // lines; control characters and a missing LF at the end are written out
  std::vector<std::string> err;
  int code = 0;  // 128 + N for a signal N
};

// A fresh folder with a home and a working folder of its own, in which commands run with a fixed environment and time.
// It is removed with the object, unless keep() was called.
class Sandbox {
 public:
  // `binary` is the program whose folder comes first in PATH.
  explicit Sandbox(const std::string& binary);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  // Runs one line of shell. In what it prints, the two folders read $HOME and $PWD.
  Result run(const std::string& command, const std::string& shell = "/bin/sh");
  // An instant (2026-11-21T12:00:00Z), or a step from the one before (+90m). False when it is neither.
  bool set_time(const std::string& text);
  // Takes over the files and the time of another one.
  void copy(const Sandbox& other);
  // The folder of the database, and what is in it, may only be read from now on; commands run as somebody else where
  // this process may make them do so.
  void freeze_database();
  // All there is to see of the database's folder: names, sizes, times, contents.
  std::vector<std::string> database_facts() const;
  void keep() { is_kept_ = true; }
  const std::string& folder() const { return folder_; }

 private:
  std::vector<std::string> environment() const;
  [[noreturn]] void become(const std::string& command, const std::string& shell) const;
  std::string database_folder() const { return folder_ + "/home/.local/share/behest"; }
  std::vector<std::string> lines_of(const std::string& file) const;

  std::string folder_;
  std::string path_;
  std::string now_ = "2026-11-21T12:00:00Z";
  bool is_frozen_ = false;
  bool is_kept_ = false;
};

}  // namespace behest::transcripts
