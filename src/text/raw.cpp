#include "text/raw.hpp"

namespace behest::text {

Safe<Raw> raw_bytes(std::string_view bytes) { return Safe<Raw>::made_by_encoder(std::string(bytes)); }

}  // namespace behest::text
