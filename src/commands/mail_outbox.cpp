#include <utility>

#include "commands/letters.hpp"
#include "commands/mail.hpp"
#include "ops/outbox.hpp"

namespace behest::commands {
namespace {

using ops::Delivery;
using ops::Letter;

// Whoever marked a letter that long ago does not live any more.
constexpr Duration k_unsure_after{120'000};

Table letter_table() {
  return {{{"id", "ID"},
           {"request", "Request", true},
           {"comment", "Comment", true},
           {"state", "State"},
           {"to", "To", false, true},
           {"subject", "Subject", false, true},
           {"at", "Made"},
           {"tries", "Tries", true},
           {"tried", "Tried"},
           {"message_id", "Message-ID"},
           {"fault", "Fault", false, true}}};
}

std::vector<Cell> cells_of(const Letter& letter, Instant now) {
  const auto or_none = [](bool is_there, Cell cell) { return is_there ? std::move(cell) : Cell{}; };
  return {{letter.id, Tone::strong},
          {letter.request},
          or_none(letter.comment != 0, {static_cast<std::int64_t>(letter.comment)}),
          {state_of(letter, now)},
          {letter.to},
          {letter.subject},
          {letter.at},
          {static_cast<std::int64_t>(letter.tries)},
          letter.tried ? Cell{*letter.tried} : Cell{},
          {letter.message_id},
          or_none(!letter.fault.empty(), {letter.fault})};
}

}  // namespace

bool is_unsure(const Letter& letter, Instant now) {
  return letter.posting == Delivery::sending &&
         (!letter.fault.empty() || !letter.tried || now - *letter.tried >= k_unsure_after);
}

std::string state_of(const Letter& letter, Instant now) {
  return is_unsure(letter, now) ? "unsure" : std::string(ops::name_of(letter.posting));
}

void print_letters(Env& env, const std::vector<Letter>& letters) {
  Look look = env.look();
  const bool is_for_people = look.format == Format::table || look.format == Format::markdown;
  if (is_for_people && look.only.empty()) look.only = {"id", "request", "state", "to", "subject", "at", "fault"};
  const auto renderer = make_renderer(letter_table(), look, env.spool);
  for (const Letter& letter : letters) renderer->row(cells_of(letter, env.now));
  renderer->end();
}

void list_letters(Env& env, bool is_all) {
  std::vector<Letter> letters;
  env.store->read([&] {
    ops::each_letter(*env.store, [&](const Letter& letter) {
      if (is_all || letter.posting != Delivery::sent) letters.push_back(letter);
    });
  });
  print_letters(env, letters);
}

void show_letter(Env& env, const std::string& id) {
  Letter letter;
  env.store->read([&] { letter = ops::letter_of(*env.store, id); });
  const std::string message = ops::compose(letter, env.config().mail);
  if (!env.is_json()) return env.spool.add(text::term_body(message));
  Table table = letter_table();
  table.columns.insert(table.columns.end(), {{"text", "Text"}, {"message", "Message"}});
  table.is_single = true;
  std::vector<Cell> cells = cells_of(letter, env.now);
  cells.push_back({letter.text});
  cells.push_back({message});
  const auto renderer = make_renderer(table, env.look(), env.spool);
  renderer->row(cells);
  renderer->end();
}

}  // namespace behest::commands
