#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds a corpus, syncs it with 1 % changed, removes 1 %, and compares with a fresh build.   growth.py PROGRAM [DOCUMENTS]
Times are processor seconds (user and system), so that what else runs on the machine does not count. Ends with 1 where the graphs differ."""
import hashlib
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

import corpus

PROGRAM, DOCUMENTS = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3000
ENVIRONMENT = {"ENTENTE_MODEL": str(corpus.ROOT / ".model"), **os.environ}


def run(*arguments):
    """Processor seconds and what was said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([PROGRAM, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{arguments} gave {done.returncode}: {done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stderr.strip()


def hashes(graph, work):
    found = []
    for suffix in ("ttl", "nq", "graphml", "jsonl"):
        run("export", "-g", graph, "-o", work / f"out.{suffix}", "--facts", "all")
        found.append(hashlib.sha256((work / f"out.{suffix}").read_bytes()).hexdigest())
    return found


def main():
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        texts, graph = work / "texts", work / "g.entente"
        words = corpus.make(texts, DOCUMENTS, 1)
        built, _ = run("build", texts, "-g", graph, "-j", "1")
        print(f"build: {DOCUMENTS} documents, {words} words, {built:.1f} s, {DOCUMENTS / built * 3600:.0f} documents a core-hour")
        corpus.make(work / "new", DOCUMENTS, 2)
        names = sorted(file.name for file in texts.iterdir())
        for file in chance.sample(names, max(1, DOCUMENTS // 100)):
            (texts / file).write_text((work / "new" / file).read_text())
        synced, said = run("sync", texts, "-g", graph, "-j", "1")
        asked, _ = run("query", "MATCH (a) RETURN count(a)", "-g", graph)
        print(f"sync, 1 % changed: {said}; {synced:.2f} s, {synced / built:.2%} of the build; the first query behind it {asked:.2f} s")
        gone = chance.sample(names, max(1, DOCUMENTS // 100))
        for file in gone:
            (texts / file).unlink()
        removed, said = run("rm", *gone, "-g", graph)
        print(f"rm, 1 % of the documents: {said}; {removed:.2f} s")
        run("build", texts, "-g", work / "fresh.entente", "-j", "2")
        same = hashes(graph, work) == hashes(work / "fresh.entente", work)
        print("compared with a fresh build:", "the same" if same else "NOT the same")
        sys.exit(not same)


main()
