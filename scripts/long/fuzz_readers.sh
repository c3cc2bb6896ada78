#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lets libFuzzer look for documents that break a reader, and for files that break a loader (ontology, model, imported graphs, facts,
# decisions), under ASan and UBSan; not part of CI.
#   scripts/long/fuzz_readers.sh [MINUTES [NAME...]]     20 minutes for each reader and loader, two at a time
# Corpora stay in build/fuzz-corpus, so that the next run goes on from there. A finding is a file crash-*, timeout-* or oom-* in
# build/fuzz-findings; exit 1 when there is one.
set -euo pipefail
cd "$(dirname "$0")/../.."

minutes=${1:-20}
readers=(text markdown html docx odt mail jsonl csv archive pages)
loaders=(vocabulary frames gazetteer nouns tokenizer patterns moves weights vectors turtle graphml block edges facts decisions rows)
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
  local corpus=build/fuzz-corpus/read_$1 target=build/fuzz/fuzz_load
  if is_reader "$1"; then target=build/fuzz/fuzz_read_$1; fi
  mkdir -p "$corpus"
  LOADER=$1 "$target" -max_total_time=$((minutes * 60)) -max_len=20000 -timeout=20 -rss_limit_mb=3000 -detect_leaks=1 \
    -artifact_prefix="$findings/read_$1-" -print_final_stats=1 "$corpus" "build/fuzz-seeds/$1" >"$findings/read_$1.log" 2>&1
}
result=0
for ((i = 0; i < ${#names[@]}; i += 2)); do
  pids=()
  for name in "${names[@]:i:2}"; do fuzz "$name" & pids+=($!); done
  for pid in "${pids[@]}"; do wait "$pid" || result=1; done
done
for name in "${names[@]}"; do
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$findings/read_$name.log")
  found=$(find "$findings" -name "read_$name-*" -not -name '*.log' | wc -l)
  echo "$name: ${runs:-?} runs in $minutes minutes, $found findings"
done
exit $result
