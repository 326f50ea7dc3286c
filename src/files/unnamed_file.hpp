#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "files/descriptor.hpp"

namespace behest {

// A temporary file without a name, in TMPDIR or, where that does not work, in /tmp: nobody else can open it, and it is
// gone with the process. For what is too large to be held in memory.
class UnnamedFile {
 public:
  // `what` it is to hold, for messages: "the input". Error(temporary) where none can be made.
  explicit UnnamedFile(std::string what);

  // After all that was written before, wherever the descriptor's own place is. Error(temporary) when there is no room.
  void append(std::string_view bytes);
  // Up to `size` bytes from a place on; 0 only at the end. Error(temporary) when the disk fails.
  std::size_t read(std::int64_t at, char* buffer, std::size_t size) const;
  // In bytes.
  std::int64_t size() const { return size_; }
  // Forgets what stands from a place on: the next bytes are written there.
  void cut(std::int64_t size) { size_ = size; }
  int descriptor() const { return descriptor_.get(); }

 private:
  [[noreturn]] void fail(int code) const;

  std::string what_;
  Descriptor descriptor_;
  std::int64_t size_ = 0;
};

}  // namespace behest
