$ behest submit one -q; behest submit two -q; behest submit vpn -q
1
2
3
# A person opens a new request, a team alone does not.
$ behest assign 1 2 alice
#1 assigned to alice
#2 assigned to alice
$ behest assign 3 --team net
#3 in team net
$ behest list
ID  State  Pri  Title  Assignee  Updated
 3  new    P3   vpn              2026-11-21T12:00:00Z
 2  open   P3   two    alice     2026-11-21T12:00:00Z
 1  open   P3   one    alice     2026-11-21T12:00:00Z
$ behest assign 1 bob
#1 assigned to bob (was alice)
$ behest assign 1 --none
#1 assigned to nobody (was bob)
$ behest assign 3 --me --team ops
#3 assigned to alice, in team ops (was net)
$ behest assign 3 dora --team ops
#3 assigned to dora (was alice), in team ops
$ behest assign 3 alice -q
3
$ behest assign 3 --team ''
#3 in no team (was ops)
$ behest assign -w vpn carol -m 'please look'
#3 assigned to carol (was alice); #3.1 internal comment
$ behest assign 3 carol
#3 is assigned to carol already
$ behest assign 2 me --json --fields id,assignee,team
{"id":2,"assignee":"alice","team":null}
$ behest assign 2 -a 'Zoe Lin' -q
2

$ behest assign 1
2> behest: nobody is named to assign to
2> hint: behest assign ID… WHO, or --me, --none, --team TEAM
[2]
$ behest assign
2> behest: nobody is named to assign to
2> hint: behest assign ID… WHO, or --me, --none, --team TEAM
[2]
$ behest assign 1 --me --none
2> behest: it is said more than once who is to work on it
2> hint: give one of WHO, --me, --none
[2]
$ behest assign 8 alice
2> behest: there is no request #8
2> hint: see 'behest list'
[3]
$ behest assign 1 2 9 carol
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
$ behest list --columns id,state,assignee,team
ID  State  Assignee  Team
 3  open   carol
 2  open   Zoe Lin
 1  open

# By itself: who has most room, and why nobody.
$ mkdir -p ~/.config/behest; chmod 700 ~/.config ~/.config/behest; printf '[team.net]\nmembers = ["ann", "ben"]\n[agent.ann]\nskills = ["vpn:2"]\ncapacity = 1\n[agent.ben]\nskills = ["dns"]\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ behest submit four --team net -q; behest submit five --team net -q; behest submit six --team net -q
4
5
6
$ behest assign 4 --auto --dry-run
ID  Rank  Agent  Load  Capacity  Eligible  Reason
 4     1  ann       0         1  yes       load 0 of 1
 4     2  ben       0        20  yes       load 0 of 20
$ behest assign 4 5 --auto
#4 assigned to ann (least-loaded: load 0 of 1)
#5 assigned to ben (least-loaded: load 0 of 20)
$ behest assign 6 --auto=round-robin --dry-run --json
[
{"id":6,"rank":1,"agent":"ben","load":1,"capacity":20,"eligible":true,"reason":"load 1 of 20"},
{"id":6,"rank":null,"agent":"ann","load":1,"capacity":1,"eligible":false,"reason":"full: load 1 of 1"}
]
$ behest assign 6 --auto=skills --skill vpn
#6 stays unassigned: nobody of team net is free: ann (full: load 1 of 1), ben (lacks vpn)
[4]
$ behest rule why 6 --format tsv
at	rule	verb	by	undone	changes	reason	when
2026-11-21T12:00:00Z		assign	alice	false		nobody of team net is free: ann (full: load 1 of 1), ben (lacks vpn)	
$ behest assign 6 --auto=round-robin --json --fields assignee,state
{"assignee":"ben","state":"open"}
$ behest assign 6 --auto=fair
2> behest: 'fair' is not a value of --auto
2> hint: one of: least-loaded round-robin skills
[2]
$ behest assign 6 --auto bob
2> behest: 'bob' is not an id
2> hint: ids are 12, #12, 3-7, 3,5,9, key:KEY, or - for standard input; to search use -w QUERY
[2]
$ behest assign 6 --skill dns
2> behest: --skill is about --auto
2> hint: add --auto, or leave it out
[2]
$ behest assign 6 --auto --skill 'a b'
2> behest: 'a b' is not a skill
2> hint: for example --skill vpn, or vpn:2
[2]
