#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace behest {

// "25 MiB", "1GB", "512": a whole number of bytes, or of kB, MB, GB (powers of 1000) or KiB, MiB, GiB, TiB (of 1024;
// IEC 80000-13); letters of either case. Nothing for any other text, or for more than int64 holds.
std::optional<std::int64_t> parse_size(std::string_view text);
// For people, cut to a tenth below ten units and to whole ones above: "482 bytes", "1.4 MiB".
std::string format_size(std::int64_t bytes);
// What parse_size() reads as just this many: "25 MiB", "1500 B".
std::string exact_size(std::int64_t bytes);

}  // namespace behest
