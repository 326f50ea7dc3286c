#include "ops/templates.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "core/transition.hpp"
#include "ops/links.hpp"
#include "ops/op_members.hpp"
#include "ops/setters.hpp"
#include "ops/suggest.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_most_requests = 100;

JsonValue members_of(const TemplateConfig& from) {
  JsonValue::Object members;
  members.reserve(from.set.size() + 2);
  for (const auto& [name, value] : from.set) members.emplace_back(name, value);
  if (!from.labels.empty()) {
    JsonValue::Array labels;
    labels.reserve(from.labels.size());
    for (const std::string& label : from.labels) labels.emplace_back(label);
    members.emplace_back("labels", std::move(labels));
  }
  JsonValue::Object fields;
  fields.reserve(from.fields.size());
  for (const auto& [name, value] : from.fields) fields.emplace_back(name, value);
  if (!fields.empty()) members.emplace_back("fields", std::move(fields));
  return members;
}

// Others are letters.
bool makes_request(const TemplateConfig& from) { return !from.set.empty() || !from.children.empty(); }

template <class T>
void lay(std::optional<T>& value, const std::optional<T>& above) {
  if (above) value = above;
}

// `above` wherever it says something.
Setters laid_over(Setters values, const Setters& above) {
  lay(values.key, above.key);
  lay(values.title, above.title);
  lay(values.body, above.body);
  lay(values.type, above.type);
  lay(values.category, above.category);
  lay(values.priority, above.priority);
  lay(values.impact, above.impact);
  lay(values.urgency, above.urgency);
  lay(values.requester, above.requester);
  lay(values.channel, above.channel);
  lay(values.team, above.team);
  lay(values.assignee, above.assignee);
  lay(values.due, above.due);
  lay(values.estimate, above.estimate);
  lay(values.start, above.start);
  if (!above.bookings.empty()) values.bookings = above.bookings;
  values.labels.insert(values.labels.end(), above.labels.begin(), above.labels.end());
  for (const auto& field : above.fields) {
    std::erase_if(values.fields, [&](const auto& one) { return text::fold(one.first) == text::fold(field.first); });
    values.fields.push_back(field);
  }
  return values;
}

// Lays out templates within templates, and stops at one that would never end.
class Planner {
 public:
  Planner(const Config& config, const TimeContext& context) : config_(config), context_(context) {}

  // `shared` is what the parent hands down, and `given` goes before all.
  RequestTree tree(const TemplateConfig& from, const Setters& shared, const Setters& given) {
    if (std::ranges::find(open_, from.name) != open_.end() || ++made_ > k_most_requests) {
      throw Error{ErrorKind::bad_config, "the template '" + open_.front() + "' never ends: it contains itself",
                  "see template." + from.name + ".children in behest.toml"};
    }
    open_.push_back(from.name);
    RequestTree tree{laid_over(laid_over(shared, values_of(from)), given), {}};
    Setters below;
    below.requester = tree.values.requester;
    below.category = tree.values.category;
    below.team = tree.values.team;
    below.fields = tree.values.fields;
    tree.children.reserve(from.children.size());
    for (const std::string& child : from.children) tree.children.push_back(child_of(from, child, below));
    open_.pop_back();
    return tree;
  }

  const TemplateConfig& named(std::string_view name, ErrorKind kind) const {
    const TemplateConfig* const found = config_.request_template(text::nfc(name));
    if (found != nullptr && makes_request(*found)) return *found;
    std::string known;
    for (const TemplateConfig& one : config_.templates) {
      if (makes_request(one)) known += (known.empty() ? "" : ", ") + one.name;
    }
    throw Error{kind, "there is no template '" + std::string(name) + "'",
                known.empty() ? "write one as [template.NAME] in behest.toml" : "there are: " + known};
  }

 private:
  Setters values_of(const TemplateConfig& from) const {
    try {
      Setters values = setters_in(config_, members_of(from), context_);
      type_fields(config_, context_, values);
      return values;
    } catch (Error& error) {
      error.kind = ErrorKind::bad_config;
      error.message = "the template '" + from.name + "' is wrong: " + error.message;
      throw;
    }
  }

  RequestTree child_of(const TemplateConfig& parent, const std::string& child, const Setters& shared) {
    if (child.starts_with('@')) {
      return tree(named(std::string_view(child).substr(1), ErrorKind::bad_config), shared, {});
    }
    if (++made_ > k_most_requests) {
      throw Error{ErrorKind::bad_config, "the template '" + parent.name + "' makes more than 100 requests", "split it"};
    }
    RequestTree made{shared, {}};
    made.values.title = child;
    return made;
  }

  const Config& config_;
  const TimeContext& context_;
  std::vector<std::string> open_;
  std::size_t made_ = 0;
};

void check_one(const Config& config, const Setters& values) {
  check_submission(values);
  check_bookings(config, values);
  check_required(config, values);
}

void check_below(const Config& config, const RequestTree& tree) {
  for (const RequestTree& child : tree.children) {
    try {
      check_one(config, child.values);
    } catch (Error& error) {
      error.message = "the sub-request '" + child.values.title.value_or("") + "': " + error.message;
      throw;
    }
    check_below(config, child);
  }
}

// Values alone, without what a template leaves to who uses it: the title and required fields of the one at the top.
void check_values(RequestTree tree, bool is_top) {
  if (!tree.values.title && !is_top) {
    throw Error{ErrorKind::bad_config, "a child of it has no title", "give one in the template of the child"};
  }
  if (!tree.values.title) tree.values.title = "title";
  check_submission(tree.values);
  for (RequestTree& child : tree.children) check_values(std::move(child), false);
}

}  // namespace

Setters setters_in(const Config& config, const JsonValue& members, const TimeContext& context) {
  if (members.object() == nullptr) throw Error{ErrorKind::bad_data, "the values of a request are no object", ""};
  Setters values = OpMembers(*members.object()).setters(config, context, false);
  const JsonValue* const bookings = members.find("bookings");
  if (bookings == nullptr || bookings->object() == nullptr) return values;
  for (const auto& [resource, units] : *bookings->object()) {
    if (units.integer() != nullptr) values.bookings.emplace_back(resource, *units.integer());
  }
  return values;
}

RequestTree tree_of(const Config& config, std::string_view name, const Setters& given, const TimeContext& context) {
  Planner planner(config, context);
  return planner.tree(planner.named(name, ErrorKind::not_found), {}, given);
}

RequestTree tree_of(const Setters& given) { return {given, {}}; }

void check_tree(const Config& config, const RequestTree& tree) {
  check_one(config, tree.values);
  check_below(config, tree);
}

void check_templates(const Config& config, const TimeContext& context) {
  for (const TemplateConfig& from : config.templates) {
    if (!makes_request(from)) continue;
    try {
      check_values(Planner(config, context).tree(from, {}, {}), true);
    } catch (const Error& error) {
      const std::string name = "the template '" + from.name + "'";
      const bool is_named = error.message.starts_with("the template '");
      throw Error{ErrorKind::bad_config, (is_named ? "" : name + " is wrong: ") + error.message, error.hint};
    }
  }
}

void submit_below(Work& work, const RequestTree& tree, std::int64_t parent, std::vector<Outcome>& outcomes) {
  for (const RequestTree& child : tree.children) {
    outcomes.push_back(submit_filled(work, child.values));
    const std::int64_t number = outcomes.back().number;
    Request above = work.load(parent);
    link(work, above, {Relation::parent, number});
    outcomes.back().sentence += " (part of " + id_text(parent) + ")";
    submit_below(work, child, number, outcomes);
  }
}

std::vector<Outcome> submit_tree(Work& work, const RequestTree& tree) {
  std::vector<Outcome> outcomes = {submit_filled(work, tree.values)};
  if (outcomes.front().is_changed) submit_below(work, tree, outcomes.front().number, outcomes);
  return outcomes;
}

}  // namespace behest::ops
