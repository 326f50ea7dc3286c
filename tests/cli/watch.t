$ behest submit one -q; behest submit two -q
1
2
$ behest watch 1 2
#1 is watched by alice
#2 is watched by alice
$ behest watch 1
#1 is watched by alice already
$ behest watch 1 carol
#1 is watched by carol
$ behest watch 1 --off carol
#1 is no longer watched by carol
$ behest watch 1 carol --off
#1 is not watched by carol
$ behest watch
2> behest: no request is named
2> hint: give ids (12, 3-7, key:KEY), - for standard input, or -w QUERY
[2]
$ behest watch 9
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
# Who changes something need not be told.
$ behest edit 1 --title uno
#1 edited: title
$ behest inbox
2> nothing new for alice
$ behest --user bob close 1
#1 closed as done
$ behest --user bob watch 2 zoe -q
2
$ behest inbox --json
[
{"at":"2026-11-21T12:00:00Z","id":1,"title":"uno","about":"close","by":"bob"}
]
