#pragma once
#include <functional>
#include <string>

#include "behest/command.hpp"

namespace behest::commands {

// A text that a person changes in an editor: kept in a file of ours (0600, its name says nothing) that is gone with
// this, unless it holds work that could not be saved. No lock is held meanwhile.
class Editing {
 public:
  // Runs the editor on `text`. Error(refused) when it fails, Error(usage) when there is none.
  Editing(Env& env, const std::string& text);
  ~Editing();
  Editing(const Editing&) = delete;
  Editing& operator=(const Editing&) = delete;

  // False when the text is as it was, or empty: it is said that nothing is done.
  bool is_changed() const;
  const std::string& text() const { return after_; }
  // Does `work`; when that fails the file stays, and the error says where.
  void save(const std::function<void()>& work);

 private:
  void make_file();
  void run_editor();
  std::string read_file() const;

  Env& env_;
  std::string before_;
  std::string after_;
  std::string file_;
};

}  // namespace behest::commands
