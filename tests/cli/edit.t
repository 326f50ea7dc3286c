$ behest submit 'Printer jams' -q
1
$ behest submit 'Printer is loud' -q
2
@ +1h
$ behest edit 1 --title 'Printer on floor 3 jams' --due fri -c hardware/printer
#1 edited: title, category, due
$ behest edit 1-2 -l +hardware -l loud
#1 edited: labels
#2 edited: labels
$ behest edit 2 -l -loud
#2 edited: labels
$ behest list --columns id,title,category,labels,due
ID  Title                    Category          Labels          Due
 2  Printer is loud                            hardware
 1  Printer on floor 3 jams  hardware/printer  hardware, loud  2026-11-27T00:00:00Z
$ behest edit 1 --clear due --clear category
#1 edited: due, category
$ behest edit 1 --estimate 90m --field asset=P-12 -r zoe --key PR1
#1 edited: key, requester, estimate, field.asset
$ behest show key:PR1
ID:        1
Key:       PR1
Title:     Printer on floor 3 jams
State:     new
Priority:  P3
Requester: zoe
Channel:   cli
Labels:    hardware, loud
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T13:00:00Z
Estimate:  1h 30m
Version:   5
asset:     P-12
$ behest edit 1 --clear field.asset --clear key
#1 edited: field.asset, key

# A setter that sets what is there already changes nothing.
$ behest edit 2 -l hardware
#2 unchanged
$ behest edit 2 -b 'said on the phone' -m 'see the body' --json --fields id,version,comments
{"id":2,"version":5,"comments":[{"id":"2.1","at":"2026-11-21T13:00:00Z","author":"alice","public":false,"channel":"cli","body":"see the body","attendees":[]}]}

# Only if nobody has changed it meanwhile.
$ behest edit 2 --if-version 2 -p P1
2> behest: #2 is at version 5, not 2
2> hint: somebody has changed it; look at it again with 'behest show 2'
[4]
$ behest edit 2 --if-version 5 -p P1
#2 edited: priority

# Assigning a person opens.
$ behest edit 2 -a bob
#2 edited: assignee, state
$ behest show 2 --fields state,assignee
State:    open
Assignee: bob

$ behest edit 1
2> behest: nothing is to be changed
2> hint: name a field, for example --title TEXT or --due fri
[2]
$ behest edit 1 --clear title
2> behest: 'title' is not a field that can be emptied
2> hint: these can: key, body, type, category, impact, urgency, team, assignee, due, estimate, start, labels, priority, field.NAME
[2]
$ behest edit 1 --title ''
2> behest: the title is empty
2> hint: say in a few words what is wanted
[2]
$ behest edit 9 -p P1
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
$ behest edit 1 9 -p P1
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
$ behest show 1 --fields priority
Pri: P3
$ behest edit 2 --key PR2 -q && behest edit 1 --key PR2
2
2> behest: the key 'PR2' belongs to #2
2> hint: use another key
[4]
