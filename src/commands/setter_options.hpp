#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "behest/command.hpp"
#include "ops/verbs.hpp"

namespace behest::commands {

// The setters as words of a command line: the same names on every verb.
struct SetterOptions {
  std::optional<std::string> title;
  std::optional<std::string> body;
  std::optional<std::string> body_file;
  std::optional<std::string> category;
  std::optional<std::string> type;
  std::optional<std::string> priority;
  std::optional<std::string> impact;
  std::optional<std::string> urgency;
  std::optional<std::string> requester;
  std::optional<std::string> via;
  std::optional<std::string> assignee;
  std::optional<std::string> team;
  std::optional<std::string> due;
  std::optional<std::string> estimate;
  std::optional<std::string> start;
  std::optional<std::string> key;
  std::vector<std::string> labels;
  std::vector<std::string> fields;
  std::vector<std::string> bookings;
};

// All of them but --title, which a new request takes as its words. `start` is for commands whose own --start is
// another.
void declare_setters(Args& args, SetterOptions& options, std::string_view start = "--start");
// The values they mean; reads -F FILE (or standard input). Error(usage) for a value that is none.
ops::Setters setters_of(Env& env, const SetterOptions& options);

// Parsers of single values, with an error that names the option.
// `projector` is one unit of it, `seats=5` five (booking_option.cpp).
std::pair<std::string, std::int64_t> booking_of(const std::string& text);
int priority_of(const std::string& text);
int level_of(const std::string& option, const std::string& text);
Channel channel_of(const std::string& text);
// The whole of FILE, or of standard input for "-": at most 1 MiB.
std::string text_of_file(Env& env, const std::string& file);

}  // namespace behest::commands
