#pragma once
#include <string>
#include <string_view>

#include "behest/config.hpp"
#include "behest/core/request.hpp"
#include "behest/text/parsed.hpp"

namespace behest {

// What a letter may tell besides the request.
struct LetterFacts {
  std::string agent;    // who writes
  std::string comment;  // what they say
  Zone zone = {};       // of dates
};

// The template language: text with {{key}} in it, white space around the key allowed, {{{{ for two braces. The keys are
// id, title, body, type, category, state, resolution, priority, team, assignee, due, created, requester,
// requester.name, requester.address, agent, comment and field.NAME; what is not set is empty. A value is never read as
// a template again. The error is of a key that is none, or braces that are never closed.
Parsed<bool> check_letter(std::string_view text);
// The text with its keys replaced; one that check_letter() refuses is left as it is written.
std::string fill_letter(std::string_view text, const Request& request, const LetterFacts& facts);

}  // namespace behest
