#include "commands/editor.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "behest/text/utf8.hpp"
#include "text/shell_words.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_text_limit = 2UL << 20U;
constexpr int k_not_found = 127;

[[noreturn]] void fail(const std::string& what, int code) {
  throw Error{ErrorKind::temporary, what + ": " + std::strerror(code), "give the text with -b, -m or -F instead"};
}

void write_whole(int descriptor, std::string_view bytes, const std::string& file) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail("the file '" + file + "' cannot be written", errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::vector<std::string> words_of(const std::string& command) {
  auto words = text::shell_words(command);
  if (words && !words->empty()) return *std::move(words);
  throw Error{ErrorKind::bad_config, "the editor '" + command + "' is no command line",
              "see BEHEST_EDITOR, 'editor' in behest.toml, VISUAL and EDITOR"};
}

}  // namespace

Editing::Editing(Env& env, const std::string& text) : env_(env), before_(text) {
  make_file();
  try {
    run_editor();
    after_ = read_file();
  } catch (...) {
    ::unlink(file_.c_str());
    throw;
  }
}

Editing::~Editing() {
  if (!file_.empty()) ::unlink(file_.c_str());
}

void Editing::make_file() {
  std::error_code error;
  std::filesystem::create_directories(env_.state_dir, error);
  if (error) fail("the folder '" + env_.state_dir + "' cannot be made", error.value());
  file_ = env_.state_dir + "/form-XXXXXX.txt";
  const int descriptor = ::mkostemps(file_.data(), 4, O_CLOEXEC);
  if (descriptor < 0) fail("no file can be made in '" + env_.state_dir + "'", errno);
  try {
    write_whole(descriptor, before_, file_);
  } catch (...) {
    ::close(descriptor);
    ::unlink(file_.c_str());
    throw;
  }
  ::close(descriptor);
}

void Editing::run_editor() {
  const std::string named = env_.find_editor();
  const bool has_terminal = env_.streams.in_is_tty() && env_.streams.err_is_tty();
  if (!env_.launch || (named.empty() && !has_terminal)) {
    throw Error{ErrorKind::usage, "there is no terminal to open an editor on",
                "give the text with -b, -m or -F, or name an editor in BEHEST_EDITOR"};
  }
  std::vector<std::string> words = words_of(named.empty() ? "sensible-editor" : named);
  words.push_back(file_);
  int status = env_.launch(words);
  if (status == k_not_found && named.empty()) status = env_.launch({"vi", file_});
  if (status == k_not_found) {
    throw Error{ErrorKind::not_found, "the editor '" + words.front() + "' cannot be run",
                "name another one in BEHEST_EDITOR or as 'editor' in behest.toml"};
  }
  if (status != 0) {
    throw Error{ErrorKind::refused, "the editor ended with status " + std::to_string(status) + ", so nothing is done",
                "try again"};
  }
}

std::string Editing::read_file() const {
  // By name, as many editors write a new file and put it in the place of the old one.
  const int descriptor = ::open(file_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) fail("the edited file '" + file_ + "' cannot be read", errno);
  std::string text(k_text_limit + 1, '\0');
  std::size_t size = 0;
  for (;;) {
    const ssize_t got = ::read(descriptor, text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
  }
  ::close(descriptor);
  text.resize(size);
  return text;
}

bool Editing::is_changed() const {
  if (after_ != before_ && !text::trim(after_).empty()) return true;
  env_.note(after_ == before_ ? "nothing was changed, so nothing is done" : "the text is empty, so nothing is done");
  return false;
}

void Editing::save(const std::function<void()>& work) {
  try {
    if (after_.size() > k_text_limit) throw Error{ErrorKind::bad_data, "the text has more than 2 MiB", "shorten it"};
    work();
  } catch (Error& error) {
    error.hint += (error.hint.empty() ? "" : "; ") + std::string("your text is kept in ") + file_;
    file_.clear();
    throw;
  }
}

}  // namespace behest::commands
