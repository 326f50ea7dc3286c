# Whole lives, one operation a line: who and when are those of the lines.
$ cat > desk.jsonl <<'END'
> {"op":"submit","key":"INC1","at":"2016-02-29T08:39:00Z","user":"caller 48","title":"No mail","priority":"P2"}
> {"op":"assign","id":"key:INC1","to":"resolver 12","at":"2016-02-29T09:10:00Z","user":"desk"}
> {"op":"comment","id":"key:INC1","body":"on it","public":true,"at":"2016-02-29T09:20:00Z","user":"resolver 12"}
> {"op":"wait","id":"key:INC1","on":"requester","at":"2016-02-29T10:00:00Z","user":"resolver 12"}
> {"op":"resume","id":"key:INC1","at":"2016-03-01T10:00:00Z","user":"resolver 12"}
> {"op":"close","id":"key:INC1","resolution":"done","at":"2016-03-05T17:00:00Z","user":"resolver 12"}
> END
$ behest import --format ops desk.jsonl -n
would be: 6 lines applied, 0 failed, 1 request made, 0 known already
$ behest import --format ops desk.jsonl
6 lines applied, 0 failed, 1 request made, 0 known already
$ behest show key:INC1
ID:             1
Key:            INC1
Title:          No mail
State:          closed
Priority:       P2
Requester:      caller 48
Channel:        cli
Assignee:       resolver 12
Created:        2016-02-29T08:39:00Z
Updated:        2016-03-05T17:00:00Z
First response: 2016-02-29T09:20:00Z
Closed:         2016-03-05T17:00:00Z
Resolution:     done
Version:        6

1.1  resolver 12, 2016-02-29T09:20:00Z, public
  on it
$ behest log key:INC1 --fields at,actor,verb,field,new
When                  Who          Verb     Field       New
2016-03-05T17:00:00Z  resolver 12  close    state       closed
2016-03-05T17:00:00Z  resolver 12  close    resolution  done
2016-03-01T10:00:00Z  resolver 12  resume   state       open
2016-02-29T10:00:00Z  resolver 12  wait     state       pending
2016-02-29T09:20:00Z  resolver 12  comment  comment.1   on it
2016-02-29T09:10:00Z  desk         assign   assignee    resolver 12
2016-02-29T09:10:00Z  desk         assign   state       open
2016-02-29T08:39:00Z  caller 48    submit   key         INC1
2016-02-29T08:39:00Z  caller 48    submit   title       No mail
2016-02-29T08:39:00Z  caller 48    submit   requester   caller 48
2016-02-29T08:39:00Z  caller 48    submit   priority    P2

# The same again, from a pipe: the key is there already.
$ head -n 1 desk.jsonl | behest import --format ops - --json
{"line":1,"ok":true,"id":1}
2> 1 line applied, 0 failed, 0 requests made, 1 known already

# Where lines fail, the others are kept; with --atomic none.
$ cat > bad.jsonl <<'END'
> {"op":"submit","key":"INC2","title":"Mouse broken"}
> {"op":"close","id":"key:INC9"}
> {"op":"fly","id":"key:INC2"}
> {"op":"submit"
> END
$ behest import --format ops bad.jsonl --atomic
2> behest: bad.jsonl:2: no request has the key 'INC9'
2> hint: see 'behest list'
[3]
$ behest list --format ids
$ behest import --format ops bad.jsonl
1 line applied, 3 failed, 1 request made, 0 known already
2> bad.jsonl:2: no request has the key 'INC9' (see 'behest list')
2> bad.jsonl:3: 'fly' is not an operation (the operations are submit, edit, assign, comment, prioritize, link, time, cost, wait, resume, close and reopen)
2> bad.jsonl:4: column 15: not valid JSON: missing a comma or '}' after an object member
[6]
$ behest import --format ops bad.jsonl --json
{"line":1,"ok":true,"id":2}
{"line":2,"ok":false,"error":{"code":3,"kind":"not_found","message":"no request has the key 'INC9'","hint":"see 'behest list'"}}
{"line":3,"ok":false,"error":{"code":65,"kind":"bad_data","message":"'fly' is not an operation","hint":"the operations are submit, edit, assign, comment, prioritize, link, time, cost, wait, resume, close and reopen"}}
{"line":4,"ok":false,"error":{"code":65,"kind":"bad_data","message":"column 15: not valid JSON: missing a comma or '}' after an object member","hint":null}}
2> 1 line applied, 3 failed, 0 requests made, 1 known already
[6]
$ behest list --columns id,key,title
ID  Key   Title
 2  INC2  Mouse broken

# One undo takes the whole import back.
$ behest undo -q
2
$ behest list --format ids

# Any CSV, with a map: named dates, values, missing cells, several columns into one field.
$ cat > map.toml <<'END'
> [csv]
> missing = ["?"]
> zone = "Europe/Berlin"
> date = "D/M/YYYY H:mm"
> [field.key]
> column = "No"
> prefix = "bug-"
> [field.title]
> column = "Summary"
> [field.body]
> columns = ["Text", "Notes"]
> join = "; "
> [field.created]
> column = "Opened"
> [field.closed]
> column = "Closed"
> [field.state]
> column = "Status"
> map = { NEW = "new", DONE = "closed" }
> END
$ cat > bugs.csv <<'END'
> No,Summary,Text,Notes,Opened,Closed,Status
> 1,"Mouse, broken","two
> lines",yes,1/7/2026 9:00,?,NEW
> 2,Screen dark,,"",1/7/2026 9:30,2/7/2026 8:00,DONE
> 3,Back in time,x,y,2/7/2026 9:30,1/7/2026 8:00,DONE
> 4,No such day,x,y,31/6/2026 9:30,,NEW
> END
$ behest import --format csv --map map.toml bugs.csv --strict
2> bugs.csv:5: closed 2026-07-01T06:00:00Z, before it was created 2026-07-02T07:30:00Z
2> bugs.csv:6: column 'Opened': '31/6/2026 9:30' is no time: that month has no day 31 (see 'date' in the map)
2> behest: nothing is imported, because bugs.csv has rows that make no sense
2> hint: mend them, or leave out --strict to import the others
[65]
$ behest list state:any --format ids
1
$ behest import --format csv --map map.toml bugs.csv
2 requests imported, 2 rows left out, 0 known already
2> bugs.csv:5: closed 2026-07-01T06:00:00Z, before it was created 2026-07-02T07:30:00Z
2> bugs.csv:6: column 'Opened': '31/6/2026 9:30' is no time: that month has no day 31 (see 'date' in the map)
[6]
$ behest list state:any --columns id,key,title,state,created,closed
ID  Key    Title          State   Created               Closed
 4  bug-2  Screen dark    closed  2026-07-01T07:30:00Z  2026-07-02T06:00:00Z
 3  bug-1  Mouse, broken  new     2026-07-01T07:00:00Z
 1  INC1   No mail        closed  2016-02-29T08:39:00Z  2016-03-05T17:00:00Z
$ behest show key:bug-1 --fields body,created
Created: 2026-07-01T07:00:00Z

  two
  lines; yes

$ behest import bugs.csv
2> behest: it is not said what the file holds
2> hint: --format csv --map MAP.toml, or --format ops, behest, mbox, taskwarrior or gh
[2]
$ behest import --format csv bugs.csv
2> behest: a csv file needs --map
2> hint: 'behest help import' has a map to begin with
[2]
$ behest import --format ops missing.jsonl
2> behest: the file 'missing.jsonl' cannot be read: No such file or directory
2> hint: check its name and rights
[3]
$ printf 'titel = 1\n' > bad.toml; behest import --format csv --map bad.toml bugs.csv
2> behest: bad.toml:1:1: unknown key 'titel'
2> hint: these can stand here: csv, field
[78]
