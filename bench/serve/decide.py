# SPDX-License-Identifier: Apache-2.0
"""How long a decision takes through the server until the graph is as it says, and how long readers wait meanwhile.   decide.py PROGRAM GRAPH ROOT

Works on a copy of a graph with facts, such as the one that bench/page/run.sh leaves in build/bench-page.
"""
import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

PROGRAM, GRAPH, ROOT = (Path(each).resolve() for each in sys.argv[1:4])
sys.path.append(str(ROOT / "tests" / "serve"))
from server import Server  # noqa: E402

DECISIONS = 7


def milliseconds(action):
    begin = time.monotonic()
    status, _, answer = action()
    if status != 200:
        raise SystemExit(f"{status}: {answer}")
    return 1000 * (time.monotonic() - begin)


def main():
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(GRAPH, folder))
        with Server(str(PROGRAM), copy, "--write", root=ROOT) as server:
            token = {"Authorization": "Bearer " + server.token}
            query = {"query": "MATCH ()-[f]->() WHERE f.confidence < 1 RETURN f.id LIMIT %d" % DECISIONS, "view": False}
            facts = [row[0] for row in server.post("/api/query", query)[2]["rows"]]
            waits, ended = [], threading.Event()

            def read():
                while not ended.is_set():
                    waits.append(milliseconds(lambda: server.get("/api/fact?id=" + facts[-1])))

            reader = threading.Thread(target=read)
            reader.start()
            times = [milliseconds(lambda: server.ask("POST", "/api/decide", {"kind": "confirm", "fact": fact}, token)) for fact in facts]
            ended.set()
            reader.join()
            stats = server.get("/api/stats")[2]
    print(f"{stats['nodes']} nodes, {stats['edges']} edges: a decision takes {statistics.median(times):.0f} ms (median of {len(times)}; {min(times):.0f} to {max(times):.0f}); "
          f"{len(waits)} readings of a fact meanwhile, median {statistics.median(waits):.1f} ms, slowest {max(waits):.0f} ms")


if __name__ == "__main__":
    main()
