#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "contract/random_source.hpp"
#include "ops/erase.hpp"
#include "ops/links.hpp"
#include "ops/merge.hpp"
#include "unit/ops_desk.hpp"

namespace behest::ops_test {

using contract_test::RandomSource;

inline const std::vector<std::string>& actors() {
  static const std::vector<std::string> all = {"alice", "bob", "Bob <bob@example.org>", "李雷"};
  return all;
}
inline const std::vector<std::string>& values() {
  static const std::vector<std::string> all = {"", "a", "b", "网络", "net/vpn"};
  return all;
}

// One verb after another, of people who see and undo each other's work, on a clock that also runs back.
class RandomDesk {
 public:
  RandomDesk(std::uint64_t seed, std::int64_t most) : random_(seed), most_(most) {
    desk.config.categories = {{"a", "net", 1}, {"b", "", 5}};
  }

  void step() {
    desk.now = desk.now + Duration{random_.between(-5, 60) * 3'600'000LL};
    const std::string& actor = random_.of(actors());
    try {
      act(actor);
      ++done;
    } catch (const Error& error) {
      const bool is_expected = error.kind == ErrorKind::refused || error.kind == ErrorKind::not_found;
      CHECK_MESSAGE(is_expected, error.message);
      ++refused;
    }
  }

  OpsDesk desk;
  std::int64_t numbers = 0;
  int done = 0;
  int refused = 0;

 private:
  void act(const std::string& actor) {
    const std::size_t verb = random_.below(30);
    if (numbers == 0 || (verb < 2 && numbers < most_)) {
      numbers = std::max(numbers, desk.submit(actor, setters(true)));
      return;
    }
    if (verb < 7) {
      desk.undo(actor);
      return;
    }
    if (verb < 10) {
      desk.redo(actor);
      return;
    }
    if (verb == 10) {
      several(actor);
      return;
    }
    if (verb == 28) {
      split(actor);
      return;
    }
    if (verb == 29) {
      remove(actor);
      return;
    }
    one(actor, number(), verb);
  }

  std::int64_t number() { return static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(numbers))) + 1; }

  void one(const std::string& actor, std::int64_t number, std::size_t verb) {
    desk.on(actor, number, [&](ops::Work& work, Request& request) { apply(work, request, verb); });
  }

  // One command with several events, some of one request.
  void several(const std::string& actor) {
    desk.work(actor, [&](ops::Work& work) {
      for (int i = 0; i < 3; ++i) {
        Request request = work.load(number());
        apply(work, request, 11 + random_.below(3));
      }
    });
  }

  void split(const std::string& actor) {
    if (numbers >= most_) return;
    desk.work(actor, [&](ops::Work& work) {
      Request origin = work.load(number());
      numbers = std::max(numbers, ops::split(work, origin, setters(true), {}).number);
    });
  }

  void remove(const std::string& actor) {
    if (random_.one_in(20)) {
      desk.work(
          actor, [&](ops::Work& work) { ops::purge(work, number()); }, "purge");
    } else if (random_.one_in(4)) {
      desk.on(actor, number(), [](ops::Work& work, Request& request) { ops::erase(work, request); });
    }
  }

  Link some_link() { return {static_cast<Relation>(random_.below(4)), number()}; }

  void apply(ops::Work& work, Request& request, std::size_t verb) {
    switch (verb) {
      case 11:
        ops::edit(work, request, setters(false));
        break;
      case 12:
        ops::assign(work, request, {random_.one_in(4) ? "" : random_.of(actors()), random_.of(values())});
        break;
      case 13:
        ops::prioritize(work, request, prioritizing());
        break;
      case 14:
      case 15:
      case 16:
        ops::comment(work, request, {"c " + random_.of(values()), random_.one_in(2), Channel::phone});
        break;
      case 17:
        ops::edit_comment(work, request, random_.between(1, 3), "edited " + random_.of(values()), random_.one_in(2));
        break;
      case 18:
        ops::delete_comment(work, request, random_.between(1, 3));
        break;
      case 19:
        ops::wait(work, request, random_.one_in(2) ? "requester" : "ACME");
        break;
      case 20:
        ops::resume(work, request);
        break;
      case 21:
      case 22:
        ops::close(work, request, closing());
        break;
      case 23:
        ops::link(work, request, some_link());
        break;
      case 24:
        ops::unlink(work, request, some_link());
        break;
      case 25:
        ops::vote(work, request, random_.of(actors()), random_.one_in(2));
        break;
      case 26:
        ops::merge(work, request, {number(), {}, random_.one_in(2)});
        break;
      default:
        ops::reopen(work, request);
    }
  }

  ops::Closing closing() {
    ops::Closing closing{static_cast<Resolution>(random_.below(6)), {}};
    if (random_.one_in(3)) closing.of = number();
    closing.is_forced = random_.one_in(2);
    return closing;
  }

  ops::Prioritizing prioritizing() {
    ops::Prioritizing choice;
    if (random_.one_in(3)) choice.priority = random_.between(1, 5);
    if (random_.one_in(2)) choice.impact = random_.between(1, 3);
    if (random_.one_in(2)) choice.urgency = random_.between(1, 3);
    choice.is_reset = random_.one_in(4);
    return choice;
  }

  ops::Setters setters(bool is_new) {
    ops::Setters all;
    all.title = "t " + random_.of(values());
    if (random_.one_in(5)) all.key = "K" + std::to_string(random_.below(20));
    if (random_.one_in(3)) all.category = random_.of(values());
    if (random_.one_in(3)) all.team = random_.of(values());
    if (random_.one_in(4)) all.assignee = random_.one_in(3) ? "" : random_.of(actors());
    if (random_.one_in(4)) all.requester = random_.of(actors());
    if (random_.one_in(3)) all.labels = {"+" + values()[1 + random_.below(4)], "-" + values()[1 + random_.below(4)]};
    if (random_.one_in(3)) all.fields = {{"f" + std::to_string(random_.below(3)), random_.of(values())}};
    if (random_.one_in(4)) all.due = desk.now;
    if (random_.one_in(4)) all.impact = random_.between(1, 3);
    if (random_.one_in(6)) all.priority = random_.between(1, 5);
    if (!is_new && random_.one_in(4)) {
      all.clear = {random_.of(std::vector<std::string>{"due", "body", "impact", "labels", "field.f1", "priority"})};
    }
    return all;
  }

  RandomSource random_;
  std::int64_t most_;
};

}  // namespace behest::ops_test
