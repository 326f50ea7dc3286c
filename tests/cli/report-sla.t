$ cat > .behest.toml <<'END'
> [sla.urgent]
> when = "priority:P1,P2"
> respond = "30m"
> resolve = "4h"
> warn = "75%"
> [sla.std]
> respond = "4h"
> update = "1d"
> resolve = "2d"
> [target]
> sla_resolution = 0.95
> sla_response = "50%"
> [agent.alice]
> rate = "60 EUR"
> END
$ behest config check
2> behest: $PWD/.behest.toml:12:16: 'target.sla_response' takes a ratio from 0 to 1 such as 0.9, not text
[78]
$ sed -i 's/"50%"/0.5/' .behest.toml; behest config check
$PWD/.behest.toml: right
$ behest submit 'VPN down' -q -r zoe -p P1 --team net --user zoe
1
$ behest submit '打印机' -q -r bob -p P2 --team desk --user bob
2
$ behest submit Mouse -q -r bob --user bob
3
@ +20m
$ behest assign 1 2 alice -q
1
2
$ behest comment 1 -m looking --public -q --user alice
1
@ +2h
$ behest close 1 -q --user alice
1
$ behest time add 1 1h30m -q --user alice
1
@ +6h
$ behest comment 2 -m 'a part is on its way' --public -q --user alice
2
$ behest submit 'Only spam' -q -r eve --user eve
4
$ behest close 4 --as spam -q --user alice
4
$ behest report sla
SLA     Clock       Target  Attainment  Met  Breached  Pending  Warned     p50     p90  Objective  Burn rate
urgent  response       30m      50.0 %    1         1        0       0     20m  8h 20m     50.0 %       1.00
urgent  resolution      4h      50.0 %    1         1        0       0  2h 20m  8h 20m     95.0 %      10.00
std     response        4h       0.0 %    0         1        0          8h 20m  8h 20m     50.0 %       2.00
std     update          1d         n/a    0         0        0             n/a     n/a
std     resolution      2d         n/a    0         0        1             n/a     n/a     95.0 %        n/a

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T20:20:00Z.
Attainment: met of met and breached; each clock counts once, when it was decided. Pending: started in the period, and not decided.
p50 and p90: the business time that the met and the breached took, so far where they run.
Left out: 1 request closed as spam, duplicate or withdrawn.

$ behest report sla --json
{"report":"sla","from":"2026-11-21T12:00:00Z","to":"2026-11-21T20:20:00Z","as_of":"2026-11-21T20:20:00Z","by":null,"rows":[
{"group":null,"sla":"urgent","clock":"response","target_s":1800,"attainment":0.5,"n":2,"met":1,"breached":1,"pending":0,"warned":0,"elapsed_p50_s":1200,"elapsed_p90_s":30000,"elapsed_mean_s":15600,"elapsed_max_s":30000,"objective":0.5,"burn_rate":1.0},
{"group":null,"sla":"urgent","clock":"resolution","target_s":14400,"attainment":0.5,"n":2,"met":1,"breached":1,"pending":0,"warned":0,"elapsed_p50_s":8400,"elapsed_p90_s":30000,"elapsed_mean_s":19200,"elapsed_max_s":30000,"objective":0.95,"burn_rate":10.0},
{"group":null,"sla":"std","clock":"response","target_s":14400,"attainment":0.0,"n":1,"met":0,"breached":1,"pending":0,"warned":null,"elapsed_p50_s":30000,"elapsed_p90_s":30000,"elapsed_mean_s":30000,"elapsed_max_s":30000,"objective":0.5,"burn_rate":2.0},
{"group":null,"sla":"std","clock":"update","target_s":86400,"attainment":null,"n":0,"met":0,"breached":0,"pending":0,"warned":null,"elapsed_p50_s":null,"elapsed_p90_s":null,"elapsed_mean_s":null,"elapsed_max_s":null,"objective":null,"burn_rate":null},
{"group":null,"sla":"std","clock":"resolution","target_s":172800,"attainment":null,"n":0,"met":0,"breached":0,"pending":1,"warned":null,"elapsed_p50_s":null,"elapsed_p90_s":null,"elapsed_mean_s":null,"elapsed_max_s":null,"objective":0.95,"burn_rate":null}
]
}
$ behest report sla --format csv
group,sla,clock,target_s,attainment,n,met,breached,pending,warned,elapsed_p50_s,elapsed_p90_s,elapsed_mean_s,elapsed_max_s,objective,burn_rate\r (esc)
,urgent,response,1800,0.5,2,1,1,0,0,1200,30000,15600,30000,0.5,1.0\r (esc)
,urgent,resolution,14400,0.5,2,1,1,0,0,8400,30000,19200,30000,0.95,10.0\r (esc)
,std,response,14400,0.0,1,0,1,0,,30000,30000,30000,30000,0.5,2.0\r (esc)
,std,update,86400,,0,0,0,0,,,,,,,\r (esc)
,std,resolution,172800,,0,0,0,1,,,,,,0.95,\r (esc)
$ behest report sla --by team --format md
| Group | SLA | Clock | Target | Attainment | Met | Breached | Pending | Warned | p50 | p90 | Objective | Burn rate |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| (none) | std | response | 4h | 0.0 % | 0 | 1 | 0 | | 8h 20m | 8h 20m | 50.0 % | 2.00 |
| (none) | std | resolution | 2d | n/a | 0 | 0 | 1 | | n/a | n/a | 95.0 % | n/a |
| desk | urgent | response | 30m | 0.0 % | 0 | 1 | 0 | 0 | 8h 20m | 8h 20m | 50.0 % | 2.00 |
| desk | urgent | resolution | 4h | 0.0 % | 0 | 1 | 0 | 0 | 8h 20m | 8h 20m | 95.0 % | 20.00 |
| net | urgent | response | 30m | 100.0 % | 1 | 0 | 0 | 0 | 20m | 20m | 50.0 % | 0.00 |
| net | urgent | resolution | 4h | 100.0 % | 1 | 0 | 0 | 0 | 2h 20m | 2h 20m | 95.0 % | 0.00 |

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T20:20:00Z.

Attainment: met of met and breached; each clock counts once, when it was decided. Pending: started in the period, and not decided.

p50 and p90: the business time that the met and the breached took, so far where they run.

Left out: 1 request closed as spam, duplicate or withdrawn.




$ behest report sla --by week --fields group,sla,clock,met,breached,pending,attainment --format tsv
group	sla	clock	met	breached	pending	attainment
2026-W47	urgent	response	1	1	0	0.5
2026-W47	urgent	resolution	1	1	0	0.5
2026-W47	std	response	0	1	0	0.0
2026-W47	std	update	0	0	0	
2026-W47	std	resolution	0	0	1	
$ behest report sla --as-of 2026-11-21T12:25:00Z --fields sla,clock,met,breached,pending,warned
SLA     Clock       Met  Breached  Pending  Warned
urgent  response      1         0        1       1
urgent  resolution    0         0        2       0
std     response      0         0        1
std     update        0         0        0
std     resolution    0         0        1

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T12:25:00Z.
Attainment: met of met and breached; each clock counts once, when it was decided. Pending: started in the period, and not decided.
p50 and p90: the business time that the met and the breached took, so far where they run.
Left out: 0 requests closed as spam, duplicate or withdrawn.

$ behest report kpi --fields metric,unit,n,value,p50,currency --format tsv | grep -E '^(sla|handle|cost)'
handle_time	s	1		5400	
sla_response	ratio	3	0.3333		
sla_update	ratio	0			
sla_resolution	ratio	2	0.5		
cost_per_request	money	1	9000		EUR
$ behest report kpi --targets -q --exit-code
Metric          Unit   N   Value  p50  p90  Mean  Max  Figure  Target  Met        Gap
sla_response    ratio  3  33.3 %                       value   50.0 %  missed  16.7 %
sla_resolution  ratio  2  50.0 %                       value   95.0 %  missed  45.0 %

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T20:20:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (1 closing in all).
Left out: 1 request closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.
[10]

$ behest report sla --targets -q --exit-code --format csv --fields clock,sla,attainment,objective,objective_met,gap,burn_rate
clock,sla,attainment,objective,objective_met,gap,burn_rate\r (esc)
resolution,urgent,0.5,0.95,false,0.45,10.0\r (esc)
response,std,0.0,0.5,false,0.5,2.0\r (esc)
[10]
$ behest report sla --targets -q --exit-code -w id:1
$ behest report sla --from 2026-11-21T12:00 --to 2026-11-21T14:00 --compare prev --fields sla,clock,attainment,before,change
SLA     Clock       Attainment  Before  Change
urgent  response        50.0 %     n/a     n/a
urgent  resolution         n/a     n/a     n/a
std     response           n/a     n/a     n/a
std     update             n/a     n/a     n/a
std     resolution         n/a     n/a     n/a

Events from 2026-11-21T12:00:00Z until before 2026-11-21T14:00:00Z, as of 2026-11-21T20:20:00Z.
Attainment: met of met and breached; each clock counts once, when it was decided. Pending: started in the period, and not decided.
p50 and p90: the business time that the met and the breached took, so far where they run.
Left out: 0 requests closed as spam, duplicate or withdrawn.
Before: from 2026-11-21T10:00:00Z until before 2026-11-21T12:00:00Z.

$ behest report agents --format csv
agent,resolved,reopen_rate,replies,first_responses,first_response_p50_s,csat_n,csat,sla_n,sla,load,waiting\r (esc)
(none),0,,0,0,,0,,1,,1,0\r (esc)
alice,1,,2,2,1200,0,,4,,1,0\r (esc)
$ behest report agents
Agent   Closed  Reopened  Replies  First replies  p50  Ratings  CSAT  Clocks  SLA  To do  Waiting
(none)       0       n/a        0              0  n/a        0   n/a       1  n/a      1        0
alice        1       n/a        2              2  20m        0   n/a       4  n/a      1        0

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T20:20:00Z; the backlog is that at the end.
Closed: theirs at the last closing of the period. To do: new and open at as-of; waiting: pending and on hold.
Rates of less than 5 requests are hidden.
SLA: of the clocks decided in the period, the share that met its target; theirs at the last closing, or who has it now.

$ behest report explain sla_resolution
Metric:                sla_resolution
Unit:                  ratio
Definition:            Of the resolution clocks of all service levels that were decided in the period, the share that met the target: the request was closed when no more business time had passed than promised, in states that do not pause the clock. One that still runs counts as breached from the instant it passed its target; after a reopening the clock goes on, or begins again, as sla.NAME.reopen says.
Left out:              requests closed as spam, duplicate or withdrawn at as-of, deleted ones, requests without such a target, and clocks that run or wait and have not passed their target: `behest report sla` shows these as pending
Its period is that of: the answer or the closing where it came in time, else the instant that passed the target; each clock counts once
Better is:             more
$ behest report explain handle_time --json
{"metric":"handle_time","unit":"s","definition":"The sum of all work logged on a closed request, as long as it was and not as time.round counts it; never inferred from states.","left_out":"requests closed as spam, duplicate or withdrawn at as-of, deleted ones, requests that are not closed at as-of, requests without logged work, and timers that still run","decided_by":"the last closing of the request","better":"less"}
$ behest report explain cost_per_request --format tsv --fields metric,unit,better
metric	unit	better
cost_per_request	money	less

# As it was, whatever happens later.
$ behest report sla --as-of 2026-11-21T20:20:00Z --by team --json > first; behest report kpi --as-of 2026-11-21T20:20:00Z --json > second
@ +1d
$ behest close 2 3 -q --user alice; behest reopen 1 -q --user alice; behest time add 1 4h -q --user alice
2
3
1
1
$ behest report sla --as-of 2026-11-21T20:20:00Z --by team --json | cmp - first; behest report kpi --as-of 2026-11-21T20:20:00Z --json | cmp - second

# Costs in two currencies have no sum; a target is in one.
$ behest cost add 2 '9.99 USD' -q
2
$ behest report kpi --fields metric,value --format tsv -w id:1,2 | grep cost
cost_per_request	
2> there is no cost_per_request: the costs are in EUR and USD, which cannot be added up; see 'behest report cost'
$ behest report trend cost_per_request --by month -w id:1
Month    Cost per request
2026-11        330.00 EUR

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-22T20:20:00Z; the backlog is that at the end.
A count belongs to the period of its event, a duration to that of the event that ends it.
Percentiles are nearest rank. A request counts once as closed (1 closing in all).
Left out: 0 requests closed as spam, duplicate or withdrawn.
Not final: requests can still be reopened within 7 days, which fcr and reopen_rate count.

$ sed -i 's/^sla_response.*/cost_per_request = "10 GBP"/' .behest.toml; behest report kpi --targets -w id:1
2> behest: the target of cost_per_request is in GBP, but the costs are in EUR
2> hint: give target.cost_per_request in EUR
[78]
$ sed -i 's/10 GBP/10 EUR/' .behest.toml; behest config get target.cost_per_request
10.00 EUR
$ behest report kpi --targets -w id:1 --format tsv --fields metric,value,figure,target,met,gap | grep cost
cost_per_request	33000	value	1000	false	32000
$ behest report gaps -w id:1 --format md | head -4
| Metric | Figure | N | Value | Target | Met | Gap | Plan | State | Before | Title |
| --- | --- | ---: | ---: | ---: | --- | ---: | ---: | --- | ---: | --- |
| sla\_resolution | value | 0 | n/a | 95.0 % | n/a | | | | | |
| cost\_per\_request | value | 1 | 330.00 EUR | 10.00 EUR | missed | 320.00 EUR | | | | |

$ behest report sla fcr
2> behest: report sla takes no 'fcr'
2> hint: only trend and explain are of one metric; --where picks requests
[2]
$ behest report sla --compare prev --by week --from 2026-11-21
Group     SLA     Clock       Target  Attainment  Met  Breached  Pending  Warned    p50     p90  Objective  Burn rate  Before  Change
2026-W47  urgent  response       30m      50.0 %    1         1        0       0    20m  8h 20m                           n/a     n/a
2026-W47  urgent  resolution      4h       0.0 %    0         1        1       0  1d 8h   1d 8h     95.0 %      20.00     n/a     n/a
2026-W47  std     response        4h       0.0 %    0         1        0          1d 8h   1d 8h                           n/a     n/a
2026-W47  std     update          1d         n/a    0         0        0            n/a     n/a                           n/a     n/a
2026-W47  std     resolution      2d     100.0 %    1         0        0          1d 8h   1d 8h     95.0 %       0.00     n/a     n/a

Events from 2026-11-21T00:00:00Z up to as-of, 2026-11-22T20:20:00Z.
Attainment: met of met and breached; each clock counts once, when it was decided. Pending: started in the period, and not decided.
p50 and p90: the business time that the met and the breached took, so far where they run.
Left out: 1 request closed as spam, duplicate or withdrawn.
Before: from 2026-11-19T03:40:00Z until before 2026-11-21T00:00:00Z.
$ behest report sla --forecast
2> behest: report sla has no use for --forecast
2> hint: see 'behest help report'
[2]
$ behest report sla --format html | grep -c '<svg'
1
