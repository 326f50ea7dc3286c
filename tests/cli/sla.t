$ mkdir -p ~/.config/behest; printf '[calendar.office]\nzone = "Europe/Berlin"\nweek = { mon-fri = ["09:00-17:00"] }\n[sla.urgent]\nwhen = "priority:P1"\nrespond = "30m"\nresolve = "2h"\n[sla.std]\nrespond = "1h"\nupdate = "4h"\nresolve = "8h"\ncalendar = "office"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest sla list
SLA     When         Respond  Update  Resolve  Calendar  Pause    Reopen  Open
urgent  priority:P1      30m               2h  24x7      pending  resume     0
std                       1h      4h       8h  office    pending  resume     0
$ BEHEST_NOW=2026-11-20T14:00:00Z behest submit 'Friday at three' -r zoe -q
1
$ BEHEST_NOW=2026-11-23T08:00:00Z behest submit 'Monday at nine' -r zoe -p P1 -q
2
$ BEHEST_NOW=2026-11-23T08:05:00Z behest submit 'Monday, five past' -r zoe -q
3
$ BEHEST_NOW=2026-11-23T08:30:00Z behest comment 1 -m 'On it' --public -q
1
$ BEHEST_NOW=2026-11-23T09:00:00Z behest sla show 1
response (std): breached, 2h 30m of 1h used, breached 2026-11-20T15:00:00Z
From                  To                    State  Counted  Why
2026-11-20T14:00:00Z  2026-11-23T08:30:00Z  new     2h 30m  within the hours of office

resolution (std): running, 3h of 8h used, due 2026-11-23T14:00:00Z
From                  To                    State  Counted  Why
2026-11-20T14:00:00Z  2026-11-23T08:30:00Z  new     2h 30m  within the hours of office
2026-11-23T08:30:00Z  2026-11-23T09:00:00Z  open       30m  within the hours of office
$ BEHEST_NOW=2026-11-23T09:00:00Z behest sla show 1 --json
{"id":1,"sla":"std","clocks":[{"id":1,"sla":"std","clock":"response","state":"breached","target_s":3600,"elapsed_s":9000,"remaining_s":-5400,"due":null,"breached_at":"2026-11-20T15:00:00Z","cause":null},{"id":1,"sla":"std","clock":"resolution","state":"running","target_s":28800,"elapsed_s":10800,"remaining_s":18000,"due":"2026-11-23T14:00:00Z","breached_at":null,"cause":null}]}
$ BEHEST_NOW=2026-11-23T09:00:00Z behest sla show 2 --json
{"id":2,"sla":"urgent","clocks":[{"id":2,"sla":"urgent","clock":"response","state":"breached","target_s":1800,"elapsed_s":3600,"remaining_s":-1800,"due":"2026-11-23T08:30:00Z","breached_at":"2026-11-23T08:30:00Z","cause":null},{"id":2,"sla":"urgent","clock":"resolution","state":"running","target_s":7200,"elapsed_s":3600,"remaining_s":3600,"due":"2026-11-23T10:00:00Z","breached_at":null,"cause":null}]}
$ BEHEST_NOW=2026-11-23T09:00:00Z behest sla check
ID  SLA     Clock     State     Target  Elapsed  Remaining  Due                   Breached              Cause
 2  urgent  response  breached     30m       1h       -30m  2026-11-23T08:30:00Z  2026-11-23T08:30:00Z
$ BEHEST_NOW=2026-11-23T09:00:00Z behest sla check --within 2h --exit-code --json
[
{"id":2,"sla":"urgent","clock":"response","state":"breached","target_s":1800,"elapsed_s":3600,"remaining_s":-1800,"due":"2026-11-23T08:30:00Z","breached_at":"2026-11-23T08:30:00Z","cause":null},
{"id":2,"sla":"urgent","clock":"resolution","state":"running","target_s":7200,"elapsed_s":3600,"remaining_s":3600,"due":"2026-11-23T10:00:00Z","breached_at":null,"cause":null},
{"id":3,"sla":"std","clock":"response","state":"running","target_s":3600,"elapsed_s":3300,"remaining_s":300,"due":"2026-11-23T09:05:00Z","breached_at":null,"cause":null}
]
[10]
$ BEHEST_NOW=2026-11-23T08:05:00Z behest sla check --exit-code
ID  SLA  Clock     State     Target  Elapsed  Remaining  Due                   Breached              Cause
 1  std  response  breached      1h    2h 5m     -1h 5m  2026-11-20T15:00:00Z  2026-11-20T15:00:00Z
[10]
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list is:breached --format ids
2
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list not is:breached --format ids
3
1
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list due.after:+61m --format ids
1
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list is:overdue --format ids
2
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list due:none --count
3
$ BEHEST_NOW=2026-11-23T09:00:00Z behest status --json
{"as_of":"2026-11-23T09:00:00Z","user":"alice","new":2,"open":1,"pending":0,"hold":0,"unassigned":3,"overdue":1,"stale":0,"critical":1,"mine":0,"created_today":2,"closed_today":0,"next":[]}
$ BEHEST_NOW=2026-11-23T09:00:00Z behest report ageing -w is:overdue --fields bucket,n --format csv
bucket,n\r (esc)
"[0,1d)",1\r (esc)
"[1d,3d)",0\r (esc)
"[3d,7d)",0\r (esc)
"[7d,14d)",0\r (esc)
"[14d,30d)",0\r (esc)
"[30d,∞)",0\r (esc)
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list due.before:+61m --format ids
3
2
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list --sort due --format ids
2
3
1
$ BEHEST_NOW=2026-11-23T09:00:00Z behest list --sort -sla --format ids
1
3
2
$ BEHEST_NOW=2026-11-23T09:00:00Z behest next --explain
ID  Score  Priority  Due  Age  Unblocks  Votes  Title
 2     70        40   30    0         0      0  Monday at nine
 1     49        20   29    0         0      0  Friday at three
 3     49        20   29    0         0      0  Monday, five past
$ BEHEST_NOW=2026-11-23T09:00:00Z behest show 2 | grep sla
sla: response (urgent): breached, 1h of 30m used, breached 2026-11-23T08:30:00Z
sla: resolution (urgent): running, 1h of 2h used, due 2026-11-23T10:00:00Z
$ BEHEST_NOW=2026-11-23T09:00:00Z behest assign -w is:breached bob
#2 assigned to bob

# Another priority keeps what was consumed; pending stops the clock.
$ BEHEST_NOW=2026-11-23T11:00:00Z behest prioritize 3 P1 -q
3
$ BEHEST_NOW=2026-11-23T11:00:00Z behest sla show 3
response (urgent): breached, 2h 55m of 30m used, breached 2026-11-23T09:05:00Z
From                  To                    State  Counted  Why
2026-11-23T08:05:00Z  2026-11-23T11:00:00Z  new     2h 55m  within the hours of office

resolution (urgent): breached, 2h 55m of 2h used, breached 2026-11-23T11:00:00Z by another priority
From                  To                    State  Counted  Why
2026-11-23T08:05:00Z  2026-11-23T11:00:00Z  new     2h 55m  within the hours of office
$ BEHEST_NOW=2026-11-23T11:30:00Z behest wait 1 -q
1
$ BEHEST_NOW=2026-11-23T12:00:00Z behest sla show 1 --json
{"id":1,"sla":"std","clocks":[{"id":1,"sla":"std","clock":"response","state":"breached","target_s":3600,"elapsed_s":9000,"remaining_s":-5400,"due":null,"breached_at":"2026-11-20T15:00:00Z","cause":null},{"id":1,"sla":"std","clock":"resolution","state":"paused","target_s":28800,"elapsed_s":19800,"remaining_s":9000,"due":null,"breached_at":null,"cause":null}]}
$ BEHEST_NOW=2026-11-24T12:00:00Z behest close 1 2 -q
1
2
$ behest sla show 1 --as-of 2026-11-23T11:00:00Z
response (std): breached, 2h 30m of 1h used, breached 2026-11-20T15:00:00Z
From                  To                    State  Counted  Why
2026-11-20T14:00:00Z  2026-11-23T08:30:00Z  new     2h 30m  within the hours of office

resolution (std): running, 5h of 8h used, due 2026-11-23T14:00:00Z
From                  To                    State  Counted  Why
2026-11-20T14:00:00Z  2026-11-23T08:30:00Z  new     2h 30m  within the hours of office
2026-11-23T08:30:00Z  2026-11-23T11:00:00Z  open    2h 30m  within the hours of office
$ BEHEST_NOW=2026-11-25T00:00:00Z behest sla simulate
SLA     Clock       N  Met  Breached  Pending  Attainment  As configured
urgent  response    2    0         2        0       0.0 %          0.0 %
urgent  resolution  2    0         2        0       0.0 %          0.0 %
std     response    1    0         1        0       0.0 %          0.0 %
std     update      0    0         0        0         n/a            n/a
std     resolution  1    1         0        0     100.0 %        100.0 %
$ BEHEST_NOW=2026-11-25T00:00:00Z behest sla simulate --sla std --resolve 9h --json
[
{"sla":"urgent","clock":"response","n":2,"met":0,"breached":2,"pending":0,"attainment":0.0,"configured":0.0},
{"sla":"urgent","clock":"resolution","n":2,"met":0,"breached":2,"pending":0,"attainment":0.0,"configured":0.0},
{"sla":"std","clock":"response","n":1,"met":0,"breached":1,"pending":0,"attainment":0.0,"configured":0.0},
{"sla":"std","clock":"update","n":0,"met":0,"breached":0,"pending":0,"attainment":null,"configured":null},
{"sla":"std","clock":"resolution","n":1,"met":1,"breached":0,"pending":0,"attainment":1.0,"configured":1.0}
]
$ BEHEST_NOW=2026-11-25T00:00:00Z behest close 3 --as spam -q; behest sla show 3 --json
3
{"id":3,"sla":null,"clocks":[]}
$ behest sla show 3
#3 has no clocks
$ behest sla show 99
2> behest: there is no request #99
2> hint: see 'behest list'
[3]
$ behest sla show
2> behest: 'sla show' takes an id, and the others none
2> hint: behest sla list | show ID | check | simulate
[2]
$ behest sla check --within soon
2> behest: --within: expected a number with its unit
2> hint: write 90s, 45m, 2h, 1h30m, 3d, 2w, 6mo or 1y: m is minutes, mo months
[2]
$ behest sla simulate --resolve 0s
2> behest: --resolve takes more than nothing
2> hint: such as 30m
[2]
$ printf '[sla.x]\nrespond = "0s"\n' > bad.toml; behest sla list --config bad.toml
2> behest: bad.toml:2:11: 'sla.x.respond' takes a duration of more than nothing
[78]
$ printf '[sla.x]\nresolve = "1h"\n[sla.y]\nresolve = "2h"\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:1:6: the service level 'x' matches nothing: 'std' before it takes all of its requests
2> hint: the first that matches counts; put the narrower one first
[78]
