#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "behest/core/calendar.hpp"
#include "behest/core/field.hpp"
#include "behest/core/money.hpp"
#include "behest/core/request.hpp"
#include "behest/core/sla.hpp"
#include "behest/core/time.hpp"

namespace behest {

// Something an agent can do, and how well: "vpn" is "vpn:1".
struct Skill {
  std::string name;
  int level = 1;
  bool operator==(const Skill&) const = default;
};
struct CategoryConfig {
  std::string path;                       // network/vpn; defaults reach its children
  std::string team;                       // who a new request goes to
  std::optional<int> priority;            // 1–5, for a request nobody prioritized
  std::string form = {};                  // template: the body that `submit -e` begins with
  std::vector<std::string> require = {};  // fields without which no request is submitted: due, field.system
  std::vector<Skill> skills = {};         // that an agent must have to be chosen for it
  std::vector<Skill> prefer = {};         // that help
};
struct TeamConfig {
  std::string name;
  std::vector<std::string> members;
  std::string calendar = {};  // when it works
  std::string lead = {};      // whom rules notify as lead
  Rates rates = {};           // of its members without rates of their own
};
struct AgentConfig {
  std::string name;
  std::string email;
  std::string calendar = {};  // when the agent works; "" = as the team does
  std::string cover = {};     // who takes over while the agent is away
  std::vector<Skill> skills = {};
  std::optional<int> capacity = {};  // how much weight of open requests
  Rates rates = {};
};
// What is booked and is nobody: a room, a pool of licences, a vendor.
struct ResourceConfig {
  std::string name;
  std::int64_t capacity = 1;  // units that can be booked at one time
  Rates rates = {};           // of one unit
  std::string calendar = {};  // "" = around the clock
};
// A kind of work: travel, on call.
struct WorkKindConfig {
  std::string name;
  Rates rates = {};  // before those of agent and team
  bool is_billable = true;
};
struct CalendarConfig {
  std::string name;
  CalendarRules rules;
  std::vector<std::string> holiday_files;  // .ics
};
// What is done once a clock has used up a part of its target.
struct SlaStep {
  int percent = 100;
  std::optional<ClockKind> clock;  // absent: each of the three
  std::optional<int> priority;     // raised to, never lowered
  std::string assign;
  std::string team;
  std::string label;
  std::string comment;
  std::vector<std::string> notify;
};
struct SlaConfig {
  std::string name;
  std::string when;  // query; "" = every request
  std::array<std::optional<Duration>, k_clock_kinds.size()> targets;
  std::string calendar;  // "" = around the clock
  std::vector<State> pauses = {State::pending};
  std::optional<int> warn;  // percent
  ReopenRule reopen = ReopenRule::resume;
  std::optional<Duration> close_after;
  std::vector<SlaStep> steps;
};
// What is done by itself to the requests that a query finds, in the order of the files.
struct RuleConfig {
  std::string name;
  std::string when = {};                                      // query; "" = every request
  std::vector<std::string> on = {"submit"};                   // submit, change, tick
  std::vector<std::pair<std::string, std::string>> set = {};  // field, value; "" empties it
  std::vector<std::string> labels = {};                       // x adds, -x takes away
  std::string assign = {};                                    // a way of choosing, or a person
  std::string comment = {};                                   // template
  bool is_public = false;                                     // the comment is for the requester to see
  std::vector<std::string> notify = {};                       // requester, assignee, watchers, lead, or a person
  bool is_last = false;                                       // no rule after it
};
// A program that hears of what has been done.
struct HookConfig {
  std::string name;
  std::vector<std::string> on = {};  // verbs of events, or "any"
  std::string command = {};          // words as for a shell; none runs it
  Duration timeout{10'000};
};
// What a metric should be. Counts as they are, ratios and scores in ten-thousandths.
struct TargetConfig {
  std::string metric;
  std::optional<std::int64_t> value = {};
  std::string currency = {};         // of amounts, whose value is in its minor units
  std::optional<Duration> p50 = {};  // also of a duration that is given without the name of a figure
  std::optional<Duration> p90 = {};
  std::optional<Duration> mean = {};
  std::optional<Duration> max = {};
};

// A query with a name: `list @NAME`.
struct ViewConfig {
  std::string name;
  std::string query;
  std::string columns;  // as list --columns; "" = as usual
  std::string sort;     // as list --sort
};
// Words that stand for others in the place of a command.
struct AliasConfig {
  std::string name;
  std::string command;  // "list assignee:me --sort due"
};

// What is learned from requests, and what may be done with it.
struct LearnConfig {
  double threshold = 0.8;              // learn.threshold: the confidence that counts as sure, 0.5 to 1
  std::size_t minimum = 20;            // learn.minimum: requests without which a field is not learned
  std::size_t requests = 10'000;       // learn.requests: how many of the newest are learned from
  std::vector<std::string> fill = {};  // learn.fill: fields that submit fills in when it is sure
  std::size_t every = 0;               // learn.every: closed requests after which tick learns anew; 0 = never
};

// Mail in and out; nothing is sent without a sender.
struct MailConfig {
  std::string command;                // mail.command: hands a message on (user and system files only)
  std::string from;                   // mail.from: "Service desk <desk@example.org>"
  std::string reply_to;               // mail.reply_to: where answers go, if elsewhere
  std::string domain;                 // mail.domain: of message ids; "" = that of mail.from
  bool has_notices = true;            // mail.notify: public comments are told to the requester
  bool has_acknowledgements = false;  // mail.acknowledge: new requests are
  bool has_surveys = false;           // mail.survey: closed requests are
  std::size_t hourly_limit = 20;      // mail.hourly_limit: messages of one sender that are taken one by one
};
// A letter, or a part of one, with places such as {{title}}; or a request to be made, with those that belong below it.
struct TemplateConfig {
  std::string name;
  std::string subject = {};
  std::string text = {};
  std::vector<std::pair<std::string, std::string>> set = {};  // setter, value: title, body, due …
  std::vector<std::string> labels = {};
  std::vector<std::pair<std::string, std::string>> fields = {};  // custom fields
  std::vector<std::string> children = {};                        // titles, or @NAME for another template
};
// What a review looks at, and how many points each thing can get.
struct ScorecardConfig {
  std::string name;
  std::vector<std::pair<std::string, int>> items = {};
  int pass = 80;  // percent of the points from which a review, or an item, has passed
};

// Every key of behest.toml with its default; `man behest.toml` is written from the same table (config/schema).
struct Config {
  std::string user;                            // user: who acts; "" = the login name
  std::string database_path;                   // database.path: "" = the default place; relative to its file's folder
  std::string journal = "auto";                // database.journal: auto | wal | truncate
  Duration busy_timeout{30'000};               // database.busy_timeout: how long a write waits for others
  std::string zone;                            // display.zone: IANA name; "" = the machine's
  std::string color = "auto";                  // display.color: auto | always | never
  std::string link;                            // display.link: where {{id}} is to be seen; "" = nowhere
  std::size_t list_limit = 40;                 // list.limit: rows on a terminal
  std::string pager;                           // pager: a command (user and system files only)
  std::string editor;                          // editor: a command (user and system files only)
  Duration stale{14LL * 86'400'000};           // query.stale: is:stale
  std::int64_t attachment_limit = 25LL << 20;  // attachments.limit: bytes of one file
  int default_priority = 3;                    // priority.default
  PriorityMatrix matrix = {{1, 2, 3}, {2, 3, 4}, {3, 4, 5}};  // priority.matrix[impact][urgency]
  std::vector<CategoryConfig> categories;                     // [category."a/b"], in file order
  std::vector<TeamConfig> teams;                              // [team.NAME]
  std::vector<AgentConfig> agents;                            // [agent.NAME]
  std::vector<ResourceConfig> resources;                      // [resource.NAME]
  std::vector<WorkKindConfig> work_kinds;                     // [kind.NAME]
  std::string currency;                                       // cost.currency: of amounts without one; "" = none
  Duration work_step{0};                                      // time.round: work counts in whole steps; 0 = as it is
  std::string work_rounding = "up";                           // time.rounding: up | nearest | down
  Duration work_minimum{0};                                   // time.minimum: no entry counts as less
  int budget_warn = 80;                                       // budget.warn: percent spent from which `tick` warns
  int working_day_s = 8 * 3600;                               // plan.day: how much work 1bd of an estimate is
  std::vector<std::string> budget_notify;                     // budget.notify: whom it tells
  std::vector<ViewConfig> views;                              // [view.NAME]
  std::vector<AliasConfig> aliases;                           // [alias]
  std::vector<CalendarConfig> calendars;                      // [calendar.NAME]
  std::vector<SlaConfig> slas;                                // [sla.NAME], in the order of the files: the first wins
  std::optional<Duration> remind;                             // tick.remind: how long before it is due
  LearnConfig learn;                                          // [learn]
  std::vector<RuleConfig> rules;                              // [[rule]], in file order
  std::vector<HookConfig> hooks;                              // [hook.NAME] (user and system files only)
  int assign_capacity = 20;                                   // assign.capacity: of agents who declare none
  std::vector<int> assign_weights = {1, 1, 1, 1, 1};          // assign.weights: what P1 to P5 weigh

  std::vector<TargetConfig> targets;  // [target]
  std::vector<Duration> ageing{{86'400'000}, {259'200'000}, {604'800'000}, {1'209'600'000}, {2'592'000'000}};
  // report.ageing: where one bucket ends and the next begins, rising
  std::size_t small_group = 5;            // report.min_n: below this n, `report agents` hides rates
  MailConfig mail;                        // [mail]
  std::vector<TemplateConfig> templates;  // [template.NAME]

  FieldTypes fields;                        // [field.NAME]
  std::vector<ScorecardConfig> scorecards;  // [scorecard.NAME]

  // The nearest declared category on the path that sets it: `network` for `network/vpn/x`.
  const CategoryConfig* category_team(std::string_view path) const;
  const CategoryConfig* category_priority(std::string_view path) const;
  const CategoryConfig* category_form(std::string_view path) const;
  const CategoryConfig* category_require(std::string_view path) const;
  const CategoryConfig* category_skills(std::string_view path) const;
  const TeamConfig* team(std::string_view name) const;
  const AgentConfig* agent(std::string_view name) const;
  Duration working_day() const { return {working_day_s * 1000LL}; }
  const ResourceConfig* resource(std::string_view name) const;
  const WorkKindConfig* work_kind(std::string_view name) const;
  const ScorecardConfig* scorecard(std::string_view name) const;
  const TemplateConfig* request_template(std::string_view name) const;
  const ViewConfig* view(std::string_view name) const;
  const CalendarConfig* calendar(std::string_view name) const;
  const TemplateConfig* letter(std::string_view name) const;
};

// Where a value came from, for `config list --origin`.
struct Origin {
  std::string key;    // dotted: category."network/vpn".team
  std::string value;  // as TOML
  std::string where;  // default | FILE:LINE | environment BEHEST_X | --flag
};

struct ConfigSources {
  std::string system_dir;                    // /etc/behest
  std::string user_dir;                      // $XDG_CONFIG_HOME/behest, or $HOME/.config/behest
  std::string work_dir;                      // where the walk up to a .behest.toml starts
  std::optional<std::string> explicit_file;  // --config, else BEHEST_CONFIG
};

struct LoadedConfig {
  Config config;
  std::vector<Origin> origins;        // every key that some file set, in key order
  std::vector<std::string> files;     // that were read, lowest first
  std::vector<std::string> warnings;  // e.g. a key that a project file may not set
};

// Reads and merges the layers (DESIGN 5). Error(bad_config) as FILE:LINE:COLUMN: sentence, with the nearest key as hint
// for an unknown one. Keys that run a program (pager, editor) are left out with a warning in a project file, and a
// file that another user could have written (owner not us or root, or group/other-writable) is not read, with a
// warning. A file that is missing is nothing, but for explicit_file: Error(bad_config).
LoadedConfig load_config(const ConfigSources& sources);

// One key of the configuration, for `config list`, the manual and completion.
struct ConfigKey {
  std::string_view name;      // database.path, category.NAME.team
  std::string_view type;      // text, duration, priority, list of text, …
  std::string_view fallback;  // the default, as TOML
  std::string_view summary;
  bool runs_a_program;
};
const std::vector<ConfigKey>& config_keys();
// The value of a key in `config` as TOML ("30s", ["a","b"]); nothing when the key is unknown or not set.
std::optional<std::string> config_value(const Config& config, std::string_view key);
// Sets one key in the text of a file, keeping its comments and order; the file is made (0600) when it is missing, and
// replaced as a whole (temp file, fsync, rename). Error(usage) on an unknown key or a wrong value.
void set_config_value(const std::string& file, std::string_view key, std::string_view value);
// As set_config_value(), for several keys of one entry, such as [view.NAME], in one replacement: values are text, and a
// key with none is taken out. Without any key the whole entry is.
using EntryValues = std::vector<std::pair<std::string, std::optional<std::string>>>;
void set_config_entry(const std::string& file, std::string_view table, std::string_view name,
                      const EntryValues& values);

}  // namespace behest
