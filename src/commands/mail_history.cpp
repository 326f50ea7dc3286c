#include "commands/import_report.hpp"
#include "commands/mail.hpp"
#include "mail/mbox.hpp"

namespace behest::commands {

void each_mail(Env& env, ImportSource& source, const std::function<void(ReadMail&)>& visit) {
  const auto reader = env.make_mail_reader();
  std::size_t number = 0;
  const bool is_mbox = mail::each_mbox_message(source.file(), source.size(), [&](std::int64_t from, std::int64_t to) {
    ReadMail read;
    read.number = ++number;
    std::optional<Error> error;
    try {
      if (to - from > k_largest_message) throw Error{ErrorKind::bad_data, "the message has more than 25 MiB", ""};
      read.mail = reader->read(source.file(), from, to);
      mail::unquote_from_lines(read.mail.text);
    } catch (const Error& failure) {
      error = ops::line_error(failure);
      read.error = &*error;
    }
    visit(read);
  });
  if (is_mbox) return;
  throw Error{ErrorKind::bad_data, source.name() + " is no mbox: it does not begin with a line 'From '",
              "a single message is taken in by 'behest mail ingest' without --mbox"};
}

void import_mbox(Env& env, const std::string& file, bool is_strict) {
  ImportSource source(env, file);
  ImportReport report(env, source.name(), ImportReport::Kind::mail);
  env.create_store();
  env.store->transact([&] {
    report.start();
    ops::Work work(*env.store, env.config(), env.actor, env.now, "import");
    work.silence();
    std::optional<Request> thread;
    each_mail(env, source, [&](ReadMail& read) {
      ops::LineResult result;
      result.line = read.number;
      std::optional<Error> error;
      if (read.error != nullptr) error = *read.error;
      try {
        if (!error) {
          const ops::MailTaken taken = ops::import_mail(work, read.mail, env.now, &thread);
          result.number = taken.number;
          result.is_made = taken.action == ops::MailTaken::Action::created;
          result.is_known = taken.action == ops::MailTaken::Action::ignored;
        }
      } catch (const Error& failure) {
        error = ops::line_error(failure);
      }
      if (error) result.error = &*error;
      report.add(result);
      if (error && is_strict) throw report.placed(result);
    });
    return !env.globals.dry_run;
  });
  report.finish(true);
  if (report.failed() > 0) env.status = ErrorKind::partial;
}

}  // namespace behest::commands
