#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""exports.py PROGRAM [PEERS...]   (run by run.sh, in its working folder)
Exports the three graphs, then lets each peer write one. Prints seconds of processor (so that a busy machine tells the same; median of three
runs for Turtle, GraphML and serdi), sizes, peak memory and ratios. NetworkX gets the graph of 0.2 million edges, where NETWORKX names no
other (2000 takes minutes and some GB)."""
import os
import shutil
import statistics
import subprocess
import sys

SIZES = ("200", "1000", "2000")
FORMATS = {"ttl": 3, "graphml": 3, "nt": 1, "gexf": 1, "jsonl": 1, "cypher": 1}  # and how often
LARGEST = SIZES[-1]
GRAPH_OF = {"serdi": LARGEST, "igraph": LARGEST, "networkx": os.environ.get("NETWORKX", SIZES[0])}

IGRAPH = """
import igraph, sys, time
graph = igraph.Graph.Read_GraphML(sys.argv[1])
begin = time.process_time()
graph.write_graphml('peer.graphml')
print(time.process_time() - begin)
"""

# Read with the standard library: NetworkX keeps the whole tree of a file in memory.
NETWORKX = """
import networkx as nx, sys, time, xml.etree.ElementTree as tree
TYPES = {'int': int, 'long': int, 'float': float, 'double': float, 'string': str}
graph, keys, space = nx.MultiDiGraph(), {}, '{http://graphml.graphdrawing.org/xmlns}'
for _, item in tree.iterparse(sys.argv[1]):
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
begin = time.process_time()
nx.write_graphml(graph, 'peer.graphml')
print(time.process_time() - begin)
"""


def run(command, out=None):
    """Seconds of processor and peak memory in MB of a process."""
    with open(out or os.devnull, "wb") as file:
        process = subprocess.Popen(command, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)}: status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def own(program):
    """Seconds by size and format."""
    times = {}
    print("| edges (mapped snapshot, MB) | " + " | ".join(f"{f}, s (MB, peak MB)" for f in FORMATS) + " |\n" + "|---" * (len(FORMATS) + 1) + "|")
    for size in SIZES:
        cells = []
        for suffix, count in FORMATS.items():
            file = f"{size}.{suffix}"
            runs = [run([program, "export", "-g", f"{size}.entente", "-o", file]) for _ in range(count)]
            seconds = times[size, suffix] = statistics.median(seconds for seconds, _ in runs)
            names = [f for f in os.listdir(".") if f == file or f.startswith(f"{size}-") and suffix == "cypher"]
            cells.append(f"{seconds:.2f} ({sum(map(os.path.getsize, names)) / 1e6:.0f}, {max(peak for _, peak in runs):.0f})")
            if suffix not in ("ttl", "graphml"):
                for name in names:
                    os.remove(name)
        mapped = os.path.getsize(f"{size}.entente-snapshot") / 1e6
        print(f"| {int(size) / 1000:g} M ({mapped:.0f}) | " + " | ".join(cells) + " |", flush=True)
    return times


def peer_seconds(peer):
    if peer == "serdi":
        command = ["serdi", "-i", "turtle", "-o", "turtle", f"{LARGEST}.ttl"]
        return statistics.median(run(command, "peer.ttl")[0] for _ in range(3))
    command = [sys.executable, "-W", "ignore", "-c", {"igraph": IGRAPH, "networkx": NETWORKX}[peer], f"{GRAPH_OF[peer]}.graphml"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"{peer}: failed: {done.stderr.strip().splitlines()[-1:]}")
        return None
    return float(done.stdout)


def main():
    times = own(sys.argv[1])
    for peer in sys.argv[2:]:
        if peer == "serdi" and shutil.which("serdi") is None:
            continue
        seconds, suffix = peer_seconds(peer), "ttl" if peer == "serdi" else "graphml"
        if seconds is not None:
            mine = times[GRAPH_OF[peer], suffix]
            print(f"{int(GRAPH_OF[peer]) / 1000:g} M edges, {suffix}: {peer} {seconds:.2f} s, entente {mine:.2f} s: {seconds / mine:.2f} times as fast", flush=True)


main()
