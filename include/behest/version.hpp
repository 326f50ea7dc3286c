#pragma once

namespace behest {

inline constexpr const char* k_version_text = BEHEST_VERSION;

}  // namespace behest
