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
2> behest: 'nothing' is not a behest command
2> hint: see 'behest help'
[2]
$ behest -h list | head -n 1
List requests that match a query.
