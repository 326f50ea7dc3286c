$ mkdir -p ~/.config/behest; chmod 700 ~/.config ~/.config/behest
$ printf '[team.net]\nmembers = ["alice", "bob"]\nlead = "lea"\n[agent.bob]\ncapacity = 1\n[category."network/vpn"]\nteam = "net"\n' > ~/.config/behest/behest.toml
$ printf '[[rule]]\nname = "vpn"\nwhen = "title~vpn"\nset = { category = "network/vpn", priority = "P2", "field.site" = "x" }\nlabels = "remote"\n' >> ~/.config/behest/behest.toml
$ printf '[[rule]]\nname = "route"\nwhen = "category:network is:unassigned"\nassign = "least-loaded"\ncomment = "For {{requester}}: {{title}}"\nnotify = ["lead"]\n' >> ~/.config/behest/behest.toml
$ printf '[[rule]]\nname = "late"\non = "tick"\nwhen = "is:overdue"\nlabels = ["late", "-remote"]\nnotify = "assignee"\n' >> ~/.config/behest/behest.toml
$ chmod 600 ~/.config/behest/behest.toml
$ behest rule list --format tsv
name	on	when	does	origin
vpn	submit	title~vpn	category=network/vpn, priority=P2, field.site=x, label remote	$HOME/.config/behest/behest.toml:9
route	submit	category:network is:unassigned	assign least-loaded, comment, notify lead	$HOME/.config/behest/behest.toml:14
late	tick	is:overdue	label late, label -remote, notify assignee	$HOME/.config/behest/behest.toml:20
$ behest rule check
2> 3 rules, and nothing is wrong with them

# Rules act at the end of the command that makes a request, in its transaction.
$ behest submit 'VPN drops' -r zoe
#1 VPN drops
#1 rule vpn: category network/vpn, labels remote, field.site x, team net, priority P2
#1 rule route: assignee alice, state open, comment.1, tells lea
$ behest submit 'VPN slow' -r zoe --dry-run
would be: #2 VPN slow
  #2 title: - -> VPN slow
  #2 requester: - -> zoe
  #2 category: - -> network/vpn
  #2 labels: - -> remote
  #2 field.site: - -> x
  #2 team: - -> net
  #2 priority: P3 -> P2
  #2 assignee: - -> bob
  #2 route.route: - -> least-loaded: load 0 of 1
  #2 state: new -> open
  #2 comment.1: - -> For zoe: VPN slow
  #2 notice.lea/000000000000002.3: - -> rule route
would be: #2 rule vpn: category network/vpn, labels remote, field.site x, team net, priority P2
would be: #2 rule route: assignee bob, state open, comment.1, tells lea
$ behest submit 'VPN gone' -r zoe --json --fields id,category,priority,assignee,labels,state
{"id":2,"category":"network/vpn","priority":"P2","assignee":"bob","labels":["remote"],"state":"open"}
$ behest submit 'Printer jams'
#3 Printer jams
$ behest submit 'vpn again' -q
4
$ behest log 1
When                  ID  Who         Verb    Field                         Old  New
2026-11-21T12:00:00Z   1  rule:route  rule    assignee                      -    alice
2026-11-21T12:00:00Z   1  rule:route  rule    route.route                   -    least-loaded: load 0 of 20
2026-11-21T12:00:00Z   1  rule:route  rule    state                         new  open
2026-11-21T12:00:00Z   1  rule:route  rule    comment.1                     -    For zoe: VPN drops
2026-11-21T12:00:00Z   1  rule:route  rule    notice.lea/000000000000001.3  -    rule route
2026-11-21T12:00:00Z   1  rule:vpn    rule    category                      -    network/vpn
2026-11-21T12:00:00Z   1  rule:vpn    rule    labels                        -    remote
2026-11-21T12:00:00Z   1  rule:vpn    rule    field.site                    -    x
2026-11-21T12:00:00Z   1  rule:vpn    rule    team                          -    net
2026-11-21T12:00:00Z   1  rule:vpn    rule    priority                      P3   P2
2026-11-21T12:00:00Z   1  alice       submit  title                         -    VPN drops
2026-11-21T12:00:00Z   1  alice       submit  requester                     -    zoe
$ behest rule why 1
When                  Rule   After   Of     Undone  Changes                                                                                                  Because                     Query
2026-11-21T12:00:00Z  vpn    submit  alice  no      category: - -> network/vpn, labels: - -> remote, field.site: - -> x, team: - -> net, priority: P3 -> P2                              title~vpn
2026-11-21T12:00:00Z  route  submit  alice  no      assignee: - -> alice, state: new -> open, comment.1: - -> For zoe: VPN drops, tells lea                  least-loaded: load 0 of 20  category:network is:unassigned
$ behest rule why 1 --json
[
{"at":"2026-11-21T12:00:00Z","rule":"vpn","verb":"submit","by":"alice","undone":false,"changes":[{"field":"category","old":null,"new":"network/vpn"},{"field":"labels","old":null,"new":["remote"]},{"field":"field.site","old":null,"new":"x"},{"field":"team","old":null,"new":"net"},{"field":"priority","old":"P3","new":"P2"}],"reason":null,"when":"title~vpn"},
{"at":"2026-11-21T12:00:00Z","rule":"route","verb":"submit","by":"alice","undone":false,"changes":[{"field":"assignee","old":null,"new":"alice"},{"field":"state","old":"new","new":"open"},{"field":"comment.1","old":null,"new":{"at":"2026-11-21T12:00:00Z","author":"rule:route","public":false,"channel":"cli","body":"For zoe: VPN drops"}},{"field":"notice.lea/000000000000001.3","old":null,"new":{"to":"lea","at":1795262400000,"by":"alice","about":"rule route"}}],"reason":"least-loaded: load 0 of 20","when":"category:network is:unassigned"}
]
$ behest rule test 3
Rule   On      Matches  Would
vpn    submit  no
route  submit  no
late   tick    no
$ behest --user lea inbox
When                  ID  Title      About       By
2026-11-21T12:00:00Z   1  VPN drops  rule route  alice
2026-11-21T12:00:00Z   2  VPN gone   rule route  alice
2026-11-21T12:00:00Z   4  vpn again  rule route  alice
# One undo takes back the request with what rules did to it.
$ behest undo
undone: submit (2026-11-21T12:00:00Z)
  #4 deleted: - -> yes
$ behest doctor --full | tail -1
full check        sound

# By hand, over what is there; each rule speaks of a request once.
$ behest edit 1 --due 2026-11-20
#1 edited: due
$ behest rule run --on tick --dry-run
would be: #1 rule late: labels late, tells alice
$ behest rule run --on tick
#1 rule late: labels late, tells alice
$ behest rule run --on tick
2> no rule does anything
$ behest rule run vpn -w 'id:3'
2> no rule does anything
$ behest rule run late --json --fields id,labels
[]
$ behest rule run late -q

$ behest rule run nothing
2> behest: there is no rule 'nothing'
2> hint: see 'behest rule list'
[3]
$ behest rule test
2> behest: no request is named
2> hint: behest rule test ID
[2]
$ behest rule why 99
2> behest: there is no request #99
2> hint: see 'behest list'
[3]
$ behest rule list 3
2> behest: 'rule list' takes no more words
2> hint: behest rule list | check | test ID | why ID | run [NAME]
[2]
$ behest rule check --on tick
2> behest: -w and --on are about 'rule run'
2> hint: leave them out
[2]
# What is imported has been decided upon elsewhere.
$ echo '{"op":"submit","title":"vpn of old"}' | behest import --format ops - -q; behest list title~old --columns category
5
Category
\
2> 1 line applied, 0 failed, 1 request made, 0 known already
$ echo '{"op":"submit","title":"vpn of yore"}' | behest import --rules --format ops - -q; behest list title~yore --columns category
6
Category
network/vpn
2> 1 line applied, 0 failed, 1 request made, 0 known already

$ printf '[[rule]]\nname = "odd"\nset = { due = "no day" }\ncomment = "{{nope}}"\nassign = "lest-loaded"\n[[rule]]\nname = "idle"\n' > odd.toml; chmod 600 odd.toml
$ behest --config odd.toml rule check
Rule  Level    Message
odd   error    the rule 'odd': "due": not a time
odd   error    the template of a comment, column 3: 'nope' is not a field
odd   warning  'lest-loaded' is declared as no agent, team or member of one
idle  warning  it does nothing
[78]
$ behest --config odd.toml submit x
2> behest: the rule 'odd': "due": not a time
2> hint: write 2026-11-21, 2026-11-21T15:30, 2026-W48, today, tomorrow 09:00, fri, eow, +3d, -2h or +2bd
[78]
$ printf '[[rule]]\nwhen = "x"\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:1:1: this rule has no name
2> hint: write [[rule]] and name = "…" below it
[78]
$ printf '[[rule]]\nname = "a"\n[[rule]]\nname = "a"\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:4:8: the rule 'a' stands in this file already
2> hint: give it a name of its own
[78]
$ printf '[[rule]]\nname = "a"\nwhen = "stat:x"\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:3:8: 'rule.a.when' takes a query; column 1: there is no field 'stat'
2> hint: did you mean 'state'?
[78]
$ printf '[[rule]]\nname = "a"\nset = { colour = "red" }\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:3:18: 'rule.a.set' sets fields, and 'colour' is none
2> hint: these can be set: assignee, category, channel, due, estimate, impact, priority, resolution, state, team, type, urgency, field.NAME
[78]
$ printf '[[rule]]\nname = "a"\nset = { priority = "P9" }\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:3:20: 'rule.a.set' sets a priority from "P1" to "P5", not 'P9'
[78]
$ printf '[[rule]]\nname = "a"\non = "monday"\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:3:6: 'rule.a.on' takes submit, change or tick, or a list of them, not 'monday'
[78]
$ printf '[[rule]]\nname = "a"\nstop = "yes"\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:3:8: 'rule.a.stop' takes true or false, not text
[78]
$ printf '[rule]\nname = "a"\n' > odd.toml; behest --config odd.toml rule list
2> behest: odd.toml:2:8: 'rule.name' is a table, not text
2> hint: write [rule.name] and its keys below
[78]
