# init makes the database, for its owner alone; doing it again changes nothing.
$ behest init
the database is $HOME/.local/share/behest/behest.db (0 requests)
$ stat -c %a ~/.local/share/behest ~/.local/share/behest/behest.db
700
600
$ behest submit 'Printer jams'
#1 Printer jams
$ behest init
the database is $HOME/.local/share/behest/behest.db (1 request)
$ behest init --json
{"path":"$HOME/.local/share/behest/behest.db","requests":1}
$ behest init --db desk.db && stat -c %a desk.db
the database is desk.db (0 requests)
600

# The configuration names another place.
$ printf 'database.path = "team/desk.db"\n' > .behest.toml
$ behest init
the database is $PWD/team/desk.db (0 requests)
$ behest list --db team/desk.db

# A place that cannot be: exit code and sentence.
$ printf text > file; behest init --db file/desk.db
2> behest: cannot open the database file/desk.db: Not a directory
2> hint: choose another place with --db or the key database.path
[65]
$ behest init --db .
2> behest: the database . is a folder, not a file
2> hint: name a file with --db or the key database.path
[65]
$ behest init extra
2> behest: behest init: unexpected word 'extra'
2> hint: usage: behest init [OPTIONS]
[2]
