$ behest recur preview 'FREQ=MONTHLY;BYDAY=-1FR' -L 3
At                    There
2026-11-27T00:00:00Z  2026-11-27 00:00
2026-12-25T00:00:00Z  2026-12-25 00:00
2027-01-29T00:00:00Z  2027-01-29 00:00
$ behest recur preview 'FREQ=WEEKLY;BYDAY=1MO'
2> behest: the rule, column 1: a day such as 1MO belongs to a month or a year
2> hint: for example FREQ=WEEKLY;BYDAY=MO, FREQ=MONTHLY;BYDAY=-1FR or FREQ=DAILY;INTERVAL=2
[2]
$ behest recur add 'Check the backups' --rule 'FREQ=DAILY' --start 2026-11-22T09:00 --zone Europe/Berlin --due +1d -a bob -l ops,nightly --field system=db1 -p P2
recurrence 1: Check the backups
$ behest recur add 'Monthly report' --rule 'freq=monthly;bymonthday=1' -r lead -q
2
$ behest recur list
ID  Title              Rule                       Zone           Calendar  Made  Next
 1  Check the backups  FREQ=DAILY                 Europe/Berlin               0  2026-11-22T08:00:00Z
 2  Monthly report     freq=monthly;bymonthday=1  UTC                         0  2026-12-01T00:00:00Z
$ behest recur list --json
[
{"id":1,"title":"Check the backups","rule":"FREQ=DAILY","start":"2026-11-22T08:00:00Z","zone":"Europe/Berlin","calendar":null,"template":null,"set":{"title":"Check the backups","priority":"P2","assignee":"bob","due":"+1d","labels":["ops","nightly"],"fields":{"system":"db1"}},"made":0,"next":"2026-11-22T08:00:00Z"},
{"id":2,"title":"Monthly report","rule":"freq=monthly;bymonthday=1","start":"2026-11-21T00:00:00Z","zone":"UTC","calendar":null,"template":null,"set":{"title":"Monthly report","requester":"lead"},"made":0,"next":"2026-12-01T00:00:00Z"}
]
$ behest recur run; behest list --count
0
# Once each, after an outage as well, and by whomever.
$ BEHEST_NOW=2026-11-24T12:00:00Z behest recur run
#1 Check the backups
#2 Check the backups
#3 Check the backups
$ BEHEST_NOW=2026-11-24T12:00:00Z behest tick; BEHEST_NOW=2026-11-24T12:00:00Z behest recur run --json
[]
2> no request matches
$ behest list --json --fields id,key,title,due,assignee,requester,priority,labels,fields,channel
[
{"id":3,"key":"recur:1:2026-11-24","title":"Check the backups","due":"2026-11-25T08:00:00Z","assignee":"bob","requester":"alice","priority":"P2","labels":["nightly","ops"],"fields":{"system":"db1"},"channel":"api"},
{"id":2,"key":"recur:1:2026-11-23","title":"Check the backups","due":"2026-11-24T08:00:00Z","assignee":"bob","requester":"alice","priority":"P2","labels":["nightly","ops"],"fields":{"system":"db1"},"channel":"api"},
{"id":1,"key":"recur:1:2026-11-22","title":"Check the backups","due":"2026-11-23T08:00:00Z","assignee":"bob","requester":"alice","priority":"P2","labels":["nightly","ops"],"fields":{"system":"db1"},"channel":"api"}
]
$ for i in 1 2 3 4 5 6 7 8 9 10; do BEHEST_NOW=2026-12-01T12:00:00Z behest tick -q & done > ticks; wait; sort -n ticks | uniq -d; behest list 'title~report' --count; wc -l < ticks | tr -d ' '
1
8
# Taken back or deleted, it is not made again.
$ BEHEST_NOW=2026-12-02T12:00:00Z behest recur run -q; BEHEST_NOW=2026-12-02T12:00:00Z behest undo > /dev/null; BEHEST_NOW=2026-12-02T12:00:00Z behest recur run
12
$ BEHEST_NOW=2026-12-03T01:00:00Z behest recur edit 1 --rule 'FREQ=WEEKLY;BYDAY=MO' --due +2d -l weekly; behest recur rm 2; behest recur list
recurrence 1: Check the backups (changed)
recurrence 2: Monthly report is gone; what it made stays
ID  Title              Rule                  Zone           Calendar  Made  Next
 1  Check the backups  FREQ=WEEKLY;BYDAY=MO  Europe/Berlin              10  2026-12-07T08:00:00Z
$ behest recur preview 1 -L 2
At                    There
2026-12-07T08:00:00Z  2026-12-07 09:00
2026-12-14T08:00:00Z  2026-12-14 09:00
$ behest recur rm 2
2> behest: there is no recurrence 2
2> hint: see 'behest recur list'
[3]
$ behest recur add x --rule 'FREQ=HOURLY'
2> behest: the rule, column 6: FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY
2> hint: for example FREQ=WEEKLY;BYDAY=MO, FREQ=MONTHLY;BYDAY=-1FR or FREQ=DAILY;INTERVAL=2
[2]
$ behest recur add x --rule 'FREQ=DAILY' --zone Nowhere
2> behest: --zone: unknown time zone Nowhere
2> hint: use an IANA name such as Europe/Berlin, Asia/Shanghai or UTC; zones come from the system's tzdata
[2]
$ behest recur add x --rule 'FREQ=DAILY' --due someday
2> behest: --due: not a time
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest recur add --rule 'FREQ=DAILY'
2> behest: it is not said what is to be made
2> hint: give a TITLE, or --template NAME
[2]
$ behest recur add x --rule 'FREQ=DAILY' --template none
2> behest: there is no template 'none'
2> hint: write one as [template.NAME] in behest.toml
[3]
$ behest recur list --rule x
2> behest: 'recur list' takes no --rule, --start, --zone, --calendar or --template
2> hint: they are for add, edit and preview
[2]
# On a holiday it comes when the calendar is open next.
$ mkdir -p ~/.config/behest; printf '[calendar.desk]\nzone = "UTC"\nweek = { mon-fri = ["08:00-16:00"] }\nholidays = ["2026-12-07"]\n[template.newcomer]\ntitle = "A new colleague"\ndue = "+3d"\nlabels = ["hr"]\nchildren = ["Laptop", "@mail"]\n[template.mail]\ntitle = "Mailbox"\ncategory = "mail"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest recur add Weekend --rule 'FREQ=WEEKLY;BYDAY=SA' --start 2026-11-28T09:00 --calendar desk -q; behest recur preview 3 -L 3
3
At                    There
2026-11-30T08:00:00Z  2026-11-30 08:00
2026-12-08T08:00:00Z  2026-12-08 08:00
2026-12-14T08:00:00Z  2026-12-14 08:00
# Templates, with what belongs below them.
$ behest submit --template newcomer -r 'Zoe Lin' -c staff
#13 A new colleague
#14 Laptop (part of #13)
#15 Mailbox (part of #13)
$ behest list 'requester:"Zoe Lin"' --json --fields id,title,category,labels,due,links
[
{"id":15,"title":"Mailbox","category":"mail","labels":[],"due":null,"links":[]},
{"id":14,"title":"Laptop","category":"staff","labels":[],"due":null,"links":[]},
{"id":13,"title":"A new colleague","category":"staff","labels":["hr"],"due":"2026-11-24T12:00:00Z","links":[{"rel":"parent","to":14},{"rel":"parent","to":15}]}
]
$ behest submit --template newcommer
2> behest: there is no template 'newcommer'
2> hint: there are: newcomer, mail
[3]
$ behest recur add --template newcomer --rule 'FREQ=MONTHLY' --start 2027-01-31 -q; BEHEST_NOW=2027-01-31T10:00:00Z behest recur run | tail -n 3
4
#33 A new colleague
#34 Laptop (part of #33)
#35 Mailbox (part of #33)
$ printf '[template.mail]\nchildren = ["@newcomer"]\n' > loop.toml; behest submit --template newcomer --config loop.toml
2> behest: the template 'newcomer' never ends: it contains itself
2> hint: see template.newcomer.children in behest.toml
[78]
# An edit merges, takes away and empties, and makes nothing of the past.
$ behest recur edit 1 --field host=db2 -l +extra -l -nightly --json --fields set
{"set":{"title":"Check the backups","priority":"P2","assignee":"bob","due":"+2d","labels":["ops","weekly","extra"],"fields":{"system":"db1","host":"db2"}}}
$ behest recur edit 1 --field system= -l weekly --clear due --clear labels -l one --json --fields set
{"set":{"title":"Check the backups","priority":"P2","assignee":"bob","labels":["weekly","one"],"fields":{"host":"db2"}}}
$ behest recur edit 1 --clear colour
2> behest: 'colour' is nothing of a recurrence that can be emptied
2> hint: these can: assignee, body, bookings, category, channel, due, estimate, fields, impact, labels, priority, requester, start, team, title, type, urgency, field.NAME, template, calendar
[2]
$ behest recur edit 1 --zone Nowhere
2> behest: --zone: unknown time zone Nowhere
2> hint: use an IANA name such as Europe/Berlin, Asia/Shanghai or UTC; zones come from the system's tzdata
[2]
$ behest recur list --clear due
2> behest: 'recur list' takes no --clear
2> hint: it is for edit
[2]
$ behest recur add Yearly --rule FREQ=YEARLY --start 2026-11-22T09:00 -q; BEHEST_NOW=2027-11-21T12:00:00Z behest recur edit 5 --rule FREQ=DAILY; BEHEST_NOW=2027-11-21T12:00:00Z behest recur preview 5 -L 1; behest recur rm 5 -q
5
recurrence 5: Yearly (changed)
At                    There
2027-11-22T09:00:00Z  2027-11-22 09:00
5
# Rooms that are booked, and a start for the plan; what is unknown is refused at once.
$ printf '[resource.room]\ncapacity = 3\n' > room.toml; behest --config room.toml recur add Jour --rule FREQ=WEEKLY --book room=2 --plan-start +1d --json --fields id,set
{"id":6,"set":{"title":"Jour","start":"+1d","bookings":{"room":2}}}
$ behest recur add x --rule FREQ=DAILY --book nope=2
2> behest: there is no resource 'nope'
2> hint: declare it as [resource.nope] in behest.toml
[2]
$ behest recur add x --rule FREQ=DAILY --plan-start someday
2> behest: --plan-start: not a time
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
# UNTIL is an instant where it has a time of day; of a rule that never comes that is said.
$ behest recur preview 'FREQ=DAILY;UNTIL=20261201T035959Z' --zone America/New_York --start 2026-11-29T23:30
At                    There
2026-11-30T04:30:00Z  2026-11-29 23:30
$ behest recur preview 'FREQ=DAILY;UNTIL=20261125Tgarbage'
2> behest: the rule, column 27: UNTIL takes a time of day such as T140000, or T140000Z for UTC
2> hint: for example FREQ=WEEKLY;BYDAY=MO, FREQ=MONTHLY;BYDAY=-1FR or FREQ=DAILY;INTERVAL=2
[2]
$ behest recur preview 'FREQ=DAILY' -L 1
At                    There
2026-11-22T00:00:00Z  2026-11-22 00:00
$ behest recur add Never --rule 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'
recurrence 7: Never
2> no day of the rule is to come: nothing will be made
$ behest recur preview 'FREQ=DAILY;UNTIL=20261120'
2> no day of the rule is to come: nothing will be made
# What is not taken is not passed over.
$ behest recur list -L 2
2> behest: 'recur list' takes no --limit
2> hint: it is for preview
[2]
$ behest recur preview 1 --start 2026-12-01
2> behest: a recurrence has a rule, a start, a zone and a calendar of its own
2> hint: name a rule in its place, or leave them out
[2]
$ behest recur run now
2> behest: 'recur run' takes no word, and 'now' is one
2> hint: it is about all recurrences
[2]
$ behest recur list --json --fields id,calendar
[
{"id":1,"calendar":null},
{"id":3,"calendar":"desk"},
{"id":4,"calendar":null},
{"id":6,"calendar":null},
{"id":7,"calendar":null}
]
$ behest recur list --fields colour
2> behest: there is no field 'colour' here
2> hint: fields: id, title, rule, start, zone, calendar, template, set, made, next
[2]
# A calendar that is gone: it is named, and all else is done.
$ printf '[calendar.desk]\nzone = "UTC"\nweek = { mon-fri = ["08:00-16:00"] }\n' > desk.toml; behest init --db gone.db 2> errors; behest --config desk.toml --db gone.db recur add Gone --rule FREQ=DAILY --calendar desk -q; behest --config desk.toml --db gone.db recur add Here --rule FREQ=DAILY -q; rm ~/.config/behest/behest.toml
the database is gone.db (0 requests)
1
2
$ behest --db gone.db recur list
ID  Title  Rule        Zone  Calendar  Made  Next
 1  Gone   FREQ=DAILY  UTC   desk         0
 2  Here   FREQ=DAILY  UTC                0  2026-11-22T00:00:00Z
2> when recurrence 1 comes next cannot be told: there is no calendar 'desk'
$ BEHEST_NOW=2026-11-23T12:00:00Z behest --db gone.db tick
#1 Here
#2 Here
2> recurrence 1: Gone cannot be made: there is no calendar 'desk'
[6]
