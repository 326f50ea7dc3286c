#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "harness.hpp"

namespace failure {
namespace {

// A sentence repeats no more of what was given than a person reads.
constexpr std::size_t k_longest_error = 1500;

int keep_first(void* target, int count, char** values, char** /*names*/) {
  auto& kept = *static_cast<std::optional<std::string>*>(target);
  if (!kept && count > 0) kept = values[0] != nullptr ? values[0] : "";
  return 0;
}

}  // namespace

std::string visible(std::string_view text, std::size_t most) {
  std::string out;
  for (const char byte : text.substr(0, most)) {
    const auto value = static_cast<unsigned char>(byte);
    if (value >= 0x20 && value < 0x7f) {
      out += byte;
      continue;
    }
    char code[8];
    std::snprintf(code, sizeof code, "\\x%02x", value);
    out += byte == '\n' ? "\\n" : code;
  }
  return text.size() > most ? out + "…" : out;
}

std::optional<std::size_t> unsafe_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f) return i;
    if (byte == 0xc2 && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[i + 1]);
      if (next >= 0x80 && next <= 0x9f) return i;
    }
  }
  return std::nullopt;
}

void expect_error(const std::string& what, const Outcome& outcome, const std::set<int>& codes) {
  check(codes.count(outcome.code) == 1, what + ": exit code", outcome.told());
  check(outcome.out.empty(), what + ": nothing on stdout", outcome.told());
  const auto lines = std::count(outcome.err.begin(), outcome.err.end(), '\n');
  const bool is_sentence = outcome.err.starts_with("behest: ") && outcome.err.ends_with('\n') && lines <= 2 &&
                           outcome.err.size() <= k_longest_error;
  check(is_sentence, what + ": one sentence on stderr", outcome.told());
  check(!unsafe_byte(outcome.err), what + ": stderr is safe text", outcome.told());
}

void expect_sound(const Sandbox& sandbox, const std::string& what) {
  const Outcome doctor = sandbox.run({"doctor", "--json"});
  check(doctor.code == 0 && is_json(doctor.out), what + ": doctor finds it sound", doctor.told());
  const std::string verdict = sql(sandbox.db(), "PRAGMA integrity_check");
  check(verdict == "ok", what + ": integrity_check", verdict);
  const auto folder = std::filesystem::path(sandbox.db()).parent_path();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("desk.db")) continue;
    const bool is_expected = name == "desk.db" || (name == "desk.db-journal" && entry.file_size() == 0);
    check(is_expected, what + ": no file is left over", name);
  }
}

std::string sql(const std::string& path, const std::string& statement) {
  sqlite3* database = nullptr;
  char* message = nullptr;
  std::optional<std::string> first;
  int code = sqlite3_open(path.c_str(), &database);
  if (code == SQLITE_OK) code = sqlite3_exec(database, statement.c_str(), keep_first, &first, &message);
  std::string answer = code == SQLITE_OK ? first.value_or("") : "error: " + std::string(sqlite3_errmsg(database));
  sqlite3_free(message);
  sqlite3_close(database);
  return answer;
}

bool is_json(std::string_view text) { return nlohmann::json::accept(text); }

std::size_t json_length(std::string_view array) {
  const auto value = nlohmann::json::parse(array, nullptr, false);
  return value.is_array() ? value.size() : 0;
}

std::string json_field(std::string_view object, const std::string& name) {
  const auto value = nlohmann::json::parse(object, nullptr, false);
  if (!value.is_object() || !value.contains(name)) return "";
  return value[name].is_string() ? value[name].get<std::string>() : value[name].dump();
}

}  // namespace failure
