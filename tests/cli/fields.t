$ mkdir -p ~/.config/behest; printf '[field.cost]\ntype = "number"\nabout = "What it costs"\n[field.level]\nchoices = ["low", "mid", "高"]\n[field.until]\ntype = "date"\n[field.ok]\ntype = "bool"\nrequired = true\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest submit x
$ behest submit x --field ok=maybe
$ behest submit x --field OK=yes --field cost=02.50 --field level=MID --field until=2026-12-24 -q
$ behest submit y --field ok=0 --field cost=10 --field level=高 --field until=tomorrow -q
$ behest submit z --field ok=on --field cost=9 -q
$ behest list --json --fields id,fields
# By number, by day, in the order of the choices; without a value last.
$ behest list --sort field.cost --format ids; behest list --sort -field.level --format ids
$ behest list 'field.cost.over:2.6' --format ids; behest list field.until.before:2026-12-01 --format ids
$ behest list 'field.level>=mid' --format ids; behest list field.ok:no --format ids
$ behest list field.cost:abc
$ behest list field.level:lwo
$ behest list 'field.ok>1'
# Everywhere a field is set.
$ behest edit 1 --field cost=1e5
$ behest edit 1 --clear field.ok
$ echo '{"op":"edit","id":1,"fields":{"cost":"many"}}' | behest batch
$ echo '{"op":"edit","id":1,"fields":{"cost":3.0,"ok":false}}' | behest batch -q; behest show 1 --json --fields fields
$ echo '{"op":"submit","title":"old"}' | behest import --format ops - -q
$ behest completion words field
$ behest completion words query-field | tail -n 4
$ behest help fields | tail -n 5
# What the configuration says must fit.
$ printf '[field.a]\ntype = "int"\nchoices = []\n' > bad.toml; behest config check --config bad.toml
$ printf '[field.a]\ntype = "integer"\n' > bad.toml; behest config check --config bad.toml
$ printf '[field.a]\nrequired = "yes"\n' > bad.toml; behest config check --config bad.toml
$ printf '[scorecard.a]\nitems = { tone = 0 }\n' > bad.toml; behest config check --config bad.toml
$ behest config set field.ok.required false; behest submit w -q
