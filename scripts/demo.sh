#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The whole path in one go: sets up, compiles, reads the two seed texts, asks the graph, and writes Turtle and GraphML into build/demo/.
# May be run again at any time.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }
show() { printf '$ %s\n' "$*"; }

say "What is needed: Debian packages and the language model"
scripts/setup.sh

say "Compiling (minutes the first time)"
cmake --preset release >/dev/null
cmake --build --preset release --target entente --parallel "$(nproc)" | tail -n 1

entente=build/release/entente
out=build/demo
graph=$out/seeds.entente
mkdir -p "$out"
rm -f "$graph" "$graph"-wal "$graph"-shm

say "Reading two texts into a graph"
show "entente build seeds/ -g $graph"
$entente build seeds/ -g "$graph"
show "entente stats -g $graph --format table | head -n 8"
$entente stats -g "$graph" --format table | sed -n 1,8p

say "A question in English; the sentences behind every row"
show "entente ask 'Who cooperated with whom?' -g $graph"
$entente ask 'Who cooperated with whom?' -g "$graph" --format table

say "A saved query with a parameter"
show "entente query who-called-on-whom -P who=China -g $graph"
$entente query who-called-on-whom -P who=China -g "$graph" --format table

say "The reasons behind one fact"
fact=$($entente query 'MATCH ()-[f:cooperated]->() RETURN f.id ORDER BY f.id LIMIT 1' -g "$graph" --format tsv | sed -n 2p)
show "entente why $fact -g $graph"
$entente why "$fact" -g "$graph"

say "Exports: for triplestores, and for Gephi, NetworkX, igraph"
for file in seeds.ttl seeds.graphml; do
  show "entente export -g $graph -o $out/$file"
  $entente export -g "$graph" -o "$out/$file"
done
wc -c "$out"/seeds.ttl "$out"/seeds.graphml
say "Done. Try: $entente repl -g $graph"
