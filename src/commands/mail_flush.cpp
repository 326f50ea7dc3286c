#include "commands/letters.hpp"
#include "commands/mail.hpp"
#include "text/shell_words.hpp"

namespace behest::commands {
namespace {

using ops::Delivery;
using ops::Letter;

constexpr Duration k_timeout{60'000};
constexpr int k_try_again = 75;  // EX_TEMPFAIL

std::vector<std::string> command_words(const Config& config) {
  const std::string hint = "for example mail.command = \"/usr/sbin/sendmail -i\" in your own behest.toml";
  if (config.mail.command.empty()) {
    throw Error{ErrorKind::bad_config, "mail.command does not say what sends messages", hint};
  }
  auto words = text::shell_words(config.mail.command);
  if (!words) throw Error{ErrorKind::bad_config, "mail.command: " + words.error().message, hint};
  if (words->empty() || !words->front().starts_with('/')) {
    throw Error{ErrorKind::bad_config, "mail.command does not begin with an absolute path", hint};
  }
  for (const std::string& word : *words) {
    // Recipients would be read from what others have written (SECURITY S5).
    if (word == "-t") throw Error{ErrorKind::bad_config, "mail.command has -t", "leave it out: the address is added"};
  }
  return *std::move(words);
}

class Flush {
 public:
  Flush(Env& env, bool is_chosen) : env_(env), is_chosen_(is_chosen), words_(command_words(env.config())) {}

  // What became of it; nothing when it is another's to send.
  std::optional<Letter> send(const std::string& id) {
    if (!claim(id)) return std::nullopt;
    std::vector<std::string> words = words_;
    words.insert(words.end(), {"--", letter_.address});
    const Fed fed = env_.feed(words, ops::compose(letter_, env_.config().mail), k_timeout);
    if (fed.is_late) {
      letter_.fault = "the command took more than a minute and was ended";
    } else if (fed.status == 0) {
      letter_.posting = Delivery::sent;
    } else {
      letter_.posting = fed.status == k_try_again ? Delivery::queued : Delivery::failed;
      letter_.fault = "the command ended with " + std::to_string(fed.status) +
                      (fed.complaint.empty() ? "" : ": " + fed.complaint.substr(0, fed.complaint.find('\n')));
    }
    change([&](ops::Work& work) { ops::put_letter(work, letter_); });
    return letter_;
  }

 private:
  template <class Act>
  void change(const Act& act) {
    env_.store->transact([&] {
      ops::Work work(*env_.store, env_.config(), env_.actor, env_.now, "flush");
      act(work);
      return true;
    });
  }

  bool claim(const std::string& id) {
    bool is_mine = false;
    change([&](ops::Work& work) {
      try {
        letter_ = ops::letter_of(work.store(), id);
      } catch (const Error& error) {
        // It was withdrawn since the outbox was read.
        if (is_chosen_ || error.kind != ErrorKind::not_found) throw;
        return;
      }
      const bool is_stuck = letter_.posting == Delivery::failed || is_unsure(letter_, env_.now);
      is_mine = letter_.posting == Delivery::queued || (is_chosen_ && is_stuck);
      if (!is_mine) return;
      letter_.posting = Delivery::sending;
      letter_.tried = env_.now;
      letter_.fault.clear();
      ++letter_.tries;
      ops::put_letter(work, letter_);
    });
    if (!is_mine && is_chosen_) {
      throw Error{ErrorKind::refused, "the message " + letter_.id + " is " + state_of(letter_, env_.now),
                  "what was sent is not sent again"};
    }
    return is_mine;
  }

  Env& env_;
  bool is_chosen_;
  std::vector<std::string> words_;
  Letter letter_;
};

std::vector<std::string> queued_ids(Store& store) {
  std::vector<std::string> ids;
  ops::each_letter(store, [&](const Letter& letter) {
    if (letter.posting == Delivery::queued) ids.push_back(letter.id);
  });
  return ids;
}

void tell(Env& env, const Letter& letter) {
  if (env.is_json()) return;
  const std::string to = letter.id + " to " + letter.address + ": ";
  if (letter.posting == Delivery::sent) {
    if (!env.globals.quiet) env.say(to + "sent");
  } else {
    env.note(to + letter.fault);
  }
}

}  // namespace

void flush_letters(Env& env, const std::vector<std::string>& ids) {
  std::vector<std::string> waiting = ids;
  if (ids.empty()) env.store->read([&] { waiting = queued_ids(*env.store); });
  if (waiting.empty() || env.globals.dry_run) {
    std::vector<Letter> letters;
    env.store->read([&] {
      for (const std::string& id : waiting) letters.push_back(ops::letter_of(*env.store, id));
    });
    return env.globals.quiet ? void() : print_letters(env, letters);
  }
  env.lend(Store::open_write(env.store_options));
  Flush flush(env, !ids.empty());
  std::vector<Letter> letters;
  for (const std::string& id : waiting) {
    const auto letter = flush.send(id);
    if (!letter) continue;
    tell(env, *letter);
    if (letter->posting != Delivery::sent) env.status = ErrorKind::partial;
    letters.push_back(*letter);
  }
  if (env.is_json()) print_letters(env, letters);
}

}  // namespace behest::commands
