#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "behest/document.hpp"
#include "behest/store.hpp"
#include "ops/links.hpp"

namespace behest::commands {

using LinkTermsBy = std::map<std::int64_t, ops::LinkTerms>;
// Of the links of blocks that end at a request, by the request that they come from. Inside of Store::read().
LinkTermsBy terms_of_waits(Store& store, std::int64_t number);

// The links of a request with its facts as people read them, from both sides: blocks #7 (SS +2h), blocked by #3, parent
// of #4 (closed). Deleted ones are left out.
Cell links_cell(const std::vector<Tie>& ties, const Request& request, const LinkTermsBy& waits);
// How many sub-requests are closed: "2 of 5 closed"; empty without any.
Cell progress_cell(const std::vector<Tie>& ties);

// Nothing where there are no words.
Cell list_cell(const std::vector<std::string>& words);

}  // namespace behest::commands
