#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/command.hpp"
#include "ops/ids.hpp"
#include "ops/verbs.hpp"

namespace behest::commands {

// The requests that a verb is about, and what every change may carry with it.
struct Targets {
  std::vector<std::string> ids;
  std::optional<std::string> where;
  std::optional<std::int64_t> if_version;
  std::optional<std::string> message;
  bool is_public = false;
};

void declare_ids(Args& args, Targets& targets);
// declare_ids() and --if-version, -m, --public: for verbs that change requests.
void declare_targets(Args& args, Targets& targets);

// Id words with "-" replaced by those on standard input, and -w as `where`: read before any transaction.
struct Chosen {
  std::vector<std::string> words;
  std::optional<Expr> where;
  bool is_plural = false;  // several by form: an array in JSON
};
Chosen choose(Env& env, const Targets& targets);
std::vector<std::int64_t> resolve(Store& store, const Chosen& chosen);

// Parses a query of the command line; Error(usage) with the column pointed at.
Expr query_of(Env& env, const std::string& text);

// One change of every chosen request, as one transaction, and the answer: a sentence each, ids with -q, requests with
// --json. Nothing is kept under --dry-run.
// `beforehand` hears of the numbers of all of them before the first is changed.
using Change = std::function<ops::Outcome(ops::Work&, Request&)>;
using Beforehand = std::function<void(const std::vector<std::int64_t>&)>;
void change_all(Env& env, const Targets& targets, std::string_view verb, const Change& change,
                const Beforehand& beforehand = {});
// The same of requests that have been chosen already.
void change_chosen(Env& env, const Chosen& chosen, const Targets& targets, std::string_view verb, const Change& change,
                   const Beforehand& beforehand = {});
// The number that one id word means; Error(usage), as of `option`, when it means several.
std::int64_t number_of(Store& store, std::string_view option, const std::string& word);

}  // namespace behest::commands
