// Surveys go out when a request is closed, and their answers come back as ratings.
#include "core/feedback.hpp"
#include "core/survey_answer.hpp"
#include "ops/kpi.hpp"
#include "ops/mail_in.hpp"
#include "ops/outbox.hpp"
#include "unit/ops_desk.hpp"

namespace behest::ops_test {
namespace {

using Action = ops::MailTaken::Action;

class SurveyDesk : public OpsDesk {
 public:
  SurveyDesk() {
    config.mail.from = "Service desk <desk@example.org>";
    config.mail.has_surveys = true;
    config.agents.push_back({"alice", "alice@example.org"});
  }
  std::int64_t closed(const std::string& requester) {
    ops::Setters values;
    values.requester = requester;
    values.assignee = "alice";
    const std::int64_t number = submit("desk", values);
    close("alice", number);
    return number;
  }
  std::string last_letter() {
    std::string id;
    store->read([&] { ops::each_letter(*store, [&](const ops::Letter& letter) { id = letter.message_id; }); });
    return id;
  }
  ops::MailTaken answer(const std::string& from, const std::string& text, const std::string& id) {
    IncomingMail mail;
    mail.message_id = id;
    mail.from = {"", from};
    mail.subject = "Re: How did it go?";
    mail.text = text;
    mail.answers_to = {last_letter()};
    ops::MailTaken taken;
    work(
        "desk", [&](ops::Work& work) { taken = ops::take_in(work, mail); }, "mail");
    return taken;
  }
  std::vector<Rating> ratings(std::int64_t number) { return feedback_of(get(number).facts).ratings; }
  const ops::KpiRow& response_rate() {
    ops::KpiQuestion question;
    question.context.time.now = now;
    store->read([&] { report_ = ops::kpi(*store, question); });
    for (const ops::KpiRow& row : report_.rows) {
      if (row.metric == "csat_response_rate") return row;
    }
    FAIL("there is no such row");
    return report_.rows.front();
  }

 private:
  ops::KpiReport report_;
};

// "5|text", or "-".
std::string read(std::string_view message) {
  const auto answer = survey_answer(message);
  return answer ? std::to_string(answer->score) + "|" + answer->text : "-";
}

}  // namespace

TEST_CASE("the score of an answer stands at the beginning of its first line") {
  CHECK(read("5") == "5|");
  CHECK(read("\n\n 4/5 \nQuick, and kind.\n") == "4|Quick, and kind.");
  CHECK(read("评分：5\n很好") == "5|很好");
  CHECK(read("评分：５／５ 很好") == "5|很好");
  CHECK(read("3分") == "3|");
  CHECK(read("Score: 2, it took long\nand again") == "2|it took long\nand again");
  CHECK(read("5 stars") == "5|");
  CHECK(read("4 Stars, quick") == "4|quick");
  CHECK(read("5★") == "5|");
  CHECK(read("5 out of 5") == "5|");
  CHECK(read("4 of 5\nall well") == "4|all well");
  CHECK(read("满意 5") == "5|");
  CHECK(read("非常满意5分") == "5|");
  CHECK(read("Rating 4/5") == "4|");
  CHECK(read("3+") == "3|");
  CHECK(read("5 - great") == "5|great");
  CHECK(read("4/5 all well") == "4|all well");
  CHECK(read("1.") == "1|");
  CHECK(read("> How did it go?\n> 1 to 5\n\n4\n") == "4|");
  CHECK(read("On Monday the desk wrote:\n> 3\n5!\n") == "5|");
  for (const char* none : {"",
                           "\n",
                           "0",
                           "6",
                           "10/10",
                           "4/10",
                           "4/50",
                           "4.5",
                           "4,5",
                           "5:30 is fine",
                           "5 printers jam",
                           "1. The printer jams",
                           "5 starlings",
                           "5 of 50",
                           "5 of 5 printers jam",
                           "5 out of 6",
                           "3+ printers",
                           "3+2",
                           "满意",
                           "满意 10",
                           "satisfied 5 people",
                           "score 4.5",
                           "Great, 5 of 5",
                           "Thanks!\n5",
                           "五",
                           "55",
                           "> 5\n"}) {
    CHECK_MESSAGE(read(none) == "-", none);
  }
}

TEST_CASE("closing sends a survey that counts as sent, and its answer is the rating of the requester") {
  SurveyDesk desk;
  const std::int64_t number = desk.closed("Zoe Lin <zoe@example.org>");
  CHECK(desk.get(number).names_of_facts("survey") == std::vector<std::string>{"Zoe Lin <zoe@example.org>"});
  CHECK(desk.response_rate().n == 1);
  CHECK(desk.response_rate().value == 0);
  const ops::MailTaken taken = desk.answer("ZOE@example.org", "4/5\nQuick.\n\n> How did it go?\n", "one@x");
  CHECK(taken.action == Action::rated);
  CHECK(taken.number == number);
  const auto ratings = desk.ratings(number);
  REQUIRE(ratings.size() == 1);
  CHECK(ratings[0].score == 4);
  CHECK(ratings[0].text == "Quick.");
  CHECK(ratings[0].is_survey);
  CHECK(ratings[0].agent == "alice");
  CHECK(desk.response_rate().n == 1);
  CHECK(desk.response_rate().value == 10'000);
  // Nothing is woken, and nothing said in the thread.
  CHECK(desk.get(number).state == State::closed);
  CHECK(desk.get(number).comments.empty());
  // The last answer counts, weeks later too, and each message once.
  desk.now = desk.now + Duration{20 * k_day.ms};
  CHECK(desk.answer("zoe@example.org", "评分：2\n又坏了", "two@x").action == Action::rated);
  CHECK(desk.answer("zoe@example.org", "5", "two@x").action == Action::ignored);
  REQUIRE(desk.ratings(number).size() == 1);
  CHECK(desk.ratings(number)[0].score == 2);
  CHECK(desk.ratings(number)[0].text == "又坏了");
  CHECK(desk.find("").size() == 1);
}

TEST_CASE("an answer without a score, or of somebody else, rates nothing") {
  SurveyDesk desk;
  const std::int64_t number = desk.closed("zoe@example.org");
  CHECK(desk.answer("eve@example.net", "5", "a@x").action == Action::created);
  CHECK(desk.ratings(number).empty());
  const ops::MailTaken taken = desk.answer("zoe@example.org", "It is still broken.", "b@x");
  CHECK(taken.action == Action::appended);
  CHECK(desk.get(number).state == State::open);
  CHECK(desk.ratings(number).empty());
  // A number in an answer to anything but a survey is a number.
  desk.say("alice", number, true);
  CHECK(desk.answer("zoe@example.org", "5", "c@x").action == Action::appended);
  CHECK(desk.ratings(number).empty());
}

TEST_CASE("a survey is also answered by its subject alone, when the mail does not say what it answers") {
  SurveyDesk desk;
  const std::int64_t number = desk.closed("zoe@example.org");
  const auto answer = [&](const std::string& subject, const std::string& text, const std::string& id) {
    IncomingMail mail;
    mail.message_id = id;
    mail.from = {"", "zoe@example.org"};
    mail.subject = subject;
    mail.text = text;
    ops::MailTaken taken;
    desk.work(
        "desk", [&](ops::Work& work) { taken = ops::take_in(work, mail); }, "mail");
    return taken.action;
  };
  CHECK(answer("AW: [#1] how did it go?  something", "5", "a@x") == Action::appended);  // not quite that subject
  desk.close("alice", number);
  CHECK(desk.ratings(number).empty());
  CHECK(answer("AW: [#1] How did it go? something", "5 stars", "b@x") == Action::rated);
  REQUIRE(desk.ratings(number).size() == 1);
  CHECK(desk.ratings(number)[0].score == 5);
  CHECK(desk.get(number).state == State::closed);
  CHECK(answer("Re: [#1] something", "5", "c@x") == Action::appended);
  // Where the survey has the subject of every other letter, a number is a number.
  desk.close("alice", number);
  desk.config.templates.push_back({"survey", "[#{{id}}] {{title}}"});
  CHECK(answer("Re: [#1] something", "1", "d@x") == Action::appended);
  CHECK(desk.ratings(number)[0].score == 5);
}

TEST_CASE("nobody rates their own work by mail either") {
  SurveyDesk desk;
  ops::Setters values;
  values.requester = "alice";
  values.assignee = "alice";
  const std::int64_t number = desk.submit("desk", values);
  desk.close("lead", number);
  const ops::MailTaken taken = desk.answer("alice@example.org", "5\nWell done!", "a@x");
  CHECK(taken.action == Action::appended);
  CHECK(desk.ratings(number).empty());
  CHECK(desk.get(number).state == State::closed);
  REQUIRE(desk.get(number).comments.size() == 1);
  CHECK_FALSE(desk.get(number).comments[0].is_public);
}

TEST_CASE("a survey is not sent for what was declined, and an undone closing takes it back") {
  SurveyDesk desk;
  const std::int64_t declined = desk.submit("zoe@example.org");
  desk.close("alice", declined, Resolution::declined);
  CHECK(desk.get(declined).names_of_facts("survey").empty());
  const std::int64_t number = desk.closed("zoe@example.org");
  desk.undo("alice");
  CHECK(desk.get(number).names_of_facts("survey").empty());
}

TEST_CASE("a survey that waits is withdrawn when its request is opened again, and counts as none") {
  SurveyDesk desk;
  const auto letters = [&] {
    std::vector<std::string> subjects;
    desk.store->read([&] {
      ops::each_letter(*desk.store, [&](const ops::Letter& letter) {
        if (letter.posting == ops::Delivery::queued) subjects.push_back(letter.subject);
      });
    });
    return subjects;
  };
  const auto send_all = [&] {
    desk.work("mailer", [&](ops::Work& work) {
      std::vector<ops::Letter> all;
      ops::each_letter(work.store(), [&](const ops::Letter& letter) { all.push_back(letter); });
      for (ops::Letter& letter : all) {
        letter.posting = ops::Delivery::sent;
        ops::put_letter(work, letter);
      }
    });
  };
  const std::int64_t number = desk.closed("zoe@example.org");
  CHECK(letters().size() == 1);
  CHECK(desk.response_rate().n == 1);
  desk.reopen("alice", number);
  CHECK(letters().empty());
  CHECK(desk.response_rate().n == 0);
  CHECK(desk.get(number).names_of_facts("survey").empty());
  CHECK(desk.get(number).names_of_facts("mail").empty());
  desk.undo("alice");
  CHECK(letters().size() == 1);
  CHECK(desk.get(number).names_of_facts("survey").size() == 1);
  desk.redo("alice");
  CHECK(letters().empty());
  // One that was sent stays, also when the next is withdrawn; and the requester's own words open it as well.
  desk.close("alice", number);
  send_all();
  const auto sent = feedback_of(desk.get(number).facts).surveys;
  REQUIRE(sent.size() == 1);
  desk.reopen("alice", number);
  CHECK(desk.response_rate().n == 1);
  desk.close("alice", number);
  CHECK(letters().size() == 1);
  desk.say("zoe@example.org", number, true);
  CHECK(desk.get(number).state == State::open);
  CHECK(letters().empty());
  const auto left = feedback_of(desk.get(number).facts).surveys;
  REQUIRE(left.size() == 1);
  CHECK(left[0].at == sent[0].at);
}

}  // namespace behest::ops_test
