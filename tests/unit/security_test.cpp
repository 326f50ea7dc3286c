#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "spied_desk.hpp"

using namespace behest;
using namespace behest::plan_test;

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> statements_of(SpiedDesk& desk, const std::vector<std::string>& words) {
  desk.statements.clear();
  desk.run(words);
  std::vector<std::string> texts;
  for (const Statement& statement : desk.statements) texts.push_back(statement.sql);
  return texts;
}

bool is_refused(SpiedDesk& desk, const std::vector<std::string>& words) {
  try {
    desk.run(words);
    return false;
  } catch (const Error& error) {
    return error.kind == ErrorKind::usage;
  }
}

constexpr std::array k_injections = {"'; DROP TABLE request;--",
                                     "') OR 1=1 --",
                                     "x' UNION SELECT 1 FROM command--",
                                     "NEAR(a b, 2)",
                                     "{title} : a",
                                     "a AND NOT b*",
                                     "%_\\% word",
                                     "$1 ?1 :a @a",
                                     "(SELECT 1)"};

// Where each promise about security is proven: a test of this name stands in this file.
struct Proof {
  const char* promise;
  const char* file;
  const char* test;
};
constexpr std::array k_proofs = {
    Proof{"S1 control characters", "tests/unit/text_safe_test.cpp", "no encoder lets a control byte"},
    Proof{"S1 of every command", "tests/failure/evil.cpp", "void evil()"},
    Proof{"S2 hidden characters", "tests/unit/text_safe_test.cpp", "combining marks are capped"},
    Proof{"S3 formulas", "tests/unit/text_safe_test.cpp", "csv_text and tsv_text disarm formulas"},
    Proof{"S4 markup", "tests/unit/text_safe_test.cpp", "markdown_text leaves no markup"},
    Proof{"S5 headers of mail", "tests/fuzz/mail.cpp", "void check_letter("},
    Proof{"S6 loops and strangers", "tests/unit/ops_mail_test.cpp", "a stranger can neither speak in a request"},
    Proof{"S7 bombs", "tests/failure/mail.cpp", "void bombs()"},
    Proof{"S7 bombs under sanitizers", "tests/unit/mail_bombs_test.cpp", "S7: parts without end"},
    Proof{"S7 whatever comes", "tests/fuzz/mail.cpp", "LLVMFuzzerTestOneInput"},
    Proof{"S8 settings of strangers", "tests/failure/trust.cpp", "void project_settings()"},
    Proof{"S8 nothing is executed", "tests/failure/trust.cpp", "void no_program_at_all()"},
    Proof{"S8 untrusted files", "tests/unit/config_layers_test.cpp", "a file that others may write is skipped"},
    Proof{"S9 pagers", "tests/failure/trust.cpp", "void pagers()"},
    Proof{"S9 editors", "tests/failure/trust.cpp", "void editors()"},
    Proof{"S10 planted programs", "tests/failure/trust.cpp", "void planted_programs()"},
    Proof{"S11 links and pipes", "tests/failure/bad_files.cpp", "void foreign_files()"},
    Proof{"S12 statements", "tests/unit/security_test.cpp", "no value gets into a statement"},
    Proof{"S12 the search", "tests/contract/store_search_test.cpp", "TEST_CASE"},
    Proof{"S13 no regular expressions", "tests/unit/security_test.cpp", "no regular expression is run"},
    Proof{"S14 caps of values", "tests/failure/bad_values.cpp", "one byte too long"},
    Proof{"S14 caps of queries", "tests/unit/query_limits_test.cpp", "nesting is limited to 64"},
    Proof{"S14 memory", "tests/failure/hostile.cpp", "void little_memory"},
    Proof{"S14 no cores", "tests/cli/hook.t", "ulimit -c"},
    Proof{"S14 time in proportion", "tests/failure/linear.cpp", "void linear()"},
    Proof{"S15 an erased person", "tests/unit/contacts_test.cpp", "an erased person is nowhere in the file"},
    Proof{"S16 modes", "tests/failure/modes.cpp", "void modes()"},
    Proof{"S17 strange schemas and rows", "tests/failure/hostile.cpp", "void strange_schemas"},
    Proof{"S17 damaged files", "tests/failure/hostile.cpp", "void flipped_bytes"},
    Proof{"S18 forged records", "tests/failure/evil.cpp", "void evil()"},
    Proof{"S19 options", "tests/failure/bad_values.cpp", "option_injections()"},
    Proof{"S20 two at once", "tests/failure/retries.cpp", "void races()"},
    Proof{"S22 setuid", "tests/failure/trust.cpp", "void setuid_copy()"},
    Proof{"S22 time zones", "tests/failure/trust.cpp", "void time_zones()"},
};

}  // namespace

TEST_CASE("security: no value gets into a statement") {
  SpiedDesk desk;
  for (const std::string field : {"key", "title", "text", "type", "category", "team", "assignee", "requester", "label",
                                  "waiting_on", "field.system"}) {
    const auto plain = statements_of(desk, {"list", "-L", "20", field + ":\"plain\""});
    REQUIRE_FALSE(plain.empty());
    for (const std::string injection : k_injections) {
      CAPTURE(field);
      CAPTURE(injection);
      CHECK(statements_of(desk, {"list", "-L", "20", field + ":\"" + injection + "\""}) == plain);
    }
  }
  CHECK(desk.run({"list", "--count", "state:any"}) == "3\n");
}

TEST_CASE("security: a name of a column is one that there is") {
  SpiedDesk desk;
  for (const std::string injection : k_injections) {
    CAPTURE(injection);
    CHECK(is_refused(desk, {"list", "--sort", injection}));
    CHECK(is_refused(desk, {"list", "--columns", injection}));
    CHECK(is_refused(desk, {"list", "--group-by", injection}));
  }
  const auto plain = statements_of(desk, {"list", "--sort", "field.system"});
  CHECK(statements_of(desk, {"list", "--sort", "field.x') OR 1=1 --"}) == plain);
}

TEST_CASE("security: no regular expression is run") {
  std::size_t files = 0;
  for (const char* folder : {"include", "src"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(BEHEST_SOURCE_DIR) / folder)) {
      if (!entry.is_regular_file()) continue;
      ++files;
      const std::string text = text_of(entry.path());
      CAPTURE(entry.path().string());
      for (const char* word : {"<regex>", "std::regex", "regcomp(", "GLOB", "REGEXP"}) {
        CHECK(text.find(word) == std::string::npos);
      }
    }
  }
  CHECK(files > 100);
}

TEST_CASE("security: each promise has its proof") {
  for (const Proof& proof : k_proofs) {
    CAPTURE(proof.promise);
    const std::string text = text_of(std::filesystem::path(BEHEST_SOURCE_DIR) / proof.file);
    CHECK(text.find(proof.test) != std::string::npos);
  }
}
