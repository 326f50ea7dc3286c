#pragma once
#include <string>
#include <vector>

#include <sys/types.h>

#include "behest/ports/streams.hpp"

namespace behest {

// Runs a program on this terminal, without a shell, and waits: its exit status, 128 + the signal that ended it, or 127
// when there is none of that name on the absolute folders of PATH.
int run_on_terminal(const std::vector<std::string>& words);

// The process's own standard streams, and a pager when one is asked for.
class Terminal final : public Streams {
 public:
  Terminal();
  ~Terminal() override;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  std::string read_all(std::size_t limit) override;
  std::optional<std::string> read_line(std::size_t limit) override;
  std::size_t read_some(char* buffer, std::size_t size) override;
  bool out_is_tty() const override { return out_is_tty_; }
  bool err_is_tty() const override { return err_is_tty_; }
  bool in_is_tty() const override { return in_is_tty_; }
  std::size_t width() const override;
  void page(std::string_view command) override;
  void flush() override;

 private:
  void write_out(std::string_view bytes) override;
  void write_err(std::string_view bytes) override;
  bool fill();
  void end_pager();

  bool out_is_tty_;
  bool err_is_tty_;
  bool in_is_tty_;
  int out_ = 1;
  pid_t pager_ = 0;
  bool is_reader_gone_ = false;  // the reader of our output closed it: nothing is wrong with us
  int failure_ = 0;              // errno of the first write that failed
  std::string pending_;          // output not yet written
  std::string input_;            // input not yet taken
  std::size_t input_at_ = 0;
};

}  // namespace behest
