#include <set>

#include <doctest/doctest.h>

#include "query_show.hpp"

using namespace behest;

namespace {

// Monday, 2026-11-23T12:00:00Z.
constexpr std::int64_t k_now = 1'795'435'200'000;
constexpr std::int64_t k_day = 86'400'000;

QueryContext context() { return {{Instant{k_now}, Zone()}, "alice", Duration{14 * k_day}}; }

std::string parsed(std::string_view text) {
  const auto query = parse_query(text, context());
  return query ? show(*query) : "error: " + query.error().message;
}

ParseError error_of(std::string_view text) {
  const auto query = parse_query(text, context());
  REQUIRE_MESSAGE(!query, text << " parsed to " << show(*query));
  return query.error();
}

std::string ms(std::int64_t value) { return std::to_string(value); }

}  // namespace

TEST_CASE("an empty query is everything") {
  CHECK(parsed("") == "everything");
  CHECK(parsed(" \t\n ") == "everything");
}

TEST_CASE("words and phrases search text") {
  CHECK(parsed("vpn") == "text~'vpn'");
  CHECK(parsed("vpn down") == "(and text~'vpn' text~'down')");
  CHECK(parsed("\"vpn down\" can't") == "(and text~'vpn down' text~'can't')");
  CHECK(parsed(R"("say \"hi\"" 'it\'s' 'C:\tmp')") == R"((and text~'say "hi"' text~'it's' text~'C:\tmp'))");
  CHECK(parsed(R"("back\\")") == R"(text~'back\')");
  CHECK(parsed("打印机") == "text~'打印机'");
  CHECK(parsed("\"and\" android") == "(and text~'and' text~'android')");
  CHECK(parsed("-foo!") == "text~'-foo!'");
}

TEST_CASE("and binds tighter than or, not tightest; lists are flat") {
  CHECK(parsed("a or b or c") == "(or text~'a' text~'b' text~'c')");
  CHECK(parsed("(a or b) or (c OR d)") == "(or text~'a' text~'b' text~'c' text~'d')");
  CHECK(parsed("a and b c AND (d e)") == "(and text~'a' text~'b' text~'c' text~'d' text~'e')");
  CHECK(parsed("a or b c") == "(or text~'a' (and text~'b' text~'c'))");
  CHECK(parsed("a (b or c)d") == "(and text~'a' (or text~'b' text~'c') text~'d')");
  CHECK(parsed("not a b") == "(and (not text~'a') text~'b')");
  CHECK(parsed("a Not (b or c)") == "(and text~'a' (not (or text~'b' text~'c')))");
  CHECK(parsed("not not a") == "(not (not text~'a'))");
  CHECK(parsed("((a))") == "text~'a'");
}

TEST_CASE("fields with names as values") {
  CHECK(parsed("team:net") == "team='net'");
  CHECK(parsed("Team=net") == "team='net'");
  CHECK(parsed("label:a,b,\"c, d\"") == "label='a','b','c, d'");
  CHECK(parsed("label!=a,b") == "label!='a','b'");
  CHECK(parsed("category:network/vpn") == "category='network/vpn'");
  CHECK(parsed("assignee~bo requester.match:example.org") == "(and assignee~'bo' requester~'example.org')");
  CHECK(parsed("key:JIRA-7 type:incident waiting_on:\"Big Corp\"") ==
        "(and key='JIRA-7' type='incident' waiting_on='Big Corp')");
  CHECK(parsed("(team:net)") == "team='net'");
  CHECK(parsed("label:e\u0301t\u00e9") == "label='\u00e9t\u00e9'");
}

TEST_CASE("me is the actor, unless quoted, and only for people") {
  CHECK(parsed("assignee:me,bob requester!=ME") == "(and assignee='alice','bob' requester!='alice')");
  CHECK(parsed("assignee:\"me\"") == "assignee='me'");
  CHECK(parsed("team:me label:me") == "(and team='me' label='me')");
  CHECK(parsed("assignee~me") == "assignee~'me'");
  QueryContext nobody = context();
  nobody.me.clear();
  CHECK_FALSE(parse_query("assignee:me", nobody));
}

TEST_CASE("no value") {
  CHECK(parsed("assignee:none") == "assignee=none");
  CHECK(parsed("assignee: vpn") == "(and assignee=none text~'vpn')");
  CHECK(parsed("due!=none") == "due!=none");
  CHECK(parsed("label:a,None") == "label='a',none");
  CHECK(parsed("team:\"none\" team:\"\"") == "(and team='none' team=none)");
  CHECK(parsed("resolution:none impact: field.x:none") == "(and resolution=none impact=none field.x=none)");
  CHECK(parsed("text:none title:none team~none") == "(and text~'none' title~'none' team~'none')");
  CHECK(error_of("state:none").column == 7);
  CHECK(error_of("title:").message == "a text to look for is missing");
  CHECK(error_of("priority:").message == "no request is without 'priority'");
  CHECK(error_of("due<none").column == 5);
}

TEST_CASE("title and text") {
  CHECK(parsed("title:vpn title=vpn title!=vpn title~v") == "(and title~'vpn' title='vpn' title!='vpn' title~'v')");
  CHECK(parsed("text:vpn,wifi text=a text.match:b") == "(and text~'vpn','wifi' text~'a' text~'b')");
  CHECK(parsed("text!=a") == "(not text~'a')");
}

TEST_CASE("closed sets become numbers") {
  CHECK(parsed("state:new,OPEN") == "state=0,1");
  CHECK(parsed("state!=closed") == "state!=4");
  CHECK(parsed("resolution:done,spam") == "resolution=0,5");
  CHECK(parsed("channel:mail") == "channel=1");
  CHECK(parsed("priority:P1,p2,3") == "priority=1,2,3");
  CHECK(parsed("priority<=P2 priority.over:P3 priority.under:4") == "(and priority<=2 priority>3 priority<4)");
  CHECK(parsed("impact:high urgency>=medium impact!=3") == "(and impact=1 urgency>=2 impact!=3)");
  CHECK(parsed("reopened>0 reopened:2") == "(and reopened>0 reopened=2)");
}

TEST_CASE("state:any is everything, and says something of the state") {
  CHECK(parsed("state:any") == "everything");
  CHECK(parsed("state!=any") == "(not everything)");
  CHECK(mentions_state(*parse_query("state:any", context())));
  CHECK_FALSE(mentions_state(*parse_query("", context())));
}

TEST_CASE("words of is:") {
  CHECK(parsed("is:open") == "is:open");
  CHECK(parsed("is:unassigned,overdue") == "(or is:unassigned is:overdue)");
  CHECK(parsed("is!=blocked") == "(not is:blocked)");
  CHECK(parsed("is:new,pending is:hold") == "(and (or state=0 state=2) state=3)");
  const auto stale = parse_query("is:stale", context());
  REQUIRE(stale);
  CHECK(show(stale->values.at(0)) == ms(k_now - 14 * k_day));
  const auto overdue = parse_query("is:overdue", context());
  REQUIRE(overdue);
  CHECK(show(overdue->values.at(0)) == ms(k_now));
}

TEST_CASE("ids, lists and ranges") {
  CHECK(parsed("id:12") == "id=12");
  CHECK(parsed("id:#12,13") == "id=12,13");
  CHECK(parsed("id:12,15-20") == "(or id=12 (and id>=15 id<=20))");
  CHECK(parsed("id!=15-20,3") == "(not (or id=3 (and id>=15 id<=20)))");
  CHECK(parsed("id>9") == "id>9");
  CHECK(error_of("id:20-15").column == 4);
  CHECK(error_of("id:1,x").column == 6);
  CHECK(error_of("id:99999999999999999999").column == 4);
  CHECK(error_of("id:-3").column == 4);
  CHECK(error_of("id<3-5").column == 4);
}

TEST_CASE("times are spans; orders compare with their ends") {
  const std::string from = ms(k_now - k_day / 2);
  const std::string to = ms(k_now + k_day / 2);
  CHECK(parsed("created:today") == "(and created>=" + from + " created<" + to + ")");
  CHECK(parsed("created!=today") == "(not (and created>=" + from + " created<" + to + "))");
  CHECK(parsed("due:today,none") == "(or due=none (and due>=" + from + " due<" + to + "))");
  CHECK(parsed("due<today") == "due<" + from);
  CHECK(parsed("due<=today") == "due<" + to);
  CHECK(parsed("due>today") == "due>=" + to);
  CHECK(parsed("due>=today") == "due>=" + from);
  CHECK(parsed("closed.before:2026-11-23") == "closed<" + from);
  CHECK(parsed("first_response.after:2026-11-23") == "first_response>=" + to);
  CHECK(parsed("updated<-2h") == "updated<" + ms(k_now - 7'200'000));
  CHECK(parsed("due<now") == "due<" + ms(k_now));
  CHECK(parsed("due<\"2026-11-23 12:00\"") == "due<" + ms(k_now));
  CHECK(parsed("due<2026-11-23T12:00:00Z") == "due<" + ms(k_now));
  CHECK(parsed("created:today vpn") == "(and created>=" + from + " created<" + to + " text~'vpn')");
}

TEST_CASE("durations") {
  CHECK(parsed("estimate.over:2h") == "estimate>7200000");
  CHECK(parsed("estimate<=1h30m estimate:none") == "(and estimate<=5400000 estimate=none)");
  CHECK(parsed("estimate:1h,2h") == "estimate=3600000,7200000");
}

TEST_CASE("custom fields") {
  CHECK(parsed("field.system:erp,crm") == "field.system='erp','crm'");
  CHECK(parsed("field.cost.over:5") == "field.cost>'5'");
  CHECK(parsed("field.a.over=5 field.over:5") == "(and field.a.over='5' field.over='5')");
  CHECK(parsed("Field.System~x field.地点:北京") == "(and field.System~'x' field.地点='北京')");
  CHECK(error_of("a field.:x").column == 3);
  CHECK(error_of("field:x").message == "there is no field 'field'");
}

TEST_CASE("errors point at the column and help") {
  const auto state = error_of("vpn state:opne");
  CHECK(state.message == "there is no state 'opne'");
  CHECK(state.column == 11);
  CHECK(state.hint == "did you mean 'open'?");
  const auto field = error_of("vpn and prioriti:P1");
  CHECK(field.message == "there is no field 'prioriti'");
  CHECK(field.column == 9);
  CHECK(field.hint == "did you mean 'priority'?");
  CHECK(error_of("resolution:don").hint == "did you mean 'done'?");
  CHECK(error_of("channel:mial").hint == "did you mean 'mail'?");
  CHECK(error_of("is:overdu").hint == "did you mean 'overdue'?");
  CHECK(error_of("state:zzzzzzz").hint == "it is one of new, open, pending, hold, closed, any");
  CHECK(error_of("-label:x").hint == "write not label:VALUE");
  CHECK(error_of("created.befor:today").hint == "did you mean 'before'?");
  CHECK(error_of("created.before=today").hint == "write created.before:VALUE");
  CHECK(error_of("http://example.org").hint.starts_with("put text to search for in quotes"));
  CHECK(error_of("due<\"2026-13-01\"").column == 11);
  CHECK(error_of("team:a due:nonsense").column == 12);
  CHECK(error_of("estimate:2x").column == 11);
}

TEST_CASE("comparisons a field does not have") {
  CHECK(error_of("team<b").message == "'team' has no order");
  CHECK(error_of("team<b").column == 5);
  CHECK(error_of("state>open").column == 6);
  CHECK(error_of("priority~1").message == "'priority' is not text that a part can match");
  CHECK(error_of("due.match:x").column == 10);
  CHECK(error_of("priority<P1,P2").column == 13);
  CHECK(error_of("is<open").column == 3);
  CHECK(error_of("priority:P6").message == "'P6' is not a priority, P1 to P5");
  CHECK(error_of("is:").message == "a word is missing after 'is'");
}

TEST_CASE("broken syntax") {
  CHECK(error_of("a or").message == "a term is missing at the end");
  CHECK(error_of("a or").column == 5);
  CHECK(error_of("and a").column == 1);
  CHECK(error_of("a and or b").column == 7);
  CHECK(error_of("a and and b").column == 7);
  CHECK(error_of("a and").column == 6);
  CHECK(error_of("(a and)").column == 7);
  CHECK(error_of("not").column == 4);
  CHECK(error_of("a (b").column == 3);
  CHECK(error_of("a) b").message == "there is no '(' for this ')'");
  CHECK(error_of("(a))").column == 4);
  CHECK(error_of(")").message == "there is no '(' for this ')'");
  CHECK(error_of("a ()").message == "there is nothing between the parentheses");
  CHECK(error_of("a \"b c").column == 3);
  CHECK(error_of("label:'b").column == 7);
  CHECK(error_of("\"a\"b").column == 4);
  CHECK(error_of("label:\"a\"b").column == 10);
  CHECK(error_of("\"\"").message == "there is nothing between the quotes to search for");
  CHECK(error_of("label:a,").column == 9);
  CHECK(error_of("label:,a").column == 7);
  CHECK(error_of("priority <= P2").column == 10);
  CHECK(error_of("a\xff").column == 2);
  CHECK(error_of(std::string_view("ab\0c", 4)).column == 3);
}

TEST_CASE("the names a query knows are complete and each parses") {
  CHECK(query_fields().size() == static_cast<std::size_t>(QueryField::custom) + 1);
  std::set<QueryField> known;
  for (std::size_t i = 0; i < query_fields().size(); ++i) {
    CHECK_MESSAGE(known.insert(query_fields()[i].field).second, query_fields()[i].name, " stands for itself alone");
    CHECK_FALSE(query_fields()[i].takes.empty());
  }
  CHECK(query_words().size() == static_cast<std::size_t>(QueryWord::vip) + 1);
  for (const auto& [name, word] : query_words()) CHECK(parsed("is:" + std::string(name)) == "is:" + std::string(name));
}

TEST_CASE("mentions") {
  const auto state = [](std::string_view text) { return mentions_state(*parse_query(text, context())); };
  CHECK(state("vpn (team:net or not state:open)"));
  CHECK(state("is:closed"));
  CHECK(state("is:new"));
  CHECK(state("resolution:done"));
  CHECK(state("closed>today"));
  CHECK_FALSE(state("is:unassigned vpn created:today"));
  CHECK(mentions_text(*parse_query("team:net or not vpn", context())));
  CHECK_FALSE(mentions_text(*parse_query("title:vpn is:open", context())));
  CHECK_FALSE(mentions_text(*parse_query("", context())));
}
