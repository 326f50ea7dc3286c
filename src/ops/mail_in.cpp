#include "ops/mail_in.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "behest/text/utf8.hpp"
#include "core/identity.hpp"
#include "core/mail_kind.hpp"
#include "core/media_type.hpp"
#include "core/size.hpp"
#include "core/survey_answer.hpp"
#include "core/transition.hpp"
#include "ops/attach.hpp"
#include "ops/links.hpp"
#include "ops/mail_out.hpp"
#include "ops/members.hpp"
#include "ops/merge.hpp"
#include "ops/outbox.hpp"
#include "ops/people.hpp"
#include "ops/rate.hpp"
#include "ops/suggest.hpp"
#include "ops/verbs.hpp"
#include "text/file_name.hpp"
#include "text/sha256.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;
using Action = MailTaken::Action;

constexpr std::size_t k_most_title = 1024;
constexpr std::size_t k_most_name = 180;
constexpr std::size_t k_most_rating = 60UL * 1024UL;
constexpr Duration k_hour{3'600'000};
constexpr Duration k_reopen_window{7LL * 86'400'000};
constexpr int k_most_looked_at = 2000;

std::string cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80U) --most;
  return std::string(text.substr(0, most)) + "…";
}

// One line, without controls.
std::string plain_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += static_cast<unsigned char>(c) < ' ' || c == 0x7f ? ' ' : c;
  return std::string(text::trim(line));
}

std::string contact_of(const Config& config, const Mailbox& from) {
  for (const AgentConfig& agent : config.agents) {
    if (!agent.email.empty() && is_same_person(config, agent.email, from.address)) return agent.name;
  }
  std::string name = cut(plain_line(from.name), k_most_name);
  std::erase_if(name, [](char c) { return c == '<' || c == '>' || c == '"'; });
  const std::string address = plain_line(from.address);
  const std::string_view shown = text::trim(name);
  const bool has_name = !shown.empty() && shown != address && !shown.starts_with('-');
  if (!has_name && !address.starts_with('-')) return text::nfc(address);
  return text::nfc((has_name ? std::string(shown) + " " : "") + "<" + address + ">");
}

std::string fact_name(const std::string& message_id) {
  const bool is_plain = message_id.find_first_of(" \t\r\n") == std::string::npos && message_id.size() <= 250;
  if (is_plain) return message_id;
  text::Sha256 sum;
  sum.add(message_id);
  return "sha256:" + sum.finish();
}

std::optional<std::int64_t> request_of_id(Store& store, const std::string& id) {
  std::optional<std::int64_t> number;
  store.each_fact("mail", id, [&](std::int64_t request, const Fact&) {
    if (!number) number = request;
  });
  return number;
}

class Intake {
 public:
  // `at` is the time it was written, for mail of the past.
  Intake(Work& work, const IncomingMail& mail, std::optional<Instant> at, std::optional<Request>* thread = nullptr)
      : work_(work),
        mail_(mail),
        is_history_(at.has_value()),
        at_(at.value_or(work.now())),
        desk_(work.actor()),
        thread_(thread) {}

  MailTaken take() {
    taken_.message_id = fact_name(mail_.message_id);
    const MailOrigin origin = is_history_ ? MailOrigin() : origin_of(mail_, mail_domain(work_.config().mail));
    if (mail_.from.address.empty() && origin.kind == MailKind::person) {
      throw Error{ErrorKind::bad_data, "the message does not say who it is from",
                  "its From field is to name an address; nothing of it was kept"};
    }
    if (const auto known = request_of_id(work_.store(), taken_.message_id)) {
      return done(Action::ignored, *known, "it was taken in already");
    }
    sender_ = mail_.from.address.empty() ? "nobody" : contact_of(work_.config(), mail_.from);
    const std::optional<std::int64_t> named = find_thread();
    if (origin.kind != MailKind::person) return take_automatic(named, origin);
    work_.act_as(sender_, at_);
    return named ? take_answer(*named) : take_new({}, "");
  }

 private:
  MailTaken done(Action action, std::int64_t number, std::string reason) {
    taken_.action = action;
    taken_.number = number;
    taken_.reason = std::move(reason);
    return taken_;
  }

  // The request that the message is about, if any; deleted ones are none.
  std::optional<std::int64_t> find_thread() {
    for (const std::string& id : mail_.answers_to) {
      if (const auto number = request_of_id(work_.store(), fact_name(id))) return number;
    }
    const std::int64_t number = number_in_subject(mail_.subject);
    const auto found = number > 0 ? work_.store().request(number) : std::nullopt;
    if (!found || found->is_deleted) return std::nullopt;
    return number;
  }

  MailTaken take_automatic(const std::optional<std::int64_t>& named, const MailOrigin& origin) {
    if (origin.kind == MailKind::own || !named) return done(Action::ignored, 0, origin.reason);
    Request request = whole(*named);
    const std::string start =
        "Not from a person, as " + origin.reason + ". From " + sender_ + ": " + plain_line(mail_.subject) + "\n\n";
    say(request, start, false);
    return done(Action::appended, *named, origin.reason);
  }

  // With its comments. Taken from where the message before has left it, so that a failure leaves nothing there.
  Request whole(std::int64_t number) {
    auto known = thread_ == nullptr ? std::nullopt : std::exchange(*thread_, std::nullopt);
    if (known && known->number == number) return *std::move(known);
    Request request = work_.load(number);
    request.comments = work_.store().comments(number);
    return request;
  }
  void keep(Request& request) {
    if (thread_ != nullptr) *thread_ = std::move(request);
  }

  bool takes_part(const Request& request) {
    const Person sender(work_, sender_);
    if (sender.is(request.requester) || sender.is(request.assignee)) return true;
    const auto is_sender = [&](const std::string& name) { return sender.is(name); };
    if (std::ranges::any_of(request.names_of_facts("watch"), is_sender)) return true;
    // Who writes has often written lately.
    return std::any_of(request.comments.rbegin(), request.comments.rend(),
                       [&](const Comment& comment) { return is_sender(comment.author); });
  }

  MailTaken take_answer(std::int64_t named) {
    const std::int64_t number = merged_into(work_.store(), named);
    Request request = whole(number);
    const bool is_requester =
        is_same_person(work_, sender_, request.requester) || has_asked_for_merged(work_, request, sender_);
    const bool is_known = is_requester || takes_part(request) || (number != named && takes_part(whole(named)));
    if (!is_known) {
      return take_new(number, sender_ + " takes no part in " + id_text(number));
    }
    if (is_requester && answers_survey(request)) {
      const FoldedText folded = fold_text(mail_.text, true);
      if (const auto answer = survey_answer(folded.text)) return take_rating(request, *answer, folded.tail);
    }
    const bool is_old = request.closed && work_.now() - *request.closed > k_reopen_window;
    if (is_requester && request.state == State::closed && is_old) {
      return take_new(number, id_text(number) + " was closed more than seven days ago");
    }
    // Words of others could be anybody's, so the requester is not shown them.
    say(request, "", is_requester);
    std::string reason = is_requester ? "its requester wrote" : sender_ + " takes part in it";
    if (number != named) reason += "; " + id_text(named) + " was merged into it";
    keep(request);
    return done(Action::appended, number, std::move(reason));
  }

  // The nearest message that it answers and that is known is a survey; where none is known, its subject is one's.
  bool answers_survey(const Request& request) {
    for (const std::string& id : mail_.answers_to) {
      const JsonValue fact = field_value(request, "mail." + fact_name(id));
      if (!fact.is_null()) return text_in(fact, "about") == "survey";
    }
    const bool was_sent = !request.names_of_facts("survey").empty();
    return was_sent && is_survey_subject(work_, request, mail_.subject);
  }

  // Says nothing in the thread, so that thanks wake nothing.
  MailTaken take_rating(Request& request, const SurveyAnswer& answer, const std::string& tail) {
    const std::int64_t number = request.number;
    const std::string score = std::to_string(answer.score) + " of 5";
    Grade grade{answer.score, cut(answer.text, k_most_rating), sender_, true};
    try {
      rate(work_, request, grade);
    } catch (const Error& error) {
      if (error.kind != ErrorKind::refused) throw;
      const std::string said = "Not counted, as nobody rates their own work: " + score + "\n\n" + grade.text;
      comment(work_, request, {said, false, Channel::mail, true});
      remember(request, attach_all(request, tail));
      return done(Action::appended, number, "nobody rates their own work");
    }
    remember(request, attach_all(request, tail));
    return done(Action::rated, number, score + " by " + sender_);
  }

  // The last request of the sender, when there were too many in an hour.
  std::optional<std::int64_t> flooded() {
    std::int64_t newest = 0;
    std::size_t count = 0;
    Store& store = work_.store();
    const std::int64_t last = store.next_number() - 1;
    for (std::int64_t number = last; number > 0 && last - number < k_most_looked_at; --number) {
      const auto request = store.request(number);
      if (!request) continue;
      if (request->created < work_.now() - k_hour) break;
      const bool is_theirs = behest::is_same_person(work_.config(), sender_, request->requester);
      if (request->channel != Channel::mail || !is_theirs) continue;
      if (++count == 1) newest = number;
      if (count >= work_.config().mail.hourly_limit) return newest;
    }
    return std::nullopt;
  }

  MailTaken take_new(std::optional<std::int64_t> about, std::string reason) {
    if (const auto flood = is_history_ ? std::nullopt : flooded()) {
      Request request = whole(*flood);
      work_.act_as(desk_, at_);
      say(request, "One of too many messages of " + sender_ + ": " + plain_line(mail_.subject) + "\n\n", false);
      return done(Action::appended, *flood, "there were too many of its sender in an hour");
    }
    const FoldedText folded = fold_text(mail_.text, false);
    Setters values;
    const std::string title = plain_line(mail_.subject);
    values.title = title.empty() ? "(no subject)" : cut(title, k_most_title);
    values.body = folded.text;
    values.requester = sender_;
    values.channel = Channel::mail;
    const Outcome outcome = is_history_ ? submit(work_, values) : submit_filled(work_, values);
    Request request = work_.load(outcome.number);
    remember(request, attach_all(request, folded.tail));
    if (about) link(work_, request, {Relation::relates, *about});
    if (work_.config().mail.has_acknowledgements) tell_requester(work_, request, Occasion::acknowledgement, "");
    return done(Action::created, outcome.number, std::move(reason));
  }

  void say(Request& request, const std::string& start, bool is_public) {
    FoldedText folded = fold_text(mail_.text, true);
    if (text::trim(folded.text).empty()) folded.text = mail_.files.empty() ? "(no text)" : "(no text, but files)";
    // The words and what stands before them are one comment, which has its limit.
    comment(work_, request, {start + cut(folded.text, 1000UL * 1024UL), is_public, Channel::mail});
    remember(request, attach_all(request, folded.tail));
  }

  // What could not be kept, a sentence each.
  std::vector<std::string> attach_all(Request& request, const std::string& tail) {
    std::vector<std::string> left_out = mail_.notes;
    if (!tail.empty()) attach(work_, request, tail_file(tail));
    for (const MailFile& file : mail_.files) {
      const std::string plain = text::plain_file_name(file.name);
      const std::string name = plain.empty() ? "part-" + std::to_string(request.attachments.size() + 1) : plain;
      if (file.size > work_.config().attachment_limit) {
        left_out.push_back("its file '" + name + "' of " + format_size(file.size) +
                           " is larger than attachments.limit");
        continue;
      }
      const std::string mime = media_type_named(file.mime).value_or("application/octet-stream");
      attach(work_, request, {name, mime, file.size, file.hash, file.open});
    }
    return left_out;
  }

  static NewAttachment tail_file(const std::string& tail) {
    text::Sha256 sum;
    sum.add(tail);
    const auto open = [tail]() -> text::ByteSource {
      return [tail, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
        const std::size_t got = tail.copy(buffer, size, at);
        at += got;
        return got;
      };
    };
    return {"folded.txt", "text/plain", static_cast<std::int64_t>(tail.size()), sum.finish(), open};
  }

  void remember(Request& request, const std::vector<std::string>& left_out) {
    JsonValue::Array notes;
    for (const std::string& note : left_out) notes.emplace_back(note);
    JsonValue::Object value = {{"at", request.updated.ms}, {"way", "in"}};
    if (!notes.empty()) value.emplace_back("notes", notes);
    work_.change(request, "mail", {change_to(request, "mail." + taken_.message_id, value)});
    if (left_out.empty()) return;
    work_.act_as(desk_, at_);
    std::string sentence = "Not all of the message was kept:";
    for (const std::string& note : left_out) sentence.append("\n- ").append(note);
    comment(work_, request, {sentence, false, Channel::mail, true});
  }

  Work& work_;
  const IncomingMail& mail_;
  bool is_history_;
  Instant at_;
  std::string desk_;  // who takes it in
  std::optional<Request>* thread_;
  std::string sender_;
  MailTaken taken_;
};

}  // namespace

std::string_view name_of(MailTaken::Action action) {
  constexpr std::array<std::string_view, 4> k_names = {"created", "appended", "ignored", "rated"};
  return k_names.at(static_cast<std::size_t>(action));
}

MailTaken take_in(Work& work, const IncomingMail& mail) { return Intake(work, mail, {}).take(); }

MailTaken import_mail(Work& work, const IncomingMail& mail, Instant now, std::optional<Request>* thread) {
  return Intake(work, mail, std::min(mail.date.value_or(now), now), thread).take();
}

}  // namespace behest::ops
