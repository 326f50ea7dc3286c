#include "core/identity.hpp"

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"

namespace behest {
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

std::string name_in(std::string_view contact) {
  const std::size_t open = contact.rfind('<');
  const std::string_view name = open == std::string_view::npos ? "" : text::trim(contact.substr(0, open));
  return std::string(name.empty() ? text::trim(contact) : name);
}

std::string_view person_address(const Config& config, std::string_view name) {
  if (const AgentConfig* agent = config.agent(name); agent != nullptr && !agent->email.empty()) return agent->email;
  return address_in(name);
}

bool is_same_person(const Config& config, std::string_view actor, std::string_view requester) {
  if (same_ascii_fold(actor, requester)) return true;
  const std::string_view mine = person_address(config, actor);
  return !mine.empty() && same_ascii_fold(mine, person_address(config, requester));
}

}  // namespace behest
