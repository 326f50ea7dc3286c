$ mkdir -p ~/.config/behest ~/bin; chmod 700 ~/.config ~/.config/behest
$ printf '#!/bin/sh\ncat > "$HOME/told"\n' > ~/bin/tell; printf '#!/bin/sh\necho "no such pager" >&2; exit 3\n' > ~/bin/fail; chmod 700 ~/bin/*
$ printf "[hook.tell]\non = ['submit', 'close']\ncommand = '$HOME/bin/tell'\n[hook.fail]\non = 'close'\ncommand = '$HOME/bin/fail'\ntimeout = '2s'\n" > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest hook list --json --fields name,on,timeout_s
[
{"name":"tell","on":["submit","close"],"timeout_s":10},
{"name":"fail","on":["close"],"timeout_s":2}
]
$ behest submit 'Printer jams; $(id)' -q; cat ~/told
1
{"hook":"tell","event":{"id":1,"at":"2026-11-21T12:00:00Z","actor":"alice","verb":"submit","request":1,"command":1,"changes":[{"field":"title","old":null,"new":"Printer jams; $(id)"},{"field":"requester","old":null,"new":"alice"}]},"request":{"id":1,"key":null,"title":"Printer jams; $(id)","body":null,"type":null,"category":null,"state":"new","priority":"P3","impact":null,"urgency":null,"requester":"alice","channel":"cli","team":null,"assignee":null,"labels":[],"fields":{},"created":"2026-11-21T12:00:00Z","updated":"2026-11-21T12:00:00Z","due":null,"estimate_s":null,"first_response":null,"closed":null,"resolution":null,"reopened":0,"version":1,"comments":[],"links":[],"start":null,"estimate_points":null,"bookings":[]}}
$ behest close 1
#1 closed as done
2> the hook 'fail' failed: its exit code is 3
$ behest hook test fail 1
no such pager
the hook 'fail' failed: its exit code is 3
[4]
$ behest hook test fail 1 --json
{"hook":"fail","ok":false,"fault":"its exit code is 3","output":"no such pager\n"}
[4]
$ behest hook test tell 1
the hook 'tell' was run
$ behest hook test tell 1 --dry-run
{"hook":"tell","event":{"id":2,"at":"2026-11-21T12:00:00Z","actor":"alice","verb":"close","request":1,"command":2,"changes":[{"field":"state","old":"new","new":"closed"},{"field":"resolution","old":null,"new":"done"}]},"request":{"id":1,"key":null,"title":"Printer jams; $(id)","body":null,"type":null,"category":null,"state":"closed","priority":"P3","impact":null,"urgency":null,"requester":"alice","channel":"cli","team":null,"assignee":null,"labels":[],"fields":{},"created":"2026-11-21T12:00:00Z","updated":"2026-11-21T12:00:00Z","due":null,"estimate_s":null,"first_response":null,"closed":"2026-11-21T12:00:00Z","resolution":"done","reopened":0,"version":2,"comments":[],"links":[],"start":null,"estimate_points":null,"bookings":[]}}
$ behest hook test none 1
2> behest: there is no hook 'none'
2> hint: see 'behest hook list'
[3]
$ behest hook test tell
2> behest: a test needs a hook and a request
2> hint: behest hook test NAME ID
[2]
$ behest hook test tell 7
2> behest: there is no request #7
2> hint: see 'behest list'
[3]
$ behest hook list tell
2> behest: 'hook list' takes no name
2> hint: behest hook list
[2]
# A project's file starts nothing.
$ printf "[hook.evil]\non = 'any'\ncommand = '$HOME/bin/fail'\n" > .behest.toml; chmod 600 .behest.toml; behest submit two -q
2
2> behest: warning: $PWD/.behest.toml:2:1: 'hook.evil.on' is ignored: a project file may not set it
2> behest: warning: $PWD/.behest.toml:3:1: 'hook.evil.command' is ignored: a project file may not set it
# What it runs writes no memory of requests to disk when it crashes.
$ printf '#!/bin/sh\nulimit -c > "$HOME/cores"\n' > ~/bin/limits; chmod 700 ~/bin/limits; printf "[hook.limits]\non = 'submit'\ncommand = '$HOME/bin/limits'\n" > ~/.config/behest/behest.toml; rm .behest.toml
$ ulimit -c 1000 2>/dev/null; behest submit three -q; cat ~/cores
3
0
