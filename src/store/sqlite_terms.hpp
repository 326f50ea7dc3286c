#pragma once
#include "store/sqlite_connection.hpp"

namespace behest::store {

// Gives the connection the function behest_terms(text) for its own statements: text::joined_terms().
void teach_terms(const Connection& connection);

}  // namespace behest::store
