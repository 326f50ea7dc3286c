#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "ops/kpi.hpp"

namespace behest::ops {

// The attribute of a request that it is grouped by, of custom fields that named `field`; "(none)" where it has none.
std::string group_name(const Request& request, KpiGrouping by, const std::string& field);

// Where a group of that name stands in a report: values of a declared field as place_among_values(), all else by name.
std::tuple<int, double, std::string> group_place(const KpiQuestion& question, const std::string& name);

// Which requests a report is about, and the group of each where it is grouped by an attribute.
class KpiScope {
 public:
  KpiScope(Store& store, const KpiQuestion& question);

  // Every request, in one group.
  bool is_everything() const { return is_everything_; }
  // The group of a request; nothing when it is not in scope. Numbers must be asked for in rising order.
  std::optional<std::size_t> group_of(std::int64_t number);
  const std::vector<std::string>& group_names() const { return names_; }

 private:
  struct Member {
    std::int64_t number;
    std::uint32_t group;
  };

  bool is_everything_ = false;
  std::vector<Member> members_;  // by number
  std::vector<Member>::const_iterator next_;
  std::vector<std::string> names_;
};

}  // namespace behest::ops
