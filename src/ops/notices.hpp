#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ops/work.hpp"

namespace behest::ops {

// Something that a person should look at: the fact "notice.PERSON/COMMAND.VERSION" of a request, or the record "notice"
// PERSON/COMMAND.N of what belongs to none. What is newer than the last command that the person has seen (record
// "inbox") is not read yet.
struct Notice {
  std::int64_t request = 0;  // 0 = none
  std::int64_t command = 0;
  Instant at;
  std::string by;
  std::string about;  // mention 12.3, comment, edit, rule vpn
};

// The change that puts a notice into `changes` of the event that makes `request` version + 1.
Change notice_change(Work& work, const Request& request, std::string_view person, std::string_view about);
// A notice of what belongs to no request.
void tell_person(Work& work, std::string_view person, std::string_view about);
// Notices of what the command has done to those who watch the requests or are named in their new comments, but not to
// who did it.
void notify_watchers(Work& work);
// Oldest first; those that are read only with `is_all`. Inside Store::read() or transact().
std::vector<Notice> inbox(Store& store, const Config& config, const std::string& person, bool is_all);
// Everything up to now is read; false when it was already.
bool mark_read(Work& work, const std::string& person);

// Starts or ends watching.
Outcome watch(Work& work, Request& request, std::string_view person, bool is_on);

// The names after an @ in a text, each once, at most 20; an address such as a@b names nobody.
std::vector<std::string> mentions_in(std::string_view text);

}  // namespace behest::ops
