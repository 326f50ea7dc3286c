#pragma once
#include <string>
#include <vector>

namespace behest::transcripts {

struct ManualExample {
  std::string page;    // behest-submit.1
  std::string script;  // one line or several
};

// The commands under EXAMPLES in every page of the manual, as a reader would copy them.
std::vector<ManualExample> manual_examples();

}  // namespace behest::transcripts
