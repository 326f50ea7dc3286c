#include "bench/desk.hpp"

#include <array>
#include <random>

#include "ops/verbs.hpp"

namespace behest::bench {
namespace {

constexpr std::int64_t k_first_ms = 1'700'000'000'000;  // 2023-11-14T22:13:20Z
constexpr std::int64_t k_span_ms = 2LL * 365 * 86'400'000;
constexpr std::int64_t k_hour_ms = 3'600'000;

constexpr std::array<const char*, 16> k_words = {"printer", "vpn",      "laptop",  "mail",   "invoice", "account",
                                                 "screen",  "keyboard", "network", "update", "login",   "password",
                                                 "server",  "backup",   "phone",   "licence"};
constexpr std::array<const char*, 8> k_categories = {"network/vpn", "network/wifi",    "hardware/printer", "hardware",
                                                     "software",    "software/office", "account",          "other"};
constexpr std::array<const char*, 4> k_teams = {"net", "desk", "apps", "field"};

// One request after the other, told to the operations that a person would use.
class Desk {
 public:
  explicit Desk(Store& store) : store_(store) {}

  void tell(std::int64_t number, std::int64_t count) {
    at_ = Instant{k_first_ms + k_span_ms / count * number};
    const std::string requester = "user" + std::to_string(below(500));
    const std::string agent = "agent" + std::to_string(below(20));
    submit(requester);
    later(8);
    act(agent, "assign", number, [&](ops::Work& work, Request& request) {
      ops::assign(work, request, {agent, std::nullopt});
    });
    later(24);
    act(agent, "comment", number, [&](ops::Work& work, Request& request) {
      ops::comment(work, request, {"We are looking at it: " + sentence(12), true, Channel::cli});
    });
    if (number % 7 == 0) return;
    later(72);
    act(agent, "close", number, [](ops::Work& work, Request& request) { ops::close(work, request, {}); });
  }

  std::int64_t operations() const { return operations_; }

 private:
  std::uint64_t below(std::uint64_t end) { return random_() % end; }
  void later(std::uint64_t hours) {
    at_.ms += 60'000 + static_cast<std::int64_t>(below(hours * static_cast<std::uint64_t>(k_hour_ms)));
  }

  std::string sentence(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) {
      if (i > 0) text += ' ';
      text += k_words[below(k_words.size())];
    }
    return text;
  }

  void submit(const std::string& requester) {
    ops::Setters values;
    values.title = sentence(8);
    values.body = sentence(50);
    values.category = k_categories[below(k_categories.size())];
    values.team = k_teams[below(k_teams.size())];
    values.priority = static_cast<int>(1 + below(5));
    if (below(4) == 0) values.labels = {k_words[below(k_words.size())]};
    ops::Work work(store_, config_, {requester, requester}, at_, "submit");
    ops::submit(work, values);
    ++operations_;
  }

  template <class Operation>
  void act(const std::string& who, std::string_view verb, std::int64_t number, const Operation& operation) {
    ops::Work work(store_, config_, {who, who}, at_, verb);
    Request request = work.load(number);
    operation(work, request);
    ++operations_;
  }

  Store& store_;
  Config config_;
  std::mt19937_64 random_{42};
  Instant at_;
  std::int64_t operations_ = 0;
};

}  // namespace

std::int64_t make_desk(const std::string& path, std::int64_t count) {
  StoreOptions options;
  options.path = path;
  options.may_create = true;
  std::int64_t operations = 0;
  const auto store = Store::open_write(options);
  store->transact([&] {
    Desk desk(*store);
    for (std::int64_t number = 1; number <= count; ++number) desk.tell(number, count);
    operations = desk.operations();
    return true;
  });
  return operations;
}

}  // namespace behest::bench
