#include "commands/origins.hpp"

namespace behest::commands {

Origins::Origins(const Env& env) {
  places_.reserve(env.loaded.origins.size());
  for (const Origin& origin : env.loaded.origins) places_.emplace(origin.key, origin.where);
}

std::string Origins::of(std::string_view table, const std::string& name, std::string_view key) const {
  for (const std::string_view quote : {"", "\""}) {
    std::string path(table);
    path.append(".").append(quote).append(name).append(quote).append(".").append(key);
    const auto found = places_.find(path);
    if (found != places_.end()) return std::string(found->second);
  }
  return {};
}

}  // namespace behest::commands
