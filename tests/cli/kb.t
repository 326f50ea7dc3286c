$ behest kb list; test ! -e ~/.local
$ printf '# Steps\n\n1. Install *it*\n2. Log in\n' | behest kb add 'Set up the VPN' -F - -c network/vpn --review 2026-11-20
article 1 (draft): Set up the VPN
$ behest kb show 1
ID:        1
State:     draft
Title:     Set up the VPN
Category:  network/vpn
Owner:     alice
Review:    2026-11-20T00:00:00Z
Helpful:   0
Not:       0
Deflected: 0
Updated:   2026-11-21T12:00:00Z

\# Steps

1. Install *it*
2. Log in
$ behest kb edit 1 -s published --title 'Set up VPN access'; behest kb edit 1 -s published
article 1 published: Set up VPN access
article 1 unchanged
$ behest kb log 1 --json
[
{"version":2,"at":"2026-11-21T12:00:00Z","actor":"alice","state":"published","title":"Set up VPN access"},
{"version":1,"at":"2026-11-21T12:00:00Z","actor":"alice","state":"draft","title":"Set up the VPN"}
]
$ behest kb show 1 --version 1 --json
{"id":1,"state":"draft","title":"Set up the VPN","category":"network/vpn","owner":"alice","review":"2026-11-20T00:00:00Z","helpful":0,"unhelpful":0,"deflected":0,"used_in":[],"author":"alice","from":null,"created":"2026-11-21T12:00:00Z","updated":"2026-11-21T12:00:00Z","body":"# Steps\n\n1. Install *it*\n2. Log in\n"}
$ behest kb show 1 --version 9
2> behest: article 1 has no version 9
2> hint: see 'behest kb log 1'
[3]
# From a request that is solved: what was last said to its requester.
$ behest submit 'Projector stays dark' -r zoe -b '会议室投影仪没有画面' -c av -q; behest comment 1 --public -m 'Which one?' -q; behest --user zoe comment 1 --public -m 'The big one' -q
1
1
1
$ behest kb from 1
2> behest: #1 is not solved, so there is no answer to keep
2> hint: an article comes from a request that is closed as done or answered
[4]
$ behest close 1 -m 'Press the button on its back.' --public -q; behest comment 1 -m 'internal' -q; behest kb from 1
1
1
article 2 (draft) from #1: Projector stays dark
$ behest kb show 2
ID:        2
State:     draft
Title:     Projector stays dark
Category:  av
Owner:     alice
Helpful:   0
Not:       0
Deflected: 0
Used in:   #1
Updated:   2026-11-21T12:00:00Z

会议室投影仪没有画面

## Answer

Press the button on its back.
# Found by words, as requests are.
$ behest kb search vpn --format ids; behest kb search 'inst*' 'log in' --format ids; behest kb search 投影 --format ids; behest kb search in log; behest kb search button vpn
1
1
2
ID  State      Title              Category     Owner  Review                Helpful  Not  Deflected  Used in
 1  published  Set up VPN access  network/vpn  alice  2026-11-20T00:00:00Z        0    0          0        0
$ behest kb search '!!'
2> behest: there is no word in '!!' to look for
2> hint: articles are found by words
[2]
# What became of it.
$ behest submit 'VPN access?' -r bob -q; behest kb link 1 2; behest kb link 1 2; behest kb vote 1 up -r bob; behest kb vote 1 down; behest kb vote 1 down -q
2
#2 uses article 1
#2 uses article 1 already
article 1 helped bob
article 1 did not help alice
1
$ behest kb deflect 1 2; behest kb deflect 1 -r carol
article 1 answered bob: Set up VPN access; #2 closed as withdrawn
article 1 answered carol: Set up VPN access
$ behest kb list
ID  State      Title                 Category     Owner  Review                Helpful  Not  Deflected  Used in
 1  published  Set up VPN access     network/vpn  alice  2026-11-20T00:00:00Z        1    1          2        1
 2  draft      Projector stays dark  av           alice                              0    0          0        1
$ behest kb list -c network --json
[
{"id":1,"state":"published","title":"Set up VPN access","category":"network/vpn","owner":"alice","review":"2026-11-20T00:00:00Z","helpful":1,"unhelpful":1,"deflected":2,"used_in":[2],"author":"alice","from":null,"created":"2026-11-21T12:00:00Z","updated":"2026-11-21T12:00:00Z"}
]
$ behest show 2 --json --fields state,resolution
{"state":"closed","resolution":"withdrawn"}
$ behest undo; behest kb show 1 --json | grep -o '"deflected":[0-9]*'
undone: kb (2026-11-21T12:00:00Z)
  article_deflection.1 14: {"article":1,"by":"carol","at":1795262400000} -> -
"deflected":1
$ behest kb due --format ids
1
$ behest kb link -d 1 2; behest kb rm 2; behest kb show 2
#2 does not use article 1
article 2 is gone: Projector stays dark
2> behest: there is no article 2
2> hint: see 'behest kb list'
[3]
$ behest kb add again -q; behest kb list --format ids
3
1
3
# Refused.
$ behest kb add 'No text' -s published
2> behest: an article without a text cannot be published
2> hint: give it one with -b, -F or -e
[4]
$ behest kb vote 1 maybe
2> behest: it is not said whether it helped
2> hint: behest kb vote 3 up, or down
[2]
$ behest kb edit 1 -s finished
2> behest: 'finished' is no state of an article
2> hint: draft or published
[2]
$ behest kb list words
2> behest: 'kb list' takes no words
2> hint: it is for: add edit show search link from vote rm log deflect
[2]
$ behest kb show one
2> behest: 'one' is not the number of an article
2> hint: see 'behest kb list'
[2]
$ behest kb edit 1 --review someday
2> behest: --review: not a time
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
# In an editor.
$ mkdir ~/bin; printf '#!/bin/sh\nsed -i "s/^title:.*/title: Edited/; s/^state:.*/state: draft/" "$1"\n' > ~/bin/ed1; chmod +x ~/bin/ed1; BEHEST_EDITOR=ed1 behest kb edit 1 -e; behest kb show 1 --json | grep -o '"state":"[a-z]*","title":"[A-Za-z]*"'
article 1 is a draft again: Edited
"state":"draft","title":"Edited"
$ BEHEST_EDITOR=true behest kb add -e
2> nothing was changed, so nothing is done
# Hostile text comes out harmless.
$ printf 'a\033[31mred\033[0m [x](javascript:1) \342\200\256evil\n' | behest kb add "$(printf 'T\033]0;x\007')" -F - -q; behest kb show 4
4
ID:        4
State:     draft
Title:     T^[]0;x^G
Owner:     alice
Helpful:   0
Not:       0
Deflected: 0
Updated:   2026-11-21T12:00:00Z

a^[[31mred^[[0m [x](javascript:1) <U+202E>evil
$ behest doctor --full | tail -n 1
full check        sound
$ behest kb list -s drafty
2> behest: 'drafty' is no state of an article
2> hint: draft or published
[2]
# The text in other formats.
$ printf '## Steps\n\n- *one*\n' | behest kb add 'A | B' -F - --owner none -q; behest kb show 5 --format md; behest kb show 5 --format html | sed -n '/<h2>A/,$p'
5
\# A \| B

## Steps

- *one*
<h2>A | B</h2>
<p>Article 5, draft, updated 2026-11-21T12:00:00Z</p>
<h2>Steps</h2>
<ul>
<li><em>one</em></li>
</ul>
</body>
</html>
$ behest kb show 5 --format csv --fields id,owner,body; behest kb show 5 --fields body; behest kb show 5 --json --fields id,title
id,owner,body\r (esc)
5,,"## Steps

- *one*
"\r (esc)
## Steps

- *one*
{"id":5,"title":"A | B"}
$ behest kb show 5 --json --fields id,text
2> {"error":{"code":2,"kind":"usage","message":"there is no field 'text' here","hint":"fields: id, state, title, category, owner, review, helpful, unhelpful, deflected, used_in, author, from, created, updated, body"}}
[2]
$ behest kb edit 5 --owner bob; behest kb edit 5 --owner none; behest kb show 5 --json --fields owner
article 5 edited: A | B
article 5 edited: A | B
{"owner":null}
$ behest kb list -q; behest kb search steps -q
1
3
4
5
5
1
# One draft of a request.
$ behest submit 'No sound' -q; behest close 3 -q; behest kb from 3; behest kb from 3
3
3
article 6 (draft) from #3: No sound
2> behest: #3 has an article already: article 6
2> hint: see 'behest kb show 6'; 'behest kb add' makes another one
[4]
$ behest kb rm 6 -q; behest kb from 3 -q
6
7
# On a terminal.
$ printf '#!/bin/sh\nscript -qec "stty cols $1; $2" /dev/null | tr -d "\\r"\n' > ~/bin/on-terminal; chmod +x ~/bin/on-terminal; behest kb add 'How to connect the projector of the large conference room' -c av/projector --review +30d -q; behest kb vote 8 up -q
8
8
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 80 'behest kb list -c av'; on-terminal 120 'behest kb list -c av'
ID  State  Title                                             Category      Owner
 8  draft  How to connect the projector of the large confe…  av/projector  alice
ID  State  Title                                       Category      Owner  Review      Helpful  Not  Deflected  Used in
 8  draft  How to connect the projector of the large…  av/projector  alice  in 1 month        1    0          0        0
$ printf '1. Stop:\n\n       systemctl stop foo\n       rm -rf foo\n\n   Wait.\n\n| 名称 | N |\n|---|--:|\n| 打印机 | 7 |\n' | behest kb edit 8 -F - -q; export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 80 'behest kb show 8 --fields body'
8
  1. Stop:

         systemctl stop foo
         rm -rf foo

     Wait.

名称    N
──────  ─
打印机  7
