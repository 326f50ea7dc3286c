$ behest submit 'Printer jams' -b 'On floor 3,
> since Monday.' -r zoe -l hardware --field asset=P-12 -q
1
@ +30m
$ behest comment 1 -m 'Looked at it' -q
1
@ +30m
$ behest comment 1 -m 'A part is ordered.' --public --via phone -q
1
$ behest submit 'Printer is loud' -q
2
$ behest close 2 --of 1 -q
2
$ behest show 1
ID:             1
Title:          Printer jams
State:          open
Priority:       P3
Requester:      zoe
Channel:        cli
Labels:         hardware
Created:        2026-11-21T12:00:00Z
Updated:        2026-11-21T13:00:00Z
First response: 2026-11-21T13:00:00Z
Version:        3
asset:          P-12
Links:          duplicated by #2 (closed)

  On floor 3,
  since Monday.

1.1  alice, 2026-11-21T12:30:00Z, internal
  Looked at it

1.2  alice, 2026-11-21T13:00:00Z, public, by phone
  A part is ordered.
$ behest show 1 --json
{"id":1,"key":null,"title":"Printer jams","body":"On floor 3,\nsince Monday.","type":null,"category":null,"state":"open","priority":"P3","impact":null,"urgency":null,"requester":"zoe","channel":"cli","team":null,"assignee":null,"labels":["hardware"],"fields":{"asset":"P-12"},"created":"2026-11-21T12:00:00Z","updated":"2026-11-21T13:00:00Z","due":null,"estimate_s":null,"first_response":"2026-11-21T13:00:00Z","closed":null,"resolution":null,"reopened":0,"version":3,"comments":[{"id":"1.1","at":"2026-11-21T12:30:00Z","author":"alice","public":false,"channel":"cli","body":"Looked at it","attendees":[]},{"id":"1.2","at":"2026-11-21T13:00:00Z","author":"alice","public":true,"channel":"phone","body":"A part is ordered.","attendees":[]}],"links":[],"start":null,"estimate_points":null,"bookings":[]}
$ behest show '#2' --fields id,state,resolution
ID:         2
State:      closed
Resolution: duplicate
$ behest show 1 2 --json --fields id,state,links
[
{"id":1,"state":"open","links":[]},
{"id":2,"state":"closed","links":[{"rel":"duplicates","to":1}]}
]
$ behest show 1-2 --format ids
1
2
$ behest show 2
ID:         2
Title:      Printer is loud
State:      closed
Priority:   P3
Requester:  alice
Channel:    cli
Created:    2026-11-21T13:00:00Z
Updated:    2026-11-21T13:00:00Z
Closed:     2026-11-21T13:00:00Z
Resolution: duplicate
Version:    2
Links:      duplicates #1
$ behest show 1 --format csv --fields id,labels,fields
id,labels,fields\r (esc)
1,hardware,"{""asset"":""P-12""}"\r (esc)

$ behest show
2> behest: no request is named
2> hint: give ids (12, 3-7, key:KEY), - for standard input, or -w QUERY
[2]
$ behest show 3
2> behest: there is no request #3
2> hint: see 'behest list state:any'
[3]
$ behest show 1 --fields colour
2> behest: there is no field 'colour' here
2> hint: fields: id, key, title, …
[2]
