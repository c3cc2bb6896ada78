#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How soon the shell is there and how soon Tab answers: on the graph M of ../shared/bench (200,000 names, 2 million edges) and on one of a
# million names and two million edges. For looking at: no test depends on a time.
#   bench/shell/run.sh [SHARED_BENCH] [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/../.."

shared=$(realpath -m "${1:-../shared/bench}")
program=$(realpath -m "${2:-build/release/entente}")
bench=$(realpath bench/shell/shell_bench.py)
work=build/bench-shell
if [ ! -x "$program" ]; then echo "skipped: no program $program (cmake --build --preset release)"; exit 0; fi
mkdir -p "$work"
cd "$work"

if [ ! -f million.entente ]; then
  { echo 'id:ID,name,:LABEL'; seq 1000000 | awk '{ printf "%d,Name %07d of many,Person\n", $1, ($1 * 7919) % 1000003 }'; } >million-nodes.csv
  { echo ':START_ID,:END_ID,:TYPE'; seq 2000000 | awk '{ printf "%d,%d,metWith\n", $1 % 1000000 + 1, ($1 * 31) % 1000000 + 1 }'; } >million-edges.csv
  "$program" import million-nodes.csv million-edges.csv -g million.entente
fi
echo -n "a million names: "; python3 "$bench" "$program" million.entente "Name 0123456" "of many"

if [ ! -f "$shared/gen.py" ]; then echo "skipped: no bench material in $shared"; exit 0; fi
if [ ! -f M.entente ]; then
  [ -d venv ] || { python3 -m venv venv && ./venv/bin/python -m pip install --quiet --disable-pip-version-check numpy pyarrow; } || { echo "skipped: numpy and pyarrow cannot be installed"; rm -rf venv; exit 0; }
  ./venv/bin/python "$shared/gen.py" M M
  { echo 'id:ID{id-type:int},name,:LABEL'; tail -n +2 M/nodes.csv; } >M-nodes.csv
  { echo ':START_ID,:END_ID,:TYPE,date:date,confidence:double'; tail -n +2 M/edges.csv; } >M-edges.csv
  "$program" import M-nodes.csv M-edges.csv -g M.entente
fi
echo -n "graph M: "; python3 "$bench" "$program" M.entente "Person 123456" "'"
