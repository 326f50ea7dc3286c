# Meetings, visits and calls: who was there, and what was said.
$ behest submit 'Printer | jams' -r 'Zoe Lin' --team net -q; behest submit 'Move' -r bob -q
1
2
$ behest comment 1 --via meeting --attendee 'Zoe Lin' --attendee 李伟 --attendee 'Zoe Lin' -m "$(printf 'First *line*\n> second\n\nThird <b>')" --user alice
#1.1 internal comment
$ behest comment 1 --via phone --attendee bob -m 'He called' -q --user alice; behest comment 2 --via visit -m 'Nobody there' -q; behest comment 1 -m 'written' -q
1
2
1
$ behest show 1 | tail -n 12

1.1  alice, 2026-11-21T12:00:00Z, internal, by meeting with Zoe Lin, 李伟
  First *line*
  > second
  
  Third <b>

1.2  alice, 2026-11-21T12:00:00Z, internal, by phone with bob
  He called

1.3  alice, 2026-11-21T12:00:00Z, internal
  written
$ behest show 1 --json --fields comments
{"comments":[{"id":"1.1","at":"2026-11-21T12:00:00Z","author":"alice","public":false,"channel":"meeting","body":"First *line*\n> second\n\nThird <b>","attendees":["Zoe Lin","李伟"]},{"id":"1.2","at":"2026-11-21T12:00:00Z","author":"alice","public":false,"channel":"phone","body":"He called","attendees":["bob"]},{"id":"1.3","at":"2026-11-21T12:00:00Z","author":"alice","public":false,"channel":"cli","body":"written","attendees":[]}]}
$ behest log 1 --format tsv --fields field,new | grep attendance
attendance.2	bob
attendance.1	Zoe Lin,李伟
$ behest report minutes --from 2026-11-01
When                  ID  Title           Via      Recorded by  Present        Text
2026-11-21T12:00:00Z   1  Printer | jams  meeting  alice        Zoe Lin, 李伟  First *line*␤> second␤␤Third <b>
2026-11-21T12:00:00Z   1  Printer | jams  phone    alice        bob            He called
2026-11-21T12:00:00Z   2  Move            visit    alice                       Nobody there

3 conversations from 2026-11-01T00:00:00Z to 2026-11-21T12:00:00Z, as of 2026-11-21T12:00:00Z.
$ behest report minutes --from 2026-11-01 --team net --format md
\# Minutes of net

2 conversations from 2026-11-01T00:00:00Z to 2026-11-21T12:00:00Z, as of 2026-11-21T12:00:00Z.

## 2026-11-21 12:00, meeting: \#1 Printer \| jams

Present: Zoe Lin, 李伟; recorded by alice

First \*line\*\
\\> second

Third \<b\>

## 2026-11-21 12:00, phone: \#1 Printer \| jams

Present: bob; recorded by alice

He called
$ behest report minutes --from 2026-11-01 --team net --format html | grep -c '<h2>'; behest report minutes --from 2026-11-01 --team net --format html | grep '<b>'
2
[1]
$ behest report minutes --from 2026-11-01 --to 2026-12-01 -w 'requester:bob' --json
{"report":"minutes","from":"2026-11-01T00:00:00Z","to":"2026-11-21T12:00:00Z","as_of":"2026-11-21T12:00:00Z","by":null,"rows":[
{"at":"2026-11-21T12:00:00Z","id":2,"comment":"2.1","title":"Move","team":null,"channel":"visit","author":"alice","attendees":[],"public":false,"text":"Nobody there"}
]
}
$ behest report minutes --from 2026-11-01 --format csv --fields id,comment,attendees
id,comment,attendees\r (esc)
1,1.1,"Zoe Lin,李伟"\r (esc)
1,1.2,bob\r (esc)
2,2.1,\r (esc)
$ behest report minutes --from 2026-11-01 --team other; behest report minutes --from 2026-11-01 --team other --json
0 conversations from 2026-11-01T00:00:00Z to 2026-11-21T12:00:00Z, as of 2026-11-21T12:00:00Z.
{"report":"minutes","from":"2026-11-01T00:00:00Z","to":"2026-11-21T12:00:00Z","as_of":"2026-11-21T12:00:00Z","by":null,"rows":[]
}
# Whom nobody has spoken to.
$ behest contact add 李伟 -q; behest contact add carol -q; behest contact add 'Zoe Lin' -q; behest contact due --format tsv --fields name,last_contact
李伟
carol
Zoe Lin
name	last_contact
carol	
@ +40d
$ behest contact due --over 30d --format tsv --fields name,last_contact
name	last_contact
carol	
Zoe Lin	2026-11-21T12:00:00Z
李伟	2026-11-21T12:00:00Z
$ printf '{"op":"comment","id":2,"body":"All agreed","via":"meeting","attendees":["carol","李伟"]}\n' | behest batch
#2.2 internal comment
2> 1 line applied, 0 failed, 0 requests made, 0 known already
$ behest contact due --over 30d --format tsv --fields name
name
Zoe Lin
# A deleted comment takes its attendees with it; undo brings both back.
$ behest comment 2.2 --delete -q; behest contact due --format tsv --fields name | grep carol; behest undo -q; behest contact due --format tsv --fields name | grep -c carol
2
carol
2
0
[1]
$ behest contact erase 李伟 -y; behest show 2 --json --fields comments | grep -o 'attendees.*'
erased for good, in 2 requests: 5 places
attendees":[]},{"id":"2.2","at":"2026-12-31T12:00:00Z","author":"alice","public":false,"channel":"meeting","body":"All agreed","attendees":["carol","[erased]"]}]}
# What makes no sense.
$ behest comment 1 --attendee bob -m 'x'
2> behest: nobody attends a comment by cli
2> hint: attendees are those of --via meeting, visit or phone
[2]
$ behest comment 1 --via mail --attendee bob -m 'x'
2> behest: nobody attends a comment by mail
2> hint: attendees are those of --via meeting, visit or phone
[2]
$ behest comment 1.1 --attendee bob
2> behest: --attendee goes with a new comment
2> hint: delete the old one and add it again
[2]
$ behest comment 1 --via meeting --attendee '' -m x
2> behest: the attendee is empty
2> hint: give a name
[2]
$ behest report minutes --by team
2> behest: minutes are by time
2> hint: leave --by out, or name a team with --team
[2]
$ behest report minutes
When                  ID  Title           Via      Recorded by  Present            Text
2026-11-21T12:00:00Z   1  Printer | jams  meeting  alice        Zoe Lin, [erased]  First *line*␤> second␤␤Third <b>
2026-11-21T12:00:00Z   1  Printer | jams  phone    alice        bob                He called
2026-11-21T12:00:00Z   2  Move            visit    alice                           Nobody there
2026-12-31T12:00:00Z   2  Move            meeting  alice        carol, [erased]    All agreed

4 conversations from 2026-11-21T12:00:00Z to 2026-12-31T12:00:00Z, as of 2026-12-31T12:00:00Z.
$ behest report kpi --team net
2> behest: report kpi has no use for --team
2> hint: see 'behest help report'
[2]
