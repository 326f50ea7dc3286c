#include "text/mail_header.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "text/encoded_word.hpp"

namespace behest::text {
namespace {

using Header = Safe<MailHeader>;

constexpr std::size_t k_most_text = 4096;

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// One line of valid UTF-8 without controls.
std::string one_line(std::string_view text) {
  const std::string valid = repair_utf8(text.substr(0, k_most_text));
  std::string line;
  for (std::size_t at = 0; at < valid.size();) {
    const auto point = decode(valid, at);
    const std::size_t length = point ? point->length : 1;
    const bool is_control = point && (point->value < ' ' || (point->value >= 0x7f && point->value < 0xa0));
    line += is_control ? " " : valid.substr(at, length);
    at += length;
  }
  return std::string(trim(line));
}

Header made(std::string line) {
  line += '\n';
  return Header::made_by_encoder(std::move(line));
}

std::string phrase(const std::string& name, std::size_t used) {
  constexpr std::string_view k_special = "()<>[]:;@\\,.\"";
  const bool is_ascii = std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~'; });
  const bool has_word = name.find("=?") != std::string::npos || name.size() > 200;
  if (!is_ascii || has_word) {
    std::string words = encode_words(name, used);
    return words;
  }
  if (name.find_first_of(k_special) == std::string::npos) return name;
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

Safe<MailHeader> mail_field(Literal name, std::string_view text) {
  const std::string start = std::string(name.view()) + ": ";
  return made(start + encode_words(one_line(text), start.size()));
}

Safe<MailHeader> mail_mailbox_field(Literal name, std::string_view person, std::string_view address) {
  const auto checked = mail_address(address);
  if (!checked) return {};
  const std::string start = std::string(name.view()) + ": ";
  const std::string who = one_line(person);
  if (who.empty()) return made(start + *checked);
  const std::string shown = phrase(who, start.size());
  return made(start + shown + (shown.size() + checked->size() > 70 ? "\n <" : " <") + *checked + ">");
}

Safe<MailHeader> mail_ids_field(Literal name, const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) {
    if (!is_message_id(id)) continue;
    list += list.empty() ? " <" : "\n <";
    list += id;
    list += '>';
  }
  if (list.empty()) return {};
  return made(std::string(name.view()) + ":" + list);
}

std::optional<std::string> mail_address(std::string_view text) {
  constexpr std::string_view k_local = "._+-=#%&'*/~!";
  const std::string_view bare = trim(text);
  const std::size_t at = bare.rfind('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || bare.size() > 254) return std::nullopt;
  const std::string_view local = bare.substr(0, at);
  const std::string_view domain = bare.substr(at + 1);
  const auto fits = [](std::string_view part, std::string_view others) {
    return std::ranges::all_of(part, [&](char c) { return is_alphanumeric(c) || others.find(c) != others.npos; });
  };
  if (!fits(local, k_local) || local.front() == '-' || local.front() == '.') return std::nullopt;
  const bool is_domain = !domain.empty() && is_alphanumeric(domain.front()) && is_alphanumeric(domain.back());
  if (!is_domain || !fits(domain, ".-") || domain.find("..") != std::string_view::npos) return std::nullopt;
  return std::string(bare);
}

bool is_message_id(std::string_view text) {
  const bool is_word = std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~' && c != '<' && c != '>'; });
  return is_word && text.size() <= 250 && text.find('@') != std::string_view::npos;
}

}  // namespace behest::text
