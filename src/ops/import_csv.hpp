#pragma once
#include "core/row_map.hpp"
#include "ops/import.hpp"
#include "ops/work.hpp"
#include "text/byte_source.hpp"

namespace behest::ops {

// Makes a request of every row below the header, through the verbs: submit when it was created, with its assignee;
// what it waits for; close when it was closed. `report` is told of every row; one that makes no sense, or whose key is
// in use, leaves nothing behind. Inside Store::transact(). Error(bad_data) for a file without a column that `map`
// names, and for CSV that cannot be read on.
void import_csv(Work& work, const text::ByteSource& source, const RowMap& map, const ImportContext& context,
                const LineReport& report);

}  // namespace behest::ops
