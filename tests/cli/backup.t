$ behest backup copy.db
2> behest: there is no database $HOME/.local/share/behest/behest.db
2> hint: name another one with --db or the key database.path
[3]
$ ls
$ behest submit one -q && behest submit 'two 二' -q && behest close 2 -q
1
2
2
$ behest backup copy.db
backed up to copy.db: 2 requests, 3 events
$ stat -c %a copy.db; ls
600
copy.db
$ behest --db copy.db doctor --full | tail -n 1
full check        sound
$ behest backup copy.db
2> behest: the file 'copy.db' is there already
2> hint: --force replaces it
[4]
$ behest backup copy.db --force -q
$ behest backup other.db -n
would be: backed up to other.db: 2 requests, 3 events
$ ls
copy.db
$ behest backup other.db --json
{"file":"other.db","requests":2,"events":3,"size_bytes":122880}
$ behest backup ~/.local/share/behest/behest.db --force
2> behest: '$HOME/.local/share/behest/behest.db' is the database in use
2> hint: name another place
[4]
$ behest backup /dev/null --force
2> behest: '/dev/null' is there already, and it is no plain file
2> hint: name another place
[4]
$ behest backup nowhere/x.db
2> behest: the file 'nowhere/x.db' cannot be written: No such file or directory
2> hint: check its folder, its rights and the room there
[3]
$ echo leftover > third.db-journal; behest backup third.db
2> behest: 'third.db-journal' is there: it belongs to another database of that name
2> hint: choose another name for the backup
[4]

# What came after the backup is gone after a restore.
$ behest submit three -q
3
$ behest restore copy.db
2> behest: everything in $HOME/.local/share/behest/behest.db (3 requests, 4 events) would be replaced
2> hint: say so with --yes; 'behest backup' keeps what is there
[2]
$ behest restore copy.db -n
would be: restored from copy.db
$ behest list state:any --format ids
3
2
1
$ behest restore copy.db --yes
restored 2 requests, 3 events from copy.db
$ behest list state:any --format ids
2
1
$ behest restore copy.db --yes --json
{"file":"copy.db","requests":2,"events":3}
$ behest doctor --full | tail -n 1
full check        sound

# What is no backup is not taken.
$ echo 'no database at all, only some text of a hundred bytes or so, which is not a header of a database' > text.db
$ behest restore text.db --yes
2> behest: the file text.db is not a behest database
2> hint: name another file with --db or the key database.path
[65]
$ head -c 5000 copy.db > cut.db; behest restore cut.db --yes
2> behest: the database cut.db is damaged
2> hint: run 'behest doctor', and take up again from a copy
[65]
$ behest restore missing.db --yes
2> behest: there is no file missing.db
2> hint: check its name
[3]
$ : > empty.db; behest restore empty.db --yes
2> behest: the file empty.db is no behest database: it is empty
2> hint: name a file that 'behest backup' has made
[65]
$ behest restore ~/.local/share/behest/behest.db --yes
2> behest: '$HOME/.local/share/behest/behest.db' is the database in use
2> hint: name a backup of it
[2]
$ behest list state:any --format ids
2
1

# Into a place where there is nothing yet, nobody is asked.
$ behest --db new/desk.db restore text.db; ls new 2>/dev/null
2> behest: the file text.db is not a behest database
2> hint: name another file with --db or the key database.path
[2]
$ behest --db new/desk.db restore copy.db
restored 2 requests, 3 events from copy.db
$ stat -c %a new new/desk.db
700
600
