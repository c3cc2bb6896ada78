#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The figures of the cost model in docs/scale.md: map and reduce at growing numbers of documents.   scale.py PROGRAM [DOCUMENTS...]
Processor seconds (user and system), one thread; bytes; the largest memory of each."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import corpus

PROGRAM = os.path.abspath(sys.argv[1])
SIZES = [int(size) for size in sys.argv[2:]] or [500, 1000, 2000, 4000]
ENVIRONMENT = {"ENTENTE_MODEL": str(corpus.ROOT / ".model"), **os.environ}


def run(arguments, stdout=subprocess.DEVNULL):
    """Processor seconds and largest memory in MB of one run."""
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=ENVIRONMENT, stdout=stdout, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{arguments} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


print("documents  words  facts  map s  MB  facts MB  reduce s  MB  graph MB  first query s  MB")
for size in SIZES:
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        words = corpus.make(work / "texts", size, 1)
        with open(work / "docs.jsonl", "w") as docs:
            for file in sorted((work / "texts").iterdir()):
                docs.write(json.dumps({"id": file.name, "text": file.read_text()}) + "\n")
        with open(work / "facts.jsonl", "wb") as out:
            mapped = run(["map", "-j", "1", work / "docs.jsonl"], out)
        facts = sum(b'"relation"' in line for line in open(work / "facts.jsonl", "rb"))
        graph = work / "g.entente"
        reduced = run(["reduce", work / "facts.jsonl", "-g", graph])
        asked = run(["query", "MATCH (a) RETURN count(a)", "-g", graph])
        print(f"{size} {words} {facts}  {mapped[0]:.1f} {mapped[1]:.0f}  {(work / 'facts.jsonl').stat().st_size / 1e6:.1f}  "
              f"{reduced[0]:.2f} {reduced[1]:.0f}  {graph.stat().st_size / 1e6:.1f}  {asked[0]:.2f} {asked[1]:.0f}", flush=True)
