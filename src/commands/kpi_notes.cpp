#include "commands/kpi_view.hpp"

namespace behest::commands {
namespace {

using ops::KpiReport;

std::string period_of(const KpiReport& report) {
  const std::string as_of = format_rfc3339(report.as_of);
  if (report.to == report.as_of) return "from " + format_rfc3339(report.from) + " up to as-of, " + as_of;
  return "from " + format_rfc3339(report.from) + " until before " + format_rfc3339(report.to) + ", as of " + as_of;
}

}  // namespace

std::string subject_of(const KpiReport& report) {
  return (report.is_cohort ? "Requests created " : "Events ") + period_of(report);
}

ReportHead head_of(const KpiReport& report, const std::string& name, const std::string& title) {
  ReportHead head{name, title, report.from, report.to, report.as_of, ops::name_of(report.by, report.field)};
  head.is_per_created = report.is_per_created;
  if (report.is_immature) head.not_final = {"fcr", "reopen_rate"};
  return head;
}

std::vector<std::string> notes_of(const KpiReport& report) {
  std::vector<std::string> notes = {
      subject_of(report) + (report.is_cohort ? "." : "; the backlog is that at the end."),
      report.is_cohort ? "Open: the requests whose ending event is still to come; KM median: Kaplan-Meier, with these."
                       : "A count belongs to the period of its event, a duration to that of the event that ends it.",
      "Percentiles are nearest rank. A request counts once as closed (" + counted(report.closings, "closing") +
          " in all).",
      "Left out: " + counted(report.left_out, "request") + " closed as spam, duplicate or withdrawn.",
  };
  if (report.is_per_created) notes.emplace_back("cost_per_request is that of the requests created.");
  if (report.is_immature) {
    notes.emplace_back("Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.");
  }
  return notes;
}

std::string cost_problem(const KpiReport& report) {
  if (report.currencies.empty()) return {};
  if (report.currencies.size() == 1 && report.unpriced_s == 0) return {};
  if (report.currencies.size() == 1) {
    return "no rate was in force for " + format_duration(Duration{report.unpriced_s * 1000}) + " of work";
  }
  std::string list;
  for (const std::string& currency : report.currencies) {
    if (!list.empty()) list += &currency == &report.currencies.back() ? " and " : ", ";
    list += currency;
  }
  return "there is no cost_per_request: the costs are in " + list +
         ", which cannot be added up; see 'behest report cost'";
}

}  // namespace behest::commands
