#include "commands/import_export.hpp"

#include "commands/import_source.hpp"
#include "ops/export.hpp"

namespace behest::commands {

void import_export(Env& env, const std::string& file) {
  ImportSource source(env, file);
  ops::ExportCount count;
  env.create_store();
  env.store->transact([&] {
    count = ops::import_all(*env.store, source.bytes(), source.name());
    return !env.globals.dry_run;
  });
  if (env.is_json()) {
    env.spool.add(text::json_document(text::JsonValue::Object{{"requests", count.requests},
                                                              {"events", count.events},
                                                              {"commands", count.commands},
                                                              {"contents", count.contents}}));
  } else if (!env.globals.quiet) {
    env.say((env.globals.dry_run ? "would be: " : "") + std::to_string(count.requests) + " requests with " +
            std::to_string(count.events) + " events imported");
  }
}

}  // namespace behest::commands
