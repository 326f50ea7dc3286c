#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "behest/core/calendar.hpp"
#include "behest/text/json.hpp"

namespace behest::render {

// The parts of a calendar for programs: {"mon":["09:00-17:00"],…}, ["2026-12-25"], {"2026-10-10":["09:00-18:00"]},
// [{"valid_from":"2027-01-01","week":{…}}].
text::JsonValue week_json(const WeekHours& week);
text::JsonValue days_json(const std::vector<std::int64_t>& days);
text::JsonValue dated_json(const std::vector<DatedHours>& days);
text::JsonValue revisions_json(const std::vector<WeekRevision>& revisions);

// The same for people: "mon-fri 09:00-12:00,13:00-18:00; sat 10:00-14:00".
std::string week_text(const WeekHours& week);
std::vector<std::string> day_texts(const std::vector<std::int64_t>& days);
std::vector<std::string> dated_texts(const std::vector<DatedHours>& days);
std::vector<std::string> revision_texts(const std::vector<WeekRevision>& revisions);

}  // namespace behest::render
