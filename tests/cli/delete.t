$ behest submit 'Printer jams' --key K1 -r 'Zoe Lin' -q; behest submit two -q; behest submit three -q
1
2
3
$ behest comment 1 -m 'Zoe Lin sits in room 3.14' --user bob
#1.1 internal comment
@ +1h
# Nobody to ask: it must be said.
$ behest delete 1
2> behest: this asks first, and there is nobody to ask
2> hint: add -y (--yes) when it is meant, or -n to see what it would do
[2]
$ behest delete 1 2 -n
would be: #1 deleted
  #1 deleted: - -> yes
would be: #2 deleted
  #2 deleted: - -> yes
$ behest delete 1 2 -y
#1 deleted
#2 deleted
$ behest list
ID  State  Pri  Title  Assignee  Updated
 3  new    P3   three            2026-11-21T12:00:00Z
$ behest show 1
2> behest: #1 has been deleted
2> hint: see 'behest log 1'
[3]
$ behest edit 1 -b x
2> behest: #1 has been deleted
2> hint: see 'behest log 1'
[3]
$ behest submit again --key K1
2> behest: the key 'K1' belongs to #1, which is deleted
2> hint: use another key; 'behest log 1' shows who deleted it
[4]
$ behest undo
undone: delete (2026-11-21T13:00:00Z)
  #1 deleted: yes -> -
  #2 deleted: yes -> -
$ behest delete -w 'two state:any' --yes
#2 deleted
# A purge is for good: of the request, of one that is deleted already, and of what they did before.
$ behest delete --purge 1 -n -y
would be: #1 purged: its texts and names are gone for good
  #1 deleted: - -> yes
$ behest delete --purge 1 2 -y
#1 purged: its texts and names are gone for good
#2 purged: its texts and names are gone for good
$ behest delete --purge 1 -y
#1 has been purged already
$ behest log 1
When                  ID  Who    Verb             Field      Old  New
2026-11-21T13:00:00Z   1  alice  purge            deleted    -    yes
2026-11-21T13:00:00Z   1  alice  undo             deleted    yes  -
2026-11-21T13:00:00Z   1  alice  delete (undone)  deleted    -    yes
2026-11-21T12:00:00Z   1  bob    comment          comment.1  -    [purged]
2026-11-21T12:00:00Z   1  alice  submit           key        -    -
2026-11-21T12:00:00Z   1  alice  submit           title      -    [purged]
2026-11-21T12:00:00Z   1  alice  submit           requester  -    [purged]
$ behest show 1
2> behest: #1 has been purged
2> hint: see 'behest log 1'
[3]
$ behest undo
2> behest: #2 has been purged since by alice
2> hint: what a purge removes cannot be brought back
[4]
$ behest undo
2> behest: #2 has been purged since by alice
2> hint: what a purge removes cannot be brought back
[4]
$ strings -n 3 ~/.local/share/behest/behest.db | grep -c -e Zoe -e 3.14 -e K1
0
[1]
$ behest delete --purge 9 -y
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
$ behest delete -w label:none-such -y
2> no request matches
$ behest delete
2> behest: no request is named
2> hint: give ids (12, 3-7, key:KEY), - for standard input, or -w QUERY
[2]
$ behest submit four -q
4
