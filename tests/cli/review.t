$ mkdir -p ~/.config/behest; printf '[scorecard.std]\nitems = { tone = 5, solution = 10 }\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ for i in 1 2 3 4 5 6; do behest submit "request $i" -r zoe -a ann -q; done > /dev/null; for i in 7 8; do behest submit "request $i" -r zoe -a bob -q; done > /dev/null; behest close 1-8 -q > /dev/null; behest submit open -q
9
$ behest review sample --from 2026-11-01 --size 4 --format tsv > one; behest review sample --from 2026-11-01 --size 4 --format tsv > two; cmp one two; cut -f 2 one
agent
ann
ann
ann
bob
$ behest review sample --from 2026-11-01 --size 1 --json | grep -c '"reviewed":false'
1
$ behest review sample --from 2026-12-01; behest review sample
2> behest: it is not said since when
2> hint: for example --from 2026-11-01
[2]
$ behest --user lead review score 1 2 --item tone=4 --item solution=10 -m 'Well done'
#1 reviewed: 14 of 15 points, 93 %
#2 reviewed: 14 of 15 points, 93 %
$ behest --user lead review score 2 --item tone=0; behest --user max review score 1 --item tone=5 --item solution=10 -q
#2 reviewed: 10 of 15 points, 67 %
1
$ behest review list
ID  Agent  Reviewer  Scorecard  Items                 %  At                    Note
 1  ann    lead      std        solution=10 tone=4   93  2026-11-21T12:00:00Z  Well done
 1  ann    max       std        solution=10 tone=5  100  2026-11-21T12:00:00Z
 2  ann    lead      std        solution=10 tone=0   67  2026-11-21T12:00:00Z  Well done
$ behest review list -a ann --from 2026-11-01 --json
[
{"id":1,"agent":"ann","reviewer":"lead","scorecard":"std","items":{"solution":10,"tone":4},"percent":93,"at":"2026-11-21T12:00:00Z","note":"Well done"},
{"id":1,"agent":"ann","reviewer":"max","scorecard":"std","items":{"solution":10,"tone":5},"percent":100,"at":"2026-11-21T12:00:00Z","note":null},
{"id":2,"agent":"ann","reviewer":"lead","scorecard":"std","items":{"solution":10,"tone":0},"percent":67,"at":"2026-11-21T12:00:00Z","note":"Well done"}
]
$ behest --user ann review score 1 --item tone=5 --item solution=10
2> behest: #1 is your own work
2> hint: somebody else must review it
[4]
$ behest --user lead review score 1 --item tone=3 --item tone=2
2> behest: 'tone' is given points twice
2> hint: name each item once
[2]
$ behest review score 9 --item tone=5 --item solution=10
2> behest: #9 is not closed
2> hint: what is not done cannot be reviewed
[4]
$ behest review score 1 --item tone=6
2> behest: 'tone' takes 0 to 5 points, not 6
[2]
$ behest review score 1 --item speed=1
2> behest: the scorecard 'std' has no item 'speed'
2> hint: it has: tone, solution
[2]
$ behest review score 1 --item tone
2> behest: --item takes NAME=POINTS, not 'tone'
2> hint: for example --item tone=4
[2]
$ behest review score 1 --item tone=1 --card other
2> behest: there is no scorecard 'other'
2> hint: there are: std
[3]
$ behest review list --item tone=1
2> behest: 'review list' takes no ID, --item, --card or -m
2> hint: they are for 'behest review score'
[2]
$ behest review score 1 --item tone=1 --config /dev/null
2> behest: warning: /dev/null is not read: it can be written by everybody
2> behest: no points are given for solution
2> hint: add --item NAME=POINTS for each
[2]
$ behest --user max undo | tail -n 1; behest review list --format ids
  #1 review.max: {"scorecard":"std","items":{"tone":5,"solution":10},"percent":100,"at":1795262400000,"note":""} -> -
1
2
