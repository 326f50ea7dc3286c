#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "commands/setter_options.hpp"

namespace behest::commands {

struct RecurOptions {
  std::string action;
  std::optional<std::string> word;
  std::optional<std::string> rule;
  std::optional<std::string> start;
  std::optional<std::string> zone;
  std::optional<std::string> calendar;
  std::optional<std::string> from;
  std::optional<std::int64_t> limit;
  std::vector<std::string> clear;
  SetterOptions setters;
};

void add_recurrence(Env& env, const RecurOptions& options);
void edit_recurrence(Env& env, const RecurOptions& options);
void remove_recurrence(Env& env, const RecurOptions& options);
void run_recurrences(Env& env);
void list_recurrences(Env& env);
void preview_recurrence(Env& env, const RecurOptions& options);

}  // namespace behest::commands
