#include "ops/check.hpp"

#include <algorithm>
#include <map>

#include "ops/model.hpp"
#include "text/sha256.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

JsonValue fields_value(const std::vector<std::pair<std::string, std::string>>& fields) {
  JsonValue::Object object;
  for (const auto& [name, value] : fields) object.emplace_back(name, value);
  return object;
}

JsonValue numbers_of(const std::vector<Attachment>& attachments) {
  JsonValue::Array numbers;
  for (const Attachment& one : attachments) numbers.emplace_back(static_cast<std::int64_t>(one.number));
  return numbers;
}

class Checking {
 public:
  Checking(Store& store, const Tell& tell) : store_(store), tell_(tell) {}

  void all() {
    for (const std::int64_t id : store_.mismarked_commands()) {
      tell(Finding{.request = 0,
                   .field = "",
                   .stored = {},
                   .made = {},
                   .sentence = "command " + std::to_string(id) + " is not marked as its undos and redos say"});
    }
    if (const auto event = store_.misplaced_event()) {
      tell(0, "event " + std::to_string(*event) + " belongs to an earlier command than the event before it", false);
    }
    for (const std::int64_t id : store_.undone_commands()) undone_.insert(id);
    records();
    strays_ = store_.stray_labels();
    for (auto number = store_.number_after(0); number; number = store_.number_after(*number)) one(*number);
    check_index();
    check_sums();
  }

  std::int64_t found() const { return found_; }
  const std::vector<Record>& broken_records() const { return broken_records_; }
  std::int64_t beyond_repair() const { return beyond_repair_; }
  const std::vector<std::int64_t>& broken() const { return broken_; }
  bool is_index_broken() const { return is_index_broken_; }
  bool are_sums_broken() const { return are_sums_broken_; }

  void repair(std::int64_t number) {
    const Replayed made = replay(number, store_.events_of_request(number), undone_);
    bool has_labels = !std::ranges::binary_search(strays_, number);
    try {
      const auto stored = store_.request(number);
      has_labels =
          has_labels && stored && stored->labels == made.request.labels && store_.side_rows(*stored).has_labels;
    } catch (const Error&) {
      has_labels = false;
    }
    store_.rebuild(made.request, made.removed, has_labels);
  }

 private:
  void tell(const Finding& finding) {
    ++found_;
    if (!finding.is_repairable) ++beyond_repair_;
    if (finding.is_repairable && finding.request != 0 && (broken_.empty() || broken_.back() != finding.request)) {
      broken_.push_back(finding.request);
    }
    tell_(finding);
  }
  void tell(std::int64_t number, std::string sentence, bool is_repairable) {
    tell(Finding{number, "", {}, {}, std::move(sentence), is_repairable});
  }

  // What the events of records make, beside what is stored.
  void records() {
    std::map<std::pair<std::string, std::string>, JsonValue> made;
    store_.each_record_event("", "", [&](const RecordEvent& event) {
      JsonValue& now = made[{event.kind, event.name}];
      if (now != event.before) {
        tell(0, "event " + std::to_string(event.id) + " found another " + event.kind + " '" + event.name + "'", false);
      }
      now = event.after;
    });
    store_.each_record("", [&](const Record& record) {
      if (record.kind != k_model_kind || !is_whole(record)) made.try_emplace({record.kind, record.name});
    });
    for (auto& [key, value] : made) {
      JsonValue stored = store_.record(key.first, key.second);
      if (stored == value) continue;
      broken_records_.push_back({key.first, key.second, value});
      tell(Finding{0, key.first + "." + key.second, std::move(stored), value, "", true});
    }
  }

  // A model has no events, and is right when its rows are there: else it is taken away, and learned anew.
  bool is_whole(const Record& model) {
    if (model.name == k_every_field) return model.value.find("closed") != nullptr;
    const std::string hash = model_hash(model.value);
    return !hash.empty() && content_size(hash) > 0;
  }

  std::optional<std::vector<Event>> events_of(std::int64_t number) {
    try {
      return store_.events_of_request(number);
    } catch (const Error& error) {
      if (error.kind != ErrorKind::bad_data) throw;
      tell(number, error.message, false);
      return std::nullopt;
    }
  }

  void one(std::int64_t number) {
    const auto found = events_of(number);
    if (!found) return;
    const std::vector<Event>& events = *found;
    if (events.empty()) return tell(number, "has no events", false);
    const Replayed made = replay(number, events, undone_);
    for (const std::string& problem : made.problems) tell(number, problem, false);
    compare(number, made);
    for (const Attachment& attachment : made.request.attachments) check_content(number, attachment);
    for (const Attachment& attachment : made.removed) check_content(number, attachment);
  }

  void compare(std::int64_t number, const Replayed& made) {
    try {
      auto stored = store_.request(number);
      if (!stored) return tell(number, "has events, but no row", true);
      stored->comments = store_.comments(number);
      for (Difference& difference : differences(*stored, made.request)) {
        tell(Finding{number, difference.field, std::move(difference.stored), std::move(difference.made), "", true});
      }
      const SideRows side = store_.side_rows(*stored);
      if (side.fields != stored->fields) {
        tell(Finding{number, "fields as searched", fields_value(side.fields), fields_value(stored->fields), "", true});
      }
      if (side.removed != made.removed) {
        tell(Finding{number, "removed attachments", numbers_of(side.removed), numbers_of(made.removed), "", true});
      }
      if (!side.has_labels) tell(number, "is not found by one of its labels", true);
      if (std::ranges::binary_search(strays_, number)) tell(number, "is found by a label that it does not have", true);
    } catch (const Error& error) {
      if (error.kind != ErrorKind::bad_data) throw;
      tell(number, error.message, true);
    }
  }

  void check_content(std::int64_t number, const Attachment& attachment) {
    const auto known = contents_.find(attachment.hash);
    const std::int64_t size = known != contents_.end() ? known->second : content_size(attachment.hash);
    contents_[attachment.hash] = size;
    if (size == attachment.size) return;
    tell(number,
         "attachment " + std::to_string(attachment.number) + " ('" + attachment.name + "'): its bytes are " +
             (size < 0 ? "not those of its hash" : "missing"),
         false);
  }

  // What the index of words says of a request is mended for all of them at once, so it is no finding of one() above.
  void check_index() {
    const auto tell_index = [&](std::int64_t number, std::string sentence) {
      is_index_broken_ = true;
      ++found_;
      tell_(Finding{number, "", {}, {}, std::move(sentence), true});
    };
    try {
      for (const std::int64_t number : store_.misindexed()) {
        tell_index(number, "is not found by just the words it has");
      }
    } catch (const Error& error) {
      if (error.kind != ErrorKind::bad_data) throw;
      tell_index(0, "the index of words is damaged");
    }
  }

  // So is what reports of a period go by.
  void check_sums() {
    for (const std::int64_t number : store_.missummed()) {
      are_sums_broken_ = true;
      ++found_;
      tell_(Finding{number, "", {}, {}, "and those after it are not summed up as their events say", true});
    }
  }

  // -1 when the bytes are not those of the hash.
  std::int64_t content_size(const std::string& hash) {
    text::Sha256 sum;
    std::int64_t size = 0;
    store_.each_chunk(hash, [&](std::string_view bytes) {
      sum.add(bytes);
      size += static_cast<std::int64_t>(bytes.size());
    });
    return size > 0 && sum.finish() != hash ? -1 : size;
  }

  Store& store_;
  const Tell& tell_;
  CommandIds undone_;
  std::vector<std::int64_t> strays_;
  std::map<std::string, std::int64_t> contents_;
  std::vector<std::int64_t> broken_;
  std::vector<Record> broken_records_;
  bool is_index_broken_ = false;
  bool are_sums_broken_ = false;
  std::int64_t found_ = 0;
  std::int64_t beyond_repair_ = 0;
};

}  // namespace

std::int64_t check_all(Store& store, const Tell& tell) {
  Checking checking(store, tell);
  checking.all();
  return checking.found();
}

std::int64_t repair_all(Store& store, const Tell& tell) {
  for (const std::int64_t id : store.mismarked_commands()) {
    const auto command = store.command(id);
    tell(Finding{0, "", {}, {}, "command " + std::to_string(id) + " is not marked as its undos and redos say", true});
    if (command) store.mark_undone(id, !command->is_undone);
  }
  Checking checking(store, tell);
  checking.all();
  for (const std::int64_t number : checking.broken()) store.free_key(number);
  for (const std::int64_t number : checking.broken()) checking.repair(number);
  for (const Record& record : checking.broken_records()) store.put_record(record);
  if (checking.is_index_broken()) store.reindex();
  if (checking.are_sums_broken()) store.sum_up_anew();
  const std::int64_t left = check_all(store, [](const Finding&) {});
  if (left != checking.beyond_repair()) {
    throw Error{ErrorKind::bad_data, "what the events make cannot be stored; nothing was changed",
                "keep the file, and take up again from a backup"};
  }
  return left;
}

}  // namespace behest::ops
