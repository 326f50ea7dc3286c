#pragma once
#include <string>
#include <vector>

#include "behest/document.hpp"

namespace behest::render {

struct BoardCard {
  std::string head;  // #12 P2 bob
  std::string title;
  Tone tone = Tone::plain;
};
struct BoardColumn {
  std::string title;
  std::vector<BoardCard> cards;
};

// Columns of cards side by side within look.width, those that find no room below the others; each title with its count.
void print_board(const std::vector<BoardColumn>& columns, const Look& look, Spool& spool);

}  // namespace behest::render
