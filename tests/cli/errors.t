# Did you mean …?
$ behest lst
2> behest: 'lst' is not a behest command
2> hint: did you mean 'behest list'?
[2]
$ behest clsoe 1
2> behest: 'clsoe' is not a behest command
2> hint: did you mean 'behest close'?
[2]
$ behest frobnicate
2> behest: 'frobnicate' is not a behest command
2> hint: see 'behest help'
[2]
$ behest list --colunms id
2> behest: unknown option '--colunms'
2> hint: did you mean '--columns'? 'behest help list' lists the options
[2]
$ behest submit x --piority P1
2> behest: unknown option '--piority'
2> hint: did you mean '--priority'? 'behest help submit' lists the options
[2]
$ behest submit x --labels a
2> behest: unknown option '--labels'
2> hint: did you mean '--label'? 'behest help submit' lists the options
[2]

# Queries point at the column.
$ behest list 'state:new and prioritty:P1'
2> behest: the query, column 15: there is no field 'prioritty'
2> hint: did you mean 'priority'?
[2]
$ behest list 'created.after:2026-02-30'
2> behest: the query, column 23: created: that month has only 28 days
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest list '"unfinished'
2> behest: the query, column 1: this quote is never closed
2> hint: write \" for the character itself
[2]
$ behest list 'a or'
2> behest: the query, column 5: a term is missing at the end
[2]
$ behest list 'priority:P9'
2> behest: the query, column 10: 'P9' is not a priority, P1 to P5
[2]
$ behest list 'is:purple'
2> behest: the query, column 4: is: does not know 'purple'
2> hint: is: takes open, closed, unassigned, overdue, blocked, stale, breached, vip, new, pending, hold
[2]

# Times that do not exist, in several ways.
$ behest submit x --due 2026-13-01
2> behest: --due: expected a month of two digits, 01 to 12
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest submit x --due 2025-02-29
2> behest: --due: that month has only 28 days
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest submit x --due 2026-W54
2> behest: --due: expected a week, 01 to 53
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest submit x --due 24:61
2> behest: --due: expected a unit after the number
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ behest submit x --due someday
2> behest: --due: not a time
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[2]
$ BEHEST_NOW=yesterday behest list
2> behest: BEHEST_NOW is 'yesterday': expected a year of four digits, 0001 to 9999
2> hint: set it to an instant like 2026-11-21T15:30:00Z, or unset it
[2]
$ behest list

# Titles that begin with a dash.
$ behest submit -- -x
#1 -x
$ behest submit --title-like
2> behest: unknown option '--title-like'
2> hint: 'behest help submit' lists the options
[2]
$ behest edit 1 --title -y
#1 edited: title
$ behest list --columns id,title
ID  Title
 1  -y

# Broken TOML: file, line, column, and the nearest key.
$ printf 'user = "x"\nlist.limt = 3\n' > .behest.toml; behest list
2> behest: $PWD/.behest.toml:2:6: unknown key 'list.limt'
2> hint: did you mean 'list.limit'?
[78]
$ printf 'user = "x\n' > .behest.toml; behest list
2> behest: $PWD/.behest.toml:1:10: invalid TOML in string: unescaped control characters other than TAB (U+0009) are explicitly prohibited
[78]
$ printf 'list.limit = "many"\n' > .behest.toml; behest list
2> behest: $PWD/.behest.toml:1:14: 'list.limit' takes a whole number from 1 to 1000000, not text
[78]
$ printf '[display]\nzone = "Mars/Olympus"\n' > .behest.toml; behest list
2> behest: $PWD/.behest.toml:2:8: 'display.zone' takes a time zone such as "Europe/Berlin": unknown time zone Mars/Olympus
2> hint: use an IANA name such as Europe/Berlin, Asia/Shanghai or UTC; zones come from the system's tzdata
[78]
$ printf '[team.net]\nmember = ["a"]\n' > .behest.toml; behest list
2> behest: $PWD/.behest.toml:2:1: unknown key 'team.net.member'
2> hint: did you mean 'team.net.members'?
[78]
$ rm .behest.toml

# Option values.
$ behest list --format
2> behest: --format needs a value
2> hint: write --format FORMAT, for example as the next word
[2]
$ behest list -L ten
2> behest: --limit needs a whole number, not 'ten'
2> hint: for example --limit 20
[2]
$ behest --db '' list
2> behest: --db names no file
2> hint: give a path, or leave it out for the default database
[2]
$ behest -C nowhere list
2> behest: the folder 'nowhere' cannot be entered: No such file or directory
2> hint: check what you gave to -C
[2]
$ behest --user '' list
2> behest: the user's name is empty
2> hint: give one to --user, or leave it out
[2]
$ behest list --json=false
2> behest: --json takes no value
2> hint: write --json alone, without '=false'
[2]
