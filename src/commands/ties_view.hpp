#pragma once
#include <string>
#include <vector>

#include "behest/document.hpp"
#include "behest/store.hpp"

namespace behest::commands {

// Links as people read them, from both sides: blocks #7, blocked by #3, parent of #4 (closed). Deleted ones are left
// out.
Cell links_cell(const std::vector<Tie>& ties);
// How many sub-requests are closed: "2 of 5 closed"; empty without any.
Cell progress_cell(const std::vector<Tie>& ties);

// Nothing where there are no words.
Cell list_cell(const std::vector<std::string>& words);

}  // namespace behest::commands
