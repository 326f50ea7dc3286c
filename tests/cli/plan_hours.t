# Who works when: alice in an office of Berlin, x around the clock; the room is in the office.
$ printf '[calendar.office]\nzone = "Europe/Berlin"\nweek = { mon-fri = ["09:00-12:00", "13:00-17:00"] }\n[agent.alice]\ncalendar = "office"\n[resource.room]\ncalendar = "office"\n' > .behest.toml
$ behest submit 'Whole' -q; behest submit 'Ask around' --estimate 20h/35h/50h -a alice -q; behest link 1 parent 2 -q
1
2
1
# The hours of the last activity, from the end of the plan.
$ behest plan what-if --due 2026-11-26T08:00:00Z --from 2026-11-23T08:00:00Z
By                    Probability
2026-11-26T08:00:00Z        0.3 %
2026-11-27T16:00:00Z       50.0 %
2026-11-30T13:12:29Z       80.0 %
2026-11-30T15:24:28Z       90.0 %
2026-12-01T09:13:27Z       95.0 %

From 2026-11-23T08:00:00Z to 2026-11-27T16:00:00Z: 1d 11h, standard deviation 5h.
Critical: #2.
Of the critical path alone: paths beside it that could become critical make it less likely.
$ behest edit 2 --estimate 14h -q; behest submit 'Run the copy' --estimate 20h -q; behest submit 'Look at it' --estimate 2h -q; behest link 2,3 blocks 4 -q
2
3
4
2
3
# The copy ends twelve hours before what else is waited for.
$ behest plan show --from 2026-11-23T08:00:00Z
ID  Title         Assignee  Start                 Finish                Length  Float  Critical  Done %  After
 1  Whole                   2026-11-23T08:00:00Z  2026-11-24T16:00:00Z     14h     0s  yes            0
 2    Ask around  alice     2026-11-23T08:00:00Z  2026-11-24T16:00:00Z     14h     0s  yes            0
 3  Run the copy            2026-11-23T08:00:00Z  2026-11-24T04:00:00Z     20h    12h                 0
 4  Look at it              2026-11-24T16:00:00Z  2026-11-24T18:00:00Z      2h     0s  yes            0  #2, #3

From 2026-11-23T08:00:00Z to 2026-11-24T18:00:00Z: 22h, standard deviation 0s.
Critical: #2 -> #4.
$ behest submit 'Talk' --estimate 5h -a x --book room -q; behest edit 2 --book room -q
5
2
# The room is taken until Tuesday, and it is not night in it.
$ behest plan show id:2,5 --resources --from 2026-11-23T08:00:00Z
ID  Title       Assignee  Start                 Finish                Length  Float  Critical  Done %  After
 2  Ask around  alice     2026-11-23T08:00:00Z  2026-11-24T16:00:00Z     14h     0s  yes            0
 5  Talk        x         2026-11-25T08:00:00Z  2026-11-25T14:00:00Z      5h     0s  yes            0

From 2026-11-23T08:00:00Z to 2026-11-25T14:00:00Z: 19h, standard deviation 0s.
Critical: #2 -> #5.
$ behest plan check id:2,5 --resources --from 2026-11-23T08:00:00Z
2> nothing is wrong with the plan
$ behest agent away alice --until 2026-11-25 -q
$ behest plan show id:2 --from 2026-11-23T08:00:00Z --format csv | tr -d '\r'
id,title,assignee,start,finish,expected_s,total_float_s,critical,done_percent,after
2,Ask around,alice,2026-11-25T08:00:00Z,2026-11-26T16:00:00Z,50400,0,true,0,
# What is left out is told once; -q says nothing.
$ behest plan show id:4 --as mermaid
gantt
  dateFormat YYYY-MM-DDTHH:mm:ss
  axisFormat %m-%d
  #4 Look at it :crit, r4, 2026-11-21T12:00:00, 2026-11-21T14:00:00
2> #4 waits for #2, #3, open and not in the plan, and is planned as if those were done
$ behest plan check id:4 --json
{"problems":[]}
2> #4 waits for #2, #3, open and not in the plan, and is planned as if those were done
$ behest plan check id:4 -q
# Work that is logged shortens a plan.
$ behest time add 3 15h --from 2026-11-20T20:00:00Z -q
3
$ behest plan show id:3 --from 2026-11-23T08:00:00Z
ID  Title         Assignee  Start                 Finish                Length  Float  Critical  Done %  After
 3  Run the copy            2026-11-23T08:00:00Z  2026-11-23T13:00:00Z     20h     0s  yes           75

From 2026-11-23T08:00:00Z to 2026-11-23T13:00:00Z: 5h, standard deviation 0s.
Critical: #3.
$ behest plan show id:3 --from 2026-11-23T08:00:00Z --json
{"duration_s":18000,"critical":[3],"activities":[{"id":3,"es_s":0,"ef_s":18000,"ls_s":0,"lf_s":18000,"total_float_s":0,"free_float_s":0,"critical":true,"expected_s":72000,"sd_s":0,"worked_s":54000,"remaining_s":18000,"start":"2026-11-23T08:00:00Z","finish":"2026-11-23T13:00:00Z"}],"mean_s":18000,"sd_s":0,"probability":null,"chances":[],"from":"2026-11-23T08:00:00Z","finish":"2026-11-23T13:00:00Z"}
$ behest plan show id:3 --from 2026-11-23T08:00:00Z --as gantt
                11-20   12:00   11-21   12:00    11-22   12:00   11-23
                ┬───────┬───────┬───────▼────────┬───────┬───────┬────────┬
 3 Run the copy ┊       ┊    █████████████████████████████████▓▓▓▓▓▓▓▓▓▓▓▓┊  75%

█ done  ▓ critical, to do  ░ to do  · float  ◆ milestone  ━ parts  │ now
# What is closed has its times, and counts for its parent.
$ behest link 1 parent 3 -q; behest close 3 -q
1
3
$ behest plan show id:1,2,3 --from 2026-11-25T08:00:00Z
ID  Title         Assignee  Start                 Finish                Length  Float  Critical  Done %  After
 1  Whole                   2026-11-25T08:00:00Z  2026-11-26T16:00:00Z  1d 10h     0s  yes           58
 2    Ask around  alice     2026-11-25T08:00:00Z  2026-11-26T16:00:00Z     14h     0s  yes            0

From 2026-11-25T08:00:00Z to 2026-11-26T16:00:00Z: 14h, standard deviation 0s.
Critical: #2.
$ behest plan show id:1,2,3 state:any --from 2026-11-25T08:00:00Z
ID  Title           Assignee  Start                 Finish                Length  Float  Critical  Done %  After
 1  Whole                     2026-11-20T20:00:00Z  2026-11-26T16:00:00Z  1d 10h     0s  yes           58
 2    Ask around    alice     2026-11-25T08:00:00Z  2026-11-26T16:00:00Z     14h     0s  yes            0
 3    Run the copy            2026-11-20T20:00:00Z  2026-11-21T12:00:00Z     20h     0s               100

From 2026-11-25T08:00:00Z to 2026-11-26T16:00:00Z: 14h, standard deviation 0s.
Critical: #2.
