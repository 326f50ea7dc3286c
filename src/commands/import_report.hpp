#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "behest/command.hpp"
#include "ops/import.hpp"

namespace behest::commands {

// What an import tells: how far it is on a terminal, a result a line for programs, what was left out for people, and
// how much became of it.
class ImportReport {
 public:
  enum class Kind { rows, items, ops, mail, batch };  // a batch tells what each line did
  // `file` as messages name it.
  ImportReport(Env& env, std::string file, Kind kind);

  // Forgets everything: the transaction is run (again).
  void start();
  void add(const ops::LineResult& result);
  std::int64_t failed() const { return failed_; }
  // As FILE:LINE: sentence, or FILE: item N: sentence.
  Error placed(const ops::LineResult& result) const;
  // After the transaction: tells what was left out and, when the import `is_kept`, its results and their sum.
  void finish(bool is_kept);

 private:
  void add_json(const ops::LineResult& result);
  void show_progress();
  void end_progress();
  std::string summary() const;
  std::string counted_in_file(std::int64_t count) const;

  Env& env_;
  std::string file_;
  Kind kind_;
  std::unique_ptr<Spool> results_;  // apart from env.spool, so that a second run of the transaction can begin anew
  std::vector<std::string> left_out_;
  std::int64_t lines_ = 0;
  std::int64_t made_ = 0;
  std::int64_t known_ = 0;
  std::int64_t failed_ = 0;
};

}  // namespace behest::commands
