#include "ops/links.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/duration.hpp"
#include "core/transition.hpp"

namespace behest::ops {
namespace {

// What a person reads of a link, by relation.
struct Wording {
  std::string_view is;
  std::string_view is_no_longer;
  std::string_view is_not;
  std::string_view cannot;
  std::string_view cycle;
};
constexpr std::array<Wording, 4> k_wordings{{
    {"blocks", "no longer blocks", "does not block", "cannot block", "a cycle of blocks"},
    {"is the parent of", "is no longer the parent of", "is not the parent of", "cannot be the parent of",
     "a cycle of parents"},
    {"duplicates", "no longer duplicates", "does not duplicate", "cannot duplicate", ""},
    {"relates to", "no longer relates to", "does not relate to", "cannot relate to", ""},
}};
const Wording& wording(Relation relation) { return k_wordings.at(static_cast<std::size_t>(relation)); }

// Of a long cycle the first and the last ids say enough.
constexpr std::size_t k_most_named = 12;

std::string field_of(const Link& link) {
  return "link." + std::string(name_of(link.relation)) + "." + std::to_string(link.to);
}

std::string plan_field_of(const Link& link) { return "plan.link." + std::to_string(link.to); }

text::JsonValue fact_of(const LinkTerms& terms) {
  if (terms == LinkTerms{}) return {};
  return text::JsonValue::Object{{"type", name_of(terms.type)}, {"lag_s", terms.lag_s}};
}

std::string sentence(const Request& request, std::string_view words, const Link& link) {
  return id_text(request.number) + " " + std::string(words) + " " + id_text(link.to);
}

bool has_link(const Request& request, const Link& link) {
  return std::ranges::find(request.links, link) != request.links.end();
}

// The link between two requests, as it is taken away.
std::string link_text(Store& store, std::int64_t one, std::int64_t other) {
  for (const Tie& tie : store.ties(one)) {
    const bool is_way = tie.relation == Relation::blocks || tie.relation == Relation::parent;
    if (tie.other != other || !is_way) continue;
    if (tie.is_incoming) std::swap(one, other);
    return std::to_string(one) + " " + std::string(name_of(tie.relation)) + " " + std::to_string(other);
  }
  return {};
}

std::optional<Link> link_in(std::string_view field) {
  if (!field.starts_with("link.")) return std::nullopt;
  field.remove_prefix(5);
  const std::size_t dot = field.find('.');
  const auto relation = relation_named(field.substr(0, dot));
  if (!relation || dot == std::string_view::npos) return std::nullopt;
  Link link{*relation, 0};
  std::from_chars(field.data() + dot + 1, field.data() + field.size(), link.to);
  return link;
}

}  // namespace

std::string ids_text(const std::set<std::int64_t>& numbers) {
  std::string text;
  std::size_t count = 0;
  for (const std::int64_t number : numbers) {
    if (count++ == k_most_named) return text + " and " + std::to_string(numbers.size() - k_most_named) + " more";
    text += (text.empty() ? "" : ", ") + id_text(number);
  }
  return text;
}

std::string cycle_text(std::span<const std::int64_t> cycle) {
  std::string text;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const bool is_left_out =
        cycle.size() > k_most_named && i > k_most_named / 2 && i + k_most_named / 2 <= cycle.size();
    if (!is_left_out) text += id_text(cycle[i]) + " -> ";
    if (is_left_out && i == k_most_named / 2 + 1) text += "… -> ";
  }
  return text + id_text(cycle.front());
}

void check_no_cycle(Work& work, std::int64_t from, const Link& link) {
  if (link.relation != Relation::blocks && link.relation != Relation::parent) return;
  const std::optional<Cycle> cycle = work.cycles().closed_by(from, link);
  if (!cycle) return;
  const std::vector<std::int64_t>& numbers = cycle->numbers;
  const Wording& words = wording(link.relation);
  throw Error{ErrorKind::refused,
              id_text(from) + " " + std::string(words.cannot) + " " + id_text(link.to) + ": that makes " +
                  std::string(cycle->is_mixed ? "a cycle of blocks and parents" : words.cycle) + ", " +
                  cycle_text(numbers),
              "take one of these links away first: 'behest link -d " +
                  link_text(work.store(), numbers[1], numbers[2 % numbers.size()]) + "'"};
}

void check_new_links(Work& work, std::int64_t number, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    const auto link = link_in(change.field);
    if (link && !change.after.is_null()) check_no_cycle(work, number, *link);
  }
}

void check_unhindered(Store& store, const Request& request, std::span<const std::int64_t> together) {
  const auto is_together = [&](std::int64_t number) { return std::ranges::binary_search(together, number); };
  std::set<std::int64_t> blockers;
  std::set<std::int64_t> children;
  for (const Tie& tie : store.ties(request.number)) {
    if (!tie.is_open() || is_together(tie.other)) continue;
    if (tie.relation == Relation::blocks && tie.is_incoming) blockers.insert(tie.other);
    if (tie.relation == Relation::parent && !tie.is_incoming) children.insert(tie.other);
  }
  if (blockers.empty() && children.empty()) return;
  std::string why;
  if (!blockers.empty()) why = "is blocked by " + ids_text(blockers);
  if (!children.empty()) {
    why += (why.empty() ? "" : " and ") + std::string("has open sub-requests: ") + ids_text(children);
  }
  throw Error{ErrorKind::refused, id_text(request.number) + " " + why,
              "close what is in the way first, or together with it, or add --force"};
}

LinkTerms terms_of(const text::JsonValue& fact) {
  LinkTerms terms;
  const text::JsonValue* const type = fact.find("type");
  const text::JsonValue* const lag = fact.find("lag_s");
  if (type != nullptr && type->string() != nullptr) {
    terms.type = dependency_named(*type->string()).value_or(Dependency::finish_start);
  }
  if (lag != nullptr && lag->integer() != nullptr) terms.lag_s = *lag->integer();
  return terms;
}

std::string terms_text(const LinkTerms& terms) {
  if (terms == LinkTerms{}) return {};
  std::string text = " (" + std::string(name_of(terms.type));
  const std::int64_t length = terms.lag_s < 0 ? -terms.lag_s : terms.lag_s;
  if (length != 0) text += (terms.lag_s < 0 ? " -" : " +") + format_estimate({length, length, length});
  return text + ")";
}

Parsed<std::int64_t> parse_lag(std::string_view text, Duration working_day) {
  const bool is_negative = text.starts_with('-');
  const bool has_sign = is_negative || text.starts_with('+');
  const auto length = parse_work_length(text.substr(has_sign ? 1 : 0), working_day);
  if (!length) return length.error();
  return is_negative ? -length->ms / 1000 : length->ms / 1000;
}

Outcome link(Work& work, Request& request, const Link& link, const TermsGiven& given) {
  const Wording& words = wording(link.relation);
  const bool has_terms = given.type || given.lag_s;
  if (has_terms && link.relation != Relation::blocks) {
    throw Error{ErrorKind::usage, "only a link of blocks has a type and a lag",
                "for example 'link 3 blocks 7 --type SS'"};
  }
  if (link.to == request.number) {
    throw Error{ErrorKind::refused, id_text(request.number) + " " + std::string(words.cannot) + " itself",
                "name another request"};
  }
  const Request other = work.load(link.to);
  LinkTerms terms;
  std::vector<Change> changes;
  if (has_terms) {
    terms = terms_of(field_value(request, plan_field_of(link)));
    terms.type = given.type.value_or(terms.type);
    terms.lag_s = given.lag_s.value_or(terms.lag_s);
    changes.push_back(change_to(request, plan_field_of(link), fact_of(terms)));
  }
  const bool is_mirrored = link.relation == Relation::relates && has_link(other, {Relation::relates, request.number});
  const std::string tail = terms_text(terms);
  if (is_mirrored || has_link(request, link)) {
    const bool is_changed = work.change(request, "link", std::move(changes));
    return {request.number, sentence(request, words.is, link) + tail + (is_changed ? "" : " already"), is_changed};
  }
  check_no_cycle(work, request.number, link);
  changes.insert(changes.begin(), change_to(request, field_of(link), true));
  work.change(request, "link", std::move(changes));
  return {request.number, sentence(request, words.is, link) + tail, true};
}

Outcome unlink(Work& work, Request& request, const Link& link) {
  const Wording& words = wording(link.relation);
  std::vector<Change> changes = {change_to(request, field_of(link), {})};
  if (link.relation == Relation::blocks) changes.push_back(change_to(request, plan_field_of(link), {}));
  bool is_changed = work.change(request, "link", std::move(changes));
  if (!is_changed && link.relation == Relation::relates && link.to != request.number) {
    Request other = work.load(link.to);
    const Link mirrored{Relation::relates, request.number};
    is_changed = work.change(other, "link", {change_to(other, field_of(mirrored), {})});
  }
  return {request.number, sentence(request, is_changed ? words.is_no_longer : words.is_not, link), is_changed};
}

}  // namespace behest::ops
