$ behest submit 'Printer, "big" one' -b 'first
> second' -l a -l b -q
1
$ behest submit '=1+1' --due 2026-12-01 --estimate 2h -a bob -r "zoe|lin" -q
2
$ behest list --format table
ID  State  Pri  Title               Assignee  Updated
 2  open   P3   =1+1                bob       2026-11-21T12:00:00Z
 1  new    P3   Printer, "big" one            2026-11-21T12:00:00Z
$ behest list --format tsv --columns id,title,body,labels,due
id	title	body	labels	due
2	'=1+1			2026-12-01T00:00:00Z
1	Printer, "big" one	first\nsecond	a,b	
$ behest list --format csv --columns id,title,body,labels,estimate_s
id,title,body,labels,estimate_s\r (esc)
2,'=1+1,,,7200\r (esc)
1,"Printer, ""big"" one","first
second","a,b",\r (esc)
$ behest list --format csv --csv-raw --columns title
title\r (esc)
=1+1\r (esc)
"Printer, ""big"" one"\r (esc)
$ behest list --format json --columns id,title,body,labels,due,estimate_s
[
{"id":2,"title":"=1+1","body":null,"labels":[],"due":"2026-12-01T00:00:00Z","estimate_s":7200},
{"id":1,"title":"Printer, \"big\" one","body":"first\nsecond","labels":["a","b"],"due":null,"estimate_s":null}
]
$ behest list --format jsonl --columns id,title,due
{"id":2,"title":"=1+1","due":"2026-12-01T00:00:00Z"}
{"id":1,"title":"Printer, \"big\" one","due":null}
$ behest list --format md --columns id,title,requester,labels
| ID | Title | Requester | Labels |
| ---: | --- | --- | --- |
| 2 | \=1+1 | zoe\|lin | |
| 1 | Printer, "big" one | alice | a, b |
$ behest list --format ids
2
1

# Nothing found.
$ behest list nothing --format table
$ behest list nothing --format csv --columns id,title
id,title\r (esc)
$ behest list nothing --format json
[]
$ behest list nothing --format jsonl
$ behest list nothing --format ids

# --fields picks keys, in this order; in a pipe there is no colour unless asked for.
$ behest list --fields title,id --format csv
title,id\r (esc)
'=1+1,2\r (esc)
"Printer, ""big"" one",1\r (esc)
$ behest list --columns id,state --color always
\\x1b[1mID\x1b[0m  \x1b[1mState\x1b[0m (esc)
 \x1b[1m2\x1b[0m  \x1b[32mopen\x1b[0m (esc)
 \x1b[1m1\x1b[0m  \x1b[1mnew\x1b[0m (esc)
$ NO_COLOR=1 behest list --columns id,state
ID  State
 2  open
 1  new
$ behest list --format xml
2> behest: 'xml' is not a value of --format
2> hint: one of: table tsv csv json jsonl md html ids
[2]
$ behest list --color sometimes
2> behest: 'sometimes' is not a value of --color
2> hint: one of: auto always never
[2]
