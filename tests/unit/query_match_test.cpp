#include <doctest/doctest.h>

#include "query_show.hpp"

using namespace behest;

namespace {

// Monday, 2026-11-23T12:00:00Z.
constexpr std::int64_t k_now = 1'795'435'200'000;
constexpr std::int64_t k_hour = 3'600'000;

QueryContext context() { return {{Instant{k_now}, Zone()}, "alice", Duration{24 * k_hour}}; }

Request sample() {
  Request request;
  request.number = 12;
  request.key = "JIRA-7";
  request.title = "VPN drops 50% of calls";
  request.body = "Since Monday";
  request.type = "incident";
  request.category = "Network/vpn";
  request.state = State::open;
  request.priority = 2;
  request.impact = 1;
  request.requester = "bob@example.org";
  request.channel = Channel::mail;
  request.assignee = "Alice";
  request.labels = {"slow", "vip"};
  request.fields = {{"cost", "40"}, {"system", "ERP"}};
  request.due = Instant{k_now - k_hour};
  request.estimate = Duration{2 * k_hour};
  request.created = Instant{k_now - 5 * k_hour};
  request.updated = Instant{k_now - 2 * k_hour};
  request.comments = {{1, Instant{k_now}, "bob", true, Channel::mail, "It also hits the Printer"}};
  return request;
}

bool holds(std::string_view text, const Request& request, bool is_blocked = false) {
  const auto query = parse_query(text, context());
  REQUIRE_MESSAGE(query, text);
  return matches(*query, request, context(), is_blocked);
}

bool holds(std::string_view text) { return holds(text, sample()); }

void check_all(const std::vector<std::string_view>& texts, bool expected) {
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(holds(text) == expected);
  }
}

}  // namespace

TEST_CASE("text is found by whole words in title, body and comments, whatever their case") {
  check_all({"", "vpn", "MONDAY", "printer", "\"50% of\"", "text:nope,vpn", "vpn monday printer", "50_", "print*",
             "\"hits the prin*\"", "text~calls", "not wifi"},
            true);
  check_all({"wifi", "vpn wifi", "\"50 calls\"", "title:printer", "text!=vpn", "bob", "print", "\"calls since\"",
             "not print*"},
            false);
  Request request = sample();
  request.title = "Über";
  CHECK(holds("ÜBER", request));
  CHECK(holds("über", request));
  request.title = "三楼打印机坏了";
  for (const char* part : {"打", "打印", "打印机", "text.match:坏了"}) CHECK(holds(part, request));
  for (const char* other : {"印打", "打机", "打印坏"}) CHECK_FALSE(holds(other, request));
}

TEST_CASE("names compare without the case of ASCII letters") {
  check_all({"assignee:ALICE", "assignee:me", "label:VIP", "label:x,slow", "type:Incident", "key:jira-7",
             "field.system:erp", "requester~EXAMPLE", "title:drops"},
            true);
  check_all({"assignee:ali", "label:vi", "title=VPN", "field.System:erp", "requester:me"}, false);
}

TEST_CASE("a category holds those below it") {
  check_all({"category:network", "category:NETWORK/VPN", "category!=net", "category~work/"}, true);
  check_all({"category:net", "category:network/vpn/x", "category!=network", "category:vpn"}, false);
}

TEST_CASE("a missing value is equal to nothing but none") {
  check_all({"team:none", "team:", "team!=net", "not team:net", "closed:none", "urgency:none", "field.x:none",
             "field.x!=1", "not closed<today", "resolution:none", "due!=none", "label!=none"},
            true);
  check_all({"team:net", "team!=none", "closed<today", "closed>today", "urgency<3", "urgency>=1", "field.x<9", "team~n",
             "due:none", "label:none", "label!=slow,none"},
            false);
}

TEST_CASE("numbers, levels, states and sets") {
  check_all({"id:12", "id:3,10-12", "id>11", "priority<=P2", "priority:P1,P2", "priority.under:P3", "impact:high",
             "state:open", "state:new,open", "state!=closed", "state:any", "channel:mail", "reopened:0", "estimate:2h",
             "estimate.over:1h", "estimate<=2h"},
            true);
  check_all({"id:13", "id!=10-20", "priority<P2", "priority>P2", "impact:low", "state:closed", "state!=any",
             "channel!=mail", "reopened>0", "estimate.over:2h", "estimate<2h"},
            false);
}

TEST_CASE("times") {
  check_all({"created:today", "created:2026-11", "created<now", "created>=today", "updated<=today", "due<now",
             "created!=yesterday", "updated.after:-3h", "created:yesterday,today"},
            true);
  check_all({"created<today", "created>today", "updated.after:-1h", "created!=today", "due>now"}, false);
}

TEST_CASE("custom fields have the order of text") {
  check_all({"field.cost<5", "field.cost.over:39", "field.system>=erp", "field.system<=ERP"}, true);
  check_all({"field.cost>5", "field.system>erp", "field.system<erp"}, false);
}

TEST_CASE("words") {
  check_all({"is:open", "is!=closed", "is:overdue", "not is:unassigned", "is:closed,open", "not is:stale"}, true);
  check_all({"is:closed", "is:unassigned", "is:stale", "is:blocked", "is:new"}, false);
  Request request = sample();
  CHECK(holds("is:blocked", request, true));
  request.updated = Instant{k_now - 24 * k_hour};
  CHECK_FALSE(holds("is:stale", request));
  request.updated.ms -= 1;
  CHECK(holds("is:stale", request));
  request.due = Instant{k_now};
  CHECK_FALSE(holds("is:overdue", request));
  request.due = Instant{k_now - 1};
  CHECK(holds("is:overdue", request));
  request.state = State::closed;
  request.assignee.clear();
  CHECK_FALSE(holds("is:overdue", request));
  CHECK_FALSE(holds("is:stale", request));
  CHECK(holds("is:closed is:unassigned", request));
}

TEST_CASE("and, or, not") {
  check_all({"vpn or wifi", "wifi or state:open priority:P2", "not (wifi or team:net)", "not not vpn"}, true);
  check_all({"wifi or team:net", "vpn not state:open", "not vpn or wifi", "(vpn or wifi) state:closed"}, false);
}

TEST_CASE("the start of work is a fact of a request") {
  Request request = sample();
  CHECK(holds("start:none", request));
  CHECK_FALSE(holds("start.before:2027-01-01", request));
  set_field(request, "plan.start", k_now);
  CHECK(holds("start.before:2027-01-01", request));
  CHECK(holds("start:today", request));
  CHECK_FALSE(holds("start:none", request));
  CHECK_FALSE(holds("start.after:today", request));
}
