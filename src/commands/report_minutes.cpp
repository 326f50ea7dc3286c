#include "commands/reports.hpp"
#include "core/transition.hpp"
#include "ops/minutes.hpp"
#include "render/html.hpp"

namespace behest::commands {
namespace {

using Html = text::Safe<text::Html>;
using Markdown = text::Safe<text::Markdown>;
using ops::Minutes;

// 2026-11-23 14:00, meeting: #12 Printer jams
std::string heading_of(const Minutes& one, const Zone& zone) {
  return format_local(one.comment.at, zone) + ", " + std::string(name_of(one.comment.channel)) + ": " +
         id_text(one.request) + " " + one.title;
}

std::string people_of(const Minutes& one) {
  std::string people;
  for (const std::string& name : one.attendees) people.append(people.empty() ? "Present: " : ", ").append(name);
  return people + (people.empty() ? "Recorded by " : "; recorded by ") + one.comment.author;
}

template <class Visit>
void each_line(std::string_view body, const Visit& visit) {
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    visit(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
}

void print_markdown(Env& env, const std::string& title, const std::string& about, const std::vector<Minutes>& all) {
  const Markdown end("\n");
  env.spool.add(Markdown("# ") + text::markdown_text(title) + Markdown("\n\n") + text::markdown_text(about) + end);
  for (const Minutes& one : all) {
    env.spool.add(Markdown("\n## ") + text::markdown_text(heading_of(one, env.zone())) + Markdown("\n\n") +
                  text::markdown_text(people_of(one)) + Markdown("\n\n"));
    // A backslash ends a line without ending its paragraph.
    Markdown text;
    bool is_in_paragraph = false;
    each_line(one.comment.body, [&](std::string_view line) {
      const Markdown safe = text::markdown_text(line);
      if (is_in_paragraph && !safe.empty()) text += text::Literal("\\");
      if (!text.empty()) text += text::Literal("\n");
      is_in_paragraph = !safe.empty();
      text += safe;
    });
    env.spool.add(text + end);
  }
}

void print_page(Env& env, const std::string& title, const std::string& about, const std::vector<Minutes>& all) {
  env.spool.add(render::html_beginning(title));
  env.spool.add(Html("<h1>") + text::html_text(title) + Html("</h1>\n"));
  env.spool.add(render::html_paragraph(about));
  for (const Minutes& one : all) {
    env.spool.add(Html("<h2>") + text::html_text(heading_of(one, env.zone())) + Html("</h2>\n"));
    env.spool.add(render::html_paragraph(people_of(one)));
    env.spool.add(Html("<div>"));
    each_line(one.comment.body, [&](std::string_view line) { env.spool.add(text::html_text(line) + Html("<br>\n")); });
    env.spool.add(Html("</div>\n"));
  }
  env.spool.add(render::html_end());
}

ReportBody body_of(const std::vector<Minutes>& all) {
  ReportBody body;
  body.table.columns = {
      {"at", "When"},       {"id", "ID", true},           {"comment", "Comment"},    {"title", "Title", false, true},
      {"team", "Team"},     {"channel", "Via"},           {"author", "Recorded by"}, {"attendees", "Present"},
      {"public", "Public"}, {"text", "Text", false, true}};
  body.hidden = {"comment", "team", "public"};
  for (const Minutes& one : all) {
    body.rows.push_back({{one.comment.at},
                         {one.request, Tone::strong},
                         {std::to_string(one.request) + "." + std::to_string(one.comment.number)},
                         {one.title},
                         one.team.empty() ? Cell{} : Cell{one.team},
                         {std::string(name_of(one.comment.channel))},
                         {one.comment.author},
                         {one.attendees},
                         {one.comment.is_public},
                         {one.comment.body}});
  }
  return body;
}

}  // namespace

void report_minutes(Env& env, const ReportOptions& options) {
  const Look look = env.look();
  const ops::KpiQuestion question = question_of(env, options);
  if (question.by != ops::KpiGrouping::none) {
    throw Error{ErrorKind::usage, "minutes are by time", "leave --by out, or name a team with --team"};
  }
  std::vector<Minutes> all;
  env.store->read([&] { all = ops::minutes(*env.store, question, options.team); });
  const Instant as_of = question.context.time.now;
  const Instant first = all.empty() ? as_of : std::min(all.front().comment.at, as_of);
  const Instant from = question.from.value_or(first);
  const Instant to = std::max(from, std::min(question.to.value_or(as_of), as_of));
  const std::string title = options.team ? "Minutes of " + *options.team : "Minutes";
  const std::string about = counted(static_cast<std::int64_t>(all.size()), "conversation") + " from " +
                            format_rfc3339(from) + " to " + format_rfc3339(to) + ", as of " + format_rfc3339(as_of) +
                            ".";
  if (look.format == Format::markdown) return print_markdown(env, title, about, all);
  if (look.format == Format::html) return print_page(env, title, about, all);
  ReportBody body = body_of(all);
  body.notes = {about};
  print_report({"minutes", title, from, to, as_of, ""}, body, look, env.spool);
}

}  // namespace behest::commands
