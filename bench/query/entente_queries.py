#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""entente_queries.py SIZE PROGRAM BENCH [PEERS...]   (run by run.sh, in its working folder)
Imports the graph, asks the ten queries, each with the parameters of params.json in one process (BENCH is query_bench; the peers run in
Python's process likewise), compares the answers with the reference's, and prints milliseconds, medians over the parameters, and ratios."""
import json
import os
import resource
import statistics
import subprocess
import sys
import time


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
    if shape == "one":
        return rows[0][0] if rows else None
    return [row[0] for row in rows] if shape == "column" else rows


def import_graph(program, size):
    graph = f"entente_{size}.entente"
    for suffix in ("", "-wal", "-shm", "-snapshot"):
        if os.path.exists(graph + suffix):
            os.remove(graph + suffix)
    begin = time.perf_counter()
    subprocess.run([program, "import", f"data/{size}/import_nodes.csv", f"data/{size}/import_edges.csv", "-g", graph], check=True,
                   stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - begin
    megabytes = sum(os.path.getsize(graph + suffix) for suffix in ("", "-snapshot")) / 1e6
    return graph, seconds, megabytes, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def cold_q1(program, graph, query, parameter):
    """The median of some runs."""
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        subprocess.run([program, "query", query, "-P", f"s={parameter}", "-g", graph], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def ask(bench, graph, texts, params, answers):
    """All questions in one process: for each query the milliseconds and rows of each parameter, or what went wrong."""
    lines = []
    for query, (text, _) in texts.items():
        for parameter in params[query][:len(answers[query])]:
            start, end = parameter if isinstance(parameter, list) else (parameter, None)
            lines.append(f"{query}\t{start or 0}\t{end or 0}\t{text}")
    run = subprocess.Popen([bench, graph], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    out = run.communicate("\n".join(lines) + "\n")[0]
    found = {query: [] for query in texts}
    opened = None
    for line in out.splitlines():
        name, ms, rows = line.split("\t", 2)
        if name == "open":
            opened = float(ms) / 1e3
        elif ms == "error":
            found[name].append(rows)
        else:
            found[name].append((float(ms), [[int(cell) for cell in row.split(",")] for row in rows.split(";") if row]))
    return found, opened


def judge(answers, shape, expected):
    """The median over the parameters; or what went wrong."""
    times = []
    if len(answers) != len(expected):
        return "n/a: the program ended early"
    for answer, want in zip(answers, expected):
        if isinstance(answer, str):
            return "n/a: " + answer[:70]
        ms, rows = answer
        if shaped(rows, shape) != want["r"]:
            return f"wrong: {str(shaped(rows, shape))[:40]} not {str(want['r'])[:40]}"
        times.append(ms)
    return statistics.median(times)


def peer_times(name, size):
    path = f"res/{name}_{size}.json"
    if not os.path.exists(path):
        return None, {}
    with open(path) as file:
        found = json.load(file)
    return found, {q: o["ms"] for q, o in found["q"].items() if o.get("ok")}


GRAPH_DATABASES = ("ladybug", "kuzu", "falkordb", "neo4j", "oxigraph")


def ratio(value, own):
    """How many times as fast entente is; below 1 the other one is."""
    return "–" if value is None else f"{value:.3g} ms, {value / own:.3g}x" if isinstance(own, float) else f"{value:.3g} ms"


def print_table(size, own, reference, peers):
    print(f"\n{size}: milliseconds, median over the parameters; behind each peer how many times as fast entente is")
    print("| " + " | ".join(["query", "entente", "hand-written arrays", *peers]) + " |")
    print("|---" * (3 + len(peers)) + "|")
    for query, mine in own.items():
        shown = f"**{mine:.3g} ms**" if isinstance(mine, float) else mine
        others = [ratio(reference[query], mine)] + [ratio(times.get(query), mine) for times in peers.values()]
        print(f"| {query} | {shown} | " + " | ".join(others) + " |", flush=True)


def print_goals(own, reference, peers):
    """Below 0.1 ms, or 10 times as fast as the fastest graph database here, or within 3 times of the reference; and faster than igraph
    where that takes more than 1 ms."""
    for query, mine in own.items():
        if not isinstance(mine, float):
            continue
        limit = 1e3 * float(os.environ.get("QLIMIT", "12"))  # of a peer that did not answer
        databases = [times.get(query, limit) for name, times in peers.items() if name in GRAPH_DATABASES]
        igraph = peers.get("igraph", {}).get(query, 0)
        good = mine < 0.1 or mine <= 3 * reference[query] or (databases and mine * 10 <= min(databases))
        if not good or (igraph > 1 and mine >= igraph):
            print(f"{query}: short of the goal")


def main():
    size, program, bench, names = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    with open(f"data/{size}/params.json") as file:
        params = json.load(file)
    with open(f"res/ref_{size}.json") as file:
        answers = json.load(file)["q"]
    graph, seconds, megabytes, peak = import_graph(program, size)
    print(f"{size}: import {seconds:.2f} s, file and snapshot {megabytes:.1f} MB, peak {peak:.0f} MB")
    texts = queries(params["rels"])
    print(f"{size}: q1 in a cold process {cold_q1(program, graph, texts['q1'][0], params['params']['q1'][0]):.3f} s")
    peers, differing = {}, []
    for name in names:
        found, times = peer_times(name, size)
        if found is None:
            print(f"{name}: skipped")
            continue
        peers[name] = times
        print(f"{size}: {name} {found.get('ver', '')} load {found['load_s']:.2f} s, file {found['disk_mb']:.1f} MB, "
              f"peak {found['load_peak_mb']:.0f} MB, {len(times)} of {len(found['q'])} queries answered as the reference")
        differing += [f"{name} {q}" for q, o in found["q"].items() if o.get("ok") is False]
    found, opened = ask(bench, graph, texts, params["params"], answers)
    own = {query: judge(found[query], shape, answers[query]) for query, (_, shape) in texts.items()}
    if opened is not None:
        print(f"{size}: entente opens in {opened:.2f} s")
    reference = {q: statistics.median(x["ms"] for x in a) for q, a in answers.items()}
    print_table(size, own, reference, peers)
    print_goals(own, reference, peers)
    if differing:
        print("other answers than the reference: " + ", ".join(differing))
    return 1 if differing or not all(isinstance(x, float) for x in own.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
