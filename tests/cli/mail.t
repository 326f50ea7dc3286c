$ printf 'From: Zoe Lin <zoe@example.org>\nSubject: Printer jams\nMessage-ID: <one@example.org>\n\nIt jams on A3.\n\n-- \nZoe\n' > in.eml
$ behest mail ingest in.eml
#1 created
$ behest mail ingest < in.eml
#1 ignored: it was taken in already
$ behest show 1
ID:          1
Title:       Printer jams
State:       new
Priority:    P3
Requester:   Zoe Lin <zoe@example.org>
Channel:     mail
Created:     2026-11-21T12:00:00Z
Updated:     2026-11-21T12:00:00Z
Version:     3
Attachments: 1.1 folded.txt (text/plain, 8 bytes)
Body:        It jams on A3.
# Any number of copies at once are one request.
$ sed 's/one@/many@/' in.eml > many.eml; for i in $(seq 20); do behest mail ingest -q many.eml > /dev/null & done; wait; behest list --count
2
# A stranger makes a request of their own, which is linked.
$ printf 'From: eve@example.net\nSubject: Re: [#1] close it\nMessage-ID: <two@example.net>\n\nNow.\n' | behest mail ingest
#3 created: eve@example.net takes no part in #1
# A machine makes none.
$ printf 'From: zoe@example.org\nAuto-Submitted: auto-replied\nSubject: Away\nMessage-ID: <3@x>\n\nBye.\n' | behest mail ingest --json
{"id":null,"key":null,"title":null,"body":null,"type":null,"category":null,"state":null,"priority":null,"impact":null,"urgency":null,"requester":null,"channel":null,"team":null,"assignee":null,"labels":null,"fields":null,"created":null,"updated":null,"due":null,"estimate_s":null,"first_response":null,"closed":null,"resolution":null,"reopened":null,"version":null,"comments":null,"links":null,"start":null,"estimate_points":null,"bookings":null,"mail":{"message_id":"3@x","action":"ignored","reason":"its Auto-Submitted is auto-replied"}}
$ printf 'Subject: nobody\n\nWords.\n' | behest mail ingest
2> behest: the message does not say who it is from
2> hint: its From field is to name an address; nothing of it was kept
[65]
$ printf 'From: zoe@example.org\nSubject: rehearsal\nMessage-ID: <4@x>\n\n\n' | behest mail ingest --dry-run
would be: #4 created
  #4 title: - -> rehearsal
  #4 requester: - -> zoe@example.org
  #4 channel: - -> mail
  #4 mail.4@x: - -> {"at":1795262400000,"way":"in"}
@ +1h
# Nothing goes out until there is a sender.
$ behest comment 1 --public -m 'A part comes on Monday.'
#1.1 public comment; #1 is open
$ behest mail list
$ mkdir -p ~/.config/behest && printf '[mail]\nfrom = "Desk <desk@example.org>"\ncommand = "%s/send -i"\n[template.part]\ntext = "Dear {{requester.name}}, the part for #{{id}} is here. {{comment}}"\n' "$PWD" > ~/.config/behest/behest.toml
$ behest comment 1 --public --template part -m 'Try again: 试试。'
#1.2 public comment
$ behest comment 1 --public --template nothing
2> behest: there is no template 'nothing'
2> hint: make it in behest.toml: [template.nothing] with its text
[3]
$ behest mail list
ID  Request  State   To                         Subject                Made                  Fault
5         1  queued  Zoe Lin <zoe@example.org>  Re: [#1] Printer jams  2026-11-21T13:00:00Z
$ id=$(behest mail list --format ids); behest mail show $id
From: Desk <desk@example.org>
To: Zoe Lin <zoe@example.org>
Subject: Re: [#1] Printer jams
Date: Sat, 21 Nov 2026 13:00:00 +0000
Message-ID: <behest.1.5.9dcdcc2bf7528682@example.org>
In-Reply-To: <one@example.org>
References: <one@example.org>
Auto-Submitted: auto-replied
Precedence: bulk
X-Behest-Loop: example.org
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Dear Zoe Lin, the part for #1 is here. Try again: =E8=AF=95=E8=AF=95=E3=80=
=82

--=20
Your request 1: Printer jams
# The command does not exist yet.
$ behest mail flush
2> 5 to zoe@example.org: the command ended with 127
[6]
$ printf '#!/bin/sh\necho "$@" > arguments\ncat > out.eml\n' > send && chmod +x send
$ behest mail flush
$ behest mail flush $(behest mail list --format ids)
5 to zoe@example.org: sent
$ cat arguments
-i -- zoe@example.org
$ behest mail list --all --format tsv --fields id,request,comment,state,to,subject,tries,fault
id	request	comment	state	to	subject	tries	fault
5	1	2	sent	Zoe Lin <zoe@example.org>	Re: [#1] Printer jams	2	
# Its answer comes back, without what it quotes.
$ id=$(sed -n 's/^Message-ID: *//p' out.eml); printf 'From: zoe@example.org\nSubject: thanks\nMessage-ID: <5@x>\nIn-Reply-To: %s\n\nIt works.\n\nOn Saturday, Desk wrote:\n> Dear Zoe Lin\n' "$id" | behest mail ingest
#1 appended: its requester wrote
$ behest show 1 --json --fields comments
{"comments":[{"id":"1.1","at":"2026-11-21T13:00:00Z","author":"alice","public":true,"channel":"cli","body":"A part comes on Monday.","attendees":[]},{"id":"1.2","at":"2026-11-21T13:00:00Z","author":"alice","public":true,"channel":"cli","body":"Dear Zoe Lin, the part for #1 is here. Try again: 试试。","attendees":[]},{"id":"1.3","at":"2026-11-21T13:00:00Z","author":"zoe@example.org","public":true,"channel":"mail","body":"It works.","attendees":[]}]}
# Its own message does not.
$ behest mail ingest out.eml
#1 ignored: it was taken in already
# Many at once, and the past.
$ printf 'From a@b Sat\nFrom: bob@example.org\nSubject: One\nMessage-ID: <6@x>\nDate: Mon, 2 Nov 2026 09:00:00 +0000\n\n>From me.\n\nFrom c@d Sat\nSubject: Two\n\nNo sender.\n' > box
$ behest mail ingest --mbox box
#4 created
2> box: message 2: the message does not say who it is from
[6]
$ behest --db past.db import --format mbox box
1 request imported, 1 message left out, 0 known already
2> box:2: the message does not say who it is from (its From field is to name an address; nothing of it was kept)
[6]
$ behest --db past.db list --format tsv --fields id,requester,created,title
id	requester	created	title
1	bob@example.org	2026-11-02T09:00:00Z	One
$ behest mail ingest --mbox in.eml
2> behest: in.eml is no mbox: it does not begin with a line 'From '
2> hint: a single message is taken in by 'behest mail ingest' without --mbox
[65]
$ behest mail show 99
2> behest: there is no message '99'
2> hint: see 'behest mail list'
[3]
$ behest mail list 1
2> behest: 'mail list' takes no ids
2> hint: behest mail show 1
[2]
$ behest mail ingest --all
2> behest: --all is about 'mail list'
2> hint: behest mail list --all
[2]
$ behest config set mail.from 'nobody'
2> behest: 'mail.from' takes a sender such as "Service desk <desk@example.org>", not 'nobody'
[2]
$ behest config set template.part.text '{{titel}}'
2> behest: 'template.part.text' takes a template; column 3: 'titel' is nothing that a template can tell
2> hint: did you mean 'title'?
[2]
# Without the module beside it, everything else works, and a server is told to try again.
$ cp "$(command -v behest)" alone && ./alone list --count
4
$ ./alone mail ingest in.eml
2> behest: mail cannot be read: behest-mail.so is not installed
2> hint: install behest with its mail module, and libgmime-3.0-0; everything else works without
[75]
# A rule routes what comes in, and hears of what is added.
$ printf '[[rule]]\nname = "paper"\nwhen = "paper"\nset = { team = "print" }\n[[rule]]\nname = "heard"\nwhen = "team:print"\non = "change"\nlabels = ["heard"]\n' >> ~/.config/behest/behest.toml
$ printf 'From: carol@example.org\nSubject: No paper\nMessage-ID: <7@x>\n\nFloor 3.\n' | behest mail ingest
#5 created
#5 rule paper: team print
$ printf 'From: carol@example.org\nSubject: Re: No paper\nMessage-ID: <8@x>\nIn-Reply-To: <7@x>\n\nStill.\n' | behest mail ingest --json --fields id,team,labels
{"id":5,"team":"print","labels":["heard"]}
$ behest rule why 5 --format tsv --fields rule,verb,by,changes
rule	verb	by	changes
paper	mail	alice	team: - -> print
heard	mail	alice	labels: - -> heard
$ printf 'From a@b Sat\nFrom: bob@example.org\nSubject: paper\nMessage-ID: <9@x>\n\nOne.\n\nFrom a@b Sat\nFrom: bob@example.org\nSubject: paper\nMessage-ID: <10@x>\n\nTwo.\n' > two; behest mail ingest --mbox two --dry-run
would be: #6 created
would be: #6 rule paper: team print
  #6 title: - -> paper
  #6 body: - -> One.␤␤
  #6 requester: - -> bob@example.org
  #6 channel: - -> mail
  #6 mail.9@x: - -> {"at":1795266000000,"way":"in"}
  #6 team: - -> print
would be: #6 created
would be: #6 rule paper: team print
  #6 title: - -> paper
  #6 body: - -> Two.␤
  #6 requester: - -> bob@example.org
  #6 channel: - -> mail
  #6 mail.10@x: - -> {"at":1795266000000,"way":"in"}
  #6 team: - -> print
# Who asked for what was merged is heard where it went, along the chain; others are not.
$ printf 'From: dora@example.org\nSubject: Tray empty\nMessage-ID: <11@x>\n\nHelp.\n' | behest mail ingest -q
6
$ behest merge 6 --into 5 -q; behest wait 1 -q; behest merge 5 --into 1
6
1
#5 merged into #1, which has 2 votes more
$ printf 'From: dora@example.org\nSubject: Re: Tray empty\nMessage-ID: <12@x>\nIn-Reply-To: <11@x>\n\nIt is mine too.\n' | behest mail ingest --json --fields id,state,mail
{"id":1,"state":"open","mail":{"message_id":"12@x","action":"appended","reason":"its requester wrote; #6 was merged into it"}}
$ printf 'From: eve@example.org\nSubject: Re: [#6] Tray empty\nMessage-ID: <13@x>\n\nMe?\n' | behest mail ingest
#7 created: eve@example.org takes no part in #1
$ behest undo -q; behest undo -q; behest log 1 -L 2 --format tsv --fields actor,verb,field
7
1
actor	verb	field
alice	undo	comment.4
alice	undo	state
alice	undo	mail.12@x
dora@example.org	mail (undone)	mail.12@x
