$ behest submit 'Printer jams' -a bob -l a -l b --team net -q; behest submit '会议室投影仪没有画面，请帮忙' -p P1 --field system=erp -a 王芳 -l a -q; behest submit three -q; behest submit four -q; behest close 4 -q
1
2
3
4
4
# A number alone.
$ behest list --count
3
$ behest list state:any --count --json
{"count":4}
$ behest list --count --format csv assignee:nobody
count\r (esc)
0\r (esc)
$ behest list --count -L 2
2> behest: --count prints a number alone
2> hint: leave out -L, --sort, --columns, --as, --group-by, --template and -z
[2]
$ behest list --count --format ids
2> behest: there are no ids to print here
2> hint: choose another --format: table, tsv, csv, json
[2]
# The exit status tells whether anything matches.
$ behest list assignee:bob --exit-code --format ids
1
[10]
$ behest list assignee:nobody --exit-code
$ behest list is:overdue --exit-code --count
0
$ behest list state:any --exit-code --count
4
[10]
# Headings with counts.
$ behest list --group-by assignee --columns id,title
bob (1)
ID  Title
 1  Printer jams

王芳 (1)
ID  Title
 2  会议室投影仪没有画面，请帮忙

no assignee (1)
ID  Title
 3  three
$ behest list --group-by label --columns id
a (2)
ID
 2
 1

b (1)
ID
 1

no label (1)
ID
 3
$ behest list state:any --group-by state --columns id,state --format md
## new (1)

| ID | State |
| ---: | --- |
| 3 | new |

## open (2)

| ID | State |
| ---: | --- |
| 2 | open |
| 1 | open |

## closed (1)

| ID | State |
| ---: | --- |
| 4 | closed |
$ behest list --group-by team --json --fields id,team
[
{"group":"net","count":1,"requests":[{"id":1,"team":"net"}]},
{"group":null,"count":2,"requests":[{"id":3,"team":null},{"id":2,"team":null}]}
]
$ behest list --group-by field.system --format jsonl --fields id
{"group":"erp","count":1,"requests":[{"id":2}]}
{"group":null,"count":2,"requests":[{"id":3},{"id":1}]}
$ behest list --group-by team assignee:nobody; behest list --group-by team assignee:nobody --json
[]
$ behest list --group-by title
2> behest: requests cannot be grouped by 'title'
2> hint: group by one of state, priority, type, category, team, assignee, requester, channel, label, resolution, field.NAME
[2]
$ behest list --group-by team --format csv
2> behest: --group-by has no place for its headings in this format
2> hint: use table, md, json or jsonl, or --sort FIELD
[2]
$ behest list --group-by team --template '{{id}}'
2> behest: --template says by itself what is written
2> hint: leave out --format, --json, --fields, --columns, --as and --group-by
[2]
# A board.
$ behest list --as board
new (1)             open (2)            pending (0)         hold (0)

#3 P3               #2 P1 王芳
three               会议室投影仪没有…

                    #1 P3 bob
                    Printer jams
$ behest list --as board state:any --group-by assignee
bob (1)                    王芳 (1)                   no assignee (2)

#1 P3 bob                  #2 P1 王芳                 #4 P3
Printer jams               会议室投影仪没有画面，请…  four

                                                      #3 P3
                                                      three
$ behest list --as board assignee:nobody
$ behest list --as board --json
2> {"error":{"code":2,"kind":"usage","message":"a board is for people to look at","hint":"for a program: --group-by state --json"}}
[2]
$ behest list --as tree
2> behest: 'tree' is not a value of --as
2> hint: one of: table board
[2]
