#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ops/people.hpp"

namespace behest::ops {

// What is set of a contact: absent = leave alone, "" = empty.
struct ContactSetters {
  std::optional<std::string> name;
  std::vector<std::string> emails = {};  // "-x" takes one away
  std::optional<std::string> organisation;
  std::optional<std::string> external_id;
  std::optional<std::string> phone;
  std::optional<std::string> note;
  std::optional<bool> is_vip;
};

// Error(refused) when the name, or an address, belongs to a contact already.
Contact add_contact(Work& work, const std::string& name, const ContactSetters& values);
// Error(not_found) when nobody is known by that name; so for the others.
Contact known_contact(Store& store, const std::string& name);
// A new name keeps the old one as another name. `is_changed` says whether anything is different.
Contact edit_contact(Work& work, const std::string& name, const ContactSetters& values, bool& is_changed);
// `from` becomes another name of `into`, which takes over its addresses, and what it does not know itself.
Contact merge_contacts(Work& work, const std::string& from, const std::string& into);
// Every contact, by name.
std::vector<Contact> all_contacts(Store& store);
// What finds the requests of a contact.
Expr requests_of(const Contact& contact);

// A contact whose open or closed requests nobody has spoken to them about for long: no public comment but their own, no
// comment by phone, visit or meeting, and nothing that they attended.
struct DueContact {
  std::string name;
  std::string organisation;
  bool is_vip = false;
  std::optional<Instant> spoken;  // last; none = never
  std::int64_t requests = 0;
};
std::vector<DueContact> due_contacts(Store& store, Instant before);

// What an erasure took away, and what it had to leave.
struct Erasure {
  std::vector<std::int64_t> requests;  // that were changed
  std::int64_t replaced = 0;           // how often a name or an address was taken out, history included
  std::vector<std::string> rewritten;  // "3.1 folded.txt": files of text out of which they were taken
  std::vector<std::string> unread;     // files of those requests that are no text, so that nothing in them was found
};
// Takes a person out of everything for good: record, requests, comments, facts, letters, files of text and the history
// of all of it. What the person did stays, by nobody; letters to them are not sent any more. What is left in unused
// parts of the file goes with Store::compact() afterwards.
Erasure erase_contact(Work& work, const std::string& name);

}  // namespace behest::ops
