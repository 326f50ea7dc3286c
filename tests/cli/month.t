# A small project is planned, a month of its work and money runs over the budget, and is reported and alarmed.
$ printf '[cost]\ncurrency = "EUR"\n[agent.alice]\nrate = "60 EUR"\n[agent.bob]\nrate = "50 EUR"\n[budget]\nwarn = "75%%"\nnotify = ["lea"]\n' > .behest.toml; behest config check
$ behest submit 'Move the service desk 搬家' --team office -r lea -q; behest submit 'Measure the rooms' --team office -a alice --estimate 4h -q; behest submit 'Order the desks' --team office -a bob --estimate 1d/2d/6d -q; behest submit 'Lay the cables' --team office -a alice --estimate 2d -q; behest submit 'Moving day' --team office -q
$ behest link 1 parent 2-5 -q; behest link 2 blocks 3 4 -q; behest link 3 blocks 5 -q; behest link 4 blocks 5 -q
$ behest plan show --as gantt --from 2026-11-23
$ behest plan show --as html --from 2026-11-23 | grep -c '<svg'
$ behest plan check --from 2026-11-23
$ behest plan what-if --due 2026-11-27 --from 2026-11-23
$ behest cost budget set move 1000 -w team:office --from 2026-11-01 --to 2026-12-01
$ behest tick; behest cost budget list --exit-code -q
# The month goes by.
@ +3d
$ behest time add 2 5h --agent alice --from 2026-11-23T09:00 -q; behest close 2 -q; behest cost add 3 400 --kind furniture -m 'Deposit for six desks'
$ behest tick
$ behest comment 1 --via meeting --attendee lea --attendee 'Wang Fang' --user alice -m 'The desks come on Friday.' -q
@ +2d
$ behest time add 3 2h --agent bob --from 2026-11-26T09:00 -q
$ behest tick --dry-run
$ behest tick
$ behest tick
$ behest time add 4 3h --agent alice --from 2026-11-26T08:00 -q; behest cost add 3 50 -m 'Delivery' -q; behest close 3 4 5 -q
# Any number of ticks at once give one alarm.
$ for i in 1 2 3 4 5 6 7 8 9 10; do behest tick & done > ticks; wait; cat ticks
$ behest tick --json
$ behest cost budget list --exit-code -q
$ behest report cost --by kind --format csv --exit-code
$ behest report time --by user,day
$ behest report cost --forecast --exit-code --json | tr ',' '\n' | grep -E '"(actual_minor|ev_minor|cpi|over|used)"'
$ behest inbox --user lea --format tsv --fields id,about
$ behest inbox --user lea --mark-read -q; behest inbox --user lea --json
# A budget that is set anew can give alarm again; undo takes an alarm back.
$ behest cost budget set move 1100 -w team:office -q; behest tick
$ behest undo; behest tick --dry-run; behest cost budget rm move; behest tick
$ behest cost list --exit-code
$ printf '[budget]\nwarn = "120%%"\n' > wrong.toml; behest --config wrong.toml config check
$ printf '[budget]\nwarn = 80\n' > wrong.toml; behest --config wrong.toml config check
# The minutes of the month.
$ behest report minutes --team office --from 2026-11-01 --format md
# What was found out answers the next who asks.
$ mkdir ~/bin; printf '#!/bin/sh\nscript -qec "$1" /dev/null | tr -d "\\r"\n' > ~/bin/on-terminal; chmod +x ~/bin/on-terminal
$ behest kb add 'Book a room on floor 2' -b 'Ask lea.' -s published -c office
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal "behest submit 'How to book a room on floor 2' -r zoe"
$ behest kb deflect 1 6; behest kb list --format tsv --fields id,deflected; behest show 6 --json --fields state,resolution
# After a month off, what comes back is made once, by however many ticks.
$ behest recur add 'Check the backups' --rule 'FREQ=WEEKLY;BYDAY=MO' -q
@ +30d
$ for i in 1 2 3 4 5 6 7 8 9 10; do behest tick -q & done > ticks; wait; sort -n ticks | uniq -d; wc -l < ticks | tr -d ' '; behest list 'title~backups' --format tsv --fields key --sort id
$ behest tick
