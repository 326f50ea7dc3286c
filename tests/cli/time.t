$ printf '[time]\nround = "15m"\n[kind.travel]\nbillable = "no"\n' > .behest.toml
$ behest submit 'Printer jams' -c hardware -q; behest submit 'VPN drops' -c network -q
1
2
# Work takes some time; a timer of none is dropped.
$ behest time add 1 0m
2> behest: the work would take no time
2> hint: give how long it took, as in 45m or 1h30m
[2]
$ behest time start 1 -q; behest time stop; behest time list
1
#1.1 dropped: it ran for less than a second
$ behest time start 1 --from 2026-11-21T11:30 -m 'Call with Zoe'
#1.1 timer started
$ behest time list
ID   Request  Who    Start                 End  Length  Counted  Kind  Billable  Note
1.1        1  alice  2026-11-21T11:30:00Z          30m      30m        yes       Call with Zoe
$ behest time start 2
2> behest: a timer of alice is running: #1.1
2> hint: stop it first: 'behest time stop'
[4]
$ behest time stop
#1.1 30m of work
$ behest time stop
2> behest: no timer of alice is running
2> hint: start one: 'behest time start ID'
[4]
$ behest time add 1 1h30m
2> behest: it overlaps with #1.1 of alice, from 2026-11-21T11:30:00Z to 2026-11-21T12:00:00Z
2> hint: change one of them with --from and --to, or add --force
[4]
$ behest time add 1 2h --from 2026-11-20T23:00
#1.2 2h of work
$ behest time add 2 1h10m --agent bob
#2.1 1h10m of work of bob
$ behest time add 2 --from 2026-11-20T08:00 --to 2026-11-20T08:40 --kind travel
#2.2 40m of work
$ behest time add 2 1h --from tomorrow
2> behest: the work would end in the future, at 2026-11-22T01:00:00Z
2> hint: check --from and the length, or add --force
[4]
$ behest time add 2 1h --from 2026-11-20T08:20 --to 2026-11-20T09:00
2> behest: a length, --from and --to are one too many
2> hint: give two of them
[2]
$ behest time list
ID   Request  Who    Start                 End                   Length  Counted  Kind    Billable  Note
2.2        2  alice  2026-11-20T08:00:00Z  2026-11-20T08:40:00Z     40m      45m  travel  no
1.2        1  alice  2026-11-20T23:00:00Z  2026-11-21T01:00:00Z      2h       2h          yes
2.1        2  bob    2026-11-21T10:50:00Z  2026-11-21T12:00:00Z  1h 10m   1h 15m          yes
1.1        1  alice  2026-11-21T11:30:00Z  2026-11-21T12:00:00Z     30m      30m          yes       Call with Zoe
$ behest time list -q
2.2
1.2
2.1
1.1
$ behest time list --from 2026-11-21 --agent me --json
[
{"id":"1.2","request":1,"agent":"alice","start":"2026-11-21T00:00:00Z","end":"2026-11-21T01:00:00Z","length_s":3600,"counted_s":3600,"kind":null,"billable":true,"note":null},
{"id":"1.1","request":1,"agent":"alice","start":"2026-11-21T11:30:00Z","end":"2026-11-21T12:00:00Z","length_s":1800,"counted_s":1800,"kind":null,"billable":true,"note":"Call with Zoe"}
]
$ behest report time --by user,day,category
User   Day         Category  Entries  Length  Counted  Billable
alice  2026-11-20  hardware        1      1h       1h        1h
alice  2026-11-20  network         1     40m      45m        0s
alice  2026-11-21  hardware        2  1h 30m   1h 30m    1h 30m
bob    2026-11-21  network         1  1h 10m   1h 15m    1h 15m
total                              4  4h 20m   4h 30m    3h 45m
$ behest report time --by category --json
{"report":"time","from":null,"to":null,"as_of":"2026-11-21T12:00:00Z","by":["category"],"rows":[{"category":"hardware","entries":2,"length_s":9000,"counted_s":9000,"billable_s":9000},{"category":"network","entries":2,"length_s":6600,"counted_s":7200,"billable_s":4500}],"total":{"entries":4,"length_s":15600,"counted_s":16200,"billable_s":13500}}
$ behest report time --by users
2> behest: 'users' is nothing to group by
2> hint: these are: user, team, category, kind, request, day, week, month, field.NAME
[2]
$ behest time edit 1.2 3h
#1.2 edited
$ behest time edit 1.2 --from 2026-11-20T20:00
#1.2 edited
$ behest time edit 1.2 --billable no -n
would be: #1.2 edited
  #1 work.2: {"agent":"alice","start":"2026-11-20T20:00:00Z","seconds":10800,"kind":null,"billable":true,"note":null} -> {"agent":"alice","start":"2026-11-20T20:00:00Z","seconds":10800,"kind":null,"billable":false,"note":null}
# A script gets the new entry, to change it or to take it away.
$ behest time add 2 5m --agent carol --json --fields id,entry
{"id":2,"entry":{"id":"2.3","request":2,"agent":"carol","start":"2026-11-21T11:55:00Z","end":"2026-11-21T12:00:00Z","length_s":300,"counted_s":900,"kind":null,"billable":true,"note":null}}
$ behest time edit 2.3 4m --json --fields entry
{"entry":{"id":"2.3","request":2,"agent":"carol","start":"2026-11-21T11:55:00Z","end":"2026-11-21T11:59:00Z","length_s":240,"counted_s":900,"kind":null,"billable":true,"note":null}}
$ behest time rm 2.3 --json --fields entry
{"entry":null}
$ behest time rm 2.2
#2.2 taken away
$ behest undo
undone: time (2026-11-21T12:00:00Z)
  #2 work.2: - -> {"agent":"alice","start":"2026-11-20T08:00:00Z","seconds":2400,"kind":"travel","billable":false,"note":null}
$ behest time rm 2.9
2> behest: there is no work #2.9
2> hint: see 'behest time list id:2'
[3]
$ behest time edit 2
2> behest: '2' is no entry of work
2> hint: name one as in 'behest time edit 12.3'; 'behest time list' shows them
[2]
$ behest time add 2 soon
2> behest: 'soon' is no length of work
2> hint: for example 45m or 1h30m
[2]
$ behest time add 2
2> behest: it is not said how long the work took
2> hint: give a length, as in 'behest time add 12 1h30m', or --from and --to
[2]
$ behest time start
2> behest: 'time start' does not take these words
2> hint: start ID, stop, add ID LENGTH, edit ID.N [LENGTH], rm ID.N, list [QUERY]
[2]
$ behest log 2 --limit 2
When                  ID  Who    Verb           Field   Old                                                                                                           New
2026-11-21T12:00:00Z   2  alice  undo           work.2  -                                                                                                             {"agent":"alice","start":"2026-11-20T08:00:00Z","seconds":2400,"kind":"travel","billable":false,"note":null}
2026-11-21T12:00:00Z   2  alice  work (undone)  work.2  {"agent":"alice","start":"2026-11-20T08:00:00Z","seconds":2400,"kind":"travel","billable":false,"note":null}  -
$ behest time list --billable no
ID   Request  Who    Start                 End                   Length  Counted  Kind    Billable  Note
2.2        2  alice  2026-11-20T08:00:00Z  2026-11-20T08:40:00Z     40m      45m  travel  no
$ behest time list --billable yes --kind travel -m x
2> behest: 'time list' has no use for -m
2> hint: it is for: start, stop, add, edit
[2]
$ behest time rm 2.1 --force
2> behest: 'time rm' has no use for --force
2> hint: it is for: start, stop, add, edit
[2]
