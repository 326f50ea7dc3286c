$ behest submit one -q; behest submit two -q
1
2
$ behest close 1 --as answered -q
1
@ +1d
$ behest reopen 1 -m 'fails again'
#1 reopened (was answered); #1.1 internal comment
$ behest show 1
ID:        1
Title:     one
State:     open
Priority:  P3
Requester: alice
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-22T12:00:00Z
Version:   4
Reopened:  1

1.1  alice, 2026-11-22T12:00:00Z, internal
  fails again
$ behest reopen 1
2> behest: #1 is open, not closed
2> hint: there is nothing to reopen
[4]
$ behest close 1 -q; behest reopen 1 --json --fields state,resolution,closed,reopened
1
{"state":"open","resolution":null,"closed":null,"reopened":2}
$ behest reopen 2
2> behest: #2 is new, not closed
2> hint: there is nothing to reopen
[4]
