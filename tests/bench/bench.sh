#!/bin/sh
# Prints what behest costs beside its floors: sh tests/bench/bench.sh [N], with N requests (100000 unless told) in the
# large database. The numbers are for a person to read; nothing is asserted.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BEHEST_BUILD:-$root/build}
[ -f "$build/CMakeCache.txt" ] || cmake -S "$root" -B "$build" -G Ninja
cmake --build "$build" --target behest-bench >&2
exec "$build/tests/behest-bench" "${1:-100000}"
