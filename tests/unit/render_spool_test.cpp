#include <csignal>
#include <cstdlib>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "behest/core/error.hpp"
#include "render_fixture.hpp"

using namespace behest;
using namespace behest::test;

namespace {

// A line that differs from all others, so that a lost, doubled or swapped chunk shows.
std::string numbered_line(std::size_t number, std::size_t length) {
  auto line = std::to_string(number);
  line.resize(length, static_cast<char>('a' + number % 26));
  return line;
}

std::string fill(Spool& spool, std::size_t bytes, std::size_t line_length) {
  std::string expected;
  for (std::size_t number = 0; expected.size() < bytes; ++number) {
    const auto line = text::term_line(numbered_line(number, line_length));
    expected += line.view();
    spool.add(line);
  }
  return expected;
}

// Restores what the test changes for the whole process.
class TinyFileLimit {
 public:
  TinyFileLimit() {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tiny{1U << 20U, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tiny);
  }
  ~TinyFileLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  TinyFileLimit(const TinyFileLimit&) = delete;
  TinyFileLimit& operator=(const TinyFileLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("a spool gives back 40 MiB in order, in small pieces, and forgets them") {
  Spool spool;
  CHECK(spool.empty());
  const auto expected = fill(spool, 40U << 20U, 997);
  CHECK_FALSE(spool.empty());
  FakeOutput output;
  spool.release(output);
  CHECK((output.written == expected));
  CHECK(output.largest_piece <= (1U << 20U));
  CHECK(spool.empty());
  FakeOutput again;
  spool.release(again);
  CHECK(again.written.empty());
}

TEST_CASE("a spool takes pieces larger than its buffers") {
  Spool spool;
  auto expected = fill(spool, 36U << 20U, 9U << 20U);
  expected += fill(spool, 10, 5);
  FakeOutput output;
  spool.release(output);
  CHECK((output.written == expected));
}

TEST_CASE("a spool can be filled again after its release") {
  Spool spool;
  fill(spool, 17U << 20U, 1U << 20U);
  FakeOutput first;
  spool.release(first);
  spool.add(text::term_line("next"));
  FakeOutput second;
  spool.release(second);
  CHECK(second.written == "next");
}

TEST_CASE("a spool falls back to /tmp when TMPDIR is no directory") {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/nowhere/at/all", 1);
  Spool spool;
  const auto expected = fill(spool, 18U << 20U, 1U << 20U);
  FakeOutput output;
  spool.release(output);
  CHECK((output.written == expected));
  before == nullptr ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
}

TEST_CASE("a temporary file that cannot be written is a temporary failure") {
  const TinyFileLimit limit;
  Spool spool;
  try {
    fill(spool, 20U << 20U, 1U << 20U);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind == ErrorKind::temporary);
    CHECK(error.message.find("temporary file") != std::string::npos);
    CHECK_FALSE(error.hint.empty());
  }
}
