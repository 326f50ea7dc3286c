#include "core/query_fields.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"

namespace behest {
namespace {

constexpr std::string_view k_takes_time = "a time: 2026-11-21, today, -3d, eow, 2026-W48";

constexpr std::array k_rules{
    QueryRule{{"id", QueryField::id, "numbers: 12, 15-20"}, QueryKind::id, false},
    QueryRule{{"key", QueryField::key, "the key of an import"}, QueryKind::name, true},
    QueryRule{{"title", QueryField::title, "a part of the title"}, QueryKind::text, false},
    QueryRule{{"text", QueryField::text, "words of the title, the body or a comment"}, QueryKind::text, false},
    QueryRule{{"state", QueryField::state, "new, open, pending, hold, closed, any"}, QueryKind::state, false},
    QueryRule{{"priority", QueryField::priority, "P1 to P5"}, QueryKind::priority, false},
    QueryRule{{"impact", QueryField::impact, "high, medium, low or 1 to 3"}, QueryKind::level, true},
    QueryRule{{"urgency", QueryField::urgency, "high, medium, low or 1 to 3"}, QueryKind::level, true},
    QueryRule{{"type", QueryField::type, "a type"}, QueryKind::name, true},
    QueryRule{{"category", QueryField::category, "a category, with those below it"}, QueryKind::name, true},
    QueryRule{{"team", QueryField::team, "a team"}, QueryKind::name, true},
    QueryRule{{"assignee", QueryField::assignee, "a person or me"}, QueryKind::name, true},
    QueryRule{{"requester", QueryField::requester, "a person or me"}, QueryKind::name, true},
    QueryRule{{"requester.name", QueryField::requester_name, "the contact that the requester is, by whatever name"},
              QueryKind::name,
              true},
    QueryRule{{"requester.organisation", QueryField::requester_organisation, "where that contact works"},
              QueryKind::name,
              true},
    QueryRule{{"channel", QueryField::channel, "cli, mail, phone, web, chat, visit, meeting, survey, interview, api"},
              QueryKind::channel,
              false},
    QueryRule{{"label", QueryField::label, "a label"}, QueryKind::name, true},
    QueryRule{{"resolution", QueryField::resolution, "done, answered, declined, duplicate, withdrawn, spam"},
              QueryKind::resolution,
              true},
    QueryRule{{"waiting_on", QueryField::waiting_on, "a third party"}, QueryKind::name, true},
    QueryRule{{"created", QueryField::created, k_takes_time}, QueryKind::time, false},
    QueryRule{{"updated", QueryField::updated, k_takes_time}, QueryKind::time, false},
    QueryRule{{"closed", QueryField::closed, k_takes_time}, QueryKind::time, true},
    QueryRule{{"due", QueryField::due, k_takes_time}, QueryKind::time, true},
    QueryRule{{"start", QueryField::start, k_takes_time}, QueryKind::time, true},
    QueryRule{{"first_response", QueryField::first_response, k_takes_time}, QueryKind::time, true},
    QueryRule{{"estimate", QueryField::estimate, "a duration: 45m, 2h, 3d"}, QueryKind::duration, true},
    QueryRule{{"reopened", QueryField::reopened, "how many times"}, QueryKind::count, false},
    QueryRule{{"field.NAME", QueryField::custom, "a value of the custom field NAME"}, QueryKind::custom, true},
};

}  // namespace

std::span<const QueryRule> query_rules() { return k_rules; }

const QueryRule* query_rule(std::string_view name) {
  const auto* const found =
      std::find_if(k_rules.begin(), k_rules.end(), [&](const QueryRule& rule) { return rule.info.name == name; });
  return found == k_rules.end() ? nullptr : &*found;
}

std::vector<std::string_view> query_names() {
  std::vector<std::string_view> names;
  names.reserve(k_rules.size() + 1);
  for (const QueryRule& rule : k_rules) names.push_back(rule.info.name);
  names.emplace_back("is");
  return names;
}

const std::vector<QueryFieldInfo>& query_fields() {
  static const auto fields = [] {
    std::vector<QueryFieldInfo> all;
    all.reserve(k_rules.size());
    for (const QueryRule& rule : k_rules) all.push_back(rule.info);
    return all;
  }();
  return fields;
}

const std::vector<std::pair<std::string_view, QueryWord>>& query_words() {
  static const std::vector<std::pair<std::string_view, QueryWord>> words{
      {"open", QueryWord::open},         {"closed", QueryWord::closed},   {"unassigned", QueryWord::unassigned},
      {"overdue", QueryWord::overdue},   {"blocked", QueryWord::blocked}, {"stale", QueryWord::stale},
      {"breached", QueryWord::breached}, {"vip", QueryWord::vip},
  };
  return words;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names) {
  const std::string lowered = lower_ascii(word.substr(0, 64));
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, lowered.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = text::distance(lowered, name);
    if (distance < least && distance < name.size()) {
      least = distance;
      nearest = name;
    }
  }
  return nearest.empty() ? "" : "did you mean '" + std::string(nearest) + "'?";
}

std::string in_quotes(std::string_view word) {
  constexpr std::size_t k_longest = 48;
  if (word.size() <= k_longest) return "'" + std::string(word) + "'";
  std::size_t end = k_longest;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  return "'" + std::string(word.substr(0, end)) + "…'";
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string all;
  for (const std::string_view name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
}

}  // namespace behest
