#include "ops/import_items.hpp"

#include <algorithm>

#include "behest/text/utf8.hpp"
#include "core/transition.hpp"
#include "text/json_items.hpp"

namespace behest::ops {
namespace {

constexpr std::size_t k_item_limit = 16UL << 20U;

void check(const ImportContext& context, ForeignLife& life) {
  past("the instant of its making", life.created, context);
  life.author = checked_person("author", life.author);
  if (!life.worker.empty()) life.worker = checked_person("user", life.worker);
  std::erase_if(life.remarks, [](const ForeignLife::Remark& remark) { return text::trim(remark.body).empty(); });
  for (ForeignLife::Remark& remark : life.remarks) {
    past("the instant of a comment", remark.at, context);
    remark.author = checked_person("author of a comment", remark.author);
    check_comment(remark.body);
  }
  std::ranges::stable_sort(life.remarks, {}, [](const ForeignLife::Remark& remark) { return remark.at.ms; });
  if (life.state == State::hold) life.waiting_on = checked_person("third party", life.waiting_on);
  if (!life.changed || *life.changed < life.created) life.changed = life.created;
  past("the instant of its end", *life.changed, context);
}

void enter_state(Work& work, Request& request, const ForeignLife& life) {
  work.act_as(life.worker.empty() ? life.author : life.worker, *life.changed);
  if (life.state == State::closed) {
    close(work, request, {life.resolution.value_or(Resolution::done), {}, {}, true});
  } else if (life.state == State::hold) {
    wait(work, request, life.waiting_on);
  } else if (life.state == State::open && request.state == State::new_) {
    // No verb opens a request that nobody was assigned to.
    work.change(request, "import", {change_to(request, "state", name_of(State::open))});
  }
}

}  // namespace

Instant past(std::string_view name, Instant at, const ImportContext& context) {
  if (at <= context.now) return at;
  throw Error{ErrorKind::bad_data, std::string(name) + " (" + format_rfc3339(at) + ") is in the future",
              "is the clock right?"};
}

void import_life(Work& work, const ImportContext& context, ForeignLife life, LineResult& result) {
  check(context, life);
  work.act_as(life.author, life.created);
  const Outcome made = submit(work, life.values);
  result.number = made.number;
  result.is_known = !made.is_changed;
  result.is_made = made.is_changed;
  if (!made.is_changed) return;
  Request request = work.load(made.number);
  bool has_entered = false;
  for (const ForeignLife::Remark& remark : life.remarks) {
    if (!has_entered && remark.at > *life.changed) {
      enter_state(work, request, life);
      has_entered = true;
    }
    work.act_as(remark.author, remark.at);
    comment(work, request, {remark.body, life.are_remarks_public, life.channel, true});
  }
  if (!has_entered) enter_state(work, request, life);
}

void import_items(const text::ByteSource& source, const ImportContext& context, const LineReport& report,
                  const TakeItem& take) {
  text::JsonItems items(source, k_item_limit);
  while (const auto item = items.next()) {
    LineResult result;
    result.line = item->number;
    Error error{ErrorKind::bug, "", ""};
    try {
      if (item->is_too_long) throw Error{ErrorKind::bad_data, "it has more than 16 MiB", "is it one request?"};
      const auto value = text::parse_json(item->text);
      if (!value) {
        throw Error{ErrorKind::bad_data,
                    "column " + std::to_string(value.error().column) + ": " + value.error().message,
                    value.error().hint};
      }
      if (value->object() == nullptr) throw Error{ErrorKind::bad_data, "it is not a JSON object", ""};
      take(*value->object(), result);
    } catch (const Error& failure) {
      error = line_error(failure);
      result = {};
      result.line = item->number;
      result.error = &error;
    }
    report(result);
  }
  if (items.fault().empty()) return;
  throw Error{ErrorKind::bad_data, context.file + ": " + std::string(items.fault()), "is it the whole file?"};
}

}  // namespace behest::ops
