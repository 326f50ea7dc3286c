#include "config/schema.hpp"
#include "core/identity.hpp"
#include "core/letter.hpp"
#include "text/mail_header.hpp"

namespace behest::config {
namespace {

using Shown = std::optional<std::string>;

template <auto Member>
Fit text_at(const TomlNode& value, const Slot& slot) {
  return read_text(value, slot.config.mail.*Member);
}
template <auto Member>
Shown shown_text(const Config& config, std::size_t) {
  return toml_text(config.mail.*Member);
}
template <auto Member>
Fit flag_at(const TomlNode& value, const Slot& slot) {
  return read_boolean(value, slot.config.mail.*Member);
}
template <auto Member>
Shown shown_flag(const Config& config, std::size_t) {
  return config.mail.*Member ? "true" : "false";
}

// "Service desk <desk@example.org>", or the address alone.
template <auto Member>
Fit sender_at(const TomlNode& value, const Slot& slot) {
  std::string text;
  if (Fit misfit = read_text(value, text)) return misfit;
  const bool is_sender = text.empty() || text::mail_address(address_in(text));
  if (!is_sender || text.find_first_of("\r\n") != std::string::npos) {
    return Misfit{value.at, "takes a sender such as \"Service desk <desk@example.org>\", not '" + text + "'", {}};
  }
  slot.config.mail.*Member = text;
  return {};
}
Fit domain_at(const TomlNode& value, const Slot& slot) {
  std::string text;
  if (Fit misfit = read_text(value, text)) return misfit;
  if (!text.empty() && !text::mail_address("a@" + text)) {
    return Misfit{value.at, "takes a domain such as \"desk.example.org\", not '" + text + "'", {}};
  }
  slot.config.mail.domain = text;
  return {};
}

Fit hourly_limit_at(const TomlNode& value, const Slot& slot) {
  return read_count(value, slot.config.mail.hourly_limit);
}
Shown shown_hourly_limit(const Config& config, std::size_t) { return std::to_string(config.mail.hourly_limit); }

template <auto Member>
Fit letter_at(const TomlNode& value, const Slot& slot) {
  std::string text;
  if (Fit misfit = read_text(value, text)) return misfit;
  const auto checked = check_letter(text);
  if (!checked) {
    return Misfit{value.at,
                  "takes a template; column " + std::to_string(checked.error().column) + ": " + checked.error().message,
                  checked.error().hint};
  }
  slot.config.templates[slot.entry].*Member = text;
  return {};
}
template <auto Member>
Shown shown_letter(const Config& config, std::size_t entry) {
  const std::string& text = config.templates[entry].*Member;
  return text.empty() ? Shown() : toml_text(text);
}

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"mail.command", "text", "\"\"",
      "The program that sends a message, with an absolute path: \"/usr/sbin/sendmail -i\"; `-- ADDRESS` is added and "
      "the message is on its standard input; not in a project file",
      true},
     text_at<&MailConfig::command>,
     shown_text<&MailConfig::command>},
    {{"mail.from", "sender", "\"\"", "Who messages are from: \"Service desk <desk@example.org>\"; \"\" sends none",
      false},
     sender_at<&MailConfig::from>,
     shown_text<&MailConfig::from>},
    {{"mail.reply_to", "sender", "\"\"", "Where answers are to go, if not to mail.from", false},
     sender_at<&MailConfig::reply_to>,
     shown_text<&MailConfig::reply_to>},
    {{"mail.domain", "domain", "\"\"", "What the ids of messages end with; \"\" is the domain of mail.from", false},
     domain_at,
     shown_text<&MailConfig::domain>},
    {{"mail.notify", "true|false", "true", "Whether public comments are sent to the requester", false},
     flag_at<&MailConfig::has_notices>,
     shown_flag<&MailConfig::has_notices>},
    {{"mail.acknowledge", "true|false", "false", "Whether the requester of a new request is told its number", false},
     flag_at<&MailConfig::has_acknowledgements>,
     shown_flag<&MailConfig::has_acknowledgements>},
    {{"mail.survey", "true|false", "false",
      "Whether the requester of what is closed as done or answered is asked how it went; an answer that begins with a "
      "score is kept as a rating",
      false},
     flag_at<&MailConfig::has_surveys>,
     shown_flag<&MailConfig::has_surveys>},
    {{"mail.hourly_limit", "whole number", "20",
      "How many messages of one sender are taken in an hour before the others go into one request", false},
     hourly_limit_at,
     shown_hourly_limit},
    {{"template.NAME.text", "template", "",
      "A text with {{id}}, {{title}}, {{due}}, {{requester.name}}, … in it, for `comment --template NAME`; reply, "
      "acknowledgement and survey are those of messages",
      false},
     letter_at<&TemplateConfig::text>,
     shown_letter<&TemplateConfig::text>},
    {{"template.NAME.subject", "template", "", "The subject of messages made from it", false},
     letter_at<&TemplateConfig::subject>,
     shown_letter<&TemplateConfig::subject>},
});

}  // namespace

std::span<const SchemaKey> mail_keys() { return k_keys; }

}  // namespace behest::config

namespace behest {

const TemplateConfig* Config::letter(std::string_view name) const {
  const auto entry = config::find_entry(*this, "template", name);
  return entry ? &templates[*entry] : nullptr;
}

}  // namespace behest
