#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "behest/core/time.hpp"
#include "behest/text/json.hpp"

namespace behest {

// DESIGN 3. `pending` waits on the requester and stops the clocks, `hold` on a third party; closed is the only end.
enum class State { new_, open, pending, hold, closed };
enum class Resolution { done, answered, declined, duplicate, withdrawn, spam };
// How a request or a contact came in.
enum class Channel { cli, mail, phone, web, chat, visit, meeting, survey, interview, api };
enum class Relation { blocks, parent, duplicates, relates };

std::string_view name_of(State state);
std::string_view name_of(Resolution resolution);
std::string_view name_of(Channel channel);
std::string_view name_of(Relation relation);
std::optional<State> state_named(std::string_view name);
std::optional<Resolution> resolution_named(std::string_view name);
std::optional<Channel> channel_named(std::string_view name);
std::optional<Relation> relation_named(std::string_view name);
// All names in order, separated by ", ": for messages.
std::string state_names();
std::string resolution_names();
std::string channel_names();

// Spam, duplicate and withdrawn are in no KPI (METRICS, top).
bool is_excluded(Resolution resolution);

struct Comment {
  int number = 0;  // 3 in "12.3"; counts from 1 in its request
  Instant at;
  std::string author;
  bool is_public = false;
  Channel channel = Channel::cli;
  std::string body;
  bool operator==(const Comment&) const = default;
};

// A file kept with a request; its bytes are in the store under their hash.
struct Attachment {
  int number = 0;  // counts from 1 in its request
  std::string name;
  std::string mime;
  std::int64_t size = 0;  // bytes
  std::string hash;       // SHA-256, hexadecimal
  Instant at;
  std::string author;
  bool operator==(const Attachment&) const = default;
};

// Something that is known of a request under a kind and a name: who voted for it, how it was rated, what it cost.
struct Fact {
  std::string kind;  // one of fact_kinds()
  std::string name;  // within its kind: a contact, a number
  text::JsonValue value;
  bool operator==(const Fact&) const = default;
};
// The kinds that exist. An event's field "KIND.NAME" sets such a fact; null takes it away.
std::span<const std::string_view> fact_kinds();

struct Link {
  Relation relation = Relation::relates;
  std::int64_t to = 0;
  auto operator<=>(const Link&) const = default;
};

// A request as it stands: the fold of its events. `fields` and `labels` are sorted by name.
struct Request {
  std::int64_t number = 0;
  std::optional<std::string> key;
  std::string title;
  std::string body;
  std::string type;      // "" = none, as for category, team, assignee
  std::string category;  // a path: network/vpn
  State state = State::new_;
  int priority = 3;             // 1 critical … 5 planning
  bool is_override = false;     // priority set by hand although impact or urgency says otherwise
  bool is_prioritized = false;  // somebody or a rule chose it; else it is a default
  std::optional<int> impact;    // 1 high … 3 low
  std::optional<int> urgency;   // 1 high … 3 low
  std::string requester;
  Channel channel = Channel::cli;
  std::string team;
  std::string assignee;
  std::string waiting_on;  // the third party of `hold`
  std::vector<std::string> labels;
  std::vector<std::pair<std::string, std::string>> fields;
  std::optional<Instant> due;
  std::optional<Duration> estimate;
  std::optional<Resolution> resolution;
  std::vector<Link> links;
  std::vector<Attachment> attachments;
  std::vector<Fact> facts;  // sorted by kind and name; loaded with one request, not with lists of them
  bool is_deleted = false;  // or its submit undone: in no list, its number not used again
  int comment_count = 0;    // numbers given out, deleted ones included

  // Made by the fold, never set by hand (life.hpp).
  Instant created;
  Instant updated;
  std::optional<Instant> first_assigned;
  std::optional<Instant> first_response;
  std::optional<Instant> first_closed;
  std::optional<Instant> closed;  // the last entry to closed, while it is closed
  int reopened = 0;
  int version = 0;  // one more with each event

  std::vector<Comment> comments;  // loaded only where asked for

  // The names of the facts of a kind, sorted: of "vote", the contacts who asked for it too.
  std::vector<std::string> names_of_facts(std::string_view kind) const;
};

// One field's old and new value, as an event records it. `field` is a name of request_field_names(), "field.NAME",
// "comment.N" and "attachment.N" (an object, null = deleted), "link.RELATION.N" (true or null), or "KIND.NAME" of a
// fact.
struct Change {
  std::string field;
  text::JsonValue before;
  text::JsonValue after;
  bool operator==(const Change&) const = default;
};

// From when on work on it is planned: its fact "plan.start". Facts must be loaded.
std::optional<Instant> planned_start(const Request& request);

// The fields of which every request has one.
std::vector<std::string_view> request_field_names();
// The value of a field by its name in an event; null when it has none. Throws Error(bug) on an unknown name.
text::JsonValue field_value(const Request& request, std::string_view field);
// Sets a field from an event's value: the only way a request changes. Throws Error(bad_data) on a wrong type or name.
void set_field(Request& request, std::string_view field, const text::JsonValue& value);

// The priority of an impact and an urgency in a 3 x 3 matrix of priorities 1–5 (METRICS 5).
using PriorityMatrix = std::vector<std::vector<int>>;
int matrix_priority(const PriorityMatrix& matrix, int impact, int urgency);
// "P1" … "P5", "p2", "2"; or nothing.
std::optional<int> parse_priority(std::string_view text);
// 1–3, high, medium, low; or nothing.
std::optional<int> parse_level(std::string_view text);

}  // namespace behest
