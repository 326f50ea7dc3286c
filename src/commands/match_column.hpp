#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "behest/command.hpp"
#include "render/request_view.hpp"

namespace behest::commands {

// The phrases that a query looks for in texts; those that it excludes are left out.
std::vector<text::Phrase> phrases_of(const Expr& where);
// Whether one is the beginning of a word, of at most two letters, which so many requests may hold that
// counting them takes much longer than finding the newest.
bool has_short_beginning(const std::vector<text::Phrase>& phrases);

// Fills the column `match` among `columns`, where it is one, with a piece of the title, body or a comment around what
// the query looked for.
class MatchColumn {
 public:
  MatchColumn(Store* store, std::vector<text::Phrase> phrases, const std::vector<render::RequestColumn>& columns);
  void fill(const Request& request, std::vector<Cell>& cells) const;

 private:
  Store* store_;
  std::vector<text::Phrase> phrases_;
  std::optional<std::size_t> at_;
};

}  // namespace behest::commands
