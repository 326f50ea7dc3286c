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
