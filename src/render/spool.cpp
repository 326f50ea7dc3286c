#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "behest/core/error.hpp"
#include "behest/document.hpp"

namespace behest {
namespace {

constexpr std::size_t k_memory_limit = 16U << 20U;
constexpr std::size_t k_chunk = 256U << 10U;

[[noreturn]] void fail(const std::string& what, int code) {
  throw Error{ErrorKind::temporary, what + ": " + std::generic_category().message(code),
              "make room there, or set TMPDIR to a directory with room"};
}

std::vector<std::string> directories() {
  std::vector<std::string> found;
  if (const char* chosen = std::getenv("TMPDIR"); chosen != nullptr && *chosen == '/') found.emplace_back(chosen);
  found.emplace_back("/tmp");
  return found;
}

// A file without a name that only its owner can open; -1 with errno.
int open_unlinked(const std::string& directory) {
  const int nameless = ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, S_IRUSR | S_IWUSR);
  if (nameless >= 0) return nameless;
  // Not every file system knows O_TMPFILE.
  auto path = directory + "/behest-XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(path.c_str());
  return named;
}

class OverflowFile {
 public:
  OverflowFile() {
    for (const auto& directory : directories()) {
      descriptor_ = open_unlinked(directory);
      if (descriptor_ >= 0) return;
      if (directory == "/tmp") fail("no temporary file could be made in " + directory, errno);
    }
  }
  ~OverflowFile() { ::close(descriptor_); }
  OverflowFile(const OverflowFile&) = delete;
  OverflowFile& operator=(const OverflowFile&) = delete;

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("the temporary file for the output could not be written", errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
      size_ += written;
    }
  }

  // The bytes from `at` on that fit into `buffer`; empty only at the end.
  std::string_view read(off_t at, std::string& buffer) const {
    const auto wanted = std::min(buffer.size(), static_cast<std::size_t>(size_ - at));
    if (wanted == 0) return {};
    ssize_t got = -1;
    do got = ::pread(descriptor_, buffer.data(), wanted, at);
    while (got < 0 && errno == EINTR);
    if (got <= 0) fail("the temporary file for the output could not be read", got < 0 ? errno : EIO);
    return std::string_view(buffer).substr(0, static_cast<std::size_t>(got));
  }

 private:
  int descriptor_ = -1;
  off_t size_ = 0;
};

}  // namespace

struct Spool::State {
  std::unique_ptr<OverflowFile> file;  // older bytes
  std::string memory;                  // newer bytes
};

Spool::Spool() : state_(std::make_unique<State>()) {}
Spool::~Spool() = default;

bool Spool::empty() const { return state_->file == nullptr && state_->memory.empty(); }

void Spool::append(std::string_view bytes) {
  auto& [file, memory] = *state_;
  const auto limit = file ? k_chunk : k_memory_limit;
  if (memory.size() + bytes.size() <= limit) {
    memory += bytes;
    return;
  }
  if (!file) {
    file = std::make_unique<OverflowFile>();
    file->write(memory);
    memory = std::string();
    memory.reserve(k_chunk);
  } else {
    file->write(memory);
    memory.clear();
  }
  if (bytes.size() > k_chunk) {
    file->write(bytes);
  } else {
    memory = bytes;
  }
}

void Spool::pour(const std::function<void(std::string_view)>& sink) {
  const auto held = std::exchange(state_, std::make_unique<State>());
  if (held->file) {
    std::string buffer(k_chunk, '\0');
    off_t at = 0;
    for (auto chunk = held->file->read(at, buffer); !chunk.empty(); chunk = held->file->read(at, buffer)) {
      sink(chunk);
      at += static_cast<off_t>(chunk.size());
    }
  }
  if (!held->memory.empty()) sink(held->memory);
}

void Spool::release(Streams& streams) {
  pour([&streams](std::string_view bytes) { streams.write_out(bytes); });
}

}  // namespace behest
