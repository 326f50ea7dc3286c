# One line says what was logged; nothing had to be set up.
$ behest submit 'Printer on floor 3 jams'
#1 Printer on floor 3 jams
$ stat -c %a ~/.local/share/behest/behest.db
600

# Every setter.
$ behest submit 'VPN drops' -b 'Every hour.' -c network/vpn -t incident --impact high --urgency 2 -r 'Zoe Lin' \
> --via phone -a bob --team net -l vpn -l urgent --due 2026-11-25 --estimate 1h30m --field system=gate --key INC1
#2 VPN drops
$ behest show 2
ID:        2
Key:       INC1
Title:     VPN drops
Type:      incident
Category:  network/vpn
State:     open
Priority:  P2
Impact:    1
Urgency:   2
Requester: Zoe Lin
Channel:   phone
Team:      net
Assignee:  bob
Labels:    urgent, vpn
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T12:00:00Z
Due:       2026-11-25T00:00:00Z
Estimate:  1h 30m
Version:   1
system:    gate
Body:      Every hour.

# A priority by hand is kept, and shown as such.
$ behest submit 'Fire' --impact low --urgency low -p P1
#3 Fire
$ behest show 3
ID:        3
Title:     Fire
State:     new
Priority:  P1
Impact:    3
Urgency:   3
Requester: alice
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T12:00:00Z
Version:   1
note: priority set by hand; impact and urgency say P5

# A key is unique: the same again changes nothing.
$ behest submit --key INC1 'VPN drops again'
#2 has that key already: VPN drops
$ behest submit --key INC1 -q 'VPN drops again'
2
$ behest submit --key INC1 --json 'VPN drops again' --fields id,title,version
{"id":2,"title":"VPN drops","version":1}

# Titles are data.
$ behest submit -- '--json -p P1'
#4 --json -p P1
$ behest submit 'due:tomorrow +label (2 gates 41 1/2)'
#5 due:tomorrow +label (2 gates 41 1/2)
$ behest submit -q 'Ids alone'
6
$ behest list --columns id,title,labels,due
ID  Title                                 Labels       Due
 6  Ids alone
 5  due:tomorrow +label (2 gates 41 1/2)
 4  --json -p P1
 3  Fire
 2  VPN drops                             urgent, vpn  2026-11-25T00:00:00Z
 1  Printer on floor 3 jams

# The body comes from a file or from standard input.
$ printf 'first\nsecond\n' | behest submit 'With a body' -F -
#7 With a body
$ behest show 7
ID:        7
Title:     With a body
State:     new
Priority:  P3
Requester: alice
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T12:00:00Z
Version:   1

  first
  second
$ behest submit 'x' -F missing.txt
2> behest: the file 'missing.txt' cannot be read: No such file or directory
2> hint: check the path given to -F
[3]

# A comment along with it.
$ behest submit 'With a note' -m 'seen on the way' && behest show 8
#8 With a note
ID:        8
Title:     With a note
State:     new
Priority:  P3
Requester: alice
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T12:00:00Z
Version:   2

8.1  alice, 2026-11-21T12:00:00Z, internal
  seen on the way
$ behest submit 'x' --public
2> behest: --public is about a comment, and there is none
2> hint: add it with -m TEXT
[2]

# Nothing is logged when something is wrong.
$ behest submit
2> behest: behest submit: TITLE is missing
2> hint: usage: behest submit [OPTIONS] TITLE, or -e for a form
[2]
$ behest submit ''
2> behest: the title is empty
2> hint: say in a few words what is wanted
[2]
$ behest submit '   '
2> behest: the title is empty
2> hint: say in a few words what is wanted
[2]
$ behest submit two words
2> behest: behest submit: unexpected word 'words'
2> hint: put quotes around text that has spaces in it; usage: behest submit [OPTIONS] [TITLE]
[2]
$ behest submit x -p P7
2> behest: 'P7' is not a priority
2> hint: the priorities are P1 (most urgent) to P5
[2]
$ behest submit x --impact 4
2> behest: '4' is no level for --impact
2> hint: the levels are 1, 2, 3, or high, medium, low
[2]
$ behest submit x --via pigeon
2> behest: 'pigeon' is not a channel
2> hint: the channels are cli, mail, phone, web, chat, visit, meeting, survey, interview, api
[2]
$ behest submit x --due 2026-02-30
2> behest: --due: that month has only 28 days
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest submit x --estimate 5x
2> behest: --estimate: unknown unit x
2> hint: write 90s, 45m, 2h, 1h30m, 3d, 2w, 6mo or 1y: m is minutes, mo months
[2]
$ behest submit x --field system
2> behest: --field takes NAME=VALUE, not 'system'
2> hint: for example --field system=billing
[2]
$ behest submit x -l 'two words'
2> behest: 'two words' cannot be a label
2> hint: use letters of any script, digits and . _ / @ + -, not beginning with -
[2]
$ behest list --format ids state:any | wc -l
8
