#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The exported page of a made-up graph: its size, and how long headless Chromium takes until it is drawn and takes clicks.
#   bench/page/run.sh [NODES EDGES [RUNS [PROGRAM]]]     10000, 30000, 5, build/release/entente
# The page is made below build/bench-page/. Needs chromium and chromedriver (Debian: chromium-driver); says "skipped" without
# them. For looking at: no test depends on a time.
set -euo pipefail
cd "$(dirname "$0")/../.."

nodes=${1:-10000}
edges=${2:-30000}
runs=${3:-5}
program=$(realpath -m "${4:-build/release/entente}")
work=build/bench-page
if [ ! -x "$program" ]; then echo "skipped: no program $program (cmake --build --preset release)"; exit 0; fi

mkdir -p "$work"
name=$work/$nodes-$edges
rm -f "$name".entente*
python3 bench/page/make_graph.py "$nodes" "$edges" >"$name.ttl"
"$program" import "$name.ttl" -g "$name.entente"
"$program" export -g "$name.entente" --facts all -o "$name.html"
python3 bench/page/ready.py "$name.html" "$runs"
