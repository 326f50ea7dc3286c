# What reviews found.
$ mkdir -p ~/.config/behest; printf '[scorecard.std]\nitems = { tone = 5, solution = 10 }\npass = "70%%"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ for i in 1 2 3 4 5 6; do behest submit "request $i" -r zoe -a ann -c mail -q; done > /dev/null; for i in 7 8; do behest submit "request $i" -r zoe -a 王芳 -q; done > /dev/null; behest close 1-8 -q > /dev/null
$ behest report quality
Scorecard  Item  Closed  Sampled  Scored  Reviews  Mean   Of  Passed
                      8      n/a     n/a        0   n/a  100     n/a

Reviews given from 2026-11-21T12:00:00Z to 2026-11-21T12:00:00Z, as of 2026-11-21T12:00:00Z.
Sampled: of the requests closed then, those that 'behest review sample --size 10' draws; scored: of these, the reviewed.
The first row of a group is all its reviews, in percent; the others are items, in points.
Passed: at least scorecard.NAME.pass of the points; of less than 5 reviews it is hidden.
@ +1d
$ for i in 1 2 3 4 5; do behest --user lead review score $i --item tone=$i --item solution=$((i + 4)) -q; done > /dev/null; behest --user lead review score 7 --item tone=5 --item solution=10 -q
7
$ behest report quality
Scorecard  Item      Closed  Sampled  Scored  Reviews  Mean   Of  Passed
                          8      n/a     n/a        6  72.2  100  50.0 %
std        solution                                 6   7.5   10  66.7 %
std        tone                                     6   3.3    5  50.0 %

Reviews given from 2026-11-21T12:00:00Z to 2026-11-22T12:00:00Z, as of 2026-11-22T12:00:00Z.
Sampled: of the requests closed then, those that 'behest review sample --size 10' draws; scored: of these, the reviewed.
The first row of a group is all its reviews, in percent; the others are items, in points.
Passed: at least scorecard.NAME.pass of the points; of less than 5 reviews it is hidden.
$ behest report quality --from 2026-11-21 --by assignee
Group  Scorecard  Item      Closed  Sampled  Scored  Reviews   Mean   Of  Passed
ann                              6        6       5        5   66.7  100  40.0 %
ann    std        solution                                 5    7.0   10  60.0 %
ann    std        tone                                     5    3.0    5  40.0 %
王芳                             2        2       1        1  100.0  100     n/a
王芳   std        solution                                 1   10.0   10     n/a
王芳   std        tone                                     1    5.0    5     n/a

Reviews given from 2026-11-21T00:00:00Z to 2026-11-22T12:00:00Z, as of 2026-11-22T12:00:00Z.
Sampled: of the requests closed then, those that 'behest review sample --size 10' draws; scored: of these, the reviewed.
The first row of a group is all its reviews, in percent; the others are items, in points.
Passed: at least scorecard.NAME.pass of the points; of less than 5 reviews it is hidden.
$ behest report quality --from 2026-11-21 --size 2 --format tsv --fields item,closed,sampled,scored,n; behest review sample --from 2026-11-21 --size 2 --format tsv --fields id,reviewed
item	closed	sampled	scored	n
	8	2	2	6
solution				6
tone				6
id	reviewed
3	true
7	true
$ behest report quality --size 0; behest report kpi --size 3
2> behest: --size takes 1 to 10000
2> hint: for example --size 20
2> behest: report kpi has no use for --size
2> hint: see 'behest help report'
[2]
$ behest report quality --from 2026-11-21 --by category --json
{"report":"quality","from":"2026-11-21T00:00:00Z","to":"2026-11-22T12:00:00Z","as_of":"2026-11-22T12:00:00Z","by":"category","rows":[
{"group":"(none)","scorecard":null,"item":null,"closed":2,"sampled":2,"scored":1,"n":1,"points":100,"mean":100.0,"most":100,"passed":null},
{"group":"(none)","scorecard":"std","item":"solution","closed":null,"sampled":null,"scored":null,"n":1,"points":10,"mean":10.0,"most":10,"passed":null},
{"group":"(none)","scorecard":"std","item":"tone","closed":null,"sampled":null,"scored":null,"n":1,"points":5,"mean":5.0,"most":5,"passed":null},
{"group":"mail","scorecard":null,"item":null,"closed":6,"sampled":6,"scored":5,"n":5,"points":333,"mean":66.7,"most":100,"passed":0.4},
{"group":"mail","scorecard":"std","item":"solution","closed":null,"sampled":null,"scored":null,"n":5,"points":35,"mean":7.0,"most":10,"passed":0.6},
{"group":"mail","scorecard":"std","item":"tone","closed":null,"sampled":null,"scored":null,"n":5,"points":15,"mean":3.0,"most":5,"passed":0.4}
]
}
$ behest report quality --by week --format tsv --fields group,item,closed,n,points,mean,passed
group	item	closed	n	points	mean	passed
2026-W47		8	6	433	72.2	0.5
2026-W47	solution		6	45	7.5	0.6667
2026-W47	tone		6	20	3.3	0.5
$ behest report quality -w category:mail --as-of 2026-11-22T00:00:00Z --format csv --fields closed,n,mean
closed,n,mean\r (esc)
6,0,\r (esc)
$ behest --user lead review score 7 --item tone=0 -q; behest report quality --as-of 2026-11-22T12:00:00Z -w assignee:王芳 --format tsv --fields item,mean; behest --user lead undo > /dev/null
7
item	mean
	66.7
solution	10.0
tone	0.0
$ behest report quality --format html | grep -c '<table'; behest report quality --by assignee --format md | head -n 4
1
| Group | Scorecard | Item | Closed | Sampled | Scored | Reviews | Mean | Of | Passed |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| ann | | | 6 | n/a | n/a | 5 | 66.7 | 100 | 40.0 % |
| ann | std | solution | | | | 5 | 7.0 | 10 | 60.0 % |
$ behest report explain quality
Metric:                quality
Unit:                  ratio
Definition:            The mean of the reviews of closed requests, in percent of the points of their scorecard; of an item, in points. Passed is the share of reviews that got at least scorecard.NAME.pass of them.
Left out:              reviews of requests closed as spam, duplicate or withdrawn at as-of or deleted; shares of less than report.min_n reviews are hidden
Its period is that of: the review
Better is:             more
$ behest report explain quality --json --fields metric,unit,better
{"metric":"quality","unit":"ratio","better":"more"}
$ behest report quality --cohort
2> behest: report quality has no use for --cohort
2> hint: see 'behest help report'
[2]
$ behest report quality --exit-code
2> behest: report quality has no use for --exit-code
2> hint: see 'behest help report'
[2]
$ behest report quality --team net
2> behest: report quality has no use for --team
2> hint: see 'behest help report'
[2]
$ behest report quality --by item
2> behest: 'item' is not a value of --by
2> hint: one of: team assignee category priority channel requester type week month field.NAME
[2]
$ behest report quality speed
2> behest: report quality takes no 'speed'
2> hint: only trend and explain are of one metric; --where picks requests
[2]
$ behest report quality --from 2026-11-22 --to 2026-11-21
2> behest: the period ends at 2026-11-21T00:00:00Z, before it begins at 2026-11-22T00:00:00Z
2> hint: give the earlier instant with --from
[2]
$ printf '[scorecard.std]\npass = "101%%"\n' > wrong.toml; behest --config wrong.toml config check
2> behest: wrong.toml:2:8: 'scorecard.std.pass' takes at most "100%"
[78]
