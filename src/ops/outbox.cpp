#include "ops/outbox.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/core.h>

#include "behest/text/utf8.hpp"
#include "core/identity.hpp"
#include "ops/members.hpp"
#include "text/encoded_word.hpp"
#include "text/mail_header.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr const char* k_kind = "outbox";
constexpr std::size_t k_short_place = 4;
constexpr std::size_t k_longest_place = 9;
constexpr const char* k_purged = "[purged]";
constexpr std::array<std::string_view, 4> k_deliveries = {"queued", "sending", "sent", "failed"};
constexpr std::array<std::string_view, 6> k_personal = {"to", "address", "subject", "text", "message_id", "answers_to"};

// Names sort as their numbers do: "7.2" is "000000000007.0002", "7.10000" is "000000000007.a000010000".
std::string name_of_id(std::string_view id) {
  const std::size_t dot = std::min(id.find('.'), id.size());
  const std::string_view command = id.substr(0, dot);
  const std::string_view place = dot < id.size() ? id.substr(dot + 1) : "1";
  const auto is_number = [](std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!is_number(command, 12) || !is_number(place, k_longest_place)) return {};
  if (place.size() > k_short_place) return fmt::format("{:0>12}.a{:0>9}", command, place);
  return fmt::format("{:0>12}.{:0>4}", command, place);
}

std::string id_of_name(const std::string& name) {
  const auto plain = [](std::string_view digits) {
    return std::string(digits.substr(std::min(digits.find_first_not_of("0a"), digits.size())));
  };
  const std::size_t dot = std::min(name.find('.'), name.size());
  const std::string place = dot < name.size() ? plain(std::string_view(name).substr(dot + 1)) : "1";
  return plain(std::string_view(name).substr(0, dot)) + (place == "1" ? "" : "." + place);
}

Letter read_letter(const std::string& name, const JsonValue& value) {
  Letter letter;
  letter.id = id_of_name(name);
  const auto* const posting = std::ranges::find(k_deliveries, text_in(value, "state"));
  letter.posting =
      posting == k_deliveries.end() ? Delivery::failed : static_cast<Delivery>(posting - k_deliveries.begin());
  letter.at = Instant{integer_in(value, "at")};
  letter.request = integer_in(value, "request");
  letter.comment = static_cast<int>(integer_in(value, "comment"));
  letter.to = text_in(value, "to");
  letter.address = text_in(value, "address");
  letter.subject = text_in(value, "subject");
  letter.text = text_in(value, "text");
  letter.message_id = text_in(value, "message_id");
  if (const JsonValue* ids = value.find("answers_to"); ids != nullptr && ids->array() != nullptr) {
    for (const JsonValue& id : *ids->array()) {
      if (id.string() != nullptr) letter.answers_to.push_back(*id.string());
    }
  }
  letter.tries = static_cast<int>(integer_in(value, "tries"));
  if (const std::int64_t tried = integer_in(value, "tried"); tried != 0) letter.tried = Instant{tried};
  letter.fault = text_in(value, "fault");
  return letter;
}

JsonValue value_of(const Letter& letter) {
  JsonValue::Array ids;
  for (const std::string& id : letter.answers_to) ids.emplace_back(id);
  return JsonValue::Object{{"state", name_of(letter.posting)},
                           {"at", letter.at.ms},
                           {"request", letter.request},
                           {"comment", letter.comment},
                           {"to", letter.to},
                           {"address", letter.address},
                           {"subject", letter.subject},
                           {"text", letter.text},
                           {"message_id", letter.message_id},
                           {"answers_to", ids},
                           {"tries", letter.tries},
                           {"tried", letter.tried ? JsonValue(letter.tried->ms) : JsonValue()},
                           {"fault", letter.fault}};
}

JsonValue purged(const JsonValue& value) {
  if (value.object() == nullptr) return value;
  JsonValue::Object kept;
  for (const auto& [name, member] : *value.object()) {
    const bool is_personal = std::ranges::find(k_personal, name) != k_personal.end();
    kept.emplace_back(name, is_personal ? JsonValue(k_purged) : member);
  }
  return kept;
}

// RFC 5322, 3.3, in UTC.
std::string date_text(Instant at) {
  constexpr std::array<const char*, 7> k_days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::array<const char*, 12> k_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const CivilTime time = civil(at, Zone());
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::string(k_days.at(static_cast<std::size_t>(time.weekday - 1))) + ", " + two(time.day) + " " +
         k_months.at(static_cast<std::size_t>(time.month - 1)) + " " + std::to_string(time.year) + " " +
         two(time.hour) + ":" + two(time.minute) + ":" + two(time.second) + " +0000";
}

}  // namespace

std::string_view name_of(Delivery posting) { return k_deliveries.at(static_cast<std::size_t>(posting)); }

void each_letter(Store& store, const std::function<void(const Letter&)>& visit) {
  store.each_record(k_kind, [&](const Record& record) { visit(read_letter(record.name, record.value)); });
}

Letter letter_of(Store& store, std::string_view id) {
  const std::string name = name_of_id(id);
  const JsonValue value = name.empty() ? JsonValue() : store.record(k_kind, name);
  if (value.is_null()) {
    throw Error{ErrorKind::not_found, "there is no message '" + std::string(id) + "'", "see 'behest mail list'"};
  }
  return read_letter(name, value);
}

void put_letter(Work& work, const Letter& letter) {
  const std::string name = name_of_id(letter.id);
  if (name.empty()) throw Error{ErrorKind::bug, "the message '" + letter.id + "' cannot be named", ""};
  work.change_record(k_kind, name, value_of(letter));
}

bool withdraw_letter(Work& work, std::string_view id) {
  const std::string name = name_of_id(id);
  const JsonValue value = name.empty() ? JsonValue() : work.store().record(k_kind, name);
  if (value.is_null() || read_letter(name, value).posting != Delivery::queued) return false;
  return work.change_record(k_kind, name, {});
}

void forget_letters(Work& work, const std::set<std::int64_t>& requests) {
  std::map<std::string, Letter> letters;
  each_letter(work.store(), [&](const Letter& letter) {
    if (requests.contains(letter.request)) letters.emplace(name_of_id(letter.id), letter);
  });
  if (letters.empty()) return;
  for (auto& [name, letter] : letters) {
    if (letter.posting != Delivery::queued && letter.posting != Delivery::sending) continue;
    letter.posting = Delivery::failed;
    letter.fault = "its request was purged";
    put_letter(work, letter);
  }
  std::vector<RecordEvent> events;
  work.store().each_record_event(k_kind, "", [&](const RecordEvent& event) {
    if (letters.contains(event.name)) events.push_back(event);
  });
  for (RecordEvent& event : events) {
    event.before = purged(event.before);
    event.after = purged(event.after);
    work.store().rewrite(event);
  }
  for (const auto& [name, letter] : letters) work.store().put_record({k_kind, name, purged(value_of(letter))});
}

std::string mail_domain(const MailConfig& config) {
  if (!config.domain.empty()) return config.domain;
  const std::string_view address = address_in(config.from);
  return std::string(address.substr(std::min(address.find('@') + 1, address.size())));
}

std::string compose(const Letter& letter, const MailConfig& config) {
  using text::mail_field;
  using text::mail_ids_field;
  using text::mail_mailbox_field;
  const auto named = [](const std::string& contact) {
    return contact.find('<') == std::string::npos ? std::string() : name_in(contact);
  };
  text::Safe<text::MailHeader> header = mail_mailbox_field("From", named(config.from), address_in(config.from));
  if (!config.reply_to.empty()) {
    header += mail_mailbox_field("Reply-To", named(config.reply_to), address_in(config.reply_to));
  }
  header += mail_mailbox_field("To", named(letter.to), letter.address);
  header += mail_field("Subject", letter.subject);
  header += mail_field("Date", date_text(letter.at));
  header += mail_ids_field("Message-ID", {letter.message_id});
  if (!letter.answers_to.empty()) header += mail_ids_field("In-Reply-To", {letter.answers_to.back()});
  header += mail_ids_field("References", letter.answers_to);
  header += mail_field("Auto-Submitted", "auto-replied");
  header += mail_field("Precedence", "bulk");
  header += mail_field("X-Behest-Loop", mail_domain(config));
  header +=
      "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n";
  return std::string(header.view()) + text::quoted_printable(letter.text);
}

}  // namespace behest::ops
