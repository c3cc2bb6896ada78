#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lets libFuzzer look for inputs that break the query language, under ASan and UBSan; not part of CI.
#   scripts/long/fuzz.sh [MINUTES]     10: for each of the two targets, which run side by side
# Corpora stay in build/fuzz-corpus, so that the next run goes on from there. A finding is a file crash-*, timeout-* or oom-* in
# build/fuzz-findings; exit 1 when there is one.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=$((${1:-10} * 60))
findings=build/fuzz-findings
mkdir -p "$findings"

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz_parse fuzz_evaluate >/dev/null

# Each query of the test cases is a seed.
seeds=build/fuzz-seeds
mkdir -p "$seeds"
awk -v dir="$seeds" '/^### test/ { n++; on = 1; file = FILENAME; gsub(/.*\//, "", file); out = dir "/" file "-" n; printf "" > out; next }
                     /^###/ { if (on) close(out); on = 0 } on { print > out }' tests/query/cases/*.test

pids=()
for target in parse evaluate; do
  corpus=build/fuzz-corpus/$target
  mkdir -p "$corpus"
  build/fuzz/fuzz_$target -max_total_time="$seconds" -max_len=2000 -timeout=10 -rss_limit_mb=3000 -dict=scripts/long/query.dict \
    -artifact_prefix="$findings/$target-" -print_final_stats=1 "$corpus" "$seeds" >"$findings/$target.log" 2>&1 &
  pids+=($!)
done
result=0
for pid in "${pids[@]}"; do wait "$pid" || result=1; done
for target in parse evaluate; do
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$findings/$target.log")
  found=$(find "$findings" -name "$target-*" -not -name '*.log' | wc -l)
  echo "$target: ${runs:-?} runs in $((seconds / 60)) minutes, $found findings"
done
exit $result
