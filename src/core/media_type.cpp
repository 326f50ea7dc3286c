#include "core/media_type.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"

namespace behest {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view type;
  std::size_t offset = 0;
};

constexpr std::string_view k_zip = "application/zip";
constexpr std::string_view k_ole = "application/x-ole-storage";

constexpr std::array k_signatures = {
    Signature{"\x89PNG\r\n\x1a\n", "image/png"},
    Signature{"\xff\xd8\xff", "image/jpeg"},
    Signature{"GIF87a", "image/gif"},
    Signature{"GIF89a", "image/gif"},
    Signature{"WEBP", "image/webp", 8},
    Signature{"WAVE", "audio/wav", 8},
    Signature{"ftyp", "video/mp4", 4},
    Signature{"%PDF-", "application/pdf"},
    Signature{"PK\x03\x04", k_zip},
    Signature{"PK\x05\x06", k_zip},
    Signature{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", k_ole},
    Signature{"\x1f\x8b", "application/gzip"},
    Signature{"BZh", "application/x-bzip2"},
    Signature{std::string_view("\xfd"
                               "7zXZ\0",
                               6),
              "application/x-xz"},
    Signature{"\x28\xb5\x2f\xfd", "application/zstd"},
    Signature{"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"},
    Signature{"\x7f"
              "ELF",
              "application/x-executable"},
    Signature{std::string_view("SQLite format 3\0", 16), "application/vnd.sqlite3"},
    Signature{"OggS", "application/ogg"},
    Signature{"fLaC", "audio/flac"},
    Signature{"ID3", "audio/mpeg"},
    Signature{"{\\rtf", "application/rtf"},
    Signature{"II*", "image/tiff"},
    Signature{"%!PS", "application/postscript"},
    Signature{"\xd4\xc3\xb2\xa1", "application/vnd.tcpdump.pcap"},
};

struct Ending {
  std::string_view ending;
  std::string_view type;
};

// Formats that are a zip or an OLE file inside: the ending tells them apart.
constexpr std::array k_packed = {
    Ending{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Ending{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Ending{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    Ending{"odt", "application/vnd.oasis.opendocument.text"},
    Ending{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    Ending{"odp", "application/vnd.oasis.opendocument.presentation"},
    Ending{"epub", "application/epub+zip"},
    Ending{"jar", "application/java-archive"},
    Ending{"apk", "application/vnd.android.package-archive"},
    Ending{"doc", "application/msword"},
    Ending{"xls", "application/vnd.ms-excel"},
    Ending{"ppt", "application/vnd.ms-powerpoint"},
    Ending{"msg", "application/vnd.ms-outlook"},
};

constexpr std::array k_texts = {
    Ending{"csv", "text/csv"},
    Ending{"css", "text/css"},
    Ending{"eml", "message/rfc822"},
    Ending{"htm", "text/html"},
    Ending{"html", "text/html"},
    Ending{"ics", "text/calendar"},
    Ending{"js", "text/javascript"},
    Ending{"json", "application/json"},
    Ending{"md", "text/markdown"},
    Ending{"pem", "application/pem-certificate-chain"},
    Ending{"svg", "image/svg+xml"},
    Ending{"toml", "application/toml"},
    Ending{"tsv", "text/tab-separated-values"},
    Ending{"vcf", "text/vcard"},
    Ending{"xml", "application/xml"},
    Ending{"yaml", "application/yaml"},
    Ending{"yml", "application/yaml"},
};

template <std::size_t N>
std::optional<std::string> by_ending(const std::array<Ending, N>& known, std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto found = std::ranges::find(known, lower_ascii(name.substr(dot + 1)), &Ending::ending);
  if (found == known.end()) return std::nullopt;
  return std::string(found->type);
}

// The last character may be cut off where the beginning ends.
bool is_text(std::string_view beginning) {
  constexpr std::size_t k_longest_character = 4;
  const bool has_control = std::ranges::any_of(beginning, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1b;
  });
  if (has_control) return false;
  for (std::size_t cut = 0; cut < k_longest_character && cut <= beginning.size(); ++cut) {
    if (text::is_valid_utf8(beginning.substr(0, beginning.size() - cut))) return true;
    if (beginning.size() < k_media_type_bytes) return false;
  }
  return false;
}

bool is_restricted(std::string_view name) {
  constexpr std::size_t k_longest = 127;
  return !name.empty() && name.size() <= k_longest && std::ranges::all_of(name, [](char c) {
    const bool is_alnum = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return is_alnum || std::string_view("!#$&-^_.+").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::string guess_media_type(std::string_view name, std::string_view beginning) {
  const auto found = std::ranges::find_if(k_signatures, [&](const Signature& known) {
    return beginning.size() >= known.offset + known.bytes.size() &&
           beginning.substr(known.offset, known.bytes.size()) == known.bytes;
  });
  if (found != k_signatures.end()) {
    const bool is_packed = found->type == k_zip || found->type == k_ole;
    const auto inner = is_packed ? by_ending(k_packed, name) : std::nullopt;
    return inner.value_or(std::string(found->type));
  }
  if (!is_text(beginning)) return "application/octet-stream";
  return by_ending(k_texts, name).value_or("text/plain");
}

std::optional<std::string> media_type_named(std::string_view text) {
  std::string type = lower_ascii(text);
  const std::size_t slash = type.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const std::string_view whole = type;
  if (!is_restricted(whole.substr(0, slash)) || !is_restricted(whole.substr(slash + 1))) return std::nullopt;
  return type;
}

}  // namespace behest
