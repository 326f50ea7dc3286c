# A survey goes out when a request is closed; the answer comes back as a rating.
$ mkdir -p ~/.config/behest; printf '[mail]\nfrom = "Desk <desk@example.org>"\nsurvey = true\n[template.survey]\nsubject = "[#{{id}}] 满意吗？"\ntext = "{{requester.name}}: 1 - 5? {{title}}"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ printf 'From: Zoe Lin <zoe@example.org>\nSubject: Printer jams\nMessage-ID: <one@x>\n\nOn A3.\n' | behest mail ingest
#1 created
$ behest assign 1 alice -q; behest close 1 -q --user alice
1
1
$ behest mail list --format tsv --fields request,to,subject
request	to	subject
1	Zoe Lin <zoe@example.org>	[#1] 满意吗？
$ behest mail show $(behest mail list --format ids) > letter.eml; grep '^Message-ID\|^Auto' letter.eml; tail -n 1 letter.eml
Message-ID: <behest.1.3.9ff8f288ad904e21@example.org>
Auto-Submitted: auto-replied
Zoe Lin: 1 - 5? Printer jams
$ behest report csat --format tsv --fields metric,n,value
metric	n	value
csat	0	
csat_mean	0	
csat_response_rate	1	0.0
# It is found by what it answers, whatever its subject is; nothing is woken.
@ +10d
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: zoe@example.org\nSubject: Re: hello\nMessage-ID: <two@x>\nIn-Reply-To: %s\n\n5/5\nQuick, and kind.\n\nOn Saturday the desk wrote:\n> 1 - 5?\n' "$id" | behest mail ingest
#1 rated: 5 of 5 by zoe@example.org
$ behest show 1 | grep 'State\|Rated'; behest report csat --format tsv --fields metric,n,value
State:       closed
Rated:       5 of 5 by Zoe Lin <zoe@example.org>: Quick, and kind.
metric	n	value
csat	1	1.0
csat_mean	1	5.0
csat_response_rate	1	1.0
# Chinese, in another encoding, by another name of theirs; the last answer counts.
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: =?utf-8?B?5p6X?= <ZOE@example.org>\nSubject: =?utf-8?B?5Zue5aSN?=\nMessage-ID: <three@x>\nReferences: <one@x> %s\nContent-Type: text/plain; charset=gb18030\n\n' "$id" > in.eml; printf '评分：2\n又卡纸了。\n' | iconv -t gb18030 >> in.eml; behest mail ingest in.eml; behest mail ingest in.eml
#1 rated: 2 of 5 by 林 <ZOE@example.org>
#1 ignored: it was taken in already
$ behest show 1 --format tsv --fields state; behest log 1 -L 2 --format tsv --fields actor,field,new | grep rating
state
closed
林 <ZOE@example.org>	rating.Zoe Lin <zoe@example.org>	{"score":2,"at":1796126400000,"text":"又卡纸了。","survey":true,"agent":"alice"}
# No score, somebody else, too much of it, or a number that is none.
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); for score in 6 '5 printers jam' '4.5' 'Thanks'; do printf 'From: zoe@example.org\nSubject: x\nMessage-ID: <%s@y>\nIn-Reply-To: %s\n\n%s\n' "$(echo "$score" | tr -d ' ')" "$id" "$score" | behest mail ingest --dry-run; done
would be: #2 created: #1 was closed more than seven days ago
  #2 title: - -> x
  #2 body: - -> 6␤
  #2 requester: - -> zoe@example.org
  #2 channel: - -> mail
  #2 mail.6@y: - -> {"at":1796126400000,"way":"in"}
  #2 link.relates.1: - -> yes
would be: #2 created: #1 was closed more than seven days ago
  #2 title: - -> x
  #2 body: - -> 5 printers jam␤
  #2 requester: - -> zoe@example.org
  #2 channel: - -> mail
  #2 mail.5printersjam@y: - -> {"at":1796126400000,"way":"in"}
  #2 link.relates.1: - -> yes
would be: #2 created: #1 was closed more than seven days ago
  #2 title: - -> x
  #2 body: - -> 4.5␤
  #2 requester: - -> zoe@example.org
  #2 channel: - -> mail
  #2 mail.4.5@y: - -> {"at":1796126400000,"way":"in"}
  #2 link.relates.1: - -> yes
would be: #2 created: #1 was closed more than seven days ago
  #2 title: - -> x
  #2 body: - -> Thanks␤
  #2 requester: - -> zoe@example.org
  #2 channel: - -> mail
  #2 mail.Thanks@y: - -> {"at":1796126400000,"way":"in"}
  #2 link.relates.1: - -> yes
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: eve@example.net\nSubject: x\nMessage-ID: <eve@y>\nIn-Reply-To: %s\n\n1\n' "$id" | behest mail ingest --dry-run
would be: #2 created: eve@example.net takes no part in #1
  #2 title: - -> x
  #2 body: - -> 1␤
  #2 requester: - -> eve@example.net
  #2 channel: - -> mail
  #2 mail.eve@y: - -> {"at":1796126400000,"way":"in"}
  #2 link.relates.1: - -> yes
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: zoe@example.org\nSubject: Away\nAuto-Submitted: auto-replied\nMessage-ID: <a@y>\nIn-Reply-To: %s\n\n5\n' "$id" | behest mail ingest --dry-run
would be: #1 appended: its Auto-Submitted is auto-replied
  #1 comment.1: - -> Not from a person, as its Auto-Submitted is auto-replied. From zoe@example.org: Away␤␤5␤
  #1 mail.a@y: - -> {"at":1796126400000,"way":"in"}
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: zoe@example.org\nSubject: x\nMessage-ID: <json@y>\nIn-Reply-To: %s\n\n4\n' "$id" | behest mail ingest --json --fields id,state,mail
{"id":1,"state":"closed","mail":{"message_id":"json@y","action":"rated","reason":"4 of 5 by zoe@example.org"}}
$ behest undo | head -n 2; behest report csat --format tsv --fields metric,n,value
undone: mail (2026-12-01T12:00:00Z)
  #1 rating.Zoe Lin <zoe@example.org>: {"score":4,"at":1796126400000,"text":"","survey":true,"agent":"alice"} -> {"score":2,"at":1796126400000,"text":"又卡纸了。","survey":true,"agent":"alice"}
metric	n	value
csat	1	0.0
csat_mean	1	2.0
csat_response_rate	1	1.0
# Of a request that is opened again nothing is asked.
$ behest submit 'Screen flickers' -r yan@example.org -a alice -q; behest close 2 -q --user alice; behest mail list --format tsv --fields request,subject
2
2
request	subject
1	[#1] 满意吗？
2	[#2] 满意吗？
$ behest reopen 2; behest mail list --format tsv --fields request,subject; behest undo -q; behest mail list --format tsv --fields request,subject
#2 reopened (was done)
request	subject
1	[#1] 满意吗？
2
request	subject
1	[#1] 满意吗？
2	[#2] 满意吗？
