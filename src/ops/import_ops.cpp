#include "ops/import_ops.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "behest/text/utf8.hpp"
#include "core/transition.hpp"
#include "ops/ledger.hpp"
#include "ops/links.hpp"
#include "ops/merge.hpp"
#include "ops/op_members.hpp"
#include "ops/suggest.hpp"
#include "text/line_reader.hpp"

namespace behest::ops {
namespace {

using text::JsonValue;

constexpr std::size_t k_line_limit = 4UL << 20U;

// One line on its way to a verb; `request` is none for a new one.
struct Operation {
  Work& work;
  const OpMembers& members;
  TimeContext time;
  Request* request = nullptr;
  const ImportContext& context;
};

constexpr std::array<std::string_view, 24> k_submit = {
    "op",       "at",     "user",    "key",       "title",   "body",     "type",  "category",
    "priority", "impact", "urgency", "requester", "channel", "via",      "team",  "assignee",
    "labels",   "label",  "fields",  "field",     "due",     "estimate", "start", "book"};
constexpr std::array<std::string_view, 26> k_edit = {
    "op",       "at",     "user",    "id",        "key",      "title", "body", "type",     "category",
    "priority", "impact", "urgency", "requester", "channel",  "via",   "team", "assignee", "labels",
    "label",    "fields", "field",   "due",       "estimate", "start", "book", "clear"};
constexpr std::array<std::string_view, 6> k_assign = {"op", "at", "user", "id", "to", "team"};
constexpr std::array<std::string_view, 9> k_comment = {"op",     "at",      "user", "id",       "body",
                                                       "public", "channel", "via",  "attendees"};
constexpr std::array<std::string_view, 9> k_prioritize = {"op",     "at",      "user", "id",    "priority",
                                                          "impact", "urgency", "vote", "unvote"};
constexpr std::array<std::string_view, 9> k_link = {"op", "at", "user", "id", "rel", "to", "type", "lag", "delete"};
constexpr std::array<std::string_view, 12> k_time = {"op", "at",    "user", "id",       "length", "from",
                                                     "to", "agent", "kind", "billable", "note",   "force"};
constexpr std::array<std::string_view, 8> k_cost = {"op", "at", "user", "id", "amount", "on", "kind", "note"};
constexpr std::array<std::string_view, 5> k_wait = {"op", "at", "user", "id", "on"};
constexpr std::array<std::string_view, 4> k_id_alone = {"op", "at", "user", "id"};
constexpr std::array<std::string_view, 7> k_close = {"op", "at", "user", "id", "resolution", "of", "force"};

Outcome do_submit(Operation& op) {
  Setters values = op.members.setters(op.work.config(), op.time, false);
  type_fields(op.work.config(), op.time, values);
  // What came about elsewhere, long ago, cannot be asked for more.
  if (op.context.is_now) check_required(op.work.config(), values);
  return op.context.is_ruled ? submit_filled(op.work, values) : submit(op.work, values);
}

Outcome do_edit(Operation& op) {
  Setters values = op.members.setters(op.work.config(), op.time, true);
  type_fields(op.work.config(), op.time, values);
  return edit(op.work, *op.request, values);
}

// null takes an assignee or team away; a member that is absent leaves it alone.
std::optional<std::string> text_or_none(const OpMembers& members, std::string_view name, bool is_given) {
  if (!is_given) return std::nullopt;
  return members.text(name).value_or("");
}

Outcome do_assign(Operation& op) {
  const bool names_person = op.members.has("to");
  const bool names_team = op.members.has("team");
  if (!names_person && !names_team) {
    throw Error{ErrorKind::bad_data, "it is not said to whom", "name a person in \"to\", or a \"team\""};
  }
  return assign(op.work, *op.request,
                {text_or_none(op.members, "to", names_person), text_or_none(op.members, "team", names_team)});
}

Outcome do_comment(Operation& op) {
  return comment(op.work, *op.request,
                 {op.members.needed_text("body"), op.members.boolean("public"),
                  op.members.channel().value_or(Channel::cli), false, op.members.texts("attendees")});
}

Outcome do_prioritize(Operation& op) {
  const Prioritizing choice{op.members.priority(), op.members.level("impact"), op.members.level("urgency"), false};
  const std::vector<std::string> votes = op.members.texts("vote");
  const std::vector<std::string> unvotes = op.members.texts("unvote");
  const bool is_about_priority = choice.priority || choice.impact || choice.urgency;
  if (!is_about_priority && votes.empty() && unvotes.empty()) {
    throw Error{ErrorKind::bad_data, "no priority is given", "give \"priority\", \"impact\", \"urgency\" or \"vote\""};
  }
  for (const auto* names : {&votes, &unvotes}) {
    for (const std::string& name : *names) checked_person("contact", name);
  }
  Outcome outcome{op.request->number, "", true};
  if (is_about_priority) outcome = prioritize(op.work, *op.request, choice);
  for (const std::string& name : votes) vote(op.work, *op.request, name, true);
  for (const std::string& name : unvotes) vote(op.work, *op.request, name, false);
  return outcome;
}

TermsGiven terms_of(const Operation& op) {
  TermsGiven given;
  if (const auto type = op.members.text("type")) {
    given.type = dependency_named(*type);
    if (!given.type)
      throw Error{ErrorKind::bad_data, "'" + *type + "' is no type of a link", "the types are FS, SS, FF, SF"};
  }
  if (const auto lag = op.members.text("lag")) {
    const auto length = parse_lag(*lag, op.work.config().working_day());
    if (!length) throw Error{ErrorKind::bad_data, "\"lag\": " + length.error().message, length.error().hint};
    given.lag_s = *length;
  }
  return given;
}

Outcome do_link(Operation& op) {
  const std::string name = op.members.needed_text("rel");
  const auto relation = relation_named(name);
  if (!relation) {
    throw Error{ErrorKind::bad_data, "'" + name + "' is not a relation",
                "the relations are blocks, parent, duplicates and relates"};
  }
  const Link wanted{*relation, op.members.id("to", op.work.store())};
  if (op.members.boolean("delete")) return unlink(op.work, *op.request, wanted);
  return link(op.work, *op.request, wanted, terms_of(op));
}

Outcome do_time(Operation& op) {
  WorkGiven given;
  given.agent = op.members.text("agent");
  given.start = op.members.time("from", op.time);
  given.end = op.members.time("to", op.time);
  given.seconds = op.members.seconds("length");
  given.kind = op.members.text("kind");
  given.is_billable = op.members.flag("billable");
  given.note = op.members.text("note");
  given.is_forced = op.members.boolean("force");
  return add_work(op.work, *op.request, given);
}

Outcome do_cost(Operation& op) {
  const auto amount = parse_money(op.members.needed_text("amount"), op.work.config().currency);
  if (!amount) throw Error{ErrorKind::bad_data, "\"amount\": " + amount.error().message, amount.error().hint};
  CostEntry entry;
  entry.amount = *amount;
  entry.at = op.members.time("on", op.time).value_or(op.work.now());
  entry.kind = op.members.text("kind").value_or("");
  entry.note = op.members.text("note").value_or("");
  entry.by = op.work.actor();
  return add_cost(op.work, *op.request, entry);
}

Outcome do_wait(Operation& op) { return wait(op.work, *op.request, op.members.text("on").value_or("requester")); }

Outcome do_resume(Operation& op) { return resume(op.work, *op.request); }

Outcome do_close(Operation& op) {
  Closing closing;
  const auto name = op.members.text("resolution");
  if (op.members.find("of") != nullptr) {
    closing.resolution = Resolution::duplicate;
    closing.of = op.members.id("of", op.work.store());
  }
  if (name) {
    const auto resolution = resolution_named(*name);
    if (!resolution) {
      throw Error{ErrorKind::bad_data, "'" + *name + "' is not a resolution",
                  "the resolutions are " + resolution_names()};
    }
    if (closing.of && *resolution != Resolution::duplicate) {
      throw Error{ErrorKind::bad_data, "\"of\" names what is duplicated, but it is closed as " + *name,
                  "leave out \"of\", or make the resolution duplicate"};
    }
    closing.resolution = *resolution;
  }
  closing.is_forced = op.members.boolean("force");
  return close(op.work, *op.request, closing);
}

Outcome do_reopen(Operation& op) { return reopen(op.work, *op.request); }

struct Verb {
  std::string_view name;
  std::span<const std::string_view> members;
  Outcome (*apply)(Operation& op);
};
constexpr std::array<Verb, 12> k_verbs = {{{"submit", k_submit, do_submit},
                                           {"edit", k_edit, do_edit},
                                           {"assign", k_assign, do_assign},
                                           {"comment", k_comment, do_comment},
                                           {"prioritize", k_prioritize, do_prioritize},
                                           {"link", k_link, do_link},
                                           {"time", k_time, do_time},
                                           {"cost", k_cost, do_cost},
                                           {"wait", k_wait, do_wait},
                                           {"resume", k_id_alone, do_resume},
                                           {"close", k_close, do_close},
                                           {"reopen", k_id_alone, do_reopen}}};

const Verb& verb_of(const OpMembers& members) {
  const std::string name = members.needed_text("op");
  const auto found = std::ranges::find(k_verbs, name, &Verb::name);
  if (found != k_verbs.end()) return *found;
  const auto nearest =
      std::ranges::min_element(k_verbs, {}, [&](const Verb& verb) { return text::distance(name, verb.name); });
  std::string hint =
      "the operations are submit, edit, assign, comment, prioritize, link, time, cost, wait, resume, close and reopen";
  if (text::distance(name, nearest->name) <= 2) hint = "did you mean '" + std::string(nearest->name) + "'?";
  throw Error{ErrorKind::bad_data, "'" + name + "' is not an operation", hint};
}

class OpsImport {
 public:
  OpsImport(Work& work, const ImportContext& context, const LineReport& report)
      : work_(work), context_(context), report_(report) {}

  void line(const text::LineReader::Line& line) {
    LineResult result;
    result.line = line.number;
    Error error{ErrorKind::bug, "", ""};
    try {
      apply(line, result);
    } catch (const Error& failure) {
      error = line_error(failure);
      result.error = &error;
      last_.reset();
    }
    report_(result);
  }

 private:
  void apply(const text::LineReader::Line& line, LineResult& result) {
    if (line.is_too_long) throw Error{ErrorKind::bad_data, "the line has more than 4 MiB", "is it one operation?"};
    const auto value = text::parse_json(line.text);
    if (!value) {
      throw Error{ErrorKind::bad_data, "column " + std::to_string(value.error().column) + ": " + value.error().message,
                  value.error().hint};
    }
    if (value->object() == nullptr) {
      throw Error{ErrorKind::bad_data, "the line is not a JSON object", "one operation a line: {\"op\":\"submit\",…}"};
    }
    const OpMembers members(*value->object());
    const Verb& verb = verb_of(members);
    members.refuse_others(verb.name, verb.members);
    if (context_.is_now) refuse_who_and_when(members);
    const auto at = members.instant("at");
    const auto user = members.text("user");
    work_.act_as(user ? checked_person("user", *user) : context_.user, at.value_or(context_.now));
    Operation op{work_, members, {work_.now(), context_.zone}, nullptr, context_};
    if (verb.apply != do_submit) op.request = &load(members);
    if (op.request != nullptr && at && *at < op.request->updated) {
      throw Error{ErrorKind::refused,
                  format_rfc3339(*at) + " is before the last event of " + id_text(op.request->number) + " (" +
                      format_rfc3339(op.request->updated) + ")",
                  "put the lines of a request in the order of their instants"};
    }
    const Outcome outcome = verb.apply(op);
    result.number = outcome.number;
    result.sentence = outcome.sentence;
    if (op.request != nullptr) return;
    result.is_made = outcome.is_changed;
    result.is_known = !outcome.is_changed;
  }

  static void refuse_who_and_when(const OpMembers& members) {
    for (const char* name : {"at", "user"}) {
      if (!members.has(name)) continue;
      throw Error{ErrorKind::bad_data, "\"" + std::string(name) + "\" is for imports alone: a batch is now, and as you",
                  "leave it out, or use 'behest import --format ops'"};
    }
  }

  // The lines of one request often stand together; it is as stored while nothing failed.
  Request& load(const OpMembers& members) {
    const JsonValue* id = members.find("id");
    const std::string* word = id != nullptr ? id->string() : nullptr;
    const bool is_last = last_ && last_->key && word != nullptr && word->starts_with("key:") &&
                         std::string_view(*word).substr(4) == *last_->key;
    if (is_last) return *last_;
    const std::int64_t number = members.id("id", work_.store());
    if (!last_ || last_->number != number) last_ = work_.load(number);
    return *last_;
  }

  Work& work_;
  const ImportContext& context_;
  const LineReport& report_;
  std::optional<Request> last_;
};

}  // namespace

Error line_error(const Error& error) {
  switch (error.kind) {
    case ErrorKind::usage:
      return {ErrorKind::bad_data, error.message, error.hint};
    case ErrorKind::bad_data:
    case ErrorKind::not_found:
    case ErrorKind::refused:
      return error;
    default:
      throw error;
  }
}

void import_ops(Work& work, const text::ByteSource& source, const ImportContext& context, const LineReport& report) {
  text::LineReader lines(source, k_line_limit);
  OpsImport operations(work, context, report);
  while (const auto line = lines.next()) {
    const bool is_blank = !line->is_too_long && text::trim(line->text).empty();
    if (!is_blank) operations.line(*line);
  }
}

}  // namespace behest::ops
