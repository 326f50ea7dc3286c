$ mkdir -p ~/.config/behest; printf '[sla.std]\nresolve = "4h"\nwarn = "50%%"\nclose_after = "7d"\n[[sla.std.step]]\nat = "80%%"\ndo = { label = "at-risk", priority = "P2", assign = "bob", notify = ["lead"] }\n[tick]\nremind = "1d"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest config check
$HOME/.config/behest/behest.toml: right
$ BEHEST_NOW=2026-11-23T08:00:00Z behest submit 'A problem' -r zoe -a alice -q
1
$ BEHEST_NOW=2026-11-23T08:00:00Z behest submit 'Waits' -r zoe -a alice -q
2
$ BEHEST_NOW=2026-11-23T08:00:00Z behest wait 2 --on ACME --until 2026-11-24
#2 waits on ACME (hold) until 2026-11-24T00:00:00Z
$ BEHEST_NOW=2026-11-23T09:00:00Z behest tick
$ BEHEST_NOW=2026-11-23T11:30:00Z behest tick --dry-run
would be: #1 resolution clock of std at 50%; resolution clock of std at 80%; raised to P2; given to bob; labelled at-risk; bob notified: resolution clock of std at 50%; lead notified: resolution clock of std at 80%
  #1 step.std.resolution.1.warn: - -> 2026-11-23T11:30:00Z
  #1 step.std.resolution.1.80: - -> 2026-11-23T11:30:00Z
  #1 priority: P3 -> P2
  #1 assignee: alice -> bob
  #1 labels: - -> at-risk
  #1 notice.std.resolution.1.warn.assignee: - -> {"to":"bob","what":"resolution clock of std at 50%","at":"2026-11-23T11:30:00Z"}
  #1 notice.bob/000000000000004.7: - -> resolution clock of std at 50%
  #1 notice.std.resolution.1.80.lead: - -> {"to":"lead","what":"resolution clock of std at 80%","at":"2026-11-23T11:30:00Z"}
  #1 notice.lead/000000000000004.8: - -> resolution clock of std at 80%
would be: #2 resolution clock of std at 50%; resolution clock of std at 80%; raised to P2; given to bob; labelled at-risk; bob notified: resolution clock of std at 50%; lead notified: resolution clock of std at 80%
  #2 step.std.resolution.1.warn: - -> 2026-11-23T11:30:00Z
  #2 step.std.resolution.1.80: - -> 2026-11-23T11:30:00Z
  #2 priority: P3 -> P2
  #2 assignee: alice -> bob
  #2 labels: - -> at-risk
  #2 notice.std.resolution.1.warn.assignee: - -> {"to":"bob","what":"resolution clock of std at 50%","at":"2026-11-23T11:30:00Z"}
  #2 notice.bob/000000000000004.8: - -> resolution clock of std at 50%
  #2 notice.std.resolution.1.80.lead: - -> {"to":"lead","what":"resolution clock of std at 80%","at":"2026-11-23T11:30:00Z"}
  #2 notice.lead/000000000000004.9: - -> resolution clock of std at 80%
$ BEHEST_NOW=2026-11-23T11:30:00Z behest agent away bob --until 2026-12-01 --cover carol
bob is away until 2026-12-01T00:00:00Z, carol covers
$ BEHEST_NOW=2026-11-23T11:30:00Z behest tick
#1 resolution clock of std at 50%; resolution clock of std at 80%; raised to P2; given to carol; labelled at-risk; carol notified: resolution clock of std at 50%; lead notified: resolution clock of std at 80%
#2 resolution clock of std at 50%; resolution clock of std at 80%; raised to P2; given to carol; labelled at-risk; carol notified: resolution clock of std at 50%; lead notified: resolution clock of std at 80%
$ BEHEST_NOW=2026-11-23T11:30:00Z behest tick
$ BEHEST_NOW=2026-11-23T11:30:00Z behest tick --json
[]
$ BEHEST_NOW=2026-11-23T12:30:00Z behest show 1 --json --fields priority,assignee,labels
{"priority":"P2","assignee":"carol","labels":["at-risk"]}
$ BEHEST_NOW=2026-11-23T12:30:00Z behest tick -q
1
2
$ BEHEST_NOW=2026-11-23T12:30:00Z behest undo
undone: tick (2026-11-23T12:30:00Z)
  #1 step.std.resolution.1.breach: 2026-11-23T12:30:00Z -> -
  #1 notice.std.resolution.1.breach.assignee: {"to":"carol","what":"resolution clock of std breached","at":"2026-11-23T12:30:00Z"} -> -
  #1 notice.carol/000000000000006.10: resolution clock of std breached -> -
  #2 step.std.resolution.1.breach: 2026-11-23T12:30:00Z -> -
  #2 notice.std.resolution.1.breach.assignee: {"to":"carol","what":"resolution clock of std breached","at":"2026-11-23T12:30:00Z"} -> -
  #2 notice.carol/000000000000006.11: resolution clock of std breached -> -
$ BEHEST_NOW=2026-11-23T12:30:00Z behest tick -q
1
2
$ BEHEST_NOW=2026-11-24T00:00:00Z behest tick -q
2
$ behest show 2 --json --fields state
{"state":"open"}
$ BEHEST_NOW=2026-11-24T00:00:00Z behest wait 2 -q; BEHEST_NOW=2026-11-30T00:00:00Z behest tick -q
2
$ BEHEST_NOW=2026-12-01T00:00:00Z behest tick
#2 closed after 7d without an answer
$ behest show 2 --json --fields state,resolution
{"state":"closed","resolution":"answered"}
$ behest wait 1 --until 2020-01-01
2> behest: that is over already: 2020-01-01T00:00:00Z
2> hint: give a time to come
[4]

# Ten at once do it once.
$ BEHEST_NOW=2026-12-02T08:00:00Z behest submit 'Another' -r zoe -q
3
$ for i in 1 2 3 4 5 6 7 8 9 10; do BEHEST_NOW=2026-12-02T11:30:00Z behest tick -q & done; wait
3
$ behest log 3 --json | grep -o 'step.std.resolution.1.80' | wc -l
1
$ behest --db ~/none.db tick
$ behest --db ~/none.db tick --json
[]
$ behest --db ~/none.db mail flush
$ test -e ~/none.db || echo none was made
none was made

# What cannot be done is named, and the rest is done.
$ printf '[[rule]]\nname = "odd"\non = ["tick"]\nset = { due = "someday" }\n[[rule]]\nname = "fine"\non = ["tick"]\nset = { team = "net" }\n' > ~/.config/behest/behest.toml
$ behest --db rules.db submit Printer -q; behest --db rules.db tick; echo $?
1
#1 rule fine: team net
6
2> the rule 'odd': "due": not a time
