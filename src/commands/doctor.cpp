#include "commands/diagnosis.hpp"
#include "commands/registry.hpp"

namespace behest::commands {
namespace {

struct Options {
  bool is_full = false;
  bool is_repair = false;
};

void declare(Args& args, Options& options) {
  args.flag("--full", options.is_full, "also replay every event and compare what it makes with what is stored");
  args.flag("--repair", options.is_repair, "as --full, and rebuild what is not as the events say");
}

Diagnosis look(Env& env, const Options& options) {
  Diagnosis diagnosis;
  diagnosis.is_full = options.is_full || options.is_repair;
  const ops::Tell tell = [&](const ops::Finding& finding) { diagnosis.findings.add(finding); };
  if (!options.is_repair) {
    env.store->read([&] {
      diagnosis.facts = env.store->facts(diagnosis.is_full);
      if (diagnosis.is_full && diagnosis.facts.problems.empty()) ops::check_all(*env.store, tell);
    });
    return diagnosis;
  }
  env.lend(Store::open_write(env.store_options));
  env.store->transact([&] {
    diagnosis.findings = {};
    diagnosis.facts = env.store->facts(true);
    if (!diagnosis.facts.problems.empty()) return false;
    ops::repair_all(*env.store, tell);
    diagnosis.is_repaired = diagnosis.findings.all > diagnosis.findings.beyond_repair && !env.globals.dry_run;
    return diagnosis.is_repaired;
  });
  return diagnosis;
}

// Error(bad_data) for what is wrong and not repaired.
void judge(const Diagnosis& diagnosis) {
  if (!diagnosis.facts.problems.empty()) {
    throw Error{ErrorKind::bad_data, "the database is damaged: " + diagnosis.facts.problems.front(),
                "keep the file, and take up again from a backup: 'behest restore FILE'"};
  }
  const Findings& findings = diagnosis.findings;
  const std::int64_t left = diagnosis.is_repaired ? findings.beyond_repair : findings.all;
  if (left == 0) return;
  throw Error{ErrorKind::bad_data,
              std::to_string(left) + (left == 1 ? " thing is" : " things are") + " not as the events say",
              findings.all > findings.beyond_repair && !diagnosis.is_repaired
                  ? "'behest doctor --repair' rebuilds what the events make"
                  : "the events themselves are damaged: take up again from a backup with 'behest restore FILE'"};
}

void run(Env& env, const Options& options) {
  const bool exists = !env.store->is_empty_stand_in();
  Diagnosis diagnosis = look(env, exists ? options : Options{options.is_full || options.is_repair, false});
  StoreFacts& facts = diagnosis.facts;
  facts.path = env.store_options.path;
  if (exists && facts.file_mode.size() == 4 && facts.file_mode.substr(2) != "00") {
    env.note("behest: warning: others can read " + facts.path + " (mode " + facts.file_mode +
             "); 'chmod 600' keeps it to you");
  }
  print_diagnosis(env, diagnosis, exists);
  try {
    judge(diagnosis);
  } catch (const Error&) {
    // What was found is the answer, whatever follows from it.
    env.lend(nullptr);
    env.spool.release(env.streams);
    throw;
  }
}

constexpr Example k_examples[] = {
    {"Is the database sound, and how is it kept?", "behest doctor"},
    {"Replay every event, from cron", "behest doctor --full --json"},
};

}  // namespace

constinit const Command k_doctor{
    "doctor",
    "check the database and tell how it is kept",
    "data",
    Needs::store_read,
    "Runs the engine's quick check and prints the versions, the place and mode of the file, its journal mode and why "
    "that one is used. Exit code 65 when something is damaged.\n\n"
    "`--full` runs the whole integrity check and that of references, replays every event and names each field whose "
    "stored value is not what its events make, hashes every attachment, and compares the index of words with the "
    "texts. `--repair` rebuilds those fields from the events, and the index from the texts, all in one change, and "
    "says which; with `-n` it only says so.",
    k_examples,
    bind<Options, declare, run>,
};

}  // namespace behest::commands
