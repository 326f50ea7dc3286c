#include "core/letter.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "behest/text/utf8.hpp"
#include "core/identity.hpp"

namespace behest {
namespace {

using Value = std::string (*)(const Request& request, const LetterFacts& facts);
struct Key {
  std::string_view name;
  Value value;
};

std::string date_of(const std::optional<Instant>& at, const LetterFacts& facts) {
  return at ? format_local(*at, facts.zone) : std::string();
}

constexpr std::array<Key, 17> k_keys = {{
    {"id", [](const Request& request, const LetterFacts&) { return std::to_string(request.number); }},
    {"title", [](const Request& request, const LetterFacts&) { return request.title; }},
    {"body", [](const Request& request, const LetterFacts&) { return request.body; }},
    {"type", [](const Request& request, const LetterFacts&) { return request.type; }},
    {"category", [](const Request& request, const LetterFacts&) { return request.category; }},
    {"state", [](const Request& request, const LetterFacts&) { return std::string(name_of(request.state)); }},
    {"resolution",
     [](const Request& request, const LetterFacts&) {
       return request.resolution ? std::string(name_of(*request.resolution)) : std::string();
     }},
    {"priority", [](const Request& request, const LetterFacts&) { return "P" + std::to_string(request.priority); }},
    {"team", [](const Request& request, const LetterFacts&) { return request.team; }},
    {"assignee", [](const Request& request, const LetterFacts&) { return request.assignee; }},
    {"due", [](const Request& request, const LetterFacts& facts) { return date_of(request.due, facts); }},
    {"created", [](const Request& request, const LetterFacts& facts) { return date_of(request.created, facts); }},
    {"requester", [](const Request& request, const LetterFacts&) { return request.requester; }},
    {"requester.name", [](const Request& request, const LetterFacts&) { return name_in(request.requester); }},
    {"requester.address",
     [](const Request& request, const LetterFacts&) { return std::string(address_in(request.requester)); }},
    {"agent", [](const Request&, const LetterFacts& facts) { return name_in(facts.agent); }},
    {"comment", [](const Request&, const LetterFacts& facts) { return facts.comment; }},
}};

constexpr std::string_view k_field = "field.";

bool is_key(std::string_view name) {
  return (name.starts_with(k_field) && name.size() > k_field.size()) ||
         std::ranges::find(k_keys, name, &Key::name) != k_keys.end();
}

std::string value_of(std::string_view name, const Request& request, const LetterFacts& facts) {
  const auto* const key = std::ranges::find(k_keys, name, &Key::name);
  if (key != k_keys.end()) return key->value(request, facts);
  for (const auto& [field, value] : request.fields) {
    if (field == name.substr(k_field.size())) return value;
  }
  return {};
}

ParseError unknown(std::string_view name, std::size_t at) {
  const auto far = [&](const Key& key) { return text::distance(name, key.name); };
  const auto* const nearest = std::ranges::min_element(k_keys, {}, far);
  std::string hint = "the keys are ";
  for (const Key& key : k_keys) {
    hint += key.name;
    hint += ", ";
  }
  if (far(*nearest) <= 2)
    hint = "did you mean '" + std::string(nearest->name) + "'?";
  else
    hint += "field.NAME";
  return {"'" + std::string(name) + "' is nothing that a template can tell", at + 1, hint};
}

// Hands each stretch of the text to `plain` and each key to `key`.
template <class Plain, class Named>
std::optional<ParseError> walk(std::string_view text, const Plain& plain, const Named& key) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find("{{", at), text.size());
    plain(text.substr(at, open - at));
    at = open;
    if (at == text.size()) break;
    if (text.substr(at, 4) == "{{{{") {
      plain("{{");
      at += 4;
      continue;
    }
    const std::size_t close = text.find("}}", at);
    if (close == std::string_view::npos) {
      return ParseError{"'{{' is never closed", at + 1, "end it with '}}', or write '{{{{'"};
    }
    const std::string_view name = text::trim(text.substr(at + 2, close - at - 2));
    if (!is_key(name)) return unknown(name, at + 2);
    key(name);
    at = close + 2;
  }
  return std::nullopt;
}

}  // namespace

Parsed<bool> check_letter(std::string_view text) {
  if (auto error = walk(
          text, [](std::string_view) {}, [](std::string_view) {}))
    return *std::move(error);
  return true;
}

std::string fill_letter(std::string_view text, const Request& request, const LetterFacts& facts) {
  std::string filled;
  const auto error = walk(
      text, [&](std::string_view plain) { filled += plain; },
      [&](std::string_view name) { filled += value_of(name, request, facts); });
  return error ? std::string(text) : filled;
}

}  // namespace behest
