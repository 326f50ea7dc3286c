$ behest config path
$HOME/.config/behest/behest.toml
$ behest config list
Key                    Value
assign.capacity        20
assign.weights         [1, 1, 1, 1, 1]
attachments.limit      "25 MiB"
budget.notify          []
budget.warn            "80%"
cost.currency          ""
database.busy_timeout  "30s"
database.journal       "auto"
database.path          ""
display.color          "auto"
display.link           ""
display.zone           ""
editor                 ""
learn.every            0
learn.fill             []
learn.minimum          20
learn.requests         10000
learn.threshold        0.8
list.limit             40
mail.acknowledge       false
mail.command           ""
mail.domain            ""
mail.from              ""
mail.hourly_limit      20
mail.notify            true
mail.reply_to          ""
mail.survey            false
pager                  ""
plan.day               "8h"
priority.default       "P3"
priority.matrix        [[1, 2, 3], [2, 3, 4], [3, 4, 5]]
query.stale            "14d"
report.ageing          ["1d", "3d", "7d", "14d", "30d"]
report.min_n           5
tick.remind            "0s"
time.minimum           "0s"
time.round             "0s"
time.rounding          "up"
user                   "alice"
$ behest config get user
alice
$ behest config set user zoe
user is zoe in $HOME/.config/behest/behest.toml
$ behest config get user
alice
$ cat ~/.config/behest/behest.toml
user = "zoe"
$ printf 'list.limit = 10\n[team.net]\nmembers = ["alice", "bob"]\n' > .behest.toml
$ behest config list --origin
Key                    Value                              Origin
assign.capacity        20                                 default
assign.weights         [1, 1, 1, 1, 1]                    default
attachments.limit      "25 MiB"                           default
budget.notify          []                                 default
budget.warn            "80%"                              default
cost.currency          ""                                 default
database.busy_timeout  "30s"                              default
database.journal       "auto"                             default
database.path          ""                                 default
display.color          "auto"                             default
display.link           ""                                 default
display.zone           ""                                 default
editor                 ""                                 default
learn.every            0                                  default
learn.fill             []                                 default
learn.minimum          20                                 default
learn.requests         10000                              default
learn.threshold        0.8                                default
list.limit             10                                 $PWD/.behest.toml:1
mail.acknowledge       false                              default
mail.command           ""                                 default
mail.domain            ""                                 default
mail.from              ""                                 default
mail.hourly_limit      20                                 default
mail.notify            true                               default
mail.reply_to          ""                                 default
mail.survey            false                              default
pager                  ""                                 default
plan.day               "8h"                               default
priority.default       "P3"                               default
priority.matrix        [[1, 2, 3], [2, 3, 4], [3, 4, 5]]  default
query.stale            "14d"                              default
report.ageing          ["1d", "3d", "7d", "14d", "30d"]   default
report.min_n           5                                  default
team.net.members       ["alice", "bob"]                   $PWD/.behest.toml:3
tick.remind            "0s"                               default
time.minimum           "0s"                               default
time.round             "0s"                               default
time.rounding          "up"                               default
user                   "alice"                            environment BEHEST_USER
$ behest config get list.limit --json
{"key":"list.limit","value":"10"}
$ behest config check
$HOME/.config/behest/behest.toml: right
$PWD/.behest.toml: right
$ printf 'list.limit = 7\n' > mine.toml; behest config get list.limit --config mine.toml
7
$ behest config path --json
{"path":"$HOME/.config/behest/behest.toml"}

# Comments and order of a file are kept.
$ printf '# my settings\nuser = "zoe" # me\n' > ~/.config/behest/behest.toml
$ behest config set list.limit 5 && cat ~/.config/behest/behest.toml
list.limit is 5 in $HOME/.config/behest/behest.toml
\# my settings
user = "zoe" # me

[list]
limit = 5

$ behest config get colour
2> behest: 'colour' is not set, or is no key of the configuration
2> hint: see 'behest config list'
[3]
$ behest config set colour red
2> behest: unknown key 'colour'
2> hint: 'man behest.toml' names every key
[2]
$ behest config set list.limit many
2> behest: 'list.limit' takes a whole number from 1 to 1000000, not text
[2]
$ behest config get
2> behest: 'config get' takes other words
2> hint: behest config list | get KEY | set KEY VALUE | check | path
[2]
$ behest config frobnicate
2> behest: 'frobnicate' is not a value of ACTION
2> hint: one of: list get set check path
[2]
# A project file cannot name programs to run.
$ printf 'pager = "sh -c evil"\n' > .behest.toml; behest config get pager
\
2> behest: warning: $PWD/.behest.toml:1:1: 'pager' is ignored: a project file may not set it
# Templates that cannot be made.
$ rm .behest.toml; printf '[template.a]\ntitle = "A"\nchildren = ["@zz"]\n' > t.toml; behest --config t.toml config check
2> behest: the template 'a' is wrong: there is no template 'zz'
2> hint: there are: a
[78]
$ printf '[template.a]\ntitle = "A"\npriority = "P9"\n' > t.toml; behest --config t.toml config check
2> behest: the template 'a' is wrong: 'P9' is not a priority
2> hint: the priorities are P1 (most urgent) to P5
[78]
$ printf '[template.a]\ntitle = "A"\nchildren = ["@b"]\n[template.b]\ntitle = "B"\nchildren = ["@a"]\n' > t.toml; behest --config t.toml config check
2> behest: the template 'a' never ends: it contains itself
2> hint: see template.a.children in behest.toml
[78]
