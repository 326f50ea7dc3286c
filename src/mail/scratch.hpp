#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "behest/core/mail.hpp"

namespace behest::mail {

// A temporary file without a name, for what is too large to be held in memory.
class Scratch : public std::enable_shared_from_this<Scratch> {
 public:
  Scratch() = default;
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  // Error(temporary) when there is no room.
  void add(std::string_view bytes);
  std::int64_t size() const { return size_; }
  void forget_from(std::int64_t place) { size_ = place; }
  // The bytes between two places, as long as the result lives.
  std::function<MailFile::Source()> piece(std::int64_t from, std::int64_t to);

 private:
  int file_ = -1;
  std::int64_t size_ = 0;
};

}  // namespace behest::mail
