#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/query.hpp"
#include "ops/work.hpp"

namespace behest::ops {

// Somebody known by name, with addresses and other names that mean the same person. Kept as the record "contact" under
// contact_key(name), with a record "alias" for each address and other name.
struct Contact {
  std::string name;
  std::vector<std::string> emails = {};
  std::vector<std::string> aliases = {};
  std::string organisation = {};
  std::string external_id = {};
  std::string phone = {};
  std::string note = {};
  bool is_vip = false;
  bool operator==(const Contact&) const = default;
};

// What a name is looked up by: NFC, trimmed, ASCII letters small.
std::string contact_key(std::string_view name);
// The contact that a person is, by name, other name, or the address in "Zoe <zoe@example.org>".
std::optional<Contact> find_contact(Store& store, std::string_view person);
RequesterFacts requester_facts(Store& store, std::string_view person);
// is_same_person() of core, or both are one contact; an agent is also the contact with the address of the
// configuration.
bool is_same_person(Work& work, std::string_view a, std::string_view b);

// Somebody who is compared with many: as is_same_person(), without looking the contact up each time.
class Person {
 public:
  Person(Work& work, std::string_view name);
  bool is(std::string_view other) const;

 private:
  Work& work_;
  std::string name_;
  std::string address_;
  std::optional<Contact> contact_;
  std::vector<std::string> keys_;  // that mean the contact
};

text::JsonValue contact_value(const Contact& contact);
Contact contact_of(const text::JsonValue& value);

}  // namespace behest::ops
