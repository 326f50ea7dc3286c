$ behest submit one -q; behest submit two -q; behest submit three -q
1
2
3
$ behest wait 1 -q; behest wait 2 --on ACME -q
1
2
$ behest resume 1 2 -m 'got an answer'
#1 is open again (was pending); #1.1 internal comment
#2 is open again (was hold); #2.1 internal comment
$ behest list
ID  State  Pri  Title  Assignee  Updated
 3  new    P3   three            2026-11-21T12:00:00Z
 2  open   P3   two              2026-11-21T12:00:00Z
 1  open   P3   one              2026-11-21T12:00:00Z
$ behest show 2 --json --fields state,comments
{"state":"open","comments":[{"id":"2.1","at":"2026-11-21T12:00:00Z","author":"alice","public":false,"channel":"cli","body":"got an answer","attendees":[]}]}

$ behest resume 1
2> behest: #1 is open, not waiting
2> hint: there is nothing to resume
[4]
$ behest resume 3
2> behest: #3 is new, not waiting
2> hint: there is nothing to resume
[4]
$ behest close 3 -q; behest resume 3
3
2> behest: #3 is closed (done), not waiting
2> hint: reopen it: 'behest reopen 3'
[4]

# Of several, all or none.
$ behest wait 1 -q; behest resume 1 2
1
2> behest: #2 is open, not waiting
2> hint: there is nothing to resume
[4]
$ behest show 1 --fields state
State: pending
