$ behest submit one -r zoe -q; behest submit two -q; behest submit three -r bob -q
1
2
3
$ behest wait 1
#1 waits on its requester (pending)
$ behest wait 2 --on 'ACME Support'
#2 waits on ACME Support (hold)
$ behest wait 3 --on requester -m 'Which model is it?' --public
#3 waits on its requester (pending); #3.1 public comment
$ behest list
ID  State    Pri  Title  Assignee  Updated
 3  pending  P3   three            2026-11-21T12:00:00Z
 2  hold     P3   two              2026-11-21T12:00:00Z
 1  pending  P3   one              2026-11-21T12:00:00Z
$ behest show 2
ID:         2
Title:      two
State:      hold
Priority:   P3
Requester:  alice
Channel:    cli
Created:    2026-11-21T12:00:00Z
Updated:    2026-11-21T12:00:00Z
Version:    2
Waiting on: ACME Support
$ behest list is:open --format ids
3
2
1

$ behest wait 1
2> behest: #1 is waiting on its requester already
2> hint: end the wait: 'behest resume 1'
[4]
$ behest wait 2 --on 'ACME Support'
2> behest: #2 is waiting on ACME Support already
2> hint: end the wait: 'behest resume 2'
[4]
$ behest wait 2 --on requester
#2 waits on its requester (pending)
$ behest close 3 -q
3
$ behest wait 3
2> behest: #3 is closed (done)
2> hint: reopen it first: 'behest reopen 3'
[4]
$ behest wait 1 --on ''
2> behest: the third party is empty
2> hint: give a name
[2]
