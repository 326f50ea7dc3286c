#!/bin/sh
# Sets up what is missing, builds everything, and runs every test.
#   sh tests/run.sh            run the tests
#   sh tests/run.sh --update   first write what behest prints now into the transcripts, the manual and the completions
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=tests/setup.sh
. "$root/tests/setup.sh"

is_update=no
for word; do
  case $word in
    --update) is_update=yes ;;
    *) die "usage: sh tests/run.sh [--update]" ;;
  esac
done

install_missing
configure "$root/build" -DBEHEST_WERROR=ON
ninja -C "$root/build"

if [ "$is_update" = yes ]; then
  ninja -C "$root/build" docs
  "$root/build/tests/behest-transcripts" "$root/build/behest" --update "$root"/tests/cli/*.t
  [ ! -f "$root/README.md" ] ||
    "$root/build/tests/behest-transcripts" "$root/build/behest" --update --readme "$root/README.md"
fi

exec ctest --test-dir "$root/build" -j2 --output-on-failure
