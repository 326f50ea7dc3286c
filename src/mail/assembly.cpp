#include "mail/assembly.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "text/charset.hpp"
#include "text/encoded_word.hpp"
#include "text/html_plain.hpp"
#include "text/mail_header.hpp"

namespace behest::mail {
namespace {

// SECURITY S7: of decoded text; what is longer is cut.
constexpr std::size_t k_text_limit = 1000UL * 1024UL;
constexpr std::size_t k_most_files = 200;
constexpr std::size_t k_most_ids = 100;

bool same_folded(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

// What stands between < and >, at most k_most_ids of them.
std::vector<std::string> ids_in(std::string_view field) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; ids.size() < k_most_ids && (at = field.find('<', at)) != std::string_view::npos; ++at) {
    const std::size_t end = field.find('>', at);
    if (end == std::string_view::npos) break;
    const std::string_view id = text::trim(field.substr(at + 1, end - at - 1));
    if (!id.empty() && id.find_first_of(" \t\r\n<") == std::string_view::npos) ids.push_back(text::repair_utf8(id));
  }
  return ids;
}

// Line ends as LF, without controls that no text has.
std::string plain_lines(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 == text.size() || text[i + 1] != '\n') lines += '\n';
    } else if (text[i] != '\0') {
      lines += text[i];
    }
  }
  return lines;
}

std::string cut_text(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0U) == 0x80U) --limit;
  text.resize(limit);
  return text;
}

}  // namespace

void Assembly::field(std::string_view name, const std::string& value) {
  const auto is = [&](std::string_view wanted) { return same_folded(name, wanted); };
  const auto plain = [&] { return text::decode_words(value); };
  if (is("From")) {
    take_sender(value);
  } else if (is("Subject") && mail_.subject.empty()) {
    mail_.subject = plain();
  } else if (is("Date") && !mail_.date) {
    mail_.date = reader_.date(value);
  } else if (is("Message-ID") && mail_.message_id.empty()) {
    const std::vector<std::string> ids = ids_in(value);
    mail_.message_id = ids.empty() ? plain() : ids.front();
  } else if (is("In-Reply-To")) {
    in_reply_to_ = value;
  } else if (is("References")) {
    references_ = value;
  } else if (is("Auto-Submitted")) {
    mail_.auto_submitted = plain();
  } else if (is("Precedence")) {
    mail_.precedence = plain();
  } else if (is("List-Id")) {
    mail_.list_id = plain();
  } else if (is("X-Behest-Loop")) {
    mail_.loop = plain();
  } else if (is("Return-Path")) {
    mail_.has_empty_return_path = plain() == "<>";
  } else if (is("Content-Type")) {
    mail_.is_report = same_folded(plain().substr(0, 16), "multipart/report");
  }
}

// The first mailbox with a domain; else a word that is an address, of a field that is no list of them; else a local
// name, as cron has it.
void Assembly::take_sender(const std::string& field) {
  if (!mail_.from.address.empty()) return;
  const std::vector<Mailbox> all = reader_.mailboxes(field);
  const auto has_domain = [](const Mailbox& one) { return text::mail_address(one.address).has_value(); };
  const auto found = std::ranges::find_if(all, has_domain);
  if (found != all.end()) {
    mail_.from = *found;
    return;
  }
  const std::string plain = text::decode_words(field);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" \t<>,;()\"", at), plain.size());
    if (const auto address = text::mail_address(std::string_view(plain).substr(at, end - at))) {
      mail_.from = {std::string(text::trim(std::string_view(plain).substr(0, at))), *address};
      return;
    }
    at = end + 1;
  }
  if (plain.find("<>") != std::string::npos) mail_.has_empty_return_path = true;
  for (const Mailbox& one : all) {
    if (mail_.from.address.empty() && one.address.find(' ') == std::string::npos) mail_.from = one;
  }
}

bool Assembly::part(const PartFacts& facts) {
  end_part();
  charset_ = facts.charset;
  // Some programs give their only text a name; what comes after is a file.
  const bool is_named_text = facts.disposition == "inline" && plain_.empty() && html_.empty();
  const bool is_text = facts.disposition != "attachment" && (facts.name.empty() || is_named_text);
  if (is_text && facts.type == "text/plain") {
    place_ = Place::plain;
  } else if (is_text && facts.type == "text/html") {
    place_ = Place::html;
    if (!html_.empty()) place_ = Place::nowhere;
  } else {
    if (!facts.message_id.empty()) reported_.emplace_back(facts.message_id);
    place_ = mail_.files.size() < k_most_files ? Place::file : Place::nowhere;
    file_ = MailFile();
    const std::string name = text::decode_words(facts.name);
    const bool is_message = facts.type == "message/rfc822";
    file_.name = name.empty() && is_message ? "message.eml" : name;
    file_.mime = facts.type;
    file_from_ = scratch_->size();
    sum_ = text::Sha256();
  }
  return place_ != Place::nowhere;
}

bool Assembly::bytes(std::string_view bytes) {
  if (place_ == Place::file) {
    scratch_->add(bytes);
    sum_.add(bytes);
    return true;
  }
  raw_ += bytes.substr(0, k_text_limit + 1 - std::min(raw_.size(), k_text_limit + 1));
  is_cut_ = is_cut_ || raw_.size() > k_text_limit;
  return raw_.size() <= k_text_limit;
}

void Assembly::end_part() {
  if (place_ == Place::file) end_file();
  if (place_ == Place::plain || place_ == Place::html) take_text();
  place_ = Place::nowhere;
  raw_.clear();
}

void Assembly::end_file() {
  file_.size = scratch_->size() - file_from_;
  file_.hash = sum_.finish();
  if (file_.size == 0) return;
  file_.open = scratch_->piece(file_from_, scratch_->size());
  mail_.files.push_back(std::move(file_));
}

void Assembly::take_text() {
  std::string text = plain_lines(text::utf8_of(raw_, charset_));
  if (place_ == Place::html) {
    html_ = std::move(text);
    return;
  }
  if (text::trim(text).empty()) return;
  if (!plain_.empty()) plain_ += plain_.ends_with('\n') ? "\n" : "\n\n";
  plain_ += text;
}

IncomingMail Assembly::finish(std::string_view identity) {
  end_part();
  std::string text = std::move(plain_);
  if (text.empty()) text = text::html_plain(html_);
  if (text.size() > k_text_limit || is_cut_) mail_.notes.emplace_back("its text is longer than 1 MiB and was cut");
  mail_.text = cut_text(std::move(text), k_text_limit);
  mail_.answers_to = ids_in(in_reply_to_);
  const std::vector<std::string> references = ids_in(references_);
  mail_.answers_to.insert(mail_.answers_to.end(), references.rbegin(), references.rend());
  if (mail_.is_report) mail_.answers_to.insert(mail_.answers_to.end(), reported_.begin(), reported_.end());
  const bool is_usable = !mail_.message_id.empty() && mail_.message_id.size() <= 250;
  if (!is_usable) mail_.message_id = "sha256:" + std::string(identity);
  return std::move(mail_);
}

}  // namespace behest::mail
