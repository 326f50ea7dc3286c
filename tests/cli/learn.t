# From nothing, and from what teaches nothing, nothing is learned, and that is said.
$ behest learn
2> behest: nothing can be learned: category: no request has one; team: no request has one; assignee: no request has one; type: no request has one
2> hint: it takes requests with different values; 'behest edit ID -c PATH' gives one a category
[4]
$ behest submit 'The printer jams' -c hardware -q
1
$ behest learn --field category
2> behest: nothing can be learned: category: every request has the same one, 'hardware'
2> hint: it takes requests with different values; 'behest edit ID -c PATH' gives one a category
[4]
$ behest suggest 1
2> behest: nothing has been learned yet
2> hint: 'behest learn' learns from the requests that are there
[3]
$ behest suggest -b printer --field team
2> behest: the team has not been learned yet
2> hint: 'behest learn' learns from the requests that are there
[3]

# 24 requests of two categories and teams.
$ for i in 1 2 3 4 5 6 7 8 9 10 11 12; do behest submit "Printer $i jams" -c hardware --team desk -q; behest submit "VPN $i drops" -c network/vpn --team net -q; done | tail -1
25
$ behest learn
Field     Requests  Labels  Accuracy  Majority  Macro-F1  Top 3  Coverage  Precision  Note
category        25       2       1.0      0.52       1.0    1.0       1.0        1.0
team            24       2       1.0       0.5       1.0    1.0       1.0        1.0
assignee         0                                                                    no request has one
type             0                                                                    no request has one

Of requests not learned from: each fifth judged by what the others teach, as of 2026-11-21T12:00:00Z; coverage and precision at a confidence of 80%.
$ behest learn --field category --json
[
{"field":"category","requests":25,"labels":2,"accuracy":1.0,"majority":0.52,"macro_f1":1.0,"top_3":1.0,"coverage":1.0,"precision":1.0,"threshold":0.8,"judged":25,"by":"parts","fills":true,"note":null}
]
$ behest learn --evaluate --by time --field category --format csv
field,requests,labels,accuracy,majority,macro_f1,top_3,coverage,precision,threshold,judged,by,fills,note\r (esc)
category,25,2,1.0,0.6,1.0,1.0,1.0,1.0,0.8,5,time,true,\r (esc)
$ behest learn --evaluate --holdout 25% --field category
Field     Requests  Labels  Accuracy  Majority  Macro-F1  Top 3  Coverage  Precision  Note
category        25       2       1.0       0.5       1.0    1.0       1.0        1.0

Of requests not learned from: the 25% taken by chance judged by what the others teach, as of 2026-11-21T12:00:00Z; coverage and precision at a confidence of 80%.
$ behest learn --holdout 25%
2> behest: --holdout and --by are about an evaluation
2> hint: add --evaluate
[2]
$ behest learn --evaluate --holdout 1/4
2> behest: '1/4' is no share to hold out
2> hint: from 1% to 90%, as in --holdout 20%
[2]
$ behest learn --field priority
2> behest: 'priority' is not a value of --field
2> hint: one of: category team assignee type
[2]

# What was learned is a cache: no step, not in an export, sound to doctor; an undo takes back what came before.
$ behest log -L 1 --format csv | cut -d, -f2-6
request,actor,verb,field,old
25,alice,submit,title,
25,alice,submit,category,
25,alice,submit,team,
25,alice,submit,requester,
$ behest export | grep -c model
0
[1]
$ behest doctor --full -q
version           0.1.0
database          $HOME/.local/share/behest/behest.db
exists            yes
engine            SQLite 3.40.1
engine source     2022-12-28 14:03:47 df5c253c0b3dd24916e4ec7cf77d3db5294cc9fd45ae7b9c5e82ad8197f3alt1
journal           truncate
journal reason    SQLite 3.40.1 can lose commits in WAL mode (fixed in 3.51.3)
file mode         0600
schema version    3
schema supported  3
size bytes        122880
requests          25
events            25
full check        sound
$ behest undo -n
would be undone: submit (2026-11-21T12:00:00Z)
  #25 deleted: - -> yes
$ behest -n learn -q
Field     Requests  Labels  Accuracy  Majority  Macro-F1  Top 3  Coverage  Precision  Note
category        25       2       1.0      0.52       1.0    1.0       1.0        1.0
team            24       2       1.0       0.5       1.0    1.0       1.0        1.0
assignee         0                                                                    no request has one
type             0                                                                    no request has one

Of requests not learned from: each fifth judged by what the others teach, as of 2026-11-21T12:00:00Z; coverage and precision at a confidence of 80%.
$ printf '[learn]\nthreshold = 1.5\n' > bad.toml; behest --config bad.toml learn
2> behest: bad.toml:2:13: 'learn.threshold' takes a share from 0.5 to 1, such as 0.8, not 1.5
[78]
$ printf '[learn]\nfill = ["priority"]\n' > bad.toml; behest --config bad.toml learn
2> behest: bad.toml:2:9: 'learn.fill' takes fields that are learned, not 'priority'
2> hint: these are: category, team, assignee, type
[78]
$ printf '[learn]\nminimum = 100\n' > few.toml; behest --config few.toml learn
2> behest: nothing can be learned: category: 25 requests are too few; learn.minimum is 100; team: 24 requests are too few; learn.minimum is 100; assignee: no request has one; type: no request has one
2> hint: it takes requests with different values; 'behest edit ID -c PATH' gives one a category
[4]
$ behest suggest 1
2> behest: nothing has been learned yet
2> hint: 'behest learn' learns from the requests that are there
[3]

# A tick learns anew after so many requests were closed, and one of many at once does it.
$ printf '[learn]\nevery = 10\n' > every.toml; for i in 1 2 3 4 5 6 7 8 9; do behest close $i -q; done | tail -1
9
$ behest --config every.toml tick
$ behest close 10 -q; behest --config every.toml tick --dry-run
10
would be: learn anew (10 requests closed since)
$ for i in 1 2 3 4 5 6; do behest --config every.toml tick & done; wait
learned anew: category, team (10 requests closed since)
$ behest --config every.toml tick --json
[]
$ behest log --limit 1 --format ids; behest doctor --full | tail -1
35
full check        sound
$ printf '[learn]\nevery = -1\n' > bad.toml; behest --config bad.toml tick
2> behest: bad.toml:2:9: 'learn.every' takes a whole number from 1 to 1000000, not -1
2> hint: 0 is never
[78]
