#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ops/ledger.hpp"

namespace behest::ops {

// What a posting is grouped by, beside its request.
struct Posting {
  std::string who;
  std::string kind;
  std::int64_t day = 0;  // local, since 1970-01-01
};

// Looks requests of a report up, and names the groups of postings.
class LedgerScope {
 public:
  LedgerScope(Store& store, const LedgerQuestion& question);

  // Nullptr when it is not in scope; there until the next is asked for. Postings come request by request.
  const Request* request(std::int64_t number);
  std::vector<std::optional<std::string>> groups(const Request& request, const Posting& posting) const;

 private:
  Store& store_;
  const LedgerQuestion& question_;
  std::vector<std::int64_t> numbers_;  // sorted
  std::optional<Request> last_;
};

// The portions of an entry on the local days of the period, up to as-of.
void each_day(const Config& config, const WorkEntry& entry, const LedgerQuestion& question,
              const std::function<void(std::int64_t day, const Portion& portion)>& visit);

}  // namespace behest::ops
