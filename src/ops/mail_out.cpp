#include "ops/mail_out.hpp"

#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "core/identity.hpp"
#include "core/letter.hpp"
#include "ops/members.hpp"
#include "ops/outbox.hpp"
#include "ops/people.hpp"
#include "text/mail_header.hpp"
#include "text/sha256.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_most_references = 20;

struct Standard {
  std::string_view name;  // of the template that stands in for it
  std::string_view subject;
  std::string_view text;
};
constexpr std::array<Standard, 4> k_standards = {{
    {"reply", "Re: [#{{id}}] {{title}}", "{{comment}}\n\n-- \nYour request {{id}}: {{title}}\n"},
    {"acknowledgement", "[#{{id}}] {{title}}",
     "Your request has arrived and has the number {{id}}:\n\n    {{title}}\n\nAnswer this message, or keep [#{{id}}] "
     "in "
     "the subject, when there is more to say.\n"},
    {"survey", "[#{{id}}] How did it go? {{title}}",
     "Your request {{id}} is closed:\n\n    {{title}}\n\nAre you content with how it went? Answer this message with "
     "a number from 1 (not at all) to 5 (very much) on the first line, and a word about why below it.\n"},
    {"notice", "[#{{id}}] {{title}}", "{{comment}}\n\n-- \nYour request {{id}}: {{title}}\n"},
}};

std::string address_of(const Config& config, const std::string& contact) {
  const AgentConfig* const agent = config.agent(contact);
  return std::string(agent != nullptr && !agent->email.empty() ? std::string_view(agent->email) : address_in(contact));
}

// Ids of what was said before, as the facts of the request tell, the oldest first.
std::vector<std::string> earlier_ids(const Request& request) {
  std::vector<std::pair<std::int64_t, std::string>> ids;
  for (const Fact& fact : request.facts) {
    if (fact.kind != "mail" || !text::is_message_id(fact.name)) continue;
    const JsonValue* const at = fact.value.find("at");
    ids.emplace_back(at != nullptr && at->integer() != nullptr ? *at->integer() : 0, fact.name);
  }
  std::ranges::stable_sort(ids, {}, &std::pair<std::int64_t, std::string>::first);
  if (ids.size() > k_most_references) ids.erase(ids.begin(), ids.end() - k_most_references);
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (auto& [at, name] : ids) names.push_back(std::move(name));
  return names;
}

std::string message_id(const Letter& letter, const MailConfig& config) {
  text::Sha256 sum;
  sum.add(letter.address);
  sum.add(std::to_string(letter.at.ms));
  sum.add(letter.text);
  return "behest." + std::to_string(letter.request) + "." + letter.id + "." + sum.finish().substr(0, 16) + "@" +
         mail_domain(config);
}

Zone zone_of(const Config& config) {
  const auto zone = Zone::load(config.zone.empty() ? "UTC" : config.zone);
  return zone ? *zone : Zone();
}

// That a survey was sent, as it was known before the event that put `letter` into the outbox.
void add_earlier_survey(Store& store, const Request& request, const std::string& letter, std::vector<Change>& changes) {
  for (const Event& event : store.events_of_request(request.number)) {
    const auto told = std::ranges::find(event.changes, letter, &Change::field);
    if (told == event.changes.end() || told->after.is_null()) continue;
    for (const Change& change : event.changes) {
      const bool is_last = change.field.starts_with("survey.") && field_value(request, change.field) == change.after;
      if (is_last) changes.push_back(change_to(request, change.field, change.before));
    }
  }
}

}  // namespace

std::optional<Change> queue_letter(Work& work, const Request& request, Occasion occasion, int comment,
                                   const std::string& text) {
  const Config& config = work.config();
  if (config.mail.from.empty() || work.is_silent()) return std::nullopt;
  const auto address = text::mail_address(address_of(config, request.requester));
  if (!address) return std::nullopt;
  const bool is_own = is_same_person(work, work.actor(), request.requester);
  if (is_own && occasion != Occasion::acknowledgement) return std::nullopt;
  const Standard& standard = k_standards.at(static_cast<std::size_t>(occasion));
  const TemplateConfig* const own = config.letter(standard.name);
  const LetterFacts facts{work.actor(), text, zone_of(config)};
  const auto filled = [&](std::string_view chosen, std::string_view usual) {
    return fill_letter(chosen.empty() ? usual : chosen, request, facts);
  };
  Letter letter;
  letter.id = work.next_letter_id();
  letter.at = std::max(work.now(), request.updated);
  letter.request = request.number;
  letter.comment = comment;
  letter.to = request.requester;
  letter.address = *address;
  letter.subject = filled(own != nullptr ? own->subject : "", standard.subject);
  letter.text = filled(own != nullptr ? own->text : "", standard.text);
  letter.answers_to = earlier_ids(request);
  letter.message_id = message_id(letter, config.mail);
  put_letter(work, letter);
  JsonValue::Object value = {{"at", letter.at.ms}, {"way", "out"}, {"letter", letter.id}};
  if (occasion == Occasion::survey) value.emplace_back("about", standard.name);
  return change_to(request, "mail." + letter.message_id, std::move(value));
}

void withdraw_surveys(Work& work, const Request& request, std::vector<Change>& changes) {
  const auto state = std::ranges::find(changes, "state", &Change::field);
  const bool is_opened =
      request.state == State::closed && state != changes.end() && state->after != JsonValue(name_of(State::closed));
  if (!is_opened) return;
  for (const Fact& fact : request.facts) {
    const bool is_survey = fact.kind == "mail" && text_in(fact.value, "about") == "survey";
    if (!is_survey || !withdraw_letter(work, text_in(fact.value, "letter"))) continue;
    const std::string letter = "mail." + fact.name;
    changes.push_back(change_to(request, letter, {}));
    add_earlier_survey(work.store(), request, letter, changes);
  }
}

bool is_survey_subject(const Work& work, const Request& request, std::string_view subject) {
  const LetterFacts facts{work.actor(), "", zone_of(work.config())};
  const auto subject_of = [&](const Standard& standard) {
    const TemplateConfig* const own = work.config().letter(standard.name);
    const bool is_own = own != nullptr && !own->subject.empty();
    return text::fold(
        text::trim(fill_letter(is_own ? std::string_view(own->subject) : standard.subject, request, facts)));
  };
  const std::string wanted = subject_of(k_standards.at(static_cast<std::size_t>(Occasion::survey)));
  const auto count = std::ranges::count_if(k_standards, [&](const Standard& one) { return subject_of(one) == wanted; });
  return count == 1 && !wanted.empty() && text::fold(text::trim(subject)).ends_with(wanted);
}

void tell_requester(Work& work, Request& request, Occasion occasion, const std::string& text) {
  if (auto fact = queue_letter(work, request, occasion, 0, text)) work.change(request, "mail", {*std::move(fact)});
}

}  // namespace behest::ops
