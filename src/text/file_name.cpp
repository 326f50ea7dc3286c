#include "text/file_name.hpp"

#include "behest/text/utf8.hpp"
#include "text/character.hpp"
#include "text/scan.hpp"

namespace behest::text {
namespace {

constexpr std::size_t k_longest = 200;
constexpr std::size_t k_longest_ending = 16;

bool is_unfit(char32_t value) {
  if (value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x2028 || value == 0x2029) return true;
  if (is_hidden_format(value) || is_bidi_control(value)) return true;
  return value < 0x80 && std::string_view("<>:\"|?*$`!;&'").find(static_cast<char>(value)) != std::string_view::npos;
}

// At most `limit` bytes, whole characters.
std::string_view beginning_of(std::string_view text, std::size_t limit) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = end + scan(text, end).length;
    if (next > limit) break;
    end = next;
  }
  return text.substr(0, end);
}

std::string cut_down(const std::string& name) {
  if (name.size() <= k_longest) return name;
  const std::size_t dot = name.rfind('.');
  const bool has_ending = dot != std::string::npos && name.size() - dot <= k_longest_ending;
  const std::string ending = has_ending ? name.substr(dot) : std::string();
  return std::string(beginning_of(name, k_longest - ending.size())) + ending;
}

}  // namespace

std::string plain_file_name(std::string_view given) {
  // A name of another system has its folders before a backslash.
  const std::size_t slash = given.find_last_of("/\\");
  if (slash != std::string_view::npos) given.remove_prefix(slash + 1);
  std::string name;
  for (std::size_t at = 0; at < given.size();) {
    const Scan found = scan(given, at);
    if (!found.valid || is_unfit(found.value)) {
      name += '_';
    } else {
      name += given.substr(at, found.length);
    }
    at += found.length;
  }
  const std::size_t last = name.find_last_not_of(". ");
  name.resize(last == std::string::npos ? 0 : last + 1);
  const std::size_t first = name.find_first_not_of(' ');
  if (first != std::string::npos) name.erase(0, first);
  if (!name.empty() && (name.front() == '.' || name.front() == '-')) name.front() = '_';
  return cut_down(name);
}

}  // namespace behest::text
