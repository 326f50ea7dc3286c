// Hooks run outside programs: what starts them, what they are given, and what they cannot do (SECURITY S8).
#include <chrono>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

#include "run_world.hpp"

using namespace behest;
using behest::run_test::Answer;
using behest::run_test::FreshAccount;
using behest::run_test::holds;

namespace {

class HookAccount : public FreshAccount {
 public:
  std::string script(const std::string& name, const std::string& body, mode_t mode = 0700) const {
    const std::string path = (home / name).string();
    std::ofstream(path) << "#!/bin/sh\n" << body << "\n";
    ::chmod(path.c_str(), mode);
    return path;
  }
  void configure(const std::string& text, const std::string& file = "own.toml") {
    const std::string path = (home / file).string();
    std::ofstream(path) << text;
    ::chmod(path.c_str(), 0600);
    if (file == "own.toml") {
      std::filesystem::create_directories(home / ".config" / "behest");
      std::filesystem::permissions(home / ".config", std::filesystem::perms::owner_all);
      std::filesystem::permissions(home / ".config" / "behest", std::filesystem::perms::owner_all);
      std::filesystem::rename(path, home / ".config" / "behest" / "behest.toml");
    }
  }
  void hook(const std::string& command, const std::string& rest = "") {
    configure("[hook.h]\non = \"submit\"\ncommand = '" + command + "'\n" + rest);
  }
  std::string file(const std::string& name) const {
    std::ifstream in(home / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

}  // namespace

TEST_CASE("a hook reads what has been done once it is kept, and hears only of its verbs") {
  HookAccount account;
  account.hook(account.script("told", "cat >> " + (account.home / "out").string()));
  account.out({"submit", "$(touch pwned); `id`"});
  account.out({"edit", "1", "--title", "other"});
  const auto told = text::parse_json(account.file("out"));
  REQUIRE(told);
  CHECK(*told->find("hook")->string() == "h");
  CHECK(*told->find("event")->find("verb")->string() == "submit");
  CHECK(*told->find("request")->find("title")->string() == "$(touch pwned); `id`");
  CHECK_FALSE(std::filesystem::exists(account.home / "pwned"));
  account.out({"submit", "rehearsed", "--dry-run"});
  CHECK(holds(account.file("out"), "rehearsed") == false);
}

TEST_CASE("a hook that fails, hangs or is missing is a note, and nothing is taken back") {
  HookAccount account;
  const auto fails = [&](const std::string& why) {
    const Answer answer = account.run({"submit", "one"});
    CHECK(answer.status == 0);
    CHECK_MESSAGE(holds(answer.err, "the hook 'h' failed: "), answer.err);
    CHECK_MESSAGE(holds(answer.err, why), answer.err);
  };
  account.hook(account.script("bad", "exit 3"));
  fails("its exit code is 3");
  account.hook("/no/such/program");
  fails("cannot be run");
  account.hook(account.script("slow", "sleep 60"), "timeout = '1s'\n");
  const auto begin = std::chrono::steady_clock::now();
  fails("it took more than 1s");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  account.hook(account.script("deaf", "exec 0<&-; exit 0"));
  CHECK(account.run({"submit", "big", "-b", std::string(500'000, 'x')}).err.empty());
  CHECK(account.out({"list", "--format", "ids"}) == "4\n3\n2\n1\n");
}

TEST_CASE("S8: a project file starts nothing, nor does a program that others can write or that PATH would find") {
  HookAccount account;
  const std::string program = account.script("told", "touch " + (account.home / "ran").string());
  account.configure("[hook.h]\non = 'any'\ncommand = '" + program + "'\n", ".behest.toml");
  const Answer answer = account.run({"submit", "one"});
  CHECK(answer.status == 0);
  CHECK(holds(answer.err, "a project file may not set it"));
  CHECK_FALSE(std::filesystem::exists(account.home / "ran"));
  std::filesystem::remove(account.home / ".behest.toml");
  for (const std::string& command : {account.script("open", "touch ran", 0777), std::string("told"),
                                     std::string("./told"), std::string("/tmp"), std::string("'unclosed")}) {
    CAPTURE(command);
    account.configure("[hook.h]\non = 'any'\ncommand = \"" + command + "\"\n");
    const Answer refused = account.run({"submit", "one"});
    CHECK(refused.status == 0);
    CHECK(holds(refused.err, "the hook 'h' failed: "));
    CHECK_FALSE(std::filesystem::exists(account.home / "ran"));
  }
}

TEST_CASE("S8: a hook gets few variables, nothing of the request in them, and no open files") {
  HookAccount account;
  account.hook(account.script(
      "look", "{ env; echo \"args: $*\"; ls /proc/self/fd | wc -l; } > " + (account.home / "seen").string()));
  ::setenv("BEHEST_TEST_SECRET", "leak", 1);
  account.out({"submit", "a very special title"});
  ::unsetenv("BEHEST_TEST_SECRET");
  const std::string seen = account.file("seen");
  CHECK(holds(seen, "PATH=/usr/local/bin:/usr/bin:/bin\n"));
  CHECK(holds(seen, "BEHEST_HOOK=h\n"));
  CHECK(holds(seen, "args: \n"));
  CHECK_FALSE(holds(seen, "leak"));
  CHECK_FALSE(holds(seen, "special"));
  CHECK(holds(seen, "\n4\n"));  // standard input, output, error, and the folder that ls reads
}

TEST_CASE("behest that a hook runs starts no hooks") {
  HookAccount account;
  account.hook(account.script("told", "touch " + (account.home / "ran").string()));
  account.variables["BEHEST_HOOK"] = "outer";
  account.out({"submit", "one"});
  CHECK_FALSE(std::filesystem::exists(account.home / "ran"));
}
