# fish completion for behest; made by 'behest completion fish'.

# What behest knows for each KIND: a value, a TAB and a description a line.
function __behest_words
    for kind in $argv
        command behest completion words $kind 2>/dev/null </dev/null
    end
end

# Prints the command that is being typed and how many words stand behind it; nothing while there is no command.
function __behest_state
    set -l words (commandline -opc)
    set -e words[1]
    set -l verb ''
    set -l count 0
    set -l is_value no
    set -l is_plain no
    for word in $words
        if test $is_value = yes
            set is_value no
        else if test $is_plain = no; and test "$word" = --
            set is_plain yes
        else if test $is_plain = no; and string match -q -r -- '^-.' "$word"
            __behest_takes_value "$verb" "$word"; and set is_value yes
        else if test -z "$verb"
            set verb "$word"
        else
            set count (math $count + 1)
        end
    end
    test -n "$verb"; and printf '%s\n' "$verb" $count
end

function __behest_needs_command
    test (count (__behest_state)) -eq 0
end

function __behest_verb_is --argument-names verb
    set -l state (__behest_state)
    test "$state[1]" = "$verb"
end

# Whether the next word behind VERB is number PLACE (from 0), or with 'on' that or a later one.
function __behest_at --argument-names verb place on
    set -l state (__behest_state)
    test "$state[1]" = "$verb"; or return 1
    if test "$on" = on
        test "$state[2]" -ge "$place"
    else
        test "$state[2]" -eq "$place"
    end
end

function __behest_takes_value --argument-names verb option
    switch "$verb $option"
        case 'agent --until'
            return 0
        case 'agent --cover'
            return 0
        case 'assign -w' 'assign --where'
            return 0
        case 'assign -m' 'assign --message'
            return 0
        case 'assign --if-version'
            return 0
        case 'assign -a' 'assign --assignee'
            return 0
        case 'assign --team'
            return 0
        case 'assign --auto'
            return 0
        case 'assign --skill'
            return 0
        case 'attach --name'
            return 0
        case 'attach --mime'
            return 0
        case 'attach -o' 'attach --output'
            return 0
        case 'calendar --calendar'
            return 0
        case 'calendar --zone'
            return 0
        case 'calendar --week'
            return 0
        case 'calendar --holiday'
            return 0
        case 'calendar --override'
            return 0
        case 'calendar --break'
            return 0
        case 'close -w' 'close --where'
            return 0
        case 'close -m' 'close --message'
            return 0
        case 'close --if-version'
            return 0
        case 'close --as'
            return 0
        case 'close --of'
            return 0
        case 'comment -w' 'comment --where'
            return 0
        case 'comment -m' 'comment --message'
            return 0
        case 'comment -b' 'comment --body'
            return 0
        case 'comment -F' 'comment --file'
            return 0
        case 'comment --template'
            return 0
        case 'comment --via'
            return 0
        case 'comment --attendee'
            return 0
        case 'comment --attach'
            return 0
        case 'comment --if-version'
            return 0
        case 'contact --name'
            return 0
        case 'contact --email'
            return 0
        case 'contact --organisation'
            return 0
        case 'contact --external-id'
            return 0
        case 'contact --phone'
            return 0
        case 'contact --note'
            return 0
        case 'contact --over'
            return 0
        case 'cost --on'
            return 0
        case 'cost --from'
            return 0
        case 'cost --to'
            return 0
        case 'cost -w' 'cost --where'
            return 0
        case 'cost --kind'
            return 0
        case 'cost -m' 'cost --message'
            return 0
        case 'delete -w' 'delete --where'
            return 0
        case 'edit -w' 'edit --where'
            return 0
        case 'edit -m' 'edit --message'
            return 0
        case 'edit --if-version'
            return 0
        case 'edit --title'
            return 0
        case 'edit -b' 'edit --body'
            return 0
        case 'edit -F' 'edit --file'
            return 0
        case 'edit -c' 'edit --category'
            return 0
        case 'edit -t' 'edit --type'
            return 0
        case 'edit -p' 'edit --priority'
            return 0
        case 'edit --impact'
            return 0
        case 'edit --urgency'
            return 0
        case 'edit -r' 'edit --requester'
            return 0
        case 'edit --via'
            return 0
        case 'edit -a' 'edit --assignee'
            return 0
        case 'edit --team'
            return 0
        case 'edit -l' 'edit --label'
            return 0
        case 'edit --due'
            return 0
        case 'edit --estimate'
            return 0
        case 'edit --start'
            return 0
        case 'edit --book'
            return 0
        case 'edit --field'
            return 0
        case 'edit --key'
            return 0
        case 'edit --clear'
            return 0
        case 'export --since'
            return 0
        case 'export -o' 'export --output'
            return 0
        case 'import --format'
            return 0
        case 'import --map'
            return 0
        case 'kb --title'
            return 0
        case 'kb -b' 'kb --body'
            return 0
        case 'kb -F' 'kb --file'
            return 0
        case 'kb -c' 'kb --category'
            return 0
        case 'kb --owner'
            return 0
        case 'kb --review'
            return 0
        case 'kb -s' 'kb --state'
            return 0
        case 'kb -r' 'kb --requester'
            return 0
        case 'kb --version'
            return 0
        case 'kb -L' 'kb --limit'
            return 0
        case 'learn --field'
            return 0
        case 'learn --holdout'
            return 0
        case 'learn --by'
            return 0
        case 'link --type'
            return 0
        case 'link --lag'
            return 0
        case 'list -w' 'list --where'
            return 0
        case 'list -s' 'list --state'
            return 0
        case 'list --sort'
            return 0
        case 'list --columns'
            return 0
        case 'list -L' 'list --limit'
            return 0
        case 'list --as'
            return 0
        case 'list --group-by'
            return 0
        case 'list --template'
            return 0
        case 'log -w' 'log --where'
            return 0
        case 'log -L' 'log --limit'
            return 0
        case 'merge -w' 'merge --where'
            return 0
        case 'merge -m' 'merge --message'
            return 0
        case 'merge --if-version'
            return 0
        case 'merge --into'
            return 0
        case 'next -L' 'next --limit'
            return 0
        case 'plan --as'
            return 0
        case 'plan --from'
            return 0
        case 'plan --calendar'
            return 0
        case 'plan --due'
            return 0
        case 'prioritize -w' 'prioritize --where'
            return 0
        case 'prioritize -m' 'prioritize --message'
            return 0
        case 'prioritize --if-version'
            return 0
        case 'prioritize -p' 'prioritize --priority'
            return 0
        case 'prioritize --impact'
            return 0
        case 'prioritize --urgency'
            return 0
        case 'prioritize --vote'
            return 0
        case 'prioritize --unvote'
            return 0
        case 'rate -m' 'rate --message'
            return 0
        case 'rate --by'
            return 0
        case 'recur --rule'
            return 0
        case 'recur --start'
            return 0
        case 'recur --zone'
            return 0
        case 'recur --calendar'
            return 0
        case 'recur --template'
            return 0
        case 'recur -L' 'recur --limit'
            return 0
        case 'recur --title'
            return 0
        case 'recur --clear'
            return 0
        case 'recur -b' 'recur --body'
            return 0
        case 'recur -F' 'recur --file'
            return 0
        case 'recur -c' 'recur --category'
            return 0
        case 'recur -t' 'recur --type'
            return 0
        case 'recur -p' 'recur --priority'
            return 0
        case 'recur --impact'
            return 0
        case 'recur --urgency'
            return 0
        case 'recur -r' 'recur --requester'
            return 0
        case 'recur --via'
            return 0
        case 'recur -a' 'recur --assignee'
            return 0
        case 'recur --team'
            return 0
        case 'recur -l' 'recur --label'
            return 0
        case 'recur --due'
            return 0
        case 'recur --estimate'
            return 0
        case 'recur --plan-start'
            return 0
        case 'recur --book'
            return 0
        case 'recur --field'
            return 0
        case 'recur --key'
            return 0
        case 'reopen -w' 'reopen --where'
            return 0
        case 'reopen -m' 'reopen --message'
            return 0
        case 'reopen --if-version'
            return 0
        case 'report --from'
            return 0
        case 'report --to'
            return 0
        case 'report --as-of'
            return 0
        case 'report -w' 'report --where'
            return 0
        case 'report --by'
            return 0
        case 'report --team'
            return 0
        case 'report --size'
            return 0
        case 'report --compare'
            return 0
        case 'report --per'
            return 0
        case 'resume -w' 'resume --where'
            return 0
        case 'resume -m' 'resume --message'
            return 0
        case 'resume --if-version'
            return 0
        case 'review --item'
            return 0
        case 'review --card'
            return 0
        case 'review -m' 'review --message'
            return 0
        case 'review --size'
            return 0
        case 'review --from'
            return 0
        case 'review --to'
            return 0
        case 'review -a' 'review --assignee'
            return 0
        case 'rule -w' 'rule --where'
            return 0
        case 'rule --on'
            return 0
        case 'show -w' 'show --where'
            return 0
        case 'show --template'
            return 0
        case 'sla --as-of'
            return 0
        case 'sla -w' 'sla --where'
            return 0
        case 'sla --within'
            return 0
        case 'sla --sla'
            return 0
        case 'sla --respond'
            return 0
        case 'sla --update'
            return 0
        case 'sla --resolve'
            return 0
        case 'sla --calendar'
            return 0
        case 'sla --from'
            return 0
        case 'sla --to'
            return 0
        case 'split -b' 'split --body'
            return 0
        case 'split -F' 'split --file'
            return 0
        case 'split -c' 'split --category'
            return 0
        case 'split -t' 'split --type'
            return 0
        case 'split -p' 'split --priority'
            return 0
        case 'split --impact'
            return 0
        case 'split --urgency'
            return 0
        case 'split -r' 'split --requester'
            return 0
        case 'split --via'
            return 0
        case 'split -a' 'split --assignee'
            return 0
        case 'split --team'
            return 0
        case 'split -l' 'split --label'
            return 0
        case 'split --due'
            return 0
        case 'split --estimate'
            return 0
        case 'split --start'
            return 0
        case 'split --book'
            return 0
        case 'split --field'
            return 0
        case 'split --key'
            return 0
        case 'split --comment'
            return 0
        case 'submit -b' 'submit --body'
            return 0
        case 'submit -F' 'submit --file'
            return 0
        case 'submit -c' 'submit --category'
            return 0
        case 'submit -t' 'submit --type'
            return 0
        case 'submit -p' 'submit --priority'
            return 0
        case 'submit --impact'
            return 0
        case 'submit --urgency'
            return 0
        case 'submit -r' 'submit --requester'
            return 0
        case 'submit --via'
            return 0
        case 'submit -a' 'submit --assignee'
            return 0
        case 'submit --team'
            return 0
        case 'submit -l' 'submit --label'
            return 0
        case 'submit --due'
            return 0
        case 'submit --estimate'
            return 0
        case 'submit --start'
            return 0
        case 'submit --book'
            return 0
        case 'submit --field'
            return 0
        case 'submit --key'
            return 0
        case 'submit -m' 'submit --message'
            return 0
        case 'submit --template'
            return 0
        case 'submit --attach'
            return 0
        case 'suggest -b' 'suggest --body'
            return 0
        case 'suggest --field'
            return 0
        case 'suggest --jsonl'
            return 0
        case 'time --from'
            return 0
        case 'time --to'
            return 0
        case 'time --agent'
            return 0
        case 'time --kind'
            return 0
        case 'time --billable'
            return 0
        case 'time -m' 'time --message'
            return 0
        case 'view --columns'
            return 0
        case 'view --sort'
            return 0
        case 'wait -w' 'wait --where'
            return 0
        case 'wait -m' 'wait --message'
            return 0
        case 'wait --if-version'
            return 0
        case 'wait --on'
            return 0
        case 'wait --until'
            return 0
        case 'watch -w' 'watch --where'
            return 0
        case '* --db'
            return 0
        case '* --config'
            return 0
        case '* -C' '* --directory'
            return 0
        case '* --user'
            return 0
        case '* --format'
            return 0
        case '* --fields'
            return 0
        case '* --color'
            return 0
    end
    return 1
end

complete -c behest -f
complete -c behest -l 'db' -r -F -d 'keep the requests in this database'
complete -c behest -l 'config' -r -F -d 'read this configuration file as well'
complete -c behest -s 'C' -l 'directory' -x -a '(__fish_complete_directories)' -d 'go to this folder before doing anything'
complete -c behest -l 'user' -x -k -a '(__behest_words person)' -d 'act as this person'
complete -c behest -l 'format' -x -a 'table tsv csv json jsonl md html ids' -d 'how to print the answer'
complete -c behest -l 'json' -d 'print JSON; the same as --format json'
complete -c behest -l 'fields' -x -d 'print only these fields, in this order'
complete -c behest -s 'q' -l 'quiet' -d 'print ids alone'
complete -c behest -s 'n' -l 'dry-run' -d 'say what would change, and change nothing'
complete -c behest -s 'y' -l 'yes' -d 'answer yes to every question'
complete -c behest -l 'color' -x -a 'auto always never' -d 'whether to use colour'
complete -c behest -l 'no-pager' -d 'do not show long answers in a pager'
complete -c behest -l 'no-input' -d 'never ask; fail and name the missing option instead'
complete -c behest -l 'csv-raw' -d 'write text into CSV as stored, without the guard against formulas'
complete -c behest -s 'h' -l 'help' -d 'explain the command'
complete -c behest -s 'V' -l 'version' -d 'print the version of behest'
complete -c behest -n __behest_needs_command -a 'agent' -d 'see who is there, and who is away'
complete -c behest -n '__behest_verb_is agent' -l 'until' -x -d 'away: until then; a day is away until it begins'
complete -c behest -n '__behest_verb_is agent' -l 'cover' -x -k -a '(__behest_words person)' -d 'away: who takes over'
complete -c behest -n '__behest_at agent 0' -f -a 'list away back'
complete -c behest -n '__behest_at agent 1' -f -k -a '(__behest_words person)'
complete -c behest -n __behest_needs_command -a 'assign' -d 'say who works on requests'
complete -c behest -n '__behest_verb_is assign' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is assign' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is assign' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is assign' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_verb_is assign' -s 'a' -l 'assignee' -x -k -a '(__behest_words person)' -d 'who works on it; the last word may say it too'
complete -c behest -n '__behest_verb_is assign' -l 'team' -x -k -a '(__behest_words team)' -d 'the team it belongs to; \'\' for none'
complete -c behest -n '__behest_verb_is assign' -l 'none' -d 'nobody works on it any more'
complete -c behest -n '__behest_verb_is assign' -l 'me' -d 'you work on it'
complete -c behest -n '__behest_verb_is assign' -l 'auto' -x -a 'least-loaded round-robin skills' -d 'choose who: least-loaded (the default), round-robin or skills; written --auto=WAY'
complete -c behest -n '__behest_verb_is assign' -l 'skill' -x -d '--auto: who is chosen must have it; NAME:LEVEL from 1 to 9'
complete -c behest -n '__behest_at assign 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'attach' -d 'keep files with a request'
complete -c behest -n '__behest_verb_is attach' -l 'name' -x -d 'add: what it is called here, instead of the file\'s own name'
complete -c behest -n '__behest_verb_is attach' -l 'mime' -x -d 'add: its media type, instead of what its first bytes or its name tell'
complete -c behest -n '__behest_verb_is attach' -s 'o' -l 'output' -r -F -d 'get: where to write it, or - for standard output'
complete -c behest -n '__behest_verb_is attach' -l 'force' -d 'get: replace a file that is there'
complete -c behest -n '__behest_at attach 0' -f -a 'add list get rm'
complete -c behest -n '__behest_at attach 1' -f -k -a '(__behest_words id)'
complete -c behest -n '__behest_at attach 2 on' -F
complete -c behest -n __behest_needs_command -a 'backup' -d 'copy the database while it is in use'
complete -c behest -n '__behest_verb_is backup' -l 'force' -d 'replace a file that is there'
complete -c behest -n '__behest_at backup 0' -F
complete -c behest -n __behest_needs_command -a 'batch' -d 'carry out many operations, a JSON line each'
complete -c behest -n '__behest_verb_is batch' -l 'atomic' -d 'do nothing at all when a line fails'
complete -c behest -n '__behest_at batch 0' -F
complete -c behest -n __behest_needs_command -a 'calendar' -d 'reckon with business hours'
complete -c behest -n '__behest_verb_is calendar' -l 'calendar' -x -d 'this calendar of behest.toml; without one, around the clock'
complete -c behest -n '__behest_verb_is calendar' -l 'zone' -x -d 'a calendar of options alone: its time zone'
complete -c behest -n '__behest_verb_is calendar' -l 'week' -x -d 'its hours: \'mon-fri 09:00-12:00,13:00-17:00\'; may be repeated'
complete -c behest -n '__behest_verb_is calendar' -l 'holiday' -x -d 'a day on which it is closed; may be repeated'
complete -c behest -n '__behest_verb_is calendar' -l 'override' -x -d 'other hours of one day: \'2026-10-10 09:00-18:00\'; may be repeated'
complete -c behest -n '__behest_verb_is calendar' -l 'break' -x -d 'hours of one day that are cut out; may be repeated'
complete -c behest -n '__behest_at calendar 0' -f -a 'list show between add open next prev import'
complete -c behest -n '__behest_at calendar 1 on' -F
complete -c behest -n __behest_needs_command -a 'close' -d 'finish requests, with how they ended'
complete -c behest -n '__behest_verb_is close' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is close' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is close' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is close' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_verb_is close' -l 'as' -x -a 'done answered declined duplicate withdrawn spam' -d 'how it ended: done, answered, declined, duplicate, withdrawn, spam (default done)'
complete -c behest -n '__behest_verb_is close' -l 'of' -x -k -a '(__behest_words id)' -d 'the request that it is a duplicate of'
complete -c behest -n '__behest_verb_is close' -l 'force' -d 'although blockers or sub-requests of it are open'
complete -c behest -n '__behest_at close 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'comment' -d 'add, correct or delete a comment'
complete -c behest -n '__behest_verb_is comment' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is comment' -s 'm' -l 'message' -x -d 'the text'
complete -c behest -n '__behest_verb_is comment' -s 'b' -l 'body' -x -d 'the same as -m'
complete -c behest -n '__behest_verb_is comment' -s 'F' -l 'file' -r -F -d 'take the text from a file, or from standard input with -'
complete -c behest -n '__behest_verb_is comment' -l 'template' -x -d 'the text of [template.NAME], filled in; -m is its {{comment}}'
complete -c behest -n '__behest_verb_is comment' -l 'public' -d 'for the requester to see'
complete -c behest -n '__behest_verb_is comment' -l 'internal' -d 'not for the requester (the default; takes --public back in an edit)'
complete -c behest -n '__behest_verb_is comment' -l 'via' -x -d 'a contact that happened elsewhere: phone, visit, meeting, mail, chat'
complete -c behest -n '__behest_verb_is comment' -l 'attendee' -x -k -a '(__behest_words person)' -d 'who was there, of --via meeting, visit or phone'
complete -c behest -n '__behest_verb_is comment' -l 'attach' -r -F -d 'also keep this file with the request'
complete -c behest -n '__behest_verb_is comment' -l 'delete' -d 'delete the comment 12.3'
complete -c behest -n '__behest_verb_is comment' -s 'e' -l 'editor' -d 'write the text in your editor'
complete -c behest -n '__behest_verb_is comment' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_at comment 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'completion' -d 'print the completion script of a shell'
complete -c behest -n '__behest_at completion 0' -f -a 'bash zsh fish words'
complete -c behest -n __behest_needs_command -a 'config' -d 'show, check and change the configuration'
complete -c behest -n '__behest_verb_is config' -l 'origin' -d 'list: also where each value comes from'
complete -c behest -n '__behest_at config 0' -f -a 'list get set check path'
complete -c behest -n '__behest_at config 1' -f -k -a '(__behest_words config-key)'
complete -c behest -n __behest_needs_command -a 'contact' -d 'keep what is known of those who ask'
complete -c behest -n '__behest_verb_is contact' -l 'name' -x -d 'edit: another name'
complete -c behest -n '__behest_verb_is contact' -l 'email' -x -d 'an address; -ADDRESS takes one away'
complete -c behest -n '__behest_verb_is contact' -l 'organisation' -x -d 'where they work'
complete -c behest -n '__behest_verb_is contact' -l 'vip' -d 'requests of theirs are is:vip'
complete -c behest -n '__behest_verb_is contact' -l 'no-vip' -d 'no longer'
complete -c behest -n '__behest_verb_is contact' -l 'external-id' -x -d 'what another system calls them'
complete -c behest -n '__behest_verb_is contact' -l 'phone' -x -d 'a telephone number'
complete -c behest -n '__behest_verb_is contact' -l 'note' -x -d 'anything else'
complete -c behest -n '__behest_verb_is contact' -l 'over' -x -d 'due: not spoken to for this long (default 30d)'
complete -c behest -n '__behest_at contact 0' -f -a 'add list show edit merge due erase'
complete -c behest -n '__behest_at contact 1 on' -f -k -a '(__behest_words person)'
complete -c behest -n __behest_needs_command -a 'cost' -d 'log expenses and set budgets'
complete -c behest -n '__behest_verb_is cost' -l 'on' -x -d 'add: when it was spent (default: now)'
complete -c behest -n '__behest_verb_is cost' -l 'from' -x -d 'list: from then on; budget set: when it begins'
complete -c behest -n '__behest_verb_is cost' -l 'to' -x -d 'list: until before then; budget set: when it ends'
complete -c behest -n '__behest_verb_is cost' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'list: in place of words; budget set: for which requests (default: all)'
complete -c behest -n '__behest_verb_is cost' -l 'kind' -x -d 'add: what for: parts, licence, …; list: only those'
complete -c behest -n '__behest_verb_is cost' -s 'm' -l 'message' -x -d 'add: what was bought'
complete -c behest -n '__behest_verb_is cost' -l 'exit-code' -d 'budget list: exit with 10 when one is overspent'
complete -c behest -n '__behest_at cost 0' -f -a 'add list rm budget'
complete -c behest -n '__behest_at cost 1 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'delete' -d 'take requests out of sight, or purge their texts and names'
complete -c behest -n '__behest_verb_is delete' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is delete' -l 'purge' -d 'remove texts and names for good, from the history too'
complete -c behest -n '__behest_at delete 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'doctor' -d 'check the database and tell how it is kept'
complete -c behest -n '__behest_verb_is doctor' -l 'full' -d 'also replay every event and compare what it makes with what is stored'
complete -c behest -n '__behest_verb_is doctor' -l 'repair' -d 'as --full, and rebuild what is not as the events say'
complete -c behest -n __behest_needs_command -a 'edit' -d 'change any field of requests'
complete -c behest -n '__behest_verb_is edit' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is edit' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is edit' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is edit' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_verb_is edit' -l 'title' -x -d 'the title'
complete -c behest -n '__behest_verb_is edit' -s 'b' -l 'body' -x -d 'what it is about, at length'
complete -c behest -n '__behest_verb_is edit' -s 'F' -l 'file' -r -F -d 'take the body from a file, or from standard input with -'
complete -c behest -n '__behest_verb_is edit' -s 'c' -l 'category' -x -k -a '(__behest_words category)' -d 'where it belongs: network/vpn'
complete -c behest -n '__behest_verb_is edit' -s 't' -l 'type' -x -d 'what kind of thing it is: incident, question, change, …'
complete -c behest -n '__behest_verb_is edit' -s 'p' -l 'priority' -x -a 'P1 P2 P3 P4 P5' -d 'how urgent it is, P1 the most'
complete -c behest -n '__behest_verb_is edit' -l 'impact' -x -d 'effect on the business: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is edit' -l 'urgency' -x -d 'how little it can wait: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is edit' -s 'r' -l 'requester' -x -k -a '(__behest_words person)' -d 'who asks for it (default: you)'
complete -c behest -n '__behest_verb_is edit' -l 'via' -x -d 'how it came in: cli, mail, phone, web, chat, visit, meeting, survey, interview, api'
complete -c behest -n '__behest_verb_is edit' -s 'a' -l 'assignee' -x -k -a '(__behest_words person)' -d 'who works on it'
complete -c behest -n '__behest_verb_is edit' -l 'team' -x -k -a '(__behest_words team)' -d 'the team it belongs to'
complete -c behest -n '__behest_verb_is edit' -s 'l' -l 'label' -x -k -a '(__behest_words label)' -d 'labels, several with commas; +x adds, -x takes away'
complete -c behest -n '__behest_verb_is edit' -l 'due' -x -d 'when it is due: 2026-12-01, fri, +3d, 2bd'
complete -c behest -n '__behest_verb_is edit' -l 'estimate' -x -d 'how much work it is: 45m, 2h, 1bd (a working day; 1d is 24 hours), or 2h/4h/12h at best, most likely, at worst'
complete -c behest -n '__behest_verb_is edit' -l 'start' -x -d 'work on it is planned from then on, not before'
complete -c behest -n '__behest_verb_is edit' -l 'book' -x -d 'it needs units of a resource of the configuration; 0 = none any more'
complete -c behest -n '__behest_verb_is edit' -l 'field' -x -k -a '(__behest_words field)' -d 'a field of your own'
complete -c behest -n '__behest_verb_is edit' -l 'key' -x -d 'your own unique name for it'
complete -c behest -n '__behest_verb_is edit' -l 'clear' -x -d 'empty a field: due, assignee, body, labels, field.NAME, …'
complete -c behest -n '__behest_verb_is edit' -s 'e' -l 'editor' -d 'change one request as a form in your editor'
complete -c behest -n '__behest_at edit 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'export' -d 'write out everything, without loss'
complete -c behest -n '__behest_verb_is export' -l 'since' -x -d 'only what was done after it; such an export cannot be imported'
complete -c behest -n '__behest_verb_is export' -s 'o' -l 'output' -r -F -d 'write to a file instead of standard output'
complete -c behest -n '__behest_verb_is export' -l 'force' -d 'replace a file that is there'
complete -c behest -n __behest_needs_command -a 'help' -d 'explain behest or one of its commands'
complete -c behest -n '__behest_at help 0' -f -a 'agent assign attach backup batch calendar close comment completion config contact cost delete doctor edit export help hook import inbox init kb learn link list log mail merge next plan prioritize rate recur reopen report restore resume review rule show sla split status submit suggest tick time undo version view wait watch'
complete -c behest -n __behest_needs_command -a 'hook' -d 'show and try the programs that are run after a change'
complete -c behest -n '__behest_at hook 0' -f -a 'list test'
complete -c behest -n '__behest_at hook 2' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'import' -d 'take over requests from CSV, JSON lines, an export, Taskwarrior or GitHub'
complete -c behest -n '__behest_verb_is import' -l 'format' -x -a 'csv ops behest mbox taskwarrior gh' -d 'what the file holds: csv (with --map), ops, behest (an export), mbox, taskwarrior, gh'
complete -c behest -n '__behest_verb_is import' -l 'map' -r -F -d 'how the columns of a csv file become requests'
complete -c behest -n '__behest_verb_is import' -l 'strict' -d 'not of ops: import nothing when a row or item makes no sense'
complete -c behest -n '__behest_verb_is import' -l 'atomic' -d 'ops: import nothing when a line fails'
complete -c behest -n '__behest_verb_is import' -l 'rules' -d 'csv, ops: apply the rules of the configuration to what is made or changed'
complete -c behest -n '__behest_at import 0' -F
complete -c behest -n __behest_needs_command -a 'inbox' -d 'show what others want you to see'
complete -c behest -n '__behest_verb_is inbox' -l 'mark-read' -d 'what is shown is read then, and not shown again'
complete -c behest -n '__behest_verb_is inbox' -l 'all' -d 'what was read before as well'
complete -c behest -n __behest_needs_command -a 'init' -d 'make the database'
complete -c behest -n __behest_needs_command -a 'kb' -d 'keep a knowledge base of articles'
complete -c behest -n '__behest_verb_is kb' -l 'title' -x -d 'edit: the title'
complete -c behest -n '__behest_verb_is kb' -s 'b' -l 'body' -x -d 'add, edit: the text, as Markdown'
complete -c behest -n '__behest_verb_is kb' -s 'F' -l 'file' -r -F -d 'take the text from a file, or from standard input with -'
complete -c behest -n '__behest_verb_is kb' -s 'c' -l 'category' -x -k -a '(__behest_words category)' -d 'its category; of lists, only this and those below'
complete -c behest -n '__behest_verb_is kb' -l 'owner' -x -k -a '(__behest_words person)' -d 'who looks after it, none for nobody; of lists, only theirs'
complete -c behest -n '__behest_verb_is kb' -l 'review' -x -d 'when it must be looked at again; none for never'
complete -c behest -n '__behest_verb_is kb' -s 's' -l 'state' -x -d 'draft or published; of lists, only those'
complete -c behest -n '__behest_verb_is kb' -s 'r' -l 'requester' -x -k -a '(__behest_words person)' -d 'vote, deflect: whom it helped (default: you)'
complete -c behest -n '__behest_verb_is kb' -l 'version' -x -d 'show: as it was in this version'
complete -c behest -n '__behest_verb_is kb' -s 'L' -l 'limit' -x -d 'at most N rows; 0 for all'
complete -c behest -n '__behest_verb_is kb' -s 'd' -l 'delete' -d 'link: take the link away'
complete -c behest -n '__behest_verb_is kb' -s 'e' -l 'editor' -d 'add, edit: fill in a form in your editor'
complete -c behest -n '__behest_at kb 0' -f -a 'add edit show list search link from vote due rm log deflect'
complete -c behest -n __behest_needs_command -a 'learn' -d 'learn from past requests what suggest says of new ones'
complete -c behest -n '__behest_verb_is learn' -l 'field' -x -a 'category team assignee type' -d 'only this field: category, team, assignee or type'
complete -c behest -n '__behest_verb_is learn' -l 'evaluate' -d 'only print how good it would be, and change nothing'
complete -c behest -n '__behest_verb_is learn' -l 'holdout' -x -d 'judge this share of the requests by what the others teach: 20%'
complete -c behest -n '__behest_verb_is learn' -l 'by' -x -a 'time' -d 'which to hold out: time is the newest, else by chance'
complete -c behest -n __behest_needs_command -a 'link' -d 'link requests to each other, or take links away'
complete -c behest -n '__behest_verb_is link' -s 'd' -l 'delete' -d 'take the link away'
complete -c behest -n '__behest_verb_is link' -l 'type' -x -a 'FS SS FF SF' -d 'blocks: from the finish or the start of one to the start or the finish of the other'
complete -c behest -n '__behest_verb_is link' -l 'lag' -x -d 'blocks: so much work later, as in 4h or 1bd, or earlier, as in --lag=-2h'
complete -c behest -n '__behest_at link 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'list' -d 'list requests that match a query'
complete -c behest -n '__behest_verb_is list' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'a query as one word'
complete -c behest -n '__behest_verb_is list' -s 's' -l 'state' -x -a 'new open pending hold closed' -d 'in this state: new, open, pending, hold, closed, any'
complete -c behest -n '__behest_verb_is list' -l 'sort' -x -k -a '(__behest_words query-field)' -d 'by this field, several with commas; -FIELD for descending; rank for what fits the words best, sla for its clocks'
complete -c behest -n '__behest_verb_is list' -l 'columns' -x -d 'show these columns; field.NAME is that of a custom field'
complete -c behest -n '__behest_verb_is list' -s 'L' -l 'limit' -x -d 'at most N rows; 0 for all'
complete -c behest -n '__behest_verb_is list' -l 'as' -x -a 'table board' -d 'table (default), or board: side by side by state'
complete -c behest -n '__behest_verb_is list' -l 'group-by' -x -k -a '(__behest_words query-field)' -d 'a heading with a count for each state, priority, type, category, team, assignee, requester, channel, label, resolution or field.NAME'
complete -c behest -n '__behest_verb_is list' -l 'count' -d 'print only how many there are'
complete -c behest -n '__behest_verb_is list' -l 'exit-code' -d 'exit with 10 when at least one request matches, with 0 when none does'
complete -c behest -n '__behest_verb_is list' -l 'template' -x -d 'a line for each, such as \'{{id}} {{title|trunc:40}}\'; see \'behest help formats\''
complete -c behest -n '__behest_verb_is list' -s 'z' -l 'null' -d 'end each record with NUL, for xargs -0 (ids, tsv, jsonl, --template)'
complete -c behest -n '__behest_at list 0 on' -f -k -a '(__behest_words query-field)'
complete -c behest -n __behest_needs_command -a 'log' -d 'show who changed what, and when'
complete -c behest -n '__behest_verb_is log' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is log' -s 'L' -l 'limit' -x -d 'at most N events; 0 for all'
complete -c behest -n '__behest_at log 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'mail' -d 'take in messages, and send what requesters are told'
complete -c behest -n '__behest_verb_is mail' -l 'mbox' -d 'ingest: the file holds many messages, each after a line \'From \''
complete -c behest -n '__behest_verb_is mail' -l 'all' -d 'list: those that were sent, too'
complete -c behest -n '__behest_at mail 0' -f -a 'ingest list show flush'
complete -c behest -n '__behest_at mail 1 on' -F
complete -c behest -n __behest_needs_command -a 'merge' -d 'close requests as duplicates of one that goes on'
complete -c behest -n '__behest_verb_is merge' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is merge' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is merge' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is merge' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_verb_is merge' -l 'into' -x -k -a '(__behest_words id)' -d 'the request that goes on'
complete -c behest -n '__behest_verb_is merge' -l 'force' -d 'although blockers or sub-requests of them are open'
complete -c behest -n '__behest_at merge 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'next' -d 'rank the open work that nothing blocks'
complete -c behest -n '__behest_verb_is next' -l 'mine' -d 'assigned to me, or to nobody'
complete -c behest -n '__behest_verb_is next' -l 'explain' -d 'with the parts of each score'
complete -c behest -n '__behest_verb_is next' -s 'L' -l 'limit' -x -d 'at most N rows; 0 for all'
complete -c behest -n '__behest_at next 0 on' -f -k -a '(__behest_words query-field)'
complete -c behest -n __behest_needs_command -a 'plan' -d 'plan requests: critical path, Gantt, PERT'
complete -c behest -n '__behest_verb_is plan' -l 'as' -x -a 'table gantt pert mermaid ics html json' -d 'show: table, gantt, pert, mermaid, ics, html or json'
complete -c behest -n '__behest_verb_is plan' -l 'critical' -d 'show: only the critical path'
complete -c behest -n '__behest_verb_is plan' -l 'from' -x -d 'when the plan begins (default: now)'
complete -c behest -n '__behest_verb_is plan' -l 'calendar' -x -d 'the hours that are worked (default: of each assignee and what is booked)'
complete -c behest -n '__behest_verb_is plan' -l 'resources' -d 'nobody does two things at once, no resource is overbooked'
complete -c behest -n '__behest_verb_is plan' -l 'due' -x -d 'what-if: how likely it is done by then'
complete -c behest -n '__behest_verb_is plan' -l 'exit-code' -d 'check: exit with 10 when something is wrong'
complete -c behest -n '__behest_at plan 0' -f -a 'show check what-if'
complete -c behest -n '__behest_at plan 1 on' -f -k -a '(__behest_words query-field)'
complete -c behest -n __behest_needs_command -a 'prioritize' -d 'set how urgent requests are'
complete -c behest -n '__behest_verb_is prioritize' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is prioritize' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is prioritize' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is prioritize' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_verb_is prioritize' -s 'p' -l 'priority' -x -a 'P1 P2 P3 P4 P5' -d 'the priority by hand; the last word may say it too'
complete -c behest -n '__behest_verb_is prioritize' -l 'impact' -x -d 'effect on the business: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is prioritize' -l 'urgency' -x -d 'how little it can wait: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is prioritize' -l 'reset' -d 'forget the priority by hand: matrix, else category\'s default, else P3'
complete -c behest -n '__behest_verb_is prioritize' -l 'vote' -x -k -a '(__behest_words person)' -d 'somebody else asks for it too'
complete -c behest -n '__behest_verb_is prioritize' -l 'unvote' -x -k -a '(__behest_words person)' -d 'somebody does not any more'
complete -c behest -n '__behest_at prioritize 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'rate' -d 'record how satisfied a contact is'
complete -c behest -n '__behest_verb_is rate' -s 'm' -l 'message' -x -d 'what was said'
complete -c behest -n '__behest_verb_is rate' -l 'by' -x -k -a '(__behest_words person)' -d 'whose rating it is (default: the actor)'
complete -c behest -n '__behest_verb_is rate' -l 'survey' -d 'it answers a survey; without SCORE, a survey was sent'
complete -c behest -n '__behest_at rate 0' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'recur' -d 'make requests again and again'
complete -c behest -n '__behest_verb_is recur' -l 'rule' -x -d 'how often, as RFC 5545 has it: FREQ=WEEKLY;BYDAY=MO'
complete -c behest -n '__behest_verb_is recur' -l 'start' -x -d 'the first day, with the time of day (default: today at 00:00)'
complete -c behest -n '__behest_verb_is recur' -l 'zone' -x -d 'the time zone of its days (default: that of the display)'
complete -c behest -n '__behest_verb_is recur' -l 'calendar' -x -d 'what falls on a time when it is closed comes when it opens next'
complete -c behest -n '__behest_verb_is recur' -l 'template' -x -d 'make what [template.NAME] in behest.toml says'
complete -c behest -n '__behest_verb_is recur' -s 'L' -l 'limit' -x -d 'preview: so many occurrences (default 10)'
complete -c behest -n '__behest_verb_is recur' -l 'title' -x -d 'edit: the title'
complete -c behest -n '__behest_verb_is recur' -l 'clear' -x -d 'edit: empty a field: due, labels, field.NAME, template, calendar, …'
complete -c behest -n '__behest_verb_is recur' -s 'b' -l 'body' -x -d 'what it is about, at length'
complete -c behest -n '__behest_verb_is recur' -s 'F' -l 'file' -r -F -d 'take the body from a file, or from standard input with -'
complete -c behest -n '__behest_verb_is recur' -s 'c' -l 'category' -x -k -a '(__behest_words category)' -d 'where it belongs: network/vpn'
complete -c behest -n '__behest_verb_is recur' -s 't' -l 'type' -x -d 'what kind of thing it is: incident, question, change, …'
complete -c behest -n '__behest_verb_is recur' -s 'p' -l 'priority' -x -a 'P1 P2 P3 P4 P5' -d 'how urgent it is, P1 the most'
complete -c behest -n '__behest_verb_is recur' -l 'impact' -x -d 'effect on the business: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is recur' -l 'urgency' -x -d 'how little it can wait: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is recur' -s 'r' -l 'requester' -x -k -a '(__behest_words person)' -d 'who asks for it (default: you)'
complete -c behest -n '__behest_verb_is recur' -l 'via' -x -d 'how it came in: cli, mail, phone, web, chat, visit, meeting, survey, interview, api'
complete -c behest -n '__behest_verb_is recur' -s 'a' -l 'assignee' -x -k -a '(__behest_words person)' -d 'who works on it'
complete -c behest -n '__behest_verb_is recur' -l 'team' -x -k -a '(__behest_words team)' -d 'the team it belongs to'
complete -c behest -n '__behest_verb_is recur' -s 'l' -l 'label' -x -k -a '(__behest_words label)' -d 'labels, several with commas; +x adds, -x takes away'
complete -c behest -n '__behest_verb_is recur' -l 'due' -x -d 'when it is due: 2026-12-01, fri, +3d, 2bd'
complete -c behest -n '__behest_verb_is recur' -l 'estimate' -x -d 'how much work it is: 45m, 2h, 1bd (a working day; 1d is 24 hours), or 2h/4h/12h at best, most likely, at worst'
complete -c behest -n '__behest_verb_is recur' -l 'plan-start' -x -d 'work on it is planned from then on, not before'
complete -c behest -n '__behest_verb_is recur' -l 'book' -x -d 'it needs units of a resource of the configuration; 0 = none any more'
complete -c behest -n '__behest_verb_is recur' -l 'field' -x -k -a '(__behest_words field)' -d 'a field of your own'
complete -c behest -n '__behest_verb_is recur' -l 'key' -x -d 'your own unique name for it'
complete -c behest -n '__behest_at recur 0' -f -a 'add list edit rm preview run'
complete -c behest -n __behest_needs_command -a 'reopen' -d 'open closed requests again'
complete -c behest -n '__behest_verb_is reopen' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is reopen' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is reopen' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is reopen' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_at reopen 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'report' -d 'print figures about a period'
complete -c behest -n '__behest_verb_is report' -l 'from' -x -d 'the period begins here (default: the first request)'
complete -c behest -n '__behest_verb_is report' -l 'to' -x -d 'and ends before this, of a date before its start (default: as-of)'
complete -c behest -n '__behest_verb_is report' -l 'as-of' -x -d 'what was known at this instant (default: now)'
complete -c behest -n '__behest_verb_is report' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'only requests that matched then'
complete -c behest -n '__behest_verb_is report' -l 'by' -x -d 'one group of rows for each; of cost and time several, with commas'
complete -c behest -n '__behest_verb_is report' -l 'team' -x -k -a '(__behest_words team)' -d 'minutes: only of requests of this team'
complete -c behest -n '__behest_verb_is report' -l 'size' -x -d 'quality: of the sample that reviews are to come from (default 10); gaps: requests that a category without an article has at least (default 5)'
complete -c behest -n '__behest_verb_is report' -l 'cohort' -d 'follow the requests created in the period, up to as-of'
complete -c behest -n '__behest_verb_is report' -l 'compare' -x -d 'beside another period, as 2026-10 or prev; cost: prev'
complete -c behest -n '__behest_verb_is report' -l 'per' -x -a 'closed created' -d 'what cost_per_request divides by, the requests closed (default) or created'
complete -c behest -n '__behest_verb_is report' -l 'targets' -d 'beside what [target] asks for; with -q only what is missed'
complete -c behest -n '__behest_verb_is report' -l 'exit-code' -d 'exit with 10 when a target is missed; cost: a budget overspent'
complete -c behest -n '__behest_verb_is report' -l 'forecast' -d 'cost: earned value, estimates at completion, burn and runway'
complete -c behest -n '__behest_at report 0' -f -a 'ageing agents backlog channels cost csat explain fcr flow gaps kpi minutes quality routing sla time trend workload'
complete -c behest -n __behest_needs_command -a 'restore' -d 'replace the database by a backup'
complete -c behest -n '__behest_at restore 0' -F
complete -c behest -n __behest_needs_command -a 'resume' -d 'go on with requests that were waiting'
complete -c behest -n '__behest_verb_is resume' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is resume' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is resume' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is resume' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_at resume 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'review' -d 'review the quality of closed requests'
complete -c behest -n '__behest_verb_is review' -l 'item' -x -d 'score: points for an item of the scorecard'
complete -c behest -n '__behest_verb_is review' -l 'card' -x -d 'score: the scorecard, when there are several'
complete -c behest -n '__behest_verb_is review' -s 'm' -l 'message' -x -d 'score: a note for the agent, kept with the points'
complete -c behest -n '__behest_verb_is review' -l 'size' -x -d 'sample: how many requests (default 10)'
complete -c behest -n '__behest_verb_is review' -l 'from' -x -d 'sample: closed since then; list: reviewed since then'
complete -c behest -n '__behest_verb_is review' -l 'to' -x -d 'and before this (default: now)'
complete -c behest -n '__behest_verb_is review' -s 'a' -l 'assignee' -x -k -a '(__behest_words person)' -d 'list: only reviews of this agent\'s work'
complete -c behest -n '__behest_at review 0' -f -a 'sample score list'
complete -c behest -n '__behest_at review 1 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'rule' -d 'show, try and run the rules of the configuration'
complete -c behest -n '__behest_verb_is rule' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'run: over these requests (default: is:open)'
complete -c behest -n '__behest_verb_is rule' -l 'on' -x -a 'submit change tick' -d 'run: only rules on submit, change or tick'
complete -c behest -n '__behest_at rule 0' -f -a 'list check test why run'
complete -c behest -n '__behest_at rule 1' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'show' -d 'show requests whole, with their comments'
complete -c behest -n '__behest_verb_is show' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is show' -l 'template' -x -d 'a line for each, such as \'{{id}} {{title|trunc:40}}\'; see \'behest help formats\''
complete -c behest -n '__behest_verb_is show' -s 'z' -l 'null' -d 'end each record with NUL, for xargs -0 (ids, tsv, jsonl, --template)'
complete -c behest -n '__behest_verb_is show' -l 'similar' -d 'instead, the five requests most like this one'
complete -c behest -n '__behest_at show 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'sla' -d 'tell what was promised and how it stands'
complete -c behest -n '__behest_verb_is sla' -l 'as-of' -x -d 'show, check, simulate: as it was, or will be, then'
complete -c behest -n '__behest_verb_is sla' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'check, simulate: only requests that match'
complete -c behest -n '__behest_verb_is sla' -l 'within' -x -d 'check: also what is due within this time, such as 2h'
complete -c behest -n '__behest_verb_is sla' -l 'exit-code' -d 'check: exit with 10 when there is any'
complete -c behest -n '__behest_verb_is sla' -l 'sla' -x -d 'simulate: try the targets with this one alone'
complete -c behest -n '__behest_verb_is sla' -l 'respond' -x -d 'simulate: another target of the first answer'
complete -c behest -n '__behest_verb_is sla' -l 'update' -x -d 'simulate: another target of further answers'
complete -c behest -n '__behest_verb_is sla' -l 'resolve' -x -d 'simulate: another target of the end'
complete -c behest -n '__behest_verb_is sla' -l 'calendar' -x -d 'simulate: by another calendar'
complete -c behest -n '__behest_verb_is sla' -l 'from' -x -d 'simulate: clocks decided since then; by default 91 days ago'
complete -c behest -n '__behest_verb_is sla' -l 'to' -x -d 'simulate: and before then'
complete -c behest -n '__behest_at sla 0' -f -a 'list show check simulate'
complete -c behest -n '__behest_at sla 1' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'split' -d 'make a request of its own out of a part of another'
complete -c behest -n '__behest_verb_is split' -s 'b' -l 'body' -x -d 'what it is about, at length'
complete -c behest -n '__behest_verb_is split' -s 'F' -l 'file' -r -F -d 'take the body from a file, or from standard input with -'
complete -c behest -n '__behest_verb_is split' -s 'c' -l 'category' -x -k -a '(__behest_words category)' -d 'where it belongs: network/vpn'
complete -c behest -n '__behest_verb_is split' -s 't' -l 'type' -x -d 'what kind of thing it is: incident, question, change, …'
complete -c behest -n '__behest_verb_is split' -s 'p' -l 'priority' -x -a 'P1 P2 P3 P4 P5' -d 'how urgent it is, P1 the most'
complete -c behest -n '__behest_verb_is split' -l 'impact' -x -d 'effect on the business: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is split' -l 'urgency' -x -d 'how little it can wait: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is split' -s 'r' -l 'requester' -x -k -a '(__behest_words person)' -d 'who asks for it (default: you)'
complete -c behest -n '__behest_verb_is split' -l 'via' -x -d 'how it came in: cli, mail, phone, web, chat, visit, meeting, survey, interview, api'
complete -c behest -n '__behest_verb_is split' -s 'a' -l 'assignee' -x -k -a '(__behest_words person)' -d 'who works on it'
complete -c behest -n '__behest_verb_is split' -l 'team' -x -k -a '(__behest_words team)' -d 'the team it belongs to'
complete -c behest -n '__behest_verb_is split' -s 'l' -l 'label' -x -k -a '(__behest_words label)' -d 'labels, several with commas; +x adds, -x takes away'
complete -c behest -n '__behest_verb_is split' -l 'due' -x -d 'when it is due: 2026-12-01, fri, +3d, 2bd'
complete -c behest -n '__behest_verb_is split' -l 'estimate' -x -d 'how much work it is: 45m, 2h, 1bd (a working day; 1d is 24 hours), or 2h/4h/12h at best, most likely, at worst'
complete -c behest -n '__behest_verb_is split' -l 'start' -x -d 'work on it is planned from then on, not before'
complete -c behest -n '__behest_verb_is split' -l 'book' -x -d 'it needs units of a resource of the configuration; 0 = none any more'
complete -c behest -n '__behest_verb_is split' -l 'field' -x -k -a '(__behest_words field)' -d 'a field of your own'
complete -c behest -n '__behest_verb_is split' -l 'key' -x -d 'your own unique name for it'
complete -c behest -n '__behest_verb_is split' -l 'comment' -x -d 'copy this comment over'
complete -c behest -n '__behest_at split 0' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'status' -d 'show one screen of what matters now'
complete -c behest -n __behest_needs_command -a 'submit' -d 'log a new request'
complete -c behest -n '__behest_verb_is submit' -s 'b' -l 'body' -x -d 'what it is about, at length'
complete -c behest -n '__behest_verb_is submit' -s 'F' -l 'file' -r -F -d 'take the body from a file, or from standard input with -'
complete -c behest -n '__behest_verb_is submit' -s 'c' -l 'category' -x -k -a '(__behest_words category)' -d 'where it belongs: network/vpn'
complete -c behest -n '__behest_verb_is submit' -s 't' -l 'type' -x -d 'what kind of thing it is: incident, question, change, …'
complete -c behest -n '__behest_verb_is submit' -s 'p' -l 'priority' -x -a 'P1 P2 P3 P4 P5' -d 'how urgent it is, P1 the most'
complete -c behest -n '__behest_verb_is submit' -l 'impact' -x -d 'effect on the business: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is submit' -l 'urgency' -x -d 'how little it can wait: 1-3, or high, medium, low'
complete -c behest -n '__behest_verb_is submit' -s 'r' -l 'requester' -x -k -a '(__behest_words person)' -d 'who asks for it (default: you)'
complete -c behest -n '__behest_verb_is submit' -l 'via' -x -d 'how it came in: cli, mail, phone, web, chat, visit, meeting, survey, interview, api'
complete -c behest -n '__behest_verb_is submit' -s 'a' -l 'assignee' -x -k -a '(__behest_words person)' -d 'who works on it'
complete -c behest -n '__behest_verb_is submit' -l 'team' -x -k -a '(__behest_words team)' -d 'the team it belongs to'
complete -c behest -n '__behest_verb_is submit' -s 'l' -l 'label' -x -k -a '(__behest_words label)' -d 'labels, several with commas; +x adds, -x takes away'
complete -c behest -n '__behest_verb_is submit' -l 'due' -x -d 'when it is due: 2026-12-01, fri, +3d, 2bd'
complete -c behest -n '__behest_verb_is submit' -l 'estimate' -x -d 'how much work it is: 45m, 2h, 1bd (a working day; 1d is 24 hours), or 2h/4h/12h at best, most likely, at worst'
complete -c behest -n '__behest_verb_is submit' -l 'start' -x -d 'work on it is planned from then on, not before'
complete -c behest -n '__behest_verb_is submit' -l 'book' -x -d 'it needs units of a resource of the configuration; 0 = none any more'
complete -c behest -n '__behest_verb_is submit' -l 'field' -x -k -a '(__behest_words field)' -d 'a field of your own'
complete -c behest -n '__behest_verb_is submit' -l 'key' -x -d 'your own unique name for it'
complete -c behest -n '__behest_verb_is submit' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is submit' -l 'template' -x -d 'as [template.NAME] in behest.toml says, with all that belongs below it'
complete -c behest -n '__behest_verb_is submit' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is submit' -l 'attach' -r -F -d 'also keep this file with the request'
complete -c behest -n '__behest_verb_is submit' -s 'e' -l 'editor' -d 'fill in a form in your editor, with what is given already in it'
complete -c behest -n __behest_needs_command -a 'suggest' -d 'suggest category, team, assignee and type, as past requests have them'
complete -c behest -n '__behest_verb_is suggest' -s 'b' -l 'body' -x -d 'a text, in place of a request'
complete -c behest -n '__behest_verb_is suggest' -l 'field' -x -a 'category team assignee type' -d 'only this field: category, team, assignee or type'
complete -c behest -n '__behest_verb_is suggest' -l 'jsonl' -r -F -d 'a text a line, as {"text": …}, from a file, or - for standard input'
complete -c behest -n '__behest_at suggest 0' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'tick' -d 'do what time has brought about'
complete -c behest -n __behest_needs_command -a 'time' -d 'log work on requests'
complete -c behest -n '__behest_verb_is time' -l 'from' -x -d 'when the work began; list: from then on'
complete -c behest -n '__behest_verb_is time' -l 'to' -x -d 'when it ended; list: until before then'
complete -c behest -n '__behest_verb_is time' -l 'agent' -x -k -a '(__behest_words person)' -d 'who did it (default: you)'
complete -c behest -n '__behest_verb_is time' -l 'kind' -x -d 'what kind of work: travel, call, …'
complete -c behest -n '__behest_verb_is time' -l 'billable' -x -a 'yes no' -d 'whether it is billable (default: as its kind, else yes)'
complete -c behest -n '__behest_verb_is time' -s 'm' -l 'message' -x -d 'what was done'
complete -c behest -n '__behest_verb_is time' -l 'force' -d 'even if it overlaps, or ends in the future'
complete -c behest -n '__behest_at time 0' -f -a 'start stop add edit rm list'
complete -c behest -n '__behest_at time 1 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'undo' -d 'take back your last command'
complete -c behest -n '__behest_verb_is undo' -l 'redo' -d 'apply again what was last taken back'
complete -c behest -n __behest_needs_command -a 'version' -d 'print the version'
complete -c behest -n __behest_needs_command -a 'view' -d 'keep queries with a name'
complete -c behest -n '__behest_verb_is view' -l 'columns' -x -d 'save: show these columns; field.NAME is that of a custom field'
complete -c behest -n '__behest_verb_is view' -l 'sort' -x -k -a '(__behest_words query-field)' -d 'save: by this field, several with commas; -FIELD for descending'
complete -c behest -n '__behest_at view 0' -f -a 'save list rm'
complete -c behest -n '__behest_at view 2 on' -f -k -a '(__behest_words query-field)'
complete -c behest -n __behest_needs_command -a 'wait' -d 'put requests on hold until somebody answers'
complete -c behest -n '__behest_verb_is wait' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is wait' -s 'm' -l 'message' -x -d 'also add this comment'
complete -c behest -n '__behest_verb_is wait' -l 'public' -d 'the comment is for the requester to see'
complete -c behest -n '__behest_verb_is wait' -l 'if-version' -x -d 'only if the request is still at this version'
complete -c behest -n '__behest_verb_is wait' -l 'on' -x -k -a '(__behest_words person)' -d 'requester (default), or the name of the third party'
complete -c behest -n '__behest_verb_is wait' -l 'until' -x -d '\'behest tick\' opens it again then'
complete -c behest -n '__behest_at wait 0 on' -f -k -a '(__behest_words id)'
complete -c behest -n __behest_needs_command -a 'watch' -d 'hear of changes to requests in your inbox'
complete -c behest -n '__behest_verb_is watch' -s 'w' -l 'where' -x -k -a '(__behest_words query-field)' -d 'every request that matches the query'
complete -c behest -n '__behest_verb_is watch' -l 'off' -d 'no longer'
complete -c behest -n '__behest_at watch 0 on' -f -k -a '(__behest_words id)'
