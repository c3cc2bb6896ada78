#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The tests of the server under ThreadSanitizer; not part of CI.
#   scripts/long/tsan_serve.sh [JOBS [SECONDS]]     2 at a time to compile, 20 seconds of load
# Builds the program and the unit tests of src/serve below build/tsan (all of it is compiled once more, some 20 minutes on one core; later runs
# compile what changed), then runs tests/serve with that program and the unit tests. A data race, a lock that is not free or a lock order that can
# block is a report of the sanitizer; exit 1 when there is one or a test fails. Its reports stay in build/tsan/reports.
set -euo pipefail
cd "$(dirname "$0")/../.."

jobs=${1:-2}
seconds=${2:-20}
cmake --preset tsan >/dev/null
cmake --build --preset tsan --parallel "$jobs" --target entente test_serve | tail -1

reports=$PWD/build/tsan/reports
rm -rf "$reports"
mkdir -p "$reports"
export TSAN_OPTIONS="log_path=$reports/race halt_on_error=0 exitcode=66 second_deadlock_stack=1"

# The graph is the one of the other tests; an optimised program makes it sooner.
maker=build/release/entente
[ -x "$maker" ] || maker=build/tsan/entente
graph=$reports/seeds.entente
"$maker" build seeds -g "$graph"

result=0
build/tsan/test_serve || result=1
for test in api refuse reopen decide; do
  echo "$test"
  python3 "tests/serve/${test}_test.py" build/tsan/entente "$graph" . || result=1
done
echo "load"
python3 tests/serve/load_test.py build/tsan/entente "$graph" . "$seconds" || result=1

found=$(find "$reports" -name 'race*' | wc -l)
if [ "$found" -gt 0 ]; then
  grep -h '^SUMMARY' "$reports"/race* | sort | uniq -c
  result=1
fi
echo "ThreadSanitizer: $found processes with reports"
exit $result
