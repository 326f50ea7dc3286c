#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "config/toml_node.hpp"

namespace behest::config {

// A piece of a TOML text by its bytes.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// One statement of a TOML text: a header, or a key with its value.
struct Statement {
  bool is_header = false;
  bool is_list = false;  // a header in double brackets
  Extent key;            // what stands before '=', or within the brackets
  Extent value;          // of a key
  Extent line;           // its lines, from their indent to their line break
};

// The statements of a document that is known to be valid TOML, in file order.
std::vector<Statement> statements_of(std::string_view text);
// The same for the members of the inline table at `table` (braces included); a line is from key to value.
std::vector<Statement> members_of(std::string_view text, Extent table);
// Line and column of a byte.
Position position_of(std::string_view text, std::size_t byte);
// Where a key of more than `limit` parts passes it, or npos. Sound on any text: what is valid TOML up to some byte is
// read up to there as TOML reads it.
std::size_t find_deep_key(std::string_view text, std::size_t limit);

}  // namespace behest::config
