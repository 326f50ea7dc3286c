$ behest submit 'overdue' --due 2026-11-20 -p P4 -q
1
$ behest submit 'in the way' -q; behest submit 'waits' -p P1 -q; behest submit 'waits too' -q
2
3
4
$ behest submit 'many want it' -a bob -q; behest submit 'waits on its requester' -p P1 -q
5
6
$ behest link 2 blocks 3; behest link 3 blocks 4; behest wait 6 -q
#2 blocks #3
#3 blocks #4
6
$ behest prioritize 5 --vote carol --vote dora
#5 has a vote of carol; #5 has a vote of dora
@ +21d
$ behest next
ID  Score  Title
 1     63  overdue
 2     31  in the way
 5     27  many want it
$ behest next --explain
ID  Score  Priority  Due  Age  Unblocks  Votes  Title
 1     63        10   50    3         0      0  overdue
 2     31        20    0    3         8      0  in the way
 5     27        20    0    3         0      4  many want it
$ behest next --mine -L 2
ID  Score  Title
 1     63  overdue
 2     31  in the way
$ behest next assignee:bob --json
[
{"id":5,"title":"many want it","score":27,"parts":{"priority":20,"due":0,"age":3,"unblocks":0,"votes":4}}
]
$ behest next 'priority:P9'
2> behest: the query, column 10: 'P9' is not a priority, P1 to P5
[2]
$ behest next -L 1 --format ids
1
$ behest next --explain --format csv
id,score,priority,due,age,unblocks,votes,title\r (esc)
1,63,10,50,3,0,0,overdue\r (esc)
2,31,20,0,3,8,0,in the way\r (esc)
5,27,20,0,3,0,4,many want it\r (esc)
$ behest next nothing-like-it --json
[]
$ behest next -L -1
2> behest: --limit takes 0 (all) or more
2> hint: for example -L 5
[2]
$ behest close 2 -q
2
$ behest next -L 1 --explain
ID  Score  Priority  Due  Age  Unblocks  Votes  Title
 1     63        10   50    3         0      0  overdue
