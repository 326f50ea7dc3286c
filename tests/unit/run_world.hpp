#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <stdlib.h>

#include "behest/text/json.hpp"
#include "run.hpp"

namespace behest::run_test {

class FakeStreams final : public Streams {
 public:
  std::string read_all(std::size_t limit) override {
    if (input.size() > limit) throw Error{ErrorKind::bad_data, "too much", ""};
    return std::exchange(input, "");
  }
  std::optional<std::string> read_line(std::size_t) override {
    if (input.empty()) return std::nullopt;
    const std::size_t end = std::min(input.find('\n'), input.size());
    std::string line = input.substr(0, end);
    input.erase(0, end + 1);
    return line;
  }
  std::size_t read_some(char* buffer, std::size_t size) override {
    const std::size_t got = input.copy(buffer, size);
    input.erase(0, got);
    return got;
  }
  bool out_is_tty() const override { return is_tty; }
  bool err_is_tty() const override { return is_tty; }
  bool in_is_tty() const override { return is_tty; }
  std::size_t width() const override { return 80; }
  void page(std::string_view command) override { pager = command; }
  void flush() override {}

  std::string input;
  std::string output;
  std::string errors;
  std::string pager;
  bool is_tty = false;

 protected:
  void write_out(std::string_view bytes) override { output += bytes; }
  void write_err(std::string_view bytes) override { errors += bytes; }
};

struct Answer {
  int status = 0;
  std::string out;
  std::string err;
};

// A fresh account with an empty home, at 2026-11-23T12:00:00Z, that runs command lines in this process.
class FreshAccount {
 public:
  FreshAccount() : before_(std::filesystem::current_path()) {
    std::string name = (std::filesystem::temp_directory_path() / "behest-run-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    home = name;
    std::filesystem::current_path(home);
    variables = {{"TZ", "UTC"}};
  }
  ~FreshAccount() {
    std::error_code ignored;
    std::filesystem::current_path(before_, ignored);
    std::filesystem::remove_all(home, ignored);
  }
  FreshAccount(const FreshAccount&) = delete;
  FreshAccount& operator=(const FreshAccount&) = delete;

  Answer run(const std::vector<std::string>& words, const std::string& input = "") {
    FakeStreams streams;
    streams.is_tty = is_tty;
    streams.input = input;
    const FixedClock clock(now);
    const World world{streams, clock,
                      [&](std::string_view name) -> std::optional<std::string> {
                        const auto found = variables.find(name);
                        return found == variables.end() ? std::nullopt : std::optional(found->second);
                      },
                      [&] {
                        return Account{"login", home.string()};
                      },
                      (home / "etc").string()};
    const int status = behest::run(world, words);
    pager = streams.pager;
    return {status, streams.output, streams.errors};
  }
  // What a command line that must succeed writes.
  std::string out(const std::vector<std::string>& words) {
    const Answer answer = run(words);
    CAPTURE(answer.err);
    CHECK(answer.status == 0);
    return answer.out;
  }
  text::JsonValue json(const std::vector<std::string>& words) {
    const std::string text = out(words);
    const auto parsed = text::parse_json(text);
    REQUIRE_MESSAGE(parsed, text);
    return *parsed;
  }

  std::filesystem::path home;
  std::map<std::string, std::string, std::less<>> variables;
  Instant now{1'795'435'200'000};
  bool is_tty = false;
  std::string pager;

 private:
  std::filesystem::path before_;
};

inline std::vector<std::string> keys_of(const text::JsonValue& value) {
  std::vector<std::string> keys;
  REQUIRE(value.object() != nullptr);
  for (const auto& [key, member] : *value.object()) keys.push_back(key);
  return keys;
}

inline const text::JsonValue& member(const text::JsonValue& value, std::string_view key) {
  const text::JsonValue* found = value.find(key);
  REQUIRE_MESSAGE(found != nullptr, std::string(key));
  return *found;
}

inline bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace behest::run_test
