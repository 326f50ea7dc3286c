$ behest submit 'One' -r 'Zoe Lin' -q; behest submit 'Two' -r 'Z. <zoe@example.org>' -q; behest submit 'Three' -r carol -q
1
2
3
$ behest contact list
$ behest contact add 'Zoe Lin' --email Zoe@Example.org --organisation 'Acme, Inc' --vip --external-id C-17
Zoe Lin is a contact
$ behest contact add carol --phone '+49 30 1234' --json
{"name":"carol","emails":[],"organisation":null,"vip":false,"external_id":null,"phone":"+49 30 1234","aliases":[],"note":null}
$ behest list is:vip --format ids
2
1
$ behest list 'requester.organisation:"acme, inc"' --format ids
2
1
$ behest list 'requester.name:carol' --format ids
3
$ behest contact show zoe@example.org
Name:         Zoe Lin
E-mail:       zoe@example.org
Organisation: Acme, Inc
VIP:          yes
External ID:  C-17

ID  State  Title  Created               Closed
 2  new    Two    2026-11-21T12:00:00Z
 1  new    One    2026-11-21T12:00:00Z
$ behest contact show carol --json
{"name":"carol","emails":[],"organisation":null,"vip":false,"external_id":null,"phone":"+49 30 1234","aliases":[],"note":null,"requests":[{"id":3,"title":"Three","state":"new","created":"2026-11-21T12:00:00Z","closed":null}]}
$ behest contact edit carol --organisation Acme --email carol@example.org
carol edited
$ behest contact edit carol --organisation Acme
carol unchanged
$ behest contact edit carol --email -carol@example.org --name 'Carol Wu' --vip -q
Carol Wu
$ behest contact edit 'Carol Wu' --no-vip
Carol Wu edited
$ behest contact list acme --format tsv
name	emails	organisation	vip	external_id	phone	aliases	note
Carol Wu		Acme	false		'+49 30 1234	carol	
Zoe Lin	zoe@example.org	Acme, Inc	true	C-17			
$ behest contact list --vip --json
[
{"name":"Zoe Lin","emails":["zoe@example.org"],"organisation":"Acme, Inc","vip":true,"external_id":"C-17","phone":null,"aliases":[],"note":null}
]
$ behest comment 3 -m 'Called back' --via phone
#3.1 internal comment
$ behest contact due --over 30d --format tsv
name	organisation	vip	last_contact	requests
Zoe Lin	Acme, Inc	true		2
$ behest contact merge 'carol wu' 'Zoe Lin'
Zoe Lin is also carol wu
$ behest contact list --format tsv
name	emails	organisation	vip	external_id	phone	aliases	note
Zoe Lin	zoe@example.org	Acme, Inc	true	C-17	'+49 30 1234	carol,Carol Wu	
$ behest undo -q; behest contact list --format tsv --fields name
name
Carol Wu
Zoe Lin

$ behest contact add 'zoe lin'
2> behest: 'zoe lin' is the contact Zoe Lin already
2> hint: see 'behest contact show'
[4]
$ behest contact add Dora --email zoe@example.org
2> behest: 'zoe@example.org' belongs to the contact Zoe Lin
2> hint: if both are one person: 'behest contact merge'
[4]
$ behest contact add Dora --email nowhere
2> behest: 'nowhere' is not an e-mail address
2> hint: for example zoe@example.org
[2]
$ behest contact show nobody
2> behest: there is no contact 'nobody'
2> hint: see 'behest contact list'; 'behest contact add NAME' makes one
[3]
$ behest contact add
2> behest: 'contact add' takes one name
2> hint: put quotes around a name with spaces
[2]
$ behest contact merge carol
2> behest: 'contact merge' takes two names
2> hint: behest contact merge FROM INTO
[2]
$ behest contact due --over soon
2> behest: 'soon' is not a duration
2> hint: for example --over 30d
[2]
$ behest contact erase 'Zoe Lin'
2> behest: this asks first, and there is nobody to ask
2> hint: add -y (--yes) when it is meant, or -n to see what it would do
[2]
$ behest contact erase 'Zoe Lin' -y --dry-run
would be: erased for good, in 2 requests: 10 places
$ behest contact erase 'Zoe Lin' -y
erased for good, in 2 requests: 10 places
$ behest list --columns id,title,requester
ID  Title  Requester
 3  Three  carol
 2  Two    [erased]
 1  One    [erased]
$ behest log 1 --format tsv
at	request	actor	verb	field	old	new
2026-11-21T12:00:00Z	1	alice	erase	requester	[erased]	[erased]
2026-11-21T12:00:00Z	1	alice	submit	title		One
2026-11-21T12:00:00Z	1	alice	submit	requester		[erased]
$ behest contact list --fields name
Name
Carol Wu
$ behest doctor --full | tail -1
full check        sound
$ behest contact list --organisation Engines
2> behest: 'contact list' has no use for --organisation, --external-id, --phone or --note
2> hint: it is for: add, edit
[2]
$ behest contact due --vip
2> behest: 'contact due' has no use for --vip
2> hint: it is for: add, edit, list
[2]
# The first thing that is done.
$ behest contact add 'Ann' --db fresh.db; behest contact list --db fresh.db --format tsv --fields name; behest contact edit Bob --name Bo --db none.db
Ann is a contact
name
Ann
2> behest: there is no database none.db
2> hint: make it with 'behest init', or with the first 'behest submit'
[3]
# What they write themselves is nothing that was said to them.
$ behest contact add carl --db fresh.db -q; behest submit 'Four' -r carl --db fresh.db -q; behest comment 1 --public --user carl -m 'Hello?' --db fresh.db -q; behest contact due --db fresh.db --format tsv
carl
1
1
name	organisation	vip	last_contact	requests
Ann		false		0
carl		false		1
# One person has one rating.
$ behest contact merge zoe Ann --db fresh.db; behest close 1 --user alice --db fresh.db -q; behest rate 1 2 --by zoe --db fresh.db; behest rate 1 5 --by Ann --db fresh.db; behest report csat --db fresh.db --format tsv --fields metric,n,value
Ann is also zoe
1
#1 rated 2 of 5 by zoe
#1 rated 5 of 5 by Ann (was 2)
metric	n	value
csat	1	1.0
csat_mean	1	5.0
csat_response_rate	0	
