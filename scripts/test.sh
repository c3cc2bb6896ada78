#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds entente and runs its tests.
#   scripts/test.sh          set-up, the release preset with warnings fatal, all tests
#   scripts/test.sh --full   also the format check, all tests under ASan and UBSan, the comparison with spaCy on a
#                            sample, other people's programs reading the exports, others answering the same queries, and
#                            the Debian package in a fresh root; --no-sanitizers leaves the second out
# Prints the minutes of each stage, the tests that were skipped, and closes with ctest's summary. Exit 1 when anything failed.
set -euo pipefail
cd "$(dirname "$0")/.."

full=false
sanitizers=true
[ "${2:-}" = --no-sanitizers ] && sanitizers=false
case "${1:-}" in
  "") ;;
  --full) full=true ;;
  *) echo "usage: scripts/test.sh [--full [--no-sanitizers]]" >&2; exit 2 ;;
esac

jobs=$(nproc)
logs=build/test-logs
rm -rf "$logs"  # of the run before
mkdir -p "$logs"
times=()
failed=()

# stage NAME COMMAND...: runs it with its output on the screen and in a log; a failure is noted and the next stage runs.
stage() {
  local name=$1 begin=$SECONDS spent
  shift
  printf '\n== %s\n' "$name"
  local log="$logs/${name// /-}.log"
  if ! "$@" 2>&1 | tee "$log"; then failed+=("$name"); fi
  spent=$((SECONDS - begin))
  times+=("$(printf '%4d:%02d  %s' $((spent / 60)) $((spent % 60)) "$name")")
}

build() { cmake --preset "$1" >/dev/null && cmake --build --preset "$1" --parallel "$jobs" | { grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking|Generating)' || true; }; }
run_ctest() { ctest --preset "$1" --parallel "$jobs" "${@:2}"; }

# The seeds' graph in every format, and whether other programs read each as it is meant.
seeds_exports() {
  local folder=$PWD/$logs/exports suffix files=()
  mkdir -p "$folder"
  build/release/entente build seeds -g "$folder/seeds.entente" || return 1
  for suffix in ttl graphml nt nq gexf dot jsonl html cypher; do
    build/release/entente export -g "$folder/seeds.entente" -o "$folder/seeds.$suffix" || return 1
    files+=("$folder/seeds.$suffix")
  done
  build/release/entente export -g "$folder/seeds.entente" --format ladybug -o "$folder/seeds.ladybug" || return 1
  build/release/entente export -g "$folder/seeds.entente" --rdf12 -o "$folder/seeds-12.ttl" || return 1
  tests/outside/run.sh --graph "$folder/seeds.entente" --program build/release/entente "${files[@]}" "$folder"/seeds{.ladybug,-12.ttl}
}

# A made-up graph with what the seeds lack: dates, weights above 1, many classes and relations.
made_up_exports() {
  local folder=$PWD/$logs/exports suffix files=()
  python3 bench/page/make_graph.py 300 900 >"$folder/facts.ttl" || return 1
  rm -f "$folder/made-up.entente"*
  build/release/entente import "$folder/facts.ttl" -g "$folder/made-up.entente" || return 1
  for suffix in ttl graphml gexf dot jsonl html cypher; do
    build/release/entente export -g "$folder/made-up.entente" --facts all -o "$folder/made-up.$suffix" || return 1
    files+=("$folder/made-up.$suffix")
  done
  build/release/entente export -g "$folder/made-up.entente" --facts all --format ladybug -o "$folder/made-up.ladybug" || return 1
  tests/outside/run.sh --drawings "${files[@]}" "$folder/made-up.ladybug" || return 1
  # A page that cannot hold all edges, and says so.
  python3 bench/page/make_graph.py 4000 31000 >"$folder/large.ttl" || return 1
  rm -f "$folder/large.entente"*
  build/release/entente import "$folder/large.ttl" -g "$folder/large.entente" || return 1
  build/release/entente export -g "$folder/large.entente" --facts all -o "$folder/large.html" || return 1
  python3 tests/outside/check_page.py "$folder/large.html" build/outside/large
}

# run.sh makes the virtual environment that the check of the ontology needs too.
outside_consumers() {
  local result=0
  seeds_exports || result=1
  made_up_exports || result=1
  build/outside/venv/bin/python tests/outside/check_ontology.py || result=1
  return $result
}

# The ten queries on a graph of 100,000 edges: the answers of entente, Ladybug and NetworkX and a hand-written reference are the same.
query_answers() {
  cmake --build --preset release --target query_bench | tail -1 && SYSTEMS="ladybug networkx" QLIMIT=8 bench/query/run.sh S
}

# The Debian package, installed and used in a fresh Debian without a compiler. Where no such root can be made, skipped.
package_in_fresh_root() {
  local result=0
  scripts/long/fresh_root.sh || result=$?
  if [ $result = 3 ]; then echo "skipped: the package in a fresh root (needs root, debootstrap and a mirror)"; return 0; fi
  return $result
}

# What did not run: tests that say so of themselves, in the logs of this run. The openCypher kit counts its own.
skipped() {
  local tests=(build/release/Testing/Temporary/LastTest.log)
  if $full && $sanitizers; then tests+=(build/asan/Testing/Temporary/LastTest.log); fi
  grep -hE '^ *skipped: |^[[:alpha:] ]+: skipped|\*\*\*Skipped' "${tests[@]}" "$logs"/*.log 2>/dev/null | sort -u || true
  grep -hE '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped \(without' "${tests[0]}" | sed 's/^/openCypher kit: /' || true
}

if $full; then stage "set-up" scripts/setup.sh --full; else stage "set-up" scripts/setup.sh; fi
stage "build release" build release
stage "tests" run_ctest release
if $full; then
  stage "format" scripts/format.sh --check
  stage "outside consumers" outside_consumers
  stage "queries beside others" query_answers
  stage "package" package_in_fresh_root
  stage "parity with spaCy" tests/parity/run.sh --sample 60000 --program "build/release/entente parse --input jsonl --format jsonl"
  if $sanitizers; then
    stage "build asan" build asan
    stage "tests asan" run_ctest asan --label-exclude house
  fi
fi

printf '\n== skipped\n'
skipped
printf '\n== minutes\n'
printf '%s\n' "${times[@]}"
printf '%4d:%02d  all\n' $((SECONDS / 60)) $((SECONDS % 60))
printf '\n'
grep -h 'tests passed' "$logs"/tests*.log || true
if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "${failed[@]}"
  exit 1
fi
