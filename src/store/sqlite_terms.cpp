#include "store/sqlite_terms.hpp"

#include <exception>

#include <sqlite3.h>

#include "behest/text/terms.hpp"

namespace behest::store {
namespace {

void terms_function(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    const unsigned char* const bytes = sqlite3_value_text(values[0]);
    if (bytes == nullptr) return sqlite3_result_text(context, "", 0, SQLITE_STATIC);
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    const std::string joined = text::joined_terms({reinterpret_cast<const char*>(bytes), size});
    sqlite3_result_text64(context, joined.data(), joined.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

void teach_terms(const Connection& connection) {
  const int code = sqlite3_create_function_v2(connection.handle(), "behest_terms", 1,
                                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                              terms_function, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw engine_error(connection.handle(), code, connection.path());
}

}  // namespace behest::store
