# Meetings, visits and calls: who was there, and what was said.
$ behest submit 'Printer | jams' -r 'Zoe Lin' --team net -q; behest submit 'Move' -r bob -q
$ behest comment 1 --via meeting --attendee 'Zoe Lin' --attendee 李伟 --attendee 'Zoe Lin' -m 'First *line*
> second

Third <b>' --user alice
$ behest comment 1 --via phone --attendee bob -m 'He called' -q --user alice; behest comment 2 --via visit -m 'Nobody there' -q; behest comment 1 -m 'written' -q
$ behest show 1 | tail -n 12
$ behest show 1 --json --fields comments
$ behest log 1 --format tsv --fields field,new | grep attendance
$ behest report minutes --from 2026-11-01
$ behest report minutes --from 2026-11-01 --team net --format md
$ behest report minutes --team net --format html | grep -c '<h2>'; behest report minutes --team net --format html | grep '<b>'
$ behest report minutes --from 2026-11-01 --to 2026-12-01 -w 'requester:bob' --json
$ behest report minutes --format csv --fields id,comment,attendees
$ behest report minutes --team other; behest report minutes --team other --json
# Whom nobody has spoken to.
$ behest contact add 李伟 -q; behest contact add carol -q; behest contact add 'Zoe Lin' -q; behest contact due --format tsv --fields name,last_contact
@ +40d
$ behest contact due --over 30d --format tsv --fields name,last_contact
$ printf '{"op":"comment","id":2,"body":"All agreed","via":"meeting","attendees":["carol","李伟"]}\n' | behest batch
$ behest contact due --over 30d --format tsv --fields name
# A deleted comment takes its attendees with it; undo brings both back.
$ behest comment 2.2 --delete -q; behest contact due --format tsv --fields name | grep carol; behest undo -q; behest contact due --format tsv --fields name | grep -c carol
$ behest contact erase 李伟 -y; behest show 2 --json --fields comments | grep -o 'attendees.*'
# What makes no sense.
$ behest comment 1 --attendee bob -m 'x'
$ behest comment 1 --via mail --attendee bob -m 'x'
$ behest comment 1.1 --attendee bob
$ behest comment 1 --via meeting --attendee '' -m x
$ behest report minutes --by team
$ behest report kpi --team net
