#include <algorithm>
#include <array>
#include <map>

#include "commands/grouping.hpp"
#include "commands/listing.hpp"
#include "commands/match_column.hpp"
#include "commands/start_column.hpp"
#include "core/transition.hpp"
#include "render/board.hpp"
#include "render/cell.hpp"

namespace behest::commands {
using namespace render;
namespace {

constexpr std::array k_open_states = {State::new_, State::open, State::pending, State::hold};

struct Group {
  std::string name;  // "" = has none
  std::vector<std::vector<Cell>> rows;
  std::vector<BoardCard> cards;
};

BoardCard card_of(const Request& request) {
  static const std::vector<RequestColumn> priority = columns_named("priority");
  const Cell cell = priority.front().cell(request);
  std::string head = id_text(request.number) + " " + machine_text(cell);
  if (!request.assignee.empty()) head += " " + request.assignee;
  return {head, request.title, cell.tone};
}

// Holds every row back until the end: a heading says how many there are below it.
class GroupWriter final : public RequestWriter {
 public:
  GroupWriter(Env& env, const Shape& shape, const Look& look)
      : env_(env),
        look_(look),
        by_(shape.group_by.value_or("state"), env.config().fields),
        is_board_(shape.as == "board") {
    is_json_ = look_.format == Format::json || look_.format == Format::jsonl;
    columns_ = is_json_ && env.globals.fields ? columns_named(*env.globals.fields) : columns_of(shape, look_);
    if (is_json_) look_.only.clear();
    match_.emplace(env.store, shape.phrases, columns_);
    start_.emplace(env.store, columns_);
    if (!is_board_ || by_.field() != "state") return;
    for (const State state : k_open_states) group(std::string(name_of(state)));
  }

  void row(const Request& request) override {
    has_rows_ = true;
    for (const std::string& name : by_.of(request)) {
      if (is_board_) {
        group(name).cards.push_back(card_of(request));
      } else {
        std::vector<Cell> cells = cells_of(columns_, request);
        match_->fill(request, cells);
        start_->fill(request, cells);
        group(name).rows.push_back(std::move(cells));
      }
    }
  }

  void end() override {
    std::ranges::stable_sort(groups_,
                             [&](const Group& a, const Group& b) { return by_.place(a.name) < by_.place(b.name); });
    if (is_json_) return print_json();
    if (!has_rows_) return;
    if (is_board_) return print_cards();
    for (const Group& one : groups_) print_table(one);
  }

 private:
  Group& group(const std::string& name) {
    const auto [found, is_new] = places_.try_emplace(name, groups_.size());
    if (is_new) groups_.push_back({name, {}, {}});
    return groups_[found->second];
  }

  void print_json() {
    const auto renderer = make_renderer({{{"group", ""}, {"count", ""}, {"requests", ""}}}, look_, env_.spool);
    for (const Group& one : groups_) {
      text::JsonValue::Array requests;
      for (const auto& cells : one.rows) requests.push_back(json_object(columns_, cells));
      renderer->row({one.name.empty() ? Cell{} : Cell{one.name},
                     {static_cast<std::int64_t>(one.rows.size())},
                     {text::JsonValue(requests)}});
    }
    renderer->end();
  }

  void print_cards() {
    std::vector<BoardColumn> board;
    for (Group& one : groups_) board.push_back({by_.title(one.name), std::move(one.cards)});
    print_board(board, look_, env_.spool);
  }

  void print_table(const Group& one) {
    const std::string heading = by_.title(one.name) + " (" + std::to_string(one.rows.size()) + ")";
    if (&one != &groups_.front()) env_.say("");
    if (look_.format == Format::markdown) {
      env_.spool.add(text::Safe<text::Markdown>("## ") + text::markdown_text(heading) +
                     text::Safe<text::Markdown>("\n\n"));
    } else {
      const auto safe = text::term_line(heading);
      env_.spool.add((look_.has_color ? painted(safe, Tone::strong) : safe) + text::Safe<text::Term>("\n"));
    }
    Table table;
    for (const RequestColumn& column : columns_) table.columns.push_back(column.column);
    const auto renderer = make_renderer(table, look_, env_.spool);
    for (const auto& cells : one.rows) renderer->row(cells);
    renderer->end();
  }

  Env& env_;
  Look look_;
  Grouping by_;
  bool is_board_;
  bool is_json_ = false;
  bool has_rows_ = false;
  std::vector<RequestColumn> columns_;
  std::optional<MatchColumn> match_;
  std::optional<StartColumn> start_;
  std::vector<Group> groups_;
  std::map<std::string, std::size_t> places_;  // in groups_, until they are sorted
};

}  // namespace

std::unique_ptr<RequestWriter> make_group_writer(Env& env, const Shape& shape) {
  const Look look = look_of(env, shape);
  const bool is_board = shape.as == "board";
  if (is_board && look.format != Format::table) {
    throw Error{ErrorKind::usage, "a board is for people to look at", "for a program: --group-by state --json"};
  }
  const bool is_flat = look.format == Format::ids || look.format == Format::csv || look.format == Format::tsv;
  if (is_flat) {
    throw Error{ErrorKind::usage, "--group-by has no place for its headings in this format",
                "use table, md, json or jsonl, or --sort FIELD"};
  }
  return std::make_unique<GroupWriter>(env, shape, look);
}

}  // namespace behest::commands
