$ behest agent list
$ behest agent away alice --until 2026-12-31 --cover bob
alice is away until 2026-12-31T00:00:00Z, bob covers
$ behest agent away bob --until 2026-12-31 --cover alice
2> behest: they would cover for each other in a circle: bob -> alice -> bob
2> hint: name somebody who is there as --cover
[4]
$ behest agent away bob --until 2020-01-01
2> behest: that is over already: 2020-01-01T00:00:00Z
2> hint: give a time to come
[4]
$ behest agent away bob
2> behest: it is not said until when
2> hint: for example --until 2026-12-31
[2]
$ behest agent away '李雷' --until +7d --json
{"name":"李雷","away_until":"2026-11-28T12:00:00Z","cover":null}
$ behest submit x -a bob -q
1
$ behest agent list
Agent  E-mail  Teams  Calendar  Away from             Until                 Cover  Open
alice                 24x7      2026-11-21T12:00:00Z  2026-12-31T00:00:00Z  bob       0
bob                   24x7                                                            1
李雷                  24x7      2026-11-21T12:00:00Z  2026-11-28T12:00:00Z            0
$ behest agent list --json
[
{"name":"alice","email":null,"teams":[],"calendar":"24x7","away_from":"2026-11-21T12:00:00Z","away_until":"2026-12-31T00:00:00Z","cover":"bob","open":0},
{"name":"bob","email":null,"teams":[],"calendar":"24x7","away_from":null,"away_until":null,"cover":null,"open":1},
{"name":"李雷","email":null,"teams":[],"calendar":"24x7","away_from":"2026-11-21T12:00:00Z","away_until":"2026-11-28T12:00:00Z","cover":null,"open":0}
]
$ behest agent back alice
alice is back
$ behest agent back alice
2> behest: alice is not away
2> hint: see 'behest agent list'
[4]
$ behest undo
undone: agent (2026-11-21T12:00:00Z)
  away.alice: - -> {"from":"2026-11-21T12:00:00Z","until":"2026-12-31T00:00:00Z","cover":"bob"}
$ behest agent away carol --until +1d -n
would be: carol is away until 2026-11-22T12:00:00Z
$ behest agent list --format tsv
name	email	teams	calendar	away_from	away_until	cover	open
alice			24x7	2026-11-21T12:00:00Z	2026-12-31T00:00:00Z	bob	0
bob			24x7				1
李雷			24x7	2026-11-21T12:00:00Z	2026-11-28T12:00:00Z		0
