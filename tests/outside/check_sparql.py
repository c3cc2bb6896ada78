# SPDX-License-Identifier: Apache-2.0
"""Asks each query of queries/sparql of Oxigraph and its twin of queries/ of entente, and compares the rows.

usage: check_sparql.py PROGRAM GRAPH TURTLE ROOT
TURTLE is GRAPH's export, ROOT the repository. Rows are compared without their order, named columns one by one; the columns that
"# lists:" names are collected values, compared without their order. Prints a line; exit 1 on any difference.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph


def lists_of(text):
    found = re.search(r"^# lists: (.*)$", text, re.MULTILINE)
    return set(found.group(1).split(", ")) if found else set()


def plain(value, is_list):
    """A value of either side in one form."""
    if is_list:
        parts = value if isinstance(value, list) else (value or "").split("|")
        return sorted({str(part) for part in parts if part not in (None, "")})
    if isinstance(value, pyoxigraph.Literal):
        kind = value.datatype.value.rpartition("#")[2]
        if kind == "boolean":
            return value.value == "true"
        return float(value.value) if kind in ("integer", "decimal", "double") else value.value
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    return float(value) if isinstance(value, (int, float)) else sorted(map(str, value))


def row_text(row, columns, lists):
    return json.dumps([plain(row.get(name), name in lists) for name in columns], ensure_ascii=False)


def sparql_rows(store, text, lists):
    answer = store.query(text)
    names = [variable.value for variable in answer.variables]
    rows = []
    for solution in answer:
        row = {name: solution[name] for name in names}
        for name in lists & set(names):
            row[name] = row[name].value if row[name] is not None else ""
        rows.append(row)
    return names, rows


def main(program, graph, turtle, root):
    store = pyoxigraph.Store()
    for path in [turtle, *(str(Path(root) / "ontology" / name) for name in ("core.ttl", "relations.ttl"))]:
        store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    compared = empty = failed = 0
    for path in sorted((Path(root) / "queries" / "sparql").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        lists = lists_of(text)
        columns, found = sparql_rows(store, text, lists)
        ran = subprocess.run([program, "query", path.stem, "-g", graph, "--format", "json"], capture_output=True, check=True)
        expected = json.loads(ran.stdout)
        left = sorted(row_text(row, columns, lists) for row in found)
        right = sorted(row_text(row, columns, lists) for row in expected)
        strange = set(columns) ^ set(expected[0]) if expected else set()
        compared += 1
        empty += not right
        if left != right or strange:
            failed += 1
            only = [row for row in left if row not in right][:1], [row for row in right if row not in left][:1]
            print(f"SPARQL         {path.stem}: {len(left)} rows, {len(right)} of its twin; columns {sorted(strange)}; only here {only[0]}, only there {only[1]}")
    print(f"SPARQL         {compared} queries, {failed} differ from their twins, {empty} without a row")
    return 1 if failed or not compared or empty == compared else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
