#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace behest::text {

// RFC 4648, section 4: with padding, on one line.
std::string base64(std::string_view bytes);
// The bytes again. White space is passed over; nothing for any other stranger or a wrong end.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace behest::text
