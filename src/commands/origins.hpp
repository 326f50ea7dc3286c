#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "behest/command.hpp"

namespace behest::commands {

// Where the keys of the configuration's entries were set, as FILE:LINE.
class Origins {
 public:
  explicit Origins(const Env& env);
  // Of a key of the entry with this name, [table.name]; "" when no file set it.
  std::string of(std::string_view table, const std::string& name, std::string_view key) const;

 private:
  std::unordered_map<std::string_view, std::string_view> places_;
};

}  // namespace behest::commands
