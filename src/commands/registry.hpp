#pragma once
#include "behest/command.hpp"

namespace behest::commands {

extern const Command k_agent;
extern const Command k_assign;
extern const Command k_attach;
extern const Command k_backup;
extern const Command k_batch;
extern const Command k_calendar;
extern const Command k_close;
extern const Command k_comment;
extern const Command k_completion;
extern const Command k_config;
extern const Command k_contact;
extern const Command k_cost;
extern const Command k_delete;
extern const Command k_doctor;
extern const Command k_edit;
extern const Command k_export;
extern const Command k_help;
extern const Command k_hook;
extern const Command k_import;
extern const Command k_inbox;
extern const Command k_init;
extern const Command k_learn;
extern const Command k_kb;
extern const Command k_link;
extern const Command k_list;
extern const Command k_log;
extern const Command k_mail;
extern const Command k_merge;
extern const Command k_next;
extern const Command k_plan;
extern const Command k_prioritize;
extern const Command k_rate;
extern const Command k_recur;
extern const Command k_reopen;
extern const Command k_report;
extern const Command k_restore;
extern const Command k_resume;
extern const Command k_rule;
extern const Command k_review;
extern const Command k_show;
extern const Command k_sla;
extern const Command k_split;
extern const Command k_status;
extern const Command k_submit;
extern const Command k_suggest;
extern const Command k_tick;
extern const Command k_time;
extern const Command k_undo;
extern const Command k_version;
extern const Command k_view;
extern const Command k_wait;
extern const Command k_watch;

}  // namespace behest::commands
