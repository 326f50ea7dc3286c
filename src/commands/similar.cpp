#include "commands/similar.hpp"

#include <set>

#include "behest/text/terms.hpp"
#include "core/transition.hpp"

namespace behest::commands {
namespace {

constexpr std::size_t k_most_hints = 3;

std::set<std::string> term_set(std::string_view text) {
  std::set<std::string> all;
  for (text::SearchTerm& term : text::terms(text)) all.insert(std::move(term.text));
  return all;
}

// Whether two thirds of the terms of both are the same.
bool is_nearly(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::size_t shared = 0;
  for (const std::string& term : a) shared += b.contains(term) ? 1U : 0U;
  return shared > 0 && 3 * shared >= a.size() + b.size();
}

}  // namespace

void print_similar(Env& env, const Chosen& chosen) {
  std::vector<SimilarRequest> found;
  env.store->read([&] {
    const std::vector<std::int64_t> numbers = resolve(*env.store, chosen);
    if (numbers.size() != 1) throw Error{ErrorKind::usage, "--similar takes one request", "name one id"};
    const auto request = env.store->request(numbers.front());
    if (!request || request->is_deleted) {
      throw Error{ErrorKind::not_found, "there is no request " + id_text(numbers.front()),
                  "see 'behest list state:any'"};
    }
    found = env.store->similar(*request, k_most_similar);
  });
  print_similar(env, found);
  if (found.empty() && env.streams.err_is_tty() && !env.globals.quiet) env.note("no request is similar");
}

void print_similar(Env& env, const std::vector<SimilarRequest>& found) {
  Table table;
  table.columns = {{"id", "ID", true}, {"state", "State"}, {"title", "Title", false, true}, {"score", "Score", true}};
  const auto renderer = make_renderer(table, env.look(), env.spool);
  for (const SimilarRequest& one : found) {
    const double score = static_cast<double>(one.score_thousandths) / 1000;
    renderer->row(
        {{one.number, Tone::strong}, {std::string(name_of(one.state))}, {one.title}, {text::JsonValue(score)}});
  }
  renderer->end();
}

void hint_duplicates(Env& env, std::int64_t number) {
  if (!env.streams.err_is_tty() || !env.streams.out_is_tty() || env.globals.quiet) return;
  std::vector<SimilarRequest> found;
  std::set<std::string> wanted;
  try {
    env.store->read([&] {
      const auto request = env.store->request(number);
      if (!request) return;
      wanted = term_set(request->title);
      found = env.store->similar(*request, k_most_similar);
    });
  } catch (const Error&) {
    return;  // the request is committed, and a hint that cannot be given must not say otherwise
  }
  std::size_t hints = 0;
  for (const SimilarRequest& one : found) {
    if (one.state == State::closed || !is_nearly(wanted, term_set(one.title)) || hints == k_most_hints) continue;
    env.note("hint: " + id_text(one.number) + " may be the same: " + one.title);
    ++hints;
  }
}

}  // namespace behest::commands
