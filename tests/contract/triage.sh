#!/bin/sh
# Runs the triage script of the README on a thousand made-up requests, and on real ones where they are, and looks at
# what it has left.
#
#   triage.sh BEHEST README.md MAP.toml REAL.csv
set -eu
behest=$1 readme=$2 map=$3 real=$4
if ! command -v jq >/dev/null; then
  echo "skipped: there is no jq"
  exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset BEHEST_DB BEHEST_CONFIG BEHEST_NOW
PATH=$(dirname "$behest"):$PATH XDG_CONFIG_HOME=$folder/none
export PATH XDG_CONFIG_HOME
awk '/^#!\/bin\/sh$/ { on = 1 } /^```$/ { on = 0 } on' "$readme" > "$folder/triage.sh"
grep -q 'behest import' "$folder/triage.sh" || { echo "the README has no triage script" >&2; exit 1; }

# expect WHAT WANTED FOUND
expect() {
  [ "$2" = "$3" ] && return 0
  echo "FAILED $1: $3 instead of $2" >&2
  exit 1
}
count() { behest list --count "$1"; }

made_up() {
  awk 'BEGIN {
    print "Summary,Issue id,Status,Priority,Resolution,Created,Resolved,Description"
    split("UNCONFIRMED NEW ASSIGNED RESOLVED", status, " ")
    split("Toolbar overlaps|It crashes on start|打印 hangs the program|IMAP folder is empty|Smtp login", title, "|")
    for (i = 1; i <= 1000; ++i) {
      s = status[i % 4 + 1]
      at = sprintf("%d-%02d-%02d 10:%02d:00+00:00", 2019 + i % 6, i % 12 + 1, i % 28 + 1, i % 60)
      printf "\"%s %d\",%d,%s,--,%s,%s,%s,\"a text\nof two lines\"\n", title[i % 5 + 1], i, i, s, \
        s == "RESOLVED" ? "FIXED" : "", at, at
    }
  }'
}

# triage NAME REQUESTS < CSV
triage() {
  mkdir "$folder/$1"
  cd "$folder/$1"
  BEHEST_DB=$folder/$1/desk.db
  export BEHEST_DB
  sh "$folder/triage.sh" "$map" > log
  expect "$1: every row is a request" "$2" "$(count state:any)"
  expect "$1: what is old is closed" 0 "$(count 'created.before:2021-01-01 updated.before:2021-01-01')"
  expect "$1: all of it in one step" 1 "$(behest log -L 0 -w state:closed --json | jq '[.[] | select(
    .command > 1 and any(.changes[]; .field == "resolution" and .new == "declined")) | .command] | unique | length')"
  expect "$1: what crashes is labelled" 0 "$(count '(crash* or hang*) not label:crash')"
  expect "$1: what crashes is P2" 0 "$(count 'label:crash not priority:P2')"
  expect "$1: mail is with its team" 0 "$(behest list team:none is:unassigned --json | jq length)"
  expect "$1: only mail is with the team" 0 \
    "$(behest list team:mail --json | jq '[.[] | select(.title | test("mail|imap|smtp"; "i") | not)] | length')"
  alice=$(count assignee:alice) bob=$(count assignee:bob) mail=$(count team:mail)
  expect "$1: they take turns" 1 "$(( alice - bob == 0 || alice - bob == 1 ))"
  expect "$1: everything open is with somebody" "$(count is:open)" "$(( alice + bob + mail ))"
  for number in "$alice" "$mail" "$(count label:crash)" "$(count state:closed)"; do
    expect "$1: there is something of each" 1 "$(( number > 0 ))"
  done
  expect "$1: the report counts the mail that is open" "$mail" \
    "$(behest report kpi --by team --json |
      jq '.rows[] | select(.group == "mail" and .metric == "backlog") | .value')"
  behest doctor --full > /dev/null
  echo "$1: $(count state:any) requests; open: $(count is:open), with alice $alice, bob $bob, mail $mail"
}

made_up > "$folder/made-up.csv"
triage made-up 1000 < "$folder/made-up.csv"
if [ -r "$real" ]; then
  triage real 1076 < "$real"
else
  echo "the real requests are not at $real"
fi
