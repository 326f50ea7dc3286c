#include <algorithm>
#include <array>

#include "behest/text/utf8.hpp"
#include "commands/form.hpp"
#include "core/transition.hpp"
#include "ops/estimate.hpp"

namespace behest::commands {
namespace {

struct FormField {
  std::string_view name;
  std::optional<std::string> SetterOptions::*option;
};
constexpr std::array k_fields = {
    FormField{"title", &SetterOptions::title},
    FormField{"type", &SetterOptions::type},
    FormField{"category", &SetterOptions::category},
    FormField{"priority", &SetterOptions::priority},
    FormField{"impact", &SetterOptions::impact},
    FormField{"urgency", &SetterOptions::urgency},
    FormField{"requester", &SetterOptions::requester},
    FormField{"via", &SetterOptions::via},
    FormField{"team", &SetterOptions::team},
    FormField{"assignee", &SetterOptions::assignee},
    FormField{"due", &SetterOptions::due},
    FormField{"estimate", &SetterOptions::estimate},
};
constexpr std::string_view k_labels = "labels";

bool is_field(std::string_view name) {
  return name == k_labels || (name.starts_with("field.") && name.size() > 6) ||
         std::ranges::any_of(k_fields, [&](const FormField& field) { return field.name == name; });
}

std::vector<std::string> split_labels(const std::string& text) {
  std::vector<std::string> labels;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    const std::string_view label = text::trim(std::string_view(text).substr(at, comma - at));
    if (!label.empty()) labels.emplace_back(label);
    at = comma + 1;
  }
  return labels;
}

std::string joined(const std::vector<std::string>& labels) {
  std::string text;
  for (const std::string& label : labels) text += (text.empty() ? "" : ", ") + label;
  return text;
}

}  // namespace

Form form_of(const SetterOptions& options, const std::vector<std::string>& needed) {
  Form form;
  form.hints = {"Fill in what is known; text of any length goes below the line '---'.",
                "Nothing is done when nothing is changed. Lines that begin with # do not count."};
  if (!needed.empty()) form.hints.push_back("Needed: " + joined(needed));
  for (const FormField& field : k_fields) form.fields.emplace_back(field.name, (options.*field.option).value_or(""));
  form.fields.emplace_back(k_labels, joined(options.labels));
  for (const std::string& field : options.fields) {
    const std::size_t equals = std::min(field.find('='), field.size());
    form.fields.emplace_back("field." + field.substr(0, equals), field.substr(std::min(equals + 1, field.size())));
  }
  for (const std::string& name : needed) {
    const bool is_shown = std::ranges::any_of(form.fields, [&](const auto& field) { return field.first == name; });
    if (!is_shown && name.starts_with("field.")) form.fields.emplace_back(name, "");
  }
  form.body = options.body.value_or("");
  return form;
}

Form form_of(const Request& request) {
  SetterOptions options;
  const auto text = [](const std::string& value) { return value.empty() ? std::nullopt : std::optional(value); };
  using Level = std::optional<int>;
  const auto level = [](const Level& value) { return value ? std::optional(std::to_string(*value)) : std::nullopt; };
  options.title = request.title;
  options.type = text(request.type);
  options.category = text(request.category);
  options.priority = "P" + std::to_string(request.priority);
  options.impact = level(request.impact);
  options.urgency = level(request.urgency);
  options.requester = request.requester;
  options.via = std::string(name_of(request.channel));
  options.team = text(request.team);
  options.assignee = text(request.assignee);
  if (request.due) options.due = format_rfc3339(*request.due);
  if (const auto estimate = ops::estimate_of(request)) options.estimate = format_estimate(*estimate);
  options.labels = request.labels;
  for (const auto& field : request.fields) {
    std::string line = field.first;
    line += '=';
    line += field.second;
    options.fields.push_back(std::move(line));
  }
  Form form = form_of(options, {});
  form.hints = {
      id_text(request.number) + ": change what is to be changed, empty what is to go; the text stands below '---'.",
      "Nothing is done when nothing is changed. Lines that begin with # do not count."};
  form.body = request.body;
  return form;
}

SetterOptions options_of(const Form& form, const SetterOptions& given) {
  std::vector<std::string> cleared;
  SetterOptions options = differences({}, form, cleared);
  options.key = given.key;
  return options;
}

SetterOptions differences(const Form& before, const Form& after, std::vector<std::string>& clear) {
  SetterOptions options;
  for (const auto& [name, value] : after.fields) {
    if (!is_field(name)) throw Error{ErrorKind::usage, "'" + name + "' in the form is not a field", "see the others"};
    const std::string old = before.value(name);
    if (value == old) continue;
    const auto known = std::ranges::find(k_fields, name, &FormField::name);
    if (name == k_labels) {
      const std::vector<std::string> was = split_labels(old);
      const std::vector<std::string> is = split_labels(value);
      for (const std::string& label : is) {
        if (std::ranges::find(was, label) == was.end()) options.labels.push_back("+" + label);
      }
      for (const std::string& label : was) {
        if (std::ranges::find(is, label) == is.end()) options.labels.push_back("-" + label);
      }
    } else if (known == k_fields.end()) {
      options.fields.push_back(name.substr(6) + "=" + value);
    } else if (value.empty() && name != "title") {
      clear.push_back(name);
    } else {
      options.*known->option = value;
    }
  }
  for (const auto& old : before.fields) {
    const bool is_gone = !old.second.empty() && std::ranges::none_of(after.fields, [&](const auto& field) {
      return field.first == old.first;
    });
    if (is_gone) {
      throw Error{ErrorKind::usage, "the line of '" + old.first + "' is gone", "to empty a field, leave its line"};
    }
  }
  if (after.body != before.body) options.body = after.body;
  return options;
}

}  // namespace behest::commands
