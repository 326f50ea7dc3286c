$ behest status
Now                    Requests
New                           0
Open                          0
Waiting on requesters         0
Waiting on others             0
Nobody's                      0
Overdue                       0
Without news                  0
P1 and P2                     0
Mine                          0
Came in today                 0
Closed today                  0
$ ls -A ~
$ behest submit one -q -a alice -p P1; behest submit two -q -a alice --due 2026-11-20; behest submit three -q
1
2
3
$ behest submit four -q; behest close 4 -q
4
4
@ +15d
$ behest submit five -q -a bob
5
$ behest status
Now                    Requests
New                           1
Open                          3
Waiting on requesters         0
Waiting on others             0
Nobody's                      1
Overdue                       1
Without news                  3
P1 and P2                     1
Mine                          2
Came in today                 1
Closed today                  0

ID  State  Pri  Title  Assignee  Updated
 1  open   P1   one    alice     2026-11-21T12:00:00Z
 2  open   P3   two    alice     2026-11-21T12:00:00Z
$ behest status --json
{"as_of":"2026-12-06T12:00:00Z","user":"alice","new":1,"open":3,"pending":0,"hold":0,"unassigned":1,"overdue":1,"stale":3,"critical":1,"mine":2,"created_today":1,"closed_today":0,"next":[1,2]}
$ behest status extra
2> behest: behest status: unexpected word 'extra'
2> hint: usage: behest status [OPTIONS]
[2]
