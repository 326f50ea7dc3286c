#include <algorithm>

#include "behest/text/utf8.hpp"
#include "core/row_map.hpp"
#include "ops/import_items.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

// Whoever is gone from GitHub is called so there.
constexpr std::string_view k_nobody = "ghost";

std::string login_of(const JsonValue* person) {
  const JsonValue* login = person != nullptr ? person->find("login") : nullptr;
  const bool is_known = login != nullptr && login->string() != nullptr && !login->string()->empty();
  return is_known ? *login->string() : std::string(k_nobody);
}

// Browsers end lines with CR LF.
std::string text_of(const OpMembers& members, std::string_view name) {
  std::string text = members.text(name).value_or("");
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) text.erase(at, 1);
  return text;
}

const JsonValue::Array& list_of(const OpMembers& members, std::string_view name) {
  static const JsonValue::Array k_none;
  const JsonValue* value = members.find(name);
  if (value == nullptr) return k_none;
  if (value->array() == nullptr) throw Error{ErrorKind::bad_data, "\"" + std::string(name) + "\" is no list", ""};
  return *value->array();
}

void add_labels(const OpMembers& members, Setters& values) {
  for (const JsonValue& label : list_of(members, "labels")) {
    const JsonValue* name = label.find("name");
    if (name == nullptr || name->string() == nullptr) throw Error{ErrorKind::bad_data, "a label has no name", ""};
    if (std::string fit = name_from(*name->string()); !fit.empty()) values.labels.push_back(std::move(fit));
  }
}

// One has it here; the others are kept by name.
void add_assignees(const OpMembers& members, Setters& values) {
  std::string others;
  for (const JsonValue& person : list_of(members, "assignees")) {
    const std::string login = login_of(&person);
    if (!values.assignee) {
      values.assignee = login;
    } else {
      others += (others.empty() ? "" : ",") + login;
    }
  }
  if (!others.empty()) values.fields.emplace_back("assignees", others);
}

void add_milestone(const OpMembers& members, Setters& values) {
  const JsonValue* milestone = members.find("milestone");
  if (milestone == nullptr || milestone->object() == nullptr) return;
  const OpMembers about(*milestone->object());
  if (const auto title = about.text("title"); title && !title->empty()) {
    values.fields.emplace_back("milestone", *title);
  }
  values.due = about.instant("dueOn");
}

void add_comments(const OpMembers& members, ForeignLife& life) {
  for (const JsonValue& value : list_of(members, "comments")) {
    if (value.object() == nullptr) throw Error{ErrorKind::bad_data, "a comment is no object", ""};
    const OpMembers said(*value.object());
    life.remarks.push_back(
        {said.instant("createdAt").value_or(life.created), login_of(said.find("author")), text_of(said, "body")});
  }
}

Resolution resolution_of(const std::string& reason) {
  if (reason.empty() || reason == "COMPLETED") return Resolution::done;
  if (reason == "NOT_PLANNED") return Resolution::declined;
  if (reason == "DUPLICATE") return Resolution::duplicate;
  throw Error{ErrorKind::bad_data, "'" + reason + "' is not a reason of GitHub for closing",
              "they are COMPLETED, NOT_PLANNED and DUPLICATE"};
}

// Open is what somebody has taken or answered; GitHub has no word for that.
void set_state(const OpMembers& members, ForeignLife& life) {
  const std::string state = members.needed_text("state");
  if (state == "CLOSED") {
    life.state = State::closed;
    life.resolution = resolution_of(members.text("stateReason").value_or(""));
    life.changed = members.instant("closedAt");
    if (!life.changed) {
      throw Error{ErrorKind::bad_data, "it is closed, and \"closedAt\" does not say since when",
                  "name closedAt in the list of --json"};
    }
    return;
  }
  if (state != "OPEN") throw Error{ErrorKind::bad_data, "'" + state + "' is not a state of GitHub", "OPEN or CLOSED"};
  const auto answer = std::ranges::find_if(
      life.remarks, [&](const ForeignLife::Remark& remark) { return remark.author != life.author; });
  if (answer == life.remarks.end() && !life.values.assignee) return;
  life.state = State::open;
  if (answer == life.remarks.end()) return;
  life.changed = answer->at;
  life.worker = answer->author;
}

ForeignLife life_of(const OpMembers& members, const ImportContext& context) {
  ForeignLife life;
  const JsonValue* number = members.find("number");
  if (number == nullptr || number->integer() == nullptr) {
    throw Error{ErrorKind::bad_data, "\"number\" is missing, or no whole number", "name number in the list of --json"};
  }
  life.author = login_of(members.find("author"));
  life.are_remarks_public = true;
  life.channel = Channel::web;
  life.created = members.instant("createdAt").value_or(context.now);
  Setters& values = life.values;
  values.key = "gh:" + std::to_string(*number->integer());
  values.title = members.needed_text("title");
  values.requester = life.author;
  values.channel = Channel::web;
  if (std::string body = text_of(members, "body"); !body.empty()) values.body = std::move(body);
  if (const auto url = members.text("url"); url && !url->empty()) values.fields.emplace_back("url", *url);
  add_labels(members, values);
  add_assignees(members, values);
  add_milestone(members, values);
  add_comments(members, life);
  set_state(members, life);
  return life;
}

}  // namespace

void import_gh(Work& work, const text::ByteSource& source, const ImportContext& context, const LineReport& report) {
  import_items(source, context, report, [&](const JsonValue::Object& issue, LineResult& result) {
    import_life(work, context, life_of(OpMembers(issue), context), result);
  });
}

}  // namespace behest::ops
