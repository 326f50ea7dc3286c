$ behest submit 'Mailbox is full' -r zoe -q --user zoe
1
$ behest assign 1 alice -q; behest close 1 -q
1
1
$ behest rate 1 --survey --user alice
#1 survey sent to zoe
$ behest rate 1 3 --survey --user zoe -m 'it took a while'
#1 rated 3 of 5 by zoe
$ behest rate 1 5 --survey --user ZOE -m 'now it works, 谢谢'
#1 rated 5 of 5 by ZOE (was 3)
$ behest show 1
ID:         1
Title:      Mailbox is full
State:      closed
Priority:   P3
Requester:  zoe
Channel:    cli
Assignee:   alice
Created:    2026-11-21T12:00:00Z
Updated:    2026-11-21T12:00:00Z
Closed:     2026-11-21T12:00:00Z
Resolution: done
Version:    6
Rated:      5 of 5 by zoe: now it works, 谢谢
$ behest report csat
Metric              Unit   N    Value     Low     High
csat                ratio  1  100.0 %  20.7 %  100.0 %
csat_mean           score  1     5.00
csat_response_rate  ratio  1  100.0 %

Events from 2026-11-21T12:00:00Z up to as-of, 2026-11-21T12:00:00Z; the backlog is that at the end.
Low and high: of less than 30 ratings, Wilson's interval of 95 %.

# The request's own agent has no say; who records what was said does.
$ behest rate 1 5 --user alice
2> behest: #1 was alice's work: nobody rates their own
2> hint: record what a contact said with --by CONTACT
[4]
$ behest rate 1 4 --by bob --user alice
#1 rated 4 of 5 by bob
$ behest undo --user alice
undone: rate (2026-11-21T12:00:00Z)
  #1 rating.bob: {"score":4,"at":1795262400000,"text":"","survey":false,"agent":"alice"} -> -
$ behest report csat --json
{"report":"csat","from":"2026-11-21T12:00:00Z","to":"2026-11-21T12:00:00Z","as_of":"2026-11-21T12:00:00Z","by":null,"not_final":["fcr","reopen_rate"],"rows":[
{"group":null,"metric":"csat","unit":"ratio","n":1,"value":1.0,"p50":null,"p90":null,"mean":null,"max":null,"low":0.2065,"high":1.0},
{"group":null,"metric":"csat_mean","unit":"score","n":1,"value":5.0,"p50":null,"p90":null,"mean":null,"max":null,"low":null,"high":null},
{"group":null,"metric":"csat_response_rate","unit":"ratio","n":1,"value":1.0,"p50":null,"p90":null,"mean":null,"max":null,"low":null,"high":null}
]
}

$ behest rate 1 6
2> behest: the score is 6; it is from 1 to 5
2> hint: 5 is the best
[2]
$ behest rate 1 great
2> behest: 'great' is no score
2> hint: give a whole number from 1 to 5; 5 is the best
[2]
$ behest rate 1
2> behest: the score is missing
2> hint: give 1 to 5, or --survey alone to note that a survey was sent
[2]
$ behest rate 1 -m 'words alone'
2> behest: the score is missing
2> hint: give 1 to 5, or --survey alone to note that a survey was sent
[2]
$ behest rate 9 5
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
$ behest rate 1 5 --by -x
2> behest: the contact '-x' begins with -
2> hint: a program that reads it would take it for an option; use another one
[2]
$ behest rate 1 5 -n --by carol
would be: #1 rated 5 of 5 by carol
  #1 rating.carol: - -> {"score":5,"at":1795262400000,"text":"","survey":false,"agent":"alice"}
$ behest rate 1 5 -q --by carol
1
$ behest rate 1 2 --by carol --json --fields id,state
{"id":1,"state":"closed"}
