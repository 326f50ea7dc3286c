# Taskwarrior: what 'task export' writes.
$ cat > tasks.json <<'END'
> [
> {"id":1,"description":"Buy toner","entry":"20261110T080000Z","modified":"20261111T080000Z","status":"pending","uuid":"u1","priority":"H","project":"office.supply","tags":["shop"],"due":"20261130T000000Z","urgency":8.1,"annotations":[{"entry":"20261110T090000Z","description":"black"}],"depends":["u2"],"size":3},
> {"id":2,"description":"Ask for a price","entry":"20261101T080000Z","status":"waiting","wait":"20261201T000000Z","uuid":"u2"},
> {"id":0,"description":"Clean the tray","entry":"20261101T080000Z","end":"20261105T080000Z","status":"completed","uuid":"u3"},
> {"description":"No day","entry":"some day","status":"pending","uuid":"u4"}
> ]
> END
$ behest import --format taskwarrior tasks.json -n
would be: 3 requests imported, 1 item left out, 0 known already
2> tasks.json: item 4: "entry" is no instant: 'some day' (it is such as 20261121T083000Z)
[6]
$ behest import --format taskwarrior tasks.json --strict
2> tasks.json: item 4: "entry" is no instant: 'some day' (it is such as 20261121T083000Z)
2> behest: nothing is imported, because tasks.json has items that make no sense
2> hint: mend them, or leave out --strict to import the others
[65]
$ behest import --format taskwarrior tasks.json
3 requests imported, 1 item left out, 0 known already
2> tasks.json: item 4: "entry" is no instant: 'some day' (it is such as 20261121T083000Z)
[6]
$ behest import --format taskwarrior tasks.json --json
{"line":1,"ok":true,"id":1}
{"line":2,"ok":true,"id":2}
{"line":3,"ok":true,"id":3}
{"line":4,"ok":false,"error":{"code":65,"kind":"bad_data","message":"\"entry\" is no instant: 'some day'","hint":"it is such as 20261121T083000Z"}}
2> 0 requests imported, 1 item left out, 3 known already
[6]
$ behest list state:any --columns id,key,state,priority,title
ID  Key  State   Pri  Title
 3  u3   closed  P3   Clean the tray
 2  u2   hold    P3   Ask for a price
 1  u1   new     P2   Buy toner
$ behest show key:u1
ID:        1
Key:       u1
Title:     Buy toner
Category:  office/supply
State:     new
Priority:  P2
Requester: alice
Channel:   cli
Labels:    shop
Created:   2026-11-10T08:00:00Z
Updated:   2026-11-10T09:00:00Z
Due:       2026-11-30T00:00:00Z
Version:   2
size:      3
Links:     blocked by #2

1.1  alice, 2026-11-10T09:00:00Z, internal
  black
$ head -c 500 tasks.json | behest import --format taskwarrior -
2> behest: standard input: the file is cut off: its list is not closed
2> hint: is it the whole file?
[65]
# GitHub: what 'gh issue list --json …' writes.
$ cat > issues.json <<'END'
> [{"number":7,"title":"It crashes","body":"When it rains\r\n","state":"OPEN","stateReason":"","author":{"login":"zoe"},"assignees":[{"login":"ann"}],"labels":[{"name":"good first issue"}],"comments":[{"author":{"login":"ann"},"body":"Looking","createdAt":"2026-01-03T00:00:00Z"}],"createdAt":"2026-01-01T00:00:00Z","closedAt":null,"url":"https://example.org/7","milestone":null},
> {"number":8,"title":"Blue button","body":"","state":"CLOSED","stateReason":"NOT_PLANNED","author":{"login":"bob"},"assignees":[],"labels":[],"comments":[],"createdAt":"2026-01-01T00:00:00Z","closedAt":"2026-02-01T00:00:00Z","url":"","milestone":null},
> {"number":9,"title":"Odd","state":"CLOSED"}]
> END
$ behest import --format gh issues.json
2 requests imported, 1 item left out, 0 known already
2> issues.json: item 3: it is closed, and "closedAt" does not say since when (name closedAt in the list of --json)
[6]
$ behest show key:gh:7
ID:             4
Key:            gh:7
Title:          It crashes
State:          open
Priority:       P3
Requester:      zoe
Channel:        web
Assignee:       ann
Labels:         good-first-issue
Created:        2026-01-01T00:00:00Z
Updated:        2026-01-03T00:00:00Z
First response: 2026-01-03T00:00:00Z
Version:        2
url:            https://example.org/7
Body:           When it rains

4.1  ann, 2026-01-03T00:00:00Z, public, by web
  Looking
$ behest import --format gh issues.json --json
{"line":1,"ok":true,"id":4}
{"line":2,"ok":true,"id":5}
{"line":3,"ok":false,"error":{"code":65,"kind":"bad_data","message":"it is closed, and \"closedAt\" does not say since when","hint":"name closedAt in the list of --json"}}
2> 0 requests imported, 1 item left out, 2 known already
[6]
$ behest undo -q
4
5
$ behest list key:gh:7 state:any --count
0
$ behest import --format gh issues.json --map x.toml
2> behest: --map is about csv files
2> hint: leave it out, or give --format csv
[2]
$ behest import --format gh issues.json --atomic
2> behest: --atomic is about operations
2> hint: with the other formats there is --strict
[2]
$ behest import --format csv issues.json
2> behest: a csv file needs --map
2> hint: 'behest help import' has a map to begin with
[2]
