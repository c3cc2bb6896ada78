#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The server over a graph of ../shared/bench: how long a neighbourhood takes, then many requests at a time.
#   bench/serve/run.sh [S|M] [SECONDS] [SHARED_BENCH] [PROGRAM]     S (100,000 edges), 60, ../shared/bench, build/release/entente
# The graph is made once below build/bench-serve/. For looking at: no test depends on a time. Exit 1 when a request fails.
set -euo pipefail
cd "$(dirname "$0")/../.."

size=${1:-S}
seconds=${2:-60}
shared=$(realpath -m "${3:-../shared/bench}")
program=$(realpath -m "${4:-build/release/entente}")
work=build/bench-serve
if [ ! -f "$shared/gen.py" ]; then echo "skipped: no bench material in $shared"; exit 0; fi
if [ ! -x "$program" ]; then echo "skipped: no program $program (cmake --build --preset release)"; exit 0; fi

mkdir -p "$work/data"
if [ ! -d "$work/venv" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check numpy pyarrow ||
    { echo "skipped: numpy and pyarrow cannot be installed"; rm -rf "$work/venv"; exit 0; }
fi
data=$work/data/$size graph=$work/$size.entente
[ -f "$data/edges.csv" ] || "$work/venv/bin/python" "$shared/gen.py" "$size" "$data"
if [ ! -f "$graph" ]; then
  { echo 'id:ID,name,:LABEL'; tail -n +2 "$data/nodes.csv"; } >"$data/import_nodes.csv"
  { echo ':START_ID,:END_ID,:TYPE,date:date,confidence:double'; tail -n +2 "$data/edges.csv"; } >"$data/import_edges.csv"
  "$program" import "$data/import_nodes.csv" "$data/import_edges.csv" -g "$graph"
fi
python3 bench/serve/neighbours.py "$program" "$graph" .
python3 tests/serve/load_test.py "$program" "$graph" . "$seconds"
