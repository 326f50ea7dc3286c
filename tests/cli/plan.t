$ behest submit 'Move the office' -q; behest submit 'Plan the floor 会议室' --estimate 1d/2d/5d -a bob -q; behest submit 'Order desks' --estimate 3d -a bob -q
1
2
3
$ behest submit 'Lay cables' --estimate 1d/1d/3d -a carol -q; behest submit 'Paint <b>walls</b>; "quoted"' --estimate 2d -a carol -q; behest submit 'Moving day' -q
4
5
6
$ behest link 1 parent 2-6 -q; behest link 2 blocks 3-5 -q; behest link 4 blocks 5 --type SS --lag 12h; behest link 3-5 blocks 6 -q
1
2
#4 blocks #5 (SS +12h)
3
4
5
$ behest plan show --from 2026-11-21
ID  Title                           Assignee  Start                 Finish                Length  Float  Critical  Done %  After
 1  Move the office                           2026-11-21T00:00:00Z  2026-11-26T08:00:00Z  8d 16h     0s  yes            0
 2    Plan the floor 会议室         bob       2026-11-21T00:00:00Z  2026-11-23T08:00:00Z   2d 8h     0s  yes            0
 3    Order desks                   bob       2026-11-23T08:00:00Z  2026-11-26T08:00:00Z      3d     0s  yes            0  #2
 4    Lay cables                    carol     2026-11-23T08:00:00Z  2026-11-24T16:00:00Z   1d 8h    12h                 0  #2
 5    Paint <b>walls</b>; "quoted"  carol     2026-11-23T20:00:00Z  2026-11-25T20:00:00Z      2d    12h                 0  #2, #4 (SS +12h)
 6    Moving day                              2026-11-26T08:00:00Z  2026-11-26T08:00:00Z      0s     0s  yes            0  #3, #4, #5

From 2026-11-21T00:00:00Z to 2026-11-26T08:00:00Z: 5d 8h, standard deviation 16h.
Critical: #2 -> #3 -> #6.
$ behest plan show --as gantt --from 2026-11-20
                                  11-20  11-21   11-22   11-23  11-24
                                  ┬──────┬───▼───┬───────┬──────┬───────┬──
 1 Move the office                ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸    0%
 2   Plan the floor 会议室        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓      ┊      ┊       ┊     0%
 3   Order desks                  ┊      ┊   │   ┊ ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓    0%
 4   Lay cables                   ┊      ┊   │   ┊ ░░░░░░░░░░░····      ┊     0%
 5   Paint <b>walls</b>; "quoted" ┊      ┊   │   ┊     ░░░░░░░░░░░░░░░░···    0%
 6   Moving day                   ┊      ┊   │   ┊       ┊      ┊       ┊ ◆   0%

█ done  ▓ critical, to do  ░ to do  · float  ◆ milestone  ━ parts  │ now
$ behest plan show --as gantt --from 2026-11-20 --resources
                                  11-20  11-21  11-22  11-23  11-24   11-25
                                  ┬──────┬──▼───┬──────┬──────┬───────┬────
 1 Move the office                ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸    0%
 2   Plan the floor 会议室        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓     ┊      ┊       ┊       0%
 3   Order desks                  ┊      ┊  │   ┊ ░░░░░░░░░░░░░░░░░░░░░░··    0%
 4   Lay cables                   ┊      ┊  │   ┊ ▓▓▓▓▓▓▓▓▓▓  ┊       ┊       0%
 5   Paint <b>walls</b>; "quoted" ┊      ┊  │   ┊      ┊    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓    0%
 6   Moving day                   ┊      ┊  │   ┊      ┊      ┊       ┊   ◆   0%

█ done  ▓ critical, to do  ░ to do  · float  ◆ milestone  ━ parts  │ now
$ behest plan show --as pert --from 2026-11-21
ID  Title                         Best  Likely  Worst  Expected   SD      ES      EF      LS     LF  Float
 2  Plan the floor 会议室           1d      2d     5d     2d 8h  16h      0s   2d 8h      0s  2d 8h     0s
 3  Order desks                     3d      3d     3d        3d   0s   2d 8h   5d 8h   2d 8h  5d 8h     0s
 4  Lay cables                      1d      1d     3d     1d 8h   8h   2d 8h  3d 16h  2d 20h  4d 4h    12h
 5  Paint <b>walls</b>; "quoted"    2d      2d     2d        2d   0s  2d 20h  4d 20h   3d 8h  5d 8h    12h
 6  Moving day                      0s      0s     0s        0s   0s   5d 8h   5d 8h   5d 8h  5d 8h     0s

From 2026-11-21T00:00:00Z to 2026-11-26T08:00:00Z: 5d 8h, standard deviation 16h.
Critical: #2 -> #3 -> #6.
$ behest plan show --json --from 2026-11-21
{"duration_s":460800,"critical":[2,3,6],"activities":[{"id":1,"es_s":0,"ef_s":460800,"ls_s":0,"lf_s":460800,"total_float_s":0,"free_float_s":0,"critical":true,"expected_s":748800,"sd_s":64399,"worked_s":0,"remaining_s":748800,"start":"2026-11-21T00:00:00Z","finish":"2026-11-26T08:00:00Z"},{"id":2,"es_s":0,"ef_s":201600,"ls_s":0,"lf_s":201600,"total_float_s":0,"free_float_s":0,"critical":true,"expected_s":201600,"sd_s":57600,"worked_s":0,"remaining_s":201600,"start":"2026-11-21T00:00:00Z","finish":"2026-11-23T08:00:00Z"},{"id":3,"es_s":201600,"ef_s":460800,"ls_s":201600,"lf_s":460800,"total_float_s":0,"free_float_s":0,"critical":true,"expected_s":259200,"sd_s":0,"worked_s":0,"remaining_s":259200,"start":"2026-11-23T08:00:00Z","finish":"2026-11-26T08:00:00Z"},{"id":4,"es_s":201600,"ef_s":316800,"ls_s":244800,"lf_s":360000,"total_float_s":43200,"free_float_s":0,"critical":false,"expected_s":115200,"sd_s":28800,"worked_s":0,"remaining_s":115200,"start":"2026-11-23T08:00:00Z","finish":"2026-11-24T16:00:00Z"},{"id":5,"es_s":244800,"ef_s":417600,"ls_s":288000,"lf_s":460800,"total_float_s":43200,"free_float_s":43200,"critical":false,"expected_s":172800,"sd_s":0,"worked_s":0,"remaining_s":172800,"start":"2026-11-23T20:00:00Z","finish":"2026-11-25T20:00:00Z"},{"id":6,"es_s":460800,"ef_s":460800,"ls_s":460800,"lf_s":460800,"total_float_s":0,"free_float_s":0,"critical":true,"expected_s":0,"sd_s":0,"worked_s":0,"remaining_s":0,"start":"2026-11-26T08:00:00Z","finish":"2026-11-26T08:00:00Z"}],"mean_s":460800,"sd_s":57600,"probability":null,"chances":[],"from":"2026-11-21T00:00:00Z","finish":"2026-11-26T08:00:00Z"}
$ behest plan show --critical --format csv --from 2026-11-21
id,title,assignee,start,finish,expected_s,total_float_s,critical,done_percent,after\r (esc)
1,Move the office,,2026-11-21T00:00:00Z,2026-11-26T08:00:00Z,748800,0,true,0,\r (esc)
2,Plan the floor 会议室,bob,2026-11-21T00:00:00Z,2026-11-23T08:00:00Z,201600,0,true,0,\r (esc)
3,Order desks,bob,2026-11-23T08:00:00Z,2026-11-26T08:00:00Z,259200,0,true,0,#2\r (esc)
6,Moving day,,2026-11-26T08:00:00Z,2026-11-26T08:00:00Z,0,0,true,0,"#3,#4,#5"\r (esc)
$ behest plan show --as mermaid --from 2026-11-21
gantt
  dateFormat YYYY-MM-DDTHH:mm:ss
  axisFormat %m-%d
  section #1 Move the office
  #2 Plan the floor 会议室 :crit, r2, 2026-11-21T00:00:00, 2026-11-23T08:00:00
  #3 Order desks :crit, r3, 2026-11-23T08:00:00, 2026-11-26T08:00:00
  #4 Lay cables :r4, 2026-11-23T08:00:00, 2026-11-24T16:00:00
  #5 Paint <b>walls</b>  "quoted" :r5, 2026-11-23T20:00:00, 2026-11-25T20:00:00
  #6 Moving day :crit, milestone, r6, 2026-11-26T08:00:00, 2026-11-26T08:00:00
$ behest plan show id:5 --as ics --from 2026-11-21 | tr -d '\r'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//behest//plan//EN
BEGIN:VEVENT
UID:request-5@behest
DTSTAMP:20261121T120000Z
DTSTART:20261121T000000Z
DTEND:20261123T000000Z
SUMMARY:#5 Paint <b>walls</b>\; "quoted"
DESCRIPTION:carol
CATEGORIES:critical
END:VEVENT
END:VCALENDAR
2> #5 waits for #2, #4, open and not in the plan, and is planned as if those were done
$ behest plan show id:5 --as html --from 2026-11-21 | grep -c -e script -e http://www.w3.org/2000/svg
1
2> #5 waits for #2, #4, open and not in the plan, and is planned as if those were done
$ behest plan show id:5 --as html --from 2026-11-21 | grep -e 'Security-Policy' -e 'Paint'
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>#5 Paint &lt;b&gt;walls&lt;/b&gt;; &quot;quoted&quot;, carol
<text class="t" x="4" y="64">#5 Paint &lt;b&gt;walls&lt;/b&gt;; &quot;quoted&quot;</text>
2> #5 waits for #2, #4, open and not in the plan, and is planned as if those were done
$ behest plan check --exit-code
#6 has no estimate and counts as nothing
carol is needed 2 times at once, with 1 there, from 2026-11-24T08:00:00Z to 2026-11-25T04:00:00Z: #4, #5
[10]
$ behest plan check --json
{"problems":[{"kind":"estimate","ids":[6],"message":"#6 has no estimate and counts as nothing"},{"kind":"overbooked","ids":[4,5],"message":"carol is needed 2 times at once, with 1 there, from 2026-11-24T08:00:00Z to 2026-11-25T04:00:00Z: #4, #5"}]}
$ behest plan what-if --due 2026-11-27 --from 2026-11-21
By                    Probability
2026-11-27T00:00:00Z       84.1 %
2026-11-26T08:00:00Z       50.0 %
2026-11-26T21:27:57Z       80.0 %
2026-11-27T04:30:17Z       90.0 %
2026-11-27T10:19:04Z       95.0 %

From 2026-11-21T00:00:00Z to 2026-11-26T08:00:00Z: 5d 8h, standard deviation 16h.
Critical: #2 -> #3 -> #6.
Of the critical path alone: paths beside it that could become critical make it less likely.
$ behest plan what-if --due 2026-11-27 --from 2026-11-21 --json --quiet | grep -o '"probability".*'
"probability":0.8413447460685429,"chances":[{"probability":0.5,"by":"2026-11-26T08:00:00Z"},{"probability":0.8,"by":"2026-11-26T21:27:57Z"},{"probability":0.9,"by":"2026-11-27T04:30:17Z"},{"probability":0.95,"by":"2026-11-27T10:19:04Z"}],"from":"2026-11-21T00:00:00Z","finish":"2026-11-26T08:00:00Z"}
$ behest plan what-if --due 2026-11-27 --from 2026-11-21 --json | grep -o '"chances".*'
"chances":[{"probability":0.5,"by":"2026-11-26T08:00:00Z"},{"probability":0.8,"by":"2026-11-26T21:27:57Z"},{"probability":0.9,"by":"2026-11-27T04:30:17Z"},{"probability":0.95,"by":"2026-11-27T10:19:04Z"}],"from":"2026-11-21T00:00:00Z","finish":"2026-11-26T08:00:00Z"}
$ behest plan check --format csv
kind,ids,message\r (esc)
estimate,6,#6 has no estimate and counts as nothing\r (esc)
overbooked,"4,5","carol is needed 2 times at once, with 1 there, from 2026-11-24T08:00:00Z to 2026-11-25T04:00:00Z: #4, #5"\r (esc)
# A lag alone keeps the type; a cycle is refused; only blocks has terms.
$ behest link 4 blocks 5 --lag=-2h
#4 blocks #5 (SS -2h)
$ behest link 5 blocks 4
2> behest: #5 cannot block #4: that makes a cycle of blocks, #5 -> #4 -> #5
2> hint: take one of these links away first: 'behest link -d 4 blocks 5'
[4]
$ behest link 4 relates 5 --type SS
2> behest: only a link of blocks has a type and a lag
2> hint: for example 'link 3 blocks 7 --type SS'
[2]
$ behest link -d 4 blocks 5 --type SS
2> behest: a link is taken away with its type and lag
2> hint: leave out --type and --lag
[2]
$ behest link -d 4 blocks 5
#4 no longer blocks #5
# Working hours, starts and what is booked.
$ printf '[calendar.office]\nzone = "UTC"\nweek = { mon-fri = ["09:00-17:00"] }\n[resource.van]\ncapacity = 1\n' > behest.toml
$ behest --config behest.toml plan show id:2,3 --calendar office --from 2026-11-20
ID  Title                  Assignee  Start                 Finish                Length  Float  Critical  Done %  After
 2  Plan the floor 会议室  bob       2026-11-20T09:00:00Z  2026-11-30T17:00:00Z   2d 8h     0s  yes            0
 3  Order desks            bob       2026-12-01T09:00:00Z  2026-12-11T17:00:00Z      3d     0s  yes            0  #2

From 2026-11-20T00:00:00Z to 2026-12-11T17:00:00Z: 5d 8h, standard deviation 16h.
Critical: #2 -> #3.
$ behest --config behest.toml plan show --calendar offic
2> behest: there is no calendar 'offic'
2> hint: there are 24x7, office
[2]
$ printf 'plan.day = "7h"\n' > office.toml
$ behest edit 3 --start 2026-11-30
#3 edited: start
$ behest --config behest.toml edit 3 --book van=2
#3 edited: booking.van
$ behest --config behest.toml edit 3 --book vans
2> behest: there is no resource 'vans'
2> hint: the resources are van
[2]
$ behest edit 3 --book van=x
2> behest: --book takes RESOURCE or RESOURCE=N, not 'van=x'
2> hint: for example --book seats=5
[2]
$ behest --config behest.toml plan check id:3
#3 books 2 of 'van', of which there are 1
the resource 'van' is needed 2 times at once, with 1 there, from 2026-11-30T00:00:00Z to 2026-12-03T00:00:00Z: #3
2> #3 waits for #2, open and not in the plan, and is planned as if that were done
$ behest show 3 --json --fields start,estimate_points,bookings,links
{"start":"2026-11-30T00:00:00Z","estimate_points":null,"bookings":[{"resource":"van","units":2}],"links":[{"rel":"blocks","to":6,"type":"FS","lag_s":0}]}
$ behest list --columns id,start start.after:2026-11-29 --format csv
id,start\r (esc)
3,2026-11-30T00:00:00Z\r (esc)
# A working day of an estimate is as long as plan.day says, a day always 24 hours.
$ behest submit 'Sign off' --estimate 1bd --json --fields id,estimate_s
{"id":7,"estimate_s":28800}
$ behest --config office.toml edit 7 --estimate 1bd/2bd/1d
#7 edited: estimate, points of the estimate
$ behest show 7 --fields estimate_points --json
{"estimate_points":{"optimistic_s":25200,"likely_s":50400,"pessimistic_s":86400}}
$ behest close 7 -q --as withdrawn
7
$ behest show 3
ID:        3
Title:     Order desks
State:     open
Priority:  P3
Requester: alice
Channel:   cli
Assignee:  bob
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T12:00:00Z
Estimate:  3d
Version:   4
Links:     blocks #6, blocked by #2, child of #1
Start:     2026-11-30T00:00:00Z
Booked:    van=2
$ behest edit 3 --clear start --estimate 3h/2h/4h
2> behest: --estimate: the points of an estimate must not fall
2> hint: give the best, the likely and the worst case in this order: 2h/4h/12h
[2]
$ behest edit 3 --clear start --clear estimate
#3 edited: start, estimate
$ behest plan what-if
2> behest: 'plan what-if' needs a date
2> hint: for example behest plan what-if --due fri
[2]
$ behest plan show --due fri
2> behest: --due does not go with 'plan show'
2> hint: it belongs to 'plan what-if'
[2]
$ behest plan show team:nobody
2> no request matches
