#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "core/row_map.hpp"
#include "ops/import_items.hpp"
#include "ops/links.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

// Attributes that have a place of their own, or follow from others. Whatever else a task has is a field of that name.
constexpr std::array<std::string_view, 21> k_known = {
    "annotations", "depends",  "description", "due",   "end",   "entry",  "id",   "imask",   "last", "mask", "modified",
    "parent",      "priority", "project",     "rtype", "start", "status", "tags", "urgency", "uuid", "wait"};

// "20261121T083000Z", or RFC 3339 as newer versions may write it.
std::optional<Instant> instant_of(const OpMembers& members, std::string_view name) {
  auto text = members.text(name);
  if (!text) return std::nullopt;
  constexpr std::size_t k_compact = 16;
  if (text->size() == k_compact && (*text)[8] == 'T') {
    for (const std::size_t at : {13U, 11U}) text->insert(at, ":");
    for (const std::size_t at : {6U, 4U}) text->insert(at, "-");
  }
  if (const auto at = parse_rfc3339(*text)) return *at;
  throw Error{ErrorKind::bad_data, "\"" + std::string(name) + "\" is no instant: '" + *text + "'",
              "it is such as 20261121T083000Z"};
}

int priority_of(const std::string& letter) {
  if (letter == "H") return 2;
  if (letter == "M") return 3;
  if (letter == "L") return 4;
  throw Error{ErrorKind::bad_data, "'" + letter + "' is not a priority of Taskwarrior", "they are H, M and L"};
}

// home.kitchen is home/kitchen here.
std::string category_of(const std::string& project) {
  std::string path;
  for (std::size_t at = 0; at <= project.size();) {
    const std::size_t dot = std::min(project.find('.', at), project.size());
    const std::string part = name_from(std::string_view(project).substr(at, dot - at));
    if (!part.empty()) path += (path.empty() ? "" : "/") + part;
    at = dot + 1;
  }
  return path;
}

void add_fields(const JsonValue::Object& task, Setters& values) {
  for (const auto& [name, value] : task) {
    const bool is_scalar = value.string() != nullptr || value.integer() != nullptr || value.real() != nullptr;
    if (!is_scalar || std::ranges::find(k_known, name) != k_known.end()) continue;
    const std::string field = name_from(name);
    const std::string text = value.string() != nullptr ? *value.string() : text::dump(value);
    if (!field.empty() && !text.empty()) values.fields.emplace_back(field, text);
  }
}

class Tasks {
 public:
  Tasks(Work& work, const ImportContext& context) : work_(work), context_(context) {}

  void take(const OpMembers& members, const JsonValue::Object& task, LineResult& result) {
    ForeignLife life;
    life.author = context_.user;
    life.values.key = members.needed_text("uuid");
    life.values.title = members.needed_text("description");
    if (const auto letter = members.text("priority"); letter && !letter->empty()) {
      life.values.priority = priority_of(*letter);
    }
    if (const auto project = members.text("project")) {
      if (std::string path = category_of(*project); !path.empty()) life.values.category = std::move(path);
    }
    for (const std::string& tag : members.texts("tags")) {
      if (std::string label = name_from(tag); !label.empty()) life.values.labels.push_back(std::move(label));
    }
    life.values.due = instant_of(members, "due");
    add_fields(task, life.values);
    life.created = instant_of(members, "entry").value_or(context_.now);
    set_state(members, life);
    add_annotations(members, life);
    import_life(work_, context_, life, result);
    if (result.is_made) keep_links(members, result, life.created);
  }

  void link_all(const LineReport& report) {
    for (const Dependency& one : dependencies_) {
      try {
        link_one(one);
      } catch (const Error& failure) {
        const Error error = line_error(failure);
        LineResult result;
        result.line = one.item;
        result.error = &error;
        report(result);
      }
    }
  }

 private:
  struct Dependency {
    std::size_t item = 0;
    std::int64_t blocked = 0;
    std::string blocker;
    Instant at;
  };

  static void set_state(const OpMembers& members, ForeignLife& life) {
    const std::string status = members.text("status").value_or("pending");
    const auto modified = instant_of(members, "modified");
    const auto until = instant_of(members, "wait");
    const auto end = instant_of(members, "end");
    if (status == "completed" || status == "deleted") {
      life.state = State::closed;
      life.resolution = status == "deleted" ? Resolution::withdrawn : Resolution::done;
      life.changed = end ? end : modified;
    } else if (status == "waiting") {
      life.state = State::hold;
      life.waiting_on = until ? "the day " + format_rfc3339(*until).substr(0, 10) : "a later day";
      life.changed = modified;
    } else if (status == "recurring") {
      throw Error{ErrorKind::bad_data, "it is the pattern of a recurring task, and no task",
                  "the tasks that came of it are imported"};
    } else if (status != "pending") {
      throw Error{ErrorKind::bad_data, "'" + status + "' is not a status of Taskwarrior",
                  "they are pending, waiting, completed, deleted and recurring"};
    } else if (const auto start = instant_of(members, "start")) {
      life.state = State::open;
      life.changed = start;
    }
  }

  void add_annotations(const OpMembers& members, ForeignLife& life) const {
    const JsonValue* annotations = members.find("annotations");
    if (annotations == nullptr) return;
    if (annotations->array() == nullptr) throw Error{ErrorKind::bad_data, "\"annotations\" is no list", ""};
    for (const JsonValue& annotation : *annotations->array()) {
      if (annotation.object() == nullptr) throw Error{ErrorKind::bad_data, "an annotation is no object", ""};
      const OpMembers note(*annotation.object());
      life.remarks.push_back(
          {instant_of(note, "entry").value_or(life.created), context_.user, note.text("description").value_or("")});
    }
  }

  // A list, or as older versions have it one text with commas.
  void keep_links(const OpMembers& members, const LineResult& result, Instant at) {
    for (const std::string& list : members.texts("depends")) {
      for (std::size_t from = 0; from < list.size();) {
        const std::size_t comma = std::min(list.find(',', from), list.size());
        std::string uuid(text::trim(std::string_view(list).substr(from, comma - from)));
        if (!uuid.empty()) dependencies_.push_back({result.line, result.number, std::move(uuid), at});
        from = comma + 1;
      }
    }
  }

  void link_one(const Dependency& one) {
    const auto number = work_.store().number_of_key(one.blocker);
    if (!number) {
      throw Error{ErrorKind::bad_data, "it depends on '" + one.blocker + "', which is not there: that link is left out",
                  "export that task too"};
    }
    Request blocker = work_.load(*number);
    work_.act_as(context_.user, one.at);
    link(work_, blocker, {Relation::blocks, one.blocked});
  }

  Work& work_;
  const ImportContext& context_;
  std::vector<Dependency> dependencies_;
};

}  // namespace

void import_taskwarrior(Work& work, const text::ByteSource& source, const ImportContext& context,
                        const LineReport& report) {
  Tasks tasks(work, context);
  import_items(source, context, report,
               [&](const JsonValue::Object& task, LineResult& result) { tasks.take(OpMembers(task), task, result); });
  tasks.link_all(report);
}

}  // namespace behest::ops
