#include <algorithm>
#include <utility>

#include "behest/text/utf8.hpp"
#include "config/promise_values.hpp"
#include "config/schema.hpp"

// Custom fields, scorecards and templates of requests.
namespace behest::config {
namespace {

using Shown = std::optional<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view k_texts = "a list of texts such as [\"red\", \"green\"]";
constexpr std::string_view k_points = "a table of points such as { tone = 5, solution = 10 }";

Misfit unlike(const TomlNode& value, std::string_view wanted) {
  return {value.at, "takes " + std::string(wanted) + ", not " + kind_name(value), {}};
}

Fit read_text_list(const TomlNode& value, std::vector<std::string>& out) {
  if (value.kind != TomlNode::Kind::array) return unlike(value, k_texts);
  std::vector<std::string> texts(value.items.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (value.items[i].kind != TomlNode::Kind::text) return unlike(value.items[i], k_texts);
    if (Fit misfit = read_text(value.items[i], texts[i])) return misfit;
    if (text::trim(texts[i]).empty()) return Misfit{value.items[i].at, "takes texts that are not empty", {}};
  }
  out = std::move(texts);
  return {};
}

Fit kind_at(const TomlNode& value, const Slot& slot) {
  std::string word;
  if (Fit misfit = read_choice(value, "text|int|number|date|choice|bool", word)) return misfit;
  slot.config.fields[slot.entry].kind = field_kind_named(word).value_or(FieldKind::text);
  return {};
}
Shown shown_kind(const Config& config, std::size_t entry) { return toml_text(name_of(config.fields[entry].kind)); }

Fit choices_at(const TomlNode& value, const Slot& slot) {
  std::vector<std::string> choices;
  if (Fit misfit = read_text_list(value, choices)) return misfit;
  if (choices.empty()) return Misfit{value.at, "takes at least one choice", {}};
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const std::string folded = text::fold(choices[i]);
    const auto end = choices.begin() + static_cast<std::ptrdiff_t>(i);
    const bool is_again = std::any_of(choices.begin(), end, [&](const auto& one) { return text::fold(one) == folded; });
    if (is_again) return Misfit{value.items[i].at, "has '" + choices[i] + "' twice", {}};
  }
  FieldType& type = slot.config.fields[slot.entry];
  if (type.kind == FieldKind::text) type.kind = FieldKind::choice;
  type.choices = std::move(choices);
  return {};
}
Shown shown_choices(const Config& config, std::size_t entry) {
  const FieldType& type = config.fields[entry];
  return type.choices.empty() ? Shown() : show_names(type.choices);
}

Fit required_at(const TomlNode& value, const Slot& slot) {
  return read_boolean(value, slot.config.fields[slot.entry].is_required);
}
Shown shown_required(const Config& config, std::size_t entry) {
  return config.fields[entry].is_required ? "true" : "false";
}

Fit about_at(const TomlNode& value, const Slot& slot) { return read_text(value, slot.config.fields[slot.entry].about); }
Shown shown_about(const Config& config, std::size_t entry) {
  const std::string& about = config.fields[entry].about;
  return about.empty() ? Shown() : toml_text(about);
}

Fit items_at(const TomlNode& value, const Slot& slot) {
  if (value.kind != TomlNode::Kind::table || value.items.empty()) return unlike(value, k_points);
  std::vector<std::pair<std::string, int>> items;
  for (const TomlNode& item : value.items) {
    if (!text::is_name(item.key)) return Misfit{item.key_at, "has an item without a name", std::string(name_rule())};
    const bool is_points = item.kind == TomlNode::Kind::integer && item.integer >= 1 && item.integer <= 100;
    if (!is_points) return Misfit{item.at, "takes points from 1 to 100 for each item", {}};
    items.emplace_back(text::nfc(item.key), static_cast<int>(item.integer));
  }
  slot.config.scorecards[slot.entry].items = std::move(items);
  return {};
}
Shown shown_items(const Config& config, std::size_t entry) {
  std::string out;
  for (const auto& [name, points] : config.scorecards[entry].items) {
    out.append(out.empty() ? "{ " : ", ").append(toml_key(name)).append(" = ").append(std::to_string(points));
  }
  return out.empty() ? Shown() : out + " }";
}

Fit pass_at(const TomlNode& value, const Slot& slot) {
  int percent = 0;
  if (Fit misfit = read_percent(value, percent)) return misfit;
  if (percent > 100) return Misfit{value.at, "takes at most \"100%\"", {}};
  slot.config.scorecards[slot.entry].pass = percent;
  return {};
}
Shown shown_pass(const Config& config, std::size_t entry) {
  return toml_text(std::to_string(config.scorecards[entry].pass) + "%");
}

// One of the setters of a template: its key's last part.
template <const char* Setter>
Fit setter_at(const TomlNode& value, const Slot& slot) {
  std::string text;
  if (Fit misfit = read_text(value, text)) return misfit;
  Pairs& set = slot.config.templates[slot.entry].set;
  std::erase_if(set, [](const auto& one) { return one.first == Setter; });
  if (!text.empty()) set.emplace_back(Setter, std::move(text));
  return {};
}
template <const char* Setter>
Shown shown_setter(const Config& config, std::size_t entry) {
  for (const auto& [name, value] : config.templates[entry].set) {
    if (name == Setter) return toml_text(value);
  }
  return {};
}

constexpr char k_title[] = "title";
constexpr char k_body[] = "body";
constexpr char k_type[] = "type";
constexpr char k_category[] = "category";
constexpr char k_priority[] = "priority";
constexpr char k_impact[] = "impact";
constexpr char k_urgency[] = "urgency";
constexpr char k_requester[] = "requester";
constexpr char k_team[] = "team";
constexpr char k_assignee[] = "assignee";
constexpr char k_due[] = "due";
constexpr char k_estimate[] = "estimate";

template <const char* Setter>
constexpr SchemaKey setter_key(std::string_view name, std::string_view summary) {
  return {{name, "text", "", summary, false}, setter_at<Setter>, shown_setter<Setter>};
}

Fit labels_at(const TomlNode& value, const Slot& slot) {
  return read_names(value, slot.config.templates[slot.entry].labels);
}
Shown shown_labels(const Config& config, std::size_t entry) {
  const std::vector<std::string>& labels = config.templates[entry].labels;
  return labels.empty() ? Shown() : show_names(labels);
}

Fit children_at(const TomlNode& value, const Slot& slot) {
  return read_text_list(value, slot.config.templates[slot.entry].children);
}
Shown shown_children(const Config& config, std::size_t entry) {
  const std::vector<std::string>& children = config.templates[entry].children;
  return children.empty() ? Shown() : show_names(children);
}

Fit field_values_at(const TomlNode& value, const Slot& slot) {
  constexpr std::string_view k_wanted = "a table of texts such as { system = \"billing\" }";
  if (value.kind != TomlNode::Kind::table) return unlike(value, k_wanted);
  Pairs fields(value.items.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const TomlNode& item = value.items[i];
    if (!text::is_name(item.key)) return Misfit{item.key_at, "has a field without a name", std::string(name_rule())};
    if (item.kind != TomlNode::Kind::text) return unlike(item, k_wanted);
    fields[i].first = text::nfc(item.key);
    if (Fit misfit = read_text(item, fields[i].second)) return misfit;
  }
  slot.config.templates[slot.entry].fields = std::move(fields);
  return {};
}
Shown shown_field_values(const Config& config, std::size_t entry) {
  std::string out;
  for (const auto& [name, value] : config.templates[entry].fields) {
    out.append(out.empty() ? "{ " : ", ").append(toml_key(name)).append(" = ").append(toml_text(value));
  }
  return out.empty() ? Shown() : out + " }";
}

constexpr auto k_keys = std::to_array<SchemaKey>({
    {{"field.NAME.type", "text|int|number|date|choice|bool", "\"text\"",
      "What the values of the custom field are; they are checked, compared and sorted as that", false},
     kind_at,
     shown_kind},
    {{"field.NAME.choices", "list of texts", "", "The values that a choice takes, in their order", false},
     choices_at,
     shown_choices},
    {{"field.NAME.required", "true or false", "false", "No request is submitted without it", false},
     required_at,
     shown_required},
    {{"field.NAME.about", "text", "", "What it is, for `behest help fields`", false}, about_at, shown_about},
    {{"scorecard.NAME.items", "table of whole numbers 1 to 100", "",
      "What `behest review` looks at, and the most points each thing can get", false},
     items_at,
     shown_items},
    {{"scorecard.NAME.pass", "percentage", "\"80%\"",
      "The share of the points from which a review, or an item of it, counts as passed in `behest report quality`",
      false},
     pass_at,
     shown_pass},
    setter_key<k_title>("template.NAME.title", "The title of a request made by `behest submit --template NAME`"),
    setter_key<k_body>("template.NAME.body", "Its body"),
    setter_key<k_type>("template.NAME.type", "Its type"),
    setter_key<k_category>("template.NAME.category", "Its category"),
    setter_key<k_priority>("template.NAME.priority", "Its priority"),
    setter_key<k_impact>("template.NAME.impact", "Its impact"),
    setter_key<k_urgency>("template.NAME.urgency", "Its urgency"),
    setter_key<k_requester>("template.NAME.requester", "Its requester"),
    setter_key<k_team>("template.NAME.team", "Its team"),
    setter_key<k_assignee>("template.NAME.assignee", "Its assignee"),
    setter_key<k_due>("template.NAME.due", "When it is due, from when it is made: +3d, 2bd"),
    setter_key<k_estimate>("template.NAME.estimate", "How much work it is: 45m, 2h, 1bd"),
    {{"template.NAME.labels", "list of names", "", "Its labels", false}, labels_at, shown_labels},
    {{"template.NAME.fields", "table of texts", "", "Its custom fields", false}, field_values_at, shown_field_values},
    {{"template.NAME.children", "list of texts", "",
      "What belongs below it: a title each, or @NAME for another template; it has the requester, category, team and "
      "fields of what it belongs to unless it names its own",
      false},
     children_at,
     shown_children},
});

}  // namespace

std::span<const SchemaKey> desk_keys() { return k_keys; }

}  // namespace behest::config
