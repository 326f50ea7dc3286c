#include <array>

#include "behest/core/request.hpp"
#include "core/ascii.hpp"

namespace behest {
namespace {

constexpr std::array<std::string_view, 5> k_states{"new", "open", "pending", "hold", "closed"};
constexpr std::array<std::string_view, 6> k_resolutions{"done",      "answered",  "declined",
                                                        "duplicate", "withdrawn", "spam"};
constexpr std::array<std::string_view, 10> k_channels{"cli",   "mail",    "phone",  "web",       "chat",
                                                      "visit", "meeting", "survey", "interview", "api"};
constexpr std::array<std::string_view, 4> k_relations{"blocks", "parent", "duplicates", "relates"};

template <class Enum, std::size_t Size>
std::optional<Enum> named(const std::array<std::string_view, Size>& names, std::string_view name) {
  for (std::size_t i = 0; i < Size; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template <std::size_t Size>
std::string joined(const std::array<std::string_view, Size>& names) {
  std::string all;
  for (const std::string_view name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
}

}  // namespace

std::optional<Instant> planned_start(const Request& request) {
  const text::JsonValue start = field_value(request, "plan.start");
  return start.integer() == nullptr ? std::nullopt : std::optional(Instant{*start.integer()});
}

std::string_view name_of(State state) { return k_states.at(static_cast<std::size_t>(state)); }
std::string_view name_of(Resolution resolution) { return k_resolutions.at(static_cast<std::size_t>(resolution)); }
std::string_view name_of(Channel channel) { return k_channels.at(static_cast<std::size_t>(channel)); }
std::string_view name_of(Relation relation) { return k_relations.at(static_cast<std::size_t>(relation)); }

std::optional<State> state_named(std::string_view name) { return named<State>(k_states, name); }
std::optional<Resolution> resolution_named(std::string_view name) { return named<Resolution>(k_resolutions, name); }
std::optional<Channel> channel_named(std::string_view name) { return named<Channel>(k_channels, name); }
std::optional<Relation> relation_named(std::string_view name) { return named<Relation>(k_relations, name); }

std::string state_names() { return joined(k_states); }
std::string resolution_names() { return joined(k_resolutions); }
std::string channel_names() { return joined(k_channels); }

bool is_excluded(Resolution resolution) {
  return resolution == Resolution::spam || resolution == Resolution::duplicate || resolution == Resolution::withdrawn;
}

int matrix_priority(const PriorityMatrix& matrix, int impact, int urgency) {
  const auto row = static_cast<std::size_t>(impact - 1);
  const auto column = static_cast<std::size_t>(urgency - 1);
  if (row >= matrix.size() || column >= matrix[row].size()) {
    throw Error{ErrorKind::bug,
                "the priority matrix has no cell for impact " + std::to_string(impact) + " and urgency " +
                    std::to_string(urgency),
                ""};
  }
  return matrix[row][column];
}

std::optional<int> parse_priority(std::string_view text) {
  if (!text.empty() && lower_ascii(text.front()) == 'p') text.remove_prefix(1);
  if (text.size() != 1 || text.front() < '1' || text.front() > '5') return std::nullopt;
  return text.front() - '0';
}

std::optional<int> parse_level(std::string_view text) {
  constexpr std::array<std::string_view, 3> k_levels{"high", "medium", "low"};
  for (int level = 1; level <= 3; ++level) {
    const std::string_view name = k_levels[static_cast<std::size_t>(level - 1)];
    if (same_ascii_fold(text, name) || text == std::to_string(level)) return level;
  }
  return std::nullopt;
}

}  // namespace behest
