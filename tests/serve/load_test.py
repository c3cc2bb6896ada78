#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Many requests at a time for a while: no error, and the same answers as alone.
load_test.py PROGRAM GRAPH ROOT [SECONDS [CLIENTS]]   5 seconds and 50 clients without them; prints requests a second and the slowest."""
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

from server import Report, Server

PROGRAM, GRAPH, ROOT = (str(Path(each).resolve()) for each in sys.argv[1:4])
SECONDS = float(sys.argv[4]) if len(sys.argv) > 4 else 5
CLIENTS = int(sys.argv[5]) if len(sys.argv) > 5 else 50


def mixture(server):
    """Requests of every kind, by (method, path, body)."""
    found = server.get("/api/search?q=a&limit=100")[2]["nodes"]
    ids = [node["id"] for node in found]
    view = server.get("/api/view")[2]["view"]
    facts = [id for edge in view["edges"] for id in edge[9] if not id.startswith("#")][:20]
    mixed = [("GET", "/api/view", None), ("GET", "/api/stats", None), ("GET", "/", None), ("GET", "/explorer.js", None)]
    mixed += [("GET", "/api/neighbours?facts=all&id=" + quote(id), None) for id in ids[:40]]
    mixed += [("GET", "/api/node?id=" + quote(id), None) for id in ids[:20]]
    mixed += [("GET", "/api/fact?id=" + id, None) for id in facts]
    mixed += [("GET", "/api/search?q=" + quote(node["name"][:3]), None) for node in found[:20]]
    mixed += [("POST", "/api/query", {"query": "MATCH (a)-[f]->(b) RETURN a, f, b LIMIT %d" % n}) for n in range(1, 30)]
    mixed += [("POST", "/api/complete", {"text": "MATCH (a {name: '" + node["name"][:2]}) for node in found[:5]]
    mixed += [("POST", "/api/export", {"format": "turtle", "facts": facts[:3]})]
    return mixed


def main():
    report = Report()
    with Server(PROGRAM, GRAPH, root=ROOT) as server:
        mixed = mixture(server)
        time.sleep(1)  # names are collected in the background
        alone = [server.ask(*each)[::2] for each in mixed]
        report.check("alone all is well", all(status == 200 for status, _ in alone), [(each, status) for each, (status, _) in zip(mixed, alone) if status != 200])
        end, times, wrong = time.monotonic() + SECONDS, [], []

        def client(number):
            i = number * 7
            while time.monotonic() < end:
                place = i % len(mixed)
                i += 1
                begin = time.monotonic()
                try:
                    status, _, answer = server.ask(*mixed[place])
                    good = (status, answer) == alone[place]
                except OSError as error:
                    status, answer, good = None, error, False
                times.append(time.monotonic() - begin)
                if not good:
                    wrong.append((mixed[place], status, str(answer)[:300]))

        clients = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
        for one in clients:
            one.start()
        for one in clients:
            one.join()
        report.check("no error, and every answer as alone", not wrong, wrong[:3])
        times.sort()
        print(f"{len(times)} requests of {CLIENTS} clients in {SECONDS:.0f} s, {len(wrong)} errors; median {1000 * times[len(times) // 2]:.0f} ms, slowest {1000 * times[-1]:.0f} ms")
        lines = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
        print("; ".join(" ".join(line.split()) for line in lines if line.startswith(("VmHWM", "Threads"))))
    report.check("it ends well", server.code == 0, server.code)
    return report.end()


sys.exit(main())
