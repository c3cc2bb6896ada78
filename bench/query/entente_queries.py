#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""entente_queries.py SIZE PROGRAM [PEERS...]   (run by run.sh, in its working folder)
Imports the graph, asks the ten queries, each with the parameters of params.json in one process (a shell on a pipe: the graph is loaded
once), compares the answers with the reference's, and prints milliseconds, medians over the parameters, beside the peers."""
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time

REPEATS = 3


def queries(rels):
    r = rels
    return {
        "q1": (f"MATCH (a {{id: $s}})-[:{r[0]}]->(b) RETURN b.id ORDER BY b.id", "column"),
        "q2": (f"MATCH (a {{id: $s}})-[:{r[0]}]->(m:Organization)-[r:{r[1]}]->(c:Person) WHERE r.confidence >= 0.5 RETURN count(*)", "one"),
        "q3": (f"MATCH (a)-[:{r[0]}|{r[1]}|{r[2]}]->(b) RETURN a.id, b.id, count(*) AS c ORDER BY c DESC, a.id, b.id LIMIT 20", "rows"),
        "q4": (f"MATCH (a {{id: $s}})-[:{r[1]}*1..3]->(b) RETURN count(DISTINCT b.id)", "one"),
        "q5": (f"MATCH p = ANY SHORTEST (a {{id: $s}})-[:{r[2]}*0..60]->(b) RETURN count(DISTINCT b.id)", "one"),
        "q6": ("MATCH p = ANY SHORTEST (a {id: $s})-[*1..30]-(b {id: $t}) RETURN length(p)", "one"),
        "q7": ("MATCH p = ALL SHORTEST (a {id: $s})-[*1..30]-(b {id: $t}) RETURN count(*)", "one"),
        "q8": (f"MATCH (a)-[:{r[4]}]->(b)-[:{r[4]}]->(c), (a)-[:{r[4]}]->(c) RETURN count(*)", "one"),
        "q9": (f"MATCH (a {{id: $s}})-[:{r[0]}|{r[1]}]->(x) WITH DISTINCT x MATCH p = ANY SHORTEST (x)-[:{r[9]}*0..60]->(y) "
               f"WITH DISTINCT y MATCH (y)<-[:{r[3]}]-(b) RETURN count(DISTINCT b.id)", "one"),
        "q10": ("MATCH (a)-[r]->(b) RETURN a.id, count(*) AS d ORDER BY d DESC, a.id LIMIT 20", "rows"),
    }


def shaped(rows, shape):
    rows = [[int(cell) for cell in row] for row in rows]
    if shape == "one":
        return rows[0][0] if rows else None
    return [row[0] for row in rows] if shape == "column" else rows


class Shell:
    """One `entente repl` on pipes; ask() gives the rows and the milliseconds until the last of them."""

    def __init__(self, program, graph):
        self.process = subprocess.Popen([program, "repl", "-g", graph], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True, bufsize=1)
        begin = time.perf_counter()
        self.ask("RETURN 1 AS x")
        self.opened = time.perf_counter() - begin

    def ask(self, text):
        begin = time.perf_counter()
        self.process.stdin.write(text + ";\nRETURN 'over' AS over;\n")
        self.process.stdin.flush()
        lines = []
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError("entente ended: " + " ".join(lines[-2:]))
            line = line.rstrip("\n")
            if line == "over" and lines and lines[-1] == "over":
                break
            lines.append(line)
        elapsed = (time.perf_counter() - begin) * 1e3
        lines.pop()
        bad = [line for line in lines if "was stopped" in line or line.startswith("entente:") or re.match(r"\d+:\d+: ", line)]
        if bad:
            raise RuntimeError(bad[0])
        return [line.split("\t") for line in lines[1:]], elapsed

    def peak_mb(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def import_graph(program, size):
    graph = f"entente_{size}.entente"
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(graph + suffix):
            os.remove(graph + suffix)
    begin = time.perf_counter()
    subprocess.run([program, "import", f"data/{size}/import_nodes.csv", f"data/{size}/import_edges.csv", "-g", graph], check=True,
                   stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - begin
    return graph, seconds, os.path.getsize(graph) / 1e6, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def cold_q1(program, graph, query, parameter):
    begin = time.perf_counter()
    subprocess.run([program, "query", query, "-P", f"s={parameter}", "-g", graph], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def run_query(shell, text, shape, parameters, expected):
    """The median over the parameters of the median of some runs; or what went wrong."""
    medians = []
    for parameter, want in zip(parameters, expected):
        start, end = parameter if isinstance(parameter, list) else (parameter, None)
        statement = text.replace("$s", str(start)).replace("$t", str(end))
        times = []
        for _ in range(REPEATS):
            rows, elapsed = shell.ask(statement)
            times.append(elapsed)
            if elapsed > 2000:
                break
        if shaped(rows, shape) != want["r"]:
            return f"wrong: {str(shaped(rows, shape))[:40]} not {str(want['r'])[:40]}"
        medians.append(statistics.median(times))
    return statistics.median(medians)


def peer_times(name, size):
    path = f"res/{name}_{size}.json"
    if not os.path.exists(path):
        return None, {}
    with open(path) as file:
        found = json.load(file)
    return found, {q: o["ms"] for q, o in found["q"].items() if o.get("ok")}


def cell(value, own):
    if value is None:
        return "–"
    return f"{value:.3g} ({own / value:.3g}x)" if isinstance(own, float) else f"{value:.3g}"


def print_table(size, own, reference, peers):
    print(f"\n{size}: milliseconds, median over the parameters; in brackets how many times as long entente takes")
    print("| " + " | ".join(["query", "entente", "reference", *peers]) + " |")
    print("|---" * (3 + len(peers)) + "|")
    for query, mine in own.items():
        shown = f"{mine:.3g}" if isinstance(mine, float) else mine
        others = [cell(reference[query], mine)] + [cell(times.get(query), mine) for times in peers.values()]
        print(f"| {query} | {shown} | " + " | ".join(others) + " |", flush=True)


def main():
    size, program, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    with open(f"data/{size}/params.json") as file:
        params = json.load(file)
    with open(f"res/ref_{size}.json") as file:
        answers = json.load(file)["q"]
    graph, seconds, megabytes, peak = import_graph(program, size)
    print(f"{size}: import {seconds:.2f} s, file {megabytes:.1f} MB, peak {peak:.0f} MB")
    texts = queries(params["rels"])
    print(f"{size}: q1 in a cold process {cold_q1(program, graph, texts['q1'][0], params['params']['q1'][0]):.2f} s")
    peers = {}
    for name in names:
        found, times = peer_times(name, size)
        if found is None:
            print(f"{name}: skipped")
            continue
        peers[name] = times
        print(f"{size}: {name} {found.get('ver', '')} load {found['load_s']:.2f} s, file {found['disk_mb']:.1f} MB, "
              f"peak {found['load_peak_mb']:.0f} MB")
    own = {}
    shell = Shell(program, graph)
    for query, (text, shape) in texts.items():
        try:
            own[query] = run_query(shell, text, shape, params["params"][query], answers[query])
        except RuntimeError as error:
            own[query] = "n/a: " + str(error)[:70]
            shell.process.kill()
            shell = Shell(program, graph)  # a script ends at its first error
        print(f"{query}: {own[query]}", file=sys.stderr, flush=True)
    print(f"{size}: entente opens in {shell.opened:.2f} s, peak {shell.peak_mb():.0f} MB after the queries")
    print_table(size, own, {q: statistics.median(x["ms"] for x in a) for q, a in answers.items()}, peers)
    return 0 if all(isinstance(x, float) for x in own.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
