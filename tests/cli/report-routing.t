$ mkdir -p ~/.config/behest; printf '[team.net]\nmembers = ["alice", "bob"]\n[field.system]\ntype = "choice"\nchoices = ["erp", "crm"]\n[[rule]]\nname = "vpn"\nwhen = "text.match:vpn"\non = ["submit"]\nset = { team = "net" }\nassign = "bob"\n[target]\nfcr = 0.7\nbacklog = 2\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest report routing
Created  Rule  Auto  Learned  Person  Nobody  Passed on  Moved  Right  p50  p90  Suggested  Taken  Other
      0     0     0        0       0       0          0      0    n/a  n/a  n/a          0      0      0

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T12:00:00Z.
Rule, auto, learned, person: who chose the first assignee; nobody: created in the period, still without one.
Right: of those ever in a team, never moved to another one. p50, p90: from the creation to the first person.
Suggested: values kept as suggestions; taken: they are what was most sure; other: they are something else.
Left out: 0 requests closed as spam, duplicate or withdrawn.
$ behest submit 'The vpn is down' -r zoe -q --user zoe
1
$ behest submit 'No paper' -r zoe -q --team net --field system=erp --user zoe
2
@ +1h
$ behest assign 2 --auto -q
2
$ behest submit '没有网络' -r zoe -q --team net --field system=crm --user zoe
3
$ behest submit 'Who knows' -r zoe -q --user zoe
4
@ +30m
$ behest assign 3 carol -q
3
$ behest assign 1 carol -q
1
$ behest assign 3 --team apps -q
3
@ +1d
$ behest report routing
Created  Rule  Auto  Learned  Person  Nobody  Passed on  Moved   Right  p50  p90  Suggested  Taken  Other
      4     1     1        0       1       1          1      1  66.7 %  30m   1h          0      0      0

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-22T13:30:00Z.
Rule, auto, learned, person: who chose the first assignee; nobody: created in the period, still without one.
Right: of those ever in a team, never moved to another one. p50, p90: from the creation to the first person.
Suggested: values kept as suggestions; taken: they are what was most sure; other: they are something else.
Left out: 0 requests closed as spam, duplicate or withdrawn.
$ behest report routing --by team
Group   Created  Rule  Auto  Learned  Person  Nobody  Passed on  Moved    Right  p50  p90  Suggested  Taken  Other
(none)        1     0     0        0       0       1          0      0      n/a  n/a  n/a          0      0      0
apps          1     0     0        0       1       0          0      1    0.0 %  30m  30m          0      0      0
net           2     1     1        0       0       0          1      0  100.0 %   0s   1h          0      0      0

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-22T13:30:00Z.
Rule, auto, learned, person: who chose the first assignee; nobody: created in the period, still without one.
Right: of those ever in a team, never moved to another one. p50, p90: from the creation to the first person.
Suggested: values kept as suggestions; taken: they are what was most sure; other: they are something else.
Left out: 0 requests closed as spam, duplicate or withdrawn.
$ behest report routing --by field.system --json
{"report":"routing","from":"2026-11-21T12:00:00Z","to":"2026-11-22T13:30:00Z","as_of":"2026-11-22T13:30:00Z","by":"field.system","rows":[
{"group":"(none)","created":2,"by_rule":1,"by_auto":0,"by_suggestion":0,"by_person":0,"unassigned":1,"reassigned":1,"moved":0,"routed_right_n":1,"routed_right":1.0,"time_to_assign_n":1,"time_to_assign_p50_s":0,"time_to_assign_p90_s":0,"suggested":0,"taken":0,"overridden":0},
{"group":"erp","created":1,"by_rule":0,"by_auto":1,"by_suggestion":0,"by_person":0,"unassigned":0,"reassigned":0,"moved":0,"routed_right_n":1,"routed_right":1.0,"time_to_assign_n":1,"time_to_assign_p50_s":3600,"time_to_assign_p90_s":3600,"suggested":0,"taken":0,"overridden":0},
{"group":"crm","created":1,"by_rule":0,"by_auto":0,"by_suggestion":0,"by_person":1,"unassigned":0,"reassigned":0,"moved":1,"routed_right_n":1,"routed_right":0.0,"time_to_assign_n":1,"time_to_assign_p50_s":1800,"time_to_assign_p90_s":1800,"suggested":0,"taken":0,"overridden":0}
]
}
$ behest report routing --by month --format csv
group,created,by_rule,by_auto,by_suggestion,by_person,unassigned,reassigned,moved,routed_right_n,routed_right,time_to_assign_n,time_to_assign_p50_s,time_to_assign_p90_s,suggested,taken,overridden\r (esc)
2026-11,4,1,1,0,1,1,1,1,3,0.6667,3,1800,3600,0,0,0\r (esc)
$ behest report routing --format md
| Created | Rule | Auto | Learned | Person | Nobody | Passed on | Moved | Right | p50 | p90 | Suggested | Taken | Other |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 4 | 1 | 1 | 0 | 1 | 1 | 1 | 1 | 66.7 % | 30m | 1h | 0 | 0 | 0 |

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-22T13:30:00Z.

Rule, auto, learned, person: who chose the first assignee; nobody: created in the period, still without one.

Right: of those ever in a team, never moved to another one. p50, p90: from the creation to the first person.

Suggested: values kept as suggestions; taken: they are what was most sure; other: they are something else.

Left out: 0 requests closed as spam, duplicate or withdrawn.
$ behest report routing --cohort --to 2026-11-21T12:30 --fields created,by_rule,by_auto,by_person,unassigned
Created  Rule  Auto  Person  Nobody
      2     1     1       0       0

Requests created from 2026-11-21T12:00:00Z until before 2026-11-21T12:30:00Z, as of 2026-11-22T13:30:00Z.
Rule, auto, learned, person: who chose the first assignee; nobody: created in the period, still without one.
Right: of those ever in a team, never moved to another one. p50, p90: from the creation to the first person.
Suggested: values kept as suggestions; taken: they are what was most sure; other: they are something else.
Left out: 0 requests closed as spam, duplicate or withdrawn.
$ behest undo -q
3
$ behest report routing --fields moved,routed_right,routed_right_n
Moved    Right  Routed
    0  100.0 %       3

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-22T13:30:00Z.
Rule, auto, learned, person: who chose the first assignee; nobody: created in the period, still without one.
Right: of those ever in a team, never moved to another one. p50, p90: from the creation to the first person.
Suggested: values kept as suggestions; taken: they are what was most sure; other: they are something else.
Left out: 0 requests closed as spam, duplicate or withdrawn.
$ behest report explain routed_right
Metric:                routed_right
Unit:                  ratio
Definition:            Of the requests created in the period that were ever in a team, the share that never moved to another one.
Left out:              requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests never in a team
Its period is that of: the creation
Better is:             more
$ behest report explain by_auto --json
{"metric":"by_auto","unit":"count","definition":"How many requests were first assigned to a person by the strategy of assign --auto.","left_out":"requests closed as spam, duplicate or withdrawn at as-of, and deleted ones","decided_by":"the first assignment to a person","better":null}
$ behest report routing --from 2026-11-22 --to 2026-11-23 --compare prev --format csv
group,created,created_before,by_rule,by_rule_before,by_auto,by_auto_before,by_suggestion,by_suggestion_before,by_person,by_person_before,unassigned,unassigned_before,reassigned,reassigned_before,moved,moved_before,routed_right_n,routed_right_n_before,routed_right,routed_right_before,time_to_assign_n,time_to_assign_n_before,time_to_assign_p50_s,time_to_assign_p50_before_s,time_to_assign_p90_s,time_to_assign_p90_before_s,suggested,suggested_before,taken,taken_before,overridden,overridden_before\r (esc)
,0,4,0,1,0,1,0,0,0,1,0,1,0,1,0,0,0,3,,1.0,0,3,,1800,,3600,0,0,0,0,0,0\r (esc)
$ behest report routing --targets
2> behest: report routing has no use for --targets
2> hint: see 'behest help report'
[2]
$ behest report routing --by field.sistem
2> behest: there is no field 'sistem' to group by
2> hint: did you mean 'field.system'?
[2]
$ behest report flow --from 2026-11-21 --to 2026-11-22 --compare prev --targets
Week      Created  Before  Closed  Before  Reopened  Before  Backlog  Before  Target  Met
2026-W47        4       0       0       0         0       0        4       0       2  missed

Events from 2026-11-21T00:00:00Z until before 2026-11-22T00:00:00Z, as of 2026-11-22T13:30:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (0 closings in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
Before: from 2026-11-20T00:00:00Z until before 2026-11-21T00:00:00Z.
$ behest report backlog --from 2026-11-21 --to 2026-11-22 --targets --json
{"report":"backlog","from":"2026-11-21T00:00:00Z","to":"2026-11-22T00:00:00Z","as_of":"2026-11-22T13:30:00Z","by":"week","not_final":["fcr","reopen_rate"],"rows":[
{"week":"2026-W47","backlog":4,"backlog_target":2,"backlog_met":false}
]
}
$ behest report fcr --from 2026-11-21 --to 2026-11-22 --compare prev --targets --exit-code
Came in  Before  Eligible  Before  One touch  Before  Of eligible  Before  Gross  Before    Net  Before  Target  Met     No reply  Before
      4       0         4       0          0       0            0       0  0.0 %     n/a  0.0 %     n/a  70.0 %  missed         0       0

Events from 2026-11-21T00:00:00Z until before 2026-11-22T00:00:00Z, as of 2026-11-22T13:30:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (0 closings in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
One touch: closed with exactly one public reply, not reopened within 7 days, never in another team.
Before: from 2026-11-20T00:00:00Z until before 2026-11-21T00:00:00Z.
[10]
$ behest report fcr --from 2026-11-21 --targets -q --fields net,fcr_target,fcr_met --by field.system
  Net  Target  Met
0.0 %  70.0 %  missed
0.0 %  70.0 %  missed
0.0 %  70.0 %  missed

Events from 2026-11-21T00:00:00Z up to as-of, 2026-11-22T13:30:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (0 closings in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
One touch: closed with exactly one public reply, not reopened within 7 days, never in another team.
$ behest report ageing --compare prev
2> behest: report ageing is about one instant, which has no period before it
2> hint: make it again with another --as-of
[2]
$ behest report workload --by field.system
Field.system  To do  Pending  On hold  Capacity  Used  Oldest
(none)            2        0        0                   1d 1h
crm               1        0        0                      1d
erp               1        0        0                   1d 1h

Requests that are not closed as of 2026-11-22T13:30:00Z; to do: new and open. Oldest: since its creation, of these.
Capacity: agent.NAME.capacity, of a team that of its members together.
