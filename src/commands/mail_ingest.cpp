#include <algorithm>

#include "commands/answer.hpp"
#include "commands/mail.hpp"
#include "core/transition.hpp"
#include "mail/mbox.hpp"
#include "ops/import.hpp"
#include "render/request_view.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

struct Taken {
  ops::MailTaken result;
  std::optional<Request> request;  // under --json
};

Taken take_one(Env& env, const IncomingMail& mail) {
  Taken taken;
  env.store->transact([&] {
    taken = {};
    ops::Work work(*env.store, env.config(), env.actor, env.now, "mail");
    taken.result = ops::take_in(work, mail);
    const bool is_kept = keeps(env, work);
    if (env.is_json() && taken.result.number != 0) {
      taken.request = work.load(taken.result.number);
      taken.request->comments = env.store->comments(taken.result.number);
    }
    return is_kept;
  });
  return taken;
}

void say(Env& env, const ops::MailTaken& result) {
  if (env.globals.quiet) {
    if (result.number != 0) env.say(std::to_string(result.number));
    return;
  }
  std::string sentence = env.globals.dry_run ? "would be: " : "";
  if (result.number != 0) sentence += id_text(result.number) + " ";
  sentence += ops::name_of(result.action);
  if (!result.reason.empty()) sentence += ": " + result.reason;
  env.say(sentence);
  tell_rehearsed(env);
}

// Requests as everywhere, with what became of the message; one that belongs to no request has that alone.
class Answer {
 public:
  Answer(Env& env, bool is_single) : env_(env), columns_(render::request_columns(true)) {
    if (!env.is_json()) return;
    Table table;
    for (const render::RequestColumn& column : columns_) table.columns.push_back(column.column);
    table.columns.push_back({"mail", "Mail"});
    table.is_single = is_single;
    renderer_ = make_renderer(table, env.look(), env.spool);
  }
  void add(const Taken& taken) {
    if (!renderer_) return say(env_, taken.result);
    std::vector<Cell> cells =
        taken.request ? render::cells_of(columns_, *taken.request) : std::vector<Cell>(columns_.size());
    cells.push_back({JsonValue(JsonValue::Object{{"message_id", taken.result.message_id},
                                                 {"action", ops::name_of(taken.result.action)},
                                                 {"reason", taken.result.reason}})});
    renderer_->row(cells);
  }
  void end() {
    if (renderer_) renderer_->end();
  }

 private:
  Env& env_;
  std::vector<render::RequestColumn> columns_;
  std::unique_ptr<Renderer> renderer_;
};

void ingest_one(Env& env, ImportSource& source) {
  if (source.size() > k_largest_message) {
    throw Error{ErrorKind::bad_data, "the message has more than 25 MiB", "nothing of it was kept"};
  }
  const auto reader = env.make_mail_reader();
  const IncomingMail mail = reader->read(source.file(), mail::message_start(source.file()), source.size());
  env.create_store();
  Answer answer(env, true);
  answer.add(take_one(env, mail));
  answer.end();
}

void ingest_many(Env& env, ImportSource& source) {
  env.create_store();
  Answer answer(env, false);
  std::vector<HookCall> calls;  // of every message: each is a transaction of its own
  each_mail(env, source, [&](ReadMail& read) {
    std::optional<Error> fault;
    if (read.error != nullptr) fault = *read.error;
    try {
      if (!fault) answer.add(take_one(env, read.mail));
      std::ranges::move(env.calls, std::back_inserter(calls));
      env.calls.clear();
    } catch (const Error& error) {
      fault = ops::line_error(error);
    }
    if (!fault) return;
    env.note(source.name() + ": message " + std::to_string(read.number) + ": " + fault->message);
    env.status = ErrorKind::partial;
  });
  env.calls = std::move(calls);
  answer.end();
}

}  // namespace

void ingest_mail(Env& env, const MailIngest& wanted) {
  env.store_options.may_create = true;
  const std::string file = wanted.file.value_or("-");
  ImportSource source(env, file, wanted.is_mbox ? std::nullopt : std::optional(k_largest_message));
  wanted.is_mbox ? ingest_many(env, source) : ingest_one(env, source);
}

}  // namespace behest::commands
