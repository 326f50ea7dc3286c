#include "mail/scratch.hpp"

#include <algorithm>

namespace behest::mail {

void Scratch::add(std::string_view bytes) {
  if (!file_) file_.emplace("what came with the message");
  file_->append(bytes);
}

std::function<MailFile::Source()> Scratch::piece(std::int64_t from, std::int64_t to) {
  return [kept = shared_from_this(), from, to]() -> MailFile::Source {
    return [kept, to, at = from](char* buffer, std::size_t size) mutable -> std::size_t {
      const auto wanted = std::min(static_cast<std::int64_t>(size), to - at);
      if (wanted <= 0) return 0;
      const std::size_t got = kept->file_->read(at, buffer, static_cast<std::size_t>(wanted));
      at += static_cast<std::int64_t>(got);
      return got;
    };
  };
}

}  // namespace behest::mail
