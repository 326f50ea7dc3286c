#pragma once
#include <optional>
#include <string>

#include "behest/config.hpp"
#include "behest/core/request.hpp"

namespace behest {

// The refusals of the state machine (DESIGN 3), as Error(refused) with what to do instead.
void check_wait(const Request& request, State target);
void check_resume(const Request& request);
void check_close(const Request& request);
void check_reopen(const Request& request);

// The priority that the configuration gives a request: by hand stays, else the matrix of impact and urgency (a missing
// one is medium), else its category's default, else the general one (METRICS 5).
int effective_priority(const Request& request, const Config& config);

// "#12"
std::string id_text(std::int64_t number);

}  // namespace behest
