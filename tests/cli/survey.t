# A survey goes out when a request is closed; the answer comes back as a rating.
$ mkdir -p ~/.config/behest; printf '[mail]\nfrom = "Desk <desk@example.org>"\nsurvey = true\n[template.survey]\nsubject = "[#{{id}}] 满意吗？"\ntext = "{{requester.name}}: 1 - 5? {{title}}"\n' > ~/.config/behest/behest.toml; chmod 600 ~/.config/behest/behest.toml
$ printf 'From: Zoe Lin <zoe@example.org>\nSubject: Printer jams\nMessage-ID: <one@x>\n\nOn A3.\n' | behest mail ingest
$ behest assign 1 alice -q; behest close 1 -q --user alice
$ behest mail list --format tsv --fields request,to,subject
$ behest mail show $(behest mail list --format ids) > letter.eml; grep '^Message-ID\|^Auto' letter.eml; tail -n 1 letter.eml
$ behest report csat --format tsv --fields metric,n,value
# It is found by what it answers, whatever its subject is; nothing is woken.
@ +10d
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: zoe@example.org\nSubject: Re: hello\nMessage-ID: <two@x>\nIn-Reply-To: %s\n\n5/5\nQuick, and kind.\n\nOn Saturday the desk wrote:\n> 1 - 5?\n' "$id" | behest mail ingest
$ behest show 1 | grep 'State\|Rated'; behest report csat --format tsv --fields metric,n,value
# Chinese, in another encoding, by another name of theirs; the last answer counts.
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: =?utf-8?B?5p6X?= <ZOE@example.org>\nSubject: =?utf-8?B?5Zue5aSN?=\nMessage-ID: <three@x>\nReferences: <one@x> %s\nContent-Type: text/plain; charset=gb18030\n\n' "$id" > in.eml; printf '评分：2\n又卡纸了。\n' | iconv -t gb18030 >> in.eml; behest mail ingest in.eml; behest mail ingest in.eml
$ behest show 1 --format tsv --fields state; behest log 1 -L 2 --format tsv --fields actor,field,new | grep rating
# No score, somebody else, too much of it, or a number that is none.
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); for score in 6 '5 printers jam' '4.5' 'Thanks'; do printf 'From: zoe@example.org\nSubject: x\nMessage-ID: <%s@y>\nIn-Reply-To: %s\n\n%s\n' "$(echo "$score" | tr -d ' ')" "$id" "$score" | behest mail ingest --dry-run; done
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: eve@example.net\nSubject: x\nMessage-ID: <eve@y>\nIn-Reply-To: %s\n\n1\n' "$id" | behest mail ingest --dry-run
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: zoe@example.org\nSubject: Away\nAuto-Submitted: auto-replied\nMessage-ID: <a@y>\nIn-Reply-To: %s\n\n5\n' "$id" | behest mail ingest --dry-run
$ id=$(sed -n 's/^Message-ID: //p' letter.eml); printf 'From: zoe@example.org\nSubject: x\nMessage-ID: <json@y>\nIn-Reply-To: %s\n\n4\n' "$id" | behest mail ingest --json --fields id,state,mail
$ behest undo | head -n 2; behest report csat --format tsv --fields metric,n,value
