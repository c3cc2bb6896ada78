# SPDX-License-Identifier: Apache-2.0
"""Loads a graph's Turtle with the vocabulary into triplestores and compares the rows of queries/sparql with Oxigraph's.

usage: check_stores.py TURTLE ROOT SCRATCH [FUSEKI_CLASS_PATH]
Virtuoso (Debian: virtuoso-opensource-7-bin) and Fuseki run as servers on the loopback interface and are stopped again; a store that is not
there is "skipped". The number of triples and every query's rows are compared, dates as their days. Exit 1 on any difference.
"""
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pyoxigraph
from check_sparql import lists_of

GRAPH = "urn:entente:world"
TIME_LIMIT = 60
# Virtuoso 7.2.5 gives `?b a/rdfs:subClassOf* ent:Meeting` for the first meeting only where the path has no step: some rows are lost.
LOSES_ROWS = {("Virtuoso", "messages-to-meetings")}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def plain(kind, text):
    """A value of any store in one form: numbers as numbers, truth values as words, dates without a time zone."""
    name = (kind or "").rpartition("#")[2]
    if name in ("integer", "decimal", "double", "int"):
        return f"{float(text):.6f}"
    if name == "boolean":
        return "true" if text in ("true", "1") else "false"
    return text.removesuffix("Z") if name == "date" else text


def row_of(values, lists):
    return json.dumps({name: sorted(filter(None, text.split("|"))) if name in lists else text for name, text in sorted(values.items())}, ensure_ascii=False)


def oxigraph_rows(store, text):
    answer, lists = store.query(text), lists_of(text)
    names = [variable.value for variable in answer.variables]
    rows = []
    for solution in answer:
        values = {}
        for name in names:
            term = solution[name]
            if term is not None and str(term.value) != "":
                values[name] = plain(getattr(getattr(term, "datatype", None), "value", ""), term.value)
        rows.append(row_of(values, lists))
    return sorted(rows)


def asked(address, text, parameters):
    data = urllib.parse.urlencode({"query": text, **parameters}).encode()
    request = urllib.request.Request(address, data, {"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=TIME_LIMIT) as answer:
        return json.load(answer)["results"]["bindings"]


def endpoint_rows(address, text, parameters):
    lists, rows = lists_of(text), []
    for binding in asked(address, text, parameters):
        values = {name: plain(term.get("datatype"), term["value"]) for name, term in binding.items() if term["value"] != ""}
        rows.append(row_of(values, lists))
    return sorted(rows)


def wait_for(address, parameters, process):
    for _ in range(TIME_LIMIT * 4):
        try:
            asked(address, "SELECT * WHERE { ?s ?p ?o } LIMIT 1", parameters)
            return True
        except OSError:
            if process.poll() is not None:
                return False
            time.sleep(0.25)
    return False


def compare(name, address, parameters, queries, expected, triples):
    counted = asked(address, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", parameters)[0]["n"]["value"]
    lost = 0
    faults = [] if int(counted) == triples else [f"{counted} triples, not {triples}"]
    for path, text in queries:
        try:
            found = endpoint_rows(address, text, parameters)
        except OSError as error:
            faults.append(f"{path.stem}: {error} {getattr(error, 'read', bytes)()[:200]!r}")
            continue
        if (name, path.stem) in LOSES_ROWS and set(found) <= set(expected[path.stem]):
            lost += len(expected[path.stem]) - len(found)
        elif found != expected[path.stem]:
            only = [row for row in found if row not in expected[path.stem]][:1], [row for row in expected[path.stem] if row not in found][:1]
            faults.append(f"{path.stem}: {len(found)} rows, not {len(expected[path.stem])}; only here {only[0]}, only there {only[1]}")
    rows = sum(map(len, expected.values()))
    but = f" but {lost} that it is known to lose" if lost else ""
    words = "" if faults else f"{counted} triples, {len(queries)} queries with the {rows} rows of Oxigraph{but}"
    print(f"{name:<14} {words}" + "".join("\n  " + fault for fault in faults))
    return not faults


def virtuoso_settings(folder, sql, http):
    (folder / "virtuoso.ini").write_text(
        f"[Database]\nDatabaseFile = virtuoso.db\nErrorLogFile = virtuoso.log\nLockFile = virtuoso.lck\nTransactionFile = virtuoso.trx\nxa_persistent_file = virtuoso.pxa\n"
        f"[TempDatabase]\nDatabaseFile = temp.db\nTransactionFile = temp.trx\n[Parameters]\nServerPort = 127.0.0.1:{sql}\nDirsAllowed = .\nServerThreads = 4\n"
        f"NumberOfBuffers = 4000\nMaxDirtyBuffers = 3000\n[HTTPServer]\nServerPort = 127.0.0.1:{http}\n[SPARQL]\nResultSetMaxRows = 100000\n", encoding="utf-8")


def with_virtuoso(files, scratch, check):
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        print("Virtuoso       skipped: not installed")
        return True
    folder, sql, http = scratch / "virtuoso", free_port(), free_port()
    folder.mkdir()
    virtuoso_settings(folder, sql, http)
    for file in files:
        shutil.copy(file, folder)
    server = subprocess.Popen(["virtuoso-t", "-f", "-c", "virtuoso.ini"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address, parameters = f"http://127.0.0.1:{http}/sparql", {"default-graph-uri": GRAPH}
        if not wait_for(address, parameters, server):
            print("Virtuoso       does not start")
            return False
        for file in files:
            statement = f"DB.DBA.TTLP(file_to_string_output('{file.name}'), '', '{GRAPH}');"
            done = subprocess.run(["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"EXEC={statement}"], capture_output=True, text=True, check=False)
            if "Error" in done.stderr + done.stdout:
                print(f"Virtuoso       {file.name}: {(done.stderr + done.stdout)[:300]}")
                return False
        return check("Virtuoso", address, parameters)
    finally:
        server.terminate()
        server.wait()


def with_fuseki(files, class_path, check):
    if not class_path:
        print("Fuseki         skipped: cannot be fetched")
        return True
    port = free_port()
    command = ["java", "-cp", class_path, "org.apache.jena.fuseki.main.cmds.FusekiMainCmd", "--localhost", f"--port={port}"]
    server = subprocess.Popen([*command, *(f"--file={file}" for file in files), "/world"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/world/sparql"
        if not wait_for(address, {}, server):
            print("Fuseki         does not start")
            return False
        return check("Fuseki", address, {})
    finally:
        server.terminate()
        server.wait()


def main():
    turtle, root, scratch = map(Path, sys.argv[1:4])
    class_path = sys.argv[4] if len(sys.argv) > 4 else ""
    files = [turtle, root / "ontology" / "core.ttl", root / "ontology" / "relations.ttl"]
    store = pyoxigraph.Store()
    for file in files:
        store.load(path=str(file), format=pyoxigraph.RdfFormat.TURTLE)
    queries = [(path, path.read_text(encoding="utf-8")) for path in sorted((root / "queries" / "sparql").glob("*.rq"))]
    expected = {path.stem: oxigraph_rows(store, text) for path, text in queries}

    def check(name, address, parameters):
        return compare(name, address, parameters, queries, expected, len(store))

    well = with_virtuoso(files, scratch, check)
    well &= with_fuseki(files, class_path, check)
    return 0 if well and any(expected.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
