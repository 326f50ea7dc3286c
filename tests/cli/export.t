$ behest export
{"behest":"export","format":1,"since":null}
{"kind":"end","commands":0,"requests":0,"events":0,"records":0,"contents":0}
$ behest submit 'Mouse, broken' -r zoe -l net -q && behest comment 1 -m 'on it' --public -q && behest close 1 -q
1
1
1
$ behest submit '二 two' -q && behest undo -q
2
2
$ behest export | sed -E 's/"(at|login)":"[^"]*"/"\1":"…"/g' | cut -c 1-100
{"behest":"export","format":1,"since":null}
{"kind":"command","id":1,"at":"…","actor":"alice","login":"…","verb":"submit","target":null,"und
{"kind":"command","id":2,"at":"…","actor":"alice","login":"…","verb":"comment","target":null,"un
{"kind":"command","id":3,"at":"…","actor":"alice","login":"…","verb":"close","target":null,"undo
{"kind":"command","id":4,"at":"…","actor":"alice","login":"…","verb":"submit","target":null,"und
{"kind":"command","id":5,"at":"…","actor":"alice","login":"…","verb":"undo","target":4,"undone":
{"kind":"request","id":1,"key":null,"title":"Mouse, broken","body":null,"type":null,"category":null,
{"kind":"event","id":1,"command":1,"request":1,"at":"…","actor":"alice","verb":"submit","changes":
{"kind":"event","id":2,"command":2,"request":1,"at":"…","actor":"alice","verb":"comment","changes"
{"kind":"event","id":3,"command":3,"request":1,"at":"…","actor":"alice","verb":"close","changes":{
{"kind":"request","id":2,"key":null,"title":"二 two","body":null,"type":null,"category":null,"state
{"kind":"event","id":4,"command":4,"request":2,"at":"…","actor":"alice","verb":"submit","changes":
{"kind":"event","id":5,"command":5,"request":2,"at":"…","actor":"alice","verb":"undo","changes":{"
{"kind":"end","commands":5,"requests":2,"events":5,"records":0,"contents":0}
$ behest export -o desk.jsonl
$ stat -c %a desk.jsonl; ls
600
desk.jsonl
$ behest export -o desk.jsonl
2> behest: the file 'desk.jsonl' is there already
2> hint: --force replaces it
[4]
$ behest export -o desk.jsonl --force

# Into an empty database and out again: the same bytes.
$ behest --db new.db import --format behest desk.jsonl
2 requests with 5 events imported
$ behest --db new.db export | cmp - desk.jsonl && echo same
same
$ behest --db new.db doctor --full | tail -n 1
full check        sound
$ behest export | behest --db pipe.db import --format behest - --json
{"requests":2,"events":5,"commands":5,"contents":0}
$ behest --db pipe.db export | cmp - desk.jsonl && echo same
same
$ behest --db pipe.db undo --redo && behest --db pipe.db list state:any --columns id,title
done again: submit (2026-11-21T12:00:00Z)
  #2 deleted: yes -> -
ID  Title
 2  二 two
 1  Mouse, broken

# Only into an empty one.
$ behest --db new.db import --format behest desk.jsonl
2> behest: the database is not empty, and an export is a whole one
2> hint: name a new one with --db FILE; 'behest restore' replaces a database by a backup
[4]

# What is no whole export is refused, and nothing is made of it.
$ head -n 6 desk.jsonl | behest --db bad.db import --format behest -
2> behest: standard input:6: the file is cut off: its last line is missing
2> hint: is it as 'behest export' wrote it?
[65]
$ grep -v '"kind":"command","id":2' desk.jsonl | behest --db bad.db import --format behest -
2> behest: standard input:8: there is no command 2
2> hint: is it as 'behest export' wrote it?
[65]
$ sed 's/"undone":true/"undone":false/' desk.jsonl | behest --db bad.db import --format behest -
2> behest: standard input:14: command 4 is not marked as its undos and redos say
2> hint: is it as 'behest export' wrote it?
[65]
$ sed '4s/.*/{"kind":"event"/' desk.jsonl | behest --db bad.db import --format behest -
2> behest: standard input:4: column 16: not valid JSON: missing a comma or '}' after an object member
2> hint: is it as 'behest export' wrote it?
[65]
$ tail -n +2 desk.jsonl | behest --db bad.db import --format behest -
2> behest: standard input:1: the file is no export of behest
2> hint: is it as 'behest export' wrote it?
[65]
$ behest --db bad.db list state:any --format ids

# What came after an instant, for other programs.
$ behest export --since 2030-01-01
{"behest":"export","format":1,"since":"2030-01-01T00:00:00Z"}
{"kind":"end","commands":0,"requests":0,"events":0,"records":0,"contents":0}
$ behest export --since 2000-01-01 | wc -l
14
$ behest export --since 2000-01-01 | behest --db bad.db import --format behest -
2> behest: standard input:1: the file holds only what came after an instant
2> hint: an export that can be imported is made without --since
[65]
$ behest export --format csv --fields id,title,state
id,title,state\r (esc)
1,"Mouse, broken",closed\r (esc)
$ behest export --format md
2> behest: an export is JSON lines or csv
2> hint: leave out --format, or give --format csv
[2]
