// How to add a command:
// 1. Write src/commands/VERB.cpp: an Options struct, declare(Args&, Options&), run(Env&, const Options&), its examples,
//    and one `constinit const Command k_VERB{…, bind<Options, declare, run>}`. Copy a short one, such as resume.cpp.
// 2. Name it in registry.hpp and, in its place in the alphabet, in the table below.
// 3. Write its transcript in tests/cli/VERB.t, and run `sh tests/run.sh --update` to fill in what it prints and to make
//    the manual pages and completions again.
#include "commands/registry.hpp"

#include <algorithm>
#include <array>

namespace behest {
namespace {

constexpr std::array k_groups = {
    CommandGroup{"start", "Start"},   CommandGroup{"capture", "Capture"},         CommandGroup{"find", "Find"},
    CommandGroup{"triage", "Triage"}, CommandGroup{"life", "Life of a request"},  CommandGroup{"promise", "Promises"},
    CommandGroup{"plan", "Plan"},     CommandGroup{"learn", "Learn and improve"}, CommandGroup{"people", "People"},
    CommandGroup{"data", "Data"},
};

constexpr std::array k_commands = {
    &commands::k_agent,      &commands::k_assign, &commands::k_attach,  &commands::k_backup,     &commands::k_batch,
    &commands::k_calendar,   &commands::k_close,  &commands::k_comment, &commands::k_completion, &commands::k_config,
    &commands::k_contact,    &commands::k_cost,   &commands::k_delete,  &commands::k_doctor,     &commands::k_edit,
    &commands::k_export,     &commands::k_help,   &commands::k_hook,    &commands::k_import,     &commands::k_inbox,
    &commands::k_init,       &commands::k_kb,     &commands::k_learn,   &commands::k_link,       &commands::k_list,
    &commands::k_log,        &commands::k_mail,   &commands::k_merge,   &commands::k_next,       &commands::k_plan,
    &commands::k_prioritize, &commands::k_rate,   &commands::k_recur,   &commands::k_reopen,     &commands::k_report,
    &commands::k_restore,    &commands::k_resume, &commands::k_review,  &commands::k_rule,       &commands::k_show,
    &commands::k_sla,        &commands::k_split,  &commands::k_status,  &commands::k_submit,     &commands::k_suggest,
    &commands::k_tick,       &commands::k_time,   &commands::k_undo,    &commands::k_version,    &commands::k_view,
    &commands::k_wait,       &commands::k_watch,
};

}  // namespace

std::span<const CommandGroup> command_groups() { return k_groups; }

std::span<const Command* const> all_commands() { return k_commands; }

const Command* find_command(std::string_view name) {
  const auto found =
      std::ranges::lower_bound(k_commands, name, {}, [](const Command* command) { return command->name; });
  return found != k_commands.end() && (*found)->name == name ? *found : nullptr;
}

}  // namespace behest
