# A small project is planned, a month of its work and money runs over the budget, and is reported and alarmed.
$ printf '[cost]\ncurrency = "EUR"\n[agent.alice]\nrate = "60 EUR"\n[agent.bob]\nrate = "50 EUR"\n[budget]\nwarn = "75%%"\nnotify = ["lea"]\n' > .behest.toml; behest config check
$PWD/.behest.toml: right
$ behest submit 'Move the service desk 搬家' --team office -r lea -q; behest submit 'Measure the rooms' --team office -a alice --estimate 4h -q; behest submit 'Order the desks' --team office -a bob --estimate 1d/2d/6d -q; behest submit 'Lay the cables' --team office -a alice --estimate 2d -q; behest submit 'Moving day' --team office -q
1
2
3
4
5
$ behest link 1 parent 2-5 -q; behest link 2 blocks 3 4 -q; behest link 3 blocks 5 -q; behest link 4 blocks 5 -q
1
2
3
4
$ behest plan show --as gantt --from 2026-11-23
                              11-23   12:00   11-24    12:00   11-25
                              ┬───────┬───────┬────────┬───────┬────────┬──
 1 Move the service desk 搬家 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸    0%
 2   Measure the rooms        ▓▓      ┊       ┊        ┊       ┊        ┊     0%
 3   Order the desks          ┊ ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓    0%
 4   Lay the cables           ┊ ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░········    0%
 5   Moving day               ┊       ┊       ┊        ┊       ┊        ┊ ◆   0%

█ done  ▓ critical, to do  ░ to do  · float  ◆ milestone  ━ parts
$ behest plan show --as html --from 2026-11-23 | grep -c '<svg'
1
$ behest plan check --from 2026-11-23
#5 has no estimate and counts as nothing
$ behest plan what-if --due 2026-11-27 --from 2026-11-23
By                    Probability
2026-11-27T00:00:00Z       94.5 %
2026-11-25T16:00:00Z       50.0 %
2026-11-26T08:49:57Z       80.0 %
2026-11-26T17:37:52Z       90.0 %
2026-11-27T00:53:49Z       95.0 %

From 2026-11-23T00:00:00Z to 2026-11-25T16:00:00Z: 2d 16h, standard deviation 20h.
Critical: #2 -> #3 -> #5.
Of the critical path alone: paths beside it that could become critical make it less likely.
$ behest cost budget set move 1000 -w team:office --from 2026-11-01 --to 2026-12-01
budget move is 1000.00 EUR
$ behest tick; behest cost budget list --exit-code -q
# The month goes by.
@ +3d
$ behest time add 2 5h --agent alice --from 2026-11-23T09:00 -q; behest close 2 -q; behest cost add 3 400 --kind furniture -m 'Deposit for six desks'
2
2
#3.1 400.00 EUR
$ behest tick
$ behest comment 1 --via meeting --attendee lea --attendee 'Wang Fang' --user alice -m 'The desks come on Friday.' -q
1
@ +2d
$ behest time add 3 2h --agent bob --from 2026-11-26T09:00 -q
3
$ behest tick --dry-run
would be: budget move at 75%: 800.00 of 1000.00 EUR; lea notified
$ behest tick
budget move at 75%: 800.00 of 1000.00 EUR; lea notified
$ behest tick
$ behest time add 4 3h --agent alice --from 2026-11-26T08:00 -q; behest cost add 3 50 -m 'Delivery' -q; behest close 3 4 5 -q
4
3
3
4
5
# Any number of ticks at once give one alarm.
$ for i in 1 2 3 4 5 6 7 8 9 10; do behest tick & done > ticks; wait; cat ticks
budget move overspent: 1030.00 of 1000.00 EUR; lea notified
$ behest tick --json
[]
$ behest cost budget list --exit-code -q
Budget  Figure           Value
move    budget     1000.00 EUR
move    actual     1030.00 EUR
move    used           103.0 %
move    remaining   -30.00 EUR
move    committed     0.00 EUR
[10]
$ behest report cost --by kind --format csv --exit-code
kind,labour,expenses,resources,total,committed,currency\r (esc)
(none),580.00,50.00,0.00,630.00,0.00,EUR\r (esc)
furniture,0.00,400.00,0.00,400.00,0.00,EUR\r (esc)
total,580.00,450.00,0.00,1030.00,0.00,EUR\r (esc)
[10]
$ behest report time --by user,day
User   Day         Entries  Length  Counted  Billable
alice  2026-11-23        1      5h       5h        5h
alice  2026-11-26        1      3h       3h        3h
bob    2026-11-26        1      2h       2h        2h
total                    3     10h      10h       10h
$ behest report cost --forecast --exit-code --json | tr ',' '\n' | grep -E '"(actual_minor|ev_minor|cpi|over|used)"'
"actual_minor":103000
"used":1.03
"over":true
"ev_minor":100000
"cpi":0.9709
$ behest inbox --user lea --format tsv --fields id,about
id	about
	budget move at 75%: 800.00 of 1000.00 EUR
	budget move overspent: 1030.00 of 1000.00 EUR
$ behest inbox --user lea --mark-read -q; behest inbox --user lea --json
When                  ID  Title  About                                          By
2026-11-26T12:00:00Z             budget move at 75%: 800.00 of 1000.00 EUR      alice
2026-11-26T12:00:00Z             budget move overspent: 1030.00 of 1000.00 EUR  alice
[]
# A budget that is set anew can give alarm again; undo takes an alarm back.
$ behest cost budget set move 1100 -w team:office -q; behest tick
budget move at 75%: 1030.00 of 1100.00 EUR; lea notified
$ behest undo; behest tick --dry-run; behest cost budget rm move; behest tick
undone: tick (2026-11-26T12:00:00Z)
  alarm.move 75: {"at":1795694400000,"told":["lea"]} -> -
  notice.lea/000000000000023.1: budget move at 75%: 1030.00 of 1100.00 EUR -> -
would be: budget move at 75%: 1030.00 of 1100.00 EUR; lea notified
budget move taken away
$ behest cost list --exit-code
2> behest: 'cost list' has no use for --exit-code
2> hint: it is for: budget list
[2]
$ printf '[budget]\nwarn = "120%%"\n' > wrong.toml; behest --config wrong.toml config check
2> behest: wrong.toml:2:8: 'budget.warn' takes at most "100%"
[78]
$ printf '[budget]\nwarn = 80\n' > wrong.toml; behest --config wrong.toml config check
2> behest: wrong.toml:2:8: 'budget.warn' takes a percentage such as "75%", not a whole number
[78]
# The minutes of the month.
$ behest report minutes --team office --from 2026-11-01 --format md
\# Minutes of office

1 conversation from 2026-11-01T00:00:00Z to 2026-11-26T12:00:00Z, as of 2026-11-26T12:00:00Z.

## 2026-11-24 12:00, meeting: \#1 Move the service desk 搬家

Present: lea, Wang Fang; recorded by alice

The desks come on Friday.
# What was found out answers the next who asks.
$ mkdir ~/bin; printf '#!/bin/sh\nscript -qec "$1" /dev/null | tr -d "\\r"\n' > ~/bin/on-terminal; chmod +x ~/bin/on-terminal
$ behest kb add 'Book a room on floor 2' -b 'Ask lea.' -s published -c office
article 1: Book a room on floor 2
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal "behest submit 'How to book a room on floor 2' -r zoe"
hint: article 1 may answer it: Book a room on floor 2 ('behest kb show 1'; when it does, 'behest kb deflect 1 6')
#6 How to book a room on floor 2
$ behest kb deflect 1 6; behest kb list --format tsv --fields id,deflected; behest show 6 --json --fields state,resolution
article 1 answered zoe: Book a room on floor 2; #6 closed as withdrawn
id	deflected
1	1
{"state":"closed","resolution":"withdrawn"}
# After a month off, what comes back is made once, by however many ticks.
$ behest recur add 'Check the backups' --rule 'FREQ=WEEKLY;BYDAY=MO' -q
1
@ +30d
$ for i in 1 2 3 4 5 6 7 8 9 10; do behest tick -q & done > ticks; wait; sort -n ticks | uniq -d; wc -l < ticks | tr -d ' '; behest list 'title~backups' --format tsv --fields key --sort id
4
key
recur:1:2026-11-30
recur:1:2026-12-07
recur:1:2026-12-14
recur:1:2026-12-21
$ behest tick
