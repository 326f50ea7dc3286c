#pragma once
#include "harness.hpp"

namespace failure {

// One command line that changes the database, or one that reads it.
struct Verb {
  std::string name;  // of the command
  Words words;
  bool is_first = false;  // there is no database yet
};

// At least one for each command that writes, by the command table: a command without one fails the test that asks.
const std::vector<Verb>& write_verbs();
// The plain ways to read.
const std::vector<Verb>& read_verbs();

// A small desk on which every verb does something, and which can be laid out again and again.
class VerbDesk {
 public:
  explicit VerbDesk(const std::string& section);

  const Sandbox& sandbox() const { return sandbox_; }
  // Puts the files back as they were made; without a database when the verb is the first command of all.
  void lay_out(const Verb& verb) const;
  // The verb at a fixed time, so that it does the same every time.
  Outcome run(const Verb& verb, Words wrapper = {}) const;
  // All that can be said of the database, in one text; the same for two databases only when they hold the same.
  std::string state() const;
  // The database must be whole: each command wholly there or not at all, and no file left over.
  void expect_whole(const std::string& what) const;

 private:
  Outcome at_noon(Words words, Words wrapper = {}) const;

  Sandbox sandbox_;
  std::string database_;
};

// `strace` when it is there and may trace; otherwise says why the section is skipped.
bool can_trace();
// Traces one kind of call, and does to it what `injection` says.
Words tracer(const std::string& call, const std::string& injection, const Words& paths = {});

}  // namespace failure
