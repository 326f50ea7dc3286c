#include "ops/contacts.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"
#include "core/attendance.hpp"
#include "core/identity.hpp"
#include "ops/members.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_short_limit = 256;
constexpr std::size_t k_note_limit = 64UL * 1024UL;
constexpr std::size_t k_most_names = 64;

std::string checked_address(const std::string& given) {
  const std::string address(text::trim(given));
  check_text("address", address, k_short_limit);
  const std::size_t at = address.rfind('@');
  const bool has_space = std::ranges::any_of(address, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7F' || c == '<' || c == '>' || c == ',';
  });
  if (at == std::string::npos || at == 0 || at + 1 == address.size() || has_space || address.front() == '-') {
    throw Error{ErrorKind::usage, "'" + given + "' is not an e-mail address", "for example zoe@example.org"};
  }
  return lower_ascii(text::nfc(address));
}

void set_short(const char* what, const std::optional<std::string>& value, std::string& to,
               std::size_t limit = k_short_limit) {
  if (!value) return;
  check_text(what, *value, limit);
  to = text::nfc(text::trim(*value));
}

void set_emails(const std::vector<std::string>& edits, std::vector<std::string>& emails) {
  for (const std::string& edit : edits) {
    const bool is_removal = edit.starts_with('-');
    const std::string address = checked_address(is_removal ? edit.substr(1) : edit);
    std::erase(emails, address);
    if (!is_removal) emails.push_back(address);
  }
}

void set_all(const ContactSetters& values, Contact& contact) {
  set_emails(values.emails, contact.emails);
  set_short("organisation", values.organisation, contact.organisation);
  set_short("external id", values.external_id, contact.external_id);
  set_short("phone number", values.phone, contact.phone);
  set_short("note", values.note, contact.note, k_note_limit);
  if (values.is_vip) contact.is_vip = *values.is_vip;
  if (contact.emails.size() + contact.aliases.size() > k_most_names) {
    throw Error{ErrorKind::bad_data, "a contact has at most 64 addresses and other names", "take some away"};
  }
}

std::vector<std::string> aliases_of(const Contact& contact) {
  std::vector<std::string> keys;
  for (const auto* names : {&contact.emails, &contact.aliases}) {
    for (const std::string& name : *names) keys.push_back(contact_key(name));
  }
  return keys;
}

void refuse_taken(Store& store, const std::string& key, const Contact& owner) {
  const auto other = find_contact(store, key);
  if (!other || contact_key(other->name) == contact_key(owner.name)) return;
  throw Error{ErrorKind::refused, "'" + key + "' belongs to the contact " + other->name,
              "if both are one person: 'behest contact merge'"};
}

// Writes a contact in the place of what it was, with its aliases.
void keep(Work& work, const Contact* before, const Contact& after) {
  const std::string key = contact_key(after.name);
  const std::vector<std::string> aliases = aliases_of(after);
  if (before != nullptr) {
    for (const std::string& alias : aliases_of(*before)) {
      const bool is_kept = std::ranges::find(aliases, alias) != aliases.end();
      if (!is_kept) work.change_record("alias", alias, {});
    }
    if (contact_key(before->name) != key) work.change_record("contact", contact_key(before->name), {});
  }
  if (before == nullptr || contact_key(before->name) != key) work.change_record("alias", key, {});
  work.change_record("contact", key, contact_value(after));
  for (const std::string& alias : aliases) {
    if (alias != key) work.change_record("alias", alias, JsonValue::Object{{"contact", key}});
  }
}

// When somebody was last at a meeting, a visit or a call, by every name they may be known by.
std::map<std::string, Instant> last_attended(Store& store) {
  std::map<std::int64_t, std::map<std::int64_t, std::vector<std::string>>> attendances;
  store.each_fact("attendance", "", [&](std::int64_t request, const Fact& fact) {
    attendances[request][number_in(fact.name)] = attendees_in(fact);
  });
  std::map<std::string, Instant> last;
  for (const auto& [request, comments] : attendances) {
    for (const Comment& comment : store.comments(request)) {
      const auto there = comments.find(comment.number);
      if (there == comments.end()) continue;
      for (const std::string& name : there->second) {
        for (const std::string& key : {contact_key(name), contact_key(address_in(name))}) {
          if (!key.empty()) last[key] = std::max(last[key], comment.at);
        }
      }
    }
  }
  return last;
}

// Whose name or address something is, without a look into the store for each.
class KnownNames {
 public:
  explicit KnownNames(const std::vector<Contact>& contacts) {
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      owners_.emplace(contact_key(contacts[i].name), i);
      for (std::string& key : aliases_of(contacts[i])) owners_.emplace(std::move(key), i);
    }
  }
  // As find_contact() finds it: its place among the contacts.
  std::optional<std::size_t> owner_of(std::string_view person) const {
    auto found = owners_.find(contact_key(person));
    if (found == owners_.end()) found = owners_.find(contact_key(address_in(person)));
    return found == owners_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::unordered_map<std::string, std::size_t> owners_;
};

std::vector<std::pair<std::int64_t, std::size_t>> requests_by_contact(Store& store, const KnownNames& names) {
  std::vector<std::pair<std::int64_t, std::size_t>> found;
  store.each_request({Expr(), {}, std::nullopt}, [&](const Request& request) {
    if (const auto owner = names.owner_of(request.requester)) found.emplace_back(request.number, *owner);
  });
  return found;
}

void add_name(std::vector<std::string>& names, const std::string& name) {
  const auto same = [&](const std::string& known) { return contact_key(known) == contact_key(name); };
  if (std::ranges::none_of(names, same)) names.push_back(name);
}

void take_over(std::string& to, const std::string& from) {
  if (to.empty()) to = from;
}

}  // namespace

Contact known_contact(Store& store, const std::string& name) {
  if (auto contact = find_contact(store, name)) return *std::move(contact);
  throw Error{ErrorKind::not_found, "there is no contact '" + name + "'",
              "see 'behest contact list'; 'behest contact add NAME' makes one"};
}

Contact add_contact(Work& work, const std::string& name, const ContactSetters& values) {
  Contact contact{checked_person("contact", name)};
  if (const auto other = find_contact(work.store(), contact.name)) {
    throw Error{ErrorKind::refused, "'" + contact.name + "' is the contact " + other->name + " already",
                "see 'behest contact show'"};
  }
  set_all(values, contact);
  for (const std::string& alias : aliases_of(contact)) refuse_taken(work.store(), alias, contact);
  keep(work, nullptr, contact);
  return contact;
}

Contact edit_contact(Work& work, const std::string& name, const ContactSetters& values, bool& is_changed) {
  const Contact before = known_contact(work.store(), name);
  Contact after = before;
  if (values.name) {
    after.name = checked_person("contact", *values.name);
    refuse_taken(work.store(), contact_key(after.name), before);
    std::erase_if(after.aliases,
                  [&](const std::string& alias) { return contact_key(alias) == contact_key(after.name); });
    if (contact_key(after.name) != contact_key(before.name)) add_name(after.aliases, before.name);
  }
  set_all(values, after);
  for (const std::string& alias : aliases_of(after)) refuse_taken(work.store(), alias, before);
  is_changed = !(before == after);
  if (is_changed) keep(work, &before, after);
  return after;
}

Contact merge_contacts(Work& work, const std::string& from, const std::string& into) {
  const Contact before = known_contact(work.store(), into);
  // Whoever has asked without being a contact is known by name alone.
  const Contact other = find_contact(work.store(), from).value_or(Contact{checked_person("contact", from)});
  if (contact_key(other.name) == contact_key(before.name)) {
    throw Error{ErrorKind::refused, "'" + from + "' and '" + into + "' are one contact already", "name another one"};
  }
  Contact after = before;
  for (const std::string& email : other.emails) add_name(after.emails, email);
  for (const std::string& alias : other.aliases) add_name(after.aliases, alias);
  add_name(after.aliases, other.name);
  take_over(after.organisation, other.organisation);
  take_over(after.external_id, other.external_id);
  take_over(after.phone, other.phone);
  take_over(after.note, other.note);
  after.is_vip |= other.is_vip;
  set_all({}, after);
  if (find_contact(work.store(), from)) {
    for (const std::string& alias : aliases_of(other)) work.change_record("alias", alias, {});
    work.change_record("contact", contact_key(other.name), {});
  }
  keep(work, &before, after);
  return after;
}

std::vector<Contact> all_contacts(Store& store) {
  std::vector<Contact> contacts;
  store.each_record("contact", [&](const Record& record) { contacts.push_back(contact_of(record.value)); });
  return contacts;
}

Expr requests_of(const Contact& contact) {
  Expr expr;
  expr.kind = Expr::Kind::term;
  expr.field = QueryField::requester_name;
  expr.values = {contact.name};
  return expr;
}

std::vector<DueContact> due_contacts(Store& store, Instant before) {
  const std::map<std::string, Instant> attended = last_attended(store);
  const std::vector<Contact> contacts = all_contacts(store);
  const KnownNames names(contacts);
  std::vector<DueContact> all;
  all.reserve(contacts.size());
  for (const Contact& contact : contacts) {
    all.push_back({contact.name, contact.organisation, contact.is_vip, std::nullopt, 0});
  }
  const auto speak = [](DueContact& one, Instant at) { one.spoken = std::max(one.spoken.value_or(at), at); };
  for (const auto& [number, owner] : requests_by_contact(store, names)) {
    DueContact& one = all[owner];
    ++one.requests;
    for (const Comment& comment : store.comments(number)) {
      const bool is_said = comment.is_public && names.owner_of(comment.author) != owner;
      if (is_said || is_spoken(comment.channel)) speak(one, comment.at);
    }
  }
  for (const auto& [name, at] : attended) {
    if (const auto owner = names.owner_of(name)) speak(all[*owner], at);
  }
  std::erase_if(all, [&](const DueContact& one) { return one.spoken && *one.spoken >= before; });
  // Whom nobody has spoken to yet come first.
  std::ranges::stable_sort(all, {}, [](const DueContact& one) { return one.spoken.value_or(Instant{}).ms; });
  return all;
}

}  // namespace behest::ops
