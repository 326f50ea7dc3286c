#!/bin/sh
# Replays the lives of real incidents and compares what `behest report kpi` says with figures counted from the CSV.
#
#   incidents.sh BEHEST INCIDENTS_TO_OPS INCIDENTS_KPI FILE.csv
set -eu
behest=$1 to_ops=$2 kpi=$3 csv=$4
if [ ! -r "$csv" ]; then
  echo "skipped: the incidents are not at $csv"
  exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset BEHEST_DB BEHEST_CONFIG BEHEST_NOW
HOME=$folder XDG_CONFIG_HOME=$folder XDG_DATA_HOME=$folder
export HOME XDG_CONFIG_HOME XDG_DATA_HOME

"$to_ops" "$csv" > "$folder/lives.jsonl"
# Any line that fails is exit 6.
"$behest" --db "$folder/desk.db" import --format ops "$folder/lives.jsonl"
"$kpi" "$csv" > "$folder/expected"
"$behest" --db "$folder/desk.db" report kpi --by priority --format tsv | awk -F '\t' '
  NR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
  { group = $column["group"]; metric = $column["metric"] }
  metric == "created" || metric == "closed" || metric == "reopened" { count[group, metric] = $column["value"] }
  metric == "full_resolution" {
    line = group "\t" count[group, "created"] "\t" count[group, "closed"] "\t" count[group, "reopened"]
    line = line "\t" $column["n"]
    if ($column["n"] > 0) line = line "\t" $column["p50"] "\t" $column["mean"]
    print line
  }' > "$folder/found"
if ! diff "$folder/expected" "$folder/found"; then
  echo "behest's figures (>) differ from those of the CSV (<)" >&2
  exit 1
fi
echo "the figures agree: $(cat "$folder/found")"
