$ behest submit 'Printer jams' -r zoe --team onsite -c hardware -l floor3 -p P1 --via phone -q
1
$ behest comment 1 -m 'Looked at it'
#1.1 internal comment
@ +1h
$ behest comment 1 --user zoe -m 'The toner is low as well' --public
#1.2 public comment
@ +1h
$ behest split 1 'Toner is low' -l toner --comment 1.2 -b 'Black and cyan'
#2 split off #1: Toner is low
$ behest show 2
ID:        2
Title:     Toner is low
Category:  hardware
State:     new
Priority:  P3
Requester: zoe
Channel:   phone
Team:      onsite
Labels:    toner
Created:   2026-11-21T14:00:00Z
Updated:   2026-11-21T14:00:00Z
Version:   2
Links:     relates to #1
Body:      Black and cyan

2.1  zoe, 2026-11-21T13:00:00Z, public
  The toner is low as well
$ behest show 1 --json --fields links
{"links":[]}
$ behest undo
undone: split (2026-11-21T14:00:00Z)
  #2 deleted: - -> yes
$ behest list --columns id,title
ID  Title
 1  Printer jams
$ behest split 1 x --comment 1.9
2> behest: there is no comment 1.9
2> hint: see 'behest show 1'
[3]
$ behest split 1 x --comment 2.1
2> behest: the comment 2.1 is not one of #1
2> hint: only comments of the request that is split can be copied
[2]
$ behest split 1 x --comment 1
2> behest: '1' is not the id of a comment
2> hint: for example --comment 1.1
[2]
$ behest split 1 ''
2> behest: the title is empty
2> hint: say in a few words what is wanted
[2]
$ behest split 1 x --key K -n
would be: #3 split off #1: x
  #3 key: - -> K
  #3 title: - -> x
  #3 category: - -> hardware
  #3 team: - -> onsite
  #3 requester: - -> zoe
  #3 channel: - -> phone
  #3 link.relates.1: - -> yes
$ behest split 1 x --key K -q
3
$ behest split 1 y --key K
2> behest: the key 'K' belongs to #3
2> hint: use another key
[4]
$ behest split 9 x
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
