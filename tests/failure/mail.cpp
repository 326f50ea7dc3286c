#include <array>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.hpp"

// SECURITY S5 to S7: messages that are built to hurt, the same message many times at once, and a letter whose sender is
// killed.
namespace failure {
namespace {

constexpr long k_most_kib = 64L * 1024;
constexpr double k_most_seconds = 1.0;
const std::string k_header = "From: eve@example.org\nSubject: bomb\nMIME-Version: 1.0\n";

std::string repeated(const std::string& piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

struct Used {
  int code = 0;
  double seconds = 0;  // of the processor
  long kib = 0;
};

// The binary on one message, with what it used.
Used ingest(const Sandbox& sandbox, const std::string& program, const std::string& message) {
  const pid_t child = ::fork();
  if (child == 0) {
    const int nothing = ::open("/dev/null", O_WRONLY);
    ::dup2(nothing, 1);
    ::dup2(nothing, 2);
    ::setenv("HOME", sandbox.path().c_str(), 1);
    ::execl(program.c_str(), program.c_str(), "--db", sandbox.db().c_str(), "mail", "ingest", message.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
}

std::string nested(std::size_t depth, bool has_names) {
  std::string all;
  for (std::size_t i = 0; i < depth; ++i) {
    const std::string name = has_names ? "b" + std::to_string(i) : "b";
    all.append("Content-Type: multipart/mixed; boundary=").append(name).append("\n\n--").append(name).append("\n");
  }
  return k_header + all + "\nhello\n";
}

void bomb(const std::string& what, const std::string& message) {
  const Sandbox sandbox("mail");
  const std::string file = sandbox.path("bomb.eml");
  write_file(file, message);
  const Used used = ingest(sandbox, binary(), file);
  const std::string told = what + ": exit " + std::to_string(used.code) + ", " + std::to_string(used.seconds) + " s, " +
                           std::to_string(used.kib) + " KiB, of " + std::to_string(message.size()) + " bytes";
  measured(told);
  check(used.code == 0 || used.code == 65, "a bomb is taken in or refused", told);
  check(used.kib <= k_most_kib, "a bomb takes at most 64 MiB", told);
  check(used.seconds <= k_most_seconds * setting("BEHEST_SLOWNESS", 1), "a bomb takes at most a second", told);
}

void bombs() {
  bomb("100,000 multiparts, one in the other", nested(100'000, true));
  bomb("200,000 of the same boundary", nested(200'000, false));
  bomb("1,000,000 parts",
       k_header + "Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\nx\n", 1'000'000) + "--b--\n");
  bomb("200,000 messages, one in the other", k_header + repeated("Content-Type: message/rfc822\n\n", 200'000));
  bomb("1,000,000 header fields", k_header + repeated("X-A: b\n", 1'000'000) + "\nhello\n");
  bomb("a header line of 20 MiB", k_header + "X-A: " + std::string(20UL << 20U, 'a') + "\n\nhello\n");
  bomb("1,000,000 header fields of a part", k_header + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" +
                                                repeated("X-A: b\n", 1'000'000) + "\nx\n--b--\n");
  bomb("10,000 recipients", k_header + "To: " + repeated("someone@example.org,\n ", 10'000) + "a@b.org\n\nhello\n");
  bomb("encoded words", k_header + "Subject: " + repeated("=?utf-8?q?a?=\n ", 15'000) + "x\n\nhello\n");
  bomb("an empty boundary",
       k_header + "Content-Type: multipart/mixed; boundary=\"\"\n\n" + repeated("--\n\n", 500'000));
  bomb("boundaries that begin with others",
       k_header + "Content-Type: multipart/mixed; boundary=a\n\n" +
           repeated("--aa\nContent-Type: multipart/mixed; boundary=aa\n\n", 50'000));
  bomb("23 MiB of base64", k_header +
                               "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n" +
                               repeated(std::string(76, 'A') + "\n", 310'000));
  bomb("23 MiB of text", k_header + "\n" + repeated(std::string(76, 'A') + "\n", 310'000));
  bomb("23 MiB of HTML", k_header + "Content-Type: text/html\n\n" + repeated("<b><a href=x>&lt;", 1'400'000));
  bomb("23 MiB inside a message",
       k_header + "Content-Type: message/rfc822\n\nSubject: x\n\n" + repeated(std::string(76, 'A') + "\n", 310'000));
  bomb("more than 25 MiB", k_header + "\n" + std::string(26UL << 20U, 'A'));
  bomb("nothing", "");
  bomb("bytes", std::string("\0\xff\x80\n\0", 5));
}

void copies() {
  const Sandbox sandbox("mail");
  sandbox.must({"init"});
  const std::string message = "From: zoe@example.org\nSubject: once\nMessage-ID: <once@example.org>\n\nhello\n";
  std::array<int, 100> codes{};
  std::vector<std::thread> threads;
  threads.reserve(codes.size());
  for (int& code : codes) {
    threads.emplace_back([&] {
      Launch launch;
      launch.args = {"mail", "ingest"};
      launch.in = Source::text;
      launch.text = message;
      code = sandbox.run(launch).code;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int code : codes) check(code == 0, "each copy of a message is taken in or known", std::to_string(code));
  const std::string list = sandbox.must({"list", "--json"});
  check(json_length(list) == 1, "100 copies of a message at once are one request", list);
  expect_sound(sandbox, "after 100 copies");
}

// The mail command kills behest: the letter may have gone out, and is not sent again by itself.
void killed_sender() {
  const Sandbox sandbox("mail");
  const std::string program = sandbox.path("send");
  write_file(program, "#!/bin/sh\ncat > /dev/null\necho x >> " + sandbox.path("sent") + "\nkill -KILL $PPID\n");
  ::chmod(program.c_str(), 0755);
  write_file(sandbox.path("behest.toml"), "[mail]\nfrom = \"desk@example.org\"\ncommand = \"" + program + "\"\n");
  const auto with = [&](Words words) {
    words.insert(words.begin(), {"--config", sandbox.path("behest.toml")});
    return words;
  };
  sandbox.must(with({"submit", "printer", "-r", "zoe@example.org"}));
  sandbox.must(with({"comment", "1", "-m", "soon", "--public"}));
  const Outcome killed = sandbox.run(with({"mail", "flush"}));
  check(killed.is_killed, "the sender was killed", killed.told());
  sandbox.must(with({"mail", "flush"}));
  check(read_file(sandbox.path("sent")) == "x\n", "a letter whose sender was killed is not sent twice");
  Launch later;
  later.args = with({"mail", "list", "--json"});
  later.environment = {"BEHEST_NOW=2090-01-01T00:00:00Z"};
  const Outcome list = sandbox.run(later);
  check(list.out.find("\"state\":\"unsure\"") != std::string::npos, "it is listed as unsure", list.told());
  expect_sound(sandbox, "after a killed sender");
}

}  // namespace

void mail() {
  bombs();
  copies();
  killed_sender();
}

}  // namespace failure
