#pragma once
#include <string>

namespace behest {

// Who acts, and under which account.
struct Actor {
  std::string name;   // --user, else BEHEST_USER, else the configuration's user, else the login name
  std::string login;  // the account of the process
};

}  // namespace behest
