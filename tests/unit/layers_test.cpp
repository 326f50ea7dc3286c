// Holds the source to the layers and sizes of the design: what may include what, and what is known in one place only.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace {

using Words = std::vector<std::string_view>;
using Violations = std::vector<std::string>;

struct Layer {
  std::string_view files;  // the beginning of their paths
  Words may_include;       // beginnings of what stands between the quotes
};

// The first layer that a file belongs to counts.
const std::vector<Layer>& layers() {
  static const std::vector<Layer> all = {
      {"include/behest/text/", {"behest/text/"}},
      {"include/behest/core/", {"behest/core/", "behest/text/"}},
      {"include/behest/ports/", {"behest/ports/", "behest/core/", "behest/text/"}},
      {"include/behest/config.hpp", {"behest/core/", "behest/text/"}},
      {"include/behest/store.hpp", {"behest/core/", "behest/text/"}},
      {"include/behest/document.hpp", {"behest/ports/streams.hpp", "behest/core/", "behest/text/"}},
      {"include/behest/command.hpp", {"behest/"}},
      {"include/behest/", {}},
      {"src/text/", {"text/", "behest/text/"}},
      {"src/files/", {"files/", "behest/core/error.hpp"}},
      // Config is a struct of plain values; the rules of core are given it as an argument.
      {"src/core/", {"core/", "text/", "behest/core/", "behest/text/", "behest/config.hpp"}},
      {"src/store/", {"store/", "core/", "files/", "text/", "behest/store.hpp", "behest/core/", "behest/text/"}},
      {"src/config/", {"config/", "core/", "files/", "text/", "behest/config.hpp", "behest/core/", "behest/text/"}},
      {"src/render/",
       {"render/", "core/", "files/", "text/", "behest/document.hpp", "behest/ports/streams.hpp", "behest/core/",
        "behest/text/"}},
      {"src/cli/",
       {"cli/", "text/", "behest/command.hpp", "behest/config.hpp", "behest/version.hpp", "behest/core/",
        "behest/text/"}},
      {"src/ops/",
       {"ops/", "core/", "text/", "behest/store.hpp", "behest/config.hpp", "behest/ports/", "behest/core/",
        "behest/text/"}},
      // The module stands alone: it is linked to GMime, and behest is not.
      {"src/mail/module/", {"mail/module/"}},
      {"src/mail/", {"mail/", "core/", "files/", "text/", "behest/ports/", "behest/core/", "behest/text/"}},
      // Help and completion are commands that print what the writers of cli/ make; import reads a map in TOML or an
      // mbox.
      {"src/commands/",
       {"commands/", "ops/", "render/", "core/", "files/", "text/", "cli/writers.hpp", "config/csv_map.hpp",
        "mail/mbox.hpp", "behest/"}},
      {"src/",
       {"run.hpp", "hook_runner.hpp", "terminal.hpp", "program.hpp", "cli/", "mail/loader.hpp", "files/", "text/",
        "behest/"}},
  };
  return all;
}

// Headers and words that belong into one place; "" for nowhere.
struct Home {
  std::string_view what;
  std::string_view files;
};

constexpr Home k_headers[] = {
    {"SQLiteCpp/", "src/store/sqlite_"},
    {"sqlite3.h", "src/store/sqlite_"},
    {"toml++/", "src/config/toml_reader.cpp"},
    {"CLI/", "src/cli/cli11_args.cpp"},
    {"utf8proc.h", "src/text/"},
    {"cmark-gfm", "src/text/markdown_reader.cpp"},
    {"absl/", "src/core/zone.cpp"},
    {"linear.h", "src/core/linear_solver.cpp"},
    {"rapidjson/", "src/text/json_reader.cpp"},
    {"gmime/", "src/mail/module/"},
    {"iconv.h", "src/text/charset.cpp"},
    {"iostream", ""},
    {"regex", ""},
    {"doctest", ""},
};

constexpr Home k_words[] = {
    {"SELECT ", "src/store/"}, {"INSERT INTO ", "src/store/"},
    {"UPDATE ", "src/store/"}, {"DELETE FROM ", "src/store/"},
    {"std::cout", ""},         {"std::cerr", ""},
    {"printf(", ""},           {"puts(", ""},
    {"putchar(", ""},          {"stdout", ""},
};

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool has_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    if (at == 0 || !is_word_character(line[at - 1])) return true;
  }
  return false;
}

bool begins_with_any(std::string_view text, const Words& beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view one) { return text.starts_with(one); });
}

bool is_at_home(const std::string& path, const Home& home) {
  return !home.files.empty() && path.starts_with(home.files);
}

// What stands between the marks of an #include line: "x" or <x>; "" for any other line.
std::string_view included(std::string_view line, char open, char close) {
  if (!line.starts_with("#include ")) return {};
  const std::size_t from = line.find(open);
  const std::size_t to = from == std::string_view::npos ? from : line.find(close, from + 1);
  return to == std::string_view::npos ? std::string_view() : line.substr(from + 1, to - from - 1);
}

std::size_t size_limit(const std::string& path) { return path.starts_with("src/commands/") ? 150 : 500; }

void check_line(const std::string& path, std::string_view line, Violations& found) {
  const auto layer = std::ranges::find_if(layers(), [&](const Layer& one) { return path.starts_with(one.files); });
  if (layer == layers().end()) return;
  if (const auto own = included(line, '"', '"'); !own.empty() && !begins_with_any(own, layer->may_include)) {
    found.push_back(path + " may not include " + std::string(own));
  }
  for (const Home& header : k_headers) {
    if (included(line, '<', '>').starts_with(header.what) && !is_at_home(path, header)) {
      found.push_back(path + " may not include " + std::string(header.what));
    }
  }
  const std::string_view code = line.substr(0, line.find("//"));
  for (const Home& word : k_words) {
    if (has_word(code, word.what) && !is_at_home(path, word)) {
      found.push_back(path + " may not use " + std::string(word.what));
    }
  }
}

Violations violations_of(const std::string& path, std::string_view text) {
  Violations found;
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    check_line(path, text.substr(0, end), found);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++count;
  }
  if (count > size_limit(path)) found.push_back(path + " has " + std::to_string(count) + " lines");
  return found;
}

std::map<std::string, std::string> sources() {
  const std::filesystem::path root = BEHEST_SOURCE_DIR;
  std::map<std::string, std::string> texts;
  for (const char* folder : {"include", "src", "tests"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".cpp" && extension != ".hpp" && extension != ".c") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      texts[entry.path().lexically_relative(root).generic_string()] = {std::istreambuf_iterator<char>(in), {}};
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("layers: includes point one way, and files keep their size") {
  const auto texts = sources();
  CHECK(texts.size() > 100);
  for (const auto& [path, text] : texts) {
    for (const std::string& violation : violations_of(path, text)) FAIL_CHECK(violation);
  }
}

// A type of a header by its namespace and name; two of one name are one to the linker, whatever they hold.
TEST_CASE("layers: no two headers define types of one name") {
  std::map<std::string, std::string> owners;
  const std::regex opening(R"(namespace ([a-z_:]+) \{)");
  const std::regex definition(R"((?:struct|class|enum class) (\w+)(?: final)?(?: : [^;{]+)? \{.*)");
  for (const auto& [path, text] : sources()) {
    if (!path.ends_with(".hpp") || path.starts_with("tests/")) continue;
    std::istringstream lines(text);
    std::string space;
    for (std::string line; std::getline(lines, line);) {
      std::smatch found;
      if (std::regex_match(line, found, opening)) space = found[1];
      if (!std::regex_match(line, found, definition)) continue;
      const auto [owner, is_new] = owners.try_emplace(space + "::" + found[1].str(), path);
      if (!is_new) FAIL_CHECK(path << " and " << owner->second << " both define " << owner->first);
    }
  }
  CHECK(owners.size() > 300);
}

TEST_CASE("layers: toml++, CLI11 and RapidJSON are each known to one source, SQLite to the store") {
  std::map<std::string_view, std::size_t> users;
  for (const auto& [path, text] : sources()) {
    if (!path.starts_with("src/")) continue;
    for (const std::string_view header : {"<toml++/", "<CLI/", "<rapidjson/", "<sqlite3.h>"}) {
      if (text.find("#include " + std::string(header)) != std::string::npos) ++users[header];
    }
  }
  CHECK(users["<toml++/"] == 1);
  CHECK(users["<CLI/"] == 1);
  CHECK(users["<rapidjson/"] == 1);
  CHECK(users["<sqlite3.h>"] >= 1);
}

TEST_CASE("layers: what points the wrong way is found") {
  const auto count = [](const std::string& path, std::string_view text) { return violations_of(path, text).size(); };
  CHECK(count("src/core/life.cpp", "#include \"behest/store.hpp\"\n") == 1);
  CHECK(count("src/core/life.cpp", "#include \"behest/ports/clock.hpp\"\n") == 1);
  CHECK(count("src/core/life.cpp", "#include \"core/civil.hpp\"\n") == 0);
  CHECK(count("src/text/utf8.cpp", "#include \"behest/core/error.hpp\"\n") == 1);
  CHECK(count("src/ops/work.cpp", "#include \"commands/targets.hpp\"\n") == 1);
  CHECK(count("src/run.cpp", "#include \"commands/registry.hpp\"\n") == 1);
  CHECK(count("src/render/json.cpp", "#include \"behest/store.hpp\"\n") == 1);
  CHECK(count("src/store/sql_store.cpp", "#include <sqlite3.h>\n") == 1);
  CHECK(count("src/store/sqlite_session.cpp", "#include <sqlite3.h>\n") == 0);
  CHECK(count("src/commands/list.cpp", "  f(\"SELECT 1\");\n") == 1);
  CHECK(count("src/commands/list.cpp", "  // what SELECT prints\n") == 0);
  CHECK(count("src/commands/list.cpp", "  std::printf(\"x\");\n") == 1);
  CHECK(count("src/store/sql_query.cpp", "  std::snprintf(to, 3, \"x\");\n") == 0);
  CHECK(count("src/env.cpp", "#include <iostream>\n") == 1);
  const auto lines = [](std::size_t number) { return std::string(number, '\n'); };
  CHECK(count("src/commands/list.cpp", lines(150)) == 0);
  CHECK(count("src/commands/list.cpp", lines(151)) == 1);
  CHECK(count("src/ops/work.cpp", lines(501)) == 1);
}
