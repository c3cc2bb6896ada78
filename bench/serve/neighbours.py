# SPDX-License-Identifier: Apache-2.0
"""How long neighbourhoods take, each asked once: those of the best-linked nodes and of others.   neighbours.py PROGRAM GRAPH ROOT"""
import os
import sys
import time
from pathlib import Path
from urllib.parse import quote

ROOT = Path(sys.argv[3]).resolve()
sys.path.append(str(ROOT / "tests" / "serve"))
from server import Server  # noqa: E402


def timed(server, path):
    begin = time.monotonic()
    status, _, answer = server.get(path)
    return 1000 * (time.monotonic() - begin), status, answer


def processor_ms(server):
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


with Server(str(Path(sys.argv[1]).resolve()), str(Path(sys.argv[2]).resolve()), root=str(ROOT)) as server:
    stats = server.get("/api/stats")[2]
    first = [f"overview {timed(server, '/api/view')[0]:.0f} ms, first search {timed(server, '/api/search?q=a')[0]:.0f} ms"]
    query = {"query": "MATCH (a)-[f]->() WITH a, count(f) AS n RETURN a.id AS id, n ORDER BY n DESC, id LIMIT 50", "view": False, "facts": "all"}
    best = [str(row[0]) for row in server.post("/api/query", query)[2]["rows"]]
    query["query"] = "MATCH (a) RETURN a.id AS id ORDER BY id LIMIT 500"
    others = [str(row[0]) for row in server.post("/api/query", query)[2]["rows"]][::5]
    print(f"{stats['nodes']} nodes, {stats['edges']} edges: {first[0]}")
    for words, ids in [("50 best-linked nodes", best), ("100 others", others)]:
        before = processor_ms(server)
        answers = [timed(server, "/api/neighbours?facts=all&id=" + quote(id)) for id in ids]
        times = sorted(ms for ms, _, _ in answers)
        shown = [answer["shown"] for _, status, answer in answers if status == 200]
        print(f"neighbourhoods of {words}: median {times[len(times) // 2]:.1f} ms, slowest {times[-1]:.1f} ms, "
              f"{(processor_ms(server) - before) / len(ids):.1f} ms of processor time each; up to {max(shown)} edges each")
        if len(shown) < len(ids):
            sys.exit(f"{len(ids) - len(shown)} of them failed")
