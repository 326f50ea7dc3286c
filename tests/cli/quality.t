# What reviews found.
$ mkdir -p ~/.config/behest; printf '[scorecard.std]\nitems = { tone = 5, solution = 10 }\npass = "70%%"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ for i in 1 2 3 4 5 6; do behest submit "request $i" -r zoe -a ann -c mail -q; done > /dev/null; for i in 7 8; do behest submit "request $i" -r zoe -a 王芳 -q; done > /dev/null; behest close 1-8 -q > /dev/null
$ behest report quality
@ +1d
$ for i in 1 2 3 4 5; do behest --user lead review score $i --item tone=$i --item solution=$((i + 4)) -q; done > /dev/null; behest --user lead review score 7 --item tone=5 --item solution=10 -q
$ behest report quality
$ behest report quality --from 2026-11-21 --by assignee
$ behest report quality --from 2026-11-21 --by category --json
$ behest report quality --by week --format tsv --fields group,item,closed,n,points,mean,passed
$ behest report quality -w category:mail --as-of 2026-11-22T00:00:00Z --format csv --fields closed,n,mean
$ behest --user lead review score 7 --item tone=0 -q; behest report quality --as-of 2026-11-22T12:00:00Z -w assignee:王芳 --format tsv --fields item,mean; behest --user lead undo > /dev/null
$ behest report quality --format html | grep -c '<table'; behest report quality --by assignee --format md | head -n 4
$ behest report explain quality
$ behest report explain quality --json --fields metric,unit,better
$ behest report quality --cohort
$ behest report quality --exit-code
$ behest report quality --team net
$ behest report quality --by item
$ behest report quality speed
$ behest report quality --from 2026-11-22 --to 2026-11-21
$ printf '[scorecard.std]\npass = "101%%"\n' > wrong.toml; behest --config wrong.toml config check
