#pragma once
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "behest/core/field.hpp"
#include "behest/core/request.hpp"
#include "render/request_view.hpp"

namespace behest::commands {

// What requests are put together by.
class Grouping {
 public:
  // A field's name, of custom ones among those that are declared or not; Error(usage) for one that makes no groups.
  Grouping(std::string_view name, const FieldTypes& types);

  const std::string& field() const { return field_; }
  // The groups a request is in; "" is the group of those without a value. Several for labels alone.
  std::vector<std::string> of(const Request& request) const;
  // How groups stand in order: states in the order of a life, values of a declared field in that of their type,
  // everything else by name, those without a value last.
  std::tuple<bool, int, double, std::string> place(const std::string& group) const;
  // "alice", "no assignee".
  std::string title(const std::string& group) const { return group.empty() ? "no " + field_ : group; }

 private:
  std::string field_;
  const FieldType* type_ = nullptr;            // of a declared custom field
  std::vector<render::RequestColumn> column_;  // one, for a field that has a column
};

}  // namespace behest::commands
