#pragma once
#include <memory>
#include <unordered_map>

#include "store/session.hpp"
#include "store/sql_search.hpp"
#include "store/sql_text.hpp"

namespace behest::store {

// In the order of SqlStore::read_life().
#define BEHEST_LIFE_COLUMNS "request, id, at, state, resolution, marks, command"

// A priority, 1 to 5. Error(bad_data) for anything else.
int priority_at(const Row& row, int column);

// The store over any engine: the only statements of behest, written once.
class SqlStore final : public Store {
 public:
  explicit SqlStore(std::unique_ptr<Session> session) : session_(std::move(session)) {}

  void read(const std::function<void()>& work) override { session_->snapshot(work); }
  void transact(const std::function<bool()>& work) override;
  bool is_empty_stand_in() const override { return session_->is_stand_in(); }

  std::optional<Request> request(std::int64_t number) override;
  std::optional<std::int64_t> number_of_key(std::string_view key) override;
  std::int64_t next_number() override;
  void insert(const Request& request) override;
  void update(const Request& before, const Request& after) override;
  std::vector<Comment> comments(std::int64_t number) override;
  void put_comment(std::int64_t number, const Comment& comment) override;
  void drop_comment(std::int64_t number, int comment) override;
  int next_attachment(std::int64_t number) override;
  std::vector<Tie> ties(std::int64_t number) override;
  std::vector<NumberPair> links_of(Relation relation) override;
  void each_candidate(const Expr& where, const std::function<void(const Candidate&)>& visit) override;
  std::vector<NumberPair> open_blocks() override;
  std::vector<NumberPair> open_votes() override;
  void each_fact(std::string_view kind, std::string_view name,
                 const std::function<void(std::int64_t, const Fact&)>& visit) override;
  void each_fact_between(std::string_view kind, std::string_view from, std::string_view until,
                         const std::function<void(std::int64_t, const Fact&)>& visit) override;
  void rewrite(const Event& event) override;
  void rewrite(const CommandRow& command) override;
  text::JsonValue record(std::string_view kind, std::string_view name) override;
  void each_record(std::string_view kind, const std::function<void(const Record&)>& visit) override;
  void put_record(const Record& record) override;
  void append(const RecordEvent& event) override;
  void rewrite(const RecordEvent& event) override;
  std::vector<RecordEvent> record_events_of_command(std::int64_t command) override;
  void each_record_event(std::string_view kind, std::string_view name,
                         const std::function<void(const RecordEvent&)>& visit) override;
  void forget_attachments(std::int64_t number) override;
  void compact() override;
  void each_request(const Selection& selection, const std::function<void(const Request&)>& visit) override;
  std::vector<std::int64_t> find(const Selection& selection) override;
  std::int64_t count(const Expr& where) override;
  std::vector<std::int64_t> counts(const Expr& where, const std::vector<Expr>& parts) override;
  std::vector<SimilarRequest> similar(const Request& to, std::int64_t limit) override;
  std::vector<std::string> values_in_use(QueryField field, std::int64_t limit) override;

  std::int64_t begin_command(const CommandRow& command) override;
  void mark_undone(std::int64_t command, bool is_undone) override;
  std::optional<CommandRow> command(std::int64_t id) override;
  std::optional<CommandRow> last_standing(std::string_view actor) override;
  std::optional<CommandRow> next_redoable(std::string_view actor) override;
  std::int64_t append(const Event& event) override;
  std::vector<Event> events_of_command(std::int64_t command) override;
  std::vector<Event> events_of_request(std::int64_t number, std::int64_t after_id) override;
  void each_event(const Expr& where, const std::function<bool(const Event&)>& visit) override;
  void each_life(Instant as_of, const std::function<void(const LifeRow&)>& visit, std::int64_t later_marks) override;
  std::int64_t each_life_within(Instant from, Instant to, Instant as_of,
                                const std::function<void(const LifeRow&)>& visit, std::int64_t later_marks) override;
  void sum_up_all() override;
  void sum_up_anew() override;
  std::vector<std::int64_t> missummed() override;
  void each_life_of(const std::vector<std::int64_t>& numbers, Instant as_of,
                    const std::function<void(const LifeRow&)>& visit) override;
  void each_actor(std::int64_t marks, const std::function<void(std::int64_t, std::string_view)>& visit) override;
  std::vector<std::int64_t> touched_after(Instant as_of) override;

  std::optional<std::int64_t> number_after(std::int64_t number, std::int64_t from_command) override;
  std::optional<std::int64_t> first_command_after(Instant at) override;
  void each_command(std::int64_t from, const std::function<void(const CommandRow&)>& visit) override;
  std::vector<std::int64_t> undone_commands() override;
  std::vector<std::int64_t> mismarked_commands() override;
  std::optional<std::int64_t> misplaced_event() override;
  SideRows side_rows(const Request& request) override;
  std::vector<std::int64_t> stray_labels() override;
  std::vector<std::int64_t> misindexed() override;
  void reindex() override;
  void put_command(const CommandRow& command) override;
  void put_event(const Event& event) override;
  void put_removed(std::int64_t number, const Attachment& attachment) override {
    put_attachment(number, attachment, true);
  }
  void free_key(std::int64_t number) override;
  void rebuild(const Request& request, const std::vector<Attachment>& removed, bool has_labels) override;

  bool has_content(std::string_view hash) override;
  void put_chunk(std::string_view hash, std::int64_t number, std::string_view bytes) override;
  void each_chunk(std::string_view hash, const std::function<void(std::string_view)>& visit) override;
  std::string chunk(std::string_view hash, std::int64_t number) override;
  std::vector<std::string> content_hashes() override;
  void drop_content(std::string_view hash) override;

  StoreFacts facts(bool is_full) override;
  void back_up(const std::string& file) override { session_->back_up(file); }
  void restore(const std::string& file) override { session_->restore(file); }

 private:
  struct BlockSum;
  // Commands that an undo is about, and whether it stands.
  using UndoneCommands = std::unordered_map<std::int64_t, bool>;
  static LifeRow read_life(const Row& row, const UndoneCommands& undone);
  void visit_lives(std::int64_t first, std::int64_t end, Instant as_of, std::int64_t later_marks,
                   const UndoneCommands& undone, const std::function<void(const LifeRow&)>& visit);
  BlockSum sum_of(std::int64_t block, const UndoneCommands& undone);
  UndoneCommands undone_now();
  void sum_up(std::int64_t most);
  void sum_up_filled();
  // What has a part in the sums of runs of requests: which numbers are new, which requests have changed.
  void begin_blocks(std::int64_t next_number);
  void note_new(std::int64_t number);
  void note_change(std::int64_t number);
  void note_changes_of(std::int64_t command);
  void forget_blocks();
  void update_row(const Request& before, const Request& after, bool is_whole);
  void touch_changed_texts(const Request& before, const Request& after);
  void settle();
  // For every statement but those that a request's row, as it was before its last changes, does not concern.
  Session& settled() {
    if (held_) settle();
    return *session_;
  }
  UndoneCommands undone_at(Instant as_of);
  bool was_done_at(std::int64_t command, Instant at, Instant as_of);
  void write_side_tables(const Request* before, const Request& after);
  void write_links(const std::vector<Link>& before, const Request& after);
  void write_facts(const std::vector<Fact>& before, const Request& after);
  void write_attachments(const std::vector<Attachment>& before, const Request& after);
  void put_attachment(std::int64_t request, const Attachment& attachment, bool is_removed);
  std::optional<std::int64_t> one_integer(std::string_view sql, std::initializer_list<Param> params);
  std::vector<std::int64_t> integers(std::string_view sql, std::initializer_list<Param> params);
  // What a request is found by, before it changes: to be called while that is still stored.
  SearchTexts& touch_texts(std::int64_t number);
  SearchTexts stored_texts(std::int64_t number);
  std::vector<std::string> rare_terms(const Request& request);
  // each_request() for a beginning of a word that is so short that most requests may hold it, where few are asked for;
  // false when the index is to be asked after all.
  bool each_newest(const Selection& selection, const std::function<void(const Request&)>& visit);
  void tell_index_if_full(std::size_t grown);
  // Makes what this change has written so far findable, where a query is about text.
  void tell_index_for(const Expr& where);
  void read_extras(Request& request);
  std::vector<Link> links(std::int64_t number);
  std::vector<NumberPair> pairs(std::string_view sql, std::initializer_list<Param> params = {});
  std::optional<CommandRow> one_command(std::string_view condition, std::initializer_list<Param> params);
  std::int64_t first_event_of(std::int64_t command);
  std::vector<Event> some_events(std::string_view condition, std::initializer_list<Param> params);
  // Statements given as an initializer list, for short calls; the first three for those that settled() is not for.
  std::int64_t post_beside(std::string_view sql, std::initializer_list<Param> params) {
    return session_->post(sql, {params.begin(), params.size()});
  }
  std::int64_t add_beside(std::string_view sql, std::initializer_list<Param> params) {
    return session_->add(sql, {params.begin(), params.size()});
  }
  void run_beside(std::string_view sql, std::initializer_list<Param> params,
                  const std::function<bool(const Row&)>& visit) {
    session_->run(sql, {params.begin(), params.size()}, visit);
  }
  std::int64_t post(std::string_view sql, std::initializer_list<Param> params) {
    return settled().post(sql, {params.begin(), params.size()});
  }
  std::int64_t add(std::string_view sql, std::initializer_list<Param> params) {
    return settled().add(sql, {params.begin(), params.size()});
  }
  void run(std::string_view sql, std::initializer_list<Param> params, const std::function<bool(const Row&)>& visit) {
    settled().run(sql, {params.begin(), params.size()}, visit);
  }

  // The request that changed last, as its row is and as it will be: often the next change is of the same request, and
  // one statement does for all. Written before any other statement that could see it, and at the end.
  struct Held {
    Request before;
    Request after;
  };

  std::unique_ptr<Session> session_;
  SearchUpkeep upkeep_;
  std::optional<Held> held_;
  std::int64_t first_open_block_ = 0;  // no run from here on was full when the change began
  std::int64_t changed_block_ = -1;    // the run whose sum was taken away last
  std::int64_t filled_ = 0;            // runs that the change has filled
};

}  // namespace behest::store
