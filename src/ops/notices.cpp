#include "ops/notices.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/core.h>

#include "behest/text/utf8.hpp"
#include "core/transition.hpp"
#include "ops/members.hpp"
#include "ops/people.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_most_mentions = 20;
constexpr std::size_t k_command_digits = 15;
// Commands that nobody is told of.
constexpr std::array<std::string_view, 4> k_silent = {"delete", "inbox", "purge", "watch"};

// Fixed in length, so that names of facts sort as commands do.
std::string command_text(std::int64_t command) { return fmt::format("{:0{}}", command, k_command_digits); }

std::int64_t command_in(std::string_view fact, std::size_t prefix) {
  std::int64_t command = 0;
  const std::string_view digits = fact.substr(prefix, k_command_digits);
  std::from_chars(digits.data(), digits.data() + digits.size(), command);
  return command;
}

// The names that a person's notices may stand under.
std::vector<std::string> names_of(Store& store, const Config& config, const std::string& person) {
  std::vector<std::string> names = {contact_key(person)};
  const auto add = [&](std::string_view name) {
    std::string key = contact_key(name);
    if (!key.empty() && std::ranges::find(names, key) == names.end()) names.push_back(std::move(key));
  };
  if (const AgentConfig* agent = config.agent(person)) add(agent->email);
  if (const auto contact = find_contact(store, person)) {
    add(contact->name);
    for (const std::string& email : contact->emails) add(email);
    for (const std::string& alias : contact->aliases) add(alias);
  }
  return names;
}

std::int64_t last_read(Store& store, const std::string& person) {
  const JsonValue value = store.record("inbox", contact_key(person));
  return value.integer() != nullptr ? *value.integer() : 0;
}

Notice notice_in(std::int64_t request, const std::string& name, const JsonValue& value) {
  return {request, command_in(name, std::min(name.rfind('/'), name.size() - 1) + 1), Instant{integer_in(value, "at")},
          text_in(value, "by"), text_in(value, "about")};
}

bool is_part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80 || c == '_' ||
         c == '.' || c == '-' || c == '@' || c == '/' || c == '+';
}

// How far a name goes from `at`; what ends a sentence is not part of it.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const auto point = text::decode(text, end);
    const bool is_of_name =
        point && text[end] != '@' && text[end] != '/' && text::is_name(text.substr(end, point->length));
    if (!is_of_name) break;
    end += point->length;
  }
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-' || text[end - 1] == '+')) --end;
  return end;
}

// Members of a team that is named, or the person.
std::vector<std::string> people_named(const Config& config, const std::string& name) {
  const TeamConfig* team = config.team(name);
  return team == nullptr ? std::vector<std::string>{name} : team->members;
}

// Numbers are given out one after the other, so the first that is free is found by halving.
std::int64_t first_free(Store& store, const std::string& start) {
  const auto is_free = [&](std::int64_t number) {
    return store.record("notice", start + std::to_string(number)).is_null();
  };
  std::int64_t free = 1;
  while (!is_free(free)) free *= 2;
  std::int64_t taken = free / 2;
  while (free - taken > 1) {
    const std::int64_t middle = taken + (free - taken) / 2;
    (is_free(middle) ? free : taken) = middle;
  }
  return free;
}

void notify_one(Work& work, const Work::Touched& touched) {
  const auto request = work.store().request(touched.number);
  if (!request || request->is_deleted) return;
  Request noticed = *request;
  std::vector<Change> changes;
  std::set<std::string> told;
  const Person actor(work, work.actor());
  const auto add = [&](const std::string& person, const std::string& about) {
    if (actor.is(person)) return;
    Change change = notice_change(work, noticed, person, about);
    if (told.insert(change.field).second) changes.push_back(std::move(change));
  };
  const std::vector<Comment> comments =
      touched.mentions.empty() ? std::vector<Comment>() : work.store().comments(touched.number);
  for (const Comment& comment : comments) {
    if (std::ranges::find(touched.mentions, comment.number) == touched.mentions.end()) continue;
    for (const std::string& name : mentions_in(comment.body)) {
      for (const std::string& person : people_named(work.config(), name)) {
        add(person, "mention " + std::to_string(touched.number) + "." + std::to_string(comment.number));
      }
    }
  }
  for (const std::string& watcher : noticed.names_of_facts("watch")) add(watcher, std::string(work.verb()));
  work.change(noticed, "notify", std::move(changes));
}

}  // namespace

std::vector<std::string> mentions_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('@'); at != std::string_view::npos && names.size() < k_most_mentions;
       at = text.find('@', at + 1)) {
    if (at > 0 && is_part_of_word(text[at - 1])) continue;
    const std::size_t end = end_of_name(text, at + 1);
    if (end == at + 1 || (end < text.size() && text[end] == '@')) continue;
    std::string name = text::nfc(text.substr(at + 1, end - at - 1));
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

Change notice_change(Work& work, const Request& request, std::string_view person, std::string_view about) {
  const std::string name =
      contact_key(person) + "/" + command_text(work.command_id()) + "." + std::to_string(request.version + 1);
  return {"notice." + name,
          {},
          JsonValue::Object{{"to", person}, {"at", work.now().ms}, {"by", work.actor()}, {"about", about}}};
}

void tell_person(Work& work, std::string_view person, std::string_view about) {
  const std::string start = contact_key(person) + "/" + command_text(work.command_id()) + ".";
  work.change_record("notice", start + std::to_string(first_free(work.store(), start)),
                     JsonValue::Object{{"to", person}, {"at", work.now().ms}, {"by", work.actor()}, {"about", about}});
}

void notify_watchers(Work& work) {
  if (std::ranges::find(k_silent, work.verb()) != k_silent.end()) return;
  const std::vector<Work::Touched> touched = work.touched();
  for (const Work::Touched& one : touched) {
    if (one.has_watchers || !one.mentions.empty()) notify_one(work, one);
  }
}

std::vector<Notice> inbox(Store& store, const Config& config, const std::string& person, bool is_all) {
  const std::int64_t read = is_all ? 0 : last_read(store, person);
  const std::vector<std::string> names = names_of(store, config, person);
  std::vector<Notice> notices;
  for (const std::string& name : names) {
    store.each_fact_between(
        "notice", name + "/" + command_text(read + 1), name + "0",
        [&](std::int64_t request, const Fact& fact) { notices.push_back(notice_in(request, fact.name, fact.value)); });
  }
  store.each_record("notice", [&](const Record& record) {
    const std::string_view to = std::string_view(record.name).substr(0, record.name.rfind('/'));
    if (std::ranges::find(names, to) == names.end()) return;
    Notice notice = notice_in(0, record.name, record.value);
    if (notice.command > read) notices.push_back(std::move(notice));
  });
  std::ranges::stable_sort(notices, {}, &Notice::command);
  return notices;
}

bool mark_read(Work& work, const std::string& person) {
  const std::vector<Notice> notices = inbox(work.store(), work.config(), person, false);
  if (notices.empty()) return false;
  return work.change_record("inbox", contact_key(person), notices.back().command);
}

Outcome watch(Work& work, Request& request, std::string_view person, bool is_on) {
  const std::string name = checked_person("watcher", person);
  const std::vector<std::string> watchers = request.names_of_facts("watch");
  const Person person_of_it(work, name);
  const auto known =
      std::ranges::find_if(watchers, [&](const std::string& watcher) { return person_of_it.is(watcher); });
  const std::string id = id_text(request.number);
  if (is_on && known != watchers.end()) return {request.number, id + " is watched by " + *known + " already", false};
  if (!is_on && known == watchers.end()) return {request.number, id + " is not watched by " + name, false};
  const std::string field = "watch." + (is_on ? name : *known);
  work.change(request, "watch", {change_to(request, field, is_on ? JsonValue(true) : JsonValue())});
  return {request.number, id + (is_on ? " is watched by " + name : " is no longer watched by " + *known), true};
}

}  // namespace behest::ops
