$ behest submit 'VPN drops' -r zoe -q; behest submit 'VPN is slow' -r carol -q; behest submit 'VPN again' -r zoe -q
1
2
3
$ behest prioritize 2 --vote dora --vote Carol
#2 has a vote of dora; #2 is the request of carol, who needs no vote
@ +1h
$ behest merge 2 3 --into 1 -m 'We work on it in #1.' --public
#2 merged into #1, which has 2 votes more; #2.1 public comment
#3 merged into #1; #3.1 public comment
$ behest show 1
ID:        1
Title:     VPN drops
State:     new
Priority:  P3
Requester: zoe
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T13:00:00Z
Version:   2
Links:     duplicated by #2 (closed), duplicated by #3 (closed)
Votes:     carol, dora
$ behest show 2
ID:             2
Title:          VPN is slow
State:          closed
Priority:       P3
Requester:      carol
Channel:        cli
Created:        2026-11-21T12:00:00Z
Updated:        2026-11-21T13:00:00Z
First response: 2026-11-21T13:00:00Z
Closed:         2026-11-21T13:00:00Z
Resolution:     duplicate
Version:        4
Links:          duplicates #1
Votes:          dora

2.1  alice, 2026-11-21T13:00:00Z, public
  We work on it in #1.
$ behest merge 2 --into 1
2> behest: #2 is closed (duplicate) already
2> hint: to change how it was closed, reopen it first: 'behest reopen 2'
[4]
$ behest undo
undone: merge (2026-11-21T13:00:00Z)
  #1 vote.carol: yes -> -
  #1 vote.dora: yes -> -
  #2 state: closed -> new
  #2 resolution: duplicate -> -
  #2 link.duplicates.1: yes -> -
  #2 comment.1: We work on it in #1. -> -
  #3 state: closed -> new
  #3 resolution: duplicate -> -
  #3 link.duplicates.1: yes -> -
  #3 comment.1: We work on it in #1. -> -
$ behest show 1
ID:        1
Title:     VPN drops
State:     new
Priority:  P3
Requester: zoe
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T13:00:00Z
Version:   3
$ behest merge 1 --into 1
2> behest: #1 cannot be merged into itself
2> hint: name another request: --into ID
[4]
$ behest close 3
#3 closed as done
$ behest merge 1 --into 3
2> behest: #3 is closed, and nothing can be merged into it
2> hint: reopen it first: 'behest reopen 3'
[4]
$ behest merge 1
2> behest: behest merge: --into is missing
2> hint: usage: behest merge [OPTIONS] [ID...] --into ID
[2]
$ behest merge 1 --into 1,2
2> behest: --into takes one id
2> hint: for example --into 12
[2]
$ behest merge 1 --into 9
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
$ behest submit blocker -q
4
$ behest link 4 blocks 2
#4 blocks #2
$ behest merge 2 --into 1
2> behest: #2 is blocked by #4
2> hint: close what is in the way first, or together with it, or add --force
[4]
$ behest merge 2 --into 1 --force --json --fields id,state,resolution,links
{"id":2,"state":"closed","resolution":"duplicate","links":[{"rel":"duplicates","to":1}]}
