#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "behest/text/safe.hpp"

namespace behest {

// The edges of the process: what is written has been made safe for a sink by its type (text/safe.hpp).
class Streams {
 public:
  virtual ~Streams() = default;

  template <class Sink>
  void out(const text::Safe<Sink>& text) {
    write_out(text.view());
  }
  template <class Sink>
  void err(const text::Safe<Sink>& text) {
    write_err(text.view());
  }
  // Everything of standard input, at most `limit` bytes; Error(bad_data) beyond.
  virtual std::string read_all(std::size_t limit) = 0;
  // The next line of standard input without its LF, at most `limit` bytes; nothing at the end.
  virtual std::optional<std::string> read_line(std::size_t limit) = 0;

  // Puts up to `size` bytes of standard input, just as they are, into `buffer` and gives how many; 0 at the end.
  virtual std::size_t read_some(char* buffer, std::size_t size) = 0;

  virtual bool out_is_tty() const = 0;
  virtual bool err_is_tty() const = 0;
  virtual bool in_is_tty() const = 0;
  // Columns of the terminal; 80 where there is none.
  virtual std::size_t width() const = 0;
  // Sends what follows on standard output through a pager (a command line, split without a shell) until flush().
  virtual void page(std::string_view command) = 0;
  // Pushes standard output to its end. Error(output_failed) when any byte of it could not be written.
  virtual void flush() = 0;

 protected:
  friend class Spool;
  virtual void write_out(std::string_view bytes) = 0;
  virtual void write_err(std::string_view bytes) = 0;
};

}  // namespace behest
