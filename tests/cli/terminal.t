# On a terminal: colour, relative times, local dates, rows cut to its width and height.
$ mkdir ~/bin; printf '#!/bin/sh\nscript -qec "stty cols 60; $1" /dev/null | tr -d "\\r"\n' > ~/bin/on-terminal
$ chmod +x ~/bin/on-terminal
$ behest submit 'A title that is much longer than what is left of sixty columns' -p P1 -a bob -q
1
@ +3d
$ behest submit two --due tomorrow -q
2
$ export BEHEST_PAGER=cat; on-terminal 'behest list'
\\x1b[1mID\x1b[0m  \x1b[1mState\x1b[0m  \x1b[1mPri\x1b[0m  \x1b[1mTitle\x1b[0m                   \x1b[1mAssignee\x1b[0m  \x1b[1mUpdated\x1b[0m (esc)
 \x1b[1m2\x1b[0m  \x1b[1mnew\x1b[0m    P3   two                               \x1b[2mjust now\x1b[0m (esc)
 \x1b[1m1\x1b[0m  \x1b[32mopen\x1b[0m   \x1b[31mP1\x1b[0m   A title that is much …  bob       \x1b[2m3 days ago\x1b[0m (esc)
$ export BEHEST_PAGER=cat; on-terminal 'behest show 2'
\\x1b[2mID:\x1b[0m        \x1b[1m2\x1b[0m (esc)
\\x1b[2mTitle:\x1b[0m     two (esc)
\\x1b[2mState:\x1b[0m     \x1b[1mnew\x1b[0m (esc)
\\x1b[2mPriority:\x1b[0m  P3 (esc)
\\x1b[2mRequester:\x1b[0m alice (esc)
\\x1b[2mChannel:\x1b[0m   cli (esc)
\\x1b[2mCreated:\x1b[0m   2026-11-24 12:00 (just now) (esc)
\\x1b[2mUpdated:\x1b[0m   \x1b[2m2026-11-24 12:00 (just now)\x1b[0m (esc)
\\x1b[2mDue:\x1b[0m       2026-11-25 00:00 (in 12 h) (esc)
\\x1b[2mVersion:\x1b[0m   1 (esc)
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 'behest list -L 1'
ID  State  Pri  Title  Assignee  Updated
 2  new    P3   two              just now

# It says when rows are cut; in a pipe none are.
$ printf 'list.limit = 1\n' > .behest.toml
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-terminal 'behest list'
showing 1 of 2; -L 0 shows all
ID  State  Pri  Title  Assignee  Updated
 2  new    P3   two              just now
$ behest list --format ids
2
1

# The pager gets what is read, not what is written; JSON goes around it.
$ printf '#!/bin/sh\necho PAGED; cat\n' > ~/bin/pager; chmod +x ~/bin/pager
$ export NO_COLOR=1 BEHEST_PAGER=pager; on-terminal 'behest list -L 1 --columns id'
PAGED
ID
 2
$ export NO_COLOR=1 BEHEST_PAGER=pager; on-terminal 'behest list -L 1 --columns id --no-pager'
ID
 2
$ export NO_COLOR=1 BEHEST_PAGER=pager; on-terminal 'behest list -L 1 --columns id --json'
[
{"id":2}
]
$ export NO_COLOR=1 BEHEST_PAGER=pager; on-terminal 'behest prioritize 2 P3'
#2 is P3
$ export NO_COLOR=1 BEHEST_PAGER=pager; on-terminal 'behest list nothing'
no request matches
# Wide enough, the words of a query are marked where they stand.
$ printf '#!/bin/sh\nscript -qec "stty cols 120; $1" /dev/null | tr -d "\\r"\n' > ~/bin/on-wide; chmod +x ~/bin/on-wide
$ behest comment 2 -m 'The second sheet jams' -q
2
$ export BEHEST_PAGER=cat; on-wide 'behest list sheet'
\\x1b[1mID\x1b[0m  \x1b[1mState\x1b[0m  \x1b[1mPri\x1b[0m  \x1b[1mTitle\x1b[0m  \x1b[1mAssignee\x1b[0m  \x1b[1mUpdated\x1b[0m   \x1b[1mMatch\x1b[0m (esc)
 \x1b[1m2\x1b[0m  \x1b[1mnew\x1b[0m    P3   two              \x1b[2mjust now\x1b[0m  The second \x1b[1msheet\x1b[0m jams (esc)
$ export BEHEST_PAGER=cat; on-terminal 'behest list sheet --columns id,match'
\\x1b[1mID\x1b[0m  \x1b[1mMatch\x1b[0m (esc)
 \x1b[1m2\x1b[0m  The second \x1b[1msheet\x1b[0m jams (esc)
$ export NO_COLOR=1 BEHEST_PAGER=cat; on-wide 'behest list sheet'
ID  State  Pri  Title  Assignee  Updated   Match
 2  new    P3   two              just now  The second sheet jams
