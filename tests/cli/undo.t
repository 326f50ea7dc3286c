$ behest submit one -q; behest submit two -q; behest submit three -q
1
2
3
@ +1h
$ behest close 1 2 -q
1
2
$ behest assign 3 bob -q
3
# The last command first; again goes further back, each as a whole.
$ behest undo
undone: assign (2026-11-21T13:00:00Z)
  #3 assignee: bob -> -
  #3 state: open -> new
$ behest undo
undone: close (2026-11-21T13:00:00Z)
  #1 state: closed -> new
  #1 resolution: done -> -
  #2 state: closed -> new
  #2 resolution: done -> -
$ behest list
ID  State  Pri  Title  Assignee  Updated
 3  new    P3   three            2026-11-21T13:00:00Z
 2  new    P3   two              2026-11-21T13:00:00Z
 1  new    P3   one              2026-11-21T13:00:00Z
$ behest undo --redo
done again: close (2026-11-21T13:00:00Z)
  #1 state: new -> closed
  #1 resolution: - -> done
  #2 state: new -> closed
  #2 resolution: - -> done
$ behest undo --redo
done again: assign (2026-11-21T13:00:00Z)
  #3 assignee: - -> bob
  #3 state: new -> open
$ behest undo --redo
2> behest: there is nothing of alice to redo
2> hint: a redo is possible until the next change of your own
[4]
$ behest list state:any
ID  State   Pri  Title  Assignee  Updated
 3  open    P3   three  bob       2026-11-21T13:00:00Z
 2  closed  P3   two              2026-11-21T13:00:00Z
 1  closed  P3   one              2026-11-21T13:00:00Z
$ behest undo 2 -q
3
1
2

# An undone submit leaves every list, and its number is not used again.
$ behest undo
undone: submit (2026-11-21T12:00:00Z)
  #3 deleted: - -> yes
$ behest list
ID  State  Pri  Title  Assignee  Updated
 2  new    P3   two              2026-11-21T13:00:00Z
 1  new    P3   one              2026-11-21T13:00:00Z
$ behest show 3
2> behest: #3 was taken back by an undo
2> hint: 'behest undo --redo' brings it back, if that undo was the last thing you did
[3]
$ behest submit four
#4 four
$ behest undo --json
[]

# Mine alone.
$ behest undo --user bob
2> behest: there is nothing of bob to undo
2> hint: 'behest undo' takes back your own commands; --user NAME says who you are
[4]
# Refused when a later change builds on it.
$ behest edit 1 -p P1 -q
1
$ behest edit 1 -p P2 --user bob -q
1
$ behest undo
2> behest: #1 has been changed since by bob (edit, 2026-11-21T13:00:00Z)
2> hint: that change builds on this one; see 'behest log 1'
[4]
# What does not touch it may stand.
$ behest edit 1 -c mail -q
1
$ behest comment 1 -m hello --user bob -q
1
$ behest undo
undone: edit (2026-11-21T13:00:00Z)
  #1 category: mail -> -
$ behest undo nonsense
2> behest: 'nonsense' is not a number of commands
2> hint: for example 'behest undo 2'
[2]
$ behest undo 0
2> behest: '0' is not a number of commands
2> hint: for example 'behest undo 2'
[2]
