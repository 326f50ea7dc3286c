$ mkdir -p ~/.config/behest; chmod 700 ~/.config ~/.config/behest; printf '[team.net]\nmembers = ["alice", "carol"]\n[agent.carol]\nemail = "carol@example.org"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest inbox
2> nothing new for alice
$ behest submit 'Printer jams' -q
1
$ behest --user bob comment 1 -m 'Can @net look? Not mail@alice.org, but @carol@x is no name.'
#1.1 internal comment
$ behest --user bob comment 1 -m '@Alice: urgent; 王伟 and @王伟'
#1.2 internal comment
$ behest inbox
When                  ID  Title         About        By
2026-11-21T12:00:00Z   1  Printer jams  mention 1.1  bob
2026-11-21T12:00:00Z   1  Printer jams  mention 1.2  bob
$ behest --user carol inbox --json
[
{"at":"2026-11-21T12:00:00Z","id":1,"title":"Printer jams","about":"mention 1.1","by":"bob"}
]
$ behest --user 王伟 inbox --format tsv
at	id	title	about	by
2026-11-21T12:00:00Z	1	Printer jams	mention 1.2	bob
$ behest inbox --mark-read --dry-run -q
When                  ID  Title         About        By
2026-11-21T12:00:00Z   1  Printer jams  mention 1.1  bob
2026-11-21T12:00:00Z   1  Printer jams  mention 1.2  bob
$ behest inbox --mark-read
When                  ID  Title         About        By
2026-11-21T12:00:00Z   1  Printer jams  mention 1.1  bob
2026-11-21T12:00:00Z   1  Printer jams  mention 1.2  bob
$ behest inbox
2> nothing new for alice
$ behest inbox --all --format tsv
at	id	title	about	by
2026-11-21T12:00:00Z	1	Printer jams	mention 1.1	bob
2026-11-21T12:00:00Z	1	Printer jams	mention 1.2	bob
$ behest undo -q; behest inbox --format ids
1
1
