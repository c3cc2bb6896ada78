#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds a corpus, syncs it with 1 % changed, removes 1 %, and compares with a fresh build.   growth.py PROGRAM [DOCUMENTS]
Times are processor seconds (user and system), so that what else runs on the machine counts little; memory is the most each took. Ends with 1 where the graphs differ."""
import hashlib
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import corpus

PROGRAM, DOCUMENTS = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3000
ENVIRONMENT = {"ENTENTE_MODEL": str(corpus.ROOT / ".model"), **os.environ}


def run(*arguments):
    """Processor seconds, megabytes at most in memory, and what was said."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().strip()
    if process.returncode != 0:
        sys.exit(f"{arguments} gave {process.returncode}: {words}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, words


def counts(graph):
    """How many entities, facts and readings of facts a graph holds."""
    said = subprocess.run([PROGRAM, "stats", "-g", graph, "--format", "tsv"], env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout
    found = {what: int(number) for what, kind, number in (line.split("\t") for line in said.splitlines()[1:]) if not kind}
    return ", ".join(f"{found[what]} {what}" for what in ("entities", "facts", "evidence"))


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
        built, peak, said = run("build", texts, "-g", graph, "-j", "1")
        print(f"build: {DOCUMENTS} documents, {words} words, {built:.1f} s, {DOCUMENTS / built * 3600:.0f} documents a core-hour, {peak:.0f} MB; {said}", flush=True)
        corpus.make(work / "new", DOCUMENTS, 2)
        names = sorted(file.name for file in texts.iterdir())
        for file in chance.sample(names, max(1, DOCUMENTS // 100)):
            (texts / file).write_text((work / "new" / file).read_text())
        synced, peak, said = run("sync", texts, "-g", graph, "-j", "1")
        asked, asking, _ = run("query", "MATCH (a) RETURN count(a)", "-g", graph)
        print(f"sync, 1 % changed: {said}; {synced:.2f} s, {synced / built:.2%} of the build, {peak:.0f} MB; "
              f"the first query behind it {asked:.2f} s, {asking:.0f} MB", flush=True)
        gone = chance.sample(names, max(1, DOCUMENTS // 100))
        for file in gone:
            (texts / file).unlink()
        removed, peak, said = run("rm", *gone, "-g", graph)
        print(f"the graph then: {counts(graph)}")
        print(f"rm, 1 % of the documents: {said}; {removed:.2f} s, {peak:.0f} MB", flush=True)
        _, peak, said = run("build", texts, "-g", work / "fresh.entente", "-j", "2")
        print(f"a fresh build, two threads: {said}; {peak:.0f} MB", flush=True)
        same = hashes(graph, work) == hashes(work / "fresh.entente", work)
        print("compared with a fresh build:", "the same" if same else "NOT the same")
        sys.exit(not same)


main()
