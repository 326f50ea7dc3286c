#pragma once
#include "behest/document.hpp"
#include "ops/kpi.hpp"

namespace behest::commands {

// Prints a report of KPIs: rows in every format, in json inside an object that says what they are about, and for people
// with a few lines below that say the same. Error(usage) for an unknown key of --fields.
void print_kpi(const ops::KpiReport& report, const Look& look, Spool& spool);

}  // namespace behest::commands
