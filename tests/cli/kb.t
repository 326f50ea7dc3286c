$ behest kb list; test ! -e ~/.local
$ printf '# Steps\n\n1. Install *it*\n2. Log in\n' | behest kb add 'Set up the VPN' -F - -c network/vpn --review 2026-11-20
$ behest kb show 1
$ behest kb edit 1 -s published --title 'Set up VPN access'; behest kb edit 1 -s published
$ behest kb log 1 --json
$ behest kb show 1 --version 1 --json
$ behest kb show 1 --version 9
# From a request that is solved: what was last said to its requester.
$ behest submit 'Projector stays dark' -r zoe -b '会议室投影仪没有画面' -c av -q; behest comment 1 --public -m 'Which one?' -q; behest --user zoe comment 1 --public -m 'The big one' -q
$ behest kb from 1
$ behest close 1 -m 'Press the button on its back.' --public -q; behest comment 1 -m 'internal' -q; behest kb from 1
$ behest kb show 2
# Found by words, as requests are.
$ behest kb search vpn --format ids; behest kb search 'inst*' 'log in' --format ids; behest kb search 投影 --format ids; behest kb search in log; behest kb search button vpn
$ behest kb search '!!'
# What became of it.
$ behest submit 'VPN access?' -r bob -q; behest kb link 1 2; behest kb link 1 2; behest kb vote 1 up -r bob; behest kb vote 1 down; behest kb vote 1 down -q
$ behest kb deflect 1 2; behest kb deflect 1 -r carol
$ behest kb list
$ behest kb list -c network --json
$ behest show 2 --json --fields state,resolution
$ behest undo; behest kb show 1 --json | grep -o '"deflected":[0-9]*'
$ behest kb due --format ids
$ behest kb link -d 1 2; behest kb rm 2; behest kb show 2
$ behest kb add again -q; behest kb list --format ids
# Refused.
$ behest kb add 'No text' -s published
$ behest kb vote 1 maybe
$ behest kb edit 1 -s finished
$ behest kb list words
$ behest kb show one
$ behest kb edit 1 --review someday
# In an editor.
$ mkdir ~/bin; printf '#!/bin/sh\nsed -i "s/^title:.*/title: Edited/; s/^state:.*/state: draft/" "$1"\n' > ~/bin/ed1; chmod +x ~/bin/ed1; BEHEST_EDITOR=ed1 behest kb edit 1 -e; behest kb show 1 --json | grep -o '"state":"[a-z]*","title":"[A-Za-z]*"'
$ BEHEST_EDITOR=true behest kb add -e
# Hostile text comes out harmless.
$ printf 'a\033[31mred\033[0m [x](javascript:1) \342\200\256evil\n' | behest kb add "$(printf 'T\033]0;x\007')" -F - -q; behest kb show 4
$ behest doctor --full | tail -n 1
