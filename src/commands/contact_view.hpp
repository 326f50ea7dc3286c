#pragma once
#include <vector>

#include "behest/command.hpp"
#include "ops/contacts.hpp"

namespace behest::commands {

// One as an object, several as rows.
void print_contacts(Env& env, const std::vector<ops::Contact>& contacts, bool is_single);
// One with its requests, the newest first.
void print_contact(Env& env, const ops::Contact& contact, const std::vector<Request>& requests);
// What an erasure, or the rehearsal of one, took away and left.
void print_erasure(Env& env, const ops::Erasure& erasure);
void print_due(Env& env, const std::vector<ops::DueContact>& contacts);

}  // namespace behest::commands
