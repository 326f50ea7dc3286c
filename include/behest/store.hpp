#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behest/core/event.hpp"
#include "behest/core/life.hpp"
#include "behest/core/query.hpp"
#include "behest/core/record.hpp"
#include "behest/core/request.hpp"

namespace behest {

struct StoreOptions {
  std::string path;  // a file; ":memory:" for tests
  std::string journal = "auto";
  Duration busy_timeout{30'000};
  bool may_create = false;  // write only: make the file (0600) and its folders (0700) when missing
};

struct SortKey {
  QueryField field = QueryField::id;
  std::string custom;
  bool is_descending = true;
  bool is_by_sla = false;   // by the first due of the clocks: ordered by ops/promised.hpp, not by the store
  bool is_by_rank = false;  // by how well the words of the query fit, not by a field; ascending is best first
  FieldKind custom_kind = FieldKind::text;
  std::vector<std::string> choices = {};  // of a custom field that is a choice: its order
};

struct Selection {
  Expr where;
  std::vector<SortKey> order;  // ties by id, newest first
  std::optional<std::int64_t> limit;
};

// A request that shares rare words with another.
struct SimilarRequest {
  std::int64_t number = 0;
  std::string title;
  State state = State::new_;
  std::int64_t score_thousandths = 0;  // the higher, the more alike
};

// What one event has done to the clocks of a request (core/life.hpp).
struct LifeRow {
  std::int64_t request = 0;
  std::int64_t event = 0;
  LifeEvent life;
  bool is_undone = false;  // the command was taken back (as of the instant asked for)
};

// What is kept of a request beside its row and its comments.
struct SideRows {
  std::vector<std::pair<std::string, std::string>> fields;
  std::vector<Attachment> removed;  // that were taken away, and keep their numbers
  bool has_labels = true;           // each label of the row can be searched for
};

// What `doctor` tells.
struct StoreFacts {
  std::string path;
  std::string engine;  // SQLite 3.40.1
  std::string engine_source;
  std::string journal;  // truncate | wal
  std::string journal_reason;
  std::string file_mode;  // 0600
  int schema_version = 0;
  int schema_supported = 0;
  std::int64_t size_bytes = 0;
  std::int64_t requests = 0;
  std::int64_t events = 0;
  std::vector<std::string> problems;  // of quick_check; empty = sound
};

// A link of a request as seen from it: to another, or from another.
struct Tie {
  Relation relation = Relation::relates;
  bool is_incoming = false;
  std::int64_t other = 0;
  State state = State::new_;  // of the other
  bool is_deleted = false;    // the other
  bool is_open() const { return state != State::closed && !is_deleted; }
};

// What `next` must know of a request to rank it. The title lives until the next one comes.
struct Candidate {
  std::int64_t number = 0;
  int priority = 3;
  std::optional<Instant> due;
  Instant created;
  std::string_view title;
};

// A number that belongs to a request: another request, or a count.
struct NumberPair {
  std::int64_t request = 0;
  std::int64_t value = 0;
};

// Everything behest keeps, in its own words. Errors: bad_data (not our file, newer schema, damaged), temporary (busy,
// full, I/O), not_permitted. All reading and writing happens inside read() or transact().
class Store {
 public:
  // Opens for reading (a missing file reads as empty and is not made) or for writing.
  static std::unique_ptr<Store> open_read(const StoreOptions& options);
  static std::unique_ptr<Store> open_write(const StoreOptions& options);
  // Error(bad_data) for what restore() would refuse, Error(not_found) for no file.
  static void check_backup(const StoreOptions& options);
  virtual ~Store() = default;

  // One snapshot.
  virtual void read(const std::function<void()>& work) = 0;
  // One BEGIN IMMEDIATE … COMMIT; rolled back when `work` throws, or when it returns false (a dry run). `work` may run
  // again after a conflict, so it must not print.
  virtual void transact(const std::function<bool()>& work) = 0;

  virtual bool is_empty_stand_in() const = 0;  // reading a database that does not exist yet

  // Requests; without their comments. Deleted ones are found by number only.
  virtual std::optional<Request> request(std::int64_t number) = 0;
  virtual std::optional<std::int64_t> number_of_key(std::string_view key) = 0;
  virtual std::int64_t next_number() = 0;
  virtual void insert(const Request& request) = 0;
  // Writes the columns of `after` where the row still has `before`'s version; Error(refused) otherwise.
  virtual void update(const Request& before, const Request& after) = 0;
  virtual std::vector<Comment> comments(std::int64_t number) = 0;
  virtual void put_comment(std::int64_t number, const Comment& comment) = 0;
  virtual void drop_comment(std::int64_t number, int comment) = 0;
  // The number for another attachment of a request: one more than any given out.
  virtual int next_attachment(std::int64_t number) = 0;
  // By relation, those of its own first, then by number.
  virtual std::vector<Tie> ties(std::int64_t number) = 0;
  // Every link of one relation: the request that has it, and the one that it leads to; deleted ones too.
  virtual std::vector<NumberPair> links_of(Relation relation) = 0;

  // In no particular order: requests that match and are not closed.
  virtual void each_candidate(const Expr& where, const std::function<void(const Candidate&)>& visit) = 0;
  // Every request that is not closed and blocks one that is not closed either, with that one.
  virtual std::vector<NumberPair> open_blocks() = 0;
  // How many votes each request that is not closed has; those without are left out.
  virtual std::vector<NumberPair> open_votes() = 0;
  // Facts of a kind, of one name where one is given, with the number of their request; by request, then by name.
  virtual void each_fact(std::string_view kind, std::string_view name,
                         const std::function<void(std::int64_t request, const Fact& fact)>& visit) = 0;
  // Facts of a kind whose names lie in [from, until), by name.
  virtual void each_fact_between(std::string_view kind, std::string_view from, std::string_view until,
                                 const std::function<void(std::int64_t request, const Fact& fact)>& visit) = 0;

  // For a purge: gives an event another payload and actor, a command another actor and login; takes away the
  // attachments of a request, and the bytes that no other request has.
  virtual void rewrite(const Event& event) = 0;
  virtual void rewrite(const CommandRow& command) = 0;
  virtual void forget_attachments(std::int64_t number) = 0;
  // Writes the file anew, so that nothing is left in its unused parts. Outside of transact().
  virtual void compact() = 0;

  // Records: what belongs to no request. Null when there is none; a null value takes one away.
  virtual text::JsonValue record(std::string_view kind, std::string_view name) = 0;
  // Of a kind by name; of every kind ("") by kind and name.
  virtual void each_record(std::string_view kind, const std::function<void(const Record&)>& visit) = 0;
  virtual void put_record(const Record& record) = 0;
  virtual void append(const RecordEvent& event) = 0;  // with the id that it has, if any
  virtual void rewrite(const RecordEvent& event) = 0;
  virtual std::vector<RecordEvent> record_events_of_command(std::int64_t command) = 0;
  // Of a kind and a name, "" for all; oldest first.
  virtual void each_record_event(std::string_view kind, std::string_view name,
                                 const std::function<void(const RecordEvent&)>& visit) = 0;

  // Requests that match, in order. Deleted ones never match.
  virtual void each_request(const Selection& selection, const std::function<void(const Request&)>& visit) = 0;
  virtual std::vector<std::int64_t> find(const Selection& selection) = 0;
  virtual std::int64_t count(const Expr& where) = 0;
  // Of the requests that match `where`, how many match each of `parts`, in one pass.
  virtual std::vector<std::int64_t> counts(const Expr& where, const std::vector<Expr>& parts) = 0;
  // Those that share most with the title and body of a request, by their ten rarest terms, most alike first.
  // Terms that more than 2,000 requests hold tell nothing.
  virtual std::vector<SimilarRequest> similar(const Request& to, std::int64_t limit) = 0;
  // Distinct values in use, most frequent first: for completion.
  virtual std::vector<std::string> values_in_use(QueryField field, std::int64_t limit) = 0;

  // Commands and events.
  virtual std::int64_t begin_command(const CommandRow& command) = 0;  // gives its id
  virtual void mark_undone(std::int64_t command, bool is_undone) = 0;
  virtual std::optional<CommandRow> command(std::int64_t id) = 0;
  // The last command of `actor` that stands and is neither undo, purge nor flush (what was sent is sent); the earliest
  // undone one after it.
  virtual std::optional<CommandRow> last_standing(std::string_view actor) = 0;
  virtual std::optional<CommandRow> next_redoable(std::string_view actor) = 0;
  virtual std::int64_t append(const Event& event) = 0;  // gives its id
  // In order. The events of commands never interleave, because each command is one transaction.
  virtual std::vector<Event> events_of_command(std::int64_t command) = 0;
  // Of one request, oldest first; with `after`, only those with a greater id.
  virtual std::vector<Event> events_of_request(std::int64_t number, std::int64_t after_id = 0) = 0;
  // Newest first, of requests that match, until `visit` returns false.
  virtual void each_event(const Expr& where, const std::function<bool(const Event&)>& visit) = 0;
  // The clock-bearing columns of every event at or before `as_of` of requests that exist then, by request then id; with
  // `later_marks`, of later events that have any of these marks too.
  virtual void each_life(Instant as_of, const std::function<void(const LifeRow&)>& visit,
                         std::int64_t later_marks = 0) = 0;
  // As each_life(), but may leave out requests all of whose events come before `from`, which is not after `as_of`, or
  // not before `to`; gives how many of those that it left out were unresolved at `from`.
  virtual std::int64_t each_life_within(Instant from, Instant to, Instant as_of,
                                        const std::function<void(const LifeRow&)>& visit,
                                        std::int64_t later_marks = 0) = 0;
  // Brings the sums up to date, or makes them anew, by which each_life_within() knows what to leave out: it is right
  // without them, but slower. Inside transact().
  virtual void sum_up_all() = 0;
  virtual void sum_up_anew() = 0;
  // The first request of each run whose sum is not what its events say.
  virtual std::vector<std::int64_t> missummed() = 0;
  // The events at or before `as_of` of some requests alone, in the order of `numbers`.
  virtual void each_life_of(const std::vector<std::int64_t>& numbers, Instant as_of,
                            const std::function<void(const LifeRow&)>& visit) = 0;
  // The ids and actors of events with any of these marks, in the order of their ids.
  virtual void each_actor(std::int64_t marks,
                          const std::function<void(std::int64_t event, std::string_view actor)>& visit) = 0;
  // Numbers of requests that any event after `as_of` touched.
  virtual std::vector<std::int64_t> touched_after(Instant as_of) = 0;

  // The whole of it in order, for checks, export and import.
  // The least number above `number` of a request, or of an event; with `from_command`, of an event of that command or a
  // later one.
  virtual std::optional<std::int64_t> number_after(std::int64_t number, std::int64_t from_command = 0) = 0;
  virtual std::optional<std::int64_t> first_command_after(Instant at) = 0;
  virtual void each_command(std::int64_t from, const std::function<void(const CommandRow&)>& visit) = 0;
  virtual std::vector<std::int64_t> undone_commands() = 0;
  // Commands whose mark of being taken back is not what the undos and redos of them say.
  virtual std::vector<std::int64_t> mismarked_commands() = 0;
  // The first event that belongs to an earlier command than the event before it: commands never interleave.
  virtual std::optional<std::int64_t> misplaced_event() = 0;
  virtual SideRows side_rows(const Request& request) = 0;
  // Requests that are found by labels which their rows do not have.
  virtual std::vector<std::int64_t> stray_labels() = 0;
  // Requests that the index of words does not find by just the words of their stored texts, least first; numbers that
  // are in the index alone included. Takes time linear in all the text. Error(bad_data) for an index that is damaged.
  virtual std::vector<std::int64_t> misindexed() = 0;
  // Makes that index anew from the stored texts.
  virtual void reindex() = 0;
  // Both with the id they have.
  virtual void put_command(const CommandRow& command) = 0;
  virtual void put_event(const Event& event) = 0;
  // An attachment that was taken away, so that its number is not given out again.
  virtual void put_removed(std::int64_t number, const Attachment& attachment) = 0;
  // Takes the key away, so that another request may be given it by rebuild().
  virtual void free_key(std::int64_t number) = 0;
  // Writes a request with its comments and all that stands beside it, whatever was there; its labels are found anew
  // only when `has_labels` is false, which takes a look at all of them.
  virtual void rebuild(const Request& request, const std::vector<Attachment>& removed, bool has_labels) = 0;

  // The bytes of attachments, in pieces under the hash of the whole.
  virtual bool has_content(std::string_view hash) = 0;
  virtual void put_chunk(std::string_view hash, std::int64_t number, std::string_view bytes) = 0;
  virtual void each_chunk(std::string_view hash, const std::function<void(std::string_view bytes)>& visit) = 0;
  // One piece; "" when there is none.
  virtual std::string chunk(std::string_view hash, std::int64_t number) = 0;
  virtual std::vector<std::string> content_hashes() = 0;
  // Takes away the bytes under a hash, but for those of an attachment.
  virtual void drop_content(std::string_view hash) = 0;

  virtual StoreFacts facts(bool is_full) = 0;

  // Both outside of read() and transact(). Copies everything, as one snapshot, into an existing, empty file, and checks
  // the copy: Error(bad_data) when it is damaged, Error(not_found) without a database.
  virtual void back_up(const std::string& file) = 0;
  // Replaces everything by what is in another database, as one change. Error(bad_data) when that is damaged, not
  // behest's or newer, and then nothing has changed. One of an older behest is brought up to date after it, as any
  // database is by the next change.
  virtual void restore(const std::string& file) = 0;
};

}  // namespace behest
