#include "commands/origins.hpp"

#include <array>

namespace behest::commands {

Origins::Origins(const Env& env) {
  places_.reserve(env.loaded.origins.size());
  for (const Origin& origin : env.loaded.origins) places_.emplace(origin.key, origin.where);
}

std::string Origins::of(std::string_view table, const std::string& name, std::string_view key) const {
  const std::string start = std::string(table) + ".";
  const std::string end = "." + std::string(key);
  for (const std::string& written : std::array{name, "\"" + name + "\""}) {
    const auto found = places_.find(start + written + end);
    if (found != places_.end()) return std::string(found->second);
  }
  return {};
}

}  // namespace behest::commands
