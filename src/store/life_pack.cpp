#include "store/life_pack.hpp"

#include <cstdint>

namespace behest::store {
namespace {

// What the first byte of a row says.
constexpr unsigned k_no_value = 7;  // in place of a state or a resolution
constexpr unsigned k_resolution_shift = 3;
constexpr unsigned k_undone = 1U << 6U;
constexpr unsigned k_same_request = 1U << 7U;

void put(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) bytes += static_cast<char>((value & 0x7FU) | 0x80U);
  bytes += static_cast<char>(value);
}

// Of broken bytes any sum may come, but no undefined one; so too of any two numbers.
std::int64_t plus(std::int64_t value, std::int64_t difference) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(value) + static_cast<std::uint64_t>(difference));
}
std::int64_t minus(std::int64_t value, std::int64_t other) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(other));
}

// Small numbers of either sign as small ones without.
std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool is_at_end() const { return at_ == end_; }
  unsigned byte() {
    if (at_ == end_) refuse();
    return static_cast<unsigned char>(*at_++);
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const unsigned next = byte();
      value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
      if (next < 0x80) return value;
    }
    refuse();
  }
  [[noreturn]] static void refuse() {
    throw Error{ErrorKind::bad_data, "the database holds broken sums of requests", "run 'behest doctor --full'"};
  }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace

void LifePack::add(const LifeRow& row) {
  const bool is_same = row.request == last_.request && !bytes_.empty();
  unsigned head = row.life.state ? static_cast<unsigned>(*row.life.state) : k_no_value;
  head |= (row.life.resolution ? static_cast<unsigned>(*row.life.resolution) : k_no_value) << k_resolution_shift;
  head |= (row.is_undone ? k_undone : 0U) | (is_same ? k_same_request : 0U);
  bytes_ += static_cast<char>(head);
  if (!is_same) put(bytes_, folded(minus(row.request, last_.request)));
  put(bytes_, folded(minus(row.event, last_.event)));
  put(bytes_, folded(minus(row.life.at.ms, last_.life.at.ms)));
  put(bytes_, static_cast<std::uint64_t>(row.life.marks));
  last_ = row;
}

void each_packed(std::string_view bytes, const std::function<void(const LifeRow&)>& visit) {
  Unpacking packed(bytes);
  LifeRow row;
  while (!packed.is_at_end()) {
    const unsigned head = packed.byte();
    const unsigned state = head & 7U;
    const unsigned resolution = (head >> k_resolution_shift) & 7U;
    const bool is_known = (state == k_no_value || state <= static_cast<unsigned>(State::closed)) &&
                          (resolution == k_no_value || resolution <= static_cast<unsigned>(Resolution::spam));
    if (!is_known) Unpacking::refuse();
    row.life.state.reset();
    row.life.resolution.reset();
    if (state != k_no_value) row.life.state = static_cast<State>(state);
    if (resolution != k_no_value) row.life.resolution = static_cast<Resolution>(resolution);
    row.is_undone = (head & k_undone) != 0;
    if ((head & k_same_request) == 0) row.request = plus(row.request, unfolded(packed.number()));
    row.event = plus(row.event, unfolded(packed.number()));
    row.life.at.ms = plus(row.life.at.ms, unfolded(packed.number()));
    row.life.marks = static_cast<std::int64_t>(packed.number());
    visit(row);
  }
}

}  // namespace behest::store
