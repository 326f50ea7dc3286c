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
2> bad.jsonl:3: 'shut' is not an operation (the operations are submit, edit, assign, comment, prioritize, link, wait, resume, close and reopen)
2> bad.jsonl:4: column 1: not valid JSON: invalid value
2> bad.jsonl:5: the line is not a JSON object (one operation a line: {"op":"submit",…})
2> bad.jsonl:6: the operation edit has no member "titel" (did you mean "title"?)
2> 1 line applied, 5 failed, 0 requests made, 0 known already
[6]
$ behest batch bad.jsonl --json
{"line":1,"ok":true,"id":1}
{"line":2,"ok":false,"error":{"code":3,"kind":"not_found","message":"there is no request #9","hint":"see 'behest list'"}}
{"line":3,"ok":false,"error":{"code":65,"kind":"bad_data","message":"'shut' is not an operation","hint":"the operations are submit, edit, assign, comment, prioritize, link, wait, resume, close and reopen"}}
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
