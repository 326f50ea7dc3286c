#include "behest/version.hpp"

#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {};

void declare(Args&, Options&) {}

void run(Env& env, const Options&) {
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"version", k_version_text}}));
    return;
  }
  env.say(std::string("behest ") + k_version_text);
}

constexpr Example k_examples[] = {
    {"Which behest is this?", "behest version"},
};

}  // namespace

constinit const Command k_version{
    "version",
    "print the version",
    "start",
    Needs::nothing,
    "Prints the version of behest. What it was built with, and the version of a database, is told by `behest doctor`.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
