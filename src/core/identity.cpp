#include "core/identity.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"

namespace behest {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string_view address_in(std::string_view contact) {
  const std::size_t open = contact.rfind('<');
  const std::size_t close = contact.rfind('>');
  if (open != std::string_view::npos && close != std::string_view::npos && close > open) {
    return text::trim(contact.substr(open + 1, close - open - 1));
  }
  const std::string_view bare = text::trim(contact);
  const bool is_address = bare.find('@') != std::string_view::npos && bare.find(' ') == std::string_view::npos;
  return is_address ? bare : std::string_view();
}

bool is_same_person(const Config& config, std::string_view actor, std::string_view requester) {
  if (equal_ignoring_case(actor, requester)) return true;
  const auto address_of = [&](std::string_view name) -> std::string_view {
    if (const AgentConfig* agent = config.agent(name); agent != nullptr && !agent->email.empty()) return agent->email;
    return address_in(name);
  };
  const std::string_view mine = address_of(actor);
  return !mine.empty() && equal_ignoring_case(mine, address_of(requester));
}

}  // namespace behest
