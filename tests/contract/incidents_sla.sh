#!/bin/sh
# Compares what `behest sla` says of the lives of real incidents with made_sla, the verdict of their own desk.
#
#   incidents_sla.sh BEHEST INCIDENTS_TO_OPS FILE.csv
#
# What was promised is not in the data. 15 working days to the state Closed, paused by nothing, explain it best; the
# other readings below explain less, so made_sla pauses for nobody and does not stop at Resolved:
#
#   the clock stops at  and pauses           target           agree of 707
#   Closed              never                15 working days  701
#   Closed              while it is pending  15 working days  627
#   Resolved            never                10 working days  662
#
# The 6 that disagree with the first:
#
#   INC0000341 INC0004880 INC0012930  made_sla True, behest breached: made_sla changes only with the row of the closing,
#                                     which the data lacks of these; closed_at, which it has, is months late.
#   INC0003089 INC0003175 INC0017600  made_sla False, behest met: closed 9 to 12 hours before the 15 working days were
#                                     over. The hours, the zone and the holidays of that desk are not in the data.
set -eu
behest=$1 to_ops=$2 csv=$3
if [ ! -r "$csv" ]; then
  echo "skipped: the incidents are not at $csv"
  exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset BEHEST_DB BEHEST_CONFIG BEHEST_NOW
HOME=$folder XDG_CONFIG_HOME=$folder XDG_DATA_HOME=$folder
export HOME XDG_CONFIG_HOME XDG_DATA_HOME
tab=$(printf '\t')

# Number, verdict, and last state of each incident.
awk -F , 'NR > 1 && (!($1 in last) || $6 + 0 >= last[$1]) { last[$1] = $6 + 0; made[$1] = $7; state[$1] = $2 }
  END { for (number in made) print number "\t" made[number] "\t" state[number] }' "$csv" | sort > "$folder/theirs"

# compare DATABASE PAUSES HOURS: number, their verdict, ours, last state, working time.
compare() {
  cat > "$folder/behest.toml" <<END
[calendar.working-days]
zone = "UTC"
week = { mon-fri = ["00:00-24:00"] }
[sla.low]
resolve = "$3h"
calendar = "working-days"
pause = [$2]
END
  while IFS=$tab read -r number made state; do
    printf '%s\t%s\t%s\t' "$number" "$made" "$state"
    "$behest" --db "$folder/$1.db" --config "$folder/behest.toml" sla show "key:$number" --format tsv \
      --fields state,elapsed_s | tail -n 1
  done < "$folder/theirs" |
    awk -F '\t' '{ print $1 "\t" ($2 == "True" ? "met" : "breached") "\t" $4 "\t" $3 "\t" $5 }'
}

agreement() { awk -F '\t' '$2 == $3' "$1" | wc -l | tr -d ' '; }

"$to_ops" "$csv" closed > "$folder/closed.jsonl"
"$to_ops" "$csv" > "$folder/resolved.jsonl"
for life in closed resolved; do
  "$behest" --db "$folder/$life.db" import --format ops "$folder/$life.jsonl" > "$folder/imported"
done
compare resolved '' 240 > "$folder/at-resolved"
compare closed '"pending"' 360 > "$folder/paused"
compare closed '' 360 > "$folder/ours"

# The report counts what the requests say one by one.
attainment=$("$behest" --db "$folder/closed.db" --config "$folder/behest.toml" report sla --format tsv \
  --fields met,breached,pending | tail -n 1)
counted=$(awk -F '\t' '{ ++n[$3] } END { print n["met"] + 0 "\t" n["breached"] + 0 "\t" n["running"] + n["paused"] + 0 }' \
  "$folder/ours")
if [ "$attainment" != "$counted" ]; then
  echo "'report sla' says met, breached, pending $attainment, but 'sla show' $counted" >&2
  exit 1
fi

echo "made_sla agrees with"
echo "  $(agreement "$folder/ours") of $(wc -l < "$folder/ours" | tr -d ' '): 15 working days to Closed, paused by nothing"
echo "  $(agreement "$folder/paused"): the same, paused while pending"
echo "  $(agreement "$folder/at-resolved"): 10 working days to Resolved, paused by nothing"
echo "incident    made_sla  behest    last state  working hours"
awk -F '\t' '$2 != $3 { printf "%s  %-8s  %-8s  %-18s  %.1f\n", $1, $2, $3, $4, $5 / 3600 }' "$folder/ours" |
  tee "$folder/disagree"
awk '{ print $1, $2, $3 }' "$folder/disagree" > "$folder/found"
cat > "$folder/expected" <<'END'
INC0000341 met breached
INC0003089 breached met
INC0003175 breached met
INC0004880 met breached
INC0012930 met breached
INC0017600 breached met
END
if ! diff "$folder/expected" "$folder/found"; then
  echo "other incidents disagree (>) than those that are explained (<)" >&2
  exit 1
fi
