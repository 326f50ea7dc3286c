#include "bench/desk.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <stdexcept>

#include <time.h>

namespace behest::bench {
namespace {

constexpr std::int64_t k_first_s = 1'700'000'000;  // 2023-11-14T22:13:20Z
constexpr std::int64_t k_span_s = 2LL * 365 * 86'400;

constexpr std::array<const char*, 16> k_words = {"printer", "vpn",      "laptop",  "mail",   "invoice", "account",
                                                 "screen",  "keyboard", "network", "update", "login",   "password",
                                                 "server",  "backup",   "phone",   "licence"};
constexpr std::array<const char*, 8> k_categories = {"network/vpn", "network/wifi",    "hardware/printer", "hardware",
                                                     "software",    "software/office", "account",          "other"};
constexpr std::array<const char*, 4> k_teams = {"net", "desk", "apps", "field"};

std::string rfc3339(std::int64_t seconds) {
  const time_t time = seconds;
  tm civil{};
  ::gmtime_r(&time, &civil);
  std::array<char, 32> text{};
  const std::size_t size = ::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &civil);
  return {text.data(), size};
}

// Nothing that is written here needs an escape in JSON.
class Desk {
 public:
  Desk(std::ostream& out, const Stretch& told) : out_(out), told_(told) {}

  void tell(std::int64_t number, std::int64_t count) {
    at_s_ = k_first_s + k_span_s / count * number;
    is_told_ = told_.from_s <= at_s_ && at_s_ < told_.to_s;
    key_ = "T-" + std::to_string(number);
    const std::string agent = "agent" + std::to_string(below(20));
    is_rare_ = number % 997 == 0;
    submit("user" + std::to_string(below(500)));
    later(8);
    begin("assign", agent) << R"(,"id":"key:)" << key_ << R"(","to":")" << agent << "\"}\n";
    later(24);
    begin("comment", agent) << R"(,"id":"key:)" << key_ << R"(","public":true,"body":")" << sentence(12) << "\"}\n";
    if (number % 7 == 0) return;
    later(72);
    begin("close", agent) << R"(,"id":"key:)" << key_ << R"(","resolution":"done"})" << '\n';
  }

  std::int64_t lines() const { return lines_; }

 private:
  std::uint64_t below(std::uint64_t end) { return random_() % end; }
  void later(std::uint64_t hours) { at_s_ += 60 + static_cast<std::int64_t>(below(hours * 3'600)); }

  std::string sentence(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) {
      if (i > 0) text += ' ';
      text += k_words[below(k_words.size())];
    }
    return text;
  }

  std::ostream& begin(const char* verb, const std::string& who) {
    lines_ += is_told_ ? 1 : 0;
    return out() << R"({"op":")" << verb << R"(","at":")" << rfc3339(at_s_) << R"(","user":")" << who << '"';
  }

  void submit(const std::string& requester) {
    begin("submit", requester) << R"(,"key":")" << key_ << R"(","title":")" << sentence(8) << R"(","body":")"
                               << sentence(50) << (is_rare_ ? " zymurgy 三楼打印机坏了" : "") << R"(","category":")"
                               << k_categories[below(k_categories.size())] << R"(","team":")"
                               << k_teams[below(k_teams.size())] << R"(","priority":"P)" << 1 + below(5) << '"';
    if (below(4) == 0) out() << R"(,"labels":[")" << k_words[below(k_words.size())] << "\"]";
    out() << "}\n";
  }

  std::ostream& out() { return is_told_ ? out_ : nowhere_; }

  std::ostream& out_;
  std::ostream nowhere_{nullptr};
  Stretch told_;
  bool is_told_ = true;
  std::mt19937_64 random_{42};
  std::int64_t at_s_ = 0;
  std::string key_;
  bool is_rare_ = false;  // holds words that few others do
  std::int64_t lines_ = 0;
};

}  // namespace

std::int64_t write_operations(const std::string& file, std::int64_t count, const Stretch& told) {
  std::ofstream out(file);
  Desk desk(out, told);
  for (std::int64_t number = 1; number <= count && out; ++number) desk.tell(number, count);
  if (!out.flush()) throw std::runtime_error(file + " cannot be written");
  return desk.lines();
}

void write_plan(const std::string& file, std::int64_t count) {
  std::ofstream out(file);
  std::mt19937_64 random{42};
  const auto below = [&](std::int64_t end) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(end));
  };
  for (std::int64_t i = 0; i < count; ++i) {
    out << R"({"op":"submit","key":"A-)" << i << R"(","title":"activity )" << i << R"(","estimate":")" << 1 + below(8)
        << "h\"}\n";
  }
  for (std::int64_t i = 0; i < 5 * count; ++i) {
    const std::int64_t from = below(count - 1);
    const std::int64_t to = std::min(count - 1, from + 1 + below(200));
    out << R"({"op":"link","id":"key:A-)" << from << R"(","rel":"blocks","to":"key:A-)" << to << "\"}\n";
  }
  if (!out.flush()) throw std::runtime_error(file + " cannot be written");
}

}  // namespace behest::bench
