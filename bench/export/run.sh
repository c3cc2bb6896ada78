#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long exports of a big graph take, and in how much memory: graphs of 0.2, 1 and 2 million edges made by ../shared/bench/gen.py and
# imported from CSV. Beside Turtle stands serdi, which rewrites the same triples; beside GraphML stand igraph and NetworkX, which write the
# same graph from their memory (reading it is not counted). Prints ratios of seconds of processor.
#   bench/export/run.sh [SHARED_BENCH] [PROGRAM]     ../shared/bench, build/release/entente
# PEERS="serdi igraph networkx" chooses the peers; NETWORKX=2000 gives NetworkX 2 million edges, too, not 0.2. For looking at: no test depends
# on a time.
set -euo pipefail
cd "$(dirname "$0")/../.."

shared=$(realpath -m "${1:-../shared/bench}")
program=$(realpath -m "${2:-build/release/entente}")
script=$(realpath bench/export/exports.py)
peers=${PEERS-serdi igraph networkx}
work=build/bench-export
if [ ! -f "$shared/gen.py" ]; then echo "skipped: no bench material in $shared"; exit 0; fi
if [ ! -x "$program" ]; then echo "skipped: no program $program (cmake --build --preset release)"; exit 0; fi
mkdir -p "$work"
cd "$work"
if [ ! -d venv ]; then
  python3 -m venv venv
  ./venv/bin/python -m pip install --quiet --disable-pip-version-check numpy pyarrow || { echo "skipped: numpy and pyarrow cannot be installed"; rm -rf venv; exit 0; }
fi
for peer in $peers; do
  if [ "$peer" = serdi ]; then command -v serdi >/dev/null || echo "skipped: no serdi"; continue; fi
  ./venv/bin/python -c "import $peer, lxml" 2>/dev/null || ./venv/bin/python -m pip install --quiet --disable-pip-version-check "$peer" lxml 2>/dev/null || echo "skipped: $peer cannot be installed"
done
for thousands in 200 1000 2000; do
  graph=$thousands.entente
  [ -f "$thousands/edges.csv" ] || PYTHONPATH="$shared" ./venv/bin/python -c "
import gen
gen.SIZES['X'] = ($thousands * 100, $thousands * 1000)
gen.main('X', '$thousands')" >/dev/null
  rm -rf "$thousands/bin" "$thousands/rel" "$thousands/graph.nt"
  [ -f "$graph" ] && continue
  { echo 'id:ID{id-type:int},name,:LABEL'; tail -n +2 "$thousands/nodes.csv"; } >nodes.csv
  { echo ':START_ID,:END_ID,:TYPE,date:date,confidence:double'; tail -n +2 "$thousands/edges.csv"; } >edges.csv
  "$program" import nodes.csv edges.csv -g "$graph" 2>/dev/null
done
./venv/bin/python "$script" "$program" $peers
