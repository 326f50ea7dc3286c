#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ops/work.hpp"

namespace behest::ops {

// How far a letter has come. Whoever sends it marks it `sending` before and `sent` after, so that none is sent twice;
// one that stays `sending` was cut short, and may or may not have gone out.
enum class Delivery { queued, sending, sent, failed };
std::string_view name_of(Delivery posting);

// A message to a requester: a record of the kind "outbox", made in the transaction of what it tells.
struct Letter {
  std::string id;  // "7" for the letter of the command 7, "7.2" for its second
  Delivery posting = Delivery::queued;
  Instant at;
  std::int64_t request = 0;
  int comment = 0;  // that it tells; 0 = none
  std::string to;   // the contact
  std::string address;
  std::string subject;
  std::string text;
  std::string message_id;
  std::vector<std::string> answers_to;  // ids, the oldest first
  int tries = 0;
  std::optional<Instant> tried;  // when it was last marked `sending`, and what it became
  std::string fault;             // why it failed
};

// In the order they were made.
void each_letter(Store& store, const std::function<void(const Letter&)>& visit);
// Error(not_found).
Letter letter_of(Store& store, std::string_view id);
void put_letter(Work& work, const Letter& letter);
// Takes a letter that waits to be sent out of the outbox; false when it is on its way, or gone.
bool withdraw_letter(Work& work, std::string_view id);

// Takes what it says, and to whom, out of the letters of requests and out of their history; none of them is sent.
void forget_letters(Work& work, const std::set<std::int64_t>& requests);

// The whole message (RFC 5322) with LF at its line ends, as sendmail takes it.
std::string compose(const Letter& letter, const MailConfig& config);
// What X-Behest-Loop says, and ids end with.
std::string mail_domain(const MailConfig& config);

}  // namespace behest::ops
