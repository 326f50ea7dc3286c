# bash completion for behest; made by 'behest completion bash'.
# shellcheck shell=bash

# Offers each VALUE that begins with what is typed, quoted so that the shell takes it as plain text.
_behest_offer() {
  local value quoted typed whole
  for value in "$@"; do
    printf -v quoted %q "$value"
    typed=$current
    if [[ $current == [\'\"]* ]]; then
      # Inside quotes only a value that needs no quoting is the same text.
      [[ $quoted == "$value" ]] || continue
      typed=${current#?}
      [[ $value == "$typed"* ]] && COMPREPLY+=("$value")
      continue
    fi
    [[ $value == "$typed"* || $quoted == "$typed"* ]] || continue
    # Readline replaces only what follows the last word break (such as = or :).
    whole=${word%"$current"}$quoted
    COMPREPLY+=("${whole#"$before"}")
  done
}

# Offers what behest prints for KIND: a value, a TAB and a description a line.
_behest_dynamic() {
  local value rest
  while IFS=$'\t' read -r value rest || [[ -n $value ]]; do
    [[ -n $value ]] && _behest_offer "$value"
  done < <(command behest completion words "$1" 2>/dev/null </dev/null)
}

# Offers the values of the place that 'kinds' and 'values' describe.
_behest_offer_kinds() {
  local kind
  for kind in "${kinds[@]}"; do
    case $kind in
      words) _behest_offer "${values[@]}" ;;
      file) compopt -o default 2>/dev/null ;;
      folder) compopt -o dirnames 2>/dev/null ;;
      command) _behest_offer_commands ;;
      none) ;;
      *) _behest_dynamic "$kind" ;;
    esac
  done
}

# Says what the value of OPTION of VERB is; fails when it takes none.
_behest_option() {
  case "$1 $2" in
    'agent'' --until') kinds=(none) ;;
    'agent'' --cover') kinds=('person') ;;
    'assign'' -w' | 'assign'' --where') kinds=('query-field') ;;
    'assign'' -m' | 'assign'' --message') kinds=(none) ;;
    'assign'' --if-version') kinds=(none) ;;
    'assign'' -a' | 'assign'' --assignee') kinds=('person') ;;
    'assign'' --team') kinds=('team') ;;
    'assign'' --auto') kinds=(words) values=('least-loaded' 'round-robin' 'skills') ;;
    'assign'' --skill') kinds=(none) ;;
    'attach'' --name') kinds=(none) ;;
    'attach'' --mime') kinds=(none) ;;
    'attach'' -o' | 'attach'' --output') kinds=(file) ;;
    'calendar'' --calendar') kinds=(none) ;;
    'calendar'' --zone') kinds=(none) ;;
    'calendar'' --week') kinds=(none) ;;
    'calendar'' --holiday') kinds=(none) ;;
    'calendar'' --override') kinds=(none) ;;
    'calendar'' --break') kinds=(none) ;;
    'close'' -w' | 'close'' --where') kinds=('query-field') ;;
    'close'' -m' | 'close'' --message') kinds=(none) ;;
    'close'' --if-version') kinds=(none) ;;
    'close'' --as') kinds=(words) values=('done' 'answered' 'declined' 'duplicate' 'withdrawn' 'spam') ;;
    'close'' --of') kinds=('id') ;;
    'comment'' -w' | 'comment'' --where') kinds=('query-field') ;;
    'comment'' -m' | 'comment'' --message') kinds=(none) ;;
    'comment'' -b' | 'comment'' --body') kinds=(none) ;;
    'comment'' -F' | 'comment'' --file') kinds=(file) ;;
    'comment'' --template') kinds=(none) ;;
    'comment'' --via') kinds=(none) ;;
    'comment'' --attendee') kinds=('person') ;;
    'comment'' --attach') kinds=(file) ;;
    'comment'' --if-version') kinds=(none) ;;
    'contact'' --name') kinds=(none) ;;
    'contact'' --email') kinds=(none) ;;
    'contact'' --organisation') kinds=(none) ;;
    'contact'' --external-id') kinds=(none) ;;
    'contact'' --phone') kinds=(none) ;;
    'contact'' --note') kinds=(none) ;;
    'contact'' --over') kinds=(none) ;;
    'cost'' --on') kinds=(none) ;;
    'cost'' --from') kinds=(none) ;;
    'cost'' --to') kinds=(none) ;;
    'cost'' -w' | 'cost'' --where') kinds=('query-field') ;;
    'cost'' --kind') kinds=(none) ;;
    'cost'' -m' | 'cost'' --message') kinds=(none) ;;
    'delete'' -w' | 'delete'' --where') kinds=('query-field') ;;
    'edit'' -w' | 'edit'' --where') kinds=('query-field') ;;
    'edit'' -m' | 'edit'' --message') kinds=(none) ;;
    'edit'' --if-version') kinds=(none) ;;
    'edit'' --title') kinds=(none) ;;
    'edit'' -b' | 'edit'' --body') kinds=(none) ;;
    'edit'' -F' | 'edit'' --file') kinds=(file) ;;
    'edit'' -c' | 'edit'' --category') kinds=('category') ;;
    'edit'' -t' | 'edit'' --type') kinds=(none) ;;
    'edit'' -p' | 'edit'' --priority') kinds=(words) values=('P1' 'P2' 'P3' 'P4' 'P5') ;;
    'edit'' --impact') kinds=(none) ;;
    'edit'' --urgency') kinds=(none) ;;
    'edit'' -r' | 'edit'' --requester') kinds=('person') ;;
    'edit'' --via') kinds=(none) ;;
    'edit'' -a' | 'edit'' --assignee') kinds=('person') ;;
    'edit'' --team') kinds=('team') ;;
    'edit'' -l' | 'edit'' --label') kinds=('label') ;;
    'edit'' --due') kinds=(none) ;;
    'edit'' --estimate') kinds=(none) ;;
    'edit'' --start') kinds=(none) ;;
    'edit'' --book') kinds=(none) ;;
    'edit'' --field') kinds=('field') ;;
    'edit'' --key') kinds=(none) ;;
    'edit'' --clear') kinds=(none) ;;
    'export'' --since') kinds=(none) ;;
    'export'' -o' | 'export'' --output') kinds=(file) ;;
    'import'' --format') kinds=(words) values=('csv' 'ops' 'behest' 'mbox' 'taskwarrior' 'gh') ;;
    'import'' --map') kinds=(file) ;;
    'kb'' --title') kinds=(none) ;;
    'kb'' -b' | 'kb'' --body') kinds=(none) ;;
    'kb'' -F' | 'kb'' --file') kinds=(file) ;;
    'kb'' -c' | 'kb'' --category') kinds=('category') ;;
    'kb'' --owner') kinds=('person') ;;
    'kb'' --review') kinds=(none) ;;
    'kb'' -s' | 'kb'' --state') kinds=(none) ;;
    'kb'' -r' | 'kb'' --requester') kinds=('person') ;;
    'kb'' --version') kinds=(none) ;;
    'kb'' -L' | 'kb'' --limit') kinds=(none) ;;
    'learn'' --field') kinds=(words) values=('category' 'team' 'assignee' 'type') ;;
    'learn'' --holdout') kinds=(none) ;;
    'learn'' --by') kinds=(words) values=('time') ;;
    'link'' --type') kinds=(words) values=('FS' 'SS' 'FF' 'SF') ;;
    'link'' --lag') kinds=(none) ;;
    'list'' -w' | 'list'' --where') kinds=('query-field') ;;
    'list'' -s' | 'list'' --state') kinds=(words) values=('new' 'open' 'pending' 'hold' 'closed') ;;
    'list'' --sort') kinds=('query-field') ;;
    'list'' --columns') kinds=(none) ;;
    'list'' -L' | 'list'' --limit') kinds=(none) ;;
    'list'' --as') kinds=(words) values=('table' 'board') ;;
    'list'' --group-by') kinds=('query-field') ;;
    'list'' --template') kinds=(none) ;;
    'log'' -w' | 'log'' --where') kinds=('query-field') ;;
    'log'' -L' | 'log'' --limit') kinds=(none) ;;
    'merge'' -w' | 'merge'' --where') kinds=('query-field') ;;
    'merge'' -m' | 'merge'' --message') kinds=(none) ;;
    'merge'' --if-version') kinds=(none) ;;
    'merge'' --into') kinds=('id') ;;
    'next'' -L' | 'next'' --limit') kinds=(none) ;;
    'plan'' --as') kinds=(words) values=('table' 'gantt' 'pert' 'mermaid' 'ics' 'html' 'json') ;;
    'plan'' --from') kinds=(none) ;;
    'plan'' --calendar') kinds=(none) ;;
    'plan'' --due') kinds=(none) ;;
    'prioritize'' -w' | 'prioritize'' --where') kinds=('query-field') ;;
    'prioritize'' -m' | 'prioritize'' --message') kinds=(none) ;;
    'prioritize'' --if-version') kinds=(none) ;;
    'prioritize'' -p' | 'prioritize'' --priority') kinds=(words) values=('P1' 'P2' 'P3' 'P4' 'P5') ;;
    'prioritize'' --impact') kinds=(none) ;;
    'prioritize'' --urgency') kinds=(none) ;;
    'prioritize'' --vote') kinds=('person') ;;
    'prioritize'' --unvote') kinds=('person') ;;
    'rate'' -m' | 'rate'' --message') kinds=(none) ;;
    'rate'' --by') kinds=('person') ;;
    'recur'' --rule') kinds=(none) ;;
    'recur'' --start') kinds=(none) ;;
    'recur'' --zone') kinds=(none) ;;
    'recur'' --calendar') kinds=(none) ;;
    'recur'' --template') kinds=(none) ;;
    'recur'' -L' | 'recur'' --limit') kinds=(none) ;;
    'recur'' --title') kinds=(none) ;;
    'recur'' --clear') kinds=(none) ;;
    'recur'' -b' | 'recur'' --body') kinds=(none) ;;
    'recur'' -F' | 'recur'' --file') kinds=(file) ;;
    'recur'' -c' | 'recur'' --category') kinds=('category') ;;
    'recur'' -t' | 'recur'' --type') kinds=(none) ;;
    'recur'' -p' | 'recur'' --priority') kinds=(words) values=('P1' 'P2' 'P3' 'P4' 'P5') ;;
    'recur'' --impact') kinds=(none) ;;
    'recur'' --urgency') kinds=(none) ;;
    'recur'' -r' | 'recur'' --requester') kinds=('person') ;;
    'recur'' --via') kinds=(none) ;;
    'recur'' -a' | 'recur'' --assignee') kinds=('person') ;;
    'recur'' --team') kinds=('team') ;;
    'recur'' -l' | 'recur'' --label') kinds=('label') ;;
    'recur'' --due') kinds=(none) ;;
    'recur'' --estimate') kinds=(none) ;;
    'recur'' --plan-start') kinds=(none) ;;
    'recur'' --book') kinds=(none) ;;
    'recur'' --field') kinds=('field') ;;
    'recur'' --key') kinds=(none) ;;
    'reopen'' -w' | 'reopen'' --where') kinds=('query-field') ;;
    'reopen'' -m' | 'reopen'' --message') kinds=(none) ;;
    'reopen'' --if-version') kinds=(none) ;;
    'report'' --from') kinds=(none) ;;
    'report'' --to') kinds=(none) ;;
    'report'' --as-of') kinds=(none) ;;
    'report'' -w' | 'report'' --where') kinds=('query-field') ;;
    'report'' --by') kinds=(none) ;;
    'report'' --team') kinds=('team') ;;
    'report'' --size') kinds=(none) ;;
    'report'' --compare') kinds=(none) ;;
    'report'' --per') kinds=(words) values=('closed' 'created') ;;
    'resume'' -w' | 'resume'' --where') kinds=('query-field') ;;
    'resume'' -m' | 'resume'' --message') kinds=(none) ;;
    'resume'' --if-version') kinds=(none) ;;
    'review'' --item') kinds=(none) ;;
    'review'' --card') kinds=(none) ;;
    'review'' -m' | 'review'' --message') kinds=(none) ;;
    'review'' --size') kinds=(none) ;;
    'review'' --from') kinds=(none) ;;
    'review'' --to') kinds=(none) ;;
    'review'' -a' | 'review'' --assignee') kinds=('person') ;;
    'rule'' -w' | 'rule'' --where') kinds=('query-field') ;;
    'rule'' --on') kinds=(words) values=('submit' 'change' 'tick') ;;
    'show'' -w' | 'show'' --where') kinds=('query-field') ;;
    'show'' --template') kinds=(none) ;;
    'sla'' --as-of') kinds=(none) ;;
    'sla'' -w' | 'sla'' --where') kinds=('query-field') ;;
    'sla'' --within') kinds=(none) ;;
    'sla'' --sla') kinds=(none) ;;
    'sla'' --respond') kinds=(none) ;;
    'sla'' --update') kinds=(none) ;;
    'sla'' --resolve') kinds=(none) ;;
    'sla'' --calendar') kinds=(none) ;;
    'sla'' --from') kinds=(none) ;;
    'sla'' --to') kinds=(none) ;;
    'split'' -b' | 'split'' --body') kinds=(none) ;;
    'split'' -F' | 'split'' --file') kinds=(file) ;;
    'split'' -c' | 'split'' --category') kinds=('category') ;;
    'split'' -t' | 'split'' --type') kinds=(none) ;;
    'split'' -p' | 'split'' --priority') kinds=(words) values=('P1' 'P2' 'P3' 'P4' 'P5') ;;
    'split'' --impact') kinds=(none) ;;
    'split'' --urgency') kinds=(none) ;;
    'split'' -r' | 'split'' --requester') kinds=('person') ;;
    'split'' --via') kinds=(none) ;;
    'split'' -a' | 'split'' --assignee') kinds=('person') ;;
    'split'' --team') kinds=('team') ;;
    'split'' -l' | 'split'' --label') kinds=('label') ;;
    'split'' --due') kinds=(none) ;;
    'split'' --estimate') kinds=(none) ;;
    'split'' --start') kinds=(none) ;;
    'split'' --book') kinds=(none) ;;
    'split'' --field') kinds=('field') ;;
    'split'' --key') kinds=(none) ;;
    'split'' --comment') kinds=(none) ;;
    'submit'' -b' | 'submit'' --body') kinds=(none) ;;
    'submit'' -F' | 'submit'' --file') kinds=(file) ;;
    'submit'' -c' | 'submit'' --category') kinds=('category') ;;
    'submit'' -t' | 'submit'' --type') kinds=(none) ;;
    'submit'' -p' | 'submit'' --priority') kinds=(words) values=('P1' 'P2' 'P3' 'P4' 'P5') ;;
    'submit'' --impact') kinds=(none) ;;
    'submit'' --urgency') kinds=(none) ;;
    'submit'' -r' | 'submit'' --requester') kinds=('person') ;;
    'submit'' --via') kinds=(none) ;;
    'submit'' -a' | 'submit'' --assignee') kinds=('person') ;;
    'submit'' --team') kinds=('team') ;;
    'submit'' -l' | 'submit'' --label') kinds=('label') ;;
    'submit'' --due') kinds=(none) ;;
    'submit'' --estimate') kinds=(none) ;;
    'submit'' --start') kinds=(none) ;;
    'submit'' --book') kinds=(none) ;;
    'submit'' --field') kinds=('field') ;;
    'submit'' --key') kinds=(none) ;;
    'submit'' -m' | 'submit'' --message') kinds=(none) ;;
    'submit'' --template') kinds=(none) ;;
    'submit'' --attach') kinds=(file) ;;
    'suggest'' -b' | 'suggest'' --body') kinds=(none) ;;
    'suggest'' --field') kinds=(words) values=('category' 'team' 'assignee' 'type') ;;
    'suggest'' --jsonl') kinds=(file) ;;
    'time'' --from') kinds=(none) ;;
    'time'' --to') kinds=(none) ;;
    'time'' --agent') kinds=('person') ;;
    'time'' --kind') kinds=(none) ;;
    'time'' --billable') kinds=(words) values=('yes' 'no') ;;
    'time'' -m' | 'time'' --message') kinds=(none) ;;
    'view'' --columns') kinds=(none) ;;
    'view'' --sort') kinds=('query-field') ;;
    'wait'' -w' | 'wait'' --where') kinds=('query-field') ;;
    'wait'' -m' | 'wait'' --message') kinds=(none) ;;
    'wait'' --if-version') kinds=(none) ;;
    'wait'' --on') kinds=('person') ;;
    'wait'' --until') kinds=(none) ;;
    'watch'' -w' | 'watch'' --where') kinds=('query-field') ;;
    *' --db') kinds=(file) ;;
    *' --config') kinds=(file) ;;
    *' -C' | *' --directory') kinds=(folder) ;;
    *' --user') kinds=('person') ;;
    *' --format') kinds=(words) values=('table' 'tsv' 'csv' 'json' 'jsonl' 'md' 'html' 'ids') ;;
    *' --fields') kinds=(none) ;;
    *' --color') kinds=(words) values=('auto' 'always' 'never') ;;
    *) return 1 ;;
  esac
}

# Says what word number PLACE (from 0) behind VERB is; fails when nothing goes there.
_behest_place() {
  case "$1 $2" in
    'agent 0') kinds=(words) values=('list' 'away' 'back') ;;
    'agent 1') kinds=('person') ;;
    'assign '*) kinds=('id') ;;
    'attach 0') kinds=(words) values=('add' 'list' 'get' 'rm') ;;
    'attach 1') kinds=('id') ;;
    'attach '*) kinds=(file) ;;
    'backup 0') kinds=(file) ;;
    'batch 0') kinds=(file) ;;
    'calendar 0') kinds=(words) values=('list' 'show' 'between' 'add' 'open' 'next' 'prev' 'import') ;;
    'calendar '*) kinds=(file) ;;
    'close '*) kinds=('id') ;;
    'comment '*) kinds=('id') ;;
    'completion 0') kinds=(words) values=('bash' 'zsh' 'fish' 'words') ;;
    'completion 1') kinds=(none) ;;
    'config 0') kinds=(words) values=('list' 'get' 'set' 'check' 'path') ;;
    'config 1') kinds=('config-key') ;;
    'config 2') kinds=(none) ;;
    'contact 0') kinds=(words) values=('add' 'list' 'show' 'edit' 'merge' 'due' 'erase') ;;
    'contact '*) kinds=('person') ;;
    'cost 0') kinds=(words) values=('add' 'list' 'rm' 'budget') ;;
    'cost '*) kinds=('id') ;;
    'delete '*) kinds=('id') ;;
    'edit '*) kinds=('id') ;;
    'help 0') kinds=(command) ;;
    'hook 0') kinds=(words) values=('list' 'test') ;;
    'hook 1') kinds=(none) ;;
    'hook 2') kinds=('id') ;;
    'import 0') kinds=(file) ;;
    'kb 0') kinds=(words) values=('add' 'edit' 'show' 'list' 'search' 'link' 'from' 'vote' 'due' 'rm' 'log' 'deflect') ;;
    'kb '*) kinds=(none) ;;
    'link '*) kinds=('id') ;;
    'list '*) kinds=('query-field') ;;
    'log '*) kinds=('id') ;;
    'mail 0') kinds=(words) values=('ingest' 'list' 'show' 'flush') ;;
    'mail '*) kinds=(file) ;;
    'merge '*) kinds=('id') ;;
    'next '*) kinds=('query-field') ;;
    'plan 0') kinds=(words) values=('show' 'check' 'what-if') ;;
    'plan '*) kinds=('query-field') ;;
    'prioritize '*) kinds=('id') ;;
    'rate 0') kinds=('id') ;;
    'rate 1') kinds=(none) ;;
    'recur 0') kinds=(words) values=('add' 'list' 'edit' 'rm' 'preview' 'run') ;;
    'recur 1') kinds=(none) ;;
    'reopen '*) kinds=('id') ;;
    'report 0') kinds=(words) values=('ageing' 'agents' 'backlog' 'channels' 'cost' 'csat' 'explain' 'fcr' 'flow' 'gaps' 'kpi' 'minutes' 'quality' 'routing' 'sla' 'time' 'trend' 'workload') ;;
    'report 1') kinds=(none) ;;
    'restore 0') kinds=(file) ;;
    'resume '*) kinds=('id') ;;
    'review 0') kinds=(words) values=('sample' 'score' 'list') ;;
    'review '*) kinds=('id') ;;
    'rule 0') kinds=(words) values=('list' 'check' 'test' 'why' 'run') ;;
    'rule 1') kinds=('id') ;;
    'show '*) kinds=('id') ;;
    'sla 0') kinds=(words) values=('list' 'show' 'check' 'simulate') ;;
    'sla 1') kinds=('id') ;;
    'split 0') kinds=('id') ;;
    'split 1') kinds=(none) ;;
    'submit 0') kinds=(none) ;;
    'suggest 0') kinds=('id') ;;
    'time 0') kinds=(words) values=('start' 'stop' 'add' 'edit' 'rm' 'list') ;;
    'time '*) kinds=('id') ;;
    'undo 0') kinds=(none) ;;
    'view 0') kinds=(words) values=('save' 'list' 'rm') ;;
    'view 1') kinds=(none) ;;
    'view '*) kinds=('query-field') ;;
    'wait '*) kinds=('id') ;;
    'watch '*) kinds=('id') ;;
    *) return 1 ;;
  esac
}

_behest_offer_options() {
  case $1 in
    'agent') _behest_offer '--until' '--cover' ;;
    'assign') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' '-a' '--assignee' '--team' '--none' '--me' '--auto' '--skill' ;;
    'attach') _behest_offer '--name' '--mime' '-o' '--output' '--force' ;;
    'backup') _behest_offer '--force' ;;
    'batch') _behest_offer '--atomic' ;;
    'calendar') _behest_offer '--calendar' '--zone' '--week' '--holiday' '--override' '--break' ;;
    'close') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' '--as' '--of' '--force' ;;
    'comment') _behest_offer '-w' '--where' '-m' '--message' '-b' '--body' '-F' '--file' '--template' '--public' '--internal' '--via' '--attendee' '--attach' '--delete' '-e' '--editor' '--if-version' ;;
    'config') _behest_offer '--origin' ;;
    'contact') _behest_offer '--name' '--email' '--organisation' '--vip' '--no-vip' '--external-id' '--phone' '--note' '--over' ;;
    'cost') _behest_offer '--on' '--from' '--to' '-w' '--where' '--kind' '-m' '--message' '--exit-code' ;;
    'delete') _behest_offer '-w' '--where' '--purge' ;;
    'doctor') _behest_offer '--full' '--repair' ;;
    'edit') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' '--title' '-b' '--body' '-F' '--file' '-c' '--category' '-t' '--type' '-p' '--priority' '--impact' '--urgency' '-r' '--requester' '--via' '-a' '--assignee' '--team' '-l' '--label' '--due' '--estimate' '--start' '--book' '--field' '--key' '--clear' '-e' '--editor' ;;
    'export') _behest_offer '--since' '-o' '--output' '--force' ;;
    'import') _behest_offer '--format' '--map' '--strict' '--atomic' '--rules' ;;
    'inbox') _behest_offer '--mark-read' '--all' ;;
    'kb') _behest_offer '--title' '-b' '--body' '-F' '--file' '-c' '--category' '--owner' '--review' '-s' '--state' '-r' '--requester' '--version' '-L' '--limit' '-d' '--delete' '-e' '--editor' ;;
    'learn') _behest_offer '--field' '--evaluate' '--holdout' '--by' ;;
    'link') _behest_offer '-d' '--delete' '--type' '--lag' ;;
    'list') _behest_offer '-w' '--where' '-s' '--state' '--sort' '--columns' '-L' '--limit' '--as' '--group-by' '--count' '--exit-code' '--template' '-z' '--null' ;;
    'log') _behest_offer '-w' '--where' '-L' '--limit' ;;
    'mail') _behest_offer '--mbox' '--all' ;;
    'merge') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' '--into' '--force' ;;
    'next') _behest_offer '--mine' '--explain' '-L' '--limit' ;;
    'plan') _behest_offer '--as' '--critical' '--from' '--calendar' '--resources' '--due' '--exit-code' ;;
    'prioritize') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' '-p' '--priority' '--impact' '--urgency' '--reset' '--vote' '--unvote' ;;
    'rate') _behest_offer '-m' '--message' '--by' '--survey' ;;
    'recur') _behest_offer '--rule' '--start' '--zone' '--calendar' '--template' '-L' '--limit' '--title' '--clear' '-b' '--body' '-F' '--file' '-c' '--category' '-t' '--type' '-p' '--priority' '--impact' '--urgency' '-r' '--requester' '--via' '-a' '--assignee' '--team' '-l' '--label' '--due' '--estimate' '--plan-start' '--book' '--field' '--key' ;;
    'reopen') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' ;;
    'report') _behest_offer '--from' '--to' '--as-of' '-w' '--where' '--by' '--team' '--size' '--cohort' '--compare' '--per' '--targets' '--exit-code' '--forecast' ;;
    'resume') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' ;;
    'review') _behest_offer '--item' '--card' '-m' '--message' '--size' '--from' '--to' '-a' '--assignee' ;;
    'rule') _behest_offer '-w' '--where' '--on' ;;
    'show') _behest_offer '-w' '--where' '--template' '-z' '--null' '--similar' ;;
    'sla') _behest_offer '--as-of' '-w' '--where' '--within' '--exit-code' '--sla' '--respond' '--update' '--resolve' '--calendar' '--from' '--to' ;;
    'split') _behest_offer '-b' '--body' '-F' '--file' '-c' '--category' '-t' '--type' '-p' '--priority' '--impact' '--urgency' '-r' '--requester' '--via' '-a' '--assignee' '--team' '-l' '--label' '--due' '--estimate' '--start' '--book' '--field' '--key' '--comment' ;;
    'submit') _behest_offer '-b' '--body' '-F' '--file' '-c' '--category' '-t' '--type' '-p' '--priority' '--impact' '--urgency' '-r' '--requester' '--via' '-a' '--assignee' '--team' '-l' '--label' '--due' '--estimate' '--start' '--book' '--field' '--key' '-m' '--message' '--template' '--public' '--attach' '-e' '--editor' ;;
    'suggest') _behest_offer '-b' '--body' '--field' '--jsonl' ;;
    'time') _behest_offer '--from' '--to' '--agent' '--kind' '--billable' '-m' '--message' '--force' ;;
    'undo') _behest_offer '--redo' ;;
    'view') _behest_offer '--columns' '--sort' ;;
    'wait') _behest_offer '-w' '--where' '-m' '--message' '--public' '--if-version' '--on' '--until' ;;
    'watch') _behest_offer '-w' '--where' '--off' ;;
  esac
  _behest_offer '--db' '--config' '-C' '--directory' '--user' '--format' '--json' '--fields' '-q' '--quiet' '-n' '--dry-run' '-y' '--yes' '--color' '--no-pager' '--no-input' '--csv-raw' '-h' '--help' '-V' '--version'
}

_behest_offer_commands() {
  _behest_offer 'agent' 'assign' 'attach' 'backup' 'batch' 'calendar' 'close' 'comment' 'completion' 'config' 'contact' 'cost' 'delete' 'doctor' 'edit' 'export' 'help' 'hook' 'import' 'inbox' 'init' 'kb' 'learn' 'link' 'list' 'log' 'mail' 'merge' 'next' 'plan' 'prioritize' 'rate' 'recur' 'reopen' 'report' 'restore' 'resume' 'review' 'rule' 'show' 'sla' 'split' 'status' 'submit' 'suggest' 'tick' 'time' 'undo' 'version' 'view' 'wait' 'watch'
}

# Sets 'pending' to the option in WORD whose value is the next word, to nothing if there is none.
_behest_find_pending() {
  local given=$1 at letter
  pending=
  if [[ $given == --* ]]; then
    [[ $given != *=* ]] && _behest_option "$verb" "$given" && pending=$given
    return
  fi
  for ((at = 1; at < ${#given}; at++)); do
    letter=-${given:at:1}
    _behest_option "$verb" "$letter" || continue
    ((at == ${#given} - 1)) && pending=$letter
    return
  done
}

# Puts the words up to the cursor into 'words', joined again where COMP_WORDBREAKS has cut them.
_behest_join_words() {
  local line=${COMP_LINE:0:COMP_POINT} at token bare
  for ((at = 0; at <= COMP_CWORD; at++)); do
    bare=${line#"${line%%[![:space:]]*}"}
    token=${COMP_WORDS[at]}
    ((at == COMP_CWORD)) && token=$bare
    if ((at > 0)) && [[ $bare == "$line" ]]; then
      words[count - 1]+=$token
    else
      words[count]=$token
      count=$((count + 1))
    fi
    line=${bare#"$token"}
    last=$token
  done
}

_behest() {
  local words=() count=0 last='' word current before at
  local verb='' place=0 pending='' plain='' kinds=() values=()
  COMPREPLY=()
  _behest_join_words
  word=${words[count - 1]}
  current=$word
  before=${word%"$last"}
  [[ -n $last && -z ${last//[=:@]/} ]] && before=$word
  # Readline replaces an @ together with what follows it.
  before=${before%@}
  for ((at = 1; at < count - 1; at++)); do
    if [[ -n $pending ]]; then
      pending=
    elif [[ -z $plain && ${words[at]} == -- ]]; then
      plain=yes
    elif [[ -z $plain && ${words[at]} == -?* ]]; then
      _behest_find_pending "${words[at]}"
    elif [[ -z $verb ]]; then
      verb=${words[at]}
    else
      place=$((place + 1))
    fi
  done
  if [[ -n $pending ]]; then
    _behest_option "$verb" "$pending" && _behest_offer_kinds
  elif [[ -z $plain && $word == --*=* ]]; then
    current=${word#*=}
    _behest_option "$verb" "${word%%=*}" && _behest_offer_kinds
  elif [[ -z $plain && $word == -* ]]; then
    _behest_offer_options "$verb"
  elif [[ -z $verb ]]; then
    _behest_offer_commands
  else
    _behest_place "$verb" "$place" && _behest_offer_kinds
  fi
}

complete -F _behest behest
