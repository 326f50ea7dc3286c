#!/bin/sh
# Fails when the manual pages and completions are not what BEHEST_MAN, the program that writes them, writes now.
set -eu
writer=$1
root=$2
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
mkdir "$fresh/man" "$fresh/completions"
"$writer" "$fresh/man" "$fresh/completions"
for folder in man completions; do
  if ! diff -ru "$root/$folder" "$fresh/$folder"; then
    echo "$folder/ is not current: 'sh tests/run.sh --update' writes it again" >&2
    exit 1
  fi
done
