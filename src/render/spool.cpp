#include <utility>

#include "behest/document.hpp"
#include "files/unnamed_file.hpp"

namespace behest {
namespace {

constexpr std::size_t k_memory_limit = 16U << 20U;
constexpr std::size_t k_chunk = 256U << 10U;

}  // namespace

struct Spool::State {
  std::unique_ptr<UnnamedFile> file;  // older bytes
  std::string memory;                 // newer bytes
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
    file = std::make_unique<UnnamedFile>("the output");
    file->append(memory);
    memory = std::string();
    memory.reserve(k_chunk);
  } else {
    file->append(memory);
    memory.clear();
  }
  if (bytes.size() > k_chunk) {
    file->append(bytes);
  } else {
    memory = bytes;
  }
}

void Spool::pour(const std::function<void(std::string_view)>& sink) {
  const auto held = std::exchange(state_, std::make_unique<State>());
  if (held->file) {
    std::string buffer(k_chunk, '\0');
    std::int64_t at = 0;
    while (const std::size_t got = held->file->read(at, buffer.data(), buffer.size())) {
      sink(std::string_view(buffer).substr(0, got));
      at += static_cast<std::int64_t>(got);
    }
  }
  if (!held->memory.empty()) sink(held->memory);
}

void Spool::release(Streams& streams) {
  pour([&streams](std::string_view bytes) { streams.write_out(bytes); });
}

}  // namespace behest
