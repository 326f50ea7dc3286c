$ behest report kpi
Metric              Unit   N  Value  p50  p90  Mean  Max
created             count  0      0
closed              count  0      0
reopened            count  0      0
backlog             count  0      0
first_response      s      0         n/a  n/a   n/a  n/a
next_response       s      0         n/a  n/a   n/a  n/a
first_resolution    s      0         n/a  n/a   n/a  n/a
full_resolution     s      0         n/a  n/a   n/a  n/a
requester_wait      s      0         n/a  n/a   n/a  n/a
agent_wait          s      0         n/a  n/a   n/a  n/a
hold                s      0         n/a  n/a   n/a  n/a
time_to_assign      s      0         n/a  n/a   n/a  n/a
handle_time         s      0         n/a  n/a   n/a  n/a
no_response         count  0      0
fcr                 ratio  0    n/a
reopen_rate         ratio  0    n/a
escalation_rate     ratio  0    n/a
sla_response        ratio  0    n/a
sla_update          ratio  0    n/a
sla_resolution      ratio  0    n/a
csat                ratio  0    n/a
csat_mean           score  0    n/a
csat_response_rate  ratio  0    n/a
cost_per_request    money  0    n/a

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T12:00:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (0 closings in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
$ behest submit one -q -r zoe -c mail --user desk
1
@ +1h
$ behest assign 1 alice -q
1
$ behest comment 1 -m 'on it' --public -q
1
$ behest submit two -q -r zoe -p P1 --team net
2
@ +2h
$ behest close 1 -q
1
@ +1d
$ behest reopen 1 -q
1
$ behest submit three -q -r zoe
3
$ behest close 3 --as spam -q
3
@ +1h
$ behest close 1 -q
1
@ 2026-12-01T00:00:00Z
$ behest report kpi
Metric              Unit   N    Value    p50    p90   Mean    Max
created             count  2        2
closed              count  1        1
reopened            count  1        1
backlog             count  1        1
first_response      s      1              1h     1h     1h     1h
next_response       s      0             n/a    n/a    n/a    n/a
first_resolution    s      1              3h     3h     3h     3h
full_resolution     s      1           1d 4h  1d 4h  1d 4h  1d 4h
requester_wait      s      1              4h     4h     4h     4h
agent_wait          s      1              0s     0s     0s     0s
hold                s      1              0s     0s     0s     0s
time_to_assign      s      1              1h     1h     1h     1h
handle_time         s      0             n/a    n/a    n/a    n/a
no_response         count  0        0
fcr                 ratio  2    0.0 %
reopen_rate         ratio  1  100.0 %
escalation_rate     ratio  1    0.0 %
sla_response        ratio  0      n/a
sla_update          ratio  0      n/a
sla_resolution      ratio  0      n/a
csat                ratio  0      n/a
csat_mean           score  0      n/a
csat_response_rate  ratio  0      n/a
cost_per_request    money  0      n/a

Events from 2026-11-21T12:00:00Z up to as-of, 2026-12-01T00:00:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (2 closings in all).
Left out: 1 request closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
$ behest report kpi --from 2026-11-01 --to 2026-12-01 --as-of 2026-12-01 --json
{"report":"kpi","from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z","as_of":"2026-12-01T00:00:00Z","by":null,"not_final":["fcr","reopen_rate"],"rows":[
{"group":null,"metric":"created","unit":"count","n":2,"value":2,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"closed","unit":"count","n":1,"value":1,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"reopened","unit":"count","n":1,"value":1,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"backlog","unit":"count","n":1,"value":1,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"first_response","unit":"s","n":1,"value":null,"p50":3600,"p90":3600,"mean":3600,"max":3600},
{"group":null,"metric":"next_response","unit":"s","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"first_resolution","unit":"s","n":1,"value":null,"p50":10800,"p90":10800,"mean":10800,"max":10800},
{"group":null,"metric":"full_resolution","unit":"s","n":1,"value":null,"p50":100800,"p90":100800,"mean":100800,"max":100800},
{"group":null,"metric":"requester_wait","unit":"s","n":1,"value":null,"p50":14400,"p90":14400,"mean":14400,"max":14400},
{"group":null,"metric":"agent_wait","unit":"s","n":1,"value":null,"p50":0,"p90":0,"mean":0,"max":0},
{"group":null,"metric":"hold","unit":"s","n":1,"value":null,"p50":0,"p90":0,"mean":0,"max":0},
{"group":null,"metric":"time_to_assign","unit":"s","n":1,"value":null,"p50":3600,"p90":3600,"mean":3600,"max":3600},
{"group":null,"metric":"handle_time","unit":"s","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"no_response","unit":"count","n":0,"value":0,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"fcr","unit":"ratio","n":2,"value":0.0,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"reopen_rate","unit":"ratio","n":1,"value":1.0,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"escalation_rate","unit":"ratio","n":1,"value":0.0,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"sla_response","unit":"ratio","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"sla_update","unit":"ratio","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"sla_resolution","unit":"ratio","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"csat","unit":"ratio","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"csat_mean","unit":"score","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"csat_response_rate","unit":"ratio","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null},
{"group":null,"metric":"cost_per_request","unit":"money","n":0,"value":null,"p50":null,"p90":null,"mean":null,"max":null}
]
}
$ behest report kpi --by priority --format csv
group,metric,unit,n,value,p50,p90,mean,max\r (esc)
P1,created,count,1,1,,,,\r (esc)
P1,closed,count,0,0,,,,\r (esc)
P1,reopened,count,0,0,,,,\r (esc)
P1,backlog,count,1,1,,,,\r (esc)
P1,first_response,s,0,,,,,\r (esc)
P1,next_response,s,0,,,,,\r (esc)
P1,first_resolution,s,0,,,,,\r (esc)
P1,full_resolution,s,0,,,,,\r (esc)
P1,requester_wait,s,0,,,,,\r (esc)
P1,agent_wait,s,0,,,,,\r (esc)
P1,hold,s,0,,,,,\r (esc)
P1,time_to_assign,s,0,,,,,\r (esc)
P1,handle_time,s,0,,,,,\r (esc)
P1,no_response,count,0,0,,,,\r (esc)
P1,fcr,ratio,1,0.0,,,,\r (esc)
P1,reopen_rate,ratio,0,,,,,\r (esc)
P1,escalation_rate,ratio,0,,,,,\r (esc)
P1,sla_response,ratio,0,,,,,\r (esc)
P1,sla_update,ratio,0,,,,,\r (esc)
P1,sla_resolution,ratio,0,,,,,\r (esc)
P1,csat,ratio,0,,,,,\r (esc)
P1,csat_mean,score,0,,,,,\r (esc)
P1,csat_response_rate,ratio,0,,,,,\r (esc)
P1,cost_per_request,money,0,,,,,\r (esc)
P3,created,count,1,1,,,,\r (esc)
P3,closed,count,1,1,,,,\r (esc)
P3,reopened,count,1,1,,,,\r (esc)
P3,backlog,count,0,0,,,,\r (esc)
P3,first_response,s,1,,3600,3600,3600,3600\r (esc)
P3,next_response,s,0,,,,,\r (esc)
P3,first_resolution,s,1,,10800,10800,10800,10800\r (esc)
P3,full_resolution,s,1,,100800,100800,100800,100800\r (esc)
P3,requester_wait,s,1,,14400,14400,14400,14400\r (esc)
P3,agent_wait,s,1,,0,0,0,0\r (esc)
P3,hold,s,1,,0,0,0,0\r (esc)
P3,time_to_assign,s,1,,3600,3600,3600,3600\r (esc)
P3,handle_time,s,0,,,,,\r (esc)
P3,no_response,count,0,0,,,,\r (esc)
P3,fcr,ratio,1,0.0,,,,\r (esc)
P3,reopen_rate,ratio,1,1.0,,,,\r (esc)
P3,escalation_rate,ratio,1,0.0,,,,\r (esc)
P3,sla_response,ratio,0,,,,,\r (esc)
P3,sla_update,ratio,0,,,,,\r (esc)
P3,sla_resolution,ratio,0,,,,,\r (esc)
P3,csat,ratio,0,,,,,\r (esc)
P3,csat_mean,score,0,,,,,\r (esc)
P3,csat_response_rate,ratio,0,,,,,\r (esc)
P3,cost_per_request,money,0,,,,,\r (esc)
$ behest report kpi --by week --fields group,metric,value --format tsv
group	metric	value
2026-W47	created	2
2026-W47	closed	1
2026-W47	reopened	1
2026-W47	backlog	1
2026-W47	first_response	
2026-W47	next_response	
2026-W47	first_resolution	
2026-W47	full_resolution	
2026-W47	requester_wait	
2026-W47	agent_wait	
2026-W47	hold	
2026-W47	time_to_assign	
2026-W47	handle_time	
2026-W47	no_response	0
2026-W47	fcr	0.0
2026-W47	reopen_rate	1.0
2026-W47	escalation_rate	0.0
2026-W47	sla_response	
2026-W47	sla_update	
2026-W47	sla_resolution	
2026-W47	csat	
2026-W47	csat_mean	
2026-W47	csat_response_rate	
2026-W47	cost_per_request	
2026-W48	created	0
2026-W48	closed	0
2026-W48	reopened	0
2026-W48	backlog	1
2026-W48	first_response	
2026-W48	next_response	
2026-W48	first_resolution	
2026-W48	full_resolution	
2026-W48	requester_wait	
2026-W48	agent_wait	
2026-W48	hold	
2026-W48	time_to_assign	
2026-W48	handle_time	
2026-W48	no_response	0
2026-W48	fcr	
2026-W48	reopen_rate	
2026-W48	escalation_rate	
2026-W48	sla_response	
2026-W48	sla_update	
2026-W48	sla_resolution	
2026-W48	csat	
2026-W48	csat_mean	
2026-W48	csat_response_rate	
2026-W48	cost_per_request	
2026-W49	created	0
2026-W49	closed	0
2026-W49	reopened	0
2026-W49	backlog	1
2026-W49	first_response	
2026-W49	next_response	
2026-W49	first_resolution	
2026-W49	full_resolution	
2026-W49	requester_wait	
2026-W49	agent_wait	
2026-W49	hold	
2026-W49	time_to_assign	
2026-W49	handle_time	
2026-W49	no_response	0
2026-W49	fcr	
2026-W49	reopen_rate	
2026-W49	escalation_rate	
2026-W49	sla_response	
2026-W49	sla_update	
2026-W49	sla_resolution	
2026-W49	csat	
2026-W49	csat_mean	
2026-W49	csat_response_rate	
2026-W49	cost_per_request	
$ behest report kpi --cohort -w category:mail --from 2026-11-21 --to 2026-11-22
Metric              Unit   N  Open    Value    p50    p90   Mean    Max  KM median
created             count  1              1
closed              count  1              1
reopened            count  1              1
backlog             count  0              0
first_response      s      1     0              1h     1h     1h     1h         1h
next_response       s      0     0             n/a    n/a    n/a    n/a        n/a
first_resolution    s      1     0              3h     3h     3h     3h         3h
full_resolution     s      1     0           1d 4h  1d 4h  1d 4h  1d 4h      1d 4h
requester_wait      s      1     0              4h     4h     4h     4h         4h
agent_wait          s      1     0              0s     0s     0s     0s         0s
hold                s      1     0              0s     0s     0s     0s         0s
time_to_assign      s      1     0              1h     1h     1h     1h         1h
handle_time         s      0     0             n/a    n/a    n/a    n/a        n/a
no_response         count  0              0
fcr                 ratio  1          0.0 %
reopen_rate         ratio  1        100.0 %
escalation_rate     ratio  1          0.0 %
sla_response        ratio  0            n/a
sla_update          ratio  0            n/a
sla_resolution      ratio  0            n/a
csat                ratio  0            n/a
csat_mean           score  0            n/a
csat_response_rate  ratio  0            n/a
cost_per_request    money  0            n/a

Requests created from 2026-11-21T00:00:00Z until before 2026-11-22T00:00:00Z, as of 2026-12-01T00:00:00Z.
Open: the requests whose ending event is still to come; KM median: Kaplan-Meier, with these.
Percentiles are nearest rank. A request counts once as closed (2 closings in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.

# Of a fixed as-of it is always the same, whatever happens later.
$ behest report kpi --as-of 2026-12-01 --by team --json > first
@ +1w
$ behest close 2 -q; behest report kpi --as-of 2026-12-01 --by team --json | cmp - first
2

$ behest report
2> behest: behest report: REPORT is missing
2> hint: usage: behest report [OPTIONS] REPORT [METRIC]
[2]
$ behest report sales
2> behest: 'sales' is not a value of REPORT
2> hint: one of: ageing agents backlog channels cost csat explain fcr flow gaps kpi minutes quality routing sla time trend workload
[2]
$ behest report kpi --by colour
2> behest: 'colour' is not a value of --by
2> hint: one of: team assignee category priority channel requester type week month field.NAME
[2]
$ behest report kpi --from 2026-12-01 --to 2026-11-01
2> behest: the period ends at 2026-11-01T00:00:00Z, before it begins at 2026-12-01T00:00:00Z
2> hint: give the earlier instant with --from
[2]
$ behest report kpi --from 2027-01-01
2> behest: the period begins at 2027-01-01T00:00:00Z, after the as-of instant 2026-12-08T00:00:00Z
2> hint: give an earlier --from, or a later --as-of
[2]
$ behest report kpi --where colour:red
2> behest: the query, column 1: there is no field 'colour'
2> hint: put text to search for in quotes; fields are id, key, …
[2]
