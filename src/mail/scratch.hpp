#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "behest/core/mail.hpp"
#include "files/unnamed_file.hpp"

namespace behest::mail {

// What comes with a message, on disk for as long as somebody may want to read it.
class Scratch : public std::enable_shared_from_this<Scratch> {
 public:
  // Error(temporary) when there is no room.
  void add(std::string_view bytes);
  std::int64_t size() const { return file_ ? file_->size() : 0; }
  void forget_from(std::int64_t place) {
    if (file_) file_->cut(place);
  }
  // The bytes between two places, as long as the result lives.
  std::function<MailFile::Source()> piece(std::int64_t from, std::int64_t to);

 private:
  std::optional<UnnamedFile> file_;
};

}  // namespace behest::mail
