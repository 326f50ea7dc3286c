#include "render/calendar_text.hpp"

#include <algorithm>
#include <array>

namespace behest::render {
namespace {

using text::JsonValue;

constexpr std::array<const char*, 7> k_weekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

JsonValue hours_json(const DayHours& day) {
  JsonValue::Array all;
  all.reserve(day.size());
  for (const OpenHours& hours : day) all.emplace_back(format_hours(hours));
  return all;
}

// "mon 09:00-17:00, tue 09:00-17:00": for people.
std::string hours_text(const std::string& day, const DayHours& hours) {
  std::string text = day;
  for (const OpenHours& open : hours) text += (&open == &hours.front() ? " " : ",") + format_hours(open);
  return hours.empty() ? day + " closed" : text;
}

}  // namespace

text::JsonValue days_json(const std::vector<std::int64_t>& days) {
  JsonValue::Array all;
  all.reserve(days.size());
  for (const std::int64_t day : days) all.emplace_back(format_day(day));
  return all;
}

JsonValue week_json(const WeekHours& week) {
  JsonValue::Object all;
  all.reserve(week.size());
  for (std::size_t day = 0; day < week.size(); ++day) all.emplace_back(k_weekdays.at(day), hours_json(week.at(day)));
  return all;
}

JsonValue dated_json(const std::vector<DatedHours>& days) {
  JsonValue::Object all;
  all.reserve(days.size());
  for (const auto& [day, hours] : days) all.emplace_back(format_day(day), hours_json(hours));
  return all;
}

// Days with the same hours as those before them are one range.
std::string week_text(const WeekHours& week) {
  std::string text;
  for (std::size_t day = 0; day < week.size();) {
    std::size_t last = day;
    while (last + 1 < week.size() && week.at(last + 1) == week.at(day)) ++last;
    const std::string name = k_weekdays.at(day) + (last > day ? std::string("-") + k_weekdays.at(last) : "");
    if (!week.at(day).empty()) text += (text.empty() ? "" : "; ") + hours_text(name, week.at(day));
    day = last + 1;
  }
  return text;
}

std::vector<std::string> dated_texts(const std::vector<DatedHours>& days) {
  std::vector<std::string> texts;
  texts.reserve(days.size());
  for (const auto& [day, hours] : days) texts.push_back(hours_text(format_day(day), hours));
  return texts;
}

std::vector<std::string> day_texts(const std::vector<std::int64_t>& days) {
  std::vector<std::string> texts;
  std::ranges::transform(days, std::back_inserter(texts), format_day);
  return texts;
}

JsonValue revisions_json(const std::vector<WeekRevision>& revisions) {
  JsonValue::Array all;
  all.reserve(revisions.size());
  for (const WeekRevision& revision : revisions) {
    all.emplace_back(
        JsonValue::Object{{"valid_from", format_day(revision.valid_from)}, {"week", week_json(revision.week)}});
  }
  return all;
}

std::vector<std::string> revision_texts(const std::vector<WeekRevision>& revisions) {
  std::vector<std::string> texts;
  texts.reserve(revisions.size());
  for (const WeekRevision& revision : revisions) {
    texts.push_back("from " + format_day(revision.valid_from) + ": " + week_text(revision.week));
  }
  return texts;
}

}  // namespace behest::render
