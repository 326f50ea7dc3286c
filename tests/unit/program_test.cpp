// Programs that are run for hooks and for mail: what they get, what is kept of them, and that they end.
#include "program.hpp"

#include <chrono>
#include <csignal>

#include <doctest/doctest.h>

using namespace behest;

namespace {

ProgramCall shell(const std::string& script) {
  ProgramCall call;
  call.words = {"/bin/sh", "-c", script};
  call.variables = {"PATH=/usr/bin:/bin", "MARK=yes"};
  return call;
}

double seconds(const ProgramCall& call, ProgramEnd& end) {
  const auto begin = std::chrono::steady_clock::now();
  end = run_program(call);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("a program gets its words, its input and its variables, and no shell in between") {
  ProgramCall call;
  call.words = {"/bin/echo", "$(id); `id`", "*"};
  CHECK(run_program(call).output == "$(id); `id` *\n");
  call = shell("cat; env | sort; ls /proc/self/fd | wc -l");
  call.input = "given\n";
  const std::string output = run_program(call).output;
  CHECK(output.starts_with("given\nMARK=yes\nPATH=/usr/bin:/bin\nPWD="));
  CHECK_FALSE(output.find("HOME=") != std::string::npos);
  CHECK(output.ends_with("\n4\n"));  // standard input, output, error, and the folder that ls reads
}

TEST_CASE("how a program ended is told") {
  CHECK(run_program(shell("exit 3")).code == 3);
  CHECK(run_program(shell("kill -TERM $$")).signal == SIGTERM);
  ProgramCall none;
  none.words = {"/no/such/program"};
  CHECK(run_program(none).code == 127);
  CHECK(feed_program({"/bin/sh", "-c", "kill -TERM $$"}, "", Duration{9'000}).status == 128 + SIGTERM);
}

TEST_CASE("of what a program writes the beginning is kept, of mail's only the complaint") {
  ProgramCall call = shell("yes | head -c 3000000; exit 4");
  call.most_output = 1'000;
  const ProgramEnd end = run_program(call);
  CHECK(end.code == 4);
  CHECK(end.output.size() == 1'000);
  CHECK(run_program(shell("echo out; echo err >&2")).output == "out\nerr\n");
  const Fed fed = feed_program({"/bin/sh", "-c", "cat; echo no route >&2; exit 75"}, "letter", Duration{9'000});
  CHECK(fed.status == 75);
  CHECK(fed.complaint == "no route\n");
}

TEST_CASE("a program that hangs, writes without end, or does not read keeps nobody waiting") {
  ProgramEnd end;
  for (const char* script : {"sleep 60", "yes", "exec >&- 2>&-; sleep 60", "sleep 60 & sleep 60"}) {
    CAPTURE(script);
    ProgramCall call = shell(script);
    call.timeout = Duration{300};
    CHECK(seconds(call, end) < 20);
    CHECK(end.is_late);
  }
  ProgramCall deaf = shell("exec <&-; exit 0");
  const std::string big(2'000'000, 'x');
  deaf.input = big;
  CHECK(seconds(deaf, end) < 9);
  CHECK_FALSE(end.is_late);
  // What it leaves behind holds its output open, and is not waited for.
  CHECK(seconds(shell("sleep 30 & echo started"), end) < 9);
  CHECK(end.output == "started\n");
}
