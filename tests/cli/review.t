$ mkdir -p ~/.config/behest; printf '[scorecard.std]\nitems = { tone = 5, solution = 10 }\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ for i in 1 2 3 4 5 6; do behest submit "request $i" -r zoe -a ann -q; done > /dev/null; for i in 7 8; do behest submit "request $i" -r zoe -a bob -q; done > /dev/null; behest close 1-8 -q > /dev/null; behest submit open -q
$ behest review sample --from 2026-11-01 --size 4 --format tsv > one; behest review sample --from 2026-11-01 --size 4 --format tsv > two; cmp one two; cut -f 2 one
$ behest review sample --from 2026-11-01 --size 1 --json | grep -c '"reviewed":false'
$ behest review sample --from 2026-12-01; behest review sample
$ behest --user lead review score 1 2 --item tone=4 --item solution=10 -m 'Well done'
$ behest --user lead review score 2 --item tone=0; behest --user max review score 1 --item tone=5 --item solution=10 -q
$ behest review list
$ behest review list -a ann --from 2026-11-01 --json
$ behest --user ann review score 1 --item tone=5 --item solution=10
$ behest review score 9 --item tone=5 --item solution=10
$ behest review score 1 --item tone=6
$ behest review score 1 --item speed=1
$ behest review score 1 --item tone
$ behest review score 1 --item tone=1 --card other
$ behest review list --item tone=1
$ behest review score 1 --item tone=1 --config /dev/null
$ behest --user max undo | tail -n 1; behest review list --format ids
