#include "ops/next.hpp"

#include "commands/registry.hpp"
#include "commands/targets.hpp"

namespace behest::commands {
namespace {

using text::JsonValue;

struct Options {
  std::vector<std::string> query;
  std::optional<std::int64_t> limit;
  bool is_mine = false;
  bool is_explained = false;
};

void declare(Args& args, Options& options) {
  args.positionals("QUERY", options.query, "only what matches; see behest-query(7)", Complete::query_field);
  args.flag("--mine", options.is_mine, "assigned to me, or to nobody");
  args.flag("--explain", options.is_explained, "with the parts of each score");
  args.number("-L,--limit", options.limit, "N", "at most N rows; 0 for all");
}

Expr where_of(Env& env, const Options& options) {
  Expr all;
  all.kind = Expr::Kind::all_of;
  all.children.push_back(query_of(env, "state:new,open not is:blocked"));
  if (options.is_mine) all.children.push_back(query_of(env, "assignee:me or is:unassigned"));
  std::string text;
  for (const std::string& word : options.query) text += (text.empty() ? "" : " ") + word;
  if (!text.empty()) all.children.push_back(query_of(env, text));
  return all;
}

struct Part {
  const char* key;
  const char* title;
  std::int64_t Score::*points;
};
constexpr Part k_parts[] = {{"priority", "Priority", &Score::priority},
                            {"due", "Due", &Score::due},
                            {"age", "Age", &Score::age},
                            {"unblocks", "Unblocks", &Score::unblocks},
                            {"votes", "Votes", &Score::votes}};

// One object a request in JSON; for everything else columns, of which the title comes last.
class RankingWriter {
 public:
  RankingWriter(Env& env, bool is_explained) : is_json_(env.is_json()), is_explained_(is_explained) {
    Table table{{{"id", "ID", true}}};
    if (is_json_) {
      table.columns = {{"id", "ID"}, {"title", "Title"}, {"score", "Score"}, {"parts", "Parts"}};
    } else {
      table.columns.push_back({"score", "Score", true});
      if (is_explained_) {
        for (const Part& part : k_parts) table.columns.push_back({part.key, part.title, true});
      }
      table.columns.push_back({"title", "Title", false, true});
    }
    renderer_ = make_renderer(table, env.look(), env.spool);
  }

  void add(const ops::Ranked& one) {
    std::vector<Cell> cells = {{one.number, Tone::strong}};
    if (is_json_) {
      JsonValue::Object parts;
      for (const Part& part : k_parts) parts.emplace_back(part.key, one.score.*part.points);
      cells.insert(cells.end(), {{one.title}, {one.score.total()}, {JsonValue(parts)}});
    } else {
      cells.push_back({one.score.total()});
      if (is_explained_) {
        for (const Part& part : k_parts) cells.push_back({one.score.*part.points, Tone::dim});
      }
      cells.push_back({one.title});
    }
    renderer_->row(cells);
  }
  void end() { renderer_->end(); }

 private:
  bool is_json_;
  bool is_explained_;
  std::unique_ptr<Renderer> renderer_;
};

void run(Env& env, const Options& options) {
  if (options.limit && *options.limit < 0) {
    throw Error{ErrorKind::usage, "--limit takes 0 (all) or more", "for example -L 5"};
  }
  std::optional<std::size_t> limit;
  const Look look = env.look();
  if (look.is_terminal && look.format == Format::table) limit = env.config().list_limit;
  if (options.limit) limit = static_cast<std::size_t>(*options.limit);
  if (options.limit == 0) limit.reset();
  const Expr where = where_of(env, options);
  RankingWriter writer(env, options.is_explained);
  ops::Ranking ranking;
  env.store->read([&] { ranking = ops::rank(*env.store, env.config(), where, env.query(), limit); });
  for (const ops::Ranked& one : ranking.best) writer.add(one);
  writer.end();
  const std::size_t shown = ranking.best.size();
  if (!options.limit && shown < ranking.all) {
    env.note("showing " + std::to_string(shown) + " of " + std::to_string(ranking.all) + "; -L 0 shows all");
  }
  if (shown == 0 && env.streams.err_is_tty() && !env.globals.quiet) env.note("nothing is to be done");
}

constexpr Example k_examples[] = {
    {"What should I do now?", "behest next --mine -L 5"},
    {"Why these", "behest next --explain"},
    {"The one to take, for a script", "behest next category:network -L 1 --format ids"},
};

}  // namespace

constinit const Command k_next{
    "next",
    "rank the open work that nothing blocks",
    "find",
    Needs::store_read,
    "What is new or open and not blocked, the highest score first, then the oldest. The score is the sum of:\n\n"
    "priority: 40 for P1, 30 for P2, 20 for P3, 10 for P4, 0 for P5.\n\n"
    "due: nothing until 14 days before, then evenly more up to 30 when it is due, and 1 for each day after, up to "
    "50. The first running clock of its service level counts where it is due before the request itself.\n\n"
    "age: 1 for each week since it was made, at most 10.\n\n"
    "unblocks: 4 for each open request that waits for it, directly or through others; at most 10 of them count.\n\n"
    "votes: 2 for each contact who voted for it (`behest prioritize ID --vote CONTACT`); at most 10 count.\n\n"
    "`--explain` shows the parts; JSON always has them.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
