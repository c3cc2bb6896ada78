#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The ten queries of ../shared/bench on one of its graphs: entente beside Ladybug, igraph and NetworkX, every answer compared with the
# hand-written reference (ref.cpp there). Parameters change from run to run; nothing keeps results.
#   bench/query/run.sh [S|M|L] [SHARED_BENCH] [PROGRAM]     S, ../shared/bench, build/release/entente; beside PROGRAM stands
#                                                            query_bench (ninja -C build/release query_bench)
# Graphs, reference and peers are made once below build/bench-query/. Where the reference or a peer is missing it says "skipped". For looking at:
# no test depends on a time. SYSTEMS="ladybug igraph networkx neo4j" chooses the peers (neo4j, which takes minutes and 6 GB at M, only when
# named), QLIMIT=12 is the most seconds a peer has for a query.
set -euo pipefail
cd "$(dirname "$0")/../.."

size=${1:-S}
shared=$(realpath -m "${2:-../shared/bench}")
program=$(realpath -m "${3:-build/release/entente}")
work=build/bench-query
systems=${SYSTEMS:-ladybug igraph networkx}
export QLIMIT=${QLIMIT:-12}

if [ ! -f "$shared/gen.py" ]; then echo "skipped: no bench material in $shared"; exit 0; fi
if [ ! -x "$program" ]; then echo "skipped: no program $program (cmake --build --preset release)"; exit 0; fi

bench=$(dirname "$program")/query_bench
if [ ! -x "$bench" ]; then echo "skipped: no program $bench (cmake --build --preset release --target query_bench)"; exit 0; fi

mkdir -p "$work/res" "$work/data"
cp -f "$shared"/{gen.py,peers.py,params2txt.py,ref.cpp} "$work/"
script=$(realpath bench/query/entente_queries.py)
cd "$work"
if [ ! -d venv ]; then
  python3 -m venv venv
  ./venv/bin/python -m pip install --quiet --disable-pip-version-check numpy pyarrow || { echo "skipped: numpy and pyarrow cannot be installed"; rm -rf venv; exit 0; }
fi
# Neo4j's embedded database is a peer where Java and Maven are.
has_neo4j() { [ -d neo/cls ]; }
make_neo4j() {
  if ! command -v javac >/dev/null || ! command -v mvn >/dev/null; then echo "skipped: no Java and Maven for neo4j"; return; fi
  cp -r "$shared/neo" . && (cd neo && mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib >/dev/null && mkdir -p cls && javac -nowarn -cp 'lib/*' -d cls src/Neo.java 2>/dev/null) ||
    { rm -rf neo; echo "skipped: neo4j cannot be fetched or compiled"; }
}
for system in $systems; do
  if [ "$system" = neo4j ]; then has_neo4j || make_neo4j; continue; fi
  ./venv/bin/python -c "import $system" 2>/dev/null || ./venv/bin/python -m pip install --quiet --disable-pip-version-check "$system" 2>/dev/null || echo "skipped: $system cannot be installed"
done

data=data/$size
[ -f "$data/params.json" ] || ./venv/bin/python gen.py "$size" "$data"
[ -f "$data/params.txt" ] || python3 params2txt.py "$data"
[ -x ref ] || g++ -O2 -march=native -std=c++17 ref.cpp -o ref
[ -f "res/ref_$size.json" ] || ./ref "$data" "res/ref_$size.json"
{ echo 'id:ID{id-type:int},name,:LABEL'; tail -n +2 "$data/nodes.csv"; } >"$data/import_nodes.csv"
{ echo ':START_ID,:END_ID,:TYPE,date:date,confidence:double'; tail -n +2 "$data/edges.csv"; } >"$data/import_edges.csv"
for system in $systems; do
  if [ "$system" = neo4j ]; then
    has_neo4j || continue
    peer=(python3 neo/run_neo.py "$size")
  else
    ./venv/bin/python -c "import $system" 2>/dev/null || continue
    peer=(./venv/bin/python peers.py "$system" "$size")
  fi
  [ -f "res/${system}_$size.json" ] || timeout 900 "${peer[@]}" >"res/log_${system}_$size.txt" 2>&1 || echo "$system: ended early, see $work/res/log_${system}_$size.txt"
done
python3 "$script" "$size" "$program" "$bench" $systems
