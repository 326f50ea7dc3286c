#include "commands/list_query.hpp"

#include <algorithm>

#include "commands/targets.hpp"

namespace behest::commands {
namespace {

// The words of the query as one text, as a shell would have read them.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

void declare_query(Args& args, ListQuery& query) {
  args.positionals("QUERY", query.words, "words and field:value terms; see behest-query(7)", Complete::query_field);
  args.option("-w,--where", query.where, "QUERY", "a query as one word", Complete::query_field);
  args.option("-s,--state", query.state, "STATE", "in this state: " + state_names() + ", any", Complete::state);
}

Expr where_of(Env& env, const ListQuery& query) {
  std::vector<Expr> parts;
  if (!query.words.empty()) parts.push_back(query_of(env, joined(query.words)));
  if (query.where) parts.push_back(query_of(env, *query.where));
  if (query.state) parts.push_back(query_of(env, "state:" + *query.state));
  if (!std::ranges::any_of(parts, mentions_state)) parts.push_back(query_of(env, "is:open"));
  if (parts.size() == 1) return parts.front();
  Expr all;
  all.kind = Expr::Kind::all_of;
  all.children = std::move(parts);
  return all;
}

}  // namespace behest::commands
