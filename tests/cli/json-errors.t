# Under --json an error is one object on standard error, and nothing on standard output.
$ behest show 1 --json
2> {"error":{"code":3,"kind":"not_found","message":"there is no request #1","hint":"see 'behest list state:any'"}}
[3]
$ behest --json lst
2> {"error":{"code":2,"kind":"usage","message":"'lst' is not a behest command","hint":"did you mean 'behest list'?"}}
[2]
$ behest list --format json colour:red
2> {"error":{"code":2,"kind":"usage","message":"the query, column 1: there is no field 'colour'","hint":"put text to search for in quotes; fields are id, key, …"}}
[2]
$ behest submit --json
2> {"error":{"code":2,"kind":"usage","message":"behest submit: TITLE is missing","hint":"usage: behest submit [OPTIONS] TITLE, or -e for a form"}}
[2]
$ behest submit x --json -p P9
2> {"error":{"code":2,"kind":"usage","message":"'P9' is not a priority","hint":"the priorities are P1 (most urgent) to P5"}}
[2]
$ behest submit one -q
1
$ behest reopen 1 --json
2> {"error":{"code":4,"kind":"refused","message":"#1 is new, not closed","hint":"there is nothing to reopen"}}
[4]
$ behest edit 1 --if-version 9 -p P1 --format jsonl
2> {"error":{"code":4,"kind":"refused","message":"#1 is at version 1, not 9","hint":"somebody has changed it; look at it again with 'behest show 1'"}}
[4]
$ printf 'x = 1\n' > .behest.toml; behest list --json
2> {"error":{"code":78,"kind":"bad_config","message":"$PWD/.behest.toml:1:1: unknown key 'x'","hint":"'man behest.toml' names every key"}}
[78]
$ rm .behest.toml; behest show 9 --json 2>&1 | tr , '\n' | head -n 2
{"error":{"code":3
"kind":"not_found"
