#include "ops/people.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"
#include "core/identity.hpp"
#include "ops/members.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

std::vector<std::string> texts_in(const JsonValue& value, std::string_view name) {
  std::vector<std::string> texts;
  const JsonValue* member = value.find(name);
  if (member == nullptr || member->array() == nullptr) return texts;
  for (const JsonValue& item : *member->array()) {
    if (item.string() != nullptr) texts.push_back(*item.string());
  }
  return texts;
}

JsonValue::Array array_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::optional<Contact> contact_under(Store& store, std::string_view name) {
  const std::string key = contact_key(name);
  if (key.empty()) return std::nullopt;
  JsonValue value = store.record("contact", key);
  if (value.is_null()) {
    const JsonValue alias = store.record("alias", key);
    if (alias.is_null()) return std::nullopt;
    value = store.record("contact", text_in(alias, "contact"));
  }
  return value.is_null() ? std::nullopt : std::optional(contact_of(value));
}

}  // namespace

std::string contact_key(std::string_view name) { return lower_ascii(text::nfc(text::trim(name))); }

JsonValue contact_value(const Contact& contact) {
  // What is not known is left out, so that a query finds what is.
  JsonValue::Object value = {{"name", contact.name}};
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) value.emplace_back(name, text);
  };
  if (!contact.emails.empty()) value.emplace_back("emails", array_of(contact.emails));
  if (!contact.aliases.empty()) value.emplace_back("aliases", array_of(contact.aliases));
  add("organisation", contact.organisation);
  add("external_id", contact.external_id);
  add("phone", contact.phone);
  add("note", contact.note);
  if (contact.is_vip) value.emplace_back("vip", true);
  return value;
}

Contact contact_of(const JsonValue& value) {
  return {text_in(value, "name"),         texts_in(value, "emails"),     texts_in(value, "aliases"),
          text_in(value, "organisation"), text_in(value, "external_id"), text_in(value, "phone"),
          text_in(value, "note"),         value.find("vip") != nullptr};
}

std::optional<Contact> find_contact(Store& store, std::string_view person) {
  if (auto contact = contact_under(store, person)) return contact;
  const std::string_view address = address_in(person);
  return address.empty() || address == person ? std::nullopt : contact_under(store, address);
}

RequesterFacts requester_facts(Store& store, std::string_view person) {
  const auto contact = find_contact(store, person);
  return contact ? RequesterFacts{contact->name, contact->organisation, contact->is_vip} : RequesterFacts();
}

namespace {

// An agent is also the contact that has the address of the configuration.
std::optional<Contact> contact_of_person(Work& work, std::string_view person) {
  if (auto contact = find_contact(work.store(), person)) return contact;
  const AgentConfig* const agent = work.config().agent(person);
  return agent == nullptr || agent->email.empty() ? std::nullopt : find_contact(work.store(), agent->email);
}

}  // namespace

bool is_same_person(Work& work, std::string_view a, std::string_view b) {
  return behest::is_same_person(work.config(), a, b) || Person(work, a).is(b);
}

Person::Person(Work& work, std::string_view name)
    : work_(work), name_(name), address_(person_address(work.config(), name)), contact_(contact_of_person(work, name)) {
  if (!contact_) return;
  keys_.push_back(contact_key(contact_->name));
  for (const auto* names : {&contact_->emails, &contact_->aliases}) {
    for (const std::string& one : *names) keys_.push_back(contact_key(one));
  }
}

bool Person::is(std::string_view other) const {
  if (same_ascii_fold(name_, other)) return true;
  if (!address_.empty() && same_ascii_fold(address_, person_address(work_.config(), other))) return true;
  if (!contact_) return false;
  // Most are nobody of theirs, which needs no look into the contacts.
  const auto is_key = [&](std::string_view name) { return std::ranges::find(keys_, contact_key(name)) != keys_.end(); };
  if (!is_key(other) && !is_key(address_in(other)) && !is_key(person_address(work_.config(), other))) return false;
  const auto found = contact_of_person(work_, other);
  return found && found->name == contact_->name;
}

}  // namespace behest::ops
