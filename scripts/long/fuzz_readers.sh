#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lets libFuzzer look for documents that break a reader, under ASan and UBSan; not part of CI.
#   scripts/long/fuzz_readers.sh [MINUTES [READER...]]     20 minutes for each reader, two at a time
# Corpora stay in build/fuzz-corpus, so that the next run goes on from there. A finding is a file crash-*, timeout-* or oom-* in
# build/fuzz-findings; exit 1 when there is one.
set -euo pipefail
cd "$(dirname "$0")/../.."

minutes=${1:-20}
readers=(text markdown html docx odt mail jsonl csv archive pages)
[ $# -le 1 ] || readers=("${@:2}")
findings=build/fuzz-findings
mkdir -p "$findings"

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${readers[@]/#/fuzz_read_}" >/dev/null
python3 tests/fuzz/run_readers.py --seeds build/fuzz-seeds "${readers[@]}"

fuzz() {
  local corpus=build/fuzz-corpus/read_$1
  mkdir -p "$corpus"
  build/fuzz/fuzz_read_"$1" -max_total_time=$((minutes * 60)) -max_len=20000 -timeout=20 -rss_limit_mb=3000 -detect_leaks=1 \
    -artifact_prefix="$findings/read_$1-" -print_final_stats=1 "$corpus" "build/fuzz-seeds/$1" >"$findings/read_$1.log" 2>&1
}
result=0
for ((i = 0; i < ${#readers[@]}; i += 2)); do
  pids=()
  for reader in "${readers[@]:i:2}"; do fuzz "$reader" & pids+=($!); done
  for pid in "${pids[@]}"; do wait "$pid" || result=1; done
done
for reader in "${readers[@]}"; do
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$findings/read_$reader.log")
  found=$(find "$findings" -name "read_$reader-*" -not -name '*.log' | wc -l)
  echo "$reader: ${runs:-?} runs in $minutes minutes, $found findings"
done
exit $result
