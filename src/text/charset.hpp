#pragma once
#include <string>
#include <string_view>

namespace behest::text {

// `bytes` of a character set as mail names it (RFC 2978), as UTF-8; what is wrong in them becomes U+FFFD. Names mean
// what mail programs mean by them: gb2312 is gb18030, iso-8859-1 is windows-1252. Of a set that is unknown, or not one
// of mail, only UTF-8 is understood.
std::string utf8_of(std::string_view bytes, std::string_view charset);

}  // namespace behest::text
