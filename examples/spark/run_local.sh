#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The Spark job on a local cluster of two workers, compared with a build of the same documents: the same SHA-256 of the Turtle.
#   examples/spark/run_local.sh PROGRAM FOLDER     texts (*.txt) in one folder; "skipped" where PySpark can neither be found nor fetched, or Java is missing
set -euo pipefail
program=$(realpath "$1")
folder=$(realpath "$2")
root=$(cd "$(dirname "$0")/../.." && pwd)
venv=$root/build/outside/spark
python=$venv/bin/python

skip() { echo "spark: skipped ($1)"; exit 0; }
command -v java >/dev/null || skip "java is not installed"
if ! "$python" -c 'import pyspark' 2>/dev/null; then
  { python3 -m venv "$venv" && "$python" -m pip install --quiet pyspark==4.0.1; } 2>/dev/null || skip "PySpark cannot be fetched"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PYSPARK_PYTHON=$python SPARK_LOCAL_DIRS=$work/spark SPARK_LOCAL_IP=127.0.0.1
# local-cluster: a master and two workers of one core each, in processes of their own.
"$python" - "$folder" >"$work/docs.jsonl" <<'END'
import json, pathlib, sys
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    print(json.dumps({"id": file.name, "text": file.read_bytes().decode()}))
END
"$venv/bin/spark-submit" --master "${SPARK_MASTER:-local-cluster[2,1,1024]}" --conf spark.ui.enabled=false \
  --conf spark.driver.bindAddress=127.0.0.1 "$root/examples/spark/build_graph.py" \
  --documents "$work/docs.jsonl" --graph "$work/spark.entente" --parts 4 --entente "$program" 2>"$work/log" ||
  { tail -n 20 "$work/log" >&2; exit 1; }
"$program" build "$folder" -g "$work/build.entente" 2>/dev/null
for name in spark build; do
  "$program" export -g "$work/$name.entente" -o "$work/$name.ttl"
done
first=$(sha256sum <"$work/spark.ttl") second=$(sha256sum <"$work/build.ttl")
if [ "$first" != "$second" ]; then
  echo "spark: FAILED: the graph is another one than that of build" >&2
  exit 1
fi
echo "spark: two workers, $(wc -l <"$work/docs.jsonl") documents, the same Turtle: ${first%% *}"
