$ behest submit 'Printer jams' -r zoe -q
1
$ printf 'first\nsecond\n' > error.log
$ printf 'PK\003\004zip' > 'off site.docx'
$ : > empty
@ +10m
$ behest attach add 1 error.log 'off site.docx' empty
#1.1 error.log attached (text/plain, 13 bytes); #1.2 off site.docx attached (application/vnd.openxmlformats-officedocument.wordprocessingml.document, 7 bytes); #1.3 empty attached (text/plain, 0 bytes)
$ printf 'no end' | behest attach add 1 - --name '../../.bashrc' --mime text/x-shell
#1.4 ../../.bashrc attached (text/x-shell, 6 bytes)
# Without a name from anywhere it is refused; so is what is no file, and no media type.
$ echo x | behest attach add 1 -
2> behest: what comes from standard input has no name
2> hint: give it with --name NAME
[2]
$ behest attach add 1
2> behest: no file is named
2> hint: behest attach add 12 FILE, or - for standard input
[2]
$ behest attach add 1 nowhere.txt
2> behest: the file 'nowhere.txt' cannot be read: No such file or directory
2> hint: check its name and rights
[3]
$ behest attach add 1 .
2> behest: the file '.' cannot be read: Is a directory
2> hint: check its name and rights
[3]
$ behest attach add 1 error.log --mime text
2> behest: 'text' is not a media type
2> hint: for example text/plain or image/png
[2]
$ behest attach add 1 error.log empty --name both
2> behest: --name and --mime are about one file
2> hint: attach the others by themselves
[2]
$ behest attach add 9 error.log
2> behest: there is no request #9
2> hint: see 'behest list'
[3]
# What the limit of the configuration does not let in.
$ printf 'attachments.limit = "10 B"\n' > small.toml
$ behest --config small.toml attach add 1 error.log
2> behest: the file 'error.log' has more than 10 bytes
2> hint: attachments.limit in behest.toml says how large a file may be
[65]
$ head -c 20 /dev/zero | behest --config small.toml attach add 1 - --name zeros
2> behest: standard input has more than 10 bytes
2> hint: attachments.limit in behest.toml says how large a file may be
[65]
$ printf 'attachments.limit = "much"\n' > bad.toml
$ behest --config bad.toml attach list 1
2> behest: bad.toml:1:21: 'attachments.limit' takes a size such as "500 KiB", "25 MiB" or "1 GiB", not 'much'
[78]
$ behest --config small.toml config get attachments.limit
10 B

$ behest attach list 1
ID   Name           Type                                                                         Size  Attached              By
1.1  error.log      text/plain                                                               13 bytes  2026-11-21T12:10:00Z  alice
1.2  off site.docx  application/vnd.openxmlformats-officedocument.wordprocessingml.document   7 bytes  2026-11-21T12:10:00Z  alice
1.3  empty          text/plain                                                                0 bytes  2026-11-21T12:10:00Z  alice
1.4  ../../.bashrc  text/x-shell                                                              6 bytes  2026-11-21T12:10:00Z  alice
$ behest attach list 1 --json
[
{"id":"1.1","name":"error.log","mime":"text/plain","size":13,"sha256":"dbea9325179efe46ea2add94f7b6b745ca983fabb208dc6d34aa064623d7ee23","at":"2026-11-21T12:10:00Z","author":"alice"},
{"id":"1.2","name":"off site.docx","mime":"application/vnd.openxmlformats-officedocument.wordprocessingml.document","size":7,"sha256":"1171d55c61a4107d133a28904611ae09f32c15bc1cfb951caa9388bbc9ae16e9","at":"2026-11-21T12:10:00Z","author":"alice"},
{"id":"1.3","name":"empty","mime":"text/plain","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","at":"2026-11-21T12:10:00Z","author":"alice"},
{"id":"1.4","name":"../../.bashrc","mime":"text/x-shell","size":6,"sha256":"c1d16127cad537c209c827bed8db2fd11ab51476ffba289ab9269bb52c076354","at":"2026-11-21T12:10:00Z","author":"alice"}
]
$ behest show 1
ID:          1
Title:       Printer jams
State:       new
Priority:    P3
Requester:   zoe
Channel:     cli
Created:     2026-11-21T12:00:00Z
Updated:     2026-11-21T12:10:00Z
Version:     5
Attachments: 1.1 error.log (text/plain, 13 bytes), 1.2 off site.docx (application/vnd.openxmlformats-officedocument.wordprocessingml.document, 7 bytes), 1.3 empty (text/plain, 0 bytes), 1.4 ../../.bashrc (text/x-shell, 6 bytes)
$ behest show 1 --json --fields id,version
{"id":1,"version":5}
$ behest log 1 --fields verb,field,new
Verb    Field         New
attach  attachment.4  ../../.bashrc
attach  attachment.3  empty
attach  attachment.2  off site.docx
attach  attachment.1  error.log
submit  title         Printer jams
submit  requester     zoe
# Out again: under a plain name of this folder, and over nothing that is there.
$ mkdir out && cd out
$ cd out && behest attach get 1.4 && cat _bashrc
#1.4 written to _bashrc (6 bytes)
no end (no-eol)
$ cd out && behest attach get 1.1 && behest attach get 1.1
#1.1 written to error.log (13 bytes)
2> behest: the file 'error.log' is there already
2> hint: --force replaces it
[4]
$ cd out && behest attach get 1.3 -q && wc -c < empty
empty
0
$ cd out && ln -s ../precious link && behest attach get 1.1 -o link
2> behest: the file 'link' is there already
2> hint: --force replaces it
[4]
$ cd out && behest attach get 1.1 -o link --force && ls -l link | cut -c 1-10 && ls ../precious
#1.1 written to link (13 bytes)
-rw-------
2> ls: cannot access '../precious': No such file or directory
[2]
$ cd out && behest attach get 1.2 -n
would be: #1.2 written to off site.docx (7 bytes)
$ ls out
_bashrc
empty
error.log
link
$ behest attach get 1.2 -o - | od -c
0000000   P   K 003 004   z   i   p
0000007
$ behest attach get 1.1 -o copy.log --json
{"id":"1.1","name":"error.log","mime":"text/plain","size":13,"sha256":"dbea9325179efe46ea2add94f7b6b745ca983fabb208dc6d34aa064623d7ee23","file":"copy.log"}
$ cmp copy.log error.log
$ behest attach get 1.1 -o nowhere/x
2> behest: the file 'nowhere/x' cannot be written: No such file or directory
2> hint: check its folder, its rights and the room there
[3]
$ behest attach get 1.9
2> behest: there is no attachment #1.9
2> hint: see 'behest attach list 1'
[3]
$ behest attach get 1
2> behest: '1' is not the id of an attachment
2> hint: it is such as 12.1; see 'behest attach list 12'
[2]
$ behest attach get 1.1 error.log
2> behest: 'attach get' takes no FILE, --name or --mime
2> hint: a place to write to is given with -o FILE
[2]
$ behest attach list 1 -o x
2> behest: -o and --force are about 'attach get'
2> hint: behest attach get 12.1 -o FILE
[2]
# Taken away, and brought back.
$ behest attach rm 1.1 -n
would be: #1.1 error.log taken away
  #1 attachment.1: error.log -> -
$ behest attach rm 1.1
#1.1 error.log taken away
$ behest attach get 1.1 -o x
2> behest: there is no attachment #1.1
2> hint: see 'behest attach list 1'
[3]
$ behest attach rm 1.1
2> behest: there is no attachment #1.1
2> hint: see 'behest attach list 1'
[3]
$ behest undo
undone: attach (2026-11-21T12:10:00Z)
  #1 attachment.1: - -> error.log
$ behest attach get 1.1 -o - | head -1
first
$ behest attach rm 1.1 --json --fields id,version
{"id":1,"version":8}
$ behest attach add 1 error.log
#1.5 error.log attached (text/plain, 13 bytes)
$ behest attach list 1 --fields id,name,author
ID   Name           By
1.2  off site.docx  alice
1.3  empty          alice
1.4  ../../.bashrc  alice
1.5  error.log      alice
# Along with other verbs.
$ behest submit 'Scanner hums' --attach error.log --attach empty -m 'see the log' --json --fields id,version
{"id":2,"version":4}
$ behest comment 2 -m 'And this' --attach 'off site.docx'
#2.2 internal comment; #2.3 off site.docx attached (application/vnd.openxmlformats-officedocument.wordprocessingml.document, 7 bytes)
$ behest comment 2.1 -m 'Changed' --attach empty
2> behest: --attach goes with a new comment
2> hint: behest attach add 2 FILE
[2]
$ behest attach list 2 --format csv
id,name,mime,size,sha256,at,author\r (esc)
2.1,error.log,text/plain,13,dbea9325179efe46ea2add94f7b6b745ca983fabb208dc6d34aa064623d7ee23,2026-11-21T12:10:00Z,alice\r (esc)
2.2,empty,text/plain,0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,2026-11-21T12:10:00Z,alice\r (esc)
2.3,off site.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document,7,1171d55c61a4107d133a28904611ae09f32c15bc1cfb951caa9388bbc9ae16e9,2026-11-21T12:10:00Z,alice\r (esc)
$ behest attach list 3
2> behest: there is no request #3
2> hint: see 'behest list state:any'
[3]
# Everything of it survives an export.
$ behest export -o all.jsonl && behest --db other.db import --format behest all.jsonl
2 requests with 15 events imported
$ behest --db other.db export | cmp - all.jsonl && behest --db other.db attach get 2.3 -o - | od -c
0000000   P   K 003 004   z   i   p
0000007
$ behest doctor --full | tail -1
full check        sound
