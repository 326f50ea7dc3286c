#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "behest/command.hpp"
#include "cli/parse.hpp"
#include "ops/verbs.hpp"
#include "run_world.hpp"
#include "store/sql_store.hpp"

namespace behest::plan_test {

// A statement that a command ran, and how the engine goes about it: its EXPLAIN QUERY PLAN, a line a step.
struct Statement {
  std::string sql;
  std::vector<std::string> plan;
};

// Passes everything on, and keeps each statement that reads.
class SpySession final : public store::Session {
 public:
  SpySession(std::unique_ptr<store::Session> real, std::vector<Statement>& kept)
      : real_(std::move(real)), kept_(kept) {}

  void run(std::string_view sql, std::span<const store::Param> params,
           const std::function<bool(const store::Row&)>& visit) override {
    keep(sql, params);
    real_->run(sql, params, visit);
  }
  std::int64_t post(std::string_view sql, std::span<const store::Param> params) override {
    return real_->post(sql, params);
  }
  std::int64_t add(std::string_view sql, std::span<const store::Param> params) override {
    return real_->add(sql, params);
  }
  void transact(const std::function<bool()>& work) override { real_->transact(work); }
  void snapshot(const std::function<void()>& work) override { real_->snapshot(work); }
  void compact() override { real_->compact(); }
  void each_indexed(const std::function<void(std::int64_t row, std::string_view column, std::int64_t place,
                                             std::string_view term)>& visit) override {
    real_->each_indexed(visit);
  }
  const store::Dialect& dialect() const override { return real_->dialect(); }
  bool is_stand_in() const override { return real_->is_stand_in(); }
  void back_up(const std::string& file) override { real_->back_up(file); }
  void restore(const std::string& file) override { real_->restore(file); }
  void describe(StoreFacts& facts, bool is_full) override { real_->describe(facts, is_full); }

 private:
  void keep(std::string_view sql, std::span<const store::Param> params) {
    if (!sql.starts_with("SELECT")) return;
    Statement statement{std::string(sql), {}};
    real_->run("EXPLAIN QUERY PLAN " + statement.sql, params, [&](const store::Row& row) {
      statement.plan.emplace_back(row.text(3));
      return true;
    });
    kept_.push_back(std::move(statement));
  }

  std::unique_ptr<store::Session> real_;
  std::vector<Statement>& kept_;
};

// A desk in memory on which commands run as from the command line, and every statement that reads is kept.
class SpiedDesk {
 public:
  SpiedDesk()
      : store_(
            std::make_unique<SpySession>(store::open_sqlite({.path = ":memory:"}, store::Access::write), statements)) {
    for (const std::string key : {"K1", "K2", "K3"}) {
      store_.transact([&] {
        ops::Work work(store_, loaded_.config, {"alice", "login"}, k_now, "submit");
        ops::Setters values;
        values.title = "printer 打印机 " + key;
        values.key = key;
        values.labels = {"av"};
        ops::submit(work, values);
        return true;
      });
    }
  }

  // What the command prints; Error as it throws it.
  std::string run(const std::vector<std::string>& words) {
    const Command* command = find_command(words.front());
    REQUIRE(command != nullptr);
    run_test::FakeStreams streams;
    streams.is_tty = is_tty;
    Spool spool;
    Env env(streams, spool, loaded_);
    env.now = k_now;
    env.actor = {"alice", "login"};
    env.find_zone = [] { return Zone(); };
    env.store = &store_;
    const auto bound = command->bind();
    Args own;
    bound->declare(own);
    Args globals;
    declare_globals(globals, env.globals);
    parse_words({words.begin() + 1, words.end()}, own, globals, command->name);
    bound->run(env);
    spool.release(streams);
    return streams.output;
  }

  // Of the user's configuration.
  void add_view(ViewConfig view) { loaded_.config.views.push_back(std::move(view)); }

  std::vector<Statement> statements;
  bool is_tty = false;

 private:
  static constexpr Instant k_now{1'795'435'200'000};

  LoadedConfig loaded_;
  store::SqlStore store_;
};

}  // namespace behest::plan_test
