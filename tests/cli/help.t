$ behest help
behest keeps the requests of a service desk: log them, work through them, and
see how well it goes. Nothing has to be set up first.

Usage: behest [OPTIONS] COMMAND [ARGUMENTS]

First steps:
  behest submit 'The printer jams'          log a request
  behest list                               see what is open
  behest show 1                             read request 1
  behest comment 1 -m 'Ordered a new drum'  add to it
  behest close 1                            finish it
  behest undo                               take the last command back

Start:
  config   show, check and change the configuration
…
Options of every command:
…
  -h, --help           explain the command
  -V, --version        print the version of behest

'behest help COMMAND' explains one command with examples; 'man behest' is the
whole manual.
$ behest help close
Finish requests, with how they ended.

Usage: behest close [OPTIONS] [ID...]

Closes requests as done, answered, declined, duplicate, withdrawn or spam. Spam,
duplicates and what was withdrawn are in no report of performance. A closed
request can be reopened; a public comment of its requester within seven days
does so by itself.

While requests that block it, or its sub-requests, are open and not closed by
the same command, closing is refused with exit code 4, unless `--force` is
given.

Arguments:
  [ID...]  requests: 12, #12, 3-7, 3,5,9, key:KEY, or - to read them from
           standard input

Options:
  -w, --where QUERY    every request that matches the query
  -m, --message TEXT   also add this comment
      --public         the comment is for the requester to see
      --if-version N   only if the request is still at this version
      --as RESOLUTION  how it ended: done, answered, declined, duplicate,
                       withdrawn, spam (default done)
      --of ID          the request that it is a duplicate of
      --force          although blockers or sub-requests of it are open

Examples:
  # It is done, and the requester is told
  behest close 1 -m 'Replaced the roller.' --public

  # Two requests were the same
  behest close 4 --of 3

  # Close what the sender took back
  behest close -w 'label:test' --as withdrawn

Every command also takes --json, --dry-run, --user and more: 'behest help' lists
them. The manual page is 'man behest-close'.
$ behest close --help | head -n 3
Finish requests, with how they ended.

Usage: behest close [OPTIONS] [ID...]
$ behest | head -n 1
behest keeps the requests of a service desk: log them, work through them, and
$ test "$(behest --help)" = "$(behest help)"
$ behest help nothing
2> behest: 'nothing' is not a behest command, nor a topic of its help
2> hint: see 'behest help'
[2]
$ behest -h list | head -n 1
List requests that match a query.
# Topics.
$ behest help exit-codes
What the exit status of every command means.

Exit status:
  0    done; an empty list is success too
  1    a bug in behest; please report it
  2    the command line or a query is wrong; nothing was done
  3    there is no such request, file or key
  4    refused by a rule, a guard or because the request has changed meanwhile
  6    a part of a batch failed; the messages say which
  10   the condition that --exit-code asks about holds
  65   the input is not valid, or the database is not one of behest or is newer
       than it
  74   the output could not be written; a change, if there was one, is kept
  75   the database is busy, the disk full or failing: try again
  77   not permitted
  78   the configuration is wrong; the message says where
  130  interrupted (Ctrl-C); nothing was done
  143  terminated; nothing was done
$ behest help formats | head -n 8
The formats of answers, and templates.

Output:
Data goes to standard output, everything else to standard error. A command that
changes something prints one line; with `-q` it prints ids alone, with `--json`
the request as it is now. On a terminal lists are cut to its size, and a note
says so; in a pipe nothing is cut and times are in RFC 3339.
\
$ behest help fields | sed -n 1,7p
The fields of a request, as programs see them.

Fields:
These are the keys of a request in JSON, csv and tsv, for `--fields`,
`--columns` and templates. What a query can ask for is in behest-query(7).

  id                         its number
$ behest help environment | head -n 6
The variables that behest reads.

Environment:
  BEHEST_USER          who acts, unless `--user` says so; else the
                       configuration's `user`, else the login name
  BEHEST_CONFIG        a configuration file to read as well, unless `--config`
$ behest help query | sed -n 1,5p
How to say which requests.

Description:
One language selects requests everywhere: `behest list QUERY`, and `-w QUERY` on
the commands that change requests. A query is one or more terms with spaces
$ behest help exit-code
2> behest: 'exit-code' is not a behest command, nor a topic of its help
2> hint: did you mean 'behest help exit-codes'?
[2]
$ behest help --json | grep -o '"name":"[a-z-]*"' | tr '\n' ' '
"name":"agent" "name":"assign" "name":"attach" "name":"backup" "name":"batch" "name":"calendar" "name":"close" "name":"comment" "name":"completion" "name":"config" "name":"contact" "name":"cost" "name":"delete" "name":"doctor" "name":"edit" "name":"export" "name":"help" "name":"hook" "name":"import" "name":"inbox" "name":"init" "name":"kb" "name":"learn" "name":"link" "name":"list" "name":"log" "name":"mail" "name":"merge" "name":"next" "name":"plan" "name":"prioritize" "name":"rate" "name":"recur" "name":"reopen" "name":"report" "name":"restore" "name":"resume" "name":"review" "name":"rule" "name":"show" "name":"sla" "name":"split" "name":"status" "name":"submit" "name":"suggest" "name":"tick" "name":"time" "name":"undo" "name":"version" "name":"view" "name":"wait" "name":"watch" "name":"environment" "name":"exit-codes" "name":"fields" "name":"formats" "name":"query"  (no-eol)
$ behest help resume --json
{"name":"resume","group":"life","summary":"go on with requests that were waiting","usage":"behest resume [OPTIONS] [ID...]","about":"Ends the wait that `behest wait` began: pending and hold become open, and the clocks run again. A comment of the requester does the same by itself.","arguments":[{"names":[],"value":"ID","help":"requests: 12, #12, 3-7, 3,5,9, key:KEY, or - to read them from standard input","choices":[],"required":false,"repeatable":true}],"options":[{"names":["-w","--where"],"value":"QUERY","help":"every request that matches the query","choices":[],"required":false,"repeatable":false},{"names":["-m","--message"],"value":"TEXT","help":"also add this comment","choices":[],"required":false,"repeatable":false},{"names":["--public"],"value":null,"help":"the comment is for the requester to see","choices":[],"required":false,"repeatable":false},{"names":["--if-version"],"value":"N","help":"only if the request is still at this version","choices":[],"required":false,"repeatable":false}],"examples":[{"what":"The requester has answered by phone","command":"behest resume 3 -m 'called back, it is the old model'"}]}
$ behest help exit-codes --json | head -c 200
{"name":"exit-codes","summary":"what the exit status of every command means","sections":[{"title":"EXIT STATUS","text":"","items":[{"term":"0","text":"done; an empty list is success too"},{"term":"1", (no-eol)
$ behest help nothing --json
2> {"error":{"code":2,"kind":"usage","message":"'nothing' is not a behest command, nor a topic of its help","hint":"see 'behest help'"}}
[2]
# Options have a nearest name too.
$ behest list --templat x
2> behest: unknown option '--templat'
2> hint: did you mean '--template'? 'behest help list' lists the options
[2]
