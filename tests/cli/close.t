$ behest submit one -r zoe -q; behest submit two -q; behest submit three -q; behest submit four -l test -q
1
2
3
4
@ +1h
$ behest close 1
#1 closed as done
$ behest close 2 --of 1
#2 closed as duplicate of #1
# alice is the requester of #3 too; that does not open again what the same command closes.
$ behest close 3 --as declined -m 'not ours' --public
#3 closed as declined; #3.1 public comment
$ behest close -w label:test --as withdrawn
#4 closed as withdrawn
$ behest list state:any --columns id,state,resolution,closed
ID  State   Resolution  Closed
 4  closed  withdrawn   2026-11-21T13:00:00Z
 3  closed  declined    2026-11-21T13:00:00Z
 2  closed  duplicate   2026-11-21T13:00:00Z
 1  closed  done        2026-11-21T13:00:00Z
$ behest show 2 --json --fields state,resolution,links
{"state":"closed","resolution":"duplicate","links":[{"rel":"duplicates","to":1}]}

$ behest close 1
2> behest: #1 is closed (done) already
2> hint: to change how it was closed, reopen it first: 'behest reopen 1'
[4]
$ behest reopen 1 -q
1
$ behest close 1 --of 1
2> behest: #1 cannot be a duplicate of itself
2> hint: name the other request: --of ID
[4]
$ behest close 1 --of 9
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
$ behest close 1 --as done --of 2
2> behest: --of names what is duplicated, but it is closed as done
2> hint: leave out --of, or use --as duplicate
[2]
$ behest close 1 --as fixed
2> behest: 'fixed' is not a value of --as
2> hint: one of: done answered declined duplicate withdrawn spam
[2]
$ behest close 1 --as duplicate
#1 closed as duplicate
