#include "commands/article_hint.hpp"

#include "ops/articles.hpp"

namespace behest::commands {

void hint_article(Env& env, std::int64_t number) {
  if (!env.streams.err_is_tty() || !env.streams.out_is_tty() || env.globals.quiet) return;
  std::optional<ops::Article> found;
  try {
    env.store->read([&] {
      const auto request = env.store->request(number);
      if (request) found = ops::nearest_article(*env.store, request->title);
    });
  } catch (const Error&) {
    return;  // the request is committed, and a hint that cannot be given must not say otherwise
  }
  if (!found) return;
  const std::string article = std::to_string(found->number);
  env.note("hint: article " + article + " may answer it: " + found->title + " ('behest kb show " + article +
           "'; when it does, 'behest kb deflect " + article + " " + std::to_string(number) + "')");
}

}  // namespace behest::commands
