#pragma once
#include <optional>
#include <string>
#include <utility>

namespace behest::commands {

// "12.3" or "#12.3" as the request's word and the number of a comment or an attachment of it; nothing for another word.
std::optional<std::pair<std::string, int>> part_id(const std::string& word);

}  // namespace behest::commands
