$ behest submit 'Printer jams' -r zoe -q
1
@ +10m
# Internal by default: the state stays.
$ behest comment 1 -m 'Looked at it'
#1.1 internal comment
# What the requester sees; it opens a new request.
$ behest comment 1 -m 'A part comes on Monday.' --public
#1.2 public comment; #1 is open
$ behest comment 1 --via visit -m 'They use floor 2 meanwhile'
#1.3 internal comment
$ printf 'from\nstdin\n' | behest comment 1 -F -
#1.4 internal comment
$ behest show 1
ID:             1
Title:          Printer jams
State:          open
Priority:       P3
Requester:      zoe
Channel:        cli
Created:        2026-11-21T12:00:00Z
Updated:        2026-11-21T12:10:00Z
First response: 2026-11-21T12:10:00Z
Version:        5

1.1  alice, 2026-11-21T12:10:00Z, internal
  Looked at it

1.2  alice, 2026-11-21T12:10:00Z, public
  A part comes on Monday.

1.3  alice, 2026-11-21T12:10:00Z, internal, by visit
  They use floor 2 meanwhile

1.4  alice, 2026-11-21T12:10:00Z, internal
  from
  stdin

# By id: correct, publish, delete.
$ behest comment 1.2 -m 'A part comes on Tuesday.'
#1.2 edited
$ behest comment 1.1 --public
#1.1 edited
$ behest comment 1.3 --delete
#1.3 deleted
$ behest show 1 --json --fields first_response,comments
{"first_response":"2026-11-21T12:10:00Z","comments":[{"id":"1.1","at":"2026-11-21T12:10:00Z","author":"alice","public":true,"channel":"cli","body":"Looked at it","attendees":[]},{"id":"1.2","at":"2026-11-21T12:10:00Z","author":"alice","public":true,"channel":"cli","body":"A part comes on Tuesday.","attendees":[]},{"id":"1.4","at":"2026-11-21T12:10:00Z","author":"alice","public":false,"channel":"cli","body":"from\nstdin\n","attendees":[]}]}

# The requester's word ends a wait on them.
$ behest wait 1 -q
1
$ behest comment 1 -m 'It is the big one' --user zoe --public
#1.5 public comment; #1 is open
# A public one opens what was closed less than a week ago.
$ behest close 1 -q
1
@ +2d
$ behest comment 1 -m 'Jams again' --user zoe --public
#1.6 public comment; #1 reopened
$ behest show 1 --fields state,reopened
State:    open
Reopened: 1

$ behest comment 1
2> behest: the comment has no text
2> hint: give it with -m TEXT or -F FILE
[2]
$ behest comment 1 -m ''
2> behest: the comment is empty
2> hint: give its text with -m TEXT or -F FILE
[2]
$ behest comment 1.9 -m x
2> behest: there is no comment 1.9
2> hint: see 'behest show 1'
[3]
$ behest comment 1 --delete
2> behest: no comment is named
2> hint: behest comment 12.3 --delete
[2]
$ behest comment 1 -m a -b b
2> behest: the text is given more than once
2> hint: use one of -m, -b, -F
[2]
$ behest comment 1 -m x --via pigeon
2> behest: 'pigeon' is not a channel
2> hint: the channels are cli, mail, phone, web, chat, visit, meeting, survey, interview, api
[2]
$ behest comment 7 -m x
2> behest: there is no request #7
2> hint: see 'behest list'
[3]
