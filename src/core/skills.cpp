#include "core/skills.hpp"

#include "behest/text/utf8.hpp"

namespace behest {

std::optional<Skill> parse_skill(std::string_view text) {
  Skill skill;
  if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
    const std::string_view level = text.substr(colon + 1);
    if (level.size() != 1 || level[0] < '1' || level[0] > '9') return std::nullopt;
    skill.level = level[0] - '0';
    text = text.substr(0, colon);
  }
  if (!text::is_name(text)) return std::nullopt;
  skill.name = text::nfc(text);
  return skill;
}

std::string skill_text(const Skill& skill) {
  return skill.level == 1 ? skill.name : skill.name + ":" + std::to_string(skill.level);
}

}  // namespace behest
