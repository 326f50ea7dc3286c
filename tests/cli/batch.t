$ printf '%s\n' '{"op":"submit","key":"k","title":"One","labels":["a"]}' '{"op":"assign","id":"key:k","to":"bob"}' '' '{"op":"close","id":1,"resolution":"answered"}' > ops.jsonl
# A rehearsal tells each old and new value, and keeps nothing.
$ behest batch ops.jsonl -n
would be: #1 One
would be: #1 assigned to bob
would be: #1 closed as answered
  #1 key: - -> k
  #1 title: - -> One
  #1 requester: - -> alice
  #1 labels: - -> a
  #1 assignee: - -> bob
  #1 state: new -> open
  #1 state: open -> closed
  #1 resolution: - -> answered
2> would be: 3 lines applied, 0 failed, 1 request made, 0 known already
$ behest list state:any
$ behest batch ops.jsonl
#1 One
#1 assigned to bob
#1 closed as answered
2> 3 lines applied, 0 failed, 1 request made, 0 known already
# It is one step.
$ behest undo -q; behest show 1; behest undo --redo -q
1
1
2> behest: #1 was taken back by an undo
2> hint: 'behest undo --redo' brings it back, if that undo was the last thing you did
# A line that fails is left out.
$ printf '%s\n' '{"op":"comment","id":1,"body":"Hello","public":true}' '{"op":"close","id":9}' '{"op":"shut","id":1}' 'x' '[]' '{"op":"edit","id":1,"titel":"x"}' > bad.jsonl
$ behest batch bad.jsonl
#1.1 public comment; #1 reopened
2> bad.jsonl:2: there is no request #9 (see 'behest list')
2> bad.jsonl:3: 'shut' is not an operation (the operations are submit, edit, assign, comment, prioritize, link, time, cost, wait, resume, close and reopen)
2> bad.jsonl:4: column 1: not valid JSON: invalid value
2> bad.jsonl:5: the line is not a JSON object (one operation a line: {"op":"submit",…})
2> bad.jsonl:6: the operation edit has no member "titel" (did you mean "title"?)
2> 1 line applied, 5 failed, 0 requests made, 0 known already
[6]
$ behest batch bad.jsonl --json
{"line":1,"ok":true,"id":1}
{"line":2,"ok":false,"error":{"code":3,"kind":"not_found","message":"there is no request #9","hint":"see 'behest list'"}}
{"line":3,"ok":false,"error":{"code":65,"kind":"bad_data","message":"'shut' is not an operation","hint":"the operations are submit, edit, assign, comment, prioritize, link, time, cost, wait, resume, close and reopen"}}
{"line":4,"ok":false,"error":{"code":65,"kind":"bad_data","message":"column 1: not valid JSON: invalid value","hint":null}}
{"line":5,"ok":false,"error":{"code":65,"kind":"bad_data","message":"the line is not a JSON object","hint":"one operation a line: {\"op\":\"submit\",…}"}}
{"line":6,"ok":false,"error":{"code":65,"kind":"bad_data","message":"the operation edit has no member \"titel\"","hint":"did you mean \"title\"?"}}
2> 1 line applied, 5 failed, 0 requests made, 0 known already
[6]
$ behest batch --atomic < bad.jsonl
2> behest: standard input:2: there is no request #9
2> hint: see 'behest list'
[3]
$ behest log 1 --format tsv --fields verb,field | uniq
verb	field
comment	comment.2
comment	comment.1
comment	state
comment	resolution
redo	deleted
redo	key
undo	deleted
undo	key
close	state
close	resolution
assign	assignee
assign	state
submit	key
submit	title
submit	requester
submit	labels
# When and who are for imports alone.
$ echo '{"op":"close","id":1,"at":"2020-01-01T00:00:00Z"}' | behest batch
2> standard input:1: "at" is for imports alone: a batch is now, and as you (leave it out, or use 'behest import --format ops')
2> 0 lines applied, 1 failed, 0 requests made, 0 known already
[6]
$ echo '{"op":"close","id":1,"user":"zoe"}' | behest batch --atomic
2> behest: standard input:1: "user" is for imports alone: a batch is now, and as you
2> hint: leave it out, or use 'behest import --format ops'
[65]
# Ids alone; nothing to do; no such file.
$ echo '{"op":"submit","title":"Two"}' | behest batch -q -
2
2> 1 line applied, 0 failed, 1 request made, 0 known already
$ behest batch < /dev/null
2> 0 lines applied, 0 failed, 0 requests made, 0 known already
$ behest batch nothing.jsonl
2> behest: the file 'nothing.jsonl' cannot be read: No such file or directory
2> hint: check its name and rights
[3]
$ behest log 2 --format tsv --fields actor,verb,field,new
actor	verb	field	new
alice	submit	title	Two
alice	submit	requester	alice
# Planning, work and money are operations as well.
$ printf '[resource.room]\ncapacity = 1\n' > .behest.toml
$ printf '%s\n' '{"op":"submit","title":"Move","start":"2026-12-01","estimate":"1bd","book":{"room":1}}' '{"op":"submit","title":"Paint"}' '{"op":"link","id":3,"rel":"blocks","to":4,"type":"SS","lag":"-2h"}' '{"op":"time","id":3,"length":"1h30m","note":"Call"}' '{"op":"cost","id":3,"amount":"25.90 EUR","kind":"parts"}' | behest batch
#3 Move
#4 Paint
#3 blocks #4 (SS -2h)
#3.1 1h30m of work
#3.1 25.90 EUR
2> 5 lines applied, 0 failed, 2 requests made, 0 known already
$ printf '%s\n' '{"op":"time","id":3,"length":"1h"}' '{"op":"time","id":3}' '{"op":"cost","id":3,"amount":"25.90"}' '{"op":"edit","id":3,"book":{"hall":1}}' | behest batch
2> standard input:1: it overlaps with #3.1 of alice, from 2026-11-21T10:30:00Z to 2026-11-21T12:00:00Z (change one of them with --from and --to, or add --force)
2> standard input:2: it is not said how long the work took (give a length, as in 'behest time add 12 1h30m', or --from and --to)
2> standard input:3: "amount": '25.90' names no currency (for example 60.00 EUR)
2> standard input:4: there is no resource 'hall' (the resources are room)
2> 0 lines applied, 4 failed, 0 requests made, 0 known already
[6]
$ behest show 3 --json --fields start,estimate_s,bookings,links
{"start":"2026-12-01T00:00:00Z","estimate_s":28800,"bookings":[{"resource":"room","units":1}],"links":[{"rel":"blocks","to":4,"type":"SS","lag_s":-7200}]}
$ behest time list -q; behest cost list -q
3.1
3.1
$ behest undo -q; behest list state:any id:2-4
3
4
ID  State  Pri  Title  Assignee  Updated
 2  new    P3   Two              2026-11-21T12:00:00Z
