#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {
namespace {

bool has_text(const std::optional<std::string>& text) { return text && !text::trim(*text).empty(); }

struct Needed {
  std::string_view name;
  bool (*is_given)(const Config& config, const Setters& values);
};
constexpr std::array k_needed = {
    Needed{"title", [](const Config&, const Setters& v) { return has_text(v.title); }},
    Needed{"body", [](const Config&, const Setters& v) { return has_text(v.body); }},
    Needed{"type", [](const Config&, const Setters& v) { return has_text(v.type); }},
    Needed{"key", [](const Config&, const Setters& v) { return has_text(v.key); }},
    Needed{"requester", [](const Config&, const Setters& v) { return has_text(v.requester); }},
    Needed{"assignee", [](const Config&, const Setters& v) { return has_text(v.assignee); }},
    Needed{"team", [](const Config& c,
                      const Setters& v) { return has_text(v.team) || c.category_team(*v.category) != nullptr; }},
    Needed{"priority",
           [](const Config& c, const Setters& v) {
             return v.priority || v.impact || v.urgency || c.category_priority(*v.category) != nullptr;
           }},
    Needed{"impact", [](const Config&, const Setters& v) { return v.impact.has_value(); }},
    Needed{"urgency", [](const Config&, const Setters& v) { return v.urgency.has_value(); }},
    Needed{"channel", [](const Config&, const Setters& v) { return v.channel.has_value(); }},
    Needed{"due", [](const Config&, const Setters& v) { return v.due.has_value(); }},
    Needed{"estimate", [](const Config&, const Setters& v) { return v.estimate.has_value(); }},
    Needed{"labels", [](const Config&, const Setters& v) { return !v.labels.empty(); }},
};

bool is_given(const Config& config, const CategoryConfig* category, const Setters& values, const std::string& name) {
  if (name.starts_with("field.")) {
    return std::ranges::any_of(values.fields, [&](const auto& field) {
      return "field." + field.first == name && !text::trim(field.second).empty();
    });
  }
  const auto known = std::ranges::find(k_needed, name, &Needed::name);
  if (known != k_needed.end()) return known->is_given(config, values);
  const std::string place = category != nullptr ? "category." + category->path + ".require" : "the configuration";
  throw Error{ErrorKind::bad_config, place + " names '" + name + "', which is no field",
              "the fields are those of 'behest submit', such as due, assignee and field.NAME"};
}

}  // namespace

void check_required(const Config& config, const Setters& values) {
  std::string missing;
  const auto need = [&](const std::string& name) { missing += (missing.empty() ? "" : ", ") + name; };
  const CategoryConfig* const category = values.category ? config.category_require(*values.category) : nullptr;
  const std::vector<std::string> names = category == nullptr ? std::vector<std::string>() : category->require;
  for (const std::string& name : names) {
    if (!is_given(config, category, values, name)) need(name);
  }
  const bool is_of_category = !missing.empty();
  for (const FieldType& type : config.fields) {
    const std::string name = "field." + type.name;
    const bool is_said = std::ranges::find(names, name) != names.end();
    if (type.is_required && !is_said && !is_given(config, category, values, name)) need(name);
  }
  if (missing.empty()) return;
  throw Error{ErrorKind::refused, "a request" + (is_of_category ? " of " + *values.category : "") + " needs " + missing,
              "give them as options (--field NAME=VALUE for field.NAME), or fill in the form of 'behest submit -e'"};
}

}  // namespace behest::ops
