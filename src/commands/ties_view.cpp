#include "commands/ties_view.hpp"

#include <array>
#include <string>
#include <string_view>

#include "core/transition.hpp"

namespace behest::commands {
namespace {

// What a link is called where it starts and where it ends, by relation.
constexpr std::array<std::array<std::string_view, 2>, 4> k_names{{
    {"blocks", "blocked by"},
    {"parent of", "child of"},
    {"duplicates", "duplicated by"},
    {"relates to", "relates to"},
}};

std::string terms_of_tie(const Tie& tie, const Request& request, const LinkTermsBy& waits) {
  if (tie.relation != Relation::blocks) return {};
  if (!tie.is_incoming)
    return ops::terms_text(ops::terms_of(field_value(request, "plan.link." + std::to_string(tie.other))));
  const auto found = waits.find(tie.other);
  return found == waits.end() ? "" : ops::terms_text(found->second);
}

}  // namespace

LinkTermsBy terms_of_waits(Store& store, std::int64_t number) {
  LinkTermsBy waits;
  store.each_fact("plan", "link." + std::to_string(number),
                  [&](std::int64_t from, const Fact& fact) { waits[from] = ops::terms_of(fact.value); });
  return waits;
}

Cell links_cell(const std::vector<Tie>& ties, const Request& request, const LinkTermsBy& waits) {
  std::vector<std::string> links;
  for (const Tie& tie : ties) {
    if (tie.is_deleted) continue;
    const std::string_view name = k_names.at(static_cast<std::size_t>(tie.relation)).at(tie.is_incoming ? 1 : 0);
    links.push_back(std::string(name) + " " + id_text(tie.other) + terms_of_tie(tie, request, waits) +
                    (tie.is_open() ? "" : " (closed)"));
  }
  return list_cell(links);
}

Cell list_cell(const std::vector<std::string>& words) { return words.empty() ? Cell{} : Cell{words}; }

Cell progress_cell(const std::vector<Tie>& ties) {
  int all = 0;
  int closed = 0;
  for (const Tie& tie : ties) {
    if (tie.relation != Relation::parent || tie.is_incoming || tie.is_deleted) continue;
    ++all;
    if (!tie.is_open()) ++closed;
  }
  if (all == 0) return {};
  return {std::to_string(closed) + " of " + std::to_string(all) + " closed"};
}

}  // namespace behest::commands
