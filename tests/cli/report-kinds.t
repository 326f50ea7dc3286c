$ cat > behest.toml <<'END'
> [target]
> csat = 0.9
> backlog = 1
> full_resolution.p90 = "2h"
> first_response = "4h"
> [agent.alice]
> capacity = 2
> END
$ behest submit one -q -r zoe --user zoe
1
$ behest submit two -q -r bob -c mail --user bob --via phone
2
@ +1h
$ behest assign 1 2 alice -q
1
2
$ behest comment 1 -m 'on it' --public -q --user alice
1
@ +2h
$ behest close 1 -q --user alice
1
$ behest rate 1 5 -q --user zoe
1
@ +8d
$ behest submit 'Answer sooner' -q --type improvement --field metric=full_resolution.p90 --field target=2h
3
@ +1d
$ behest report ageing
Age        N  Since a reply  Since a change
[0,1d)     0              0               0
[1d,3d)    1              1               1
[3d,7d)    0              0               0
[7d,14d)   1              1               1
[14d,30d)  0              0               0
[30d,∞)    0              0               0

Requests that are not closed as of 2026-11-30T15:00:00Z, by the time since they were created.
Since a reply: since the last public comment of an agent, or else the creation.
$ behest report ageing --by assignee --json
{"report":"ageing","from":"2026-11-30T15:00:00Z","to":"2026-11-30T15:00:00Z","as_of":"2026-11-30T15:00:00Z","by":"assignee","rows":[
{"group":"(none)","bucket":"[0,1d)","from_s":0,"to_s":86400,"n":0,"since_reply":0,"since_update":0},
{"group":"(none)","bucket":"[1d,3d)","from_s":86400,"to_s":259200,"n":1,"since_reply":1,"since_update":1},
{"group":"(none)","bucket":"[3d,7d)","from_s":259200,"to_s":604800,"n":0,"since_reply":0,"since_update":0},
{"group":"(none)","bucket":"[7d,14d)","from_s":604800,"to_s":1209600,"n":0,"since_reply":0,"since_update":0},
{"group":"(none)","bucket":"[14d,30d)","from_s":1209600,"to_s":2592000,"n":0,"since_reply":0,"since_update":0},
{"group":"(none)","bucket":"[30d,∞)","from_s":2592000,"to_s":null,"n":0,"since_reply":0,"since_update":0},
{"group":"alice","bucket":"[0,1d)","from_s":0,"to_s":86400,"n":0,"since_reply":0,"since_update":0},
{"group":"alice","bucket":"[1d,3d)","from_s":86400,"to_s":259200,"n":0,"since_reply":0,"since_update":0},
{"group":"alice","bucket":"[3d,7d)","from_s":259200,"to_s":604800,"n":0,"since_reply":0,"since_update":0},
{"group":"alice","bucket":"[7d,14d)","from_s":604800,"to_s":1209600,"n":1,"since_reply":1,"since_update":1},
{"group":"alice","bucket":"[14d,30d)","from_s":1209600,"to_s":2592000,"n":0,"since_reply":0,"since_update":0},
{"group":"alice","bucket":"[30d,∞)","from_s":2592000,"to_s":null,"n":0,"since_reply":0,"since_update":0}
]
}
$ behest report agents
Agent   Closed  Reopened  Replies  First replies  p50  Ratings  CSAT  To do  Waiting
(none)       0       n/a        0              0  n/a        0   n/a      1        0
alice        1       n/a        1              1   1h        1   n/a      1        0

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
Closed: theirs at the last closing of the period. To do: new and open at as-of; waiting: pending and on hold.
Rates of less than 5 requests are hidden.
$ behest report agents --format csv
agent,resolved,reopen_rate,replies,first_responses,first_response_p50_s,csat_n,csat,sla_n,sla,load,waiting\r (esc)
(none),0,,0,0,,0,,0,,1,0\r (esc)
alice,1,,1,1,3600,1,,0,,1,0\r (esc)
$ behest report backlog --fields week,backlog --format tsv
week	backlog
2026-W47	1
2026-W48	2
2026-W49	2
$ behest report channels
Channel  Created  Closed  Backlog  First response p50  Full resolution p50     FCR     CSAT
cli            2       1        1                  1h                   3h  50.0 %  100.0 %
phone          1       0        1                 n/a                  n/a   0.0 %      n/a

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (1 closing in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
$ behest report csat
Metric              Unit   N    Value     Low     High
csat                ratio  1  100.0 %  20.7 %  100.0 %
csat_mean           score  1     5.00
csat_response_rate  ratio  0      n/a

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
Low and high: of less than 30 ratings, Wilson's interval of 95 %.
$ behest report fcr --by channel --json
{"report":"fcr","from":"2026-11-21T12:00:00Z","to":"2026-11-30T15:00:00Z","as_of":"2026-11-30T15:00:00Z","by":"channel","not_final":["fcr","reopen_rate"],"rows":[
{"group":"cli","incoming":2,"eligible":2,"one_touch":1,"eligible_one_touch":1,"gross":0.5,"net":0.5,"no_response":0},
{"group":"phone","incoming":1,"eligible":1,"one_touch":0,"eligible_one_touch":0,"gross":0.0,"net":0.0,"no_response":0}
]
}
$ behest report flow
Week      Created  Closed  Reopened  Backlog
2026-W47        2       1         0        1
2026-W48        1       0         0        2
2026-W49        0       0         0        2

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (1 closing in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
$ behest report gaps --config behest.toml
Metric           Figure  N    Value  Target  Met     Gap  Plan  State  Before  Title
csat             value   1  100.0 %  90.0 %  met
backlog          value   2        2       1  missed    1
full_resolution  p90     1       3h      2h  missed   1h
first_response   p50     1       1h      4h  met
full_resolution  p90     1       3h      2h  missed   1h     3  new        3h  Answer sooner

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
Plan: a request of type improvement; before: its figure over as long a time before it was created.
$ behest report trend first_response --from 2026-11-23
Week      First response p50  First response p90  First response mean  First response max
2026-W48                 n/a                 n/a                  n/a                 n/a
2026-W49                 n/a                 n/a                  n/a                 n/a

Events from 2026-11-23T00:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (0 closings in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
$ behest report workload --config behest.toml --json
{"report":"workload","from":"2026-11-30T15:00:00Z","to":"2026-11-30T15:00:00Z","as_of":"2026-11-30T15:00:00Z","by":"assignee","rows":[
{"assignee":"(none)","load":1,"pending":0,"hold":0,"capacity":null,"utilisation":null,"oldest_s":86400},
{"assignee":"alice","load":1,"pending":0,"hold":0,"capacity":2,"utilisation":0.5,"oldest_s":788400}
]
}
$ behest report workload --by category --format md
| Category | To do | Pending | On hold | Capacity | Used | Oldest |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| (none) | 1 | 0 | 0 | | | 1d |
| mail | 1 | 0 | 0 | | | 9d 3h |

Requests that are not closed as of 2026-11-30T15:00:00Z; to do: new and open. Oldest: since its creation, of these.

Capacity: agent.NAME.capacity, of a team that of its members together.

# Targets: what is missed, and nothing at all when all is well.
$ behest report kpi --targets --config behest.toml --fields metric,figure,target,met,gap --format tsv | grep -v '		'
metric	figure	target	met	gap
backlog	value	1	false	1
first_response	p50	14400	true	
full_resolution	p90	7200	false	3600
csat	value	0.9	true	
$ behest report kpi --targets -q --exit-code --config behest.toml --json
{"report":"kpi","from":"2026-11-21T12:00:00Z","to":"2026-11-30T15:00:00Z","as_of":"2026-11-30T15:00:00Z","by":null,"not_final":["fcr","reopen_rate"],"rows":[
{"group":null,"metric":"backlog","unit":"count","n":2,"value":2,"p50":null,"p90":null,"mean":null,"max":null,"figure":"value","target":1,"met":false,"gap":1},
{"group":null,"metric":"full_resolution","unit":"s","n":1,"value":null,"p50":10800,"p90":10800,"mean":10800,"max":10800,"figure":"p90","target":7200,"met":false,"gap":3600}
]
}
[10]
$ behest report kpi --targets -q --exit-code --config behest.toml -w requester:zoe --from 2026-11-22 --format csv
$ behest report kpi --targets --fields metric,met
Metric              Met
created
closed
reopened
backlog
first_response
next_response
first_resolution
full_resolution
requester_wait
agent_wait
hold
time_to_assign
handle_time
no_response
fcr
reopen_rate
escalation_rate
sla_response
sla_update
sla_resolution
csat
csat_mean
csat_response_rate
cost_per_request

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (1 closing in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
No [target] is configured.
$ behest report kpi --compare prev --from 2026-11-21 --to 2026-11-22 --format csv --fields metric,value,p50,before,change
metric,value,p50,before,change\r (esc)
created,2,,0,\r (esc)
closed,1,,0,\r (esc)
reopened,0,,0,\r (esc)
backlog,1,,0,\r (esc)
first_response,,3600,,\r (esc)
next_response,,,,\r (esc)
first_resolution,,10800,,\r (esc)
full_resolution,,10800,,\r (esc)
requester_wait,,10800,,\r (esc)
agent_wait,,0,,\r (esc)
hold,,0,,\r (esc)
time_to_assign,,3600,,\r (esc)
handle_time,,,,\r (esc)
no_response,0,,0,\r (esc)
fcr,0.5,,,\r (esc)
reopen_rate,0.0,,,\r (esc)
escalation_rate,0.0,,,\r (esc)
sla_response,,,,\r (esc)
sla_update,,,,\r (esc)
sla_resolution,,,,\r (esc)
csat,1.0,,,\r (esc)
csat_mean,5.0,,,\r (esc)
csat_response_rate,,,,\r (esc)
cost_per_request,,,,\r (esc)

$ behest report explain next_response
Metric:                next_response
Unit:                  s
Definition:            The time from the first unanswered comment of the requester to the next public comment of somebody else, once for each such run of comments.
Left out:              requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and comments that nobody answered
Its period is that of: the comment that answers
Better is:             less
$ behest report explain fcr --json
{"metric":"fcr","unit":"ratio","definition":"Of the requests created in the period, without those whose field fcr_eligible is false: the share that is closed with exactly one public comment by somebody who is not the requester, was not reopened within 7 days of a closing, and never moved from one team to another.","left_out":"requests closed as spam, duplicate or withdrawn at as-of, deleted ones, and requests whose field fcr_eligible is false","decided_by":"the creation","better":"more"}
$ behest report explain --format tsv --fields metric,unit,better
metric	unit	better
created	count	
closed	count	more
reopened	count	less
backlog	count	less
first_response	s	less
next_response	s	less
first_resolution	s	less
full_resolution	s	less
requester_wait	s	less
agent_wait	s	less
hold	s	less
time_to_assign	s	less
handle_time	s	less
no_response	count	less
fcr	ratio	more
reopen_rate	ratio	less
escalation_rate	ratio	less
sla_response	ratio	more
sla_update	ratio	more
sla_resolution	ratio	more
csat	ratio	more
csat_mean	score	more
csat_response_rate	ratio	more
cost_per_request	money	less
by_rule	count	
by_auto	count	
by_suggestion	count	
by_person	count	
unassigned	count	less
reassigned	count	less
moved	count	less
routed_right	ratio	more
suggested	count	
taken	count	more
overridden	count	less
quality	ratio	more
$ behest report explain speed
2> behest: there is no metric 'speed'
2> hint: the metrics are created closed reopened backlog first_response next_response first_resolution full_resolution requester_wait agent_wait hold time_to_assign handle_time no_response fcr reopen_rate escalation_rate sla_response sla_update sla_resolution csat csat_mean csat_response_rate cost_per_request
[2]
$ behest report explain frc
2> behest: there is no metric 'frc'
2> hint: did you mean 'fcr'?
[2]
$ behest report kpi fcr
2> behest: report kpi takes no 'fcr'
2> hint: only trend and explain are of one metric; --where picks requests
[2]
$ behest report flow --targets
Week      Created  Closed  Reopened  Backlog
2026-W47        2       1         0        1
2026-W48        1       0         0        2
2026-W49        0       0         0        2

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-30T15:00:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (1 closing in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
No [target] is configured for these figures.
$ behest report kpi -q
2> behest: report kpi has no use for -q without --targets
2> hint: see 'behest help report'
[2]
$ behest report ageing --from 2026-11-01
2> behest: the ages are those at one instant, not of a period
2> hint: give it with --as-of; 'behest report backlog' goes over time
[2]
$ behest report agents --by team
2> behest: report agents is by agent already
2> hint: leave --by out, or pick requests with --where
[2]
$ behest report kpi --compare prev
2> behest: --compare prev needs a period that begins somewhere
2> hint: give it with --from
[2]
$ behest report kpi --format html | sed -n '1,6p;$p'
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-WmafqJiUSmMEJg+Y3/3BRYL/T/b17BgQHtWqmL3IUig='">
<meta name="viewport" content="width=device-width, initial-scale=1">
</html>
# Categories that many ask about and no article tells about.
$ for i in 1 2 3 4 5 6 7; do behest submit "vpn $i" -c network/vpn -q --db g.db; done > /dev/null; for i in 1 2 3 4 5; do behest submit "mail $i" -c mail/spam -q --db g.db; done > /dev/null
@ +1h
$ behest close 1 -q --db g.db; behest report gaps --db g.db
1
Metric    N  Value  Category     Open  Resolution
articles  7      0  network/vpn     6          1h
articles  5      0  mail/spam       5

Events from 2026-11-30T15:00:00Z up to as-of, 2026-11-30T16:00:00Z; the backlog is that at the end.
Plan: a request of type improvement; before: its figure over as long a time before it was created.
Articles: categories with at least 5 requests in the period (n) and no published article, there or below.
No [target] is configured, and there is no request of type improvement.
$ behest report gaps --db g.db --json; behest report gaps --db g.db --size 6 --format md | head -3; behest report gaps --db g.db --size 8 | tail -1
{"report":"gaps","from":"2026-11-30T15:00:00Z","to":"2026-11-30T16:00:00Z","as_of":"2026-11-30T16:00:00Z","by":null,"not_final":["fcr","reopen_rate"],"rows":[
{"metric":"articles","figure":"value","n":7,"value":0,"target":null,"met":null,"gap":null,"plan":null,"state":null,"before":null,"title":null,"category":"network/vpn","open":6,"resolution_s":3600},
{"metric":"articles","figure":"value","n":5,"value":0,"target":null,"met":null,"gap":null,"plan":null,"state":null,"before":null,"title":null,"category":"mail/spam","open":5,"resolution_s":null}
]
}
| Metric | N | Value | Category | Open | Resolution |
| --- | ---: | ---: | --- | ---: | ---: |
| articles | 7 | 0 | network/vpn | 6 | 1h |
No [target] is configured, and there is no request of type improvement.
$ behest kb add 'Spam' -c mail/spam -b x --db g.db -q; behest report gaps --db g.db --format tsv --fields category,n,open,resolution_s; behest kb edit 1 -s published --db g.db -q; behest report gaps --db g.db --format tsv --fields category,n; behest report gaps --db g.db --size 0
1
category	n	open	resolution_s
network/vpn	7	6	3600
mail/spam	5	5	
1
category	n
network/vpn	7
2> behest: --size takes 1 or more
2> hint: for example --size 5
[2]
