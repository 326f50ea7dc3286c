# A database that is not there is not made.
$ behest doctor | grep -v ^engine
version           …
database          $HOME/.local/share/behest/behest.db
exists            no, it is made by the first submit
journal           …
journal reason    SQLite …
schema version    0
schema supported  …
size bytes        0
requests          0
events            0
quick check       sound
$ ls -A ~
$ behest submit one -q
1
$ behest doctor
version           …
database          $HOME/.local/share/behest/behest.db
exists            yes
engine            SQLite 3.…
engine source     …
journal           …
journal reason    SQLite …
file mode         0600
schema version    …
schema supported  …
size bytes        …
requests          1
events            1
quick check       sound
$ behest doctor --json
{"version":"…","database":"$HOME/.local/share/behest/behest.db","exists":true,"engine":"SQLite …","engine_source":"…","journal":"…","journal_reason":"…","file_mode":"0600","schema_version":…,"schema_supported":…,"size_bytes":…,"requests":1,"events":1,"problems":[],"full":false,"findings":[],"repaired":false}
$ chmod 644 ~/.local/share/behest/behest.db
$ behest doctor | grep '^file mode'
file mode         0644
2> behest: warning: others can read $HOME/.local/share/behest/behest.db (mode 0644); 'chmod 600' keeps it to you
$ chmod 600 ~/.local/share/behest/behest.db

# Everything replayed from the events.
$ behest submit two -q -l net && behest close 2 -q && behest undo -q
2
2
2
$ behest doctor --full | tail -n 1
full check        sound
$ behest doctor --full --json --quiet | sed 's/.*"problems"/"problems"/'
"problems":[],"full":true,"findings":[],"repaired":false}
$ behest doctor --repair | tail -n 1
full check        sound
