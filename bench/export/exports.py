#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""exports.py PROGRAM [PEERS...]   (run by run.sh, in its working folder)
Exports the three graphs, then lets each peer write the largest one. Prints seconds (median of three runs; NetworkX once), sizes, peak
memory and ratios."""
import os
import shutil
import statistics
import subprocess
import sys
import time

SIZES = ("200", "1000", "2000")
FORMATS = ("ttl", "nt", "graphml", "gexf", "jsonl", "cypher")
RUNS = 3

IGRAPH = """
import igraph, time
graph = igraph.Graph.Read_GraphML('2000.graphml')
for _ in range(3):
    begin = time.perf_counter()
    graph.write_graphml('peer.graphml')
    print(time.perf_counter() - begin)
"""

# Read with the standard library: NetworkX keeps the whole tree of a file in memory.
NETWORKX = """
import networkx as nx, time, xml.etree.ElementTree as tree
TYPES = {'int': int, 'long': int, 'float': float, 'double': float, 'string': str}
graph, keys, space = nx.MultiDiGraph(), {}, '{http://graphml.graphdrawing.org/xmlns}'
for _, item in tree.iterparse('2000.graphml'):
    kind = item.tag.replace(space, '')
    if kind == 'key':
        keys[item.get('id')] = (item.get('attr.name'), TYPES[item.get('attr.type')])
    elif kind in ('node', 'edge'):
        values = {keys[d.get('key')][0]: keys[d.get('key')][1](d.text) for d in item}
        if kind == 'node':
            graph.add_node(item.get('id'), **values)
        else:
            graph.add_edge(item.get('source'), item.get('target'), key=item.get('id'), **values)
        item.clear()
begin = time.perf_counter()
nx.write_graphml(graph, 'peer.graphml')
print(time.perf_counter() - begin)
"""


def run(command, out=None):
    """Seconds and peak memory in MB of a process."""
    with open(out or os.devnull, "wb") as file:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"{' '.join(command)}: status {status}")
    return seconds, usage.ru_maxrss / 1024


def own(program):
    """Seconds of the largest graph by format."""
    largest = {}
    print("| edges | " + " | ".join(f"{f}, s (MB, peak MB)" for f in FORMATS) + " |\n" + "|---" * (len(FORMATS) + 1) + "|")
    for size in SIZES:
        cells = []
        for suffix in FORMATS:
            file = f"{size}.{suffix}"
            runs = [run([program, "export", "-g", f"{size}.entente", "-o", file]) for _ in range(RUNS)]
            largest[suffix] = statistics.median(seconds for seconds, _ in runs)
            written = sum(os.path.getsize(f) for f in os.listdir(".") if f == file or f.startswith(f"{size}-") and suffix == "cypher")
            cells.append(f"{largest[suffix]:.2f} ({written / 1e6:.0f}, {max(peak for _, peak in runs):.0f})")
        print(f"| {int(size) / 1000:g} M | " + " | ".join(cells) + " |", flush=True)
    return largest


def peer_seconds(peer):
    if peer == "serdi":
        return statistics.median(run(["serdi", "-i", "turtle", "-o", "turtle", "2000.ttl"], "peer.ttl")[0] for _ in range(RUNS))
    done = subprocess.run([sys.executable, "-c", {"igraph": IGRAPH, "networkx": NETWORKX}[peer]], capture_output=True, text=True)
    if done.returncode != 0:
        print(f"{peer}: failed: {done.stderr.strip().splitlines()[-1:]}")
        return None
    return statistics.median(float(line) for line in done.stdout.split())


def main():
    largest = own(sys.argv[1])
    for peer in sys.argv[2:]:
        if peer == "serdi" and shutil.which("serdi") is None:
            continue
        seconds, name = peer_seconds(peer), "ttl" if peer == "serdi" else "graphml"
        if seconds is not None:
            print(f"{peer}: {seconds:.2f} s; entente writes {name} in {largest[name]:.2f} s, {seconds / largest[name]:.2f} times as fast", flush=True)


main()
