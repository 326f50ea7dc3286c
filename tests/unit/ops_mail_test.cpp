// What becomes of mail that comes in, and of letters that go out.
#include <algorithm>

#include "ops/links.hpp"
#include "ops/mail_in.hpp"
#include "ops/mail_out.hpp"
#include "ops/merge.hpp"
#include "ops/outbox.hpp"
#include "ops_desk.hpp"
#include "text/sha256.hpp"

namespace behest::ops_test {
namespace {

using Action = ops::MailTaken::Action;

IncomingMail mail_of(const std::string& from, const std::string& subject, const std::string& id) {
  IncomingMail mail;
  mail.message_id = id;
  mail.from = {"", from};
  mail.subject = subject;
  mail.text = "Words.\n";
  return mail;
}

class MailDesk : public OpsDesk {
 public:
  MailDesk() {
    config.mail.from = "Service desk <desk@example.org>";
    config.agents.push_back({"alice", "alice@example.org"});
  }
  ops::MailTaken take(const IncomingMail& mail) {
    ops::MailTaken taken;
    work(
        "desk", [&](ops::Work& work) { taken = ops::take_in(work, mail); }, "mail");
    return taken;
  }
  std::vector<ops::Letter> letters() {
    std::vector<ops::Letter> all;
    store->read([&] { ops::each_letter(*store, [&](const ops::Letter& letter) { all.push_back(letter); }); });
    return all;
  }
};

MailFile file_of(const std::string& name, const std::string& bytes) {
  text::Sha256 sum;
  sum.add(bytes);
  return {name, "text/plain", static_cast<std::int64_t>(bytes.size()), sum.finish(), [bytes]() -> MailFile::Source {
            return [bytes, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
              const std::size_t got = bytes.copy(buffer, size, at);
              at += got;
              return got;
            };
          }};
}

}  // namespace

TEST_CASE("mail in: a message is a request, once") {
  MailDesk desk;
  IncomingMail mail = mail_of("zoe@example.org", "Printer jams", "a@b");
  mail.from.name = "Zoe \"Z\" Lin";
  mail.text = "It jams.\n-- \nZoe\n";
  mail.files.push_back(file_of("../../etc/x.txt", "bytes"));
  const ops::MailTaken taken = desk.take(mail);
  CHECK(taken.action == Action::created);
  const Request request = desk.get(taken.number);
  CHECK(request.title == "Printer jams");
  CHECK(request.body == "It jams.");
  CHECK(request.requester == "Zoe Z Lin <zoe@example.org>");
  CHECK(request.channel == Channel::mail);
  REQUIRE(request.attachments.size() == 2);
  CHECK(request.attachments[0].name == "folded.txt");
  CHECK(request.attachments[1].name == "x.txt");
  const ops::MailTaken again = desk.take(mail);
  CHECK(again.action == Action::ignored);
  CHECK(again.number == taken.number);
  CHECK(desk.find("").size() == 1);
}

TEST_CASE("mail in: its requester answers by id, by references and by number") {
  MailDesk desk;
  const std::int64_t number = desk.take(mail_of("zoe@example.org", "Printer", "first@b")).number;
  IncomingMail by_id = mail_of("ZOE@example.org", "Re: Printer", "second@b");
  by_id.answers_to = {"unknown@x", "first@b"};
  by_id.text = "More.\n\nOn Monday, Desk wrote:\n> Words.\n";
  CHECK(desk.take(by_id).action == Action::appended);
  IncomingMail by_number = mail_of("zoe@example.org", "Re: [#" + std::to_string(number) + "] Printer", "third@b");
  CHECK(desk.take(by_number).number == number);
  const Request request = desk.get(number);
  REQUIRE(request.comments.size() == 2);
  CHECK(request.comments[0].body == "More.");
  CHECK(request.comments[0].is_public);
  CHECK(request.comments[0].author == "ZOE@example.org");
  CHECK(request.comments[0].channel == Channel::mail);
}

TEST_CASE("mail in: a stranger can neither speak in a request nor change it") {
  MailDesk desk;
  const std::int64_t number = desk.take(mail_of("zoe@example.org", "Printer", "first@b")).number;
  desk.wait("alice", number, "requester");
  const ops::MailTaken taken =
      desk.take(mail_of("eve@example.org", "Re: [#" + std::to_string(number) + "] close it", "evil@b"));
  CHECK(taken.action == Action::created);
  CHECK(taken.number != number);
  const Request request = desk.get(number);
  CHECK(request.state == State::pending);
  CHECK(request.comments.empty());
  const Request other = desk.get(taken.number);
  REQUIRE(other.links.size() == 1);
  CHECK(other.links[0].to == number);
  CHECK(desk.take(mail_of("zoe@example.org", "Re: [#" + std::to_string(number) + "]", "good@b")).number == number);
  CHECK(desk.get(number).state == State::open);
}

TEST_CASE("mail in: what was merged is answered where it went, by those who asked for it") {
  MailDesk desk;
  const std::int64_t parent = desk.take(mail_of("zoe@example.org", "Printer", "parent@b")).number;
  const std::int64_t child = desk.take(mail_of("carol@example.org", "Printer too", "child@b")).number;
  const std::int64_t last = desk.take(mail_of("dora@example.org", "And mine", "last@b")).number;
  const auto merge = [&](std::int64_t number, std::int64_t into) {
    desk.on("alice", number, [&](ops::Work& work, Request& request) { ops::merge(work, request, {into}); });
  };
  merge(last, child);
  merge(child, parent);
  desk.wait("alice", parent, "requester");
  IncomingMail reply = mail_of("dora@example.org", "Re: And mine", "reply@b");
  reply.answers_to = {"last@b"};
  CHECK(desk.take(reply).number == parent);
  const Request after = desk.get(parent);
  CHECK(after.state == State::open);
  REQUIRE(after.comments.size() == 1);
  CHECK(after.comments[0].author == "dora@example.org");
  CHECK(after.comments[0].is_public);
  CHECK(desk.get(last).comments.empty());
  CHECK(desk.get(last).state == State::closed);
  const std::vector<Event> events = desk.events(parent);
  const auto said = [](const Event& event) { return (event.marks & mark_requester_message) != 0; };
  CHECK(std::ranges::count_if(events, said) == 1);
  // A stranger is one there too.
  IncomingMail strange = mail_of("eve@example.org", "Re: [#" + std::to_string(last) + "]", "strange@b");
  CHECK(desk.take(strange).action == Action::created);
  // An undone merge, and a reopened child, is on its own again.
  desk.reopen("alice", child);
  IncomingMail own = mail_of("carol@example.org", "Re: Printer too", "own@b");
  own.answers_to = {"child@b"};
  CHECK(desk.take(own).number == child);
}

TEST_CASE("mail in: an agent whose own request was merged still answers as an agent") {
  MailDesk desk;
  const std::int64_t parent = desk.submit("zoe");
  const std::int64_t child = desk.submit("alice");
  desk.on("bob", child, [&](ops::Work& work, Request& request) { ops::merge(work, request, {parent}); });
  desk.say("alice", parent, true);
  CHECK(desk.get(parent).first_response);
  CHECK(desk.get(parent).state == State::open);
}

TEST_CASE("merges that go in a circle end") {
  MailDesk desk;
  const std::int64_t one = desk.submit("zoe");
  const std::int64_t two = desk.submit("carol");
  const auto close = [&](std::int64_t number, std::int64_t of) {
    desk.on("alice", number, [&](ops::Work& work, Request& request) {
      ops::link(work, request, {Relation::duplicates, of});
      ops::close(work, request, {Resolution::duplicate, {}});
    });
  };
  close(one, two);
  close(two, one);
  IncomingMail reply = mail_of("zoe", "Re: [#" + std::to_string(one) + "]", "circle@b");
  CHECK(desk.take(reply).number != 0);
}

TEST_CASE("mail in: who takes part speaks among colleagues alone") {
  MailDesk desk;
  const std::int64_t number = desk.take(mail_of("zoe@example.org", "Printer", "first@b")).number;
  desk.assign("alice", number, "alice");
  const ops::MailTaken taken =
      desk.take(mail_of("alice@example.org", "Re: [#" + std::to_string(number) + "]", "agent@b"));
  CHECK(taken.action == Action::appended);
  const Request request = desk.get(number);
  REQUIRE(request.comments.size() == 1);
  CHECK(request.comments[0].author == "alice");
  CHECK_FALSE(request.comments[0].is_public);
  CHECK(desk.letters().empty());
}

TEST_CASE("mail in: what programs send makes no request and changes no state") {
  MailDesk desk;
  const std::int64_t number = desk.take(mail_of("zoe@example.org", "Printer", "first@b")).number;
  desk.wait("alice", number, "requester");
  using Make = void (*)(IncomingMail&);
  const std::vector<Make> makes = {
      [](IncomingMail& mail) { mail.auto_submitted = "auto-replied"; },
      [](IncomingMail& mail) { mail.precedence = "Bulk"; },
      [](IncomingMail& mail) { mail.list_id = "<list.example.org>"; },
      [](IncomingMail& mail) { mail.has_empty_return_path = true; },
      [](IncomingMail& mail) { mail.is_report = true; },
      [](IncomingMail& mail) { mail.loop = "other.example.org"; },
      [](IncomingMail& mail) { mail.from.address = "MAILER-DAEMON@example.org"; },
  };
  int count = 0;
  for (const Make make : makes) {
    IncomingMail alone = mail_of("zoe@example.org", "Out of office", std::to_string(++count) + "@alone");
    make(alone);
    CHECK(desk.take(alone).action == Action::ignored);
    IncomingMail answer = mail_of("zoe@example.org", "Out of office", std::to_string(count) + "@answer");
    answer.answers_to = {"first@b"};
    make(answer);
    CHECK(desk.take(answer).action == Action::appended);
  }
  CHECK(desk.find("").size() == 1);
  const Request request = desk.get(number);
  CHECK(request.state == State::pending);
  REQUIRE(request.comments.size() == makes.size());
  for (const Comment& comment : request.comments) CHECK_FALSE(comment.is_public);
  IncomingMail own = mail_of("zoe@example.org", "Re", "own@b");
  own.loop = "example.org";
  own.answers_to = {"first@b"};
  CHECK(desk.take(own).action == Action::ignored);
  CHECK(desk.letters().empty());
}

TEST_CASE("mail in: an old closed request is not woken, and a flood is one request") {
  MailDesk desk;
  const std::int64_t number = desk.take(mail_of("zoe@example.org", "Printer", "first@b")).number;
  desk.close("alice", number);
  desk.now = desk.now + Duration{8 * k_day.ms};
  IncomingMail late = mail_of("zoe@example.org", "Again", "late@b");
  late.answers_to = {"first@b"};
  CHECK(desk.take(late).action == Action::created);
  desk.config.mail.hourly_limit = 3;
  std::vector<Action> actions;
  for (int i = 0; i < 4; ++i) {
    desk.now = desk.now - Duration{k_minute.ms};
    actions.push_back(desk.take(mail_of("bot@example.org", "Alarm", "flood" + std::to_string(i) + "@b")).action);
  }
  CHECK(actions == std::vector<Action>{Action::created, Action::created, Action::created, Action::appended});
}

TEST_CASE("mail in: without a sender it is refused, and limits are told") {
  MailDesk desk;
  const auto error = error_of([&] { desk.take(mail_of("", "x", "a@b")); });
  REQUIRE(error);
  CHECK(error->kind == ErrorKind::bad_data);
  desk.config.attachment_limit = 3;
  IncomingMail mail = mail_of("zoe@example.org", "", "b@b");
  mail.files.push_back(file_of("large.bin", "12345"));
  const Request request = desk.get(desk.take(mail).number);
  CHECK(request.title == "(no subject)");
  CHECK(request.attachments.empty());
  REQUIRE(request.comments.size() == 1);
  CHECK(request.comments[0].body.find("large.bin") != std::string::npos);
  CHECK(request.comments[0].author == "desk");
}

TEST_CASE("mail in: of the past, at the time it was written") {
  MailDesk desk;
  IncomingMail mail = mail_of("zoe@example.org", "Old", "old@b");
  mail.date = Instant{1'000'000'000'000};
  mail.precedence = "list";
  desk.work("desk", [&](ops::Work& work) {
    work.silence();
    CHECK(ops::import_mail(work, mail, desk.now).action == Action::created);
  });
  const Request request = desk.get(1);
  CHECK(request.created == Instant{1'000'000'000'000});
  CHECK(request.requester == "zoe@example.org");
}

TEST_CASE("mail out: a public comment is a letter, and its answer finds the request") {
  MailDesk desk;
  const std::int64_t number = desk.take(mail_of("zoe@example.org", "Printer\tjams", "first@b")).number;
  desk.say("alice", number, false);
  CHECK(desk.letters().empty());
  desk.say("alice", number, true, "A part comes on Monday.");
  const auto letters = desk.letters();
  REQUIRE(letters.size() == 1);
  const ops::Letter& letter = letters[0];
  CHECK(letter.posting == ops::Delivery::queued);
  CHECK(letter.address == "zoe@example.org");
  CHECK(letter.answers_to == std::vector<std::string>{"first@b"});
  CHECK(letter.text.starts_with("A part comes on Monday.\n"));
  const std::string message = ops::compose(letter, desk.config.mail);
  CHECK(message.find("In-Reply-To: <first@b>\n") != std::string::npos);
  CHECK(message.find("Auto-Submitted: auto-replied\n") != std::string::npos);
  CHECK(message.find("X-Behest-Loop: example.org\n") != std::string::npos);
  IncomingMail answer = mail_of("zoe@example.org", "no number here", "answer@b");
  answer.answers_to = {letter.message_id};
  CHECK(desk.take(answer).number == number);
}

TEST_CASE("mail out: nothing a requester writes can add a header or a recipient") {
  MailDesk desk;
  ops::Setters values;
  values.title = "x\r\nBcc: evil@example.org\r\n\r\nbody";
  values.requester = "Zoe\nBcc: b@c <zoe@example.org>";
  const std::int64_t number = desk.submit("alice", values);
  desk.say("alice", number, true);
  const auto letters = desk.letters();
  REQUIRE(letters.size() == 1);
  const std::string message = ops::compose(letters[0], desk.config.mail);
  const std::string header = message.substr(0, message.find("\n\n"));
  CHECK(header.find("\nBcc") == std::string::npos);
  CHECK(header.find('\r') == std::string::npos);
  CHECK(header.find("\nX-Behest-Loop: ") != std::string::npos);
  ops::Setters bad;
  bad.requester = "<-oQ/tmp@x>";
  desk.say("alice", desk.submit("alice", bad), true);
  CHECK(desk.letters().size() == 1);
}

TEST_CASE("mail out: acknowledgements and surveys when they are wanted, templates, undo and purge") {
  MailDesk desk;
  desk.config.mail.has_acknowledgements = true;
  desk.config.mail.has_surveys = true;
  desk.config.templates.push_back({"survey", "How was {{id}}?", "Dear {{requester.name}}"});
  const std::int64_t number = desk.take(mail_of("zoe@example.org", "Printer", "first@b")).number;
  REQUIRE(desk.letters().size() == 1);
  CHECK(desk.letters()[0].answers_to == std::vector<std::string>{"first@b"});
  desk.close("alice", number);
  REQUIRE(desk.letters().size() == 2);
  CHECK(desk.letters()[1].subject == "How was 1?");
  CHECK(desk.letters()[1].text == "Dear zoe@example.org");
  desk.undo("alice");
  CHECK(desk.letters().size() == 1);
  desk.config.mail.from.clear();
  desk.say("alice", number, true);
  CHECK(desk.letters().size() == 1);
}

TEST_CASE("mail out: each letter of a large command is kept, under its own id and in its order") {
  constexpr int k_letters = 10'003;
  MailDesk desk;
  desk.work("alice", [&](ops::Work& work) {
    for (int i = 1; i <= k_letters; ++i) {
      ops::Letter letter;
      letter.id = work.next_letter_id();
      letter.comment = i;
      letter.to = "zoe";
      ops::put_letter(work, letter);
    }
  });
  const std::vector<ops::Letter> letters = desk.letters();
  REQUIRE(letters.size() == k_letters);
  for (int i = 1; i <= k_letters; ++i) REQUIRE(letters[static_cast<std::size_t>(i) - 1].comment == i);
  CHECK(letters[0].id == "1");
  CHECK(letters[9'998].id == "1.9999");
  CHECK(letters[9'999].id == "1.10000");
  desk.store->read([&] { CHECK(ops::letter_of(*desk.store, "1.10003").comment == k_letters); });
  desk.work("alice", [&](ops::Work& work) {
    const auto error = error_of([&] { ops::put_letter(work, {}); });
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::bug);
  });
}

}  // namespace behest::ops_test
