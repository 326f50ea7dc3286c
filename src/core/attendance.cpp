#include "core/attendance.hpp"

namespace behest {

bool is_spoken(Channel channel) {
  return channel == Channel::phone || channel == Channel::meeting || channel == Channel::visit;
}

std::vector<std::string> attendees_of(const Request& request, int comment) {
  const std::string name = std::to_string(comment);
  for (const Fact& fact : request.facts) {
    if (fact.kind == "attendance" && fact.name == name) return attendees_in(fact);
  }
  return {};
}

std::vector<std::string> attendees_in(const Fact& fact) {
  std::vector<std::string> names;
  if (fact.value.array() == nullptr) return names;
  for (const text::JsonValue& name : *fact.value.array()) {
    if (name.string() != nullptr) names.push_back(*name.string());
  }
  return names;
}

}  // namespace behest
