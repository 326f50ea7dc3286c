$ behest submit '打印机卡纸' -a 王芳 -l 硬件 -q
1
$ behest submit 'Café ☕ is closed 👩‍💻' -a Zoë -q
2
$ behest submit 'plain' -a bob -q
3
# Columns are aligned by what is seen.
$ behest list
ID  State  Pri  Title                 Assignee  Updated
 3  open   P3   plain                 bob       2026-11-21T12:00:00Z
 2  open   P3   Café ☕ is closed 👩‍💻  Zoë       2026-11-21T12:00:00Z
 1  open   P3   打印机卡纸            王芳      2026-11-21T12:00:00Z
$ behest list 打印 --format ids
1
$ behest list 卡 --format ids
1
$ behest list CAFE --format ids
$ behest list café --format ids
2
$ behest list assignee:王芳 label:硬件 --format ids
1

# Escape sequences, bells, returns and bidirectional marks are shown, never run.
$ behest submit "$(printf 'red \033[31m bell \007 back\rover \342\200\256rtl')"
#4 red ^[[31m bell ^G back^Mover <U+202E>rtl
$ behest list -L 1 --columns title
Title
red ^[[31m bell ^G back^Mover <U+202E>rtl
$ behest show 4 --fields title
Title: red ^[[31m bell ^G back^Mover <U+202E>rtl
$ behest list -L 1 --columns title --json
[
{"title":"red \u001b[31m bell \u0007 back\rover \u202ertl"}
]
$ behest list -L 1 --columns title --format csv
title\r (esc)
red ^[[31m bell ^G back^Mover <U+202E>rtl\r (esc)
$ behest list -L 1 --columns title --format tsv
title
red ^[[31m bell ^G back\rover <U+202E>rtl
$ behest list -L 1 --columns title --format md
| Title |
| --- |
| red \^\[\[31m bell \^G back\^Mover \<U+202E\>rtl |
$ behest submit "$(printf 'two\nlines')"
#5 two␤lines
$ behest comment 4 -m "$(printf 'one\n\033]0;title\007two')" -q
4
$ behest show 4
ID:        4
Title:     red ^[[31m bell ^G back^Mover <U+202E>rtl
State:     new
Priority:  P3
Requester: alice
Channel:   cli
Created:   2026-11-21T12:00:00Z
Updated:   2026-11-21T12:00:00Z
Version:   2

4.1  alice, 2026-11-21T12:00:00Z, internal
  one
  ^[]0;title^Gtwo

# A NUL, broken UTF-8, and a title that is too long are refused.
$ printf 'a\0b' | behest submit x -F -
2> behest: the body holds a NUL byte
2> hint: is it a binary file?
[65]
$ behest submit "$(printf '\303')"
2> behest: the title is not valid UTF-8
2> hint: convert it first, for example with 'iconv -t UTF-8'
[65]
$ behest submit "$(head -c 5000 /dev/zero | tr '\0' x)"
2> behest: the title has 5000 bytes; at most 4096 are allowed
2> hint: shorten it, or put the long text into the body or a file
[65]
$ head -c 2000000 /dev/zero | tr '\0' x | behest submit x -F -
2> behest: standard input has more than 1048576 bytes
2> hint: shorten it
[65]
$ behest list --format ids
5
4
3
2
1
