# Text is found by its words, in the title, the body and the comments, newest first.

$ behest submit 'Printer on floor 3 jams' -b 'Paper tray 2, since Monday' -q
1
$ behest submit 'VPN drops every hour' -b 'Host 10.0.0.5 gives ERR_42' -q
2
$ behest submit '三楼打印机坏了' -b '换了墨粉以后，ＶＰＮ１２也断开' -q
3
$ behest submit 'Toner for the printers' -q
4
$ behest comment 2 -m 'The printer there cannot be reached either' -q
2
$ behest list printer --format ids
2
1
$ behest list 'print*' --format ids
4
2
1
$ behest list PRINTER monday --format ids
1
$ behest list '"paper tray"' --format ids
1
$ behest list '"tray paper"' --format ids
$ behest list 10.0.0.5 --format ids
2
$ behest list err_42 --format ids
2
$ behest list 'text.match:vpn12' --format ids
3

# A part of a word is not the word.

$ behest list prin --format ids
$ behest list 'printer not vpn' --format ids
1
$ behest list 'toner or "every hour"' --format ids
4
2

# Chinese is found by one character, two, or more that stand together.

$ behest list 机 --format ids
3
$ behest list 打印 --format ids
3
$ behest list 打印机坏 --format ids
3
$ behest list 印打 --format ids

# What is changed, closed or taken back is found as it is now.

$ behest edit 1 --title 'Scanner on floor 3 jams'
#1 edited: title
$ behest list printer --format ids
2
$ behest list scanner --format ids
1
$ behest undo
undone: edit (2026-11-21T12:00:00Z)
  #1 title: Scanner on floor 3 jams -> Printer on floor 3 jams
$ behest list printer --format ids
2
1
$ behest close 4
#4 closed as done
$ behest list toner --format ids
$ behest list toner state:any --format ids
4

# What fits best first.

$ behest list 'printer state:any' --sort rank --format ids
1
2
$ behest list is:open --sort rank
2> behest: there is no rank without words that every match has
2> hint: look for words, for example 'printer is:open', or sort by a field
[2]

# Nothing in a query is read as anything but words.

$ behest list '"NEAR(printer jams)"' --format ids
$ behest list '!?'
2> behest: the query, column 1: there is no word in '!?' to look for
2> hint: text is found by its words; title~ finds any characters, in the title
[2]
$ behest list 'text:"%"'
2> behest: the query, column 7: there is no word in '%' to look for
2> hint: text is found by its words; title~ finds any characters, in the title
[2]

# Similar requests.

$ behest submit 'VPN drops each hour again' -q
5
$ behest show 5 --similar
ID  State  Title                 Score
 2  new    VPN drops every hour  1.693
$ behest show 5 --similar --json
[
{"id":2,"state":"new","title":"VPN drops every hour","score":1.693}
]
$ behest show 3 --similar --format ids
$ behest show 1 2 --similar
2> behest: --similar takes one request
2> hint: name one id
[2]

# A submit that says nearly the same as an open one is hinted at on a terminal, and only there.

$ mkdir ~/bin; printf '#!/bin/sh\nscript -qec "$1" /dev/null | tr -d "\\r"\n' > ~/bin/on-terminal
$ chmod +x ~/bin/on-terminal
$ export NO_COLOR=1; on-terminal "behest submit 'The VPN drops every hour'"
hint: #2 may be the same: VPN drops every hour
#6 The VPN drops every hour
$ export NO_COLOR=1; on-terminal "behest submit 'VPN is slow'"
#7 VPN is slow
$ export NO_COLOR=1; on-terminal "behest submit 'Toner for the printers'"
#8 Toner for the printers
$ export NO_COLOR=1; on-terminal "behest submit 'The VPN drops every hour' -q"
9
$ export NO_COLOR=1; on-terminal "behest submit 'The VPN drops every hour' --dry-run"
would be: #10 The VPN drops every hour
  #10 title: - -> The VPN drops every hour
  #10 requester: - -> alice
$ export NO_COLOR=1; on-terminal "behest submit 'The VPN drops every hour' | cat"
#10 The VPN drops every hour
$ behest submit 'VPN drops every hour'
#11 VPN drops every hour
# The piece of text that was found, wherever it stands.
$ behest list 'state:any printer' --columns id,match
ID  Match
 2  The printer there cannot be reached either
 1  Printer on floor 3 jams
$ behest list 'state:any 打印' --columns id,match --json
[
{"id":3,"match":"三楼打印机坏了"}
]
$ behest list is:open --columns id,match --json -L 1
[
{"id":11,"match":null}
]
