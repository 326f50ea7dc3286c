#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <map>

#include "behest/core/request.hpp"
#include "core/set_fields.hpp"

namespace behest {
namespace {

using text::JsonValue;

[[noreturn]] void wrong_value(std::string_view field) {
  throw Error{ErrorKind::bad_data, "an event gives '" + std::string(field) + "' a value of the wrong type",
              "run 'behest doctor'"};
}

JsonValue of_text(const std::string& value) { return value.empty() ? JsonValue() : JsonValue(value); }

std::string to_text(const JsonValue& value, std::string_view field) {
  if (value.is_null()) return {};
  if (const std::string* text = value.string()) return *text;
  wrong_value(field);
}

std::optional<std::int64_t> to_integer(const JsonValue& value, std::string_view field) {
  if (value.is_null()) return std::nullopt;
  if (const std::int64_t* number = value.integer()) return *number;
  wrong_value(field);
}

bool to_flag(const JsonValue& value, std::string_view field) {
  if (value.is_null()) return false;
  if (const bool* flag = value.boolean()) return *flag;
  wrong_value(field);
}

template <class Enum>
Enum to_enum(const JsonValue& value, std::string_view field, std::optional<Enum> (*named)(std::string_view)) {
  if (const std::string* text = value.string()) {
    if (const auto found = named(*text)) return *found;
  }
  wrong_value(field);
}

std::optional<int> to_small(const JsonValue& value, std::string_view field, int low, int high) {
  const auto number = to_integer(value, field);
  if (!number) return std::nullopt;
  if (*number < low || *number > high) wrong_value(field);
  return static_cast<int>(*number);
}

JsonValue of_labels(const Request& request) {
  if (request.labels.empty()) return {};
  JsonValue::Array array;
  for (const std::string& label : request.labels) array.emplace_back(label);
  return array;
}

void to_labels(Request& request, const JsonValue& value) {
  request.labels.clear();
  if (value.is_null()) return;
  if (value.array() == nullptr) wrong_value("labels");
  request.labels.reserve(value.array()->size());
  for (const JsonValue& label : *value.array()) request.labels.push_back(to_text(label, "labels"));
}

struct FieldRule {
  std::string_view name;
  JsonValue (*get)(const Request&);
  void (*set)(Request&, const JsonValue&);
};

template <std::string Request::*Member>
constexpr FieldRule text_rule(std::string_view name) {
  return {name, [](const Request& r) { return of_text(r.*Member); },
          [](Request& r, const JsonValue& v) { r.*Member = to_text(v, "text"); }};
}

template <bool Request::*Member>
constexpr FieldRule flag_rule(std::string_view name) {
  return {name, [](const Request& r) { return r.*Member ? JsonValue(true) : JsonValue(); },
          [](Request& r, const JsonValue& v) { r.*Member = to_flag(v, "flag"); }};
}

template <std::optional<int> Request::*Member>
constexpr FieldRule level_rule(std::string_view name) {
  return {name, [](const Request& r) { return r.*Member ? JsonValue(*(r.*Member)) : JsonValue(); },
          [](Request& r, const JsonValue& v) { r.*Member = to_small(v, "level", 1, 3); }};
}

constexpr std::array k_rules = {
    FieldRule{"key", [](const Request& r) { return r.key ? JsonValue(*r.key) : JsonValue(); },
              [](Request& r, const JsonValue& v) {
                r.key.reset();
                if (!v.is_null()) r.key = to_text(v, "key");
              }},
    text_rule<&Request::title>("title"),
    text_rule<&Request::body>("body"),
    text_rule<&Request::type>("type"),
    text_rule<&Request::category>("category"),
    FieldRule{"state", [](const Request& r) { return JsonValue(name_of(r.state)); },
              [](Request& r, const JsonValue& v) {
                r.state = v.is_null() ? State::new_ : to_enum<State>(v, "state", state_named);
              }},
    FieldRule{"priority", [](const Request& r) { return JsonValue(r.priority); },
              [](Request& r, const JsonValue& v) { r.priority = to_small(v, "priority", 1, 5).value_or(3); }},
    flag_rule<&Request::is_override>("override"),
    flag_rule<&Request::is_prioritized>("prioritized"),
    level_rule<&Request::impact>("impact"),
    level_rule<&Request::urgency>("urgency"),
    text_rule<&Request::requester>("requester"),
    FieldRule{"channel", [](const Request& r) { return JsonValue(name_of(r.channel)); },
              [](Request& r, const JsonValue& v) {
                r.channel = v.is_null() ? Channel::cli : to_enum<Channel>(v, "channel", channel_named);
              }},
    text_rule<&Request::team>("team"),
    text_rule<&Request::assignee>("assignee"),
    text_rule<&Request::waiting_on>("waiting_on"),
    FieldRule{"labels", of_labels, to_labels},
    FieldRule{"due", [](const Request& r) { return r.due ? JsonValue(r.due->ms) : JsonValue(); },
              [](Request& r, const JsonValue& v) {
                const auto ms = to_integer(v, "due");
                r.due = ms ? std::optional(Instant{*ms}) : std::nullopt;
              }},
    FieldRule{"estimate", [](const Request& r) { return r.estimate ? JsonValue(r.estimate->ms) : JsonValue(); },
              [](Request& r, const JsonValue& v) {
                const auto ms = to_integer(v, "estimate");
                r.estimate = ms ? std::optional(Duration{*ms}) : std::nullopt;
              }},
    FieldRule{"resolution",
              [](const Request& r) { return r.resolution ? JsonValue(name_of(*r.resolution)) : JsonValue(); },
              [](Request& r, const JsonValue& v) {
                r.resolution.reset();
                if (!v.is_null()) r.resolution = to_enum<Resolution>(v, "resolution", resolution_named);
              }},
    flag_rule<&Request::is_deleted>("deleted"),
};

const FieldRule* rule_for(std::string_view name) {
  const auto* const found =
      std::find_if(k_rules.begin(), k_rules.end(), [&](const FieldRule& rule) { return rule.name == name; });
  return found == k_rules.end() ? nullptr : &*found;
}

std::int64_t number_in(std::string_view digits, std::string_view field) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 1) wrong_value(field);
  return number;
}

Link link_named(std::string_view field) {
  const std::string_view rest = field.substr(5);
  const std::size_t dot = rest.find('.');
  const auto relation = relation_named(rest.substr(0, dot));
  if (dot == std::string_view::npos || !relation) wrong_value(field);
  return {*relation, number_in(rest.substr(dot + 1), field)};
}

JsonValue comment_value(const Comment& comment) {
  return JsonValue::Object{{"at", comment.at.ms},
                           {"author", comment.author},
                           {"public", comment.is_public},
                           {"channel", name_of(comment.channel)},
                           {"body", comment.body}};
}

JsonValue attachment_value(const Attachment& attachment) {
  return JsonValue::Object{{"name", attachment.name}, {"mime", attachment.mime}, {"size", attachment.size},
                           {"hash", attachment.hash}, {"at", attachment.at.ms},  {"author", attachment.author}};
}

// The member of an object that an event holds.
const JsonValue& member_of(const JsonValue& value, const char* key) {
  const JsonValue* found = value.find(key);
  if (found == nullptr) wrong_value(key);
  return *found;
}

void set_comment(Request& request, int number, const JsonValue& value) {
  auto& comments = request.comments;
  auto place = std::ranges::lower_bound(comments, number, {}, &Comment::number);
  if (place != comments.end() && place->number == number) place = comments.erase(place);
  request.comment_count = std::max(request.comment_count, number);
  if (value.is_null()) return;
  Comment comment{number,
                  Instant{to_integer(member_of(value, "at"), "comment").value_or(0)},
                  to_text(member_of(value, "author"), "comment"),
                  to_flag(member_of(value, "public"), "comment"),
                  to_enum<Channel>(member_of(value, "channel"), "comment", channel_named),
                  to_text(member_of(value, "body"), "comment")};
  comments.insert(place, std::move(comment));
}

void set_attachment(Request& request, int number, const JsonValue& value) {
  auto& attachments = request.attachments;
  auto place = std::ranges::lower_bound(attachments, number, {}, &Attachment::number);
  if (place != attachments.end() && place->number == number) place = attachments.erase(place);
  if (value.is_null()) return;
  Attachment attachment{number,
                        to_text(member_of(value, "name"), "name"),
                        to_text(member_of(value, "mime"), "mime"),
                        to_integer(member_of(value, "size"), "size").value_or(0),
                        to_text(member_of(value, "hash"), "hash"),
                        Instant{to_integer(member_of(value, "at"), "at").value_or(0)},
                        to_text(member_of(value, "author"), "author")};
  attachments.insert(place, std::move(attachment));
}

// In a bounded alphabet, so that a damaged event cannot make a kind of its own.
constexpr std::array<std::string_view, 16> k_fact_kinds = {
    "article", "attendance", "booking", "cost",    "mail",   "notice", "plan",  "rating",
    "review",  "route",      "step",    "suggest", "survey", "vote",   "watch", "work"};

// The kind of fact that a field names, with its name; or nothing.
std::optional<std::pair<std::string_view, std::string_view>> fact_named(std::string_view field) {
  const std::size_t dot = field.find('.');
  if (dot == std::string_view::npos || dot + 1 == field.size()) return std::nullopt;
  if (!std::ranges::binary_search(k_fact_kinds, field.substr(0, dot))) return std::nullopt;
  return std::pair{field.substr(0, dot), field.substr(dot + 1)};
}

// So few are put in their places one by one.
constexpr std::size_t k_few = 8;

// Where a fact stands, or would stand.
template <class Place>
Place place_of(Place first, Place end, std::string_view kind, std::string_view name) {
  return std::lower_bound(first, end, std::pair{kind, name}, [](const Fact& fact, const auto& wanted) {
    return std::pair<std::string_view, std::string_view>(fact.kind, fact.name) < wanted;
  });
}

void set_fact(Request& request, std::string_view kind, std::string_view name, const JsonValue& value) {
  auto at = place_of(request.facts.begin(), request.facts.end(), kind, name);
  if (at != request.facts.end() && at->kind == kind && at->name == name) at = request.facts.erase(at);
  if (!value.is_null()) request.facts.insert(at, Fact{std::string(kind), std::string(name), value});
}

// The values of facts by their kinds and names; null takes one away.
using FactValues = std::map<std::pair<std::string_view, std::string_view>, const JsonValue*>;

void set_facts(Request& request, const FactValues& values) {
  if (values.size() <= k_few) {
    for (const auto& [key, value] : values) set_fact(request, key.first, key.second, *value);
    return;
  }
  std::vector<Fact> merged;
  merged.reserve(request.facts.size() + values.size());
  auto old = request.facts.begin();
  for (const auto& [key, value] : values) {
    const auto place = place_of(old, request.facts.end(), key.first, key.second);
    std::move(old, place, std::back_inserter(merged));
    const bool is_known = place != request.facts.end() && place->kind == key.first && place->name == key.second;
    old = is_known ? place + 1 : place;
    if (!value->is_null()) merged.push_back({std::string(key.first), std::string(key.second), *value});
  }
  std::move(old, request.facts.end(), std::back_inserter(merged));
  request.facts = std::move(merged);
}

void set_custom(Request& request, std::string_view name, const JsonValue& value) {
  auto& fields = request.fields;
  std::erase_if(fields, [&](const auto& field) { return field.first == name; });
  if (value.is_null()) return;
  const auto after = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first > name; });
  fields.insert(after, {std::string(name), to_text(value, name)});
}

void set_link(Request& request, const Link& link, bool is_there) {
  auto& links = request.links;
  auto at = std::ranges::lower_bound(links, link);
  const bool is_known = at != links.end() && *at == link;
  if (is_there && !is_known) links.insert(at, link);
  if (!is_there && is_known) links.erase(at);
}

}  // namespace

std::vector<std::string_view> request_field_names() {
  std::vector<std::string_view> names;
  names.reserve(k_rules.size());
  for (const FieldRule& rule : k_rules) names.push_back(rule.name);
  return names;
}

std::span<const std::string_view> fact_kinds() { return k_fact_kinds; }

std::vector<std::string> Request::names_of_facts(std::string_view kind) const {
  std::vector<std::string> names;
  const auto first = std::ranges::lower_bound(facts, kind, {}, &Fact::kind);
  const auto end = std::ranges::upper_bound(first, facts.end(), kind, {}, &Fact::kind);
  names.reserve(static_cast<std::size_t>(end - first));
  for (auto fact = first; fact != end; ++fact) names.push_back(fact->name);
  return names;
}

JsonValue field_value(const Request& request, std::string_view field) {
  if (const FieldRule* rule = rule_for(field)) return rule->get(request);
  if (field.starts_with("field.")) {
    for (const auto& [name, value] : request.fields) {
      if (name == field.substr(6)) return value;
    }
    return {};
  }
  if (field.starts_with("comment.")) {
    const auto number = number_in(field.substr(8), field);
    for (const Comment& comment : request.comments) {
      if (comment.number == number) return comment_value(comment);
    }
    return {};
  }
  if (field.starts_with("attachment.")) {
    const auto number = number_in(field.substr(11), field);
    for (const Attachment& attachment : request.attachments) {
      if (attachment.number == number) return attachment_value(attachment);
    }
    return {};
  }
  if (const auto fact = fact_named(field)) {
    const auto at = place_of(request.facts.begin(), request.facts.end(), fact->first, fact->second);
    const bool is_there = at != request.facts.end() && at->kind == fact->first && at->name == fact->second;
    return is_there ? at->value : JsonValue();
  }
  if (field.starts_with("link.")) {
    const bool is_there = std::ranges::find(request.links, link_named(field)) != request.links.end();
    return is_there ? JsonValue(true) : JsonValue();
  }
  throw Error{ErrorKind::bug, "no field is named '" + std::string(field) + "'", ""};
}

void set_fields(Request& request, const std::vector<Change>& changes) {
  FactValues facts;
  for (const Change& change : changes) {
    if (const auto fact = fact_named(change.field)) {
      facts[*fact] = &change.after;
    } else {
      set_field(request, change.field, change.after);
    }
  }
  set_facts(request, facts);
}

void set_field(Request& request, std::string_view field, const JsonValue& value) {
  if (const FieldRule* rule = rule_for(field)) {
    rule->set(request, value);
  } else if (field.starts_with("field.") && field.size() > 6) {
    set_custom(request, field.substr(6), value);
  } else if (field.starts_with("comment.")) {
    set_comment(request, static_cast<int>(number_in(field.substr(8), field)), value);
  } else if (field.starts_with("attachment.")) {
    set_attachment(request, static_cast<int>(number_in(field.substr(11), field)), value);
  } else if (const auto fact = fact_named(field)) {
    set_fact(request, fact->first, fact->second, value);
  } else if (field.starts_with("link.")) {
    set_link(request, link_named(field), !value.is_null());
  } else {
    throw Error{ErrorKind::bad_data, "an event sets an unknown field '" + std::string(field) + "'",
                "this database may have been written by a newer behest"};
  }
}

}  // namespace behest
