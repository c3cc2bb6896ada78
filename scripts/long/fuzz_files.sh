#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lets libFuzzer look for documents that break a reader, and for files that break a loader (ontology, model, imported graphs, facts,
# decisions), under ASan and UBSan; not part of CI.
#   scripts/long/fuzz_files.sh [MINUTES [NAME...]]     20 minutes for each reader and each group of loaders, AT_ONCE=2 at a time
# A single loader (vocabulary, weights, ...; tests/fuzz/run_loaders.py names them) may be a NAME, too.
# Corpora stay in build/fuzz-corpus, so that the next run goes on from there. A finding is a file crash-*, timeout-* or oom-* in
# build/fuzz-findings; exit 1 when there is one.
set -euo pipefail
cd "$(dirname "$0")/../.."

minutes=${1:-20} at_once=${AT_ONCE:-2}
readers=(text markdown html docx odt mail jsonl csv archive pages)
loaders=(ontology model imports lines)
names=("${readers[@]}" "${loaders[@]}")
[ $# -le 1 ] || names=("${@:2}")
findings=build/fuzz-findings
mkdir -p "$findings"
is_reader() { [[ " ${readers[*]} " == *" $1 "* ]]; }

cmake --preset fuzz >/dev/null
targets=()
for name in "${names[@]}"; do
  if is_reader "$name"; then
    targets+=("fuzz_read_$name") && python3 tests/fuzz/run_readers.py --seeds build/fuzz-seeds "$name"
  else
    targets+=(fuzz_load) && python3 tests/fuzz/run_loaders.py --seeds build/fuzz-seeds "$name"
  fi
done
cmake --build --preset fuzz --target "${targets[@]}" >/dev/null

fuzz() {
  local corpus=build/fuzz-corpus/$1 target=build/fuzz/fuzz_load
  if is_reader "$1"; then target=build/fuzz/fuzz_read_$1; fi
  mkdir -p "$corpus"
  LOADER=$1 "$target" -max_total_time=$((minutes * 60)) -max_len=20000 -timeout=20 -rss_limit_mb=3000 -detect_leaks=1 \
    -artifact_prefix="$findings/$1-" -print_final_stats=1 "$corpus" "build/fuzz-seeds/$1" >"$findings/$1.log" 2>&1
}
result=0
for ((i = 0; i < ${#names[@]}; i += at_once)); do
  pids=()
  for name in "${names[@]:i:at_once}"; do fuzz "$name" & pids+=($!); done
  for pid in "${pids[@]}"; do wait "$pid" || result=1; done
done
for name in "${names[@]}"; do
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$findings/$name.log")
  found=$(find "$findings" -name "$name-*" -not -name '*.log' | wc -l)
  echo "$name: ${runs:-?} runs in $minutes minutes, $found findings"
done
exit $result
