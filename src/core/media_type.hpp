#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace behest {

// How many bytes of a file guess_media_type() looks at.
inline constexpr std::size_t k_media_type_bytes = 512;

// The media type of a file by the bytes it begins with, else by the ending of its name (types of the IANA registry),
// else text/plain for text and application/octet-stream for anything else. A guess: nothing is run or opened by it.
std::string guess_media_type(std::string_view name, std::string_view beginning);
// "type/subtype" in lower case (RFC 6838, 4.2); nothing when it is not spelled so.
std::optional<std::string> media_type_named(std::string_view text);

}  // namespace behest
