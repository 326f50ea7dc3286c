#!/bin/sh
# Lets the fuzz target of mail run over seeds that are made anew: mail.sh TARGET [SECONDS].
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir "$folder/seeds"
sh "$here/mail_seeds.sh" "$folder/seeds"
target=$1
# What it finds stays where it was run.
"$target" -max_total_time="${2:-30}" -timeout=5 -rss_limit_mb=1024 -max_len=8192 -print_final_stats=1 \
  -artifact_prefix="$(dirname -- "$target")/" "$folder/seeds"
