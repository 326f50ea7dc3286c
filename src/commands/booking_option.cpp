#include <charconv>

#include "commands/setter_options.hpp"

namespace behest::commands {

std::pair<std::string, std::int64_t> booking_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return {text, 1};
  std::int64_t units = 0;
  const char* const end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data() + equals + 1, end, units);
  if (equals == 0 || error != std::errc() || read != end || units < 0 || units > ops::k_most_units) {
    throw Error{ErrorKind::usage, "--book takes RESOURCE or RESOURCE=N, not '" + text + "'",
                "for example --book seats=5"};
  }
  return {text.substr(0, equals), units};
}

}  // namespace behest::commands
