$ behest submit one -q
1
# 2: the command line
$ behest list --frobnicate
2> behest: unknown option '--frobnicate'
2> hint: 'behest help list' lists the options
[2]
# 3: not found
$ behest show 9
2> behest: there is no request #9
2> hint: see 'behest list state:any'
[3]
# 4: refused
$ behest reopen 1
2> behest: #1 is new, not closed
2> hint: there is nothing to reopen
[4]
# 65: bad data
$ printf 'not a database' > text.db; behest list --db text.db
2> behest: the file text.db is not a behest database
2> hint: name another file with --db or the key database.path
[65]
$ cat text.db
not a database (no-eol)
$ mkdir folder; behest list --db folder
2> behest: the database folder is a folder, not a file
2> hint: name a file with --db or the key database.path
[65]
$ behest submit x --db folder
2> behest: the database folder is a folder, not a file
2> hint: name a file with --db or the key database.path
[65]
$ behest submit "$(printf 'bad \377 bytes')"
2> behest: the title is not valid UTF-8
2> hint: convert it first, for example with 'iconv -t UTF-8'
[65]
# 74: the output could not be written; the change is kept
$ behest submit two > /dev/full
2> behest: the output could not be written: No space left on device
2> hint: if it was a change, it has been made: look before you repeat it
[74]
$ behest list --format ids
2
1
$ behest list > /dev/full
2> behest: the output could not be written: No space left on device
2> hint: if it was a change, it has been made: look before you repeat it
[74]
# 78: the configuration
$ behest list --config missing.toml
2> behest: cannot read missing.toml: there is no such file
2> hint: check --config and BEHEST_CONFIG
[78]
# A reader that goes away is no error.
$ behest help | true
$ behest list --format ids --exit-code
2
1
[10]
