// Holds the critical path method and PERT to published projects, where they are at hand: ../shared/data/schedule.
#include "core/schedule.hpp"

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "behest/text/json.hpp"

namespace behest {
namespace {

// Half units occur in the data, so a unit is an hour here.
constexpr std::int64_t k_unit = 3600;

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

// Lines of a file of the data, split at TAB, without the header; empty where there are none.
std::vector<std::string> lines_of(const char* name) {
  std::ifstream file(std::string(BEHEST_SOURCE_DIR) + "/../shared/data/schedule/" + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  if (lines.empty()) MESSAGE("skipped: ../shared/data/schedule/", name, " is not there");
  return lines;
}

std::vector<std::vector<std::string>> rows_of(const char* name) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : lines_of(name)) rows.push_back(split(line, '\t'));
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

std::int64_t units(const std::string& text) { return std::llround(std::stod(text) * k_unit); }

// A project by the names of its activities.
struct Project {
  std::vector<std::string> names;
  std::vector<Activity> activities;
  std::vector<Dependence> dependences;

  std::size_t index(const std::string& name) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == name) return i;
    }
    FAIL("unknown activity " << name);
    return 0;
  }
  void add(const std::string& name, std::int64_t a, std::int64_t m, std::int64_t b) {
    names.push_back(name);
    activities.push_back({{a, m, b}});
  }
  // Names before it, separated by commas.
  void after(const std::string& name, const std::string& before) {
    for (const std::string& one : split(before, ',')) dependences.push_back({index(one), index(name)});
  }
  Schedule plan() const { return schedule(Network(activities.size(), dependences), activities); }
};

TEST_CASE("textbook projects have their published times, floats and critical path") {
  std::map<std::string, std::vector<std::vector<std::string>>> projects;
  for (const auto& row : rows_of("textbook_projects.tsv")) projects[row[0]].push_back(row);
  for (const auto& one : projects) {
    const auto& rows = one.second;
    CAPTURE(one.first);
    Project project;
    for (const auto& row : rows) project.add(row[2], units(row[3]), units(row[3]), units(row[3]));
    for (const auto& row : rows) project.after(row[2], row[4]);
    const Schedule plan = project.plan();
    CHECK(plan.length_s() == units(rows[0][11]));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CAPTURE(rows[i][2]);
      const Timing& timing = plan.timings[i];
      CHECK(timing.es_s == units(rows[i][5]));
      CHECK(timing.ef_s == units(rows[i][6]));
      CHECK(timing.ls_s == units(rows[i][7]));
      CHECK(timing.lf_s == units(rows[i][8]));
      CHECK(timing.total_float_s == units(rows[i][9]));
      CHECK(timing.is_critical == (rows[i][10] == "1"));
    }
  }
}

TEST_CASE("the four types of relations with lags give the published times") {
  for (const auto& row : rows_of("relation_types.tsv")) {
    CAPTURE(row[0]);
    Project project;
    for (const std::string& one : split(row[2], ';')) {
      const auto parts = split(one, '=');
      project.add(parts[0], units(parts[1]), units(parts[1]), units(parts[1]));
    }
    for (const std::string& one : split(row[3], ';')) {
      const auto arrow = one.find('>');
      const auto colon = one.find(':');
      const auto type = dependency_named(one.substr(colon + 1, 2));
      REQUIRE(type);
      project.dependences.push_back({project.index(one.substr(0, arrow)),
                                     project.index(one.substr(arrow + 1, colon - arrow - 1)), *type,
                                     units(one.substr(colon + 3))});
    }
    const Schedule plan = project.plan();
    CHECK(plan.length_s() == units(row[4]));
    for (const std::string& one : split(row[5], ';')) {
      const auto parts = split(one, '=');
      const auto times = split(parts[1], '/');
      CAPTURE(parts[0]);
      const Timing& timing = plan.timings[project.index(parts[0])];
      CHECK(timing.es_s == units(times[0]));
      CHECK(timing.ef_s == units(times[1]));
      CHECK(timing.ls_s == units(times[2]));
      CHECK(timing.lf_s == units(times[3]));
    }
  }
}

TEST_CASE("a three-point project has its published means and variances") {
  Project project;
  const auto rows = rows_of("pert_three_point.tsv");
  for (const auto& row : rows) project.add(row[1], units(row[2]), units(row[3]), units(row[4]));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    project.after(rows[i][1], rows[i][5]);
    CHECK(project.activities[i].length_s() == units(rows[i][6]));
    const double variance = variance_36(project.activities[i].estimate) / 36 / k_unit / k_unit;
    CHECK(variance == doctest::Approx(std::stod(rows[i][7])).epsilon(0.00001));
  }
  if (rows.empty()) return;
  const Schedule plan = project.plan();
  CHECK(plan.length_s() == 44 * k_unit);
  CHECK(plan.variance_s2 / k_unit / k_unit == doctest::Approx(9.0));
  CHECK(probability_within(47 * k_unit, 44 * k_unit, std::sqrt(plan.variance_s2)) ==
        doctest::Approx(0.8413).epsilon(0.0001));
}

using text::JsonValue;

double number(const JsonValue& value) {
  if (value.integer() != nullptr) return static_cast<double>(*value.integer());
  return *value.real();
}

Project pert_case(const JsonValue& one) {
  Project project;
  const auto& activities = *one.find("activities")->array();
  const auto point = [](const JsonValue& activity, const char* key) {
    return std::llround(number(*activity.find(key)) * k_unit);
  };
  for (const JsonValue& activity : activities) {
    project.add(*activity.find("id")->string(), point(activity, "o"), point(activity, "m"), point(activity, "p"));
  }
  for (const JsonValue& activity : activities)
    project.after(*activity.find("id")->string(), *activity.find("pred")->string());
  return project;
}

// "1.444 (tol 0.005)", ">0.99", "<0.50", or a number.
void check_figure(const JsonValue& expected, double actual) {
  const std::string text = expected.string() == nullptr ? "" : *expected.string();
  if (text.empty()) {
    CHECK(actual == doctest::Approx(number(expected)));
  } else if (text[0] == '>') {
    CHECK(actual > std::stod(text.substr(1)));
  } else if (text[0] == '<') {
    CHECK(actual < std::stod(text.substr(1)));
  } else {
    const std::size_t tolerance = text.find("tol ");
    REQUIRE(tolerance != std::string::npos);
    CHECK(std::abs(actual - std::stod(text)) <= std::stod(text.substr(tolerance + 4)));
  }
}

std::string critical_of(const Project& project, const Schedule& plan) {
  std::string names;
  for (std::size_t i = 0; i < project.names.size(); ++i) {
    if (plan.timings[i].is_critical) names += (names.empty() ? "" : ",") + project.names[i];
  }
  return names;
}

// What a case calls `key`; nothing for what is no figure of a plan.
std::optional<double> figure(const std::string& key, const JsonValue& expected, const Project& project,
                             const Schedule& plan) {
  const double sd = std::sqrt(plan.variance_s2);
  const auto mean = static_cast<double>(plan.finish_s);
  if (key == "project_duration" || key == "duration") return mean / k_unit;
  if (key == "project_variance") return plan.variance_s2 / k_unit / k_unit;
  if (key == "project_stddev") return sd / k_unit;
  if (key == "deadline") return std::nullopt;
  const JsonValue* const deadline = expected.find("deadline");
  const double within = deadline == nullptr ? 0 : number(*deadline) * k_unit;
  if (key == "z") return (within - mean) / sd;
  if (key == "probability") return probability_within(within, mean, sd);
  const std::size_t line = key.find('_');
  const std::size_t i = project.index(key.substr(line + 1));
  const std::string what = key.substr(0, line);
  const Timing& timing = plan.timings[i];
  const std::map<std::string, std::int64_t> times = {{"ES", timing.es_s},
                                                     {"EF", timing.ef_s},
                                                     {"LS", timing.ls_s},
                                                     {"LF", timing.lf_s},
                                                     {"te", timing.ef_s - timing.es_s},
                                                     {"float", timing.total_float_s}};
  if (what == "var") return variance_36(project.activities[i].estimate) / 36 / k_unit / k_unit;
  return static_cast<double>(times.at(what)) / k_unit;
}

TEST_CASE("cases of PERT agree") {
  for (const std::string& line : lines_of("pert_unit_cases.jsonl")) {
    CAPTURE(line);
    const auto one = text::parse_json(line);
    REQUIRE(one);
    const Project project = pert_case(*one);
    const Network network(project.activities.size(), project.dependences);
    const JsonValue& expected = *one->find("expected");
    if (expected.find("result") != nullptr) {
      CHECK((project.names.empty() || network.cycle().size() == 2));
      continue;
    }
    const Schedule plan = project.plan();
    for (const auto& member : *expected.object()) {
      const std::string& key = member.first;
      const JsonValue& value = member.second;
      CAPTURE(key);
      if (key == "critical") {
        CHECK(critical_of(project, plan) == *value.string());
      } else if (key == "critical_contains") {
        CHECK(critical_of(project, plan).find(*value.string()) == 0);
      } else if (const auto actual = figure(key, expected, project, plan)) {
        check_figure(value, *actual);
      }
    }
  }
}

TEST_CASE("instances of PSPLIB are as long as published") {
  for (const std::string& line : lines_of("psplib_public.jsonl")) {
    const auto one = text::parse_json(line);
    REQUIRE(one);
    CAPTURE(*one->find("instance")->string());
    std::vector<Activity> activities;
    for (const JsonValue& length : *one->find("durations")->array()) {
      activities.push_back({{*length.integer(), *length.integer(), *length.integer()}});
    }
    std::vector<Dependence> dependences;
    const auto& successors = *one->find("successors")->array();
    for (std::size_t i = 0; i < successors.size(); ++i) {
      for (const JsonValue& to : *successors[i].array()) {
        dependences.push_back({i, static_cast<std::size_t>(*to.integer() - 1)});
      }
    }
    const Network network(activities.size(), dependences);
    CHECK(network.cycle().empty());
    CHECK(schedule(network, activities).length_s() == *one->find("mpm_time_published")->integer());
  }
}

}  // namespace
}  // namespace behest
