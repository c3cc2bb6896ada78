#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Reads a graph's exports with other people's programs and compares what they found.
#   tests/outside/run.sh [--drawings] [--graph FILE --program FILE] TURTLE GRAPHML [FILE...]
# The FILEs are other exports of the same graph: .nt, .nq, .gexf, .dot, .jsonl, .cypher, .ladybug, .html, and a
# .ttl written with --rdf12. With the graph file and
# the program the queries of queries/sparql are compared with their twins, too.
# --drawings leaves the checks of the Turtle out. A line for each program; exit 1 on any difference. Needs serdi, python3 with venv, java 17
# and mvn; node with npm, Virtuoso, raptor, Graphviz and Chromium (by playwright-core, else chromedriver) are used where they are. What it fetches with pip, npm and Maven
# lies in build/outside afterwards, and pictures of the page.
set -euo pipefail

graph='' program='' drawings=false
if [ "${1:-}" = --drawings ]; then drawings=true; shift; fi
while [ $# -gt 1 ]; do
  case "$1" in
    --graph) graph=$(realpath "$2") ;;
    --program) program=$(realpath "$2") ;;
    *) break ;;
  esac
  shift 2
done
if [ $# -lt 2 ]; then
  echo "usage: tests/outside/run.sh [--drawings] [--graph FILE --program FILE] TURTLE GRAPHML [FILE...]" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/build/outside
turtle=$(realpath "$1")
graphml=$(realpath "$2")
shift 2
mkdir -p "$work"
scratch=$(mktemp -d "$work/run-XXXXXX")
trap 'rm -rf "$scratch"' EXIT

for tool in serdi python3 java mvn; do
  command -v "$tool" >/dev/null || { echo "outside: $tool is not installed" >&2; exit 3; }
done

python=$work/venv/bin/python
if ! cmp -s "$here/requirements.txt" "$work/venv/requirements.txt"; then
  rm -rf "$work/venv"
  python3 -m venv "$work/venv"
  "$python" -m pip install --quiet --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$work/venv/requirements.txt"
fi

# class_path NAME: of tests/outside/NAME/pom.xml, asked for again when that has changed.
class_path() {
  local pom=$here/$1/pom.xml file=$work/$1.classpath
  if ! cmp -s "$pom" "$file.pom"; then
    mvn --quiet --batch-mode --file "$pom" dependency:build-classpath -Dmdep.outputFile="$file" >"$file.log" 2>&1 ||
      { tail -5 "$file.log" >&2; return 1; }
    cp "$pom" "$file.pom"
  fi
  cat "$file"
}
# graphology, axe-core and playwright-core, where there is npm and it can fetch them.
node_files=$work/node
if ! cmp -s "$here/node/package.json" "$node_files/package.json"; then
  rm -rf "$node_files"
  mkdir -p "$node_files"
  if command -v npm >/dev/null && cp "$here/node/package.json" "$node_files/" &&
    npm install --prefix "$node_files" --silent --no-audit --no-fund --no-package-lock >"$work/npm.log" 2>&1; then :; else rm -rf "$node_files"; fi
fi
[ ! -d "$node_files" ] || cp "$here"/node/*.cjs "$node_files/"
export PLAYWRIGHT=$node_files
axe=()
[ ! -f "$node_files/node_modules/axe-core/axe.min.js" ] || axe=("$node_files/node_modules/axe-core/axe.min.js")

jena=$(class_path jena)
gephi=$(class_path gephi)
neo4j=$(class_path neo4j) || neo4j=''

failed=0
check_triples() {
  serdi -i turtle -o ntriples "$turtle" >"$scratch/serdi.nt"
  java -cp "$jena" riotcmd.riot --output=ntriples "$turtle" >"$scratch/riot.nt" 2>"$scratch/riot.err" || failed=1
  if [ -s "$scratch/riot.err" ]; then
    echo "Jena           $(grep -c . "$scratch/riot.err") warnings, as $(head -1 "$scratch/riot.err")"
    failed=1
  fi
  triples=("serdi=$scratch/serdi.nt" "Jena=$scratch/riot.nt")
  if command -v rapper >/dev/null; then
    rapper --quiet --input turtle --output ntriples "$turtle" >"$scratch/raptor.nt" || failed=1
    triples+=("raptor=$scratch/raptor.nt")
  else
    echo "raptor         skipped: not installed"
  fi
  "$python" "$here/check_turtle.py" "$turtle" "$root/ontology" "${triples[@]}" || failed=1

  # With the vocabulary, against the shapes.
  cp "$scratch/serdi.nt" "$scratch/all.nt"
  for file in core relations align; do serdi -i turtle -o ntriples "$root/ontology/$file.ttl" >>"$scratch/all.nt"; done
  java -cp "$jena" shacl.shacl validate --shapes "$root/ontology/shapes.ttl" --data "$scratch/all.nt" >"$scratch/shacl.ttl" 2>&1 || failed=1
  if grep -Eq 'sh:conforms +true' "$scratch/shacl.ttl"; then
    echo "Jena shacl     conforms to shapes.ttl"
  else
    echo "Jena shacl     $(grep -c sh:resultMessage "$scratch/shacl.ttl") results"
    failed=1
  fi
}
$drawings || check_triples

java -Djava.awt.headless=true -cp "$gephi" "$here/gephi/GephiReader.java" "$graphml" >"$scratch/gephi.jsonl" || failed=1
"$python" "$here/check_graphml.py" "$graphml" "$scratch/gephi.jsonl" || failed=1
"$python" "$here/check_measures.py" "$graphml" || failed=1

if [ -n "$graph" ]; then
  "$python" "$here/check_sparql.py" "$program" "$graph" "$turtle" "$root" || failed=1
  "$python" "$here/check_stores.py" "$turtle" "$root" "$scratch" "$jena" || failed=1
  "$python" "$here/check_serve.py" "$program" "$graph" "$work/serve" ${axe[@]+"${axe[@]}"} || failed=1
  # docs/howto.md names programs as their makers' packages do.
  mkdir "$scratch/bin"
  for tool in riotcmd.riot tdb2.tdbloader tdb2.tdbquery; do
    printf '#!/bin/sh\nexec java -cp "%s" %s "$@"\n' "$jena" "$tool" >"$scratch/bin/${tool#riotcmd.}"
    chmod +x "$scratch/bin/${tool#riotcmd.}"
  done
  printf '#!/bin/sh\nexec java -cp "%s" org.apache.jena.fuseki.main.cmds.FusekiMainCmd "$@"\n' "$jena" >"$scratch/bin/fuseki-server"
  chmod +x "$scratch/bin/fuseki-server"
  page=$root/docs/howto.md
  if ! command -v virtuoso-t >/dev/null; then
    echo "Virtuoso       skipped in docs/howto.md: not installed"
    page=$scratch/howto.md
    sed '/^Virtuoso (Debian/,/^All sixteen/d' "$root/docs/howto.md" >"$page"
  fi
  PATH="$work/venv/bin:$scratch/bin:$PATH" python3 "$root/tests/cli/run_readme.py" --program "$program" --root "$root" "$page" || failed=1
fi

# graphology FILE NAME: what it reads of FILE, for check_formats.py.
graphology() {
  if [ ! -d "$node_files" ]; then echo "graphology         skipped: npm cannot fetch it"; return; fi
  node "$node_files/read.cjs" "$1" >"$scratch/$2.graphology" || failed=1
  others+=("$scratch/$2.graphology")
}

others=()
graphology "$graphml" GraphML
for file in "$@"; do
  if [ "${file##*.}" = html ]; then
    "$python" "$here/check_page.py" "$file" "$work/$(basename "$file" .html)" "${axe[@]}" || failed=1
    continue
  fi
  others+=("$file")
  if [ "${file##*.}" = gexf ]; then
    graphology "$file" GEXF
    java -Djava.awt.headless=true -cp "$gephi" "$here/gephi/GephiReader.java" "$file" >"$scratch/gexf.gephi" || failed=1
    others+=("$scratch/gexf.gephi")
  fi
  if [ "${file##*.}" = cypher ] && [ -z "$neo4j" ]; then
    echo "Neo4j          skipped: cannot be fetched"
  elif [ "${file##*.}" = cypher ]; then
    java -cp "$neo4j" "$here/neo4j/Neo4jLoader.java" "$file" "$scratch/neo4j" >"$scratch/cypher.neo4j" || failed=1
    others+=("$scratch/cypher.neo4j")
  fi
done
[ ${#others[@]} -eq 0 ] || "$python" "$here/check_formats.py" "$turtle" "$graphml" "${others[@]}" || failed=1
exit $failed
