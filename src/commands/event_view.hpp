#pragma once
#include <memory>
#include <string>

#include "behest/command.hpp"

namespace behest::commands {

// A field's value of an event as people and scripts read it: instants as RFC 3339, priorities as P2, durations in
// seconds; null = none.
text::JsonValue shown_value(std::string_view field, const text::JsonValue& value);
// The same as one short text; "-" for none.
std::string shown_text(std::string_view field, const text::JsonValue& value);

// False for what is only of use inside: whether a priority was chosen follows from the other fields.
bool is_shown(std::string_view field);
// "  #12 state: open -> closed"
std::string change_line(std::int64_t number, const Change& change);

// Writes events: one row a field in tables, one object an event in JSON.
class EventWriter {
 public:
  explicit EventWriter(Env& env);
  void add(const Event& event, bool is_undone);
  void end();

 private:
  bool is_json_;
  bool is_table_;
  std::unique_ptr<Renderer> renderer_;
};

}  // namespace behest::commands
