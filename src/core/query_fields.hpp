#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/query.hpp"

namespace behest {

// What the values of a field are.
enum class QueryKind { id, count, priority, level, state, resolution, channel, name, text, custom, time, duration };

struct QueryRule {
  QueryFieldInfo info;
  QueryKind kind;
  bool may_be_missing;
};

std::span<const QueryRule> query_rules();
// By its name in lower case ("field.NAME" for custom ones), or nullptr.
const QueryRule* query_rule(std::string_view name);
// Every name that may stand before an operator, `is` included.
std::vector<std::string_view> query_names();

// "did you mean 'state'?" when a name is near enough to the word, else "".
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names);
// The word in single quotes, shortened when it is long.
std::string in_quotes(std::string_view word);
// "a, b, c"
std::string listed(const std::vector<std::string_view>& names);

}  // namespace behest
