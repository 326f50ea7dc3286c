#pragma once
#include <csignal>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

// What the failure tests share: running the real binary under bad conditions, and counting what held.
namespace failure {

using Words = std::vector<std::string>;

// Counts one expectation; prints it when it does not hold. Safe to call from several threads.
bool check(bool holds, const std::string& what, const std::string& detail = "");

// Prints a figure that is reported and not judged.
void measured(const std::string& line);

// The expectations that did not hold so far.
int failures();

// `value` of the environment as a whole number, else `fallback`.
int setting(const char* name, int fallback);

// Text for a message: control and non-ASCII bytes as \xNN, at most `most` bytes.
std::string visible(std::string_view text, std::size_t most = 300);

// The exit code of a run that was ended for taking too long.
inline constexpr int k_too_long = -1;

struct Outcome {
  int code = 0;            // the exit code, 128 + signal, or k_too_long
  bool is_killed = false;  // ended by SIGKILL
  std::string out, err;    // what was captured
  double seconds = 0;

  std::string told() const;  // all of it, for a message
};

// A process that another thread may kill. Its id is never that of a process already waited for.
class Victim {
 public:
  void kill(int signal = SIGKILL);
  void began(pid_t pid);
  int reap();  // waits for the process; its wait status

 private:
  std::mutex mutex_;
  pid_t pid_ = 0;
};

enum class Source { null, text, closed };
enum class Sink {
  capture,
  full,       // /dev/full
  closed,     // >&-
  gone,       // a pipe that nobody reads any more
  first_line  // a pipe whose reader leaves after one line
};

struct Launch {
  Words args;
  Words wrapper;  // a program, by its path, with its options, that runs behest: strace, prlimit
  Source in = Source::null;
  std::string text;  // standard input of Source::text
  Sink out = Sink::capture;
  Sink err = Sink::capture;
  Words environment;             // NAME=VALUE, in place of the sandbox's own or beside them
  std::optional<mode_t> mask;    // umask
  std::optional<uid_t> uid;      // run as this user
  bool is_on_terminal = false;   // all three streams are one terminal of 80 columns
  bool ignores_sigpipe = false;  // as a shell with `trap '' PIPE` starts its children
  int limit_seconds = 60;
  Victim* victim = nullptr;
};

// The binary under test.
void use_binary(const std::string& path);
const std::string& binary();

// A fresh folder that is the home and the working directory of the runs in it; kept when an expectation failed.
class Sandbox {
 public:
  explicit Sandbox(const std::string& name);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  std::string path(const std::string& name = "") const;
  std::string db() const { return path("desk.db"); }

  // Runs behest exactly with these words.
  Outcome bare(const Launch& launch) const;
  // Runs behest with --db of this sandbox before the words.
  Outcome run(Launch launch) const;
  Outcome run(const Words& words) const;
  // The same, and it must exit with 0; its output.
  std::string must(const Words& words) const;

 private:
  std::string path_;
  int failures_before_;
};

// Every file below the folder with its kind, mode, size and contents (hashed).
using Snapshot = std::map<std::string, std::string>;
Snapshot snapshot(const std::string& folder);
// What differs, for a message; empty when nothing does.
std::string difference(const Snapshot& before, const Snapshot& after);

std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view bytes);

// Expects one of the codes, nothing on stdout, and one safe sentence (with at most a hint) on stderr.
void expect_error(const std::string& what, const Outcome& outcome, const std::set<int>& codes);
// Expects the database to be sound to `doctor` and to SQLite, with no file beside it but its empty journal.
void expect_sound(const Sandbox& sandbox, const std::string& what);

// The first byte that no text output may hold, as an offset: controls but TAB and LF, DEL, C1.
std::optional<std::size_t> unsafe_byte(std::string_view text);

// SQLite itself, for databases that are not behest's and for a second opinion. The first value of the first row.
std::string sql(const std::string& path, const std::string& statement);

bool is_json(std::string_view text);
std::size_t json_length(std::string_view array);                           // elements of the array
std::string json_field(std::string_view object, const std::string& name);  // a scalar as text; "" when absent

struct Section {
  const char* name;
  void (*run)();
  unsigned limit_seconds;
};

void writers();
void kills();
void births();
void retries();
void races();
void locks();
void imports();
void output();
void bad_files();
void bad_values();
void evil();
void modes();
void backups();
void syscalls();
void faults();
void space();
void readonly();
void migration();
void trust();
void hostile();
void mail();
void growth();
void linear();

}  // namespace failure
