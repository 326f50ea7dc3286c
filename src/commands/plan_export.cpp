#include "behest/text/utf8.hpp"
#include "commands/plan_view.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

using ops::Plan;
using ops::PlanRow;
using Term = text::Safe<text::Term>;

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// RFC 5545, 3.1: lines are folded after at most 75 octets, a space begins the rest.
constexpr std::size_t k_fold = 73;

// "#12 Title", which begins no directive of Mermaid; what would end a name there, make an entity or a comment of it,
// becomes a space.
std::string mermaid_name(const PlanRow& row) {
  std::string name;
  name.reserve(row.title.size() + 1);
  for (const char c : row.title) {
    const bool is_taken = std::string_view(":;#,{}\n\r").find(c) != std::string_view::npos;
    if (c == '%' && name.ends_with('%')) name += ' ';
    name += is_taken ? ' ' : c;
  }
  const std::string_view shown = text::trim(name);
  return id_text(row.number) + (shown.empty() ? "" : " ") + std::string(shown);
}

// 2026-11-23T09:00:00 by the clock of a place, which is how Mermaid reads a time.
std::string mermaid_time(Instant at, const Zone& zone) {
  std::string local = format_local(at, zone) + ":" + two(civil(at, zone).second);
  local.replace(local.find(' '), 1, "T");
  return local;
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
  const Zone& zone = env.zone();
  env.say("gantt");
  env.say("  dateFormat YYYY-MM-DDTHH:mm:ss");
  env.say("  axisFormat %m-%d");
  std::optional<std::int64_t> section;
  for (const PlanRow& row : plan.rows) {
    if (row.is_summary) {
      env.say("  section " + mermaid_name(row));
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
    env.say("  " + mermaid_name(row) + " :" + tags + "r" + std::to_string(row.number) + ", " +
            mermaid_time(row.start, zone) + ", " + mermaid_time(row.finish, zone));
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
