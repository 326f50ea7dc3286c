$ behest list
$ behest list --json
[]
$ ls -A ~
$ behest submit 'Printer jams' -c hardware -p P4 -q
1
$ behest submit 'VPN drops' -c network/vpn -p P2 -a alice --due 2026-11-20 -q
2
$ behest submit 'Mail bounces' -c mail -p P2 -a bob -l urgent -q
3
$ behest submit 'Old thing' -q
4
$ behest close 4 -q
4

# Without a state, what is not closed, newest first.
$ behest list
ID  State  Pri  Title         Assignee  Updated
 3  open   P2   Mail bounces  bob       2026-11-21T12:00:00Z
 2  open   P2   VPN drops     alice     2026-11-21T12:00:00Z
 1  new    P4   Printer jams            2026-11-21T12:00:00Z
$ behest list state:any
ID  State   Pri  Title         Assignee  Updated
 4  closed  P3   Old thing               2026-11-21T12:00:00Z
 3  open    P2   Mail bounces  bob       2026-11-21T12:00:00Z
 2  open    P2   VPN drops     alice     2026-11-21T12:00:00Z
 1  new     P4   Printer jams            2026-11-21T12:00:00Z
$ behest list -s closed
ID  State   Pri  Title      Assignee  Updated
 4  closed  P3   Old thing            2026-11-21T12:00:00Z
$ behest list state:closed,new
ID  State   Pri  Title         Assignee  Updated
 4  closed  P3   Old thing               2026-11-21T12:00:00Z
 1  new     P4   Printer jams            2026-11-21T12:00:00Z
$ behest list printer
ID  State  Pri  Title         Assignee  Updated
 1  new    P4   Printer jams            2026-11-21T12:00:00Z
$ behest list category:network
ID  State  Pri  Title      Assignee  Updated
 2  open   P2   VPN drops  alice     2026-11-21T12:00:00Z
$ behest list 'priority<=P2' not assignee:bob
ID  State  Pri  Title      Assignee  Updated
 2  open   P2   VPN drops  alice     2026-11-21T12:00:00Z
$ behest list 'printer or label:urgent'
ID  State  Pri  Title         Assignee  Updated
 3  open   P2   Mail bounces  bob       2026-11-21T12:00:00Z
 1  new    P4   Printer jams            2026-11-21T12:00:00Z
$ behest list assignee:me
ID  State  Pri  Title      Assignee  Updated
 2  open   P2   VPN drops  alice     2026-11-21T12:00:00Z
$ behest list is:overdue
ID  State  Pri  Title      Assignee  Updated
 2  open   P2   VPN drops  alice     2026-11-21T12:00:00Z
$ behest list is:unassigned
ID  State  Pri  Title         Assignee  Updated
 1  new    P4   Printer jams            2026-11-21T12:00:00Z
$ behest list -w 'priority:P2' -s open
ID  State  Pri  Title         Assignee  Updated
 3  open   P2   Mail bounces  bob       2026-11-21T12:00:00Z
 2  open   P2   VPN drops     alice     2026-11-21T12:00:00Z

# Sorting, columns, a limit.
$ behest list --sort priority
ID  State  Pri  Title         Assignee  Updated
 3  open   P2   Mail bounces  bob       2026-11-21T12:00:00Z
 2  open   P2   VPN drops     alice     2026-11-21T12:00:00Z
 1  new    P4   Printer jams            2026-11-21T12:00:00Z
$ behest list --sort=-priority,title --columns id,priority,title
ID  Pri  Title
 1  P4   Printer jams
 3  P2   Mail bounces
 2  P2   VPN drops
$ behest list --sort due
ID  State  Pri  Title         Assignee  Updated
 2  open   P2   VPN drops     alice     2026-11-21T12:00:00Z
 3  open   P2   Mail bounces  bob       2026-11-21T12:00:00Z
 1  new    P4   Printer jams            2026-11-21T12:00:00Z
$ behest list -L 1
ID  State  Pri  Title         Assignee  Updated
 3  open   P2   Mail bounces  bob       2026-11-21T12:00:00Z
$ behest list -L 0 --format ids
3
2
1
$ behest list --fields id,state --format tsv
id	state
3	open
2	open
1	new
$ behest list --columns id,title --json
[
{"id":3,"title":"Mail bounces"},
{"id":2,"title":"VPN drops"},
{"id":1,"title":"Printer jams"}
]

# An unknown person matches nothing; that is no error.
$ behest list assignee:nobody

# A query that is wrong says where.
$ behest list 'printer and colour:red'
2> behest: the query, column 13: there is no field 'colour'
2> hint: put text to search for in quotes; fields are id, key, …
[2]
$ behest list state:opne
2> behest: the query, column 7: there is no state 'opne'
2> hint: did you mean 'open'?
[2]
$ behest list 'printer and ('
2> behest: the query, column 14: a term is missing at the end
[2]
$ behest list --sort colour
2> behest: requests cannot be sorted by 'colour'
2> hint: for example --sort priority, --sort -updated, --sort due,-created, --sort sla, --sort field.NAME, --sort rank
[2]
$ behest list --columns colour
2> behest: 'colour' is not a column
2> hint: the columns are id, key, title, …
[2]
$ behest list -L -1
2> behest: --limit takes 0 (all) or more
2> hint: for example -L 20
[2]
