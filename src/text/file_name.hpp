#pragma once
#include <string>
#include <string_view>

namespace behest::text {

// A name that a file of the current folder can bear, made of one that anybody may have given (SECURITY S11): without
// folders, controls, hidden characters and what shells or other systems read otherwise, not beginning with a dot or a
// dash, at most 200 bytes with its ending kept. Empty when nothing is left.
std::string plain_file_name(std::string_view given);

}  // namespace behest::text
