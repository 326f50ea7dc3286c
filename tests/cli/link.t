$ behest submit one -q; behest submit two -q; behest submit three -q; behest submit four -q; behest submit five -q
1
2
3
4
5
$ behest link 1 blocks 2
#1 blocks #2
$ behest link 2 blocks 3
#2 blocks #3
$ behest link 2 blocks 3
#2 blocks #3 already
$ behest link 3 blocks 1
2> behest: #3 cannot block #1: that makes a cycle of blocks, #3 -> #1 -> #2 -> #3
2> hint: take one of these links away first: 'behest link -d 1 blocks 2'
[4]
$ behest link 1 blocks 1
2> behest: #1 cannot block itself
2> hint: name another request
[4]
# The first is the parent; several ids may stand on either side.
$ behest link 1 parent 4,5
#1 is the parent of #4; #1 is the parent of #5
$ behest link 4 5 relates 3
#4 relates to #3
#5 relates to #3
$ behest link 5 parent 1
2> behest: #5 cannot be the parent of #1: that makes a cycle of parents, #5 -> #1 -> #5
2> hint: take one of these links away first: 'behest link -d 1 parent 5'
[4]
$ behest close 4
#4 closed as done
$ behest show 1
ID:           1
Title:        one
State:        new
Priority:     P3
Requester:    alice
Channel:      cli
Created:      2026-11-21T12:00:00Z
Updated:      2026-11-21T12:00:00Z
Version:      4
Links:        blocks #2, parent of #4 (closed), parent of #5
Sub-requests: 1 of 2 closed
$ behest show 3
ID:        3
Title:     three
State:     new
Priority:  P3
Requester: alice
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T12:00:00Z
Version:   1
Links:     blocked by #2, relates to #4 (closed), relates to #5
$ behest show 1 --json --fields id,links
{"id":1,"links":[{"rel":"blocks","to":2,"type":"FS","lag_s":0},{"rel":"parent","to":4},{"rel":"parent","to":5}]}
$ behest list is:blocked --columns id,title
ID  Title
 3  three
 2  two
# Not before what is in the way, unless it is closed by the same command or forced.
$ behest close 2
2> behest: #2 is blocked by #1
2> hint: close what is in the way first, or together with it, or add --force
[4]
$ behest close 1
2> behest: #1 has open sub-requests: #5
2> hint: close what is in the way first, or together with it, or add --force
[4]
$ behest close 3 --force
#3 closed as done
$ behest close 2 5 1
#2 closed as done
#5 closed as done
#1 closed as done
$ behest link -d 1 blocks 2
#1 no longer blocks #2
$ behest link -d 1 blocks 2
#1 does not block #2
$ behest link -d 3 relates 4
#3 no longer relates to #4
$ behest undo
undone: link (2026-11-21T12:00:00Z)
  #4 link.relates.3: - -> yes
$ behest link 1 blocks 99
2> behest: there is no request #99
2> hint: see 'behest list'
[3]
$ behest link 1 before 2
2> behest: it is not said how they are linked
2> hint: for example 'behest link 3 blocks 7', or parent, duplicates, relates
[2]
$ behest link blocks 2
2> behest: no request stands before 'blocks'
2> hint: for example 'behest link 3 blocks 7', or parent, duplicates, relates
[2]
$ behest link 1 blocks
2> behest: no request stands after 'blocks'
2> hint: for example 'behest link 3 blocks 7', or parent, duplicates, relates
[2]
$ behest link 1 blocks -
2> behest: '-' can only stand before 'blocks'
2> hint: for example 'behest link 3 blocks 7', or parent, duplicates, relates
[2]
$ behest link 1 duplicates 5 -n
would be: #1 duplicates #5
  #1 link.duplicates.5: - -> yes
$ behest link 1 duplicates 5 -q
1
$ behest link 1 duplicates 5 --json --fields id,version
{"id":1,"version":7}
