#include "core/mail_kind.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"

namespace behest {
namespace {

bool is_robot(std::string_view address) {
  constexpr std::array<std::string_view, 2> k_robots = {"mailer-daemon", "postmaster"};
  const std::string_view local = address.substr(0, address.find('@'));
  return std::ranges::any_of(k_robots, [&](std::string_view robot) { return same_ascii_fold(local, robot); });
}

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_quoted(std::string_view line) { return text::trim(line).starts_with('>'); }
bool is_blank(std::string_view line) { return text::trim(line).empty(); }

// A line that begins the message that is answered, whatever follows.
bool begins_original(const Lines& lines, std::size_t at) {
  constexpr std::array<std::string_view, 6> k_marks = {
      "-----Original Message-----", "----- Original Message -----", "-----Ursprüngliche Nachricht-----",
      "-----原始邮件-----",         "-----邮件原件-----",           "------------------ 原始邮件 ------------------"};
  const std::string_view line = text::trim(lines[at]);
  if (std::ranges::find(k_marks, line) != k_marks.end()) return true;
  const std::string_view next = at + 1 < lines.size() ? text::trim(lines[at + 1]) : std::string_view();
  const bool is_rule = line.size() >= 20 && line.find_first_not_of('_') == std::string_view::npos;
  return is_rule && (next.starts_with("From:") || next.starts_with("发件人:") || next.starts_with("Von:"));
}

// "On Monday Zoe wrote:", in the languages that say so at the end of a line.
bool is_attribution(std::string_view line) {
  constexpr std::array<std::string_view, 9> k_ends = {
      "wrote:", "writes:", "schrieb:", "a écrit :", "escribió:", "写道：", "写道:", "寫道：", "書きました:"};
  const std::string_view plain = text::trim(line);
  return std::ranges::any_of(k_ends, [&](std::string_view end) { return plain.ends_with(end); });
}

// Where the quotation begins that ends the lines before `end`; `end` when there is none.
std::size_t quotation_before(const Lines& lines, std::size_t end) {
  std::size_t at = end;
  bool has_quote = false;
  while (at > 0 && (is_quoted(lines[at - 1]) || is_blank(lines[at - 1]))) {
    --at;
    has_quote = has_quote || is_quoted(lines[at]);
  }
  if (!has_quote) return end;
  // "On … <zoe@example.org>" and "wrote:" may be two lines.
  if (at > 0 && is_attribution(lines[at - 1])) {
    --at;
    if (at > 0 && lines[at - 1].starts_with("On ") && !lines[at].starts_with("On ")) --at;
  }
  return at;
}

std::size_t original_in(const Lines& lines) {
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (begins_original(lines, at)) return at;
  }
  return lines.size();
}

// The signature begins after "-- " (RFC 3676, 4.3), which many programs strip of its blank.
std::size_t signature_in(const Lines& lines, std::size_t end) {
  for (std::size_t at = end; at > 0; --at) {
    const std::string_view line = lines[at - 1];
    if (line == "-- " || line == "--") return at - 1;
  }
  return end;
}

}  // namespace

MailOrigin origin_of(const IncomingMail& mail, std::string_view domain) {
  if (!mail.loop.empty() && same_ascii_fold(mail.loop, domain)) {
    return {MailKind::own, "it was sent by this desk"};
  }
  if (mail.has_empty_return_path) return {MailKind::bounce, "its return path is empty"};
  if (is_robot(mail.from.address)) return {MailKind::bounce, "it is from " + mail.from.address};
  if (mail.is_report) return {MailKind::bounce, "it is a report of mail"};
  if (!mail.loop.empty()) return {MailKind::automatic, "another desk sent it"};
  if (!mail.auto_submitted.empty() && !same_ascii_fold(mail.auto_submitted.substr(0, 2), "no")) {
    return {MailKind::automatic, "its Auto-Submitted is " + mail.auto_submitted};
  }
  for (const std::string_view word : {"bulk", "junk", "list", "auto_reply"}) {
    if (same_ascii_fold(mail.precedence, word)) return {MailKind::bulk, "its Precedence is " + mail.precedence};
  }
  if (!mail.list_id.empty()) return {MailKind::bulk, "it is from the list " + mail.list_id};
  return {};
}

FoldedText fold_text(std::string_view text, bool folds_quotes) {
  const Lines lines = lines_of(text);
  std::size_t end = folds_quotes ? original_in(lines) : lines.size();
  if (folds_quotes) end = quotation_before(lines, end);
  end = signature_in(lines, end);
  if (folds_quotes) end = quotation_before(lines, end);
  while (end > 0 && is_blank(lines[end - 1])) --end;
  if (end == 0 || end == lines.size()) return {std::string(text), {}};
  const auto size = static_cast<std::size_t>(lines[end].data() - text.data());
  std::string_view kept = text.substr(0, size);
  while (!kept.empty() && (kept.back() == '\n' || kept.back() == ' ')) kept.remove_suffix(1);
  if (text::trim(text.substr(size)).empty()) return {std::string(text), {}};
  std::string_view tail = text.substr(size);
  tail.remove_prefix(std::min(tail.find_first_not_of("\r\n"), tail.size()));
  return {std::string(kept), std::string(tail)};
}

std::int64_t number_in_subject(std::string_view subject) {
  for (std::size_t at = subject.find("[#"); at != std::string_view::npos; at = subject.find("[#", at + 2)) {
    std::int64_t number = 0;
    std::size_t digit = at + 2;
    while (digit < subject.size() && subject[digit] >= '0' && subject[digit] <= '9' && digit < at + 20) {
      number = number * 10 + (subject[digit++] - '0');
    }
    if (number > 0 && digit < subject.size() && subject[digit] == ']') return number;
  }
  return 0;
}

}  // namespace behest
