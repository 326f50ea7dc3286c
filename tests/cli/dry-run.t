$ behest submit one -q; behest submit two -q; behest close 2 -q
1
2
2
# Says what would be, and changes nothing.
$ behest submit three -n
would be: #3 three
  #3 title: - -> three
  #3 requester: - -> alice
$ behest assign 1 bob -n
would be: #1 assigned to bob
  #1 assignee: - -> bob
  #1 state: new -> open
$ behest close 1 --dry-run
would be: #1 closed as done
  #1 state: new -> closed
  #1 resolution: - -> done
$ behest reopen 2 -n -m 'again'
would be: #2 reopened (was done); #2.1 internal comment
  #2 state: closed -> open
  #2 resolution: done -> -
  #2 comment.1: - -> again
$ behest edit 1 -p P1 -l x -n
would be: #1 edited: labels, priority
  #1 labels: - -> x
  #1 priority: P3 -> P1
$ behest comment 1 -m hi -n
would be: #1.1 internal comment
  #1 comment.1: - -> hi
$ behest wait 1 -n; behest prioritize 1 P1 -n
would be: #1 waits on its requester (pending)
  #1 state: new -> pending
would be: #1 is P1 (was P3)
  #1 priority: P3 -> P1
$ behest close 1 -n --json --fields id,state
{"id":1,"state":"closed"}
$ behest close 1 -n -q
1
$ behest undo -n
would be undone: close (2026-11-21T12:00:00Z)
  #2 state: closed -> new
  #2 resolution: done -> -
$ behest config set user zoe -n
would be: user is zoe in $HOME/.config/behest/behest.toml
$ behest list state:any
ID  State   Pri  Title  Assignee  Updated
 2  closed  P3   two              2026-11-21T12:00:00Z
 1  new     P3   one              2026-11-21T12:00:00Z
$ behest log -L 1
When                  ID  Who    Verb   Field       Old  New
2026-11-21T12:00:00Z   2  alice  close  state       new  closed
2026-11-21T12:00:00Z   2  alice  close  resolution  -    done
$ ls -A ~
.local
# What would be refused is refused.
$ behest reopen 1 -n
2> behest: #1 is new, not closed
2> hint: there is nothing to reopen
[4]
# Without a database none is made.
$ rm -r ~/.local; behest submit x -n; ls -A ~
would be: #1 x
  #1 title: - -> x
  #1 requester: - -> alice
