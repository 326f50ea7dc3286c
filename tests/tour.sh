#!/bin/sh
# Sets up what is missing, builds behest, and walks a few requests from their submission to a report, in a folder and a
# home of its own that are removed at the end.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=tests/setup.sh
. "$root/tests/setup.sh"

install_missing
configure "$root/build" -DBEHEST_WERROR=ON
echo 'Building behest; the first time takes a few minutes.'
ninja --quiet -C "$root/build" behest

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
cd "$folder"
unset BEHEST_DB BEHEST_CONFIG XDG_CONFIG_HOME XDG_DATA_HOME
export HOME="$folder" PATH="$root/build:$PATH" TZ=UTC LC_ALL=C.UTF-8 BEHEST_USER=alice BEHEST_PAGER=cat

chapter() {
  export BEHEST_NOW="$1"
  printf '\n# %s\n' "$2"
}

step() {
  printf '\n$ %s\n' "$1"
  sh -c "$1" || die "The tour stops: '$1' has failed."
}

chapter 2026-11-23T09:00:00Z 'Monday, 9:00. Requests come in: by mail, by phone, from a script.'
step "behest submit 'VPN drops every hour' -r 'Zoe Lin' -c network/vpn --via mail --impact medium --urgency high"
step "behest submit 'Printer on floor 3 jams' -r bob -c hardware/printer --via phone"
step "behest submit --key alert-4711 -r monitor -p P1 -- '-- disk 91% full'"
step "behest list"

chapter 2026-11-23T09:20:00Z '9:20. alice sorts them.'
step "behest assign 1,3 --me --team net"
step "behest assign 2 carol -m 'the roller again?'"
step "behest prioritize 2 P4"
step "behest comment 1 --public -m 'We see it too, and look into it.'"

chapter 2026-11-23T11:00:00Z '11:00. One is solved, one needs an answer.'
step "behest close key:alert-4711 -m 'Moved the old logs.'"
step "behest wait 1 --on requester -m 'Does it also drop on a cable?' --public"
step "behest status"

chapter 2026-11-23T14:00:00Z '14:00. The answer comes in, and ends the wait.'
step "behest comment 1 --user 'Zoe Lin' --public -m 'Only without one.'"
step "behest close 1 --as answered -m 'A new driver for the radio helps.' --public"
step "behest close 2 --as declined"

chapter 2026-11-23T14:01:00Z '14:01. That was the wrong one.'
step "behest undo"
step "behest show 1"
step "behest log 2"

chapter 2026-11-28T00:00:00Z 'Saturday, 0:00. How the week went, for people and for a script.'
step "behest report kpi --from 2026-11-23 --to 2026-11-28"
step "behest report kpi --from 2026-11-23 --to 2026-11-28 --by team --fields group,metric,n,p50 --format csv"
step "behest list --json --fields id,title,state,assignee"

printf '\nThat was behest: from a request to a report. Its manual: build/behest help, or README.md.\n'
