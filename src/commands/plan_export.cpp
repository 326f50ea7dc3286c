#include <algorithm>

#include "behest/text/utf8.hpp"
#include "commands/plan_view.hpp"

namespace behest::commands {
namespace {

using ops::Plan;
using ops::PlanRow;
using Term = text::Safe<text::Term>;

// RFC 5545, 3.1: lines are folded after at most 75 octets, a space begins the rest.
constexpr std::size_t k_fold = 73;

// What would end a name in Mermaid becomes a space.
std::string mermaid_name(const std::string& title) {
  std::string name = title;
  std::ranges::replace_if(
      name, [](char c) { return std::string_view(":;#,\n\r").find(c) != std::string_view::npos; }, ' ');
  return std::string(text::trim(name));
}

std::string seconds_rfc(Instant at) { return format_rfc3339(Instant{at.ms / 1000 * 1000}).substr(0, 19); }

// 20261123T090000Z
std::string ics_time(Instant at) {
  std::string text;
  for (const char c : seconds_rfc(at)) {
    if (c != '-' && c != ':') text += c;
  }
  return text + "Z";
}

std::string ics_text(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c != '\r') out += c;
  }
  return out;
}

class IcsWriter {
 public:
  explicit IcsWriter(Spool& spool) : spool_(spool) {}
  // One content line, made safe first so that what is folded is what is written.
  void line(const std::string& content) {
    const std::string safe(text::term_line(content).view());
    std::string_view rest = safe;
    Term out;
    while (rest.size() > k_fold) {
      std::size_t end = k_fold;
      while (end > 1 && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U) --end;
      out += text::term_line(rest.substr(0, end));
      out += "\r\n ";
      rest.remove_prefix(end);
    }
    out += text::term_line(rest);
    spool_.add(out += "\r\n");
  }

 private:
  Spool& spool_;
};

}  // namespace

void print_plan_mermaid(Env& env, const Plan& plan) {
  env.say("gantt");
  env.say("  dateFormat YYYY-MM-DDTHH:mm:ss");
  env.say("  axisFormat %m-%d");
  std::optional<std::int64_t> section;
  for (const PlanRow& row : plan.rows) {
    if (row.is_summary) {
      env.say("  section " + mermaid_name(row.title));
      section = row.number;
      continue;
    }
    if (section && row.parent != section) {
      env.say("  section -");
      section.reset();
    }
    std::string tags;
    if (row.timing.is_critical) tags += "crit, ";
    if (row.is_closed) tags += "done, ";
    if (!row.is_closed && row.done_percent > 0) tags += "active, ";
    if (row.start == row.finish) tags += "milestone, ";
    env.say("  " + mermaid_name(row.title) + " :" + tags + "r" + std::to_string(row.number) + ", " +
            seconds_rfc(row.start) + ", " + seconds_rfc(row.finish));
  }
}

void print_plan_ics(Env& env, const Plan& plan) {
  IcsWriter out(env.spool);
  out.line("BEGIN:VCALENDAR");
  out.line("VERSION:2.0");
  out.line("PRODID:-//behest//plan//EN");
  for (const PlanRow& row : plan.rows) {
    out.line("BEGIN:VEVENT");
    out.line("UID:request-" + std::to_string(row.number) + "@behest");
    out.line("DTSTAMP:" + ics_time(env.now));
    out.line("DTSTART:" + ics_time(row.start));
    if (row.finish > row.start) out.line("DTEND:" + ics_time(row.finish));
    out.line("SUMMARY:" + ics_text("#" + std::to_string(row.number) + " " + row.title));
    if (!row.assignee.empty()) out.line("DESCRIPTION:" + ics_text(row.assignee));
    if (row.timing.is_critical) out.line("CATEGORIES:critical");
    out.line("END:VEVENT");
  }
  out.line("END:VCALENDAR");
}

}  // namespace behest::commands
