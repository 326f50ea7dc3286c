#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {};

void declare(Args&, Options&) {}

void run(Env& env, const Options&) {
  env.create_store();
  std::int64_t count = 0;
  env.store->read([&] { count = env.store->count({}); });
  const std::string& path = env.store_options.path;
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"path", path}, {"requests", count}}));
  } else {
    env.say("the database is " + path + " (" + std::to_string(count) + (count == 1 ? " request)" : " requests)"));
  }
}

constexpr Example k_examples[] = {
    {"Make the database at its place", "behest init"},
};

}  // namespace

constinit const Command k_init{
    "init",
    "make the database",
    "start",
    Needs::store_create,
    "Makes the database, for its owner alone to read (mode 0600), and says where it is. There is no need to: the first "
    "`behest submit` does the same. An existing database is left as it is.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
