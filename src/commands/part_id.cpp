#include "commands/part_id.hpp"

namespace behest::commands {

std::optional<std::pair<std::string, int>> part_id(const std::string& word) {
  const std::size_t dot = word.rfind('.');
  if (dot == std::string::npos || dot == 0 || dot + 1 == word.size() || word.size() - dot > 9) return std::nullopt;
  if (word.find_first_not_of("0123456789", dot + 1) != std::string::npos) return std::nullopt;
  if (word.starts_with("key:") || word.find_first_not_of("#0123456789") != dot) return std::nullopt;
  return std::pair(word.substr(0, dot), std::stoi(word.substr(dot + 1)));
}

}  // namespace behest::commands
