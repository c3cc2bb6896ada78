#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A graph file that is changed, replaced, damaged or gone while it is served.   reopen_test.py PROGRAM GRAPH ROOT"""
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from server import Report, Server

PROGRAM, GRAPH, ROOT = (str(Path(each).resolve()) for each in sys.argv[1:4])
report = Report()


def wait_for(server, test, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        stats = server.get("/api/stats")[2]
        if test(stats):
            return stats
        time.sleep(0.1)
    return stats


with tempfile.TemporaryDirectory() as folder:
    graph, nodes, edges = Path(folder) / "world.entente", Path(folder) / "n.csv", Path(folder) / "e.csv"
    shutil.copy(GRAPH, graph)
    nodes.write_text("id:ID,name,:LABEL\nx1,Xanadu,Place\nx2,Yonder,Place\n")
    edges.write_text(":START_ID,:END_ID,:TYPE\nx1,x2,NEAR\n")
    with Server(PROGRAM, graph, root=ROOT) as server:
        before = server.get("/api/stats")[2]
        subprocess.run([PROGRAM, "import", nodes, edges, "-g", graph], check=True, capture_output=True, cwd=ROOT)
        after = wait_for(server, lambda stats: stats["nodes"] == before["nodes"] + 2)
        report.check("what is imported meanwhile is seen", after["nodes"] == before["nodes"] + 2 and after["graph"] != before["graph"], after)
        near = server.get("/api/neighbours?id=x1")[2]
        report.check("imported nodes have neighbours", [node[1] for node in near["view"]["nodes"]] == ["Xanadu", "Yonder"], near)
        other = Path(folder) / "other.entente"
        shutil.copy(GRAPH, other)
        other.replace(graph)
        for suffix in ("-wal", "-shm"):
            Path(str(graph) + suffix).unlink(missing_ok=True)
        again = wait_for(server, lambda stats: stats["graph"] == before["graph"])
        report.check("a file put in its place is seen", again["graph"] == before["graph"], again)
        graph.write_bytes(b"no graph at all")
        stats = wait_for(server, lambda stats: "trouble" in stats)
        report.check("a damaged file is told, and what was there served on", "trouble" in stats and stats["nodes"] == before["nodes"]
                     and server.post("/api/query", {"query": "MATCH (a:Country) RETURN a LIMIT 1"})[0] == 200, stats)
        shutil.copy(GRAPH, other)
        other.replace(graph)
        stats = wait_for(server, lambda stats: "trouble" not in stats)
        report.check("and is left behind when it is whole again", "trouble" not in stats and stats["graph"] == before["graph"], stats)
report.check("it ends well", server.code == 0, server.code)
sys.exit(report.end())
