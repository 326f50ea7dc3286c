$ behest log
$ behest submit 'Printer jams' -q
1
@ +1h
$ behest assign 1 bob -q
1
@ +1h
$ behest comment 1 -m 'looked at it' --user bob -q
1
$ behest submit 'Mail bounces' --due 2026-11-25 --estimate 90m -p P1 -q
2
@ +1h
$ behest edit 1 --due tomorrow -l +hardware -q
1
$ behest undo -q
1
$ behest log
When                  ID  Who    Verb           Field      Old                   New
2026-11-21T15:00:00Z   1  alice  undo           due        2026-11-22T00:00:00Z  -
2026-11-21T15:00:00Z   1  alice  undo           labels     hardware              -
2026-11-21T15:00:00Z   1  alice  edit (undone)  due        -                     2026-11-22T00:00:00Z
2026-11-21T15:00:00Z   1  alice  edit (undone)  labels     -                     hardware
2026-11-21T14:00:00Z   2  alice  submit         title      -                     Mail bounces
2026-11-21T14:00:00Z   2  alice  submit         requester  -                     alice
2026-11-21T14:00:00Z   2  alice  submit         due        -                     2026-11-25T00:00:00Z
2026-11-21T14:00:00Z   2  alice  submit         estimate   -                     1h 30m
2026-11-21T14:00:00Z   2  alice  submit         priority   -                     P1
2026-11-21T14:00:00Z   1  bob    comment        comment.1  -                     looked at it
2026-11-21T13:00:00Z   1  alice  assign         assignee   -                     bob
2026-11-21T13:00:00Z   1  alice  assign         state      new                   open
2026-11-21T12:00:00Z   1  alice  submit         title      -                     Printer jams
2026-11-21T12:00:00Z   1  alice  submit         requester  -                     alice
$ behest log 1
When                  ID  Who    Verb           Field      Old                   New
2026-11-21T15:00:00Z   1  alice  undo           due        2026-11-22T00:00:00Z  -
2026-11-21T15:00:00Z   1  alice  undo           labels     hardware              -
2026-11-21T15:00:00Z   1  alice  edit (undone)  due        -                     2026-11-22T00:00:00Z
2026-11-21T15:00:00Z   1  alice  edit (undone)  labels     -                     hardware
2026-11-21T14:00:00Z   1  bob    comment        comment.1  -                     looked at it
2026-11-21T13:00:00Z   1  alice  assign         assignee   -                     bob
2026-11-21T13:00:00Z   1  alice  assign         state      new                   open
2026-11-21T12:00:00Z   1  alice  submit         title      -                     Printer jams
2026-11-21T12:00:00Z   1  alice  submit         requester  -                     alice
$ behest log 1-2 -L 3
When                  ID  Who    Verb           Field      Old                   New
2026-11-21T15:00:00Z   1  alice  undo           due        2026-11-22T00:00:00Z  -
2026-11-21T15:00:00Z   1  alice  undo           labels     hardware              -
2026-11-21T15:00:00Z   1  alice  edit (undone)  due        -                     2026-11-22T00:00:00Z
2026-11-21T15:00:00Z   1  alice  edit (undone)  labels     -                     hardware
2026-11-21T14:00:00Z   2  alice  submit         title      -                     Mail bounces
2026-11-21T14:00:00Z   2  alice  submit         requester  -                     alice
2026-11-21T14:00:00Z   2  alice  submit         due        -                     2026-11-25T00:00:00Z
2026-11-21T14:00:00Z   2  alice  submit         estimate   -                     1h 30m
2026-11-21T14:00:00Z   2  alice  submit         priority   -                     P1
$ behest log -w 'priority:P1'
When                  ID  Who    Verb    Field      Old  New
2026-11-21T14:00:00Z   2  alice  submit  title      -    Mail bounces
2026-11-21T14:00:00Z   2  alice  submit  requester  -    alice
2026-11-21T14:00:00Z   2  alice  submit  due        -    2026-11-25T00:00:00Z
2026-11-21T14:00:00Z   2  alice  submit  estimate   -    1h 30m
2026-11-21T14:00:00Z   2  alice  submit  priority   -    P1
$ behest log 2 --json
[
{"id":4,"at":"2026-11-21T14:00:00Z","actor":"alice","verb":"submit","request":2,"command":4,"undone":false,"changes":[{"field":"title","old":null,"new":"Mail bounces"},{"field":"requester","old":null,"new":"alice"},{"field":"due","old":null,"new":"2026-11-25T00:00:00Z"},{"field":"estimate","old":null,"new":5400},{"field":"priority","old":null,"new":"P1"}]}
]
$ behest log -L 1 --format csv
at,request,actor,verb,field,old,new\r (esc)
2026-11-21T15:00:00Z,1,alice,undo,due,2026-11-22T00:00:00Z,\r (esc)
2026-11-21T15:00:00Z,1,alice,undo,labels,hardware,\r (esc)
$ behest log 7
2> behest: there is no request #7
2> hint: see 'behest list'
[3]
$ behest log -L -1
2> behest: --limit takes 0 (all) or more
2> hint: for example -L 20
[2]
