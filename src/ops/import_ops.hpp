#pragma once
#include "ops/import.hpp"
#include "ops/work.hpp"
#include "text/byte_source.hpp"

namespace behest::ops {

// Applies JSON lines, one operation each (`behest help import`), through the verbs; `report` is told of every line that
// is not blank. A line that fails leaves nothing behind. Inside Store::transact(). Throws what is not about a line.
void import_ops(Work& work, const text::ByteSource& source, const ImportContext& context, const LineReport& report);

}  // namespace behest::ops
