#include "text/charset.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>

#include <iconv.h>

#include "behest/text/utf8.hpp"

namespace behest::text {
namespace {

struct Known {
  std::string_view name;  // in lower case, without marks between the letters
  const char* converter;  // as iconv knows it
};

// SECURITY S7: no other converter is ever loaded.
constexpr std::array k_known = {
    Known{"big5", "BIG5-HKSCS"},
    Known{"big5hkscs", "BIG5-HKSCS"},
    Known{"cp1250", "CP1250"},
    Known{"cp1251", "CP1251"},
    Known{"cp1252", "CP1252"},
    Known{"cp1253", "CP1253"},
    Known{"cp1254", "CP1254"},
    Known{"cp1255", "CP1255"},
    Known{"cp1256", "CP1256"},
    Known{"cp1257", "CP1257"},
    Known{"cp1258", "CP1258"},
    Known{"cp932", "CP932"},
    Known{"cp936", "GB18030"},
    Known{"cp949", "CP949"},
    Known{"cp950", "BIG5-HKSCS"},
    Known{"eucjp", "EUC-JP-MS"},
    Known{"euckr", "CP949"},
    Known{"euctw", "EUC-TW"},
    Known{"gb18030", "GB18030"},
    Known{"gb2312", "GB18030"},
    Known{"gbk", "GB18030"},
    Known{"iso2022cn", "ISO-2022-CN"},
    Known{"iso2022jp", "ISO-2022-JP-2"},
    Known{"iso2022jp1", "ISO-2022-JP-2"},
    Known{"iso2022jp2", "ISO-2022-JP-2"},
    Known{"iso2022kr", "ISO-2022-KR"},
    Known{"iso88591", "CP1252"},
    Known{"iso885910", "ISO-8859-10"},
    Known{"iso885911", "CP874"},
    Known{"iso885913", "ISO-8859-13"},
    Known{"iso885914", "ISO-8859-14"},
    Known{"iso885915", "ISO-8859-15"},
    Known{"iso885916", "ISO-8859-16"},
    Known{"iso88592", "ISO-8859-2"},
    Known{"iso88593", "ISO-8859-3"},
    Known{"iso88594", "ISO-8859-4"},
    Known{"iso88595", "ISO-8859-5"},
    Known{"iso88596", "ISO-8859-6"},
    Known{"iso88597", "ISO-8859-7"},
    Known{"iso88598", "ISO-8859-8"},
    Known{"iso88598i", "ISO-8859-8"},
    Known{"iso88599", "CP1254"},
    Known{"koi8r", "KOI8-R"},
    Known{"koi8u", "KOI8-U"},
    Known{"ksc56011987", "CP949"},
    Known{"latin1", "CP1252"},
    Known{"macintosh", "MACINTOSH"},
    Known{"mskanji", "CP932"},
    Known{"shiftjis", "CP932"},
    Known{"sjis", "CP932"},
    Known{"tis620", "CP874"},
    Known{"utf16", "UTF-16"},
    Known{"utf16be", "UTF-16BE"},
    Known{"utf16le", "UTF-16LE"},
    Known{"utf7", "UTF-7"},
    Known{"windows1250", "CP1250"},
    Known{"windows1251", "CP1251"},
    Known{"windows1252", "CP1252"},
    Known{"windows1253", "CP1253"},
    Known{"windows1254", "CP1254"},
    Known{"windows1255", "CP1255"},
    Known{"windows1256", "CP1256"},
    Known{"windows1257", "CP1257"},
    Known{"windows1258", "CP1258"},
    Known{"windows31j", "CP932"},
    Known{"windows874", "CP874"},
    Known{"windows936", "GB18030"},
    Known{"windows949", "CP949"},
};

std::string plain_name(std::string_view charset) {
  std::string name;
  for (const char c : charset.substr(0, 64)) {
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
  }
  return name;
}

const Known* find_known(std::string_view charset) {
  const std::string name = plain_name(charset);
  const auto* const found = std::ranges::lower_bound(k_known, name, {}, &Known::name);
  return found != k_known.end() && found->name == name ? found : nullptr;
}

struct Close {
  void operator()(void* converter) const { ::iconv_close(converter); }
};

std::optional<std::string> converted(std::string_view bytes, const char* from) {
  const iconv_t opened = ::iconv_open("UTF-8", from);
  if (reinterpret_cast<std::intptr_t>(opened) == -1) return std::nullopt;
  const std::unique_ptr<std::remove_pointer_t<iconv_t>, Close> converter(opened);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 4096> piece{};
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = piece.data();
    std::size_t room = piece.size();
    const bool is_done = ::iconv(opened, &in, &left, &to, &room) != static_cast<std::size_t>(-1);
    const int error = errno;
    out.append(piece.data(), piece.size() - room);
    if (is_done || error == E2BIG) continue;
    append_utf8(out, 0xfffd);
    if (error == EINVAL) break;  // cut off at its end
    ++in;
    --left;
  }
  return out;
}

}  // namespace

std::string utf8_of(std::string_view bytes, std::string_view charset) {
  if (const Known* known = find_known(charset)) {
    if (auto text = converted(bytes, known->converter)) return repair_utf8(*text);
  }
  return repair_utf8(bytes);
}

}  // namespace behest::text
