#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "behest/text/utf8.hpp"
#include "core/ascii.hpp"
#include "core/identity.hpp"
#include "ops/attach.hpp"
#include "ops/contacts.hpp"
#include "ops/model.hpp"
#include "ops/outbox.hpp"
#include "ops/replay.hpp"
#include "text/sha256.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr const char* k_erased = "[erased]";
// Shorter names stand in too many words to be looked for in texts.
constexpr std::size_t k_shortest = 3;
constexpr std::size_t k_longest = 1024;          // of a text that may be a name
constexpr std::size_t k_piece = 256UL * 1024UL;  // of a file, as it is stored

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

// The bytes of an attachment without the person.
struct NewContent {
  std::string hash;
  std::int64_t size = 0;
};

// One person by every name, and what is left of values and texts without them.
class Forgotten {
 public:
  explicit Forgotten(const Contact& contact) {
    for (const auto* names : {&contact.emails, &contact.aliases}) {
      for (const std::string& name : *names) keys_.push_back(contact_key(name));
    }
    keys_.push_back(contact_key(contact.name));
    // "Zoe <zoe@example.org>" is an address too.
    for (std::size_t i = 0, size = keys_.size(); i < size; ++i) {
      const std::string address(address_in(keys_[i]));
      if (!address.empty() && address != keys_[i]) keys_.push_back(address);
    }
    names_ = keys_;
    for (const std::string* text : {&contact.phone, &contact.external_id}) {
      if (!text->empty()) keys_.push_back(contact_key(*text));
    }
    // The longest first: an address before the name in it.
    std::ranges::sort(keys_, std::ranges::greater{}, &std::string::size);
    std::ranges::sort(names_, std::ranges::greater{}, &std::string::size);
  }

  bool is_me(std::string_view person) const { return is_one_of(keys_, person); }

  // The text with every name in it replaced, where it stands as a word of its own.
  std::string without(const std::string& text) const {
    if (is_me(text)) {
      ++replaced_;
      return k_erased;
    }
    return without(text, keys_);
  }

  JsonValue without(const JsonValue& value) const {
    if (value.string() != nullptr) return without(*value.string());
    if (const JsonValue::Array* array = value.array()) {
      JsonValue::Array kept;
      for (const JsonValue& item : *array) kept.push_back(without(item));
      return kept;
    }
    if (value.object() == nullptr) return value;
    const NewContent* content = content_of(value);
    const JsonValue* author = value.find("author");
    const bool is_mine = author != nullptr && author->string() != nullptr && is_me(*author->string());
    JsonValue::Object kept;
    for (const auto& [name, member] : *value.object()) {
      JsonValue after = is_mine && name == "body" ? JsonValue(k_erased) : without(member);
      if (content != nullptr && name == "hash") after = content->hash;
      if (content != nullptr && name == "size") after = content->size;
      kept.emplace_back(name, std::move(after));
    }
    return kept;
  }

  // Attachments of the bytes under a hash have others from now on.
  void put_content(const std::string& hash, NewContent content) { contents_.emplace(hash, std::move(content)); }
  const std::map<std::string, NewContent>& contents() const { return contents_; }
  std::int64_t replaced() const { return replaced_; }

  // Whether a fact, or a record, is named after the person: "zoe", or "zoe/…" of a notice.
  bool names_me(std::string_view name) const {
    return is_one_of(names_, name) || is_one_of(names_, name.substr(0, name.find('/')));
  }

  // A name with the person in it, such as "3 zoe" of a vote, "agent/zoe", or "std.response.1.80.zoe" of a notice,
  // without them. Numbers in it are behest's own, whatever number they have elsewhere.
  std::string without_name(const std::string& name) const {
    if (names_me(name)) return k_erased;
    for (const std::size_t mark : {name.find(' '), name.find('/'), name.rfind('.')}) {
      const bool ends_with_me = mark != std::string::npos && is_one_of(names_, std::string_view(name).substr(mark + 1));
      if (ends_with_me) return name.substr(0, mark + 1) + k_erased;
    }
    return without(name, names_);
  }

 private:
  static bool is_one_of(const std::vector<std::string>& keys, std::string_view person) {
    if (person.size() > k_longest) return false;
    const std::string key = contact_key(person);
    // A text that goes on after an address, or has lines, is no person but about one.
    const bool is_name = person.ends_with('>') && person.find('\n') == std::string_view::npos;
    const std::string address = is_name ? contact_key(address_in(person)) : std::string();
    return std::ranges::any_of(keys, [&](const std::string& one) { return one == key || one == address; });
  }

  std::string without(const std::string& text, const std::vector<std::string>& keys) const {
    std::string out = text;
    for (const std::string& key : keys) {
      if (key.size() >= k_shortest) replace(out, key);
    }
    return out;
  }

  // What stands in the place of an attachment's bytes, if anything.
  const NewContent* content_of(const JsonValue& attachment) const {
    const JsonValue* hash = attachment.find("hash");
    if (hash == nullptr || hash->string() == nullptr) return nullptr;
    const auto found = contents_.find(*hash->string());
    return found == contents_.end() ? nullptr : &found->second;
  }

  void replace(std::string& text, const std::string& key) const {
    const std::string lowered = lower_ascii(text);
    std::string kept;
    std::size_t done = 0;
    for (std::size_t at = lowered.find(key); at != std::string::npos;) {
      const bool begins = at == 0 || !is_word(lowered[at - 1]) || !is_word(key.front());
      const std::size_t end = at + key.size();
      const bool ends = end == lowered.size() || !is_word(lowered[end]) || !is_word(key.back());
      const bool is_cjk = static_cast<unsigned char>(key.front()) >= 0xE0;  // written without spaces
      if ((begins && ends) || is_cjk) {
        kept.append(text, done, at - done).append(k_erased);
        ++replaced_;
        done = end;
        at = lowered.find(key, end);
      } else {
        at = lowered.find(key, at + 1);
      }
    }
    if (done > 0) text = kept.append(text, done);
  }

  std::vector<std::string> keys_;   // all that they are known by
  std::vector<std::string> names_;  // without the numbers among them
  std::map<std::string, NewContent> contents_;
  mutable std::int64_t replaced_ = 0;
};

// Where the kind of a fact ends in its field; npos for other fields.
std::size_t fact_dot(std::string_view field) {
  const std::size_t dot = field.find('.');
  const bool is_fact = dot != std::string_view::npos && std::ranges::binary_search(fact_kinds(), field.substr(0, dot));
  return is_fact ? dot : std::string_view::npos;
}

bool is_fact_of(const Forgotten& person, std::string_view field) {
  const std::size_t dot = fact_dot(field);
  return dot != std::string_view::npos && person.names_me(field.substr(dot + 1));
}

// New names of records, or of the facts of a request: each the same wherever it stands, and none that another has.
class NewNames {
 public:
  explicit NewNames(const Forgotten& person) : person_(person) {}

  void take(std::string_view kind, std::string_view name) { taken_.emplace(kind, name); }
  const std::string& of(const std::string& kind, const std::string& name) {
    const auto [found, is_new] = names_.try_emplace({kind, name});
    if (!is_new) return found->second;
    const std::string bare = person_.without_name(name);
    std::string free = bare;
    for (int i = 2; bare != name && !taken_.emplace(kind, free).second; ++i) free = bare + " " + std::to_string(i);
    return found->second = free;
  }

 private:
  const Forgotten& person_;
  std::set<std::pair<std::string, std::string>> taken_;
  std::map<std::pair<std::string, std::string>, std::string> names_;
};

// Whether anything was left out of the event.
bool forget_event(Store& store, Event event, const Forgotten& person, NewNames& names) {
  const Event before = event;
  std::set<std::string> told;  // names of what is gone, of which one is enough
  if (person.is_me(event.actor)) event.actor = k_erased;
  for (Change& change : event.changes) {
    if (is_fact_of(person, change.field)) {
      change = {change.field.substr(0, change.field.find('.')) + "." + k_erased, {}, {}};
      continue;
    }
    // The id of a message may be an address of theirs; answers to it are known by it no longer.
    if (const std::size_t dot = fact_dot(change.field); dot != std::string::npos) {
      const std::string kind = change.field.substr(0, dot);
      change.field = kind + "." + names.of(kind, change.field.substr(dot + 1));
    }
    change.before = person.without(change.before);
    change.after = person.without(change.after);
  }
  std::erase_if(event.changes, [&](const Change& change) { return !told.insert(change.field).second; });
  if (event.actor == before.actor && event.changes == before.changes) return false;
  store.rewrite(event);
  return true;
}

bool forget_in_request(Store& store, std::int64_t number, const Forgotten& person, const CommandIds& undone) {
  bool is_changed = false;
  const std::vector<Event> events = store.events_of_request(number);
  NewNames names(person);
  for (const Event& event : events) {
    for (const Change& change : event.changes) {
      const std::size_t dot = fact_dot(change.field);
      if (dot != std::string::npos) names.take(change.field.substr(0, dot), change.field.substr(dot + 1));
    }
  }
  for (const Event& event : events) is_changed |= forget_event(store, event, person, names);
  if (!is_changed) return false;
  store.free_key(number);
  const Replayed made = replay(number, store.events_of_request(number), undone);
  store.rebuild(made.request, made.removed, false);
  return true;
}

void forget_records(Store& store, const Forgotten& person) {
  constexpr std::array<std::string_view, 4> k_gone = {"alias", "contact", "inbox", "notice"};
  const auto is_gone = [&](const auto& record) {
    return std::ranges::find(k_gone, record.kind) != k_gone.end() && person.names_me(record.name);
  };
  std::vector<RecordEvent> events;
  store.each_record_event("", "", [&](const RecordEvent& event) { events.push_back(event); });
  NewNames names(person);
  for (const RecordEvent& event : events) names.take(event.kind, event.name);
  std::vector<Record> records;
  store.each_record("", [&](const Record& record) { records.push_back(record); });
  for (const Record& record : records) {
    const std::string name = is_gone(record) ? std::string(k_erased) : names.of(record.kind, record.name);
    const JsonValue value = person.without(record.value);
    if (name == record.name && value == record.value) continue;
    store.put_record({record.kind, record.name, {}});
    if (!is_gone(record)) store.put_record({record.kind, name, value});
  }
  for (RecordEvent& event : events) {
    const RecordEvent before = event;
    const bool has_gone = is_gone(event);
    event.before = has_gone ? JsonValue() : person.without(event.before);
    event.after = has_gone ? JsonValue() : person.without(event.after);
    event.name = has_gone ? std::string(k_erased) : names.of(event.kind, event.name);
    if (person.is_me(event.actor)) event.actor = k_erased;
    if (!(event == before)) store.rewrite(event);
  }
}

// All of them; nothing for what is no text.
std::optional<std::string> text_under(Store& store, const std::string& hash) {
  std::string bytes;
  bool is_text = true;
  store.each_chunk(hash, [&](std::string_view piece) {
    is_text = is_text && piece.find('\0') == std::string_view::npos;
    if (is_text) bytes += piece;
  });
  if (!is_text || !text::is_valid_utf8(bytes)) return std::nullopt;
  return bytes;
}

void put_text(Store& store, const std::string& hash, std::string_view text) {
  if (store.has_content(hash)) return;
  std::int64_t number = 0;
  do {
    store.put_chunk(hash, number++, text.substr(0, k_piece));
    text.remove_prefix(std::min(k_piece, text.size()));
  } while (!text.empty());
}

// Files of text get bytes without the person; what was learned is no file.
void forget_contents(Store& store, Forgotten& person) {
  std::set<std::string> models;
  store.each_record(k_model_kind, [&](const Record& record) { models.insert(model_hash(record.value)); });
  for (const std::string& hash : store.content_hashes()) {
    const auto before = models.contains(hash) ? std::nullopt : text_under(store, hash);
    const std::string after = before ? person.without(*before) : std::string();
    if (!before || after == *before) continue;
    text::Sha256 sum;
    sum.add(after);
    NewContent content{sum.finish(), static_cast<std::int64_t>(after.size())};
    put_text(store, content.hash, after);
    person.put_content(hash, std::move(content));
  }
}

void look_at_files(Store& store, std::int64_t number, const Forgotten& person, Erasure& erasure) {
  const auto request = store.request(number);
  if (!request) return;
  for (const Attachment& file : request->attachments) {
    const std::string name = attachment_name(number, file.number).substr(1) + " " + file.name;
    const auto is_new = [&](const auto& content) { return content.second.hash == file.hash; };
    if (std::ranges::any_of(person.contents(), is_new)) {
      erasure.rewritten.push_back(name);
    } else if (!text_under(store, file.hash)) {
      erasure.unread.push_back(name);
    }
  }
}

// Nobody is written to at "[erased]".
void stop_letters(Work& work, const Forgotten& person) {
  std::vector<Letter> letters;
  each_letter(work.store(), [&](const Letter& letter) {
    const bool is_waiting = letter.posting == Delivery::queued || letter.posting == Delivery::sending;
    if (is_waiting && (person.is_me(letter.address) || person.is_me(letter.to))) letters.push_back(letter);
  });
  for (Letter& letter : letters) {
    letter.posting = Delivery::failed;
    letter.fault = "its recipient was erased";
    put_letter(work, letter);
  }
}

void forget_commands(Store& store, const Forgotten& person) {
  std::vector<CommandRow> mine;
  store.each_command(0, [&](const CommandRow& command) {
    if (person.is_me(command.actor) || person.is_me(command.login)) mine.push_back(command);
  });
  for (CommandRow& command : mine) {
    if (person.is_me(command.actor)) command.actor = k_erased;
    if (person.is_me(command.login)) command.login = k_erased;
    store.rewrite(command);
  }
}

}  // namespace

Erasure erase_contact(Work& work, const std::string& name) {
  Store& store = work.store();
  const auto contact = find_contact(store, name);
  Forgotten person(contact.value_or(Contact{checked_person("contact", name)}));
  CommandIds undone;
  for (const std::int64_t id : store.undone_commands()) undone.insert(id);
  forget_contents(store, person);
  Erasure erasure;
  std::vector<std::int64_t>& changed = erasure.requests;
  for (auto number = store.number_after(0); number; number = store.number_after(*number)) {
    if (forget_in_request(store, *number, person, undone)) changed.push_back(*number);
  }
  if (!contact && changed.empty()) {
    throw Error{ErrorKind::not_found, "there is no contact '" + name + "', and no request knows the name",
                "see 'behest contact list'"};
  }
  stop_letters(work, person);
  forget_records(store, person);
  forget_commands(store, person);
  for (const auto& [hash, content] : person.contents()) {
    store.drop_content(hash);
    store.drop_content(content.hash);  // stays where it is an attachment's
  }
  erasure.replaced = person.replaced();
  for (const std::int64_t number : changed) look_at_files(store, number, person, erasure);
  // That it happened stays: on each request, and once for all of it.
  for (const std::int64_t number : changed) {
    auto request = store.request(number);
    if (!request) continue;
    request->comments = store.comments(number);
    const JsonValue requester = field_value(*request, "requester");
    work.record(*request, "erase", {{"requester", requester, requester}});
  }
  JsonValue::Array numbers;
  for (const std::int64_t number : changed) numbers.emplace_back(number);
  work.change_record(
      "erasure", std::to_string(work.command_id()),
      JsonValue::Object{{"at", format_rfc3339(work.now())}, {"by", work.actor()}, {"requests", numbers}});
  return erasure;
}

}  // namespace behest::ops
