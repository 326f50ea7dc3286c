$ mkdir -p ~/.config/behest; printf '[field.cost]\ntype = "number"\nabout = "What it costs"\n[field.level]\nchoices = ["low", "mid", "高"]\n[field.until]\ntype = "date"\n[field.ok]\ntype = "bool"\nrequired = true\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest submit x
2> behest: a request needs field.ok
2> hint: give them as options (--field NAME=VALUE for field.NAME), or fill in the form of 'behest submit -e'
[4]
$ behest submit x --field ok=maybe
2> behest: the field 'ok' takes true or false, not 'maybe'
[2]
$ behest submit x --field OK=yes --field cost=02.50 --field level=MID --field until=2026-12-24 -q
1
$ behest submit y --field ok=0 --field cost=10 --field level=高 --field until=tomorrow -q
2
$ behest submit z --field ok=on --field cost=9 -q
3
$ behest list --json --fields id,fields
[
{"id":3,"fields":{"cost":"9","ok":"true"}},
{"id":2,"fields":{"cost":"10","level":"高","ok":"false","until":"2026-11-22"}},
{"id":1,"fields":{"cost":"2.5","level":"mid","ok":"true","until":"2026-12-24"}}
]
# By number, by day, in the order of the choices; without a value last.
$ behest list --sort field.cost --format ids; behest list --sort -field.level --format ids
1
3
2
2
1
3
$ behest list 'field.cost.over:2.6' --format ids; behest list field.until.before:2026-12-01 --format ids
3
2
2
$ behest list 'field.level>=mid' --format ids; behest list field.ok:no --format ids
2
1
2
$ behest list field.cost:abc
2> behest: the query, column 12: field.cost takes a number such as 12 or 2.5, of at most 15 digits, not 'abc'
[2]
$ behest list field.level:lwo
2> behest: the query, column 13: field.level takes one of low, mid, 高, not 'lwo'
2> hint: did you mean 'low'?
[2]
$ behest list 'field.ok>1'
2> behest: the query, column 9: 'field.ok' has no order
2> hint: compare it with : or !=
[2]
# Everywhere a field is set.
$ behest edit 1 --field cost=1e5
2> behest: the field 'cost' takes a number such as 12 or 2.5, of at most 15 digits, not '1e5'
[2]
$ behest edit 1 --clear field.ok
2> behest: the field 'ok' cannot be emptied, as every request needs it
2> hint: give it another value: --field ok=VALUE
[4]
$ echo '{"op":"edit","id":1,"fields":{"cost":"many"}}' | behest batch
2> standard input:1: the field 'cost' takes a number such as 12 or 2.5, of at most 15 digits, not 'many'
2> 0 lines applied, 1 failed, 0 requests made, 0 known already
[6]
$ echo '{"op":"edit","id":1,"fields":{"cost":3.0,"ok":false}}' | behest batch -q; behest show 1 --json --fields fields
1
{"fields":{"cost":"3","level":"mid","ok":"false","until":"2026-12-24"}}
2> 1 line applied, 0 failed, 0 requests made, 0 known already
$ echo '{"op":"submit","title":"old"}' | behest import --format ops - -q
4
2> 1 line applied, 0 failed, 1 request made, 0 known already
$ behest completion words field
cost=	What it costs
level=low	one of low, mid, 高
level=mid	one of low, mid, 高
level=高	one of low, mid, 高
until=	a date: 2026-11-21, today, +3d
ok=true	true or false
ok=false	true or false
$ behest completion words query-field | tail -n 4
field.cost	a number such as 12 or 2.5, of at most 15 digits
field.level	one of low, mid, 高
field.until	a date: 2026-11-21, today, +3d
field.ok	true or false
$ behest help fields | tail -n 5
Fields of your own ([field.NAME] in behest.toml):
  field.cost: What it costs; takes a number such as 12 or 2.5, of at most 15 digits
  field.level: takes one of low, mid, 高
  field.until: takes a date: 2026-11-21, today, +3d
  field.ok: takes true or false; needed
# What the configuration says must fit.
$ printf '[field.a]\ntype = "int"\nchoices = []\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:3:11: 'field.a.choices' takes at least one choice
[78]
$ printf '[field.a]\ntype = "integer"\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:2:8: 'field.a.type' takes one of text, int, number, date, choice, bool, not 'integer'
[78]
$ printf '[field.a]\nrequired = "yes"\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:2:12: 'field.a.required' takes true or false, not text
[78]
$ printf '[scorecard.a]\nitems = { tone = 0 }\n' > bad.toml; behest config check --config bad.toml
2> behest: bad.toml:2:18: 'scorecard.a.items' takes points from 1 to 100 for each item
[78]
$ behest config set field.ok.required false; behest submit w -q
field.ok.required is false in $HOME/.config/behest/behest.toml
5
# Values stand in the order of their type, and numbers are numbers in every format.
$ behest submit v --field cost=-3 -q; behest submit u --field cost=100 -q
6
7
$ behest report kpi --by field.cost --format csv --fields group,metric,value | grep created
(none),created,2\r (esc)
-3,created,1\r (esc)
3,created,1\r (esc)
9,created,1\r (esc)
10,created,1\r (esc)
100,created,1\r (esc)
$ behest list --group-by field.cost --json | grep -o '"group":[^,]*'; behest list --group-by field.level --json | grep -o '"group":[^,]*'
"group":"-3"
"group":"3"
"group":"9"
"group":"10"
"group":"100"
"group":null
"group":"mid"
"group":"高"
"group":null
$ behest list --columns id,field.cost,field.until --sort field.cost; behest list --fields id,field.cost --format csv; behest list id:6 --json --fields field.cost,field.none
ID  cost  until
 6  -3
 1  3     2026-12-24
 3  9
 2  10    2026-11-22
 7  100
 5
 4
id,field.cost\r (esc)
7,100\r (esc)
6,-3\r (esc)
5,\r (esc)
4,\r (esc)
3,9\r (esc)
2,10\r (esc)
1,3\r (esc)
[
{"field.cost":"-3","field.none":null}
]
