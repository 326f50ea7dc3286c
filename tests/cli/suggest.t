$ for i in 1 2 3 4 5 6 7 8 9 10 11 12; do behest submit "Printer $i jams" -c hardware --team desk -q; behest submit "VPN $i 掉线" -c network/vpn --team net -q; done | tail -1
24
$ behest submit 'The printer of floor 3 jams' -b 'It says: paper' -q
25
$ behest learn -q >/dev/null
$ behest suggest 25
Field     Suggestion   Confidence  Because of
category  hardware         0.9255  printer, jams, via=cli, 3
category  network/vpn      0.0745
team      desk             0.9255  printer, jams, via=cli, 3
team      net              0.0745

ID  State  Title            Score
23  new    Printer 12 jams    0.0
21  new    Printer 11 jams    0.0
19  new    Printer 10 jams    0.0
17  new    Printer 9 jams     0.0
15  new    Printer 8 jams     0.0
$ behest suggest 25 --json
{"id":25,"suggestions":[{"field":"category","best":[{"label":"hardware","confidence":0.9255},{"label":"network/vpn","confidence":0.0745}],"terms":["printer","jams","via=cli","3"]},{"field":"team","best":[{"label":"desk","confidence":0.9255},{"label":"net","confidence":0.0745}],"terms":["printer","jams","via=cli","3"]}],"similar":[{"id":23,"state":"new","title":"Printer 12 jams","score":0.0},{"id":21,"state":"new","title":"Printer 11 jams","score":0.0},{"id":19,"state":"new","title":"Printer 10 jams","score":0.0},{"id":17,"state":"new","title":"Printer 9 jams","score":0.0},{"id":15,"state":"new","title":"Printer 8 jams","score":0.0}],"articles":[]}
$ behest suggest -b '又掉线了' --field category --json
{"id":null,"suggestions":[{"field":"category","best":[{"label":"network/vpn","confidence":0.967},{"label":"hardware","confidence":0.033}],"terms":["掉线","掉","线"]}],"similar":[{"id":24,"state":"new","title":"VPN 12 掉线","score":0.132},{"id":22,"state":"new","title":"VPN 11 掉线","score":0.132},{"id":20,"state":"new","title":"VPN 10 掉线","score":0.132},{"id":18,"state":"new","title":"VPN 9 掉线","score":0.132},{"id":16,"state":"new","title":"VPN 8 掉线","score":0.132}],"articles":[]}
$ behest suggest -b "$(printf 'printer \033[31mred')" --field team --format csv
field,label,confidence,terms\r (esc)
team,desk,0.9458,printer\r (esc)
team,net,0.0542,\r (esc)
$ behest suggest -b 'nothing known' --field team
Field  Suggestion  Confidence  Because of
team   desk            0.5722
team   net             0.4278
$ behest suggest 25 --field team --format ids
2> behest: there are no ids to print here
2> hint: choose another --format: table, tsv, csv, json
[2]
$ behest suggest 99
2> behest: there is no request #99
2> hint: see 'behest list state:any'
[3]
$ behest suggest
2> behest: suggest takes one of ID, -b TEXT and --jsonl FILE
2> hint: for example 'behest suggest 12'
[2]
$ behest suggest 25 -b x
2> behest: suggest takes one of ID, -b TEXT and --jsonl FILE
2> hint: for example 'behest suggest 12'
[2]
$ behest suggest 25 --field title
2> behest: 'title' is not a value of --field
2> hint: one of: category team assignee type
[2]
$ behest suggest 25 --field assignee
2> behest: the assignee has not been learned yet
2> hint: 'behest learn' learns from the requests that are there
[3]

# Texts a line.
$ printf '{"text":"printer jams"}\n{"text":"掉线"}\n' > texts.jsonl; behest suggest --field category --jsonl texts.jsonl
{"field":"category","best":[{"label":"hardware","confidence":0.9806},{"label":"network/vpn","confidence":0.0194}],"terms":["printer","jams"]}
{"field":"category","best":[{"label":"network/vpn","confidence":0.967},{"label":"hardware","confidence":0.033}],"terms":["掉线","掉","线"]}
$ printf '{"text":1}\nno\n{"text":"vpn"}\n' | behest suggest --field team --jsonl -
{"field":"team","best":[],"terms":[],"error":"the line is no object with a 'text'"}
{"field":"team","best":[],"terms":[],"error":"column 2: not valid JSON: invalid value"}
{"field":"team","best":[{"label":"net","confidence":0.8613},{"label":"desk","confidence":0.1387}],"terms":["vpn"]}
2> behest: standard input:1: the line is no object with a 'text'
2> behest: standard input:2: column 2: not valid JSON: invalid value
[6]
$ behest suggest --jsonl texts.jsonl
2> behest: --jsonl takes one field
2> hint: for example --field category
[2]
$ behest suggest --field category --jsonl nowhere.jsonl
2> behest: the file 'nowhere.jsonl' cannot be read: No such file or directory
2> hint: check its name and rights
[3]

# A person at a terminal sees the three best; what is chosen is kept beside them.
$ mkdir ~/bin; printf '#!/bin/sh\nscript -qec "$1" /dev/null | tr -d "\\r"\n' > ~/bin/on-terminal; chmod +x ~/bin/on-terminal
$ export NO_COLOR=1; on-terminal "behest submit 'Printer jams once more'"
hint: the category may be hardware 98%, network/vpn 2%; 'behest edit 26 -c PATH' gives it one
#26 Printer jams once more
$ behest edit 26 -c network/vpn -q
26
$ behest log 26 --json | grep -o '"suggest.category".*'
"suggest.category","old":{"best":[{"label":"hardware","confidence":0.9767},{"label":"network/vpn","confidence":0.0233}],"chosen":null,"filled":false},"new":{"best":[{"label":"hardware","confidence":0.9767},{"label":"network/vpn","confidence":0.0233}],"chosen":"network/vpn","filled":false}}]},
"suggest.category","old":null,"new":{"best":[{"label":"hardware","confidence":0.9767},{"label":"network/vpn","confidence":0.0233}],"chosen":null,"filled":false}}]},

# Filling in by itself is a matter of the configuration.
$ behest config set learn.fill '["category"]'; behest submit 'The printer jams' --json | grep -o '"category":[^,]*'
learn.fill is ["category"] in $HOME/.config/behest/behest.toml
"category":"hardware"
$ behest submit 'Hello' --json | grep -o '"category":[^,]*'
"category":null

# Articles that may help, and what the log of rules says of a field that was filled in.
$ behest kb add 'Clear a jam of the printer' -b 'Open the rear door.' -s published -q; behest kb add 'Get on the VPN' -b 'Ask for a token.' -s published -q; behest kb add 'Printers: a draft' -b 'Nothing yet.' -q
1
2
3
$ behest suggest -b 'my printer has a jam' --field team
Field  Suggestion  Confidence  Because of
team   desk            0.9458  printer
team   net             0.0542

ID  State  Title                        Score
27  new    The printer jams               0.0
26  new    Printer jams once more         0.0
25  new    The printer of floor 3 jams    0.0
23  new    Printer 12 jams                0.0
21  new    Printer 11 jams                0.0

Article  Title                       Score
      1  Clear a jam of the printer  2.421
$ behest suggest -b 'my printer has a jam' --field team --json | grep -o '"articles".*'
"articles":[{"id":1,"title":"Clear a jam of the printer","category":null,"score":2.421}]}
$ behest suggest -b '又掉线了' --field team --json | grep -o '"articles".*'
"articles":[]}
$ behest rule why 27
When                  Rule        After   Of     Undone  Changes                  Because                                                                                   Query
2026-11-21T12:00:00Z  learn.fill  submit  alice  no      category: - -> hardware  past requests say hardware 0.9767, network/vpn 0.0233; because of printer, jams, via=cli
$ behest rule why 27 --json
[
{"at":"2026-11-21T12:00:00Z","rule":"learn.fill","verb":"submit","by":"alice","undone":false,"changes":[{"field":"category","old":null,"new":"hardware"}],"reason":"past requests say hardware 0.9767, network/vpn 0.0233; because of printer, jams, via=cli","when":null}
]
$ printf '{"op":"submit","title":"The printer jams"}\n{"op":"submit","title":"The printer jams","category":"other"}\n' | behest batch -q 2>/dev/null; behest show 29 30 --json --fields id,category
29
30
[
{"id":29,"category":"hardware"},
{"id":30,"category":"other"}
]
$ printf 'From: zoe@example.org\nSubject: The printer jams\nMessage-ID: <p@x>\n\nIt jams.\n' | behest mail ingest --json | grep -o '"category":[^,]*'
"category":"hardware"
$ printf '{"op":"submit","title":"The printer jams"}\n' > old.jsonl; behest import --format ops old.jsonl -q; behest show 32 --json --fields category; behest import --rules --format ops old.jsonl -q; behest show 33 --json --fields category
32
{"category":null}
33
{"category":"hardware"}
2> 1 line applied, 0 failed, 1 request made, 0 known already
2> 1 line applied, 0 failed, 1 request made, 0 known already
$ behest undo -q; behest doctor --full | tail -1
33
full check        sound
$ behest suggest 25 --fields field,label
Field     Suggestion
category  hardware
category  network/vpn
team      desk
team      net
