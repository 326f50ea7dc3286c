#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "behest/core/time.hpp"

namespace behest::ops {

// The weeks (ISO, from Monday) or months of a zone, numbered as they are first asked for.
class Periods {
 public:
  enum class Kind { week, month };
  struct Period {
    Span span;
    std::size_t index = 0;
  };
  Periods(Kind kind, Zone zone) : kind_(kind), zone_(zone) {}

  // The period that holds `at`.
  Period holding(Instant at);
  // The same without numbering it.
  std::optional<Period> known(Instant at) const;
  // 2026-W48 or 2026-11.
  std::string name(const Period& period) const;

 private:
  Kind kind_;
  Zone zone_;
  std::vector<Period> periods_;  // by their start
};

}  // namespace behest::ops
