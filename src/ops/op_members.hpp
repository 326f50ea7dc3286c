#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ops/import.hpp"
#include "ops/verbs.hpp"

namespace behest::ops {

// The members of one operation's object. Every reader gives nothing for a member that is absent or null, and throws
// Error(bad_data) for a value of the wrong kind.
class OpMembers {
 public:
  explicit OpMembers(const text::JsonValue::Object& members) : members_(members) {}

  // Error(bad_data) with the nearest name for a member that is not among `known`.
  void refuse_others(std::string_view verb, std::span<const std::string_view> known) const;

  bool has(std::string_view name) const;  // also when it is null
  const text::JsonValue* find(std::string_view name) const;
  std::optional<std::string> text(std::string_view name) const;
  std::string needed_text(std::string_view name) const;
  bool boolean(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  std::optional<Instant> instant(std::string_view name) const;  // RFC 3339 alone
  std::optional<Channel> channel() const;                       // `channel`, or `via`
  std::optional<int> priority() const;
  std::optional<int> level(std::string_view name) const;
  // The number that an id means: 12, "12", "#12", "key:K".
  std::int64_t id(std::string_view name, Store& store) const;
  // A time as a person writes it, such as "+3d" from the context's instant on.
  std::optional<Instant> time(std::string_view name, const TimeContext& context) const;
  std::optional<bool> flag(std::string_view name) const;
  // Whole seconds of a length such as "1h30m".
  std::optional<std::int64_t> seconds(std::string_view name) const;
  // The fields of a request; `context` is for times such as "+3d". A null counts as `clear` when `nulls_clear`.
  Setters setters(const Config& config, const TimeContext& context, bool nulls_clear) const;

 private:
  [[noreturn]] static void misfit(std::string_view name, std::string_view wanted);
  void add_fields(Setters& values) const;
  void add_bookings(Setters& values) const;
  void add_nulls(Setters& values) const;

  const text::JsonValue::Object& members_;
};

}  // namespace behest::ops
